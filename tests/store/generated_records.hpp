// Records as kith writes them, and nearly so.
#pragma once

#include "kith/core/records.hpp"
#include "kith/core/strategy.hpp"
#include "kith/store/document.hpp"

#include "generated_documents.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace kith::test {

inline const std::vector<std::string> values{
    R"("ana-souza")",
    R"("")",
    R"("a \"quoted\" word\u00e9\n")",
    R"("back\\slash")",
    R"('single "quotes"')",
    R"("""one line""")",
    "\"\"\"\nover\ndone = 2020-01-01\ndate = 2020-01-01\n[[followup]]\n\"\"\"",
    "\"\"\"\ndone = 2020-01-01\ndate = 2020-01-01\nx = 1\"\"\"",
    "'''\nlines\n'''",
    "[]",
    R"(["ana-souza"])",
    R"(["ana-souza", "bo-li"])",
    R"(["a", 'b'])",
    R"(["a","b"])",
    R"([ "a", "b" ])",
    R"(["a", "b",])",
    "[\n  \"a\", # first\n  \"b\"\n]",
    R"(["a, \"b\"", "c]"])",
    "[1, 2]",
    "2026-11-22",
    "2024-02-29",
    "0001-01-01",
    "2026-11-22T18:30:00",
    "2026-11-22 18:30:00",
    "2026-11-22t18:30:00",
    "2026-11-22T18:30:00.000",
    "2026-11-22T18:30:00Z",
    "18:30:00",
    "0",
    "45",
    "+45",
    "-1",
    "4_500",
    "2147483647",
    "2147483648",
    "99999999999",
    "0x1f",
    "1.5",
    "true",
    "false",
    R"("2w")",
    R"("3 weeks")",
    R"("+2w")",
    R"("2026-11-22")",
    R"({ linkedin = "in/anasouza", mastodon = '@ana' })",
    R"({ linkedin = "in/anasouza", mastodon = "@ana" })",
    R"({ linkedin = "in/ana\"souza" })",
    R"({ "linked in" = "a" })",
    R"({ linkedin = "a"})",
    "{ a = 1 }",
    "{}",
    "[[]]",
};

/// For each key, the values that it can have.
template<class Record> std::map<std::string_view, std::vector<std::string>> fitting_values() {
    std::map<std::string_view, std::vector<std::string>> fitting;
    for (const auto key : core::keys_of<Record>()) {
        for (const auto& value : values) {
            const auto text = fmt::format("[[{}]]\n{} = {}\n", core::kind_of<Record>(), key, value);
            const auto reading = core::from_fields<Record>(store::Document::parse("file.toml", text).fields(0));
            const auto is_of_key = [key](const core::FieldProblem& problem) { return problem.key == key; };
            if (std::ranges::none_of(reading.problems, is_of_key)) fitting[key].push_back(value);
        }
    }
    return fitting;
}

/// Those among them that kith itself writes.
inline const std::vector<std::string> plain_values{R"("ana-souza")",
                                                   R"("")",
                                                   R"("a \"quoted\" word\u00e9\n")",
                                                   R"("back\\slash")",
                                                   "[]",
                                                   R"(["ana-souza"])",
                                                   R"(["ana-souza", "bo-li"])",
                                                   R"(["a, \"b\"", "c]"])",
                                                   "2026-11-22",
                                                   "2024-02-29",
                                                   "2026-11-22T18:30:00",
                                                   "0",
                                                   "45",
                                                   "true",
                                                   "false",
                                                   R"("2w")",
                                                   R"("+2w")",
                                                   R"({ linkedin = "in/anasouza", mastodon = "@ana" })",
                                                   R"({ linkedin = "in/ana\"souza" })"};

/// What makes a text unlike what kith writes, and often invalid: put in anywhere.
inline const std::vector<std::string> odd_bytes{"\r", "\t", " ", "\x01", "\x7f", "\xff", "\n",
                                                "#",  "\"", "[", "]",    "=",    "é"};

/// Keys of the kind, mostly in their order and mostly plain.
template<class Record> std::string generated_record(Chance& chance) {
    static const auto fitting = fitting_values<Record>();
    auto keys = core::keys_of<Record>();
    if (chance.one_in(4)) std::swap(keys[chance.below(keys.size())], keys[chance.below(keys.size())]);
    if (chance.one_in(6)) keys.insert(keys.begin() + static_cast<std::ptrdiff_t>(chance.below(keys.size())), "mine");
    const std::string end = chance.one_in(5) ? "\r\n" : "\n";
    std::string text = fmt::format("[[{}]]{}", core::kind_of<Record>(), chance.one_in(20) ? " # mine" + end : end);
    for (const auto key : keys) {
        if (chance.one_in(4)) continue;
        if (chance.one_in(25)) text += "# " + std::string(key) + end;
        if (chance.one_in(25)) text += end;
        const bool fits = fitting.contains(key) && !chance.one_in(15);
        text += fmt::format("{}{}{}{}", chance.one_in(100) ? " " : "", key, chance.one_in(100) ? "=" : " = ",
                            chance.of(fits ? fitting.at(key) : values));
        text += (chance.one_in(100) ? " # " + std::string(key) : chance.one_in(100) ? " " : "") + end;
    }
    if (chance.one_in(15)) text += fmt::format("[{}.handles]{}x = \"y\"{}", core::kind_of<Record>(), end, end);
    return text;
}

/// As kith would write it, with the odd comment.
template<class Record> std::string plain_record(Chance& chance) {
    static const auto fitting = fitting_values<Record>();
    std::string text = fmt::format("[[{}]]\n", core::kind_of<Record>());
    for (const auto key : core::keys_of<Record>()) {
        if (chance.one_in(25)) text += "# " + std::string(key) + "\n";
        const bool is_needed = key == "date" || key == "due" || key == "start";
        if (is_needed && !chance.one_in(40)) {
            text += fmt::format("{} = {}-11-{:02}{}\n", key, chance.one_in(20) ? 2025 : 2026, chance.below(28) + 1,
                                chance.one_in(40) ? "T18:30" : "");
        } else if (fitting.contains(key) && !chance.one_in(4)) {
            const auto& value = chance.of(fitting.at(key));
            const bool is_usual = std::ranges::find(plain_values, value) != plain_values.end();
            if (is_usual || chance.one_in(40)) text += fmt::format("{} = {}\n", key, value);
        }
    }
    return text;
}

/// The tables of groups, as they may stand among the records of people.toml.
inline const std::vector<std::string> groups{"[group.mentors]\nevery = \"4w\"\n",
                                             "[group.mentors]\nlate = \"5w\"\nevery = \"4w\"\n",
                                             "[group.old-team]\n# half a year\nevery = \"6m\"\nlate = \"1y\"\n\n",
                                             "[group.\"with blank\"]\nevery = \"4w\"\n",
                                             "[group.a.b]\nevery = \"4w\"\n",
                                             "[ group.spaced ]\nevery = \"4w\"\n",
                                             "[group.empty]\n",
                                             "[group.odd]\nevery = 4\nmine = 1\n",
                                             "[[group.row]]\nevery = \"4w\"\n",
                                             "[mine]\nevery = \"4w\"\n"};

/// A few of these and of the groups, mostly valid.
template<class Record> std::string generated_file(Chance& chance) {
    std::string text = chance.one_in(20) ? "mine\n" : chance.one_in(4) ? "# mine\n\n" : "";
    for (std::size_t count = chance.below(3) + 1; count > 0; --count) {
        text += plain_record<Record>(chance);
        if (chance.one_in(3)) text += chance.one_in(2) ? "\n" : "\n# about the next\n";
        if (std::is_same_v<Record, core::Person> && chance.one_in(3))
            text += chance.one_in(6) ? chance.of(groups) : fmt::format("[group.g{}]\nevery = \"4w\"\n", count);
    }
    if (chance.one_in(2)) text.insert(chance.below(text.size()), chance.of(odd_bytes));
    return text;
}

/// The follow-ups of a year, closed or not, and what only looks like them.
inline std::string generated_year(Chance& chance) {
    const std::vector<std::string> lines{"done = 2025-03-01",    "done = 2026-11-20",  "dropped = 2025-04-01",
                                         "dropped = 2026-11-25", "done=2025-03-01",    "done = \"2025-03-01\"",
                                         "done = 1025030100",    "done = \"201-02-3\""};
    const std::string look_alike = "[[followup]]\nid = \"0\"\ncreated = 2025-02-01\ndone = 2020-01-01";
    const std::vector<std::string> indents{"", " ", "\t", "  "};
    std::string text;
    for (std::size_t count = chance.below(4); count > 0; --count) {
        text += fmt::format("[[followup]]\nid = \"{}\"\n", chance.below(100000));
        if (!chance.one_in(8)) text += chance.one_in(8) ? "created = 2024-12-31\n" : "created = 2025-02-01\n";
        text += "due = 2025-03-01\n";
        if (chance.one_in(6)) text += "note = " + chance.of(values) + "\n";
        if (!chance.one_in(6)) text += chance.of(lines) + "\n";
        if (chance.one_in(3)) text += "closed_by = \"0fffk31j\"\n";
        if (chance.one_in(12)) text += "mine = \"\"\"\ndone = 2020-01-01\nclosed_by = \"\"\"\n";
        if (chance.one_in(12)) text += "mine = \"\"\"\ndone = 2020-01-01\n\n" + look_alike + "\"\"\"\n";
        if (chance.one_in(12)) text += chance.of(indents) + "[followup.mine]\ndone = 2020-01-01\n";
    }
    return text;
}

} // namespace kith::test
