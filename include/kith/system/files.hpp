// The door to the disk: the few things a journal needs of a file system, each all or nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::system {

/// Held as long as the object lives; released by its destructor, and by the system when the process dies.
class Lock {
  public:
    virtual ~Lock() = default;
};

/// A file that is read from its beginning, once. It is closed when the object is gone.
class OpenFile {
  public:
    virtual ~OpenFile() = default;

    /// The next bytes, as many as there are at hand; empty at the end. They last until the next call.
    [[nodiscard]] virtual std::string_view next() = 0;

    /// How many bytes it has in all; nothing where that shows only at the end, as of a FIFO.
    [[nodiscard]] virtual std::optional<std::uint64_t> size() const = 0;
};

/// Paths are absolute or relative to the working directory, with `/` between the parts. Every failure of the system is
/// a core::Failure of kind io that names the path and the system's reason in words.
class Files {
  public:
    virtual ~Files() = default;

    /// The whole content, or nothing where there is no such file. Anything but a regular file (a directory, a FIFO) is
    /// a Failure.
    [[nodiscard]] std::optional<std::string> read(const std::string& path);

    /// The same for one file after another: into room that is used again, and that holds what the view is of until
    /// then.
    [[nodiscard]] virtual std::optional<std::string_view> read_into(const std::string& path, std::string& room) = 0;

    /// Opens a file that is too long to be read whole, or is none but can be read like one (a FIFO, a terminal):
    /// waits for who writes to it. nullptr where there is nothing.
    [[nodiscard]] virtual std::unique_ptr<OpenFile> open(const std::string& path) = 0;

    /// Names of the regular files (or symbolic links to such) directly in a directory, sorted, without those that begin
    /// with a dot; none where it does not exist.
    [[nodiscard]] virtual std::vector<std::string> list(const std::string& directory) = 0;

    /// Puts `content` in the file's place, atomically and durably: a sibling temporary file, fsync, rename, fsync of
    /// the directory. After a failure, a kill or a power cut the file is the old one or the new one. A symbolic link is
    /// followed; an existing file's mode is kept, a new one is 0600. Missing directories are made 0700, but not those
    /// that a symbolic link leads to. A file that this user may not write is a Failure. What a killed writer left
    /// beside the file is taken away.
    virtual void replace(const std::string& path, std::string_view content) = 0;

    /// Takes a file away, durably; nothing happens where there is none.
    virtual void remove(const std::string& path) = 0;

    /// As replace and remove for what may be lost in a power cut, which costs much less: the system writes it out when
    /// it likes. A killed process leaves the old file or the new one.
    virtual void put(const std::string& path, std::string_view content) = 0;
    virtual void discard(const std::string& path) = 0;

    /// Whether a symbolic link stands at the path itself, wherever it leads.
    [[nodiscard]] virtual bool is_link(const std::string& path) = 0;

    /// Whether there is a directory, or a symbolic link to one.
    [[nodiscard]] virtual bool is_directory(const std::string& path) = 0;

    /// The one path among those that mean the same file or directory: absolute and without links. Of a name that is not
    /// there yet, in a directory that is, the path that it would have; the path itself where a link leads nowhere, or
    /// there is no such directory.
    [[nodiscard]] virtual std::string resolve(const std::string& path) = 0;

    /// Waits until this process is the only one that holds the lock of the directory (flock on the directory itself),
    /// which is made 0700 where it does not exist. Readers need no lock. Not to be taken while it is held: that would
    /// wait for ever.
    [[nodiscard]] virtual std::unique_ptr<Lock> lock(const std::string& directory) = 0;
};

/// The disk of this machine.
[[nodiscard]] std::unique_ptr<Files> make_disk_files();

} // namespace kith::system
