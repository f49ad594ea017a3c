// What becomes of records that two sides changed.
#include "merge_cases.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kith::test;

namespace {

const std::string monday = "2026-11-02";
const std::string tuesday = "2026-11-03";
const std::string friday = "2026-11-06";

const std::string a = entry("a1", monday);
const std::string b = entry("b1", tuesday);
const std::string c = entry("c1", friday);

/// A record with these lines on the three sides, and after the merge.
MergeCase lines(const std::string& name, const std::string& base, const std::string& ours, const std::string& theirs,
                const std::string& merged) {
    return {name, person("ana", base), person("ana", ours), person("ana", theirs), person("ana", merged)};
}

} // namespace

TEST_CASE("whole records") {
    const MergeCase cases[] = {
        {"nothing changed", a, a, a, a},
        {"only ours changed", a, b, a, b},
        {"only theirs changed", a, a, b, b},
        {"both changed the same", a, b, b, b},
        {"one added on each side", a, a + "\n" + b, a + "\n" + c, a + "\n" + b + "\n" + c},
        {"one added on each side, the later one by ours", a, a + "\n" + c, a + "\n" + b, a + "\n" + b + "\n" + c},
        {"the same one added on both sides", a, a + "\n" + b, a + "\n" + b + "\n" + c, a + "\n" + b + "\n" + c},
        {"taken out on one side", a + "\n" + b + "\n" + c, a + "\n" + c, a + "\n" + b + "\n" + c, a + "\n" + c},
        {"taken out on both", a + "\n" + b + "\n" + c, a, a + "\n" + c, a},
        {"another one taken out on each", a + "\n" + b + "\n" + c, b + "\n" + c, a + "\n" + b, b},
        {"the last one taken out, one added", a, "", a + "\n" + b, b},
        {"no base", "", a + "\n" + c, a + "\n" + b, a + "\n" + b + "\n" + c},
        {"a side without anything", "", "", a, a},
        {"the first one taken out, and on the other side the one below it with its comment", a + "\n# b\n" + b,
         "# b\n" + b, a, "# b\n"},
        {"changed on both sides", a + "\n" + b, entry("a1", monday, "minutes = 5\n") + "\n" + b,
         a + "\n" + entry("b1", tuesday, "note = \"x\"\n"),
         entry("a1", monday, "minutes = 5\n") + "\n" + entry("b1", tuesday, "note = \"x\"\n")},
    };
    for (const auto& each : cases) check(each);
}

TEST_CASE("keys of a record") {
    const MergeCase cases[] = {
        lines("two keys", "city = \"x\"\nrole = \"y\"\n", "city = \"1\"\nrole = \"y\"\n",
              "city = \"x\"\nrole = \"2\"\n", "city = \"1\"\nrole = \"2\"\n"),
        lines("the same value", "city = \"x\"\nrole = \"y\"\n", "city = \"1\"\n", "city = '1'\nrole = \"2\"\n",
              "city = \"1\"\n"),
        lines("new keys", "name = \"A\"\nnote = \"n\"\n", "name = \"A\"\ncity = \"c\"\nnote = \"n\"\n",
              "name = \"A\"\nnote = \"n\"\nrole = \"r\"\n", "name = \"A\"\ncity = \"c\"\nnote = \"n\"\nrole = \"r\"\n"),
        lines("one taken out, one changed", "city = \"x\"\nrole = \"y\"\n", "role = \"y\"\n",
              "city = \"x\"\nrole = \"2\"\n", "role = \"2\"\n"),
        lines("keys that kith does not know", "shoe_size = 38.5\nx.y = 1\n", "shoe_size = 39.0\nx.y = 1\n",
              "shoe_size = 38.5\nx.y = 2\n", "shoe_size = 39.0\nx.y = 2\n"),
    };
    for (auto each : cases) {
        if (each.name == "the same value") each.conflicts = {"'role' of person ana was changed on both sides"};
        if (each.name == "the same value")
            each.merged = conflict(person("ana", "city = \"1\"\n"), person("ana", "city = \"1\"\nrole = \"2\"\n"));
        check(each);
    }
}

