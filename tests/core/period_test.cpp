#include "kith/core/phrase.hpp"

#include "listed.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kith::core;

TEST_CASE("periods are a count and a unit") {
    struct Case {
        std::string text;
        Period period;
    };
    const std::vector<Case> accepted{
        {"3d", {3, Unit::day}},          {"2w", {2, Unit::week}},      {"1m", {1, Unit::month}},
        {"1y", {1, Unit::year}},         {"3 days", {3, Unit::day}},   {"1 day", {1, Unit::day}},
        {"2 weeks", {2, Unit::week}},    {"1 week", {1, Unit::week}},  {"6 months", {6, Unit::month}},
        {"1 month", {1, Unit::month}},   {"2 years", {2, Unit::year}}, {"1 year", {1, Unit::year}},
        {"1d", {1, Unit::day}},          {"9999d", {9999, Unit::day}}, {"9999 years", {9999, Unit::year}},
        {"0003w", {3, Unit::week}},      {"2W", {2, Unit::week}},      {" 2w ", {2, Unit::week}},
        {"\t3  Days\n", {3, Unit::day}}, {"1 weeks", {1, Unit::week}}, {"2 week", {2, Unit::week}},
    };
    for (const auto& [text, period] : accepted) {
        CAPTURE(text);
        CHECK(parse_period(text) == period);
        CHECK(require_period(text, "--every") == period);
        CHECK(parse_period(to_text(period)) == period);
        CHECK(parse_period(to_words(period)) == period);
    }
    auto refused = listed(R"(
        0d | 0w | 00m | 0 days | 3 | d | w | days | day | 3x | 3h | 3 h | 3 w | 3days | 2weeks | 3dd | 3d2 | d3 | -3d
        +3d | +2w | -2 weeks | - 3d | 10000d | 10000 days | 99999999999d | 2147483649w | 18446744073709551617d | 00001d
        2.5w | 1,5w | 2w, | ,2w | 2w 3d | 2 weeks ago | in 2 weeks | a week | week | one week | 2 weeks 3 days | 2w.
        2 fridays | 3 minutes | ２w | 2ｗ | ٢w | 0x2w | 1e1d | 2026-11-22 | today | eow | 2w 18:30 | none)");
    refused.insert(refused.end(), {"", " ", "\t\n", "2\u00a0weeks", "2w\xff", std::string("2w\0", 3)});
    refused.push_back(std::string(400, '1') + "w");
    for (const auto& text : refused) {
        CAPTURE(text);
        CHECK_FALSE(parse_period(text));
    }
}
