// What is read from a document: records, values, tables, and where a broken text is broken.
#include "kith/core/error.hpp"
#include "kith/store/document.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <vector>

using namespace kith;
using store::Document;
using Strings = std::vector<std::string>;

namespace {

core::Date date(int year, unsigned month, unsigned day) {
    return core::Date{
        std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}}};
}

/// The text of the failure, or nothing where the text is accepted.
std::string problem_of(const std::string& text) {
    try {
        static_cast<void>(Document::parse("people.toml", text));
        return {};
    } catch (const core::Failure& failure) {
        return failure.what();
    }
}

core::Value value_of(const std::string& source) {
    const auto document = Document::parse("x.toml", "[[r]]\nkey = " + source + "\n");
    const auto fields = document.fields(0);
    REQUIRE(fields.size() == 1);
    return fields[0].value;
}

std::string lead_of(const Document& document, std::size_t record) {
    const auto& span = document.records()[record];
    return document.text().substr(span.lead_begin, span.begin - span.lead_begin);
}

} // namespace

TEST_CASE("values of each type") {
    struct Case {
        std::string source;
        core::Value value;
    };
    const Strings texts{"a", "b"};
    const std::vector<Case> cases{
        {R"("Ana")", std::string("Ana")},
        {R"("\"\\\t\n\u00e9\U0001F600")", std::string("\"\\\t\n\u00e9\U0001F600")},
        {R"('C:\new')", std::string("C:\\new")},
        {"\"\"\"\nfirst\r\nsecond\"\"\"", std::string("first\nsecond")},
        {"'''\n\r\nsecond'''", std::string("\nsecond")},
        {"\"\"\"one \\\n   line\"\"\"", std::string("one line")},
        {"\"\"\"\\\"\"\"\"\"\"", std::string("\"\"\"")},
        {"'''\n[[no]]\nx = 1\n'''", std::string("[[no]]\nx = 1\n")},
        {"45", std::int64_t{45}},
        {"-1_000", std::int64_t{-1000}},
        {"0xff", std::int64_t{255}},
        {"0o17", std::int64_t{15}},
        {"0b101", std::int64_t{5}},
        {"-9223372036854775808", INT64_MIN},
        {"true", true},
        {"2026-11-22", core::Moment{date(2026, 11, 22), std::nullopt}},
        {"2026-11-22 18:30:05", core::Moment{date(2026, 11, 22), std::chrono::seconds{66605}}},
        {"2026-11-22T18:30:05.000", core::Moment{date(2026, 11, 22), std::chrono::seconds{66605}}},
        {"[]", Strings{}},
        {"[ 'a', # one\n \"b\",\n]", texts},
        {"{ linkedin = 'in/ana', \"x y\" = \"z\" }", core::TextTable{{"linkedin", "in/ana"}, {"x y", "z"}}},
        {"{}", core::TextTable{}},
        {"1.5", core::Unmodelled{"a floating-point number"}},
        {"nan", core::Unmodelled{"a floating-point number"}},
        {"18:30:00", core::Unmodelled{"a time"}},
        {"2026-11-22T18:30:00+02:00", core::Unmodelled{"a date with an offset"}},
        {"2026-11-22T18:30:00.5", core::Unmodelled{"a time with fractions of a second"}},
        {"[1, 2]", core::Unmodelled{"a list with other things than texts"}},
        {"[[\"a\"]]", core::Unmodelled{"a list with other things than texts"}},
        {"{ a = 1 }", core::Unmodelled{"a table with other things than texts"}},
        {"{ a = { b = 'c' } }", core::Unmodelled{"a table with other things than texts"}},
    };
    for (const auto& [source, value] : cases) {
        CAPTURE(source);
        CHECK(value_of(source) == value);
    }
}