TEST_CASE("lists are sets") {
    const MergeCase cases[] = {
        lines("added on both sides", "groups = [\"x\"]\n", "groups = [\"x\", \"b\"]\n", "groups = [\"x\", \"a\"]\n",
              "groups = [\"x\", \"a\", \"b\"]\n"),
        lines("added and taken out", "groups = [\"x\", \"y\"]\n", "groups = [\"x\", \"y\", \"a\"]\n",
              "groups = [\"y\"]\n", "groups = [\"y\", \"a\"]\n"),
        lines("the same added", "groups = []\n", "groups = [\"a\", \"b\"]\n", "groups = [\"b\", \"a\"]\n",
              "groups = [\"a\", \"b\"]\n"),
        lines("not there before", "", "groups = [\"b\"]\n", "groups = [\"a\"]\n", "groups = [\"a\", \"b\"]\n"),
        lines("taken out with the key, and added", "groups = [\"x\"]\n", "", "groups = [\"x\", \"a\"]\n",
              "groups = [\"a\"]\n"),
        lines("one text for a list", "groups = \"x\"\n", "groups = [\"x\", \"b\"]\n", "groups = [\"x\", \"a\"]\n",
              "groups = [\"x\", \"a\", \"b\"]\n"),
        lines("on lines of their own, with comments", "groups = [\n  \"x\", # why\n  \"y\",\n]\n",
              "groups = [\n  \"x\", # why\n  \"y\",\n  \"b\", # new\n]\n", "groups = [\n  \"x\", # why\n]\n",
              "groups = [\n  \"x\", # why\n  \"b\", # new\n]\n"),
    };
    for (const auto& each : cases) check(each);
}

TEST_CASE("tables in a record are merged by their keys, in whatever form they are written") {
    const std::string inline_form = "handles = { github = \"g\", linkedin = \"l\" }\n";
    const std::string dotted_form = "handles.github = \"g\"\nhandles.linkedin = \"l\"\n";
    const std::string section_form = "\n[person.handles]\ngithub = \"g\"\nlinkedin = \"l\"\n";
    const MergeCase cases[] = {
        lines("inline", inline_form, "handles = { github = \"1\", linkedin = \"l\" }\n",
              "handles = { github = \"g\", linkedin = \"2\", matrix = \"m\" }\n",
              "handles = { github = \"1\", linkedin = \"2\", matrix = \"m\" }\n"),
        lines("dotted", dotted_form, "handles.github = \"1\"\nhandles.linkedin = \"l\"\n", "handles.github = \"g\"\n",
              "handles.github = \"1\"\n"),
        lines("a section", section_form, "\n[person.handles]\ngithub = \"1\" # new\nlinkedin = \"l\"\n",
              "\n[person.handles]\ngithub = \"g\"\nlinkedin = \"2\"\n",
              "\n[person.handles]\ngithub = \"1\" # new\nlinkedin = \"2\"\n"),
        lines("another form on one side", inline_form, "handles = { github = \"1\", linkedin = \"l\" }\n",
              "\n[person.handles]\ngithub = \"g\"\nlinkedin = \"2\"\n",
              "handles = { github = \"1\", linkedin = \"2\" }\n"),
        lines("a section added by one", "name = \"A\"\n", "name = \"B\"\n", "name = \"A\"\n" + section_form,
              "name = \"B\"\n" + section_form),
    };
    for (const auto& each : cases) check(each);
    check({"the same key of a table",
           person("ana", inline_form),
           person("ana", "handles = { github = \"1\", linkedin = \"x\" }\n"),
           person("ana", "handles = { github = \"2\", linkedin = \"l\" }\n"),
           conflict(person("ana", "handles = { github = \"1\", linkedin = \"x\" }\n"),
                    person("ana", "handles = { github = \"2\", linkedin = \"x\" }\n")),
           {"'handles.github' of person ana was changed on both sides"}});
}

