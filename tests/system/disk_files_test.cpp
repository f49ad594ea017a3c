#include "kith/core/error.hpp"
#include "kith/system/files.hpp"

#include "temporary_directory.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <thread>

using namespace kith;
using kith::test::mode_of;
using kith::test::read_plain;
using kith::test::TemporaryDirectory;
using kith::test::write_plain;
using Names = std::vector<std::string>;

namespace {

/// What a failing action says; empty where it does not fail.
template<typename Action> std::string failure_of(Action action) {
    try {
        action();
    } catch (const core::Failure& failure) {
        CHECK(failure.problems().front().kind == core::ProblemKind::io);
        return failure.what();
    }
    return {};
}

} // namespace

TEST_CASE("a file that was written is read back byte for byte") {
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    std::string all_bytes;
    for (int byte = 0; byte < 256; ++byte) all_bytes += static_cast<char>(byte);
    for (const std::string& content :
         {std::string{}, std::string("a\n"), std::string("a\r\n\0b", 5), all_bytes, std::string(3'000'000, 'x')}) {
        files->replace(directory / "file", content);
        CHECK(files->read(directory / "file") == content);
        CHECK(read_plain(directory / "file") == content);
    }
    CHECK(directory.names() == Names{"file"});
}

TEST_CASE("one file after another is read into the same room") {
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    files->replace(directory / "long", std::string(5000, 'l'));
    files->replace(directory / "short", "short");
    files->replace(directory / "empty", "");
    std::string room;
    CHECK(files->read_into(directory / "short", room) == "short");
    CHECK(files->read_into(directory / "long", room) == std::string(5000, 'l'));
    const char* const held = room.data();
    CHECK(files->read_into(directory / "short", room) == "short");
    CHECK(files->read_into(directory / "empty", room) == "");
    CHECK(files->read_into(directory / "absent", room) == std::nullopt);
    CHECK(room.data() == held);
}

TEST_CASE("a file without a size of its own is read to its end") {
    const auto files = system::make_disk_files();
    const auto status = files->read("/proc/self/status");
    if (status) CHECK(status->find("\nPid:") != std::string::npos);
}

TEST_CASE("a file is read in pieces, and so is what has no size") {
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    const auto whole = [](system::OpenFile& file) {
        std::string text;
        for (auto piece = file.next(); !piece.empty(); piece = file.next()) text += piece;
        CHECK(file.next().empty());
        return text;
    };
    const std::string content(1'000'000, 'x');
    write_plain(directory / "file", content);
    const auto file = files->open(directory / "file");
    REQUIRE(file != nullptr);
    CHECK(file->size() == content.size());
    CHECK(whole(*file) == content);

    const auto fifo = directory / "fifo";
    REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
    std::thread writer([&] { write_plain(fifo, content); });
    const auto pipe = files->open(fifo);
    REQUIRE(pipe != nullptr);
    CHECK(!pipe->size());
    CHECK(whole(*pipe) == content);
    writer.join();

    CHECK(files->open(directory / "absent") == nullptr);
    const auto& path = directory.path();
    CHECK(failure_of([&] { (void)files->open(path); }) == "cannot read " + path + ": Is a directory");
}

TEST_CASE("what is not there is nothing, and an empty list") {
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    CHECK(files->read(directory / "absent") == std::nullopt);
    CHECK(files->read(directory / "absent/file") == std::nullopt);
    CHECK(files->list(directory / "absent").empty());
    CHECK(directory.names().empty());
}

TEST_CASE("what is no regular file is refused at once") {
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    const auto fifo = directory / "fifo";
    REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
    CHECK(failure_of([&] { (void)files->read(fifo); }) == "cannot read " + fifo + ": it is not a regular file");
    CHECK(failure_of([&] { files->replace(fifo, "x"); }) == "cannot write " + fifo + ": it is not a regular file");

    const auto& path = directory.path();
    CHECK(failure_of([&] { (void)files->read(path); }) == "cannot read " + path + ": Is a directory");
    CHECK(failure_of([&] { files->replace(path, "x"); }) == "cannot write " + path + ": Is a directory");
    CHECK(failure_of([&] { (void)files->read("/dev/zero"); }) == "cannot read /dev/zero: it is not a regular file");
    CHECK(directory.names() == Names{"fifo"});
}

