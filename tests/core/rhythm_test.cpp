#include "kith/core/rhythm.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kith::core;

namespace {

std::vector<Date> days(const std::vector<std::string>& texts) {
    std::vector<Date> all;
    for (const auto& text : texts) all.push_back(*parse_iso_date(text));
    return all;
}

} // namespace

TEST_CASE("the usual gap is the median of the gaps between days of contact") {
    struct Case {
        std::vector<std::string> days;
        int usual; ///< 0 where there is no rhythm.
    };
    const std::vector<Case> cases{
        {{}, 0},
        {{"2026-01-01"}, 0},
        {{"2026-01-01", "2026-03-01"}, 0},
        {{"2026-01-01", "2026-01-02", "2026-01-03"}, 0}, // A conference.
        {{"2026-01-01", "2026-01-15", "2026-01-28"}, 0}, // 27 days.
        {{"2026-01-01", "2026-01-15", "2026-01-29"}, 14},
        {{"2026-01-29", "2026-01-01", "2026-01-15"}, 14},                            // In any order.
        {{"2026-01-01", "2026-01-01", "2026-01-29", "2026-01-29"}, 0},               // Two days, twice each.
        {{"2026-01-01", "2026-01-08", "2026-01-15", "2026-06-01"}, 7},               // One long gap is not usual.
        {{"2026-01-01", "2026-01-11", "2026-02-01"}, 16},                            // 10 and 21: 15.5.
        {{"2026-01-01", "2026-01-03", "2026-01-07", "2026-01-15", "2026-02-01"}, 6}, // 2, 4, 8, 17.
    };
    for (const auto& each : cases) {
        CAPTURE(each.usual);
        CAPTURE(each.days.size());
        const auto rhythm = rhythm_of(days(each.days));
        CHECK((rhythm ? rhythm->usual_days : 0) == each.usual);
    }
    CHECK(rhythm_of(days({"2026-03-01", "2026-01-01", "2026-02-01"}))->last == *parse_iso_date("2026-03-01"));
}

TEST_CASE("a usual gap is said in the nearest plain words") {
    const std::vector<std::pair<int, std::string>> cases{
        {1, "every day"},        {2, "every 2 days"},   {6, "every 6 days"},    {7, "every week"},
        {8, "every 8 days"},     {10, "every 10 days"}, {11, "every 2 weeks"},  {17, "every 2 weeks"},
        {18, "every 3 weeks"},   {45, "every 6 weeks"}, {46, "every 2 months"}, {91, "every 3 months"},
        {365, "every 12 months"}};
    for (const auto& [gap, words] : cases) CHECK(to_words(Rhythm{gap, {}}) == words);
}
