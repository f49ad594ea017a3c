// TOML 1.0 category by category, as the public toml-test suite orders it: what is valid is accepted and read as toml++
// does, and what is not is refused. The snippets are our own.
#include "kith/core/error.hpp"
#include "kith/store/document.hpp"

#include "../../src/store/toml_scanner.hpp"
#include "document_properties.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace kith::test;

namespace {

using Snippets = std::vector<std::pair<std::string, std::vector<std::string>>>;

const Snippets valid{
    {"array",
     {"a = []\n", "a = [1, 2, 3,]\n", "a = [ [ 1 ], [ \"x\", ], ]\n", "a = [1,2.0,\"x\",{ b = 1 }]\n",
      "a = [ # c\n  1, # d\n\n  2\n  # e\n]\n", "a = [\"]\", ']', \"\"\"]\"\"\"]\n", "a = [{},{}]\n", "a=[\n]\n",
      "a = [2026-11-22 , 2026-11-22 18:30:00]\n", "a = [true,false]#c\n"}},
    {"bool", {"a = true\nb = false\n", "a=true#x\n"}},
    {"comment",
     {"# only", "#\n#\n", "a = 1 # b = 2\n", "# é \t tab\n", "[a] # c\n[[b]] # d\n", "a = \"# no\" # yes\n",
      "\t# x\n  \n# y"}},
    {"datetime",
     {"a = 1987-07-05T17:45:00Z\n", "a = 1987-07-05t17:45:00z\n", "a = 1987-07-05 17:45:00.123456-07:30\n",
      "a = 2000-02-29\nb = 2024-12-31\n", "a = 23:59:59.999\n", "a = 1987-07-05T17:45:00.5 # c\n", "a = 0001-01-01\n"}},
    {"float",
     {"a = 3.14\nb = -0.01\nc = +1.0\n", "a = 5e+22\nb = 1E6\nc = -2e-2\n", "a = 6.626e-34\n", "a = 9_224.617_445\n",
      "a = inf\nb = -inf\nc = +nan\n", "a = 0.0\nb = -0.0\nc = 0e0\n"}},
    {"inline-table",
     {"a = {}\n", "a = { b = 1 }\n", "a = {b=1,c=\"x\",\"d e\"=[1,2]}\n", "a = { b = { c = { d = 1 } } }\n",
      "a = { b.c = 1, b.d = 2 }\n", "a = { b = [\n1,\n2 ] }\n", "a = { b = '''\nx''' }\n",
      "a = [{ b = 1 }, { b = 2 }]\n", "[[t]]\na = { \"\" = 1 }\n"}},
    {"integer",
     {"a = 0\nb = +99\nc = -17\n", "a = 1_000_000\n", "a = 0xDEAD_beef\nb = 0o755\nc = 0b1101\n",
      "a = 9223372036854775807\n", "a = -9223372036854775808\n", "a = -0\nb = +0\n"}},
    {"key",
     {"1234 = 1\na-b_c = 2\n", "\"a b\" = 1\n'c d' = 2\n\"\" = 3\n", "a.b.c = 1\na.b.d = 2\n", "a . \"b\" . 'c' = 1\n",
      "3.14 = 'x'\n", "\"\\u00e9\" = 1\n", "true = false\n", "\"#\" = 1 # c\n", "a.b = 1\n[c]\na.b = 1\n",
      "\"a.b\" = 1\na.b = 2\n", "\"quo\\\"te\" = 1\n"}},
    {"multibyte", {"ключ = 1\n", "a = \"李波 é 😀\" # 文\n", "[\"ñ\"]\n'é' = 'ü'\n"}},
    {"spec",
     {"[fruit]\napple.color = \"red\"\napple.taste.sweet = true\n[fruit.texture]\nsmooth = true\n",
      "[[fruits]]\nname = \"apple\"\n[fruits.physical]\ncolor = \"red\"\n[[fruits.varieties]]\nname = "
      "\"x\"\n[[fruits]]\nname = \"b\"\n",
      "[x.y.z.w]\n[x]\n", "[a.b]\n[c]\n[a.d]\n[a]\nx = 1\n"}},
    {"string",
     {"a = \"\"\nb = ''\n", "a = \"\\b\\t\\n\\f\\r\\\"\\\\\"\n", "a = \"\\u00E9 \\U0001F600 \\u0000\"\n",
      "a = '\\no \\escape'\n", "a = \"\"\"\nline\nline\n\"\"\"\n", "a = \"\"\"a \\\n\n   \tb\"\"\"\n",
      "a = \"\"\"\"quoted\"\"\"\"\n", "a = \"\"\"\"\"\"\n", "a = ''''''\n", "a = '''''two'''''\n",
      "a = \"\"\"\"\"two\"\"\"\"\"\n", "a = '''\n[[x]]\n# y\n'''\n", "a = \"\"\"\\\"\"\"\"\n", "a = \"tab\there\"\n",
      "a = \"\"\"\r\nx\\\r\n  y\r\n\"\"\"\r\n"}},
    {"table",
     {"[a]\n[b]\n", "[a.b.c]\nx = 1\n[a.b]\ny = 1\n[a]\nz = 1\n", "[ a . 'b' ]\n", "[[a]]\n[[a]]\n",
      "[[a.b]]\nx = 1\n[[a.b]]\n", "[[a]]\n[[a.b]]\n[[a.b]]\n[a.b.c]\n[[a]]\n[a.b]\n", "[a]\n\n\n# c\nx = 1",
      "[\"a.b\"]\n[a.b]\n", "  [a]\n\tx = 1\n", "[a]\r\n", "[a.b]\n[[a.c]]\nx = 1\n"}},
};

const Snippets invalid{
    {"array",
     {"a = [1, 2\n", "a = [1 2]\n", "a = [,]\n", "a = [1,,2]\n", "a = ]\n", "a = [1]]\n", "a = [}\n", "a = [\n# ]\n"}},
    {"bool", {"a = True\n", "a = truer\n", "a = t\n", "a = falsy\n", "a = true false\n"}},
    {"control",
     {"a = \"x\x01\"\n", "# x\x01\n", "a = 'x\x7f'\n", "a = 1\r", "a = \"\"\"x\x1f\"\"\"\n", "a = 1\f\n", "\x0b\n",
      "a = '''\r'''\n"}},
    {"datetime",
     {"a = 2026-13-01\n", "a = 2026-02-30\n", "a = 2023-02-29\n", "a = 2026-1-01\n", "a = 2026-01-01T25:00:00\n",
      "a = 2026-01-01T10:60:00\n", "a = 2026-01-01T10:00\n", "a = 2026-01-01T10:00:00.\n", "a = 10:00\n",
      "a = 2026-01-01x\n", "a = 2026-01-01T10:00:00+25:00\n", "a = 2026-00-01\n", "a = 2026-01-00\n"}},
    {"encoding",
     {"a = \"\xff\"\n", "# \xc3\n", "a = \"\xed\xa0\x80\"\n", "\xef\xbb", "a = '\xc0\xaf'\n",
      "a = '\xf5\x80\x80\x80'\n"}},
    {"float",
     {"a = 1.\n", "a = .5\n", "a = 1.e1\n", "a = 1e\n", "a = 1__0.5\n", "a = 01.5\n", "a = +-1.0\n", "a = Inf\n",
      "a = 1.2.3\n"}},
    {"inline-table",
     {"a = { b = 1, }\n", "a = { b = 1\n}\n", "a = { b 1 }\n", "a = {,}\n", "a = { b = 1 c = 2 }\n",
      "a = { b = 1, b = 2 }\n", "a = { b = 1 }\n[a.c]\n", "a = { b = 1 }\na.c = 2\n", "a = { # c\n}\n", "a = { b = 1",
      "a = { b.c = 1, b = 2 }\n"}},
    {"integer",
     {"a = 01\n", "a = 1__0\n", "a = _1\n", "a = 1_\n", "a = 0x\n", "a = 0xg\n", "a = -0x1\n",
      "a = 9223372036854775808\n", "a = +\n", "a = 1a\n"}},
    {"key",
     {"= 1\n", "a\n", "a =\n", "a b = 1\n", "a = 1 b = 2\n", "a = 1\na = 2\n", "a.b = 1\na = 2\n", "a = 1\na.b = 2\n",
      "\"a = 1\n", "\"\"\"a\"\"\" = 1\n", "a..b = 1\n", "a. = 1\n", ".a = 1\n", "a = 1\n\"a\" = 2\n", "a! = 1\n",
      "\"\\x\" = 1\n"}},
    {"string",
     {"a = \"x\n", "a = 'x\n", "a = \"\"\"x\n", "a = '''x", "a = \"\\q\"\n", "a = \"\\u12\"\n", "a = \"\\ud800\"\n",
      "a = \"\\U00110000\"\n", "a = \"x\ny\"\n", "a = \"\"\"x \\ y\"\"\"\n", "a = \"\"\"\"\"\"\"\"\"\n",
      "a = '''''''''\n", "a = \"x\" y\n", "a = x\n", "a = \"\\\"\n"}},
    {"table",
     {"[a]\n[a]\n", "[a\n", "[]\n", "[[a]\n", "[[a] ]\n", "[ [a]]\n", "a = 1\n[a]\n", "[a]\nb = 1\n[a.b]\n",
      "[[a]]\n[a]\n", "[a]\n[[a]]\n", "a = []\n[[a]]\n", "[a] b = 1\n", "[a.b.c]\nx = 1\n[a]\nb.c.y = 2\n", "[a.]\n",
      "a.b = 1\n[a]\n", "[a]\nb.c = 1\n[a.b]\n", "[a b]\n"}},
};

} // namespace