TEST_CASE("a file in the place of a directory is refused") {
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    const auto log = directory / "log";
    write_plain(log, "mine");
    const auto path = log + "/2026-11.toml";
    CHECK(failure_of([&] { (void)files->read(path); }) == "cannot read " + path + ": Not a directory");
    CHECK(failure_of([&] { (void)files->list(log); }) == "cannot list " + log + ": Not a directory");
    CHECK(failure_of([&] { (void)files->lock(log); }) == "cannot lock " + log + ": Not a directory");
    CHECK_FALSE(failure_of([&] { files->replace(path, "x"); }).empty());
    CHECK(read_plain(log) == "mine");
}

TEST_CASE("new files and directories are private, whatever the umask") {
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    const auto before = ::umask(0);
    files->replace(directory / "kith/log/2026-11.toml", "x");
    const auto lock = files->lock(directory / "locked/deep");
    ::umask(before);
    CHECK(mode_of(directory / "kith/log/2026-11.toml") == 0600);
    CHECK(mode_of(directory / "kith/log") == 0700);
    CHECK(mode_of(directory / "kith") == 0700);
    CHECK(mode_of(directory / "locked/deep") == 0700);
}

TEST_CASE("paths with more slashes than needed, and relative ones") {
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    files->replace(directory / "a//b///file", "x");
    CHECK(read_plain(directory / "a/b/file") == "x");
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(directory.path());
    files->replace("plain", "1");
    files->replace("./sub/plain", "2");
    CHECK(files->read("plain") == "1");
    CHECK(files->list("sub") == Names{"plain"});
    CHECK(files->list("sub/") == Names{"plain"});
    std::filesystem::current_path(before);
}

TEST_CASE("an existing file keeps its mode") {
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    const auto path = directory / "file";
    for (const mode_t mode : {0600U, 0644U, 0664U, 0640U, 0755U}) {
        write_plain(path, "old");
        REQUIRE(::chmod(path.c_str(), mode) == 0);
        files->replace(path, "new");
        CHECK(read_plain(path) == "new");
        CHECK(mode_of(path) == mode);
    }
}

TEST_CASE("a file that the user made read-only stays as it is") {
    if (::geteuid() == 0) return; // everything may be written by root
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    const auto path = directory / "file";
    write_plain(path, "old");
    REQUIRE(::chmod(path.c_str(), 0400) == 0);
    CHECK(failure_of([&] { files->replace(path, "new"); }) ==
          "cannot write " + path + ": Permission denied; the file is as it was");
    CHECK(read_plain(path) == "old");
}

TEST_CASE("a directory that may not be written leaves the old file") {
    if (::geteuid() == 0) return;
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    const auto path = directory / "file";
    write_plain(path, "old");
    REQUIRE(::chmod(directory.path().c_str(), 0500) == 0);
    CHECK(failure_of([&] { files->replace(path, "new"); }) ==
          "cannot write " + path + ": Permission denied; the file is as it was");
    REQUIRE(::chmod(directory.path().c_str(), 0700) == 0);
    CHECK(read_plain(path) == "old");
}

