#include "kith/core/error.hpp"
#include "kith/system/files.hpp"
#include "kith/system/processes.hpp"
#include "kith/system/random.hpp"

#include "temporary_directory.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <optional>
#include <set>

using namespace kith;
using kith::test::read_plain;
using kith::test::TemporaryDirectory;
using kith::test::write_plain;
using Names = std::vector<std::string>;

namespace {

/// A variable of the environment, set for as long as the object lives.
class Variable {
  public:
    Variable(std::string name, const std::string& value) : name_(std::move(name)) {
        if (const char* before = std::getenv(name_.c_str())) before_ = before;
        ::setenv(name_.c_str(), value.c_str(), 1);
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;
    ~Variable() {
        if (before_)
            ::setenv(name_.c_str(), before_->c_str(), 1);
        else
            ::unsetenv(name_.c_str());
    }

  private:
    std::string name_;
    std::optional<std::string> before_;
};

/// Two directories: one with the editor, a shell script, and one for what is edited.
struct Desk {
    TemporaryDirectory programs;
    TemporaryDirectory drafts;
    Variable variable{"TMPDIR", drafts.path()};

    std::string editor(std::string_view script, std::string_view name = "editor") const {
        auto path = programs / name;
        write_plain(path, "#!/bin/sh\n" + std::string(script) + "\n");
        ::chmod(path.c_str(), 0700);
        return path;
    }
};

int run(const std::vector<std::string>& arguments) {
    return system::make_processes()->run(arguments, {});
}

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

TEST_CASE("a program's status is its exit status, or 128 and the signal") {
    CHECK(run({"true"}) == 0);
    CHECK(run({"sh", "-c", "exit 3"}) == 3);
    CHECK(run({"sh", "-c", "kill -TERM $$"}) == 128 + SIGTERM);
}

TEST_CASE("arguments reach the program as they are, never through a shell") {
    const TemporaryDirectory directory;
    const auto path = directory / "out";
    const std::string odd = "two  words; $(echo no) `x` * \"'\n";
    CHECK(run({"sh", "-c", R"(printf '%s|' "$@" > "$0")", path, odd, "", "é"}) == 0);
    CHECK(read_plain(path) == odd + "||é|");
}

TEST_CASE("a program that cannot be started") {
    const TemporaryDirectory directory;
    const Variable path("PATH", directory.path());
    CHECK(failure_of([] { run({"kith-no-such-program"}); }) ==
          "cannot run kith-no-such-program: there is no such program");
    const auto plain = directory / "plain";
    write_plain(plain, "text");
    CHECK(failure_of([&] { run({plain}); }) == "cannot run " + plain + ": Permission denied");
    CHECK(failure_of([] { run({}); }) == "cannot run a program: its name is empty");
}

TEST_CASE("Ctrl-C at a program leaves us alive, and the program has its signals as ever") {
    // The child interrupts its parent, then itself.
    CHECK(run({"sh", "-c", "kill -INT $PPID; kill -QUIT $PPID; kill -INT $$"}) == 128 + SIGINT);
    struct sigaction after {};
    ::sigaction(SIGINT, nullptr, &after);
    const bool is_still_ignored = after.sa_handler == SIG_IGN;
    CHECK_FALSE(is_still_ignored);
}

TEST_CASE("a broken pipe that we ignore still ends a program that we run") {
    const auto before = ::signal(SIGPIPE, SIG_IGN);
    CHECK(run({"sh", "-c", "kill -PIPE $$"}) == 128 + SIGPIPE);
    ::signal(SIGPIPE, before);
}

TEST_CASE("a pager gets the text on standard input, with the words of its command and the variables told") {
    const Desk desk;
    const auto seen = desk.drafts / "seen";
    const auto pager = desk.editor("echo \"$1|$2|$LESS\" > '" + seen + "'; cat >> '" + seen + "'; exit 3", "my pager");
    CHECK(system::make_processes()->page("'" + pager + "' -R  '+G x'", "one\ntwo\n", {{"LESS", "FRX"}}));
    CHECK(read_plain(seen) == "-R|+G x|FRX\none\ntwo\n");
}

TEST_CASE("who leaves the pager before the end has seen enough") {
    const Desk desk;
    const std::string long_text(1'000'000, 'x');
    CHECK(system::make_processes()->page(desk.editor("exec true"), long_text, {}));
    CHECK(system::make_processes()->page(desk.editor("kill -INT $PPID; kill -INT $$"), long_text, {}));
    struct sigaction after {};
    ::sigaction(SIGPIPE, nullptr, &after);
    const bool is_still_ignored = after.sa_handler == SIG_IGN;
    CHECK_FALSE(is_still_ignored);
}

TEST_CASE("a pager that cannot be started shows nothing") {
    const Desk desk;
    for (const std::string pager : {"kith-no-such-program -R", "", "'less"})
        CHECK_FALSE(system::make_processes()->page(pager, "text", {}));
}

TEST_CASE("a program that we run while the lock is held does not keep it") {
    const TemporaryDirectory directory;
    const auto files = system::make_disk_files();
    auto lock = files->lock(directory.path());
    CHECK(run({"sh", "-c", "sleep 60 >/dev/null 2>&1 & echo $! > " + (directory / "pid")}) == 0);
    lock.reset();
    CHECK(files->lock(directory.path()) != nullptr);
    ::kill(std::stoi(read_plain(directory / "pid")), SIGKILL);
}

TEST_CASE("the editor gets a private file with the text and the suffix, and gives back what it saved") {
    const Desk desk;
    const auto editor = desk.editor(R"(
        stat -c '%a' "$1" > "$(dirname "$0")/mode"
        echo "$1" > "$(dirname "$0")/name"
        cp "$1" "$(dirname "$0")/seen"
        printf 'new\n' >> "$1")");
    CHECK(system::make_processes()->edit(editor, "old é\n", ".toml") == "old é\nnew\n");
    CHECK(read_plain(desk.programs / "mode") == "600\n");
    CHECK(read_plain(desk.programs / "seen") == "old é\n");
    const auto name = read_plain(desk.programs / "name");
    CHECK(name.starts_with(desk.drafts.path() + "/kith-"));
    CHECK(name.ends_with(".toml\n"));
    CHECK(desk.drafts.names().empty());
}

TEST_CASE("an editor that saves by renaming, as many do") {
    const Desk desk;
    const auto editor = desk.editor(R"(printf 'renamed\n' > "$1.new"; mv "$1.new" "$1")");
    CHECK(system::make_processes()->edit(editor, "old\n", ".toml") == "renamed\n");
    CHECK(desk.drafts.names().empty());
}

TEST_CASE("the editor's command is split at blanks, quotes hold together") {
    const Desk desk;
    const auto script = R"(printf '%s|' "$@" > "$0.out"; eval "printf saved > \"\${$#}\"")";
    struct Case {
        std::string name;
        std::string before;
        std::string after;
        std::string arguments;
    };
    const std::vector<Case> cases{
        {"plain", "", "", ""},
        {"plain", "  ", " \t ", ""},
        {"plain", "", " --wait  -n", "--wait|-n|"},
        {"with blank", "'", "' -n", "-n|"},
        {"with blank", "\"", "\" -n", "-n|"},
        {"plain", "", " '' 'a b'\"c 'd\" x'\"'y", "|a bc 'd|x\"y|"},
    };
    for (const auto& [name, before, after, arguments] : cases) {
        const auto path = desk.editor(script, name);
        const auto command = before + path + after;
        CAPTURE(command);
        CHECK(system::make_processes()->edit(command, "", ".txt") == "saved");
        CHECK(read_plain(path + ".out").starts_with(arguments + desk.drafts.path() + "/kith-"));
    }
}

TEST_CASE("an editor that fails, is missing or not set changes nothing and leaves nothing") {
    const Desk desk;
    const auto edit = [](const std::string& command) {
        return failure_of([&] { (void)system::make_processes()->edit(command, "text", ".toml"); });
    };
    const auto failing = desk.editor("exit 4");
    CHECK(edit(failing) == "cannot edit the text: " + failing + " ended with status 4; nothing was changed");
    CHECK(edit("/kith-no-such-editor -n") == "cannot run /kith-no-such-editor: there is no such program");
    CHECK(edit("  ") == "cannot edit the text: no editor is set; set VISUAL or EDITOR");
    CHECK(edit("vi 'open") == "cannot run vi 'open: a quote in it is not closed");
    const auto removing = desk.editor(R"(rm "$1")", "removing");
    CHECK(edit(removing).ends_with("the editor removed it; nothing was changed"));
    CHECK(desk.drafts.names().empty());
}

TEST_CASE("a temporary directory that does not exist") {
    const Variable variable("TMPDIR", "/kith-no-such-directory");
    const auto said = failure_of([] { (void)system::make_processes()->edit("true", "text", ".toml"); });
    CHECK(said.starts_with("cannot write /kith-no-such-directory/kith-"));
    CHECK(said.ends_with(": No such file or directory"));
}

TEST_CASE("random bits differ each time") {
    std::set<std::uint64_t> seen;
    std::uint64_t ones = 0;
    for (int draw = 0; draw < 64; ++draw) {
        const auto bits = system::random_bits();
        seen.insert(bits);
        ones |= bits;
    }
    CHECK(seen.size() == 64);
    CHECK(ones == ~std::uint64_t{0}); // every bit comes up
}

TEST_CASE("what a captured program writes is returned, however much and in whatever order") {
    const auto processes = system::make_processes();
    const auto captured = processes->capture(
        Names{"sh", "-c", "head -c 300000 /dev/zero >&2; head -c 200000 /dev/zero; cat; exit 3"}, {});
    CHECK(captured.status == 3);
    CHECK(captured.out.size() == 200000);
    CHECK(captured.err.size() == 300000);
    CHECK(failure_of([&] { (void)processes->capture(Names{"no-such-program-here"}, {}); }) ==
          "cannot run no-such-program-here: there is no such program");
}

TEST_CASE("a program finds variables set and taken away, and the others as they are") {
    const Variable kept("KITH_TEST_KEPT", "as it is");
    const Variable removed("KITH_TEST_REMOVED", "away");
    const system::Variables variables{{"KITH_TEST_REMOVED", std::nullopt}, {"KITH_TEST_SET", "a=b $(c)"}};
    const Names words{"sh", "-c", "echo \"$KITH_TEST_KEPT,$KITH_TEST_SET,${KITH_TEST_REMOVED-none}\""};
    CHECK(system::make_processes()->capture(words, variables).out == "as it is,a=b $(c),none\n");
    CHECK(system::make_processes()->capture(words, {}).out == "as it is,,away\n");
}

TEST_CASE("this program is started by its name only where PATH finds it") {
    const auto processes = system::make_processes();
    const auto self = std::filesystem::read_symlink("/proc/self/exe");
    {
        const Variable path("PATH", "/nowhere:" + self.parent_path().string());
        CHECK(processes->own_program() == self.filename().string());
    }
    const TemporaryDirectory other;
    write_plain(other / self.filename().string(), "#!/bin/sh\n");
    ::chmod((other / self.filename().string()).c_str(), 0700);
    const Variable path("PATH", other.path());
    CHECK(processes->own_program() == self.string());
}
