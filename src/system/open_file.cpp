#include "open_file.hpp"

#include "descriptor.hpp"
#include "refusal.hpp"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace kith::system {
namespace {

constexpr std::size_t piece_size = std::size_t{256} << 10U;

class DiskFile : public OpenFile {
  public:
    DiskFile(Descriptor descriptor, std::string path, std::optional<std::uint64_t> size)
        : descriptor_(std::move(descriptor)), path_(std::move(path)), size_(size), piece_(piece_size, '\0') {}

    [[nodiscard]] std::string_view next() override {
        while (true) {
            const auto received = ::read(descriptor_.number(), piece_.data(), piece_.size());
            if (received >= 0) return {piece_.data(), static_cast<std::size_t>(received)};
            if (errno != EINTR) refuse("read", path_, errno);
        }
    }
    [[nodiscard]] std::optional<std::uint64_t> size() const override { return size_; }

  private:
    Descriptor descriptor_;
    std::string path_;
    std::optional<std::uint64_t> size_;
    std::string piece_;
};

} // namespace

std::unique_ptr<OpenFile> open_for_reading(const std::string& path) {
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    if (!file.is_open() && errno == ENOENT) return nullptr;
    if (!file.is_open()) refuse("read", path, errno);
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) refuse("read", path, errno);
    if (S_ISDIR(status.st_mode)) refuse("read", path, EISDIR);
    const bool has_size = S_ISREG(status.st_mode);
    return std::make_unique<DiskFile>(
        std::move(file), path, has_size ? std::optional(static_cast<std::uint64_t>(status.st_size)) : std::nullopt);
}

} // namespace kith::system
