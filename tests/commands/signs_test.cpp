// With which signs the program parts, cuts and draws: those that the locale can show.
#include "kith/core/text.hpp"

#include "program.hpp"
#include "texts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

using kith::test::has;
using kith::test::Program;

namespace {

constexpr auto people = R"([[person]]
id = "ana-souza"
name = "Ana Souza"
role = "Engineer"
city = "Lisbon"
email = "ana@example.org"
note = "Likes tea"
every = "3w"
met = 2026-09-01

[[person]]
id = "bo-li"
name = "Bo Li"
)";

constexpr auto log = R"([[interaction]]
id = "k7f2q9xa"
date = 2026-11-10
with = ["ana-souza", "bo-li"]
channel = "coffee"
kind = "wandering"
note = "Walked to the station and talked about the talk, the slides, and whoever else might want to see these"

[[interaction]]
id = "k7d3m5zz"
date = 2026-11-09
with = ["ana-souza"]
note = "Read the draft of the slides, and wrote down what might be left out"
)";

constexpr auto followups = R"([[followup]]
id = "m3qd8w1z"
created = 2026-11-01
due = 2026-11-20
with = ["ana-souza"]
note = "send her the slides"
)";

constexpr auto events = R"([[event]]
id = "meetup"
name = "Meetup"
start = 2026-11-12
goal = "Meet three compiler people"
met = ["bo-li"]
)";

constexpr auto card = "BEGIN:VCARD\nVERSION:4.0\nFN:Ana Souza\nEMAIL:ana@example.org\n"
                      "NOTE:Knows everybody who works on diagnostics and parsers\nEND:VCARD\n";

constexpr auto strategy = R"([balance]
in_person = 40

[[platform]]
id = "linkedin"
per_week = 5

[[topic]]
id = "diagnostics"
text = "What good compiler diagnostics look like"

[[post]]
id = "w8r2k5vn"
title = "Five lessons from writing diagnostics for people who read them in a hurry"
platform = "linkedin"
topic = "diagnostics"
on = 2026-12-01
)";

/// All of it is in ASCII.
Program journal(std::optional<std::size_t> width, const std::string& locale) {
    Program program(std::map<std::string, std::string>{{"people.toml", people},
                                                       {"log/2026-11.toml", log},
                                                       {"followups/2026.toml", followups},
                                                       {"events/2026.toml", events},
                                                       {"strategy.toml", strategy}});
    program.show_on(width);
    program.variables["LC_ALL"] = locale;
    program.variables["HOME"] = "/home/me";
    program.files.files["ana.vcf"] = card;
    return program;
}

