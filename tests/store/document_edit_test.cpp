// "Exactly these lines changed": what each edit does to a text, byte for byte.
#include "kith/core/error.hpp"
#include "kith/store/document.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kith;
using store::Document;
using Strings = std::vector<std::string>;

namespace {

core::Change set(std::string key, core::Value value) {
    return {std::move(key), std::move(value)};
}
core::Change text(std::string key, std::string value) {
    return {std::move(key), core::Value{std::move(value)}};
}
core::Change taken(std::string key) {
    return {std::move(key), std::nullopt};
}

std::string changed(const std::string& before, const std::vector<core::Change>& changes, std::size_t record = 0) {
    auto document = Document::parse("people.toml", before);
    document.change(record, changes);
    CHECK(Document::parse("people.toml", document.text()).records().size() == document.records().size());
    return document.text();
}

std::string changed_table(const std::string& before, const Strings& path, const std::vector<core::Change>& changes) {
    auto document = Document::parse("people.toml", before);
    document.change_table(path, changes);
    return document.text();
}

struct Case {
    std::string name;
    std::string before;
    std::vector<core::Change> changes;
    std::string after;
};

void check(const std::vector<Case>& cases) {
    for (const auto& [name, before, changes, after] : cases) {
        CAPTURE(name);
        CHECK(changed(before, changes) == after);
    }
}

} // namespace

TEST_CASE("a value replaces its own span") {
    check({
        {"text, comment beside",
         "[[p]]\nname  =  'Ana'   # her name\n",
         {text("name", "Bo")},
         "[[p]]\nname  =  \"Bo\"   # her name\n"},
        {"beyond ASCII before it",
         "[[p]]\n\"ключ\" = 'ñ' # é\n",
         {text("ключ", "李")},
         "[[p]]\n\"ключ\" = \"李\" # é\n"},
        {"another type", "[[p]]\nd = 2026-01-01\n", {set("d", std::int64_t{3})}, "[[p]]\nd = 3\n"},
        {"over lines",
         "[[p]]\nn = \"\"\"\n[[p]]\nx\"\"\" # c\nm = 1\n",
         {text("n", "one\ntwo")},
         "[[p]]\nn = \"one\\ntwo\" # c\nm = 1\n"},
        {"quoted key", "[[p]]\n'a' = 1\n", {set("a", true)}, "[[p]]\n'a' = true\n"},
        {"same value",
         "[[p]]\nn = 'Ana'\nl = [ 'a' ]\n",
         {text("n", "Ana"), set("l", Strings{"a"})},
         "[[p]]\nn = 'Ana'\nl = [ 'a' ]\n"},
        {"other records stay",
         "[[p]]\nn=1\n[[p]]\nn=1 # second\n",
         {set("n", std::int64_t{2})},
         "[[p]]\nn=2\n[[p]]\nn=1 # second\n"},
        {"unknown keys stay",
         "[[p]]\nx = 1.5\nn=1\ny = 07:30:00\n",
         {set("n", std::int64_t{2})},
         "[[p]]\nx = 1.5\nn=2\ny = 07:30:00\n"},
        {"nan stays equal to itself", "[[p]]\nx = nan\nn=1\n", {set("n", std::int64_t{2})}, "[[p]]\nx = nan\nn=2\n"},
        {"mixed line ends", "[[p]]\r\nn=1\nm=2\r\n", {set("n", std::int64_t{2})}, "[[p]]\r\nn=2\nm=2\r\n"},
        {"byte-order mark", "\xEF\xBB\xBF[[p]]\nn=1", {set("n", std::int64_t{2})}, "\xEF\xBB\xBF[[p]]\nn=2"},
    });
}