TEST_CASE("the user's symbolic links stay, what they lead to is replaced") {
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    namespace fs = std::filesystem;
    fs::create_directories(directory / "journal/log");
    fs::create_directories(directory / "notes/deep");
    write_plain(directory / "notes/people.toml", "old");
    REQUIRE(::chmod((directory / "notes/people.toml").c_str(), 0640) == 0);
    const auto link = directory / "journal/people.toml";

    SUBCASE("a relative link") {
        fs::create_symlink("../notes/people.toml", link);
    }
    SUBCASE("an absolute link") {
        fs::create_symlink(directory / "notes/people.toml", link);
    }
    SUBCASE("a link to a link") {
        fs::create_symlink("../people.toml", directory / "notes/deep/second");
        fs::create_symlink("../notes/deep/second", link);
    }
    SUBCASE("a relative link out of a linked directory") {
        fs::create_symlink("../people.toml", directory / "notes/deep/second");
        fs::create_directory_symlink("../notes/deep", directory / "journal/linked");
        fs::create_symlink("linked/second", link);
    }
    files->replace(link, "new");
    CHECK(fs::is_symlink(link));
    CHECK(read_plain(directory / "notes/people.toml") == "new");
    CHECK(mode_of(link) == 0640);
    CHECK(files->read(link) == "new");
    for (const auto& entry : fs::recursive_directory_iterator(directory.path())) {
        CHECK_FALSE(entry.path().filename().string().starts_with('.'));
    }
}

TEST_CASE("a link to a file that does not exist yet") {
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    const auto link = directory / "people.toml";
    std::filesystem::create_directory(directory / "notes");
    std::filesystem::create_symlink("notes/people.toml", link);
    CHECK(files->read(link) == std::nullopt);
    files->replace(link, "new");
    CHECK(std::filesystem::is_symlink(link));
    CHECK(read_plain(directory / "notes/people.toml") == "new");
    CHECK(mode_of(directory / "notes/people.toml") == 0600);
    files->remove(link);
    CHECK(std::filesystem::is_symlink(link));
    CHECK_FALSE(std::filesystem::exists(directory / "notes/people.toml"));
}

TEST_CASE("a link to where nothing is mounted makes nothing there") {
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    std::filesystem::create_symlink("absent/people.toml", directory / "people.toml");
    std::filesystem::create_symlink("absent", directory / "journal");
    CHECK(failure_of([&] { files->replace(directory / "people.toml", "x"); }) ==
          "cannot write " + (directory / "people.toml") + ": its symbolic link leads to " +
              (directory / "absent/people.toml") + ", whose directory does not exist");
    const auto reason =
        "cannot make " + (directory / "journal") + ": it is a symbolic link to a directory that does not exist";
    CHECK(failure_of([&] { files->replace(directory / "journal/people.toml", "x"); }) == reason);
    CHECK(failure_of([&] { (void)files->lock(directory / "journal"); }) == reason);
    CHECK(directory.names() == Names{"journal", "people.toml"});
}

TEST_CASE("links in a circle are refused") {
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    const auto path = directory / "a";
    std::filesystem::create_symlink("b", path);
    std::filesystem::create_symlink("a", directory / "b");
    CHECK(failure_of([&] { (void)files->read(path); }) ==
          "cannot read " + path + ": Too many levels of symbolic links");
    CHECK(failure_of([&] { files->replace(path, "x"); }) ==
          "cannot write " + path + ": Too many levels of symbolic links");
}

TEST_CASE("a list holds the regular files and links to such, sorted, and no hidden ones") {
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    for (const auto* name : {"b.toml", "a.toml", ".hidden", ".b.toml.x7Yz1q"}) write_plain(directory / name, "");
    std::filesystem::create_directory(directory / "c");
    std::filesystem::create_symlink("a.toml", directory / "link");
    std::filesystem::create_symlink("c", directory / "link-to-directory");
    std::filesystem::create_symlink("absent", directory / "link-to-nothing");
    REQUIRE(::mkfifo((directory / "fifo").c_str(), 0600) == 0);
    CHECK(files->list(directory.path()) == Names{"a.toml", "b.toml", "link"});
}

