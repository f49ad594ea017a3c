#include "kith/core/date.hpp"
#include "kith/core/day_and_time.hpp"

#include "day.hpp"
#include "listed.hpp"

#include <doctest/doctest.h>

#include <array>
#include <limits>
#include <string>
#include <vector>

using namespace kith::core;
using kith::test::on;

namespace {

constexpr std::chrono::days one_day{1};

const Date sunday = Date{std::chrono::year{2026} / 11 / 22};

} // namespace

TEST_CASE("make_date refuses days that the calendar does not have") {
    struct Case {
        int year, month, day;
        bool exists;
    };
    const std::vector<Case> cases{
        {2026, 11, 22, true},
        {2024, 2, 29, true},
        {2000, 2, 29, true},
        {1, 1, 1, true},
        {9999, 12, 31, true},
        {2026, 2, 29, false},
        {1900, 2, 29, false},
        {2100, 2, 29, false},
        {2026, 2, 30, false},
        {2026, 4, 31, false},
        {2026, 11, 0, false},
        {2026, 11, -1, false},
        {2026, 11, 32, false},
        {2026, 0, 1, false},
        {2026, 13, 1, false},
        {2026, -1, 1, false},
        {0, 1, 1, false},
        {10000, 1, 1, false},
        {-1, 1, 1, false},
        {2026, 11, 278, false},
        {2026, 267, 1, false},
        {67562, 1, 1, false},
        {2026, 1, std::numeric_limits<int>::max(), false},
        {2026, 1, std::numeric_limits<int>::min(), false},
    };
    for (const auto& [year, month, day, exists] : cases) {
        CAPTURE(year);
        CAPTURE(month);
        CAPTURE(day);
        CHECK(make_date(year, month, day).has_value() == exists);
    }
}

TEST_CASE("parse_iso_date reads that form and no other") {
    CHECK(parse_iso_date("2026-11-22") == sunday);
    CHECK(parse_iso_date("0001-01-01") == make_date(1, 1, 1));
    CHECK(parse_iso_date("9999-12-31") == make_date(9999, 12, 31));
    auto refused = listed(R"(
        2026 | 2026-11 | 2026-11-2 | 2026-1-22 | 26-11-22 | 2026-11-221 | 2026/11/22 | 2026-11/22 | 20261122
        2026-02-30 | 2026-13-01 | 2026-00-01 | 2026-11-00 | 0000-01-01 | -026-11-22 | +026-11-22 | 2026-+1-22
        2026- 1-22 | 2026-11-2x | x026-11-22 | 2026-11-22T18:30 | ٢٠٢٦-11-22 | 12026-11-22)");
    refused.insert(refused.end(), {"", " ", " 2026-11-22", "2026-11-22 "});
    for (const auto& text : refused) {
        CAPTURE(text);
        CHECK_FALSE(parse_iso_date(text));
    }
}

TEST_CASE("parse_iso_moment reads TOML's local dates and date-times") {
    using std::chrono::hours;
    using std::chrono::minutes;
    using std::chrono::seconds;
    const Moment evening{sunday, hours{18} + minutes{30}};
    CHECK(parse_iso_moment("2026-11-22") == Moment{sunday, std::nullopt});
    CHECK(parse_iso_moment("2026-11-22T18:30:00") == evening);
    CHECK(parse_iso_moment("2026-11-22t18:30:00") == evening);
    CHECK(parse_iso_moment("2026-11-22 18:30:00") == evening);
    CHECK(parse_iso_moment("2026-11-22T18:30") == evening);
    CHECK(parse_iso_moment("2026-11-22T00:00") == Moment{sunday, seconds{0}});
    CHECK(parse_iso_moment("2026-11-22T23:59:59") == Moment{sunday, seconds{86399}});
    auto refused = listed(R"(
        T18:30 | 18:30 | 2026-11-22T | 2026-11-22T24:00 | 2026-11-22T24:00:00 | 2026-11-22T18:60
        2026-11-22T18:30:60 | 2026-11-22T9:05 | 2026-11-22T9:05:15 | 2026-11-22T18:3 | 2026-11-22T18
        2026-11-22T1830 | 2026-11-22T18:30:0 | 2026-11-22T18:30:000 | 2026-11-22T18:30:00Z
        2026-11-22T18:30:00+01:00 | 2026-11-22T18:30:00.5 | 2026-11-22  18:30 | 2026-11-22x18:30 | 2026-11-22T-1:30
        2026-02-30T18:30 | 2026-11-22T18.30 | 2026-11-22T123:4:56)");
    refused.insert(refused.end(), {"", "2026-11-22 ", "2026-11-22T18:30 "});
    for (const auto& text : refused) {
        CAPTURE(text);
        CHECK_FALSE(parse_iso_moment(text));
    }
}