TEST_CASE("a new key is one line after the record's last own key") {
    check({
        {"last", "[[p]]\nid = 1\n\n[[p]]\n", {text("n", "x")}, "[[p]]\nid = 1\nn = \"x\"\n\n[[p]]\n"},
        {"indented",
         "[[p]]\n  id = 1 # c\n  # below\n",
         {text("n", "x")},
         "[[p]]\n  id = 1 # c\n  n = \"x\"\n  # below\n"},
        {"no keys yet", "[[p]] # c\n", {text("n", "x")}, "[[p]] # c\nn = \"x\"\n"},
        {"before sub-tables",
         "[[p]]\nid = 1\n\n[p.h]\na = 'b'\n",
         {text("n", "x")},
         "[[p]]\nid = 1\nn = \"x\"\n\n[p.h]\na = 'b'\n"},
        {"after a long value", "[[p]]\nl = [\n  'a',\n]\n", {text("n", "x")}, "[[p]]\nl = [\n  'a',\n]\nn = \"x\"\n"},
        {"CRLF",
         "[[p]]\r\nid = 1\r\n",
         {text("n", "x"), text("m", "y")},
         "[[p]]\r\nid = 1\r\nn = \"x\"\r\nm = \"y\"\r\n"},
        {"no final line end", "[[p]]\nid = 1", {text("n", "x")}, "[[p]]\nid = 1\nn = \"x\"\n"},
        {"a table, a list",
         "[[p]]\n",
         {set("h", core::TextTable{{"a", "b"}}), set("l", Strings{"x"})},
         "[[p]]\nh = { a = \"b\" }\nl = [\"x\"]\n"},
        {"a key that needs quotes", "[[p]]\n", {text("two words", "x")}, "[[p]]\n\"two words\" = \"x\"\n"},
    });
}

TEST_CASE("a removed key takes its lines and the comment beside it") {
    check({
        {"one line",
         "[[p]]\n# above\nid = 1 # beside\n# below\nn = 2\n",
         {taken("id")},
         "[[p]]\n# above\n# below\nn = 2\n"},
        {"over lines", "[[p]]\nl = [\n 'a', # x\n] # y\nn = 2\n", {taken("l")}, "[[p]]\nn = 2\n"},
        {"one that is not there", "[[p]]\nn = 2\n", {taken("id")}, "[[p]]\nn = 2\n"},
        {"dotted", "[[p]]\nh.a = 'x'\nn = 2\nh.b = 'y' # c\n", {taken("h")}, "[[p]]\nn = 2\n"},
        {"sub-table",
         "[[p]]\nn = 2\n\n# hers\n[p.h] # c\na = 'b'\n\n[[p]]\n",
         {taken("h")},
         "[[p]]\nn = 2\n\n# hers\n\n[[p]]\n"},
        {"sub-table between blanks",
         "[[p]]\nn = 2\n\n[p.h]\na = 'b'\n\n[p.i]\nc = 1\n",
         {taken("h")},
         "[[p]]\nn = 2\n\n[p.i]\nc = 1\n"},
        {"list of tables", "[[p]]\nn = 2\n[[p.log]]\nx = 1\n[[p.log]]\nx = 2\n", {taken("log")}, "[[p]]\nn = 2\n"},
        {"last, no final line end", "[[p]]\nn = 2\nid = 1", {taken("id")}, "[[p]]\nn = 2\n"},
        {"and one put in", "[[p]]\nn = 2\nid = 1\n", {taken("id"), text("m", "x")}, "[[p]]\nn = 2\nm = \"x\"\n"},
    });
}

