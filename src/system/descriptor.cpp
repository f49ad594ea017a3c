#include "descriptor.hpp"

#include "refusal.hpp"

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace kith::system {
namespace {

/// Gives a text another size and what `operation` writes there, which returns how much of it is to stay. What is
/// written anyway is not filled with zeros before, where the library can do without.
template<class Operation> void overwrite(std::string& text, std::size_t size, Operation operation) {
#ifdef __cpp_lib_string_resize_and_overwrite
    // The size that the library gives may be more than was asked for.
    text.resize_and_overwrite(size, [&](char* bytes, std::size_t) { return operation(bytes, size); });
#else
    text.resize(size);
    text.resize(operation(text.data(), size));
#endif
}

/// Reads to the end, or until there are `size` bytes, of which `read` are there already; returns how many there are.
std::size_t fill(const Descriptor& file, char* bytes, std::size_t read, std::size_t size, int& error) {
    while (read < size) {
        const auto received = ::read(file.number(), bytes + read, size - read);
        if (received < 0 && errno == EINTR) continue;
        if (received < 0) error = errno;
        if (received <= 0) break;
        read += static_cast<std::size_t>(received);
    }
    return read;
}

} // namespace

Descriptor::~Descriptor() {
    if (is_open()) ::close(number_);
}

bool Descriptor::close() {
    // Linux frees the number even where close is interrupted, so it is never tried twice.
    return ::close(std::exchange(number_, -1)) == 0 || errno == EINTR;
}

TemporaryFile::TemporaryFile(const std::string& beginning, const std::string& ending)
    : path_(beginning + "XXXXXX" + ending),
      descriptor_(::mkostemps(path_.data(), static_cast<int>(ending.size()), O_CLOEXEC)), is_ours_(is_open()) {}

TemporaryFile::~TemporaryFile() {
    if (is_ours_) ::unlink(path_.c_str());
}

bool TemporaryFile::rename_to(const std::string& target) {
    if (::rename(path_.c_str(), target.c_str()) != 0) return false;
    is_ours_ = false;
    return true;
}

bool write_all(const Descriptor& file, std::string_view content) {
    while (!content.empty()) {
        const auto written = ::write(file.number(), content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

std::string_view read_all(const Descriptor& file, std::size_t expected_size, const std::string& path,
                          std::string& room) {
    if (room.capacity() <= expected_size)
        std::string().swap(room); // Given back first, it is part of what is asked for.
    int error = 0;
    const auto fill_from = [&](std::size_t read) {
        return [&file, &error, read](char* bytes, std::size_t size) { return fill(file, bytes, read, size, error); };
    };
    // One byte more than expected, so that the end is seen without growing.
    std::size_t size = expected_size + 1;
    overwrite(room, size, fill_from(0));
    for (; error == 0 && room.size() == size; size *= 2) overwrite(room, 2 * size, fill_from(size));
    if (error != 0) refuse("read", path, error);
    return room;
}

} // namespace kith::system