TEST_CASE("moments are written as TOML does") {
    CHECK(to_text(Moment{sunday, std::nullopt}) == "2026-11-22");
    CHECK(to_text(Moment{sunday, std::chrono::seconds{0}}) == "2026-11-22T00:00:00");
    CHECK(to_text(Moment{sunday, std::chrono::seconds{66600}}) == "2026-11-22T18:30:00");
    CHECK(to_text(Moment{sunday, std::chrono::seconds{86399}}) == "2026-11-22T23:59:59");
    CHECK(to_text(Moment{on("0031-02-03"), std::chrono::seconds{3661}}) == "0031-02-03T01:01:01");
}

TEST_CASE("periods and weeks have short texts") {
    CHECK(to_text(Period{3, Unit::day}) == "3d");
    CHECK(to_text(Period{2, Unit::week}) == "2w");
    CHECK(to_text(Period{1, Unit::month}) == "1m");
    CHECK(to_text(Period{9999, Unit::year}) == "9999y");
    CHECK(to_text(Period{-3, Unit::day}) == "-3d");
    CHECK(to_text(IsoWeek{2026, 47}) == "2026-W47");
    CHECK(to_text(IsoWeek{2026, 1}) == "2026-W01");
    CHECK(to_words(Period{1, Unit::day}) == "1 day");
    CHECK(to_words(Period{-1, Unit::day}) == "-1 day");
    CHECK(to_words(Period{2, Unit::day}) == "2 days");
    CHECK(to_words(Period{3, Unit::week}) == "3 weeks");
    CHECK(to_words(Period{1, Unit::month}) == "1 month");
    CHECK(to_words(Period{10, Unit::year}) == "10 years");
}

TEST_CASE("to_short_text says the year only where it is another") {
    CHECK(to_short_text(sunday, sunday) == "Sun 22 Nov");
    CHECK(to_short_text(on("2025-11-22"), sunday) == "Sat 22 Nov 2025");
    CHECK(to_short_text(on("2027-01-01"), sunday) == "Fri 1 Jan 2027");
    CHECK(to_short_text(on("2026-01-01"), sunday) == "Thu 1 Jan");
    CHECK(to_short_text(on("2026-12-06"), sunday) == "Sun 6 Dec");
    CHECK(to_short_text(on("2024-02-29"), sunday) == "Thu 29 Feb 2024");
}

TEST_CASE("to_short_text of a moment has its time behind the day") {
    CHECK(to_short_text(Moment{sunday, std::chrono::hours{18} + std::chrono::minutes{30}}, sunday) ==
          "Sun 22 Nov 18:30");
    CHECK(to_short_text(Moment{on("2025-11-22"), std::chrono::seconds{5 * 60 + 59}}, sunday) ==
          "Sat 22 Nov 2025 00:05");
    CHECK(to_short_text(Moment{sunday, std::nullopt}, sunday) == "Sun 22 Nov");
}

TEST_CASE("to_relative_text uses the largest unit of which there are two") {
    struct Case {
        std::string date, text;
    };
    const std::vector<Case> cases{
        {"2026-11-22", "today"},         {"2026-11-21", "yesterday"},     {"2026-11-23", "tomorrow"},
        {"2026-11-20", "2 days ago"},    {"2026-11-24", "in 2 days"},     {"2026-11-19", "3 days ago"},
        {"2026-11-15", "7 days ago"},    {"2026-11-09", "13 days ago"},   {"2026-11-08", "2 weeks ago"},
        {"2026-12-05", "in 13 days"},    {"2026-12-06", "in 2 weeks"},    {"2026-12-12", "in 2 weeks"},
        {"2026-12-13", "in 3 weeks"},    {"2026-10-22", "4 weeks ago"},   {"2026-09-23", "8 weeks ago"},
        {"2026-09-22", "2 months ago"},  {"2027-01-21", "in 8 weeks"},    {"2027-01-22", "in 2 months"},
        {"2026-06-22", "5 months ago"},  {"2026-06-23", "4 months ago"},  {"2025-11-22", "12 months ago"},
        {"2024-11-23", "23 months ago"}, {"2024-11-22", "2 years ago"},   {"2028-11-21", "in 23 months"},
        {"2028-11-22", "in 2 years"},    {"1926-11-22", "100 years ago"}, {"0001-01-01", "2025 years ago"},
    };
    for (const auto& [date, text] : cases) {
        CAPTURE(date);
        CHECK(to_relative_text(on(date), sunday) == text);
    }
    // From 31 December two clamped months end on the last of February.
    CHECK(to_relative_text(on("2027-02-28"), on("2026-12-31")) == "in 2 months");
    CHECK(to_relative_text(on("2027-02-27"), on("2026-12-31")) == "in 8 weeks");
}

