#include "kith/render/report.hpp"

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

} // namespace
} // namespace kith::render