TEST_CASE("records, with their comments, lines and sub-tables") {
    const std::string text =
        "\xEF\xBB\xBF# people\r\n# of mine\r\n\r\n# met in May\r\n[[person]] # Ana\r\nid = \"ana\"\r\n\r\n"
        "# where\r\n[person.handles]\r\nmastodon = \"@ana\"\r\n[[person.log]]\r\nx = 1\r\n# an end\r\n"
        "[group.rust]\r\nevery = \"4w\"\r\n[[person]]\r\nid = \"\"\"\r\n[[person]]\r\n\"\"\"";
    const auto document = Document::parse("people.toml", text);
    REQUIRE(document.records().size() == 2);
    const auto& ana = document.records()[0];
    CHECK(ana.kind == "person");
    CHECK(ana.line == 5);
    CHECK(lead_of(document, 0) == "# met in May\r\n");
    CHECK(document.source(0).starts_with("[[person]] # Ana\r\n"));
    CHECK(document.source(0).ends_with("x = 1\r\n"));
    CHECK(document.fields(0) == core::Fields{{"id", std::string("ana"), 6},
                                             {"handles", core::TextTable{{"mastodon", "@ana"}}, 9},
                                             {"log", core::Unmodelled{"a list with other things than texts"}, 11}});
    CHECK(document.fields(0)[1].line == 9);
    CHECK(document.records()[1].line == 16);
    CHECK(document.fields(1) == core::Fields{{"id", std::string("[[person]]\n"), 17}});
    CHECK(document.place(document.records()[1].begin + 2) == core::Place{"people.toml", 16, 3});
    CHECK(document.text() == text);
}

TEST_CASE("a comment block that begins the file is no record's") {
    CHECK(lead_of(Document::parse("x", "# file\n[[a]]\n"), 0).empty());
    CHECK(lead_of(Document::parse("x", "\n\n# file\n[[a]]\n"), 0).empty());
    CHECK(lead_of(Document::parse("x", "# file\n\n# a\n[[a]]\n"), 0) == "# a\n");
    CHECK(lead_of(Document::parse("x", "k = 1\n# a\n# b\n[[a]]\n"), 0) == "# a\n# b\n");
}

TEST_CASE("dotted keys, quoted keys and parts that stand apart belong to their record") {
    const auto document = Document::parse("x", "[[person]]\nhandles.a = 'x'\n\"two words\" = 1\nhandles.\"b c\" = 'y'\n"
                                               "[group]\n[person.more]\nz = 'z'\n[[person]]\n");
    CHECK(document.fields(0) == core::Fields{{"handles", core::TextTable{{"a", "x"}, {"b c", "y"}}, 2},
                                             {"two words", std::int64_t{1}, 3},
                                             {"more", core::TextTable{{"z", "z"}}, 6}});
    CHECK(document.fields(1).empty());
}

TEST_CASE("tables in whatever form they are written") {
    const std::vector<std::string> forms{
        "[group.mentors]\nevery = '4w'\n[group.rust]\n",
        "[group]\nmentors = { every = '4w' }\nrust = {}\n",
        "[group]\nmentors.every = '4w'\nrust = {}\n",
        "group.mentors.every = '4w'\ngroup.rust = {}\n",
        "group = { mentors = { every = '4w' }, rust = {} }\n",
        "group = { mentors.every = '4w', rust = {} }\n",
        "[[person]]\nid = 'x'\n[group.mentors]\nevery = '4w'\n[[person]]\n[group.rust]\n",
    };
    for (const auto& form : forms) {
        CAPTURE(form);
        const auto document = Document::parse("people.toml", form);
        CHECK(document.table(Strings{"group", "mentors"}) == core::Fields{{"every", std::string("4w"), 0}});
        CHECK(document.table(Strings{"group", "rust"}) == core::Fields{});
        CHECK_FALSE(document.table(Strings{"group", "nobody"}).has_value());
        CHECK_FALSE(document.table(Strings{"group", "mentors", "every"}).has_value());
        CHECK(document.tables_in(Strings{"group"}) == Strings{"mentors", "rust"});
        CHECK(document.tables_in({}) == Strings{"group"});
        CHECK(document.table({}) ==
              core::Fields{{"group", core::Unmodelled{"a table with other things than texts"}, 0}});
    }
    CHECK(Document::parse("x", "").table({}) == core::Fields{});
    CHECK_FALSE(Document::parse("x", "[[person]]\n").table(Strings{"person"}).has_value());
}

