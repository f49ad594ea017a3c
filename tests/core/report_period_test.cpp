#include "kith/core/report.hpp"

#include "day.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace kith::core {
namespace {

using test::on;

std::string in_text(const DateRange& days) {
    return to_text(days.from) + ".." + to_text(days.to);
}

TEST_CASE("what a target comes to in a period is rounded half up") {
    struct Case {
        std::string_view from, to;
        int per_week, by_week, per_month, by_month;
    };
    const Case cases[] = {
        {"2026-11-16", "2026-11-22", 2, 2, 1, 0},    // A week: 7 of 30 days.
        {"2026-11-16", "2026-11-22", 5, 5, 2, 0},    // 0.47
        {"2026-11-01", "2026-11-30", 2, 9, 1, 1},    // 8.57
        {"2026-02-01", "2026-02-28", 2, 8, 1, 1},    // Exactly four weeks.
        {"2026-02-01", "2026-02-14", 1, 2, 1, 1},    // Exactly half a month.
        {"2026-10-01", "2026-12-31", 2, 26, 1, 3},   // A quarter: 26.29
        {"2024-01-01", "2024-12-31", 2, 105, 3, 36}, // A leap year: 104.57
        {"2026-11-22", "2026-11-22", 3, 0, 15, 1},   // A day: 0.43 and half of one.
        {"2026-11-22", "2026-11-22", 4, 1, 14, 0},   // 0.57 and 0.47
        {"2026-10-17", "2026-11-15", 0, 0, 2, 2},    // 15 of 31 and 15 of 30 days: 1.97
        {"2026-10-16", "2026-11-14", 0, 0, 1, 1},    // 16 of 31 and 14 of 30 days: 0.98
    };
    for (const auto& [from, to, per_week, by_week, per_month, by_month] : cases) {
        CAPTURE(from);
        CAPTURE(to);
        CHECK(planned_by_week(per_week, {on(from), on(to)}) == by_week);
        CHECK(planned_by_month(per_month, {on(from), on(to)}) == by_month);
    }
}

TEST_CASE("a week from Sunday has the label of the ISO week that its Monday is in") {
    const auto week_of = [](std::string_view date) { return period_at(PeriodKind::week, on(date), WeekStart::sunday); };
    CHECK(week_of("2026-11-21").label == "2026-W47");
    CHECK(week_of("2026-11-22").label == "2026-W48");
    CHECK(in_text(week_of("2026-11-22").days) == "2026-11-22..2026-11-28");
    CHECK(week_of("2027-01-02").label == "2026-W53");
    CHECK(week_of("2027-01-03").label == "2027-W01");
}

TEST_CASE("the calendar of a report has eight weeks at least and 53 at most") {
    const auto days_of = [](PeriodKind kind, WeekStart start) {
        return in_text(calendar_days(period_at(kind, on("2026-11-22"), start), start));
    };
    CHECK(days_of(PeriodKind::week, WeekStart::monday) == "2026-09-28..2026-11-22");
    CHECK(days_of(PeriodKind::week, WeekStart::sunday) == "2026-10-04..2026-11-28");
    CHECK(days_of(PeriodKind::month, WeekStart::monday) == "2026-10-12..2026-11-30");
    CHECK(days_of(PeriodKind::quarter, WeekStart::monday) == "2026-10-01..2026-12-31");
    CHECK(days_of(PeriodKind::year, WeekStart::monday) == "2026-01-01..2026-12-31");
    const auto decade = custom_period({on("2016-11-22"), on("2026-11-22")});
    CHECK(in_text(calendar_days(decade, WeekStart::monday)) == "2025-11-17..2026-11-22");
}

TEST_CASE("before the first period of the calendar there is none") {
    const auto first = period_at(PeriodKind::year, on("0001-06-01"), WeekStart::monday);
    CHECK_FALSE(previous(first, WeekStart::monday).has_value());
    CHECK(trend_periods(first, WeekStart::monday).size() == 1);
    CHECK_FALSE(previous(custom_period(all_days), WeekStart::monday).has_value());
    const auto third = period_at(PeriodKind::year, on("0003-06-01"), WeekStart::monday);
    REQUIRE(previous(third, WeekStart::monday).has_value());
    CHECK(previous(third, WeekStart::monday)->label == "0002");
    CHECK(trend_periods(third, WeekStart::monday).size() == 3);
    CHECK(calendar_days(first, WeekStart::monday).from == on("0001-01-01"));
}

} // namespace
} // namespace kith::core
