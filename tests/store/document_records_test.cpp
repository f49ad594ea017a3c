// Records added and taken away: which lines, which comments, which blank lines.
#include "kith/core/error.hpp"
#include "kith/store/document.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kith;
using store::Document;

namespace {

const core::Fields bo{{"id", std::string("bo"), 0}};

std::string inserted(const std::string& before, std::size_t index, std::string_view kind = "person") {
    auto document = Document::parse("people.toml", before);
    document.insert(index, kind, bo);
    return document.text();
}

std::string removed(const std::string& before, std::size_t index) {
    auto document = Document::parse("people.toml", before);
    document.remove(index);
    return document.text();
}

const std::string added = "[[person]]\nid = \"bo\"\n";

} // namespace

TEST_CASE("a new record is a block set off by one blank line") {
    struct Case {
        std::string name;
        std::string before;
        std::size_t index;
        std::string after;
    };
    const std::vector<Case> cases{
        {"empty file", "", 0, added},
        {"comments only", "# people\n", 0, "# people\n\n" + added},
        {"comments only, blank after", "# people\n\n", 0, "# people\n\n" + added},
        {"at the end", "[[person]]\nid = 1\n", 1, "[[person]]\nid = 1\n\n" + added},
        {"no final line end", "[[person]]\nid = 1", 1, "[[person]]\nid = 1\n\n" + added},
        {"no final line end after a comment", "# people", 0, "# people\n\n" + added},
        {"in front", "[[person]]\nid = 1\n", 0, added + "\n[[person]]\nid = 1\n"},
        {"below the file's comments", "# people\n\n[[person]]\n", 0, "# people\n\n" + added + "\n[[person]]\n"},
        {"below them, none between", "# people\n[[person]]\n", 0, "# people\n\n" + added + "\n[[person]]\n"},
        {"above a lead", "x = 1\n\n# Ana\n[[person]]\n", 0, "x = 1\n\n" + added + "\n# Ana\n[[person]]\n"},
        {"between", "[[person]]\n\n# Ana\n[[person]]\n", 1, "[[person]]\n\n" + added + "\n# Ana\n[[person]]\n"},
        {"between, tight", "[[person]]\n[[person]]\n", 1, "[[person]]\n\n" + added + "\n[[person]]\n"},
        {"after sub-tables", "[[person]]\n[person.h]\na = 'x'\n", 1, "[[person]]\n[person.h]\na = 'x'\n\n" + added},
        {"before the tables", "[[person]]\n\n[group.x]\ny = 1\n", 1, "[[person]]\n\n" + added + "\n[group.x]\ny = 1\n"},
        {"after the last one's comments", "[[person]]\n# end\n", 1, "[[person]]\n# end\n\n" + added},
        {"not after another's", "[[person]]\n# x\n[group.x]\n", 1, "[[person]]\n\n" + added + "\n# x\n[group.x]\n"},
        {"after root keys", "a = 1\n", 0, "a = 1\n\n" + added},
        {"byte-order mark", "\xEF\xBB\xBF[[person]]\n", 0, "\xEF\xBB\xBF" + added + "\n[[person]]\n"},
        {"byte-order mark alone", "\xEF\xBB\xBF", 0, "\xEF\xBB\xBF" + added},
    };
    for (const auto& [name, before, index, after] : cases) {
        CAPTURE(name);
        CHECK(inserted(before, index) == after);
    }
    CHECK(inserted("[[person]]\r\n\r\n[[person]]\r\nid = 1\n", 2) ==
          "[[person]]\r\n\r\n[[person]]\r\nid = 1\n\r\n[[person]]\r\nid = \"bo\"\r\n");
}

