// What is to be read whole is whole on a narrow terminal: broken between words, not cut.
#include "kith/commands/command.hpp"
#include "kith/core/text.hpp"

#include "program.hpp"
#include "texts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace kith;
using test::has;
using test::lines_of;
using test::Program;

namespace {

constexpr auto people = R"([[person]]
id = "ana-souza"
name = "Ana Souza"
met_at = "rustconf-2026"
note = "Knows everybody who works on diagnostics, and has the keys of the room."

[[person]]
id = "bo-li"
name = "Bo Li"
)";

const std::string address = "https://example.com/a-blog/2026/11/what-good-diagnostics-look-like?from=kith#notes";

const auto log = R"([[interaction]]
id = "k7f2q9xa"
date = 2026-11-20
with = ["ana-souza"]
channel = "coffee"
note = "Walked to the station together  and talked about the talk"

[[interaction]]
id = "m3qd8w1z"
date = 2026-11-21
with = ["bo-li"]
note = "Tea"

[[interaction]]
id = "a4d6h8zz"
date = 2026-11-02
note = "  Said where  it is: )" +
                 address + R"( and\nthat  she\tlikes it"

[[interaction]]
id = "b5e7j9ww"
date = 2026-11-01
note = "今天我们在咖啡馆谈论诊断信息"
)";

constexpr auto followups = R"([[followup]]
id = "p0c4t7ne"
created = 2026-11-18
due = 2026-11-24
with = ["bo-li"]
event = "rustconf-2026"
)";

constexpr auto events = R"([[event]]
id = "rustconf-2026"
name = "RustConf 2026"
start = 2026-11-18
met = ["ana-souza", "bo-li"]
)";

Program journal(std::optional<std::size_t> width) {
    Program program(std::map<std::string, std::string>{{"people.toml", people},
                                                       {"log/2026-11.toml", log},
                                                       {"followups/2026.toml", followups},
                                                       {"events/2026.toml", events}});
    program.show_on(width);
    return program;
}

std::string said(const std::vector<std::string>& arguments, std::optional<std::size_t> width) {
    const auto outcome = journal(width).run(arguments);
    CHECK(outcome.status == 0);
    CHECK(outcome.err.empty());
    return outcome.out;
}

/// How many bytes of blanks and breaks a text begins with, and whether there is a break among them.
std::pair<std::size_t, bool> gap_of(std::string_view text) {
    const auto gap = text.substr(0, std::min(text.find_first_not_of(" \n"), text.size()));
    return {gap.size(), gap.find('\n') != std::string_view::npos};
}

/// The same words with the same blanks between them, but where in either text a line is broken.
bool is_same_but_for_breaks(std::string_view one, std::string_view other) {
    while (!one.empty() && !other.empty()) {
        const auto [gap, is_break] = gap_of(one);
        const auto [other_gap, is_other_break] = gap_of(other);
        const bool is_alike = is_break || is_other_break ? gap > 0 && other_gap > 0 : gap == other_gap;
        if (!is_alike) return false;
        one.remove_prefix(gap);
        other.remove_prefix(other_gap);
        const auto word = one.substr(0, one.find_first_of(" \n"));
        if (word != other.substr(0, other.find_first_of(" \n"))) return false;
        one.remove_prefix(word.size());
        other.remove_prefix(word.size());
    }
    return one.empty() && other.empty();
}

bool ends_with(const std::string& text, std::string_view end) {
    return std::string_view(text).ends_with(end);
}

TEST_CASE("the balance of today goes on in a second line") {
    const std::string line = "this week: 0 online, 1 in person (100%), 1 unclassified";
    CHECK(ends_with(said({}, {}), "\n\n" + line + "\n"));
    CHECK(ends_with(said({}, 55), "\n\n" + line + "\n"));
    CHECK(ends_with(said({}, 54), "\n\nthis week: 0 online, 1 in person (100%), 1\nunclassified\n"));
    CHECK(ends_with(said({}, 20), "\n\nthis week: 0 online,\n1 in person (100%),\n1 unclassified\n"));
}

