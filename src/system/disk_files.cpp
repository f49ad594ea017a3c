#include "kith/system/files.hpp"

#include "descriptor.hpp"
#include "open_file.hpp"
#include "refusal.hpp"
#include "regular_file.hpp"

#include <climits>

#include <algorithm>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace kith::system {

namespace {

constexpr int open_directory = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
constexpr mode_t private_directory = S_IRWXU;
constexpr mode_t permissions = S_IRWXU | S_IRWXG | S_IRWXO;

/// The part before the last `/`, as a path: `.` and `/` where there is none before it.
std::string directory_of(const std::string& path) {
    const auto slash = path.find_last_of('/');
    if (slash == std::string::npos) return ".";
    const auto last = path.find_last_not_of('/', slash);
    return last == std::string::npos ? "/" : path.substr(0, last + 1);
}

std::string name_of(const std::string& path) {
    return path.substr(path.find_last_of('/') + 1);
}

/// What is at a path, links followed; nothing where there is nothing.
std::optional<struct stat> status_of(const std::string& path, std::string_view verb) {
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0) return status;
    if (errno != ENOENT) refuse(verb, path, errno);
    return std::nullopt;
}

/// The file that a path means after its symbolic links, which may dangle; the path itself where it is none.
std::string follow_links(const std::string& path) {
    constexpr int most_links = 40; // as the kernel
    std::string target = path;
    for (int followed = 0; followed < most_links; ++followed) {
        std::string link(PATH_MAX, '\0');
        const auto length = ::readlink(target.c_str(), link.data(), link.size());
        if (length < 0 && (errno == EINVAL || errno == ENOENT)) return target;
        if (length < 0) refuse("write", path, errno);
        link.resize(static_cast<std::size_t>(length));
        target = link.starts_with('/') ? link : directory_of(target) + "/" + link;
    }
    refuse("write", path, ELOOP);
}

/// A directory that is open, so that a change in it can be made durable: once it is made, nothing may be in the way.
class DurableDirectory {
  public:
    DurableDirectory(const std::string& directory, std::string_view verb, const std::string& path)
        : opened_(::open(directory.c_str(), open_directory)) {
        if (!opened_.is_open()) refuse(verb, path, errno);
    }
    void synchronise(const std::string& path) const {
        // Some file systems have nothing to synchronise in a directory, which they say with EINVAL.
        if (::fsync(opened_.number()) != 0 && errno != EINVAL) refuse("make durable", path, errno);
    }

  private:
    Descriptor opened_;
};

/// Makes a directory and those above it where they are missing, each durably.
void make_directories(const std::string& directory) {
    if (status_of(directory, "make")) return;
    const auto parent = directory_of(directory);
    if (parent != directory) make_directories(parent);
    const DurableDirectory above(parent, "make", directory);
    if (::mkdir(directory.c_str(), private_directory) == 0) return above.synchronise(directory);
    if (errno != EEXIST) refuse("make", directory, errno);
    // Another process may have been faster; what still cannot be seen is a link to nowhere.
    if (status_of(directory, "make")) return;
    refuse("make", directory, "it is a symbolic link to a directory that does not exist");
}

/// Gives a new file the mode and, as far as the system lets it, the owner of the one that it will replace.
bool take_over(const Descriptor& file, const struct stat& old) {
    struct stat fresh {};
    if (::fstat(file.number(), &fresh) != 0) return false;
    auto mode = old.st_mode & permissions;
    const bool is_foreign = fresh.st_uid != old.st_uid || fresh.st_gid != old.st_gid;
    // Rights of a group that cannot be kept must not become those of another one.
    if (is_foreign && ::fchown(file.number(), old.st_uid, old.st_gid) != 0) mode &= ~mode_t{S_IRWXG};
    return ::fchmod(file.number(), mode) == 0;
}

/// A file to be replaced must be a regular one that this user may write, though a rename would not ask.
void check_replaceable(const std::string& path, const std::string& target, const struct stat& old) {
    if (S_ISDIR(old.st_mode)) refuse("write", path, EISDIR);
    if (!S_ISREG(old.st_mode)) refuse("write", path, "it is not a regular file");
    if (::faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0) refuse("write", path, errno);
}

[[noreturn]] void refuse_link(const std::string& path, const std::string& target) {
    refuse("write", path, "its symbolic link leads to " + target + ", whose directory does not exist");
}

class DirectoryLock : public Lock {
  public:
    explicit DirectoryLock(const std::string& directory) : opened_(::open(directory.c_str(), open_directory)) {
        if (!opened_.is_open()) refuse("lock", directory, errno);
        while (::flock(opened_.number(), LOCK_EX) != 0) {
            if (errno != EINTR) refuse("lock", directory, errno);
        }
    }

  private:
    Descriptor opened_; ///< Closing it frees the lock.
};

struct CloseDirectory {
    void operator()(DIR* stream) const { ::closedir(stream); }
};

bool is_regular(DIR* stream, const dirent& entry) {
    if (entry.d_type == DT_REG) return true;
    if (entry.d_type != DT_LNK && entry.d_type != DT_UNKNOWN) return false;
    struct stat status {};
    return ::fstatat(::dirfd(stream), entry.d_name, &status, 0) == 0 && S_ISREG(status.st_mode);
}

/// In the name of a file that is not complete, so that it is not taken for one of the user's.
const std::string being_written = ".kith-tmp-";