TEST_CASE("a list changes by its elements") {
    const auto list = [](Strings texts) { return std::vector{set("l", core::Value{std::move(texts)})}; };
    const std::string many = "[[p]]\nl = [ # open\n    'a', # first\n    # about b\n    \"b\",\n]\n";
    const std::string few = "[[p]]\nl = [\n  'a', # first\n  'b' # second\n]\n";
    check({
        {"append", "[[p]]\nl = ['a'] # c\n", list({"a", "b"}), "[[p]]\nl = ['a', \"b\"] # c\n"},
        {"append, blanks", "[[p]]\nl = [ 'a' ]\n", list({"a", "b"}), "[[p]]\nl = [ 'a', \"b\" ]\n"},
        {"append, last comma", "[[p]]\nl = ['a',]\n", list({"a", "b"}), "[[p]]\nl = ['a', \"b\",]\n"},
        {"append to none", "[[p]]\nl = [ ]\n", list({"a"}), "[[p]]\nl = [\"a\"]\n"},
        {"append, line each", many, list({"a", "b", "c"}),
         "[[p]]\nl = [ # open\n    'a', # first\n    # about b\n    \"b\",\n    \"c\",\n]\n"},
        {"append, no last comma", few, list({"a", "b", "c"}),
         "[[p]]\nl = [\n  'a', # first\n  'b', # second\n  \"c\"\n]\n"},
        {"append, bracket beside", "[[p]]\nl = ['a',\n     'b']\n", list({"a", "b", "c"}),
         "[[p]]\nl = ['a',\n     'b',\n     \"c\"]\n"},
        {"append, CRLF", "[[p]]\r\nl = [\r\n  'a',\r\n]\r\n", list({"a", "b"}),
         "[[p]]\r\nl = [\r\n  'a',\r\n  \"b\",\r\n]\r\n"},
        {"append to a comment", "[[p]]\nl = [\n    # none yet\n]\n", list({"a"}),
         "[[p]]\nl = [\n    # none yet\n    \"a\",\n]\n"},
        {"append, commas first", "[[p]]\nl = [ 'a'\n    , 'b'\n    ]\n", list({"a", "b", "c"}),
         "[[p]]\nl = [ 'a'\n    , 'b', \"c\"\n    ]\n"},
        {"remove first", "[[p]]\nl = ['a', 'b', 'c']\n", list({"b", "c"}), "[[p]]\nl = ['b', 'c']\n"},
        {"remove middle", "[[p]]\nl = ['a', 'b', 'c']\n", list({"a", "c"}), "[[p]]\nl = ['a', 'c']\n"},
        {"remove last", "[[p]]\nl = ['a', 'b', 'c']\n", list({"a", "b"}), "[[p]]\nl = ['a', 'b']\n"},
        {"remove last, last comma", "[[p]]\nl = ['a', 'b',]\n", list({"a"}), "[[p]]\nl = ['a',]\n"},
        {"remove all", "[[p]]\nl = [ 'a', 'b' ]\n", list({}), "[[p]]\nl = []\n"},
        {"remove a line", many, list({"b"}), "[[p]]\nl = [ # open\n    # about b\n    \"b\",\n]\n"},
        {"remove the last line", few, list({"a"}), "[[p]]\nl = [\n  'a' # first\n]\n"},
        {"replace one", many, list({"a", "x"}),
         "[[p]]\nl = [ # open\n    'a', # first\n    # about b\n    \"x\",\n]\n"},
        {"insert in front", few, list({"x", "a", "b"}), "[[p]]\nl = [\n  \"x\",\n  'a', # first\n  'b' # second\n]\n"},
        {"swap", "[[p]]\nl = ['a', 'b'] # c\n", list({"b", "a"}), "[[p]]\nl = ['b', \"a\"] # c\n"},
        {"not a list of texts before", "[[p]]\nl = [1, 2]\n", list({"a"}), "[[p]]\nl = [\"a\"]\n"},
    });
}

TEST_CASE("a table changes by its keys, whatever its form") {
    const auto table = [](core::TextTable texts) { return std::vector{set("h", core::Value{std::move(texts)})}; };
    check({
        {"inline, add", "[[p]]\nh = { a = 'x' } # c\n", table({{"a", "x"}, {"b", "y"}}),
         "[[p]]\nh = { a = 'x', b = \"y\" } # c\n"},
        {"inline, first", "[[p]]\nh = {}\n", table({{"a", "x"}}), "[[p]]\nh = { a = \"x\" }\n"},
        {"inline, change", "[[p]]\nh = {a='x',b='y'}\n", table({{"a", "z"}, {"b", "y"}}),
         "[[p]]\nh = {a=\"z\",b='y'}\n"},
        {"inline, remove", "[[p]]\nh = { a = 'x', b = 'y' }\n", table({{"b", "y"}}), "[[p]]\nh = { b = 'y' }\n"},
        {"inline, remove all", "[[p]]\nh = { a = 'x' }\n", table({}), "[[p]]\nh = {}\n"},
        {"dotted, add", "[[p]]\n  h.a = 'x' # c\nn = 1\n", table({{"a", "x"}, {"b c", "y"}}),
         "[[p]]\n  h.a = 'x' # c\n  h.\"b c\" = \"y\"\nn = 1\n"},
        {"dotted, replace all", "[[p]]\nh.a = 'x'\nn = 1\n", table({{"b", "y"}}), "[[p]]\nh.b = \"y\"\nn = 1\n"},
        {"dotted, remove all", "[[p]]\nh.a = 'x'\nn = 1\n", table({}), "[[p]]\nn = 1\nh = {}\n"},
        {"sub-table, add", "[[p]]\nn = 1\n\n[p.h]\n# c\na = 'x'\n\n[[q]]\n", table({{"a", "x"}, {"b", "y"}}),
         "[[p]]\nn = 1\n\n[p.h]\n# c\na = 'x'\nb = \"y\"\n\n[[q]]\n"},
        {"sub-table, change", "[[p]]\n[p.h]\na = 'x' # c\n", table({{"a", "z"}}), "[[p]]\n[p.h]\na = \"z\" # c\n"},
        {"sub-table, remove all", "[[p]]\n[p.h]\na = 'x'\n", table({}), "[[p]]\n[p.h]\n"},
        {"sub-table to a text", "[[p]]\nn = 1\n\n[p.h]\na = 'x'\n", {text("h", "z")}, "[[p]]\nn = 1\nh = \"z\"\n"},
    });
}

