// What is set off in an id is enough for the commands, and finding it out opens nothing more.
#include "program.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <set>

using namespace kith;

namespace {

std::string entry(const std::string& id, const std::string& date) {
    return fmt::format("[[interaction]]\nid = \"{}\"\ndate = {}\nwith = [\"ana\"]\n\n", id, date);
}

/// A terminal with colours.
test::Program journal() {
    test::Program program(
        {{"people.toml", "[[person]]\nid = \"ana\"\nname = \"Ana Souza\"\n"},
         {"log/2026-10.toml", entry("k7f2q9xa", "2026-10-05") + entry("m3qd8w1z", "2026-10-06")},
         {"log/2026-11.toml", entry("k7g00000", "2026-11-05") + entry("2w000000", "2026-11-20")},
         {"followups/2025.toml", "[[followup]]\nid = \"k0000000\"\ncreated = 2025-01-01\ndue = 2025-01-02\nwith = "
                                 "[\"ana\"]\ndone = 2025-01-02\n\n[[followup]]\nid = \"2x000000\"\ncreated = "
                                 "2025-01-01\ndue = 2025-01-02\ndropped = 2025-01-02\n"},
         {"followups/2026.toml", "[[followup]]\nid = \"k1000000\"\ncreated = 2026-11-01\ndue = 2026-11-20\nwith = "
                                 "[\"ana\"]\n\n[[followup]]\nid = \"2w000000\"\ncreated = 2026-11-01\ndue = "
                                 "2026-11-21\nwith = [\"ana\"]\n"}});
    program.terminal = {true, true, true, 120, 60};
    return program;
}

/// `k7f` for `\x1b[1mk7f\x1b[0m\x1b[2m2q9xa\x1b[0m`, for each id that has such a beginning.
std::vector<std::string> set_off(const std::string& text) {
    std::vector<std::string> prefixes;
    const std::string before = "\x1b[1m", between = "\x1b[0m\x1b[2m";
    for (auto at = text.find(between); at != std::string::npos; at = text.find(between, at + 1)) {
        const auto begin = text.rfind(before, at) + before.size();
        prefixes.push_back(text.substr(begin, at - begin));
    }
    return prefixes;
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("the part of an entry's id that is enough is set off, and it is enough") {
    auto program = journal();
    const auto prefixes = set_off(program.run({"log", "list"}).out);
    CHECK(prefixes == Texts{"k7f", "m", "k7g", "2"});
    for (const auto& prefix : prefixes) CHECK(program.run({"log", "show", prefix}).status == 0);
    CHECK(program.run({"log", "show", "k7"}).status == 1);
}

TEST_CASE("it is what is enough in the whole log, whatever a filter leaves") {
    auto program = journal();
    CHECK(set_off(program.run({"log", "list", "--grep", "nothing"}).out).empty());
    CHECK(set_off(program.run({"log", "list", "--limit", "2"}).out) == Texts{"k7g", "2"});
    CHECK(set_off(program.run({"person", "show", "ana"}).out) == Texts{"k7f", "m", "k7g", "2", "k1", "2w0"});
}

TEST_CASE("a list of some months opens no others for it, and sets nothing off") {
    auto program = journal();
    const auto outcome = program.run({"log", "list", "--since", "2026-11-01"});
    CHECK(outcome.out.find("k7g00000") != std::string::npos);
    CHECK(set_off(outcome.out).empty());
    const auto read = program.files.read_paths();
    CHECK(std::ranges::find(read, "/home/me/kith/log/2026-10.toml") == read.end());
    // Where these are all months there are, nothing is open that need not be.
    CHECK(set_off(program.run({"log", "list", "--since", "2026-10-20"}).out) == Texts{"k7g", "2"});
}

TEST_CASE("of a follow-up among all of them, and never what 'snooze' would take for a day") {
    auto program = journal();
    CHECK(set_off(program.run({"followup", "list"}).out) == Texts{"k1", "2w0"});
    CHECK(set_off(program.run({}).out) == Texts{"k1", "2w0"});
    CHECK(program.run({"followup", "snooze", "k1", "2w0", "-n"}).status == 0);
}

TEST_CASE("without colours nothing is set off, and no file is read for it") {
    auto program = journal();
    program.variables["NO_COLOR"] = "1";
    CHECK(program.run({"log", "list"}).out.find('\x1b') == std::string::npos);
    const auto read = program.files.read_paths();
    CHECK(std::ranges::count(read, "/home/me/kith/log/2026-10.toml") == 1);
    program.variables.erase("NO_COLOR");
    program.files.calls.clear();
    CHECK(program.run({"log", "list", "--json"}).status == 0);
    CHECK(std::ranges::count(program.files.read_paths(), "/home/me/kith/log/2026-10.toml") == 1);
}

TEST_CASE("ids are found as a hand may have written them; where the bytes do not tell them, nothing is set off") {
    auto program = journal();
    auto& month = program.files.files["/home/me/kith/log/2026-10.toml"];
    month = "[[interaction]]\r\n  \"id\"='k7g11111'\r\ndate = 2026-10-05\r\n";
    CHECK(set_off(program.run({"log", "list"}).out) == Texts{"k7g1", "k7g0", "2"});
    month = "[[interaction]]\nid = \"k7g\\u00311111\"\ndate = 2026-10-05\n";
    CHECK(set_off(program.run({"log", "list"}).out).empty());
}