TEST_CASE("what excludes each other is a conflict around that record alone") {
    const auto changed = entry("b1", tuesday, "minutes = 5\n");
    const std::string rest = "\n" + c;
    check({"one key with two values",
           entry("a1", monday, "note = \"x\"\n") + rest,
           entry("a1", monday, "note = \"ours\"\ntags = [\"t\"]\n") + rest,
           entry("a1", monday, "note = \"theirs\"\nminutes = 5\n") + "\n" + entry("c1", friday, "minutes = 7\n"),
           conflict(entry("a1", monday, "note = \"ours\"\nminutes = 5\ntags = [\"t\"]\n"),
                    entry("a1", monday, "note = \"theirs\"\nminutes = 5\ntags = [\"t\"]\n")) +
               "\n" + entry("c1", friday, "minutes = 7\n"),
           {"'note' of interaction a1 was changed on both sides"}});
    check({"changed here, taken out there",
           a + "\n" + b + rest,
           a + "\n" + changed + rest,
           a + rest + "\n" + entry("d1", friday),
           a + "\n" + conflict(changed, "") + rest + "\n" + entry("d1", friday),
           {"interaction b1 was changed on one side and taken out on the other"}});
    check({"taken out here, changed there",
           a + "\n" + b + rest,
           a + rest,
           a + "\n" + changed + rest,
           a + "\n" + conflict("", changed) + rest,
           {"interaction b1 was changed on one side and taken out on the other"}});
    check({"added on both sides with different values",
           "",
           person("bo-li", "name = \"Bo Li\"\nmet = 2026-11-02\n"),
           person("bo-li", "name = \"Bo Li\"\nmet = 2026-11-03\ncity = \"Porto\"\n"),
           conflict(person("bo-li", "name = \"Bo Li\"\nmet = 2026-11-02\ncity = \"Porto\"\n"),
                    person("bo-li", "name = \"Bo Li\"\nmet = 2026-11-03\ncity = \"Porto\"\n")),
           {"'met' of person bo-li was changed on both sides"}});
    check({"in a plain table",
           "[group.mentors]\nevery = \"4w\"\n",
           "[group.mentors]\nevery = \"5w\"\n",
           "[group.mentors]\nevery = \"6w\"\n",
           conflict("[group.mentors]\nevery = \"5w\"\n", "[group.mentors]\nevery = \"6w\"\n"),
           {"'every' of [group.mentors] was changed on both sides"}});
}

TEST_CASE("a conflict is told with its line") {
    const auto merged = merge(a + "\n" + person("ana", "city = \"x\"\n"), a + "\n" + person("ana", "city = \"1\"\n"),
                              a + "\n" + person("ana", "city = \"2\"\n"));
    REQUIRE(merged.conflicts.size() == 1);
    CHECK(merged.conflicts[0].subject == "person ana");
    CHECK(merged.conflicts[0].keys == std::vector<std::string>{"city"});
    CHECK(merged.conflicts[0].line == 5);
}

TEST_CASE("new records go in order") {
    const auto e = [](const std::string& id, const std::string& start) {
        return "[[event]]\nid = \"" + id + "\"\nname = \"N\"\nstart = " + start + "\n";
    };
    const auto f = [](const std::string& id, const std::string& created) {
        return "[[followup]]\nid = \"" + id + "\"\ncreated = " + created + "\ndue = 2026-12-31\n";
    };
    const MergeCase cases[] = {
        {"events by start", e("m", monday), e("m", monday) + "\n" + e("z", friday),
         e("k", "2026-01-01") + "\n" + e("m", monday),
         e("k", "2026-01-01") + "\n" + e("m", monday) + "\n" + e("z", friday)},
        {"follow-ups by creation", f("m", monday), f("m", monday) + "\n" + f("z", friday),
         f("m", monday) + "\n" + f("k", tuesday), f("m", monday) + "\n" + f("k", tuesday) + "\n" + f("z", friday)},
        {"people after those they were added below", person("m") + "\n" + person("n"),
         person("m") + "\n" + person("n") + "\n" + person("z"),
         person("m") + "\n" + person("k") + "\n" + person("n") + "\n" + person("a"),
         person("m") + "\n" + person("k") + "\n" + person("n") + "\n" + person("a") + "\n" + person("z")},
        {"those of one day by id, whichever side they are from", "", entry("z", monday) + "\n" + entry("k", monday),
         entry("m", monday), entry("m", monday) + "\n" + entry("z", monday) + "\n" + entry("k", monday)},
        {"into a file that is out of order", entry("x", friday) + "\n" + a,
         entry("x", friday) + "\n" + a + "\n" + entry("y", "2026-11-20"), entry("x", friday) + "\n" + a + "\n" + b,
         entry("x", friday) + "\n" + a + "\n" + b + "\n" + entry("y", "2026-11-20")},
    };
    for (const auto& each : cases) {
        check(each);
        CHECK(merge(each.base, each.theirs, each.ours).text == each.merged);
    }
}