/// Says that a file's writer is alive, as long as it is open.
void hold(const Descriptor& file) {
    (void)::flock(file.number(), LOCK_EX | LOCK_NB); // Without, it may be taken for a leftover, and the write fails.
}

bool is_held(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY));
    return !file.is_open() || ::flock(file.number(), LOCK_EX | LOCK_NB) != 0;
}

/// Takes away what writers that were killed left of a file, as far as that is possible.
void remove_leftovers(const std::string& directory, const std::string& beginning) {
    const std::unique_ptr<DIR, CloseDirectory> stream(::opendir(directory.c_str()));
    if (!stream) return;
    while (const dirent* entry = ::readdir(stream.get())) {
        if (!std::string_view(entry->d_name).starts_with(beginning)) continue;
        const auto path = directory + "/" + entry->d_name;
        if (!is_held(path)) ::unlink(path.c_str());
    }
}

class DiskFiles : public Files {
  public:
    [[nodiscard]] std::optional<std::string_view> read_into(const std::string& path, std::string& room) override {
        return read_regular_file(path, room);
    }
    [[nodiscard]] std::unique_ptr<OpenFile> open(const std::string& path) override { return open_for_reading(path); }
    [[nodiscard]] std::vector<std::string> list(const std::string& directory) override;
    void replace(const std::string& path, std::string_view content) override {
        write(path, content, Durability::synchronised);
    }
    void remove(const std::string& path) override {
        const auto target = follow_links(path); // The user's own link stays, as when it is written.
        const auto directory = directory_of(target);
        if (!status_of(directory, "remove")) return;
        const DurableDirectory above(directory, "remove", path);
        discard(target);
        above.synchronise(path);
    }
    void put(const std::string& path, std::string_view content) override { write(path, content, Durability::left); }
    void discard(const std::string& path) override {
        if (::unlink(path.c_str()) != 0 && errno != ENOENT) refuse("remove", path, errno);
    }
    [[nodiscard]] bool is_link(const std::string& path) override {
        struct stat status {};
        return ::lstat(path.c_str(), &status) == 0 && S_ISLNK(status.st_mode);
    }
    [[nodiscard]] bool is_directory(const std::string& path) override {
        struct stat status {};
        return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
    }
    [[nodiscard]] std::string resolve(const std::string& path) override;
    [[nodiscard]] std::unique_ptr<Lock> lock(const std::string& directory) override {
        make_directories(directory);
        return std::make_unique<DirectoryLock>(directory);
    }

  private:
    enum class Durability { synchronised, left };
    static void write(const std::string& path, std::string_view content, Durability durability);
};

std::string DiskFiles::resolve(const std::string& path) {
    struct Free {
        void operator()(char* text) const { std::free(text); }
    };
    const auto real_path = [](const std::string& of) {
        const std::unique_ptr<char, Free> resolved(::realpath(of.c_str(), nullptr));
        return resolved ? std::string(resolved.get()) : std::string();
    };
    if (auto resolved = real_path(path); !resolved.empty()) return resolved;
    const auto slash = path.rfind('/');
    const auto name = path.substr(slash == path.npos ? 0 : slash + 1);
    const auto above = real_path(slash == path.npos ? "." : path.substr(0, slash + 1));
    if (is_link(path) || above.empty() || name.empty()) return path;
    return above + (above == "/" ? "" : "/") + name;
}

std::vector<std::string> DiskFiles::list(const std::string& directory) {
    const std::unique_ptr<DIR, CloseDirectory> stream(::opendir(directory.c_str()));
    if (!stream && errno == ENOENT) return {};
    if (!stream) refuse("list", directory, errno);
    std::vector<std::string> names;
    errno = 0;
    while (const dirent* entry = ::readdir(stream.get())) {
        const std::string_view name = entry->d_name;
        if (!name.starts_with('.') && is_regular(stream.get(), *entry)) names.emplace_back(name);
        errno = 0;
    }
    if (errno != 0) refuse("list", directory, errno);
    std::ranges::sort(names);
    return names;
}

void DiskFiles::write(const std::string& path, std::string_view content, Durability durability) {
    const auto target = follow_links(path);
    const auto directory = directory_of(target);
    // Behind a link that leads nowhere may be a disk that is not mounted: nothing is made there.
    if (target == path) make_directories(directory);
    const auto old = status_of(target, "write");
    if (old) check_replaceable(path, target, *old);

    if (target != path && !status_of(directory, "write")) refuse_link(path, target);

    const bool is_durable = durability == Durability::synchronised;
    std::optional<DurableDirectory> above;
    if (is_durable) above.emplace(directory, "write", path);
    const auto beginning = "." + name_of(target) + being_written;
    remove_leftovers(directory, beginning);
    TemporaryFile fresh(directory + "/" + beginning, {});
    if (!fresh.is_open()) refuse("write", path, errno);
    hold(fresh.descriptor());
    const bool is_written = write_all(fresh.descriptor(), content) && (!old || take_over(fresh.descriptor(), *old)) &&
                            (!is_durable || ::fsync(fresh.descriptor().number()) == 0) && fresh.descriptor().close() &&
                            fresh.rename_to(target);
    if (!is_written) refuse("write", path, errno);
    if (above) above->synchronise(path);
}

} // namespace

std::optional<std::string> Files::read(const std::string& path) {
    std::string room;
    const auto content = read_into(path, room);
    if (!content) return std::nullopt;
    room.resize(content->size());
    return room;
}

std::unique_ptr<Files> make_disk_files() {
    return std::make_unique<DiskFiles>();
}

} // namespace kith::system