TEST_CASE("months and years clamp to the month's end") {
    struct Case {
        std::string from;
        Period period;
        std::string sum, difference;
    };
    const std::vector<Case> cases{
        {"2026-11-22", {3, Unit::day}, "2026-11-25", "2026-11-19"},
        {"2026-11-22", {2, Unit::week}, "2026-12-06", "2026-11-08"},
        {"2026-11-22", {1, Unit::month}, "2026-12-22", "2026-10-22"},
        {"2026-11-22", {1, Unit::year}, "2027-11-22", "2025-11-22"},
        {"2026-11-22", {0, Unit::month}, "2026-11-22", "2026-11-22"},
        {"2026-01-31", {1, Unit::month}, "2026-02-28", "2025-12-31"},
        {"2024-01-31", {1, Unit::month}, "2024-02-29", "2023-12-31"},
        {"2026-03-31", {1, Unit::month}, "2026-04-30", "2026-02-28"},
        {"2024-03-30", {1, Unit::month}, "2024-04-30", "2024-02-29"},
        {"2026-05-31", {3, Unit::month}, "2026-08-31", "2026-02-28"},
        {"2026-10-31", {13, Unit::month}, "2027-11-30", "2025-09-30"},
        {"2026-12-15", {1, Unit::month}, "2027-01-15", "2026-11-15"},
        {"2026-01-15", {1, Unit::month}, "2026-02-15", "2025-12-15"},
        {"2024-02-29", {1, Unit::year}, "2025-02-28", "2023-02-28"},
        {"2024-02-29", {4, Unit::year}, "2028-02-29", "2020-02-29"},
        {"2096-02-29", {4, Unit::year}, "2100-02-28", "2092-02-29"},
        {"2026-01-31", {-1, Unit::month}, "2025-12-31", "2026-02-28"},
        {"2026-12-31", {1, Unit::day}, "2027-01-01", "2026-12-30"},
    };
    for (const auto& [from, period, sum, difference] : cases) {
        CAPTURE(from);
        CAPTURE(to_text(period));
        CHECK(to_text(add(on(from), period)) == sum);
        CHECK(to_text(subtract(on(from), period)) == difference);
        CHECK(add_in_calendar(on(from), period) == on(sum));
        CHECK(subtract_in_calendar(on(from), period) == on(difference));
    }
}

TEST_CASE("a sum beyond the calendar stops at its first or last day") {
    constexpr int most = std::numeric_limits<int>::max();
    constexpr int least = std::numeric_limits<int>::min();
    for (const Unit unit : {Unit::day, Unit::week, Unit::month, Unit::year}) {
        for (const int count : {most, least, 1'000'000'000}) {
            const Period period{count, unit};
            CAPTURE(to_text(period));
            CHECK(to_text(add(sunday, period)) == (count > 0 ? "9999-12-31" : "0001-01-01"));
            CHECK(to_text(subtract(sunday, period)) == (count > 0 ? "0001-01-01" : "9999-12-31"));
            CHECK_FALSE(add_in_calendar(sunday, period));
            CHECK_FALSE(subtract_in_calendar(sunday, period));
        }
        CHECK(to_text(add(on("9999-12-31"), {1, unit})) == "9999-12-31");
        CHECK(to_text(subtract(on("0001-01-01"), {1, unit})) == "0001-01-01");
        CHECK_FALSE(add_in_calendar(on("9999-12-31"), {1, unit}));
        CHECK_FALSE(subtract_in_calendar(on("0001-01-01"), {1, unit}));
    }
    CHECK(add_in_calendar(on("9999-12-30"), {1, Unit::day}) == on("9999-12-31"));
    CHECK(add_in_calendar(on("9999-11-30"), {1, Unit::month}) == on("9999-12-30"));
    CHECK(subtract_in_calendar(on("0002-01-01"), {12, Unit::month}) == on("0001-01-01"));
    CHECK_FALSE(add_in_calendar(Date::max(), {1, Unit::day}));
    CHECK_FALSE(add_in_calendar(Date::min(), {-1, Unit::week}));
}

TEST_CASE("a period's length depends on the day it starts from") {
    CHECK(length_in_days({3, Unit::day}, sunday) == 3);
    CHECK(length_in_days({2, Unit::week}, sunday) == 14);
    CHECK(length_in_days({1, Unit::month}, on("2026-02-01")) == 28);
    CHECK(length_in_days({1, Unit::month}, on("2024-02-01")) == 29);
    CHECK(length_in_days({1, Unit::month}, on("2026-01-31")) == 28);
    CHECK(length_in_days({1, Unit::month}, on("2026-03-01")) == 31);
    CHECK(length_in_days({1, Unit::year}, on("2026-01-01")) == 365);
    CHECK(length_in_days({1, Unit::year}, on("2024-01-01")) == 366);
    CHECK(length_in_days({-1, Unit::month}, on("2026-03-01")) == -28);
    CHECK(days_between(on("2026-11-20"), sunday) == 2);
    CHECK(days_between(sunday, on("2026-11-20")) == -2);
    CHECK(days_between(on("0001-01-01"), on("9999-12-31")) == 3652058);
}