TEST_CASE("what is not valid is refused with its place and a reason") {
    struct Case {
        std::string text;
        std::string problem;
    };
    const std::vector<Case> cases{
        {"[[person]]\nname = Ana\n", "people.toml:2:8: this is no value; a text needs quotes around it"},
        {"x = 1\nñ = 2\n", "people.toml:2:1: expected a key, a table or a comment, saw 'ñ'"},
        {"name = \"李波\" = 2\n", "people.toml:1:13: expected the end of the line, saw '='"},
        {"[[a]]\nid = 1\nid = 2\n", "people.toml:3:6: the key 'id' is there twice"},
        {"[a]\n[a]\n", "people.toml:2:1: the table 'a' is there twice"},
        {"a = 1\n[[a]]\n", "people.toml:2:1: 'a' is there already, as something else"},
        {"d = 2026-02-30\n", "people.toml:1:15: expected day between 1 and 28 (inclusive), saw 30"},
        {"s = \"\"\"open\n", "people.toml:1:13: the file ends before the string does"},
        {"s = \"a\xff\"\n", "people.toml:1:7: this is not valid UTF-8; save the file as UTF-8 in your editor"},
    };
    for (const auto& [text, problem] : cases) {
        CAPTURE(text);
        CHECK(problem_of(text) == problem);
    }
    CHECK(problem_of("s = \"a\nb = 2\n").starts_with("people.toml:1:7: "));
    CHECK(problem_of("a = " + std::string(5000, '[')).find("nested too deeply") != std::string::npos);
    std::string deep = "a";
    for (int depth = 0; depth < 5000; ++depth) deep += ".a";
    CHECK(problem_of("[" + deep + "]\n").find("nested too deeply") != std::string::npos);
}

TEST_CASE("a conflict that git left says so, and how to go on") {
    const std::string said = ": git left a conflict here; 'kith check --fix' merges both sides by records; or keep the "
                             "lines you want and remove the marker lines";
    CHECK(problem_of("a = 1\n<<<<<<< HEAD\nb = 1\n=======\nb = 2\n>>>>>>> theirs\n") == "people.toml:2:1" + said);
    CHECK(problem_of("a = 1\n=======\nb = 2\n>>>>>>> theirs\n") == "people.toml:2:1" + said);
    CHECK(problem_of("a = [\n'x',\n<<<<<<< HEAD\n'y',\n=======\n>>>>>>> theirs\n]\n") == "people.toml:3:1" + said);
    CHECK(problem_of("a = 1\n========\n") != "people.toml:2:1" + said);
    CHECK(problem_of("a = '''\n<<<<<<< HEAD\n=======\n>>>>>>> x\n'''\n").empty());
}

TEST_CASE("values as TOML") {
    CHECK(store::to_toml(core::Value{std::string("a\"b\\c\n\t\x1b\x7f é")}) == R"("a\"b\\c\n\t\u001b\u007f é")");
    CHECK(store::to_toml(core::Value{core::Moment{date(2026, 1, 2), std::chrono::seconds{66600}}}) ==
          "2026-01-02T18:30:00");
    CHECK(store::to_toml(core::Value{core::Moment{date(1, 1, 2), std::nullopt}}) == "0001-01-02");
    CHECK(store::to_toml(core::Value{Strings{"a", "b"}}) == R"(["a", "b"])");
    CHECK(store::to_toml(core::Value{core::TextTable{{"linkedin", "in/ana"}, {"x y", ""}}}) ==
          R"({ linkedin = "in/ana", "x y" = "" })");
    CHECK(store::to_toml("person", {{"id", std::string("ana"), 0}, {"a.b", std::int64_t{-3}, 0}, {"yes", true, 0}}) ==
          "[[person]]\nid = \"ana\"\n\"a.b\" = -3\nyes = true\n");
    CHECK_THROWS_AS(static_cast<void>(store::to_toml(core::Value{core::Unmodelled{"a time"}})), core::Failure);
}
