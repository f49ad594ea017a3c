// What git is told, and what its words mean.
#include "kith/core/error.hpp"
#include "kith/store/git.hpp"
#include "kith/store/git_setup.hpp"
#include "kith/store/repository.hpp"

#include "fake_processes.hpp"
#include "memory_files.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace kith::store {
namespace {

using test::FakeProcesses;
using test::MemoryFiles;

TEST_CASE("lines are added to git's files only where they are missing") {
    const auto fresh = with_missing_lines(attributes_file, std::nullopt);
    REQUIRE(fresh);
    CHECK(fresh->starts_with("# kith merges"));
    CHECK(is_set_up(attributes_file, *fresh));
    CHECK(with_missing_lines(attributes_file, fresh) == std::nullopt);
    CHECK(with_missing_lines(ignore_file, with_missing_lines(ignore_file, std::nullopt)) == std::nullopt);

    const auto added = with_missing_lines(attributes_file, "*.txt text\n/log/*.toml \t merge=kith");
    REQUIRE(added);
    CHECK(added->starts_with("*.txt text\n/log/*.toml \t merge=kith\n/people.toml merge=kith\n"));
    CHECK(added->find("/log/*.toml merge=kith") == std::string::npos);
    CHECK(!is_set_up(attributes_file, "*.txt text\n"));
}

TEST_CASE("the driver's command is safe for sh and for git's own names") {
    CHECK(driver_command("kith") == "kith merge-file %O %A %B --path=%P");
    CHECK(driver_command("/usr/local/bin/kith").starts_with("/usr/local/bin/kith merge-file"));
    CHECK(driver_command("/my tools/kith") == "'/my tools/kith' merge-file %O %A %B --path=%P");
    CHECK(driver_command("/it's/100%/$(x)/kith").starts_with("'/it'\\''s/100%%/$(x)/kith' merge-file"));
}

TEST_CASE("the reason is found among what git says") {
    CHECK(reason_in("warning: a\nfatal: not today\nhint: b\n") == "not today");
    CHECK(reason_in("hint: a\nERROR: no access\nfatal: could not read\n") == "no access");
    CHECK(reason_in("only this\n\nhint: not that\n") == "only this");
    CHECK(reason_in("error: These would be overwritten:\n\ta.txt\n\tb c.txt\nPlease move\nAborting\n") ==
          "These would be overwritten: a.txt, b c.txt");
    CHECK(reason_in("").empty());
}

TEST_CASE("git is told the directory and the words as they are") {
    FakeProcesses processes;
    const Git git(processes, "/home/me/my kith", false);
    CHECK(git.run({"log", "-1", "--format=$(x) 'y'"}) == 0);
    CHECK(processes.runs.front() ==
          std::vector<std::string>{"git", "-C", "/home/me/my kith", "log", "-1", "--format=$(x) 'y'"});
    processes.capturing = [](auto) { return system::Captured{128, "", "fatal: no\n"}; };
    CHECK_THROWS_WITH_AS((void)git.require("commit", {"commit"}, "try again"), "git could not commit: no; try again",
                         core::Failure);
    processes.capturing = [](auto) { return system::Captured{3, "", ""}; };
    CHECK_THROWS_WITH_AS((void)git.require("commit", {"commit"}), "git could not commit: it ended with status 3",
                         core::Failure);
    processes.capturing = [](auto) { return system::Captured{137, "", "Auto-merging people.toml\n"}; };
    CHECK_THROWS_WITH_AS((void)git.require("merge", {"merge"}), "git could not merge: it was stopped by signal 9",
                         core::Failure);
    processes.capturing = [](auto) { return system::Captured{129, "", "error: unknown option\n"}; };
    CHECK_THROWS_WITH_AS((void)git.require("merge", {"merge"}), "git could not merge: unknown option", core::Failure);
}

TEST_CASE("a directory without a repository has none, and git's refusals are told") {
    struct Case {
        system::Captured answer;
        bool is_found;
    };
    const std::vector<Case> cases{
        {{0, "true\n\n/home/me/kith/.git\n", ""}, true},
        {{0, "false\n\n/home/me/kith\n", ""}, false},
        {{128, "", "fatal: not a git repository (or any of the parent directories): .git\n"}, false},
        {{128, "", "fatal: cannot change to '/home/me/kith': No such file or directory\n"}, false}};
    for (const auto& each : cases) {
        FakeProcesses processes;
        MemoryFiles files;
        processes.capturing = [&each](auto) { return each.answer; };
        const auto found = Repository::find(Git(processes, "/home/me/kith", false), files);
        CHECK(found.has_value() == each.is_found);
    }
    FakeProcesses processes;
    MemoryFiles files;
    processes.capturing = [](auto) { return system::Captured{128, "", "fatal: detected dubious ownership\n"}; };
    CHECK_THROWS_WITH_AS((void)Repository::find(Git(processes, "/home/me/kith", false), files),
                         "git could not look at the directory: detected dubious ownership", core::Failure);
}

TEST_CASE("of what has changed only the journal's own files are named") {
    FakeProcesses processes;
    MemoryFiles files({{"/home/me/kith/.gitattributes", "*.txt text\n"}, {"/home/me/kith/.gitignore", "*~\n"}});
    processes.capturing = [](std::span<const std::string> words) {
        if (words[3] == "rev-parse") return system::Captured{0, "true\nnotes/\n/home/me/.git\n", ""};
        if (words[3] == "check-ignore") return system::Captured{1, "", ""};
        const std::string head = " N... 100644 100644 100644 aaa bbb ";
        const std::string zero(1, '\0');
        std::string out;
        for (const auto* path : {"notes/people.toml", "notes/log/2026-11.toml", "people.toml", "notes/letter.txt",
                                 "notes/.gitattributes", "notes/.gitignore", "notes/log/november.toml"})
            out += "1 .M" + head + path + zero;
        out += "u UU N... 100644 100644 100644 100644 aaa bbb ccc notes/strategy.toml" + zero;
        out += "? notes/events/2026.toml" + zero + "? notes/events/mine 2.toml" + zero;
        return system::Captured{0, out, ""};
    };
    const auto repository = Repository::find(Git(processes, "/home/me/kith", false), files);
    REQUIRE(repository);
    CHECK(repository->changed_files() ==
          std::vector<std::string>{"people.toml", "log/2026-11.toml", ".gitignore", "events/2026.toml"});
}

} // namespace
} // namespace kith::store