TEST_CASE("a disk that is full leaves the old file, no temporary, and says so") {
    const TemporaryDirectory directory;
    const auto path = directory / "file";
    write_plain(path, "old");
    const auto child = test::start_process([&] {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{4096, 4096};
        if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) ::_exit(2);
        try {
            system::make_disk_files()->replace(path, std::string(100'000, 'x'));
        } catch (const core::Failure& failure) {
            const auto wanted =
                "cannot write " + path + ": File too large; the file is as it was; make room and try again";
            ::_exit(failure.what() == wanted ? 7 : 3);
        }
    });
    CHECK(test::wait_for(child) == 7);
    CHECK(read_plain(path) == "old");
    CHECK(directory.names() == Names{"file"});
}

TEST_CASE("a writer that is killed at any moment leaves the old file or the new one") {
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    const std::string old_content(400'000, 'o');
    const std::string new_content(500'000, 'n');
    const auto path = directory / "file";
    for (useconds_t delay = 0; delay < 6000; delay += 400) {
        files->replace(path, old_content);
        const auto child = test::start_process([&] {
            for (;;) system::make_disk_files()->replace(path, new_content);
        });
        ::usleep(delay);
        ::kill(child, SIGKILL);
        test::wait_for(child);
        const auto content = files->read(path);
        CHECK((content == old_content || content == new_content));
        CHECK(files->list(directory.path()) == Names{"file"});
    }
}

TEST_CASE("what a killed writer left goes with the next write of the file, and nothing else does") {
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    const Names others{".file.backup", ".file.kith", ".file.kith-backup", ".other.kith-aaaaaa", "file.kith-bbbbbb"};
    for (const auto& name : others) write_plain(directory / name, "mine");
    write_plain(directory / ".file.kith-tmp-cccccc", "half a file");
    // That of a writer who is alive, and a directory.
    const auto alive = directory / ".file.kith-tmp-dddddd";
    const int held = ::open(alive.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    REQUIRE(::flock(held, LOCK_EX) == 0);
    std::filesystem::create_directory(directory / ".file.kith-tmp-eeeeee");
    files->replace(directory / "file", "x");
    Names wanted = others;
    wanted.insert(wanted.end(), {".file.kith-tmp-dddddd", ".file.kith-tmp-eeeeee", "file"});
    std::ranges::sort(wanted);
    CHECK(directory.names() == wanted);
    ::close(held);
    files->put(directory / "file", "y");
    CHECK_FALSE(std::filesystem::exists(alive));
}

TEST_CASE("a link is known as one, wherever it leads") {
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    write_plain(directory / "file", "x");
    std::filesystem::create_symlink("file", directory / "link");
    std::filesystem::create_symlink("absent", directory / "dangling");
    CHECK(files->is_link(directory / "link"));
    CHECK(files->is_link(directory / "dangling"));
    CHECK_FALSE(files->is_link(directory / "file"));
    CHECK_FALSE(files->is_link(directory.path()));
    CHECK_FALSE(files->is_link(directory / "absent"));
}

TEST_CASE("writers take turns and nothing is lost, while readers always see a whole file") {
    const TemporaryDirectory directory;
    const auto path = directory / "log.toml";
    constexpr int writers = 6;
    constexpr int lines_each = 15;
    std::vector<pid_t> children;
    for (int writer = 0; writer < writers; ++writer) {
        children.push_back(test::start_process([&, writer] {
            const auto files = system::make_disk_files();
            for (int line = 0; line < lines_each; ++line) {
                const auto lock = files->lock(directory.path());
                const auto content = files->read(path).value_or("");
                files->replace(path, content + std::to_string(writer) + ":" + std::to_string(line) + "\n");
            }
        }));
    }
    const auto files = system::make_disk_files();
    for (int reading = 0; reading < 200; ++reading) {
        const auto seen = files->read(path).value_or("\n");
        REQUIRE(seen.ends_with('\n'));
    }
    for (const auto child : children) CHECK(test::wait_for(child) == 0);
    const auto content = "\n" + read_plain(path);
    CHECK(std::ranges::count(content, '\n') == 1 + writers * lines_each);
    for (int writer = 0; writer < writers; ++writer) {
        for (int line = 0; line < lines_each; ++line) {
            const auto wanted = "\n" + std::to_string(writer) + ":" + std::to_string(line) + "\n";
            CHECK(content.find(wanted) != std::string::npos);
        }
    }
    CHECK(directory.names() == Names{"log.toml"});
}

TEST_CASE("a lock makes another writer wait, no reader, and ends with its holder") {
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    int ready[2] = {-1, -1};
    REQUIRE(::pipe(ready) == 0);
    const auto holder = test::start_process([&] {
        const auto lock = system::make_disk_files()->lock(directory.path());
        (void)!::write(ready[1], "x", 1);
        for (;;) ::pause();
    });
    char signal = '\0';
    REQUIRE(::read(ready[0], &signal, 1) == 1);

    CHECK(files->read(directory / "absent") == std::nullopt);
    CHECK(files->list(directory.path()).empty());
    const auto waiter = test::start_process([&] {
        const auto lock = system::make_disk_files()->lock(directory.path());
        (void)!::write(ready[1], "y", 1);
    });
    // It cannot have the lock, so it cannot have written, however long one waits.
    ::usleep(50'000);
    REQUIRE(::fcntl(ready[0], F_SETFL, O_NONBLOCK) == 0);
    CHECK(::read(ready[0], &signal, 1) == -1);

    ::kill(holder, SIGKILL);
    CHECK(test::wait_for(holder) == 128 + SIGKILL);
    CHECK(test::wait_for(waiter) == 0);
    CHECK(::read(ready[0], &signal, 1) == 1);
    CHECK(signal == 'y');
    ::close(ready[0]);
    ::close(ready[1]);
}

TEST_CASE("a lock that was let go can be taken again") {
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    for (int turn = 0; turn < 3; ++turn) CHECK(files->lock(directory.path()) != nullptr);
    CHECK(directory.names().empty());
}

TEST_CASE("a file that is removed is gone, and so is one that was not there") {
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    files->replace(directory / "kept", "a");
    for (const bool is_durable : {true, false}) {
        files->replace(directory / "file", "a");
        const auto take_away = [&](const std::string& name) {
            if (is_durable)
                files->remove(directory / name);
            else
                files->discard(directory / name);
        };
        take_away("file");
        take_away("file");
        take_away("absent/file");
        CHECK(directory.names() == Names{"kept"});
    }
    CHECK(failure_of([&] { files->remove(directory.path()); }).starts_with("cannot remove " + directory.path() + ": "));
}

TEST_CASE("what may be lost is put in place as privately as all else") {
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    files->put(directory / "a/b/file", "one");
    files->put(directory / "a/b/file", "two");
    CHECK(files->read(directory / "a/b/file") == "two");
    CHECK(mode_of(directory / "a/b/file") == 0600);
    CHECK(mode_of(directory / "a") == 0700);
    CHECK(files->list(directory / "a/b") == Names{"file"});
}

TEST_CASE("the names of one directory resolve to one path") {
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    files->replace(directory / "real/file", "a");
    std::filesystem::create_symlink("real", directory / "link");
    const auto resolved = files->resolve(directory / "real");
    CHECK(resolved.starts_with('/'));
    CHECK(files->resolve(directory / "link/") == resolved);
    CHECK(files->resolve(directory / "real/../link/.") == resolved);
    CHECK(files->resolve(directory / "absent") == directory / "absent");

    // Of what is not there yet the directory is resolved; a link that leads nowhere stays itself.
    CHECK(files->resolve(directory / "link/absent") == resolved + "/absent");
    CHECK(files->resolve(directory / "absent/file") == directory / "absent/file");
    std::filesystem::create_symlink("absent", directory / "link/dangling");
    CHECK(files->resolve(directory / "link/dangling") == directory / "link/dangling");
}

TEST_CASE("a link to a directory is one, a file is none") {
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    files->replace(directory / "real/file", "a");
    std::filesystem::create_symlink("real", directory / "link");
    CHECK(files->is_directory(directory / "real"));
    CHECK(files->is_directory(directory / "link"));
    CHECK_FALSE(files->is_directory(directory / "real/file"));
    CHECK_FALSE(files->is_directory(directory / "absent"));
}
