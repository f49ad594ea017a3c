#include "regular_file.hpp"

#include "descriptor.hpp"
#include "refusal.hpp"

#include <fcntl.h>
#include <sys/stat.h>

namespace kith::system {

std::optional<std::string_view> read_regular_file(const std::string& path, std::string& room) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file.is_open() && errno == ENOENT) return std::nullopt;
    if (!file.is_open() && errno == ENXIO) refuse("read", path, "it is not a regular file");
    if (!file.is_open()) refuse("read", path, errno);
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) refuse("read", path, errno);
    if (S_ISDIR(status.st_mode)) refuse("read", path, EISDIR);
    if (!S_ISREG(status.st_mode)) refuse("read", path, "it is not a regular file");
    return read_all(file, static_cast<std::size_t>(status.st_size), path, room);
}

} // namespace kith::system
