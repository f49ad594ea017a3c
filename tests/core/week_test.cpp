#include "kith/core/date.hpp"

#include "day.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kith::core;
using kith::test::on;

namespace {

constexpr std::chrono::days one_day{1};

} // namespace

TEST_CASE("a week starts on Monday or on Sunday") {
    struct Case {
        std::string date, monday, sunday;
    };
    const std::vector<Case> cases{
        {"2026-11-16", "2026-11-16", "2026-11-15"}, {"2026-11-18", "2026-11-16", "2026-11-15"},
        {"2026-11-21", "2026-11-16", "2026-11-15"}, {"2026-11-22", "2026-11-16", "2026-11-22"},
        {"2026-11-23", "2026-11-23", "2026-11-22"}, {"2027-01-01", "2026-12-28", "2026-12-27"},
        {"2024-03-01", "2024-02-26", "2024-02-25"},
    };
    for (const auto& [date, monday, sunday] : cases) {
        CAPTURE(date);
        CHECK(to_text(start_of_week(on(date), WeekStart::monday)) == monday);
        CHECK(to_text(start_of_week(on(date), WeekStart::sunday)) == sunday);
        CHECK(end_of_week(on(date), WeekStart::monday) == on(monday) + std::chrono::days{6});
        CHECK(end_of_week(on(date), WeekStart::sunday) == on(sunday) + std::chrono::days{6});
    }
}

TEST_CASE("a month runs from its first day to its last") {
    struct Case {
        std::string date, first, last;
    };
    const std::vector<Case> cases{
        {"2026-11-22", "2026-11-01", "2026-11-30"}, {"2026-11-01", "2026-11-01", "2026-11-30"},
        {"2026-11-30", "2026-11-01", "2026-11-30"}, {"2026-02-10", "2026-02-01", "2026-02-28"},
        {"2024-02-10", "2024-02-01", "2024-02-29"}, {"2026-12-31", "2026-12-01", "2026-12-31"},
        {"9999-12-31", "9999-12-01", "9999-12-31"}, {"0001-01-01", "0001-01-01", "0001-01-31"},
    };
    for (const auto& [date, first, last] : cases) {
        CAPTURE(date);
        CHECK(to_text(start_of_month(on(date))) == first);
        CHECK(to_text(end_of_month(on(date))) == last);
    }
}

TEST_CASE("a week over New Year belongs to the year of its Thursday") {
    struct Case {
        std::string date, week;
    };
    const std::vector<Case> cases{
        {"2026-11-22", "2026-W47"}, {"2026-11-23", "2026-W48"}, {"2020-12-27", "2020-W52"}, {"2020-12-28", "2020-W53"},
        {"2020-12-31", "2020-W53"}, {"2021-01-01", "2020-W53"}, {"2021-01-03", "2020-W53"}, {"2021-01-04", "2021-W01"},
        {"2024-12-29", "2024-W52"}, {"2024-12-30", "2025-W01"}, {"2025-01-01", "2025-W01"}, {"2025-12-28", "2025-W52"},
        {"2025-12-29", "2026-W01"}, {"2026-12-27", "2026-W52"}, {"2026-12-28", "2026-W53"}, {"2027-01-01", "2026-W53"},
        {"2027-01-03", "2026-W53"}, {"2027-01-04", "2027-W01"}, {"2016-01-03", "2015-W53"}, {"2010-01-03", "2009-W53"},
        {"2008-12-29", "2009-W01"}, {"2000-01-01", "1999-W52"}, {"2012-01-01", "2011-W52"}, {"0001-01-01", "0001-W01"},
        {"9999-12-31", "9999-W52"},
    };
    for (const auto& [date, week] : cases) {
        CAPTURE(date);
        CHECK(to_text(iso_week_of(on(date))) == week);
    }
}

TEST_CASE("weeks count on from week to week") {
    // 1999-01-04 is the Monday of 1999-W01: 4 January is in the first week of every year.
    IsoWeek expected{1999, 1};
    for (Date monday = on("1999-01-04"); monday <= on("2032-12-31"); monday += std::chrono::days{7}) {
        CAPTURE(to_text(monday));
        for (int day = 0; day < 7; ++day) REQUIRE(iso_week_of(monday + std::chrono::days{day}) == expected);
        const Date next = monday + std::chrono::days{7};
        bool starts_year = false;
        for (Date date = next; date < next + std::chrono::days{7}; date += one_day)
            starts_year = starts_year || (month_of(date) == 1 && day_of(date) == 4);
        expected = starts_year ? IsoWeek{expected.year + 1, 1} : IsoWeek{expected.year, expected.week + 1};
        REQUIRE(expected.week <= 53);
    }
    CHECK(expected == IsoWeek{2033, 1});
}

TEST_CASE("a range contains both its ends") {
    const DateRange range{on("2026-11-16"), on("2026-11-22")};
    CHECK(range.contains(on("2026-11-16")));
    CHECK(range.contains(on("2026-11-22")));
    CHECK_FALSE(range.contains(on("2026-11-15")));
    CHECK_FALSE(range.contains(on("2026-11-23")));
    const DateRange empty{on("2026-11-22"), on("2026-11-16")};
    for (Date date = on("2026-11-10"); date < on("2026-11-30"); date += one_day) CHECK_FALSE(empty.contains(date));
}
