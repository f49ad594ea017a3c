// A command that fails after it has written: it says that what was asked is in the journal, and how it is taken back.
#include "program.hpp"

#include <doctest/doctest.h>

using kith::test::Program;

namespace {

/// An entry can be moved without a look at the people; to say who it was with takes one.
Program with_people_that_cannot_be_read() {
    Program program({{"people.toml", "[[person]]\nid = \"ana\"\nname = \"Ana Souza\"\n"},
                     {"log/2026-11.toml", "[[interaction]]\nid = \"a2\"\ndate = 2026-11-19\nwith = [\"ana\"]\n"}});
    program.files.fail_to_read("/home/me/kith/people.toml");
    return program;
}

} // namespace

TEST_CASE("a failure after the write says what is in the journal and how it is taken back") {
    auto program = with_people_that_cannot_be_read();
    program.variables["HOME"] = "/home/me";
    const auto before = program.file("log/2026-11.toml");
    const auto moved = program.run({"log", "edit", "a2", "--on", "2026-10-15"});
    CHECK(moved.status == 1);
    CHECK(moved.err.find("people.toml") != std::string::npos);
    CHECK(moved.err.ends_with("kith: what was written before that is in the journal; 'kith undo' takes it back\n"));
    CHECK(program.file("log/2026-10.toml"));
    CHECK(program.run({"undo"}).status == 0);
    CHECK(program.file("log/2026-11.toml") == before);
    CHECK_FALSE(program.file("log/2026-10.toml"));
}

TEST_CASE("a failure after the write promises no way back where there is none") {
    auto program = with_people_that_cannot_be_read();
    const auto moved = program.run({"log", "edit", "a2", "--on", "2026-10-15"});
    CHECK(moved.status == 1);
    CHECK(moved.err.ends_with("kith: what was written before that is in the journal\n"));
}

TEST_CASE("a failure before the write says nothing of one") {
    auto program = with_people_that_cannot_be_read();
    const auto refused = program.run({"log", "Coffee", "--with", "ana"});
    CHECK(refused.status == 1);
    CHECK(refused.err.find("in the journal") == std::string::npos);
    CHECK(program.files.replaced_paths().empty());
}

TEST_CASE("the process is left with the status once all is written, and not where it failed") {
    Program program({{"people.toml", "[[person]]\nid = \"ana\"\nname = \"Ana Souza\"\nevery = \"1d\"\n"},
                     {"log/2026-10.toml", "[[interaction]]\nid = \"a2\"\ndate = 2026-10-19\nwith = [\"ana\"]\n"}});
    CHECK(program.run({"report"}).left == 0);
    CHECK(program.run({"followup", "list", "--due", "--exit-code"}).left == 10);
    CHECK_FALSE(program.run({"log", "show", "zz"}).left.has_value());
    CHECK_FALSE(program.run({"log", "list", "--no-such"}).left.has_value());
}