TEST_CASE("valid TOML of each category is read as toml++ reads it") {
    for (const auto& [category, texts] : valid) {
        for (const auto& text : texts) {
            const bool accepted_by_all = text.find("ключ = 1") == std::string::npos;
            CAPTURE(category);
            CHECK(reads_alike(text, accepted_by_all) == "");
            CHECK(is_accepted(text) == accepted_by_all);
        }
    }
}

TEST_CASE("invalid TOML of each category is refused with a place") {
    for (const auto& [category, texts] : invalid) {
        for (const auto& text : texts) {
            CAPTURE(category);
            CAPTURE(text);
            CHECK(reads_alike(text, false) == "");
            try {
                static_cast<void>(kith::store::Document::parse("x.toml", text));
                FAIL_CHECK("accepted");
            } catch (const kith::core::Failure& failure) {
                REQUIRE(failure.problems().size() == 1);
                CHECK(failure.problems()[0].place->line >= 1);
                CHECK(failure.problems()[0].place->column >= 1);
                CHECK(std::string(failure.what()).find("Error while") == std::string::npos);
            }
        }
    }
}

TEST_CASE("what records are made of in practice needs no second opinion") {
    const std::vector<std::string> certain{
        "# log\n\n[[interaction]]\nid = \"k7f2q9xa\"\ndate = 2026-11-22\nwith = [\"ana\"] # c\nanswered = "
        "false\nminutes = 45\n",
        "[[person]]\nhandles = { a = 'x' }\nnote = \"\"\"\nlong\n\"\"\"\n[person.more]\nb = 'y'\n[group.x]\nevery = "
        "'4w'\n[group]\n",
        "\xEF\xBB\xBF[[p]]\r\nh.a = 1.5\r\nh.b = 2026-11-22T18:30:00\r\n[[p]]\r\n[[q]]\r\n[[p]]\r\n",
    };
    for (const auto& text : certain) {
        CAPTURE(text);
        CHECK(kith::store::outline(text).is_ordinary());
    }
}
