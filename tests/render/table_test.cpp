#include "kith/core/text.hpp"
#include "kith/render/table.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

namespace kith::render {
namespace {

Row row(std::vector<std::string> texts) {
    Row result;
    for (auto& text : texts) result.push_back({std::move(text)});
    return result;
}

std::string table(const std::vector<std::vector<std::string>>& texts, std::optional<std::size_t> width = {}) {
    std::vector<Row> rows;
    for (const auto& line : texts) rows.push_back(row(line));
    return to_text(rows, {false, width});
}

std::size_t widest_line(const std::string& text) {
    std::istringstream lines(text);
    std::size_t widest = 0;
    for (std::string line; std::getline(lines, line);) widest = std::max(widest, core::display_width(line));
    return widest;
}

TEST_CASE("columns are as wide as their widest cell, two blanks apart") {
    CHECK(table({{"a", "Ana", "x"}, {"long", "Bo", "y"}}) == "a     Ana  x\n"
                                                             "long  Bo   y\n");
}

TEST_CASE("of a text of several lines a table has the first, and a sign that there is more") {
    CHECK(table({{"call Chidi\n\nline 1\nline 2", "x"}, {"\r\n one \r\ntwo", ""}, {"alone\n\n", "y"}}) ==
          "call Chidi …  x\n"
          " one …\n"
          "alone         y\n");
    CHECK(to_text({row({"one\ntwo"})}, {false, std::nullopt, Signs::ascii}) == "one ..\n");
    CHECK(table({{"\n"}}) == "\n");
}

TEST_CASE("wide characters and marks are padded by the columns they take") {
    CHECK(table({{"李波", "x"}, {"Jose\u0301", "y"}, {"abcde", "z"}}) == "李波   x\n"
                                                                         "Jose\u0301   y\n"
                                                                         "abcde  z\n");
}

TEST_CASE("no line ends in blanks, whatever is missing at its end") {
    CHECK(table({{"a", "b", "c"}, {"longer", "", ""}, {"x", "y  "}, {""}}) == "a       b  c\n"
                                                                              "longer\n"
                                                                              "x       y\n"
                                                                              "\n");
}

TEST_CASE("a column that is empty throughout takes no room") {
    CHECK(table({{"a", "", "b"}, {"c", " ", "d"}}) == "a  b\nc  d\n");
    CHECK(table({{"", "b"}, {"", "d"}}) == "b\nd\n");
    CHECK(table({}).empty());
}

TEST_CASE("the last column is cut to the terminal's width") {
    CHECK(table({{"k7f2q9xa", "coffee with Ana about the meetup"}}, 26) == "k7f2q9xa  coffee with Ana…\n");
    CHECK(table({{"k7f2q9xa", "coffee with Ana"}}, 25) == "k7f2q9xa  coffee with Ana\n");
    CHECK(table({{"k7f2q9xa", "coffee with Ana about the meetup"}}) == "k7f2q9xa  coffee with Ana about the meetup\n");
}

TEST_CASE("what is cut says so in the signs that there are") {
    const std::vector<Row> rows{row({"k7f2q9xa", "coffee with Ana about the meetup"})};
    CHECK(to_text(rows, {false, 26, Signs::unicode}) == "k7f2q9xa  coffee with Ana…\n");
    CHECK(to_text(rows, {false, 26, Signs::ascii}) == "k7f2q9xa  coffee with An..\n");
    CHECK(to_text({row({"id", "李波李波李波李波李波"})}, {false, 21, Signs::ascii}) == "id  李波李波李波李..\n");
}

TEST_CASE("a cut does not split a wide character") {
    CHECK(table({{"id", "李波李波李波李波李波"}}, 21) == "id  李波李波李波李波…\n");
}

TEST_CASE("earlier columns are cut only when the last one is down to what says something") {
    CHECK(table({{"abcdefghijklmnopqrstuvwxyz", "qrstuvwxyz0123456789qrstuvwxyz"}}, 52) ==
          "abcdefghijklmnopqrstuvwxyz  qrstuvwxyz0123456789qrs…\n");
    CHECK(table({{"abcdefghijklmnopqrstuvwxyz", "qrstuvwxyz0123456789qrstuvwxyz"}}, 42) ==
          "abcdefghijklmnopqrs…  qrstuvwxyz012345678…\n");
}

TEST_CASE("where columns would be cut until they say nothing, a row goes on in lines of its own") {
    CHECK(table({{"k7f2q9xa", "Ana Souza", "Coffee about the meetup in Lisbon"}, {"m3qd8w1z", "Bo", "Tea"}}, 30) ==
          "k7f2q9xa  Ana Souza\n"
          "  Coffee about the meetup in …\n"
          "m3qd8w1z  Bo\n"
          "  Tea\n");
    CHECK(table({{"k7f2q9xa", "Ana Souza", "Coffee about the meetup in Lisbon"}, {"m3qd8w1z", "Bo", ""}}, 30) ==
          "k7f2q9xa  Ana Souza\n"
          "  Coffee about the meetup in …\n"
          "m3qd8w1z  Bo\n");
    CHECK(to_texts({row({"abcdefghijklmnop", "rst"}), row({"a", "b"})}, {false, 20}) ==
          std::vector<std::string>{"abcdefghijklmnop\n  rst\n", "a\n  b\n"});
}

TEST_CASE("columns that may go do so before any text is cut to little, in their order") {
    const auto narrowed = [](std::size_t width) {
        return to_text({{{"k7f2q9xa", Style::faint, Narrow::whole},
                         {"yesterday", Style::faint, Narrow::goes_first},
                         {"rust, mentors", Style::plain, Narrow::goes_last},
                         {"Lisbon", Style::plain, Narrow::goes},
                         {"Coffee about the meetup there"}}},
                       {false, width});
    };
    CHECK(narrowed(73) == "k7f2q9xa  yesterday  rust, mentors  Lisbon  Coffee about the meetup there\n");
    CHECK(narrowed(68) == "k7f2q9xa  yesterday  rust, mentors  Lisbon  Coffee about the meetup…\n");
    CHECK(narrowed(67) == "k7f2q9xa  rust, mentors  Lisbon  Coffee about the meetup there\n");
    CHECK(narrowed(56) == "k7f2q9xa  rust, mentors  Coffee about the meetup there\n");
    CHECK(narrowed(40) == "k7f2q9xa  Coffee about the meetup there\n");
    CHECK(narrowed(30) == "k7f2q9xa  Coffee about the me…\n");
}

TEST_CASE("where a row takes several lines anyway, what may go stays if it has a place in them") {
    const auto narrowed = [](std::size_t width) {
        return to_text({{{"k7f2q9xa", Style::faint, Narrow::whole},
                         {"yesterday", Style::faint, Narrow::goes_first},
                         {"Ana Souza"},
                         {"Coffee about the meetup"}}},
                       {false, width});
    };
    CHECK(narrowed(37) == "k7f2q9xa  Ana Souza  Coffee about th…\n");
    CHECK(narrowed(36) == "k7f2q9xa  yesterday  Ana Souza\n  Coffee about the meetup\n");
    CHECK(narrowed(29) == "k7f2q9xa  Ana Souza\n  Coffee about the meetup\n");
}

TEST_CASE("ids and dates are cut last, and nothing below eight") {
    CHECK(to_text({{{"k7f2q9xa", Style::faint, Narrow::whole},
                    {"Sun 22 Nov 2026", Style::plain, Narrow::whole},
                    {"Coffee with Ana"}}},
                  {false, 20}) == "k7f2q9xa\n  Sun 22 Nov 2026\n  Coffee with Ana\n");
    CHECK(table({{"abcdefghijkl", "abcdefghijkl"}}, 5) == "abcdefg…\n  abcdefg…\n");
    CHECK(table({{"abcdefgh", "abcd", "abcdefghijkl"}}, 1) == "abcdefgh\n  abcd\n  abcdefg…\n");
}

TEST_CASE("what is enough of an id is set off where there are colours") {
    const std::vector<Row> rows{{{"k7f2q9xa", Style::faint, Narrow::whole, 3}, {"x"}}};
    CHECK(to_text(rows, {true, {}}) == "\x1b[1mk7f\x1b[0m\x1b[2m2q9xa\x1b[0m  x\n");
    CHECK(to_text(rows, {false, {}}) == "k7f2q9xa  x\n");
}

TEST_CASE("a text takes a line on the screen for each that it begins or fills") {
    CHECK(lines_on_screen("", 10) == 0);
    CHECK(lines_on_screen("a\nb\n", 10) == 2);
    CHECK(lines_on_screen("a\n\nb", 10) == 3);
    CHECK(lines_on_screen("0123456789\n01234567890\n", 10) == 3);
    CHECK(lines_on_screen("李波李波李\n李波李波李波\n", 10) == 3);
    CHECK(lines_on_screen("\x1b[1m01234\x1b[0m\x1b[36m56789\x1b[0m\n", 10) == 1);
    CHECK(lines_on_screen("01234567890123456789\n", std::nullopt) == 1);
}

TEST_CASE("no line is wider than the terminal where the columns can give") {
    const std::vector<std::vector<std::string>> rows{
        {"k7f2q9xa", "Sun 22 Nov", "Ana Souza, Bo Li, Dana O'Neil", "Coffee about the Rust meetup in Lisbon"},
        {"m3qd8w1z", "Sun 6 Dec 2025", "李波", "send her the slides"}};
    for (std::size_t width = 15; width < 100; ++width) {
        CAPTURE(width);
        CHECK(widest_line(table(rows, width)) <= width);
    }
}

TEST_CASE("what is in a cell cannot steer the terminal or break the line") {
    CHECK(table({{"a\rb\x1b[2J\nc", "x\ty"}}) == "a\\rb\\x1b[2J …  x\\ty\n");
}

TEST_CASE("styles are on only with colour, and count for no columns") {
    const std::vector<Row> rows{{{"Ana", Style::strong}, {"x"}}, {{"Bo"}, {"late", Style::pressing}}};
    CHECK(to_text(rows, {false, {}}) == "Ana  x\nBo   late\n");
    CHECK(to_text(rows, {true, {}}) == "\x1b[1mAna\x1b[0m  x\nBo   \x1b[33mlate\x1b[0m\n");
}

TEST_CASE("a text is painted in its style and is safe in each") {
    const Layout colored{true, {}};
    CHECK(paint("a\x1b", Style::plain, colored) == "a\\x1b");
    CHECK(paint("a\x1b", Style::heading, colored) == "\x1b[36ma\\x1b\x1b[0m");
    CHECK(paint("a\x1b", Style::faint, {}) == "a\\x1b");
    CHECK(paint("", Style::strong, colored).empty());
    CHECK(paint("ok", Style::good, colored) == "\x1b[32mok\x1b[0m");
}

} // namespace
} // namespace kith::render
