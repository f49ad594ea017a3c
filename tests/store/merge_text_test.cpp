// What a merge does to the text around the records: comments, line ends, tables, and what cannot be read.
#include "merge_cases.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace kith::test;

namespace {

const std::string a = entry("a1", "2026-11-02");
const std::string b = entry("b1", "2026-11-03");
const std::string c = entry("c1", "2026-11-06");

std::string with_returns(std::string text) {
    for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 2)) text.insert(at, "\r");
    return text;
}

} // namespace

TEST_CASE("comments of both sides stay") {
    const MergeCase cases[] = {
        {"above a new record", a, a + "\n# ours\n" + b, a + "\n# theirs\n" + c,
         a + "\n# ours\n" + b + "\n# theirs\n" + c},
        {"at the head", a, "# Ours.\n\n" + a, a + "\n" + b, "# Ours.\n\n" + a + "\n" + b},
        {"at the head, of the other side", a, a + "\n" + b, "# Theirs.\n\n" + a, "# Theirs.\n\n" + a + "\n" + b},
        {"a head directly above the first record, and one before it", "# Head.\n" + b, "# Head.\n" + b + "\n" + c,
         "# Head.\n\n" + a + "\n" + b, "# Head.\n\n" + a + "\n" + b + "\n" + c},
        {"that stand alone, above a new record", a, a + "\n" + b, a + "\n# --- late ---\n\n" + c,
         a + "\n" + b + "\n# --- late ---\n\n" + c},
        {"that stood alone and were taken out", a + "\n# alone\n\n" + c, a + "\n" + c,
         a + "\n# alone\n\n" + b + "\n" + c, a + "\n" + b + "\n" + c},
        {"at the end", a + "\n# end\n", a + "\n" + b + "\n# end\n", a + "\n" + c + "\n# end\n",
         a + "\n" + b + "\n" + c + "\n# end\n"},
        {"beside a key, on the side that did not change its value", entry("a1", "2026-11-02", "minutes = 5\n"),
         entry("a1", "2026-11-02", "minutes = 6\n"), entry("a1", "2026-11-02", "minutes = 5 # about\n"),
         "# about\n" + entry("a1", "2026-11-02", "minutes = 6\n")},
        {"above a key", entry("a1", "2026-11-02", "minutes = 5\n"), entry("a1", "2026-11-02", "minutes = 6\n"),
         entry("a1", "2026-11-02", "# about\nminutes = 5\n"), entry("a1", "2026-11-02", "# about\nminutes = 6\n")},
        {"above the record, on both sides", a, "# ours\n\n# 1\n" + a, "# theirs\n\n# 2\n" + a,
         "# ours\n\n# theirs\n\n# 2\n# 1\n" + a},
    };
    for (const auto& each : cases) check(each);
}

TEST_CASE("line ends, marks and a missing last one are those of our side") {
    const std::string mark = "\xEF\xBB\xBF";
    const MergeCase cases[] = {
        {"returns", with_returns(a), with_returns(a + "\n" + b), a + "\n" + c, with_returns(a + "\n" + b + "\n" + c)},
        {"none", a, a + "\n" + b, with_returns(a + "\n" + c), a + "\n" + b + "\n" + c},
        {"a mark", mark + a, mark + a + "\n" + b, a + "\n" + c, mark + a + "\n" + b + "\n" + c},
        {"the last line does not end", a, a + "\n" + c.substr(0, c.size() - 1), a + "\n" + b,
         a + "\n" + b + "\n" + c.substr(0, c.size() - 1)},
        {"the last line does not end, and another follows", a, a.substr(0, a.size() - 1) + "\nminutes = 5",
         a + "\n" + b, a + "minutes = 5\n\n" + b},
        {"blank lines", a + "\n\n\n" + c + "\n", a + "\n\n\n" + c + "\nminutes = 1\n\n",
         a + "\n\n\n" + b + "\n" + c + "\n", a + "\n\n\n" + b + "\n" + c + "\nminutes = 1\n\n"},
    };
    for (const auto& each : cases) check(each);
}