TEST_CASE("a record is shown whole, its values broken beside their keys or below these") {
    CHECK(
        said({"log", "show", "k7f2"}, {}) ==
        "id       k7f2q9xa\ndate     2026-11-20 · 2 days ago\nwith     ana-souza\nchannel  coffee\nmode     in-person\n"
        "note     Walked to the station together  and talked about the talk\n");
    CHECK(said({"log", "show", "k7f2"}, 80) == said({"log", "show", "k7f2"}, {}));
    CHECK(
        said({"log", "show", "k7f2"}, 40) ==
        "id       k7f2q9xa\ndate     2026-11-20 · 2 days ago\nwith     ana-souza\nchannel  coffee\nmode     in-person\n"
        "note     Walked to the station together\n         and talked about the talk\n");
    CHECK(
        said({"log", "show", "k7f2"}, 20) ==
        "id\n  k7f2q9xa\ndate\n  2026-11-20 · 2\n  days ago\nwith\n  ana-souza\nchannel\n  coffee\nmode\n  in-person\n"
        "note\n  Walked to the\n  station together\n  and talked about\n  the talk\n");
}

TEST_CASE("a note without blanks is broken where the line ends") {
    const auto shown = said({"log", "show", "b5e7"}, 20);
    CHECK(shown.substr(shown.find("\nnote") + 1) == "note\n  今天我们在咖啡馆谈\n  论诊断信息\n");
}

TEST_CASE("an address in a record is never broken, nor is what stands for a tab; lines stay") {
    const auto shown = [](std::optional<std::size_t> width) {
        const auto text = said({"log", "show", "a4d6"}, width);
        return text.substr(text.find("\nnote") + 1);
    };
    CHECK(shown({}) == "note    Said where  it is: " + address + " and\n      that  she\\tlikes it\n");
    CHECK(shown(200) == shown({}));
    CHECK(shown(40) == "note    Said where  it is:\n      " + address + "\n      and\n      that  she\\tlikes it\n");
    CHECK(shown(25) ==
          "note    Said where  it\n      is:\n      " + address + "\n      and\n      that  she\\tlikes it\n");
    CHECK(shown(20) == "note\n    Said where  it\n  is:\n  " + address + "\n  and\n  that  she\\tlikes\n  it\n");
    CHECK(shown(9) == "note\n    Said\n  where\n  it is:\n  " + address + "\n  and\n  that\n  she\\tlikes\n  it\n");
}

TEST_CASE("what came of an event, and of each met there, is told whole") {
    const std::string record = "id     rustconf-2026\nname   RustConf 2026\nstart  2026-11-18 · 4 days ago\n\n";
    CHECK(said({"event", "show", "rustconf"}, {}) ==
          record + "met  Ana Souza  new, followed up\nmet  Bo Li      known, followed up\n\n"
                   "met 2 (1 new), 2 followed up, median after 2.5 days\n");
    CHECK(said({"event", "show", "rustconf"}, 40) ==
          record + "met  Ana Souza  new, followed up\nmet  Bo Li      known, followed up\n\n"
                   "met 2 (1 new), 2 followed up, median\nafter 2.5 days\n");
    CHECK(said({"event", "show", "rustconf"}, 32) ==
          record + "met  Ana Souza  new, followed up\nmet  Bo Li      known, followed\n                up\n\n"
                   "met 2 (1 new), 2 followed up,\nmedian after 2.5 days\n");
}

TEST_CASE("the review tells whole what its keys do") {
    auto program = journal(40);
    program.today = *core::parse_iso_date("2026-11-25");
    program.keyboard.keys = {"?", "q"};
    const auto outcome = program.run({"followup", "review"});
    CHECK(outcome.out.find("\nu  until  puts it off until a day that\n          it asks for\n") != std::string::npos);
}

TEST_CASE("what 'kith log' asks is broken between words") {
    const auto asked = [](std::optional<std::size_t> width) {
        auto program = journal(width);
        program.terminal = {true, true, true, width}; // One that may not tell how wide it is.
        program.input = "ana\n\nTea\n\n\n";
        return program.run({"log"}).err;
    };
    CHECK(has(asked(80), "What happened? Tea\nWhen? (today, or a day such as yesterday) \n"));
    CHECK(has(asked(40),
              "What happened? Tea\nWhen? (today, or a day such as\nyesterday) \nFollow up? (such as \"in 2w: "
              "send\nslides\") \n"));
    CHECK(asked({}) == asked(80));
}

