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

TEST_CASE("a cut does not split a wide character") {
    CHECK(table({{"id", "李波李波李波"}}, 13) == "id  李波李波…\n");
}

TEST_CASE("earlier columns are cut only when the last one is at its least") {
    const auto text = table({{"abcdefghijklmnop", "qrstuvwxyz0123456789"}}, 22);
    CHECK(text == "abcdefghijk…  qrstuvw…\n");
    CHECK(table({{"abcdefghijkl", "abcdefghijkl", "qrstuvwxyz"}}, 30) == "abcdefgh…  abcdefgh…  qrstuvw…\n");
}

TEST_CASE("no column is cut below eight") {
    CHECK(table({{"abcdefghijkl", "abcdefghijkl"}}, 5) == "abcdefg…  abcdefg…\n");
    CHECK(table({{"abcdefgh", "abcd", "abcdefghijkl"}}, 1) == "abcdefgh  abcd  abcdefg…\n");
}

TEST_CASE("no line is wider than the terminal where the columns can give") {
    const std::vector<std::vector<std::string>> rows{
        {"k7f2q9xa", "Sun 22 Nov", "Ana Souza, Bo Li, Dana O'Neil", "Coffee about the Rust meetup in Lisbon"},
        {"m3qd8w1z", "Sun 6 Dec 2025", "李波", "send her the slides"}};
    for (std::size_t width = 38; width < 100; ++width) {
        CAPTURE(width);
        CHECK(widest_line(table(rows, width)) <= width);
    }
}

TEST_CASE("what is in a cell cannot steer the terminal or break the line") {
    CHECK(table({{"a\nb\x1b[2J", "x\ty"}}) == "a\\nb\\x1b[2J  x\\ty\n");
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