bool is_ascii(const std::string& text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

const std::vector<std::vector<std::string>> commands{
    {},
    {"log", "list"},
    {"log", "show", "k7f2"},
    {"log", "remove", "k7f2"},
    {"log", "Coffee with Bo Li", "--via", "coffee"},
    {"followup", "list"},
    {"followup", "done", "m3qd"},
    {"person", "list"},
    {"person", "show", "ana"},
    {"event", "list"},
    {"event", "show", "meetup"},
    {"event", "met", "meetup", "Ana Souza: asked for the slides"},
    {"strategy"},
    {"strategy", "post", "list"},
    {"strategy", "post", "add", "Of signs", "--platform", "linkedin", "--topic", "diagnostics"},
    {"strategy", "post", "publish", "w8r2"},
    {"strategy", "post", "drop", "w8r2"},
    {"report"},
    {"report", "month"},
    {"report", "calendar"},
    {"report", "person", "ana"},
    {"import", "--yes", "ana.vcf"},
    {"check"},
    {"log", "--help"},
    {"__complete", "--", "strategy", "post", "publish", ""},
};

TEST_CASE("in a locale without UTF-8 no command has a sign of its own that is not ASCII") {
    for (const std::optional<std::size_t> width : {std::optional<std::size_t>{}, {40}, {100}}) {
        for (const auto& arguments : commands) {
            CAPTURE(kith::core::join(arguments, " "));
            CAPTURE(width.value_or(0));
            const auto outcome = journal(width, "C").run(arguments);
            CHECK(outcome.status == 0);
            CHECK(!outcome.out.empty());
            CHECK(is_ascii(outcome.out));
            CHECK(is_ascii(outcome.err));
        }
    }
}

TEST_CASE("a text that is cut in a message ends in .. whatever the locale is and however wide the terminal") {
    for (const auto* const locale : {"C", "C.UTF-8"}) {
        for (const std::optional<std::size_t> width : {std::optional<std::size_t>{}, {200}}) {
            CAPTURE(locale);
            CAPTURE(width.value_or(0));
            auto program = journal(width, locale);
            CHECK(program.run({"log", "remove", "k7f2"}).status == 0);
            CHECK(program.run({"undo"}).out ==
                  "undone  log remove  Walked to the station and talked about the talk, the slide.. (k7f2q9xa)\n");
            CHECK(has(program.run({"import", "--yes", "ana.vcf"}).out,
                      "note 'Knows everybody who works on diagnosti..' is not taken"));
            CHECK(program.run({"log", "show", "k7"}).err ==
                  "kith: 'k7' could be k7f2q9xa (2026-11-10 Walked to the station and talked abou..) or k7d3m5zz "
                  "(2026-11-09 Read the draft of the slides, and wro..); use more of the id\n");
        }
    }
}

TEST_CASE("what stands between texts, and for what is cut, goes by the locale") {
    struct Case {
        std::vector<std::string> arguments;
        std::string_view ascii, unicode;
    };
    const Case cases[] = {
        {{}, "noted Sun 1 Nov - last", "noted Sun 1 Nov · last"},
        {{"followup", "list"}, "noted Sun 1 Nov - last", "noted Sun 1 Nov · last"},
        {{"log", "list"}, "..\n", "…\n"},
        {{"strategy"}, "linkedin - diagnostics", "linkedin · diagnostics"},
        {{"strategy", "post", "list"}, "linkedin - diagnostics", "linkedin · diagnostics"},
        {{"event", "list"}, "met 1 - Meet three", "met 1 · Meet three"},
        {{"__complete", "--", "strategy", "post", "publish", ""}, "people who read ..\n", "people who read t…\n"},
    };
    for (const auto& [arguments, ascii, unicode] : cases) {
        CAPTURE(kith::core::join(arguments, " "));
        CHECK(has(journal(140, "C").run(arguments).out, ascii));
        CHECK(has(journal(140, "C.UTF-8").run(arguments).out, unicode));
    }
}

TEST_CASE("the first locale that is set and not empty decides, and where there is none it has UTF-8") {
    using Variables = std::map<std::string, std::string>;
    const auto parted = [](const Variables& variables) {
        auto program = journal({}, "");
        for (const auto& [name, value] : variables) program.variables[name] = value;
        return program.run({"strategy", "post", "list"}).out;
    };
    for (const auto& variables :
         {Variables{}, {{"LC_CTYPE", ""}, {"LANG", ""}}, {{"LC_CTYPE", "C.UTF-8"}, {"LANG", "C"}}})
        CHECK(has(parted(variables), "linkedin · diagnostics"));
    for (const auto& variables : {Variables{{"LANG", "C"}}, {{"LC_CTYPE", "C"}, {"LANG", "C.UTF-8"}}})
        CHECK(has(parted(variables), "linkedin - diagnostics"));
}

TEST_CASE("the review parts its keys, and says what it leaves out, in the signs of the locale") {
    const auto review = [](const std::string& locale) {
        auto program = journal(80, locale);
        program.terminal.height = 12;
        program.keyboard.keys = {"q"};
        return program.run({"followup", "review"}).out;
    };
    CHECK(is_ascii(review("C")));
    CHECK(has(review("C"), "d done - n note - w week"));
    CHECK(has(review("C"), "\n.. "));
    CHECK(has(review("C.UTF-8"), "d done · n note · w week"));
    CHECK(has(review("C.UTF-8"), "\n… "));
}

TEST_CASE("what scripts and other programs read is the same in every locale") {
    const std::vector<std::vector<std::string>> forms{{"followup", "list", "--json"},
                                                      {"report", "person", "ana", "--as", "markdown"},
                                                      {"report", "--as", "markdown"},
                                                      {"report", "--as", "html"},
                                                      {"export", "all", "--as", "markdown"}};
    for (const auto& arguments : forms) {
        CAPTURE(kith::core::join(arguments, " "));
        const auto outcome = journal(40, "C").run(arguments);
        CHECK(outcome.status == 0);
        CHECK(outcome.out == journal({}, "C.UTF-8").run(arguments).out);
    }
}

} // namespace