TEST_CASE("in a list no name is cut below 20 columns, and no day at all") {
    const std::string person = "Maximiliana Featherstonehaugh", event = "The yearly meeting of those who write parsers";
    Program program(std::map<std::string, std::string>{
        {"people.toml", "[[person]]\nid = \"max\"\nname = \"" + person + "\"\nevery = \"3w\"\n"},
        {"log/2026-11.toml", "[[interaction]]\nid = \"k7f2q9xa\"\ndate = 2026-11-20\nwith = [\"max\"]\n"
                             "channel = \"coffee\"\nnote = \"Walked to the station and talked about the talk\"\n"},
        {"followups/2026.toml", "[[followup]]\nid = \"p0c4t7ne\"\ncreated = 2026-11-18\ndue = 2026-11-20\n"
                                "with = [\"max\"]\nnote = \"send her the slides about diagnostics\"\n"},
        {"events/2026.toml", "[[event]]\nid = \"parsers\"\nname = \"" + event + "\"\nstart = 2026-11-20\n"}});
    for (const auto& [noun, name] :
         {std::pair{"log", person}, {"followup", person}, {"person", person}, {"event", event}}) {
        for (std::size_t width = 22; width <= 150; ++width) {
            CAPTURE(noun);
            CAPTURE(width);
            program.show_on(width);
            const auto text = program.run({noun, "list"}).out;
            CHECK(text.find(name.substr(0, 19)) != std::string::npos);
            CHECK(text.find("Fri 20 Nov") != std::string::npos);
        }
    }
}

TEST_CASE("no line of what is shown is wider than the terminal, and nothing of it is missing") {
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"log", "show", "k7f2"},
                                                      {"log", "show", "a4d6"},
                                                      {"event", "show", "rustconf"},
                                                      {"log", "--help"},
                                                      {"import", "--help"},
                                                      {"strategy", "balance", "--help"}}) {
        const auto whole = said(arguments, {});
        for (std::size_t width = 25; width <= 90; ++width) {
            CAPTURE(core::join(arguments, " "));
            CAPTURE(width);
            const auto text = said(arguments, width);
            // Below that the values of an option, such as csv|ics|json, are broken too.
            if (width >= 40 || arguments.back() != "--help") CHECK(is_same_but_for_breaks(text, whole));
            const auto lines = lines_of(text.substr(0, text.find("\nExample:")));
            for (const auto& line : lines) CHECK((core::display_width(line) <= width || ends_with(line, address)));
        }
    }
}

TEST_CASE("--help is as wide as the terminal, up to 80 columns, and in a pipe as ever") {
    for (const auto& command : commands::all_commands()) {
        std::vector<std::string> arguments;
        for (const auto word : core::words(command.path)) arguments.emplace_back(word);
        arguments.emplace_back("--help");
        CAPTURE(core::join(arguments, " "));
        const auto piped = said(arguments, {});
        CHECK(said(arguments, 200) == piped);
        CHECK(said(arguments, 80) == piped);
        CHECK(said(arguments, 5) == said(arguments, 20));
        auto program = journal({});
        program.variables["COLUMNS"] = "40";
        CHECK(program.run(arguments).out == piped);
        program.terminal.output_is_terminal = true;
        const auto narrow = program.run(arguments).out;
        CHECK(narrow == said(arguments, 40));
        CHECK(is_same_but_for_breaks(narrow, piped));
        for (const auto& line : lines_of(narrow.substr(0, narrow.find("\nExample:"))))
            CHECK(core::display_width(line) <= 40);
    }
}

TEST_CASE("on a narrow terminal what an option does stands below it") {
    const auto narrow = said({"log", "list", "--help"}, 40);
    CHECK(narrow.find("\n  --color auto|always|never\n"
                      "      colours; NO_COLOR and\n"
                      "      CLICOLOR_FORCE are honoured\n") != std::string::npos);
    CHECK(said({"log", "list", "--help"}, 70).find("\n  --color auto|always|never  colours; NO_COLOR and ") !=
          std::string::npos);
    auto program = journal(40);
    program.processes.capturing = [](std::span<const std::string>) { return system::Captured{16, {}, {}}; };
    CHECK(program.run({"help", "log", "list"}).out == narrow);
}

} // namespace