TEST_CASE("plain tables and keys above all headers") {
    const std::string mentors = "[group.mentors]\nevery = \"4w\"\n";
    const std::string rust = "[group.rust]\nevery = \"2w\"\n";
    const MergeCase cases[] = {
        {"a table added on each side", "", mentors, rust, mentors + "\n" + rust},
        {"keys of one table", mentors, "[group.mentors]\nevery = \"5w\"\n", mentors + "late = \"6w\"\n",
         "[group.mentors]\nevery = \"5w\"\nlate = \"6w\"\n"},
        {"keys above all", "week_start = \"monday\"\n", "week_start = \"sunday\"\n", "week_start = \"monday\"\nx = 1\n",
         "week_start = \"sunday\"\nx = 1\n"},
        {"keys above all that one side begins", a, a + "\n" + b, "x = 1\n\n" + a, "x = 1\n\n" + a + "\n" + b},
        {"a table among the records", mentors + "\n" + person("ana"),
         mentors + "\n" + person("ana") + "\n" + person("bo"), mentors + "\n" + rust + "\n" + person("ana"),
         mentors + "\n" + rust + "\n" + person("ana") + "\n" + person("bo")},
        {"a table of the user's own, taken out", "[own]\nx = 1\n\n" + a, a, "[own]\nx = 1\n\n" + a + "\n" + b,
         a + "\n" + b},
    };
    for (const auto& each : cases) check(each);
}

TEST_CASE("records without an id") {
    const auto nameless = [](const std::string& note, const std::string& more = {}) {
        return "[[interaction]]\ndate = 2026-11-04\nnote = \"" + note + "\"\n" + more;
    };
    const MergeCase cases[] = {
        {"added on each side", "", nameless("ours"), nameless("theirs"), nameless("ours") + "\n" + nameless("theirs")},
        {"the same one added", "", a + "\n" + nameless("x"), b + "\n" + nameless("x"),
         a + "\n" + b + "\n" + nameless("x")},
        {"changed on one side", nameless("x"), nameless("y"), nameless("x") + "\n" + c, nameless("y") + "\n" + c},
        {"other keys changed", nameless("x", "by = \"me\"\n"), nameless("y", "by = \"me\"\n"),
         nameless("x", "by = \"me\"\nminutes = 5\n"), nameless("y", "by = \"me\"\nminutes = 5\n")},
        {"taken out on one side", nameless("x") + "\n" + c, c,
         nameless("x") + "\n" + c + "\n" + entry("d1", "2026-11-07"), c + "\n" + entry("d1", "2026-11-07")},
    };
    for (const auto& each : cases) check(each);
    const auto merged = merge(nameless("x"), nameless("y"), nameless("z"));
    REQUIRE(merged.conflicts.size() == 1);
    CHECK(kith::store::to_text(merged.conflicts[0]) == "'note' of interaction without an id was changed on both sides");
}

TEST_CASE("a record that stands there twice, and parts that stand apart") {
    check({"a copy that one side made, which the other side's change is not lost on", a, a + "\n" + a,
           entry("a1", "2026-11-02", "minutes = 5\n"), entry("a1", "2026-11-02", "minutes = 5\n")});
    const auto apart = person("ana") + "\n[group.x]\nevery = \"1w\"\n\n# hers\n[person.handles]\ngithub = \"g\"\n";
    check({"a part below another table goes up to its record", apart, apart + "\n" + person("bo"),
           person("ana") + "city = \"c\"\n" + apart.substr(person("ana").size()),
           person("ana") + "city = \"c\"\n\n# hers\n[person.handles]\ngithub = \"g\"\n\n[group.x]\nevery = \"1w\"\n\n" +
               person("bo")});
}