TEST_CASE("a removed record takes its comments and one blank line") {
    struct Case {
        std::string name;
        std::string before;
        std::size_t index;
        std::string after;
    };
    const std::vector<Case> cases{
        {"the only one", "[[p]]\nid = 1\n", 0, ""},
        {"first", "[[p]]\nid = 1\n\n[[p]]\nid = 2\n", 0, "[[p]]\nid = 2\n"},
        {"middle", "[[p]]\n\n# two\n# more\n[[p]]\nid = 2\n\n[[q]]\n", 1, "[[p]]\n\n[[q]]\n"},
        {"last", "[[p]]\n\n# two\n[[p]]\nid = 2", 1, "[[p]]\n"},
        {"the file's comments stay", "# file\n[[p]]\n\n[[p]]\nx = 1\n", 0, "# file\n\n[[p]]\nx = 1\n"},
        {"a comment apart stays", "x = 1\n# apart\n\n[[p]]\n", 0, "x = 1\n# apart\n"},
        {"comments below stay", "[[p]]\n# below\n\n[[p]]\nx = 1\n", 0, "# below\n\n[[p]]\nx = 1\n"},
        {"with sub-tables", "[[p]]\n[p.h]\na = 1\n[[p.l]]\nb = 1\n\n[[p]]\nx = 1\n", 0, "[[p]]\nx = 1\n"},
        {"tight", "[[p]]\n[[p]]\nx = 1\n[[p]]\n", 1, "[[p]]\n[[p]]\n"},
        {"two blanks stay one", "[[p]]\n\n\n[[p]]\nx = 1\n\n[[p]]\n", 1, "[[p]]\n\n\n[[p]]\n"},
        {"byte-order mark", "\xEF\xBB\xBF[[p]]\n\n[[p]]\nx = 1\n", 0, "\xEF\xBB\xBF[[p]]\nx = 1\n"},
    };
    for (const auto& [name, before, index, after] : cases) {
        CAPTURE(name);
        CHECK(removed(before, index) == after);
    }
}

TEST_CASE("taking a new record away gives back the same bytes") {
    const std::vector<std::string> texts{
        "",
        "# people\n",
        "[[person]]\nid = 1\n",
        "# people\n\n# Ana\n[[person]]\nid = 1\n\n[[person]]\nid = 2\n\n[group.x]\nevery = '4w'\n",
        "a = 1\r\n\r\n[[person]]\r\nid = 1\r\n[person.h]\r\nx = 'y'\r\n\r\n# b\r\n[[event]]\r\n",
        "\xEF\xBB\xBF# people\n\n[[person]]\nnote = \"\"\"\n[[person]]\n\"\"\"\n",
    };
    for (const auto& text : texts) {
        CAPTURE(text);
        const auto count = Document::parse("x", text).records().size();
        for (std::size_t index = 0; index <= count; ++index) {
            auto document = Document::parse("x", text);
            document.insert(index, "person", bo);
            CHECK(document.fields(index) == bo);
            document.remove(index);
            CHECK(document.text() == text);
        }
    }
}

TEST_CASE("an edit that the text's form does not allow changes nothing") {
    const std::string apart = "[[person]]\nid = 'a'\n\n[group]\nx = 1\n\n[person.h]\ny = 'z'\n\n[[person]]\nid = 'b'\n";
    auto document = Document::parse("x", apart);
    CHECK_THROWS_AS(document.remove(0), core::Failure);
    CHECK_THROWS_AS(document.change(0, std::vector{core::Change{"h", std::string("t")}}), core::Failure);
    CHECK(document.text() == apart);
    document.change(0, std::vector{core::Change{"id", std::string("c")}});
    CHECK(document.text().starts_with("[[person]]\nid = \"c\"\n\n[group]"));

    const auto alone = apart.substr(0, apart.rfind("\n[[person]]"));
    auto last = Document::parse("x", alone);
    CHECK_THROWS_WITH_AS(last.insert(1, "person", bo),
                         "x:7:1: this part of a record stands apart from it; move it up to the record first",
                         core::Failure);
    CHECK(last.text() == alone);

    auto other = Document::parse("x", "[[p]]\nn = 1.5\n");
    CHECK_THROWS_AS(other.change(0, std::vector{core::Change{"m", core::Unmodelled{"a time"}}}), core::Failure);
    CHECK_THROWS_AS(other.change(0, std::vector{core::Change{"m", std::string("\xff")}}), core::Failure);
    CHECK_THROWS_AS(other.insert(0, "p", {{"a", true, 0}, {"a", false, 0}}), core::Failure);
    CHECK_THROWS_AS(Document::parse("x", "p = 1\n").insert(0, "p", bo), core::Failure);
    CHECK(other.text() == "[[p]]\nn = 1.5\n");
}

