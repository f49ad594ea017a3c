// An open file that closes itself, and whole reads and writes of it.
#pragma once

#include <string>
#include <string_view>
#include <sys/types.h>
#include <utility>

namespace kith::system {

/// Owns a file descriptor; holds none where opening failed.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor();

    [[nodiscard]] bool is_open() const { return number_ >= 0; }
    [[nodiscard]] int number() const { return number_; }

    /// Closes before its time, to learn whether the system took all that was written: false with errno where it did
    /// not.
    [[nodiscard]] bool close();

  private:
    int number_;
};

/// A new file of a name of its own, 0600, that is removed again unless it is kept.
class TemporaryFile {
  public:
    /// `beginning` and `ending` stand around six characters that make the name unique. Check is_open().
    TemporaryFile(const std::string& beginning, const std::string& ending);
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile();

    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] Descriptor& descriptor() { return descriptor_; }
    [[nodiscard]] bool is_open() const { return descriptor_.is_open(); }

    /// Puts it in the place of `target`, where it stays: false with errno where that failed.
    [[nodiscard]] bool rename_to(const std::string& target);

  private:
    std::string path_;
    Descriptor descriptor_;
    bool is_ours_;
};

/// Writes everything: false with errno where the system would not.
[[nodiscard]] bool write_all(const Descriptor& file, std::string_view content);

/// Reads to the end, at best in one go where `expected_size` is right, into room that grows as it must. A core::Failure
/// that names `path` where that fails.
[[nodiscard]] std::string_view read_all(const Descriptor& file, std::size_t expected_size, const std::string& path,
                                        std::string& room);

} // namespace kith::system
