// A --format with a key that the answer has not: told before anything is written.
#include "program.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kith;
using Action = test::MemoryFiles::Action;

namespace {

test::Program journal() {
    return test::Program(std::map<std::string, std::string>{
        {"people.toml", "[[person]]\nid = \"ana\"\nname = \"Ana Souza\"\nevery = \"4w\"\n\n"
                        "[[person]]\nid = \"bo\"\nname = \"Bo Li\"\n"},
        {"log/2026-11.toml", "[[interaction]]\nid = \"k7f2\"\ndate = 2026-11-20\nwith = [\"ana\"]\n"},
        {"events/2026.toml", "[[event]]\nid = \"rustconf\"\nname = \"RustConf\"\nstart = 2026-11-10\n"},
        {"followups/2026.toml", "[[followup]]\nid = \"m3qd\"\ndue = 2026-11-20\nnote = \"slides\"\nwith = [\"ana\"]\n"},
        {"strategy.toml", "[[goal]]\nid = \"role\"\ntext = \"Find a role\"\n\n[[platform]]\nid = \"github\"\n\n"
                          "[[post]]\nid = \"w8r2\"\ntitle = \"T\"\n"},
    });
}

} // namespace

TEST_CASE("a key that the answer has not is told before anything is written") {
    const std::vector<std::vector<std::string>> commands{
        {"log", "Coffee with Ana"},
        {"log", "-"},
        {"log", "edit", "k7f2", "--via", "email"},
        {"log", "remove", "k7f2"},
        {"person", "add", "Eva Ruiz"},
        {"person", "edit", "ana", "--city", "Lisbon"},
        {"person", "merge", "ana", "bo"},
        {"person", "remove", "bo"},
        {"person", "group", "mentors", "--every", "4w"},
        {"event", "add", "CppCon", "--on", "2026-11-01"},
        {"event", "edit", "rustconf", "--place", "Montreal"},
        {"event", "attend", "rustconf"},
        {"event", "skip", "rustconf"},
        {"event", "met", "rustconf", "Ana Souza"},
        {"event", "remove", "rustconf"},
        {"followup", "add", "send slides", "--with", "ana"},
        {"followup", "done", "m3qd"},
        {"followup", "snooze", "m3qd", "2w"},
        {"followup", "drop", "m3qd"},
        {"followup", "edit", "m3qd", "--on", "2026-12-01"},
        {"strategy", "goal", "add", "Talk"},
        {"strategy", "goal", "done", "role"},
        {"strategy", "audience", "add", "People"},
        {"strategy", "topic", "add", "C++"},
        {"strategy", "channel", "add", "climbing", "--in-person"},
        {"strategy", "platform", "add", "mastodon"},
        {"strategy", "platform", "edit", "github", "--per-week", "2"},
        {"strategy", "post", "add", "Five lessons"},
        {"strategy", "post", "publish", "w8r2"},
        {"strategy", "post", "drop", "w8r2"},
        {"strategy", "remove", "goal", "role"},
        {"strategy", "balance", "40"},
        {"import", "--yes", "--as", "csv", "-"},
        {"init"},
    };
    for (auto arguments : commands) {
        auto program = journal();
        program.input = arguments.front() == "import" ? "Name\nEva Ruiz\n" : "Coffee with Ana\n";
        CAPTURE(arguments);
        auto wrong = arguments;
        wrong.insert(wrong.end(), {"--format", "{nope}"});
        const auto outcome = program.run(wrong);
        CHECK(outcome.status == 2);
        CHECK(outcome.err.find("{nope}") != std::string::npos);
        CHECK(outcome.out.empty());
        CHECK(program.files.paths(Action::replace).empty());

        CHECK(program.run(arguments).status == 0); // It is nothing else that is wrong.
    }
}

TEST_CASE("an undo with a wrong key takes nothing back") {
    auto program = journal();
    program.variables["HOME"] = "/home/me";
    REQUIRE(program.run({"log", "Coffee with Ana"}).status == 0);
    const auto before = program.file("log/2026-11.toml");
    CHECK(program.run({"undo", "--format", "{nope}"}).status == 2);
    CHECK(program.file("log/2026-11.toml") == before);
    CHECK(program.run({"undo", "--format", "{step}"}).status == 0);
    CHECK(program.file("log/2026-11.toml") != before);
}
