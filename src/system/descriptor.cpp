#include "descriptor.hpp"

#include "refusal.hpp"

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace kith::system {

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
    // One byte more than expected, so that the end is seen without growing.
    if (room.size() <= expected_size) {
        std::string().swap(room); // Given back first, it is part of what is asked for.
        room.resize(expected_size + 1);
    }
    std::size_t size = 0;
    while (true) {
        const auto received = ::read(file.number(), room.data() + size, room.size() - size);
        if (received < 0 && errno == EINTR) continue;
        if (received < 0) refuse("read", path, errno);
        if (received == 0) break;
        size += static_cast<std::size_t>(received);
        if (size == room.size()) room.resize(2 * size);
    }
    return std::string_view(room).substr(0, size);
}

} // namespace kith::system
