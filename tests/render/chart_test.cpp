#include "kith/render/chart.hpp"

#include <doctest/doctest.h>

namespace kith::render {
namespace {

TEST_CASE("a bar is as long as its share, in eighths of a block") {
    struct Case {
        double value, maximum;
        std::size_t width;
        std::string_view bar;
    };
    const Case cases[] = {
        {1, 1, 3, "███"}, {1, 2, 3, "█▌"}, {3, 8, 1, "▍"},   {0, 5, 3, ""},
        {5, 0, 3, ""},    {-1, 5, 3, ""},  {9, 5, 3, "███"}, {1, 100000, 3, "▏"},
        {1, 1, 0, ""},    {0.5, 1, 0, ""}, {7, 8, 1, "▉"},   {99999, 100000, 3, "██▉"},
    };
    for (const auto& [value, maximum, width, expected] : cases) {
        CAPTURE(value);
        CAPTURE(maximum);
        CHECK(bar(value, maximum, width) == expected);
    }
}

TEST_CASE("a sparkline tells a little from nothing") {
    CHECK(sparkline({0, 1, 50, 100}) == "▁▂▅█");
    CHECK(sparkline({0, 0}) == "▁▁");
    CHECK(sparkline({3}) == "█");
    CHECK(sparkline({}).empty());
}

TEST_CASE("bars and sparklines in ASCII") {
    CHECK(bar(1, 2, 4, Signs::ascii) == "##");
    CHECK(bar(1, 1000, 4, Signs::ascii) == "#");
    CHECK(bar(999, 1000, 4, Signs::ascii) == "###");
    CHECK(bar(1, 2, 1, Signs::ascii) == "#");
    CHECK(bar(9, 5, 4, Signs::ascii) == "####");
    CHECK(bar(0, 5, 4, Signs::ascii).empty());
    CHECK(sparkline({0, 1, 50, 100}, Signs::ascii) == "_.=#");
}

TEST_CASE("texts are parted by a sign of either set") {
    CHECK(between_texts(Signs::unicode) == " · ");
    CHECK(between_texts(Signs::ascii) == " - ");
}

TEST_CASE("what is shortened says so in either set of signs") {
    struct Case {
        std::string_view text;
        std::size_t width;
        std::string_view unicode, ascii;
    };
    const Case cases[] = {
        {"abc", 3, "abc", "abc"}, {"abcd", 3, "ab…", "a.."},      {"abcd", 2, "a…", ".."}, {"abcd", 1, "…", "."},
        {"abcd", 0, "", ""},      {"李波李", 5, "李波…", "李.."}, {"é́é́é́", 2, "é́…", ".."},
    };
    for (const auto& [text, width, unicode, ascii] : cases) {
        CAPTURE(text);
        CAPTURE(width);
        CHECK(shortened(text, width, Signs::unicode) == unicode);
        CHECK(shortened(text, width, Signs::ascii) == ascii);
    }
}

} // namespace
} // namespace kith::render
