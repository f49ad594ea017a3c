// What commands do about git and undo without either: nothing that costs, and nothing that is lost.
#include "kith/core/error.hpp"

#include "program.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

namespace {

using kith::test::MemoryFiles;
using kith::test::Program;
using Words = std::vector<std::string>;

TEST_CASE("without auto_commit no command runs git") {
    const std::map<std::string, std::string> journal{
        {"people.toml", "[[person]]\nid = \"ana\"\nname = \"Ana Souza\"\n"}};
    Program program(journal);
    program.variables["HOME"] = "/home/me";
    for (const Words& words : std::vector<Words>{{"log", "Coffee"},
                                                 {"log", "list"},
                                                 {},
                                                 {"report"},
                                                 {"person", "edit", "ana", "--every", "3w"},
                                                 {"undo"},
                                                 {"check"},
                                                 {"check", "--fix"},
                                                 {"init"}})
        CHECK(program.run(words).status == 0);
    CHECK(program.processes.runs.empty());
}

TEST_CASE("noting a write costs one small file and reads none") {
    Program program;
    program.variables["HOME"] = "/home/me";
    (void)program.run({"log", "One"});
    program.files.calls.clear();
    (void)program.run({"log", "Two"});
    CHECK(program.files.paths(MemoryFiles::Action::put).size() == 1);
    for (const auto& path : program.files.read_paths()) CHECK(path.find("/.local/state/") == std::string::npos);
    CHECK(program.files.replaced_paths() == Words{"/home/me/kith/log/2026-11.toml"});
}

TEST_CASE("where a write cannot be noted it is made all the same, and that is said once") {
    Program program;
    program.variables["HOME"] = "/home/me";
    program.files.fail_to_put();
    const auto outcome = program.run({"log", "Coffee"});
    CHECK(outcome.status == 0);
    CHECK(outcome.err.starts_with("kith: 'kith undo' will not know of this: cannot write "));
    CHECK(outcome.err.find('\n') == outcome.err.size() - 1);
    CHECK(program.file("log/2026-11.toml"));
}

TEST_CASE("a dry run, and a write that failed, leave nothing to take back") {
    Program program;
    program.variables["HOME"] = "/home/me";
    CHECK(program.run({"log", "Coffee", "-n"}).status == 0);
    program.files.fail_at_replace(1);
    CHECK(program.run({"log", "Coffee"}).status == 1);
    CHECK(program.files.paths(MemoryFiles::Action::put).empty());
    CHECK(program.run({"undo"}).err == "kith: there is nothing to take back\n");
}

TEST_CASE("the words of git are git's, those before them kith's") {
    struct Case {
        Words words;
        Words told;
    };
    const std::vector<Case> cases{
        {{"git", "log", "-n", "3", "--json", "-q"}, {"log", "-n", "3", "--json", "-q"}},
        {{"git", "log", "--", "-n", "--"}, {"log", "--", "-n", "--"}},
        {{"--color", "never", "git", "-q", "diff", "[a]", "{b}", ""}, {"diff", "[a]", "{b}", ""}},
        {{"git", "--", "-c", "a=b", "log"}, {"-c", "a=b", "log"}}};
    for (const auto& each : cases) {
        CAPTURE(each.told.back());
        Program program;
        program.processes.running = [](auto) { return 7; };
        CHECK(program.run(each.words).status == 7);
        REQUIRE(program.processes.runs.size() == 1);
        Words told{"git", "-C", "/home/me/kith"};
        told.insert(told.end(), each.told.begin(), each.told.end());
        CHECK(program.processes.runs.front() == told);
    }
    Program program;
    CHECK(program.run({"git"}).status == 2);
    CHECK(program.run({"-n", "git", "push"}).status == 2);
    CHECK(program.run({"--json", "git", "status"}).status == 2);
    CHECK(program.run({"--format", "{id}", "git", "log"}).status == 2);
    CHECK(program.processes.runs.empty());
}

TEST_CASE("git that is not installed is no error for check") {
    const std::map<std::string, std::string> journal{{".gitattributes", "/people.toml merge=kith\n"}};
    Program program(journal);
    program.processes.capturing = [](auto) -> kith::system::Captured {
        throw kith::core::Failure({kith::core::ProblemKind::io, "cannot run git", std::nullopt, {}});
    };
    CHECK(program.run({"check"}).status == 0);
    CHECK(program.run({"sync"}).err == "kith: cannot run git\n");
}

} // namespace