TEST_CASE("many records added at once stand as if they were added one by one") {
    const std::vector<std::string> documents{
        "",
        "# people\n",
        "# people\n\n# Ana\n[[person]]\nid = \"ana\"\n# below\n\n[[person]]\nid = \"eva\"",
        "\xEF\xBB\xBF[[person]]\r\nid = \"ana\"\r\n\r\n[group.rust]\r\nevery = \"4w\"\r\n",
        "[[person]]\nid = \"ana\"\n\n[[person]]\nid = \"eva\"\n\n[person.handles]\nx = \"ana\"\n",
    };
    const core::Fields eva{{"id", std::string("eva"), 0}, {"note", std::string("a\n\"b\""), 0}};
    for (const auto& text : documents) {
        CAPTURE(text);
        const auto start = Document::parse("people.toml", text);
        const std::size_t end = start.records().size();
        std::vector<store::Addition> additions{{end, bo}, {end, eva}};
        if (end > 0) additions.push_back({0, eva});
        auto at_once = start;
        at_once.insert("person", additions);
        auto one_by_one = start;
        one_by_one.insert(end, "person", eva);
        one_by_one.insert(end, "person", bo);
        if (end > 0) one_by_one.insert(0, "person", eva);
        CHECK(at_once.text() == one_by_one.text());
        CHECK(at_once.records().size() == end + additions.size());
        CHECK(Document::parse("people.toml", at_once.text()).records().size() == end + additions.size());
    }
}

TEST_CASE("many records changed at once are as if they were changed one by one") {
    const std::vector<std::string> documents{
        "# people\n\n[[person]]\nid = 'ana' # she\nnote = \"x\"\n\n[[person]]\nid = \"eva\"",
        "[[person]]\r\nid = \"ana\"\r\n[person.handles]\r\nx = \"y\"\r\n[[person]]\r\nid = \"eva\"\r\n",
        "[[person]]\nid = \"ana\"\n[[song]]\nid = \"x\"\n[[person]]\nid = \"eva\"\n[song.of]\nx = \"y\"\n",
    };
    const std::vector<core::Change> one{{"note", std::string("new")}, {"city", std::string("Porto")}};
    const std::vector<core::Change> two{{"id", std::nullopt}};
    for (const auto& text : documents) {
        CAPTURE(text);
        const auto start = Document::parse("people.toml", text);
        const std::size_t last = start.records().size() - 1;
        auto at_once = start;
        at_once.change({{last, one}, {0, two}});
        auto one_by_one = start;
        one_by_one.change(0, two);
        one_by_one.change(last, one);
        CHECK(at_once.text() == one_by_one.text());
    }
    auto untouched = Document::parse("people.toml", documents.front());
    untouched.change({});
    CHECK(untouched.text() == documents.front());
}

TEST_CASE("a table may grow by a change among many beyond what is checked at first sight") {
    core::TextTable long_table;
    for (int i = 0; i < 200; ++i) long_table.emplace_back("k-" + std::to_string(i), "x");
    auto document = Document::parse("people.toml", added + "imported = { from = \"csv\" }\n\n" + added + "\n" + added);
    const std::vector<core::Change> grown{{"imported", long_table}};
    const std::vector<core::Change> other{{"name", std::string("Bo Li")}};
    document.change({{0, grown}, {2, other}});
    const auto imported = document.fields(0).back();
    CHECK(imported.key == "imported");
    CHECK(std::get<core::TextTable>(imported.value) == long_table);
    CHECK(std::get<std::string>(document.fields(2).back().value) == "Bo Li");
    document.change({{0, other}, {1, grown}});
    CHECK(std::get<core::TextTable>(document.fields(1).back().value) == long_table);
}