TEST_CASE("what is not valid TOML is merged by lines, with all that differs in one conflict") {
    const auto broken = a + "note = \"unclosed\n";
    const auto merged = merge(a, broken, a + "\n" + b);
    REQUIRE(merged.unreadable.size() == 1);
    CHECK(merged.unreadable[0].place == kith::core::Place{"ours.toml", 4, 17});
    REQUIRE(merged.conflicts.size() == 1);
    CHECK(merged.conflicts[0].line == 4);
    CHECK(merged.text == a + conflict("note = \"unclosed\n", "\n" + b));
    CHECK(merge(broken, a, a + "\n" + b).unreadable[0].place->file == "base.toml");
    CHECK(merge(a, a, broken).conflicts.empty());
    CHECK(merge(a, a, broken).unreadable.empty());
    CHECK(merge(a, a, broken).text == broken);
}

TEST_CASE("a base with a conflict in it, as git makes of several bases, says nothing about that record") {
    const auto note = [](const std::string& text) { return entry("a1", "2026-11-02", "note = \"" + text + "\"\n"); };
    check({"settled on each side in its own way",
           conflict(note("1"), note("2")) + "\n" + b,
           note("1") + "\n" + b + "minutes = 5\n",
           note("2") + "\n" + b + "note = \"x\"\n",
           conflict(note("1"), note("2")) + "\n" + b + "note = \"x\"\nminutes = 5\n",
           {"'note' of interaction a1 was changed on both sides"}});
}

TEST_CASE("two forms of one table that do not go together are merged by lines") {
    const auto merged = merge(a, a + "\n[group.x]\nevery = \"1w\"\n", "group = { x = { every = \"2w\" } }\n\n" + a);
    REQUIRE(merged.conflicts.size() == 1);
    CHECK(merged.unreadable.empty());
    CHECK(kith::store::to_text(merged.conflicts[0]) == "the sides differ here");
}

TEST_CASE("the sides of a text with marker lines") {
    using kith::store::sides_of_conflicts;
    const auto two = sides_of_conflicts("x\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> branch\ny\n");
    REQUIRE(two);
    CHECK(!two->base);
    CHECK(two->ours == "x\n1\ny\n");
    CHECK(two->theirs == "x\n2\ny\n");
    const auto three = sides_of_conflicts("<<<<<<< HEAD\n1\n||||||| 1a2b\n0\n=======\n2\n>>>>>>> branch\n");
    REQUIRE(three);
    CHECK(three->base == "0\n");
    CHECK(three->ours == "1\n");
    CHECK(three->theirs == "2\n");
    const auto returns = sides_of_conflicts("<<<<<<< HEAD\r\n1\r\n=======\r\n>>>>>>> branch\r\nx");
    REQUIRE(returns);
    CHECK(returns->ours == "1\r\nx");
    CHECK(returns->theirs == "x");
    for (const auto* text :
         {"", "x\n", "=======\n", "<<<<<<< a\n1\n", "<<<<<<< a\n=======\n", "<<<<<<< a\n>>>>>>> b\n",
          "<<<<<<< a\n<<<<<<< b\n=======\n>>>>>>> b\n=======\n>>>>>>> a\n", "<<<<<<< a\n=======\n=======\n>>>>>>> b\n"})
        CHECK_MESSAGE(!sides_of_conflicts(text), text);
}

TEST_CASE("a conflict is read back from its marker lines") {
    const auto base = entry("a1", "2026-11-02", "note = \"x\"\n");
    const auto merged = merge(base, entry("a1", "2026-11-02", "note = \"1\"\n") + "\n" + b,
                              entry("a1", "2026-11-02", "note = \"2\"\n") + "\n" + c);
    const auto sides = kith::store::sides_of_conflicts(merged.text);
    REQUIRE(sides);
    CHECK(sides->ours == entry("a1", "2026-11-02", "note = \"1\"\n") + "\n" + b + "\n" + c);
    CHECK(sides->theirs == entry("a1", "2026-11-02", "note = \"2\"\n") + "\n" + b + "\n" + c);
    CHECK(merge("", sides->ours, sides->theirs).text == merged.text);
}