TEST_CASE("tables that are no records change in the form they have") {
    const Strings mentors{"group", "mentors"};
    const std::vector<core::Change> late{text("late", "5w")};
    CHECK(changed_table("[group.mentors]\nevery = '4w' # c\n\n[[person]]\n", mentors, late) ==
          "[group.mentors]\nevery = '4w' # c\nlate = \"5w\"\n\n[[person]]\n");
    CHECK(changed_table("[group]\nmentors = { every = '4w' }\n", mentors, late) ==
          "[group]\nmentors = { every = '4w', late = \"5w\" }\n");
    CHECK(changed_table("[group]\nmentors.every = '4w'\nrust = {}\n", mentors, late) ==
          "[group]\nmentors.every = '4w'\nmentors.late = \"5w\"\nrust = {}\n");
    CHECK(changed_table("group.mentors.every = '4w'\n[[person]]\n", mentors, late) ==
          "group.mentors.every = '4w'\ngroup.mentors.late = \"5w\"\n[[person]]\n");
    CHECK(changed_table("group = { mentors = { every = '4w' } }\n", mentors, late) ==
          "group = { mentors = { every = '4w', late = \"5w\" } }\n");
    CHECK(changed_table("group = { rust = {} }\n", mentors, late) ==
          "group = { rust = {}, mentors = { late = \"5w\" } }\n");
    CHECK(changed_table("group.rust.every = '4w'\n", mentors, late) ==
          "group.rust.every = '4w'\ngroup.mentors.late = \"5w\"\n");
    CHECK(changed_table("[group.mentors]\nevery = '4w'\n", mentors, {text("every", "2w"), taken("late")}) ==
          "[group.mentors]\nevery = \"2w\"\n");
    CHECK(changed_table("[a]\nx = 1 # c\ny = 2\n", {"a"}, {taken("x")}) == "[a]\ny = 2\n");
}

TEST_CASE("a table that is not there is a block at the end of the file") {
    const std::vector<core::Change> every{text("every", "4w")};
    CHECK(changed_table("", {"group", "two words"}, every) == "[group.\"two words\"]\nevery = \"4w\"\n");
    CHECK(changed_table("[[person]]\r\nid = 'a'", {"group", "x"}, every) ==
          "[[person]]\r\nid = 'a'\r\n\r\n[group.x]\r\nevery = \"4w\"\r\n");
    CHECK(changed_table("[group.x]\nevery = '1w'\n", {"group"}, every) ==
          "[group.x]\nevery = '1w'\n\n[group]\nevery = \"4w\"\n");
    CHECK(changed_table("# settings\n[event]\n", {}, {text("week_start", "sunday")}) ==
          "# settings\n\nweek_start = \"sunday\"\n\n[event]\n");
    CHECK(changed_table("a = 1\n\n[event]\n", {}, {text("b", "c")}) == "a = 1\nb = \"c\"\n\n[event]\n");
    auto document = Document::parse("x", "[[person]]\nid = 'a'\n");
    CHECK_THROWS_AS(document.change_table(Strings{"person", "x"}, every), core::Failure);
    CHECK(document.text() == "[[person]]\nid = 'a'\n");
}
