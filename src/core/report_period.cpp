#include "kith/core/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace kith::core {
namespace {

int quarter_of(Date date) {
    return (month_of(date) - 1) / 3 + 1;
}

Date day_at(int year, int month) {
    return make_date(year, month, 1).value_or(Date{});
}

} // namespace

std::string_view to_text(PeriodKind kind) {
    switch (kind) {
    case PeriodKind::week:
        return "week";
    case PeriodKind::month:
        return "month";
    case PeriodKind::quarter:
        return "quarter";
    case PeriodKind::year:
        return "year";
    case PeriodKind::custom:
        break;
    }
    return "custom";
}

ReportPeriod custom_period(DateRange days) {
    return {PeriodKind::custom, fmt::format("{}..{}", to_text(days.from), to_text(days.to)), days};
}

ReportPeriod period_at(PeriodKind kind, Date date, WeekStart start) {
    switch (kind) {
    case PeriodKind::week: {
        const Date first = start_of_week(date, start);
        return {kind, to_text(iso_week_of(add(first, {3, Unit::day}))), {first, end_of_week(date, start)}};
    }
    case PeriodKind::month:
        return {kind, to_text(date).substr(0, 7), {start_of_month(date), end_of_month(date)}};
    case PeriodKind::quarter: {
        const Date first = day_at(year_of(date), quarter_of(date) * 3 - 2);
        const Date last = end_of_month(day_at(year_of(date), quarter_of(date) * 3));
        return {kind, fmt::format("{:04}-Q{}", year_of(date), quarter_of(date)), {first, last}};
    }
    case PeriodKind::year:
        return {kind,
                fmt::format("{:04}", year_of(date)),
                {day_at(year_of(date), 1), end_of_month(day_at(year_of(date), 12))}};
    case PeriodKind::custom:
        break;
    }
    return custom_period({date, date});
}

std::optional<ReportPeriod> previous(const ReportPeriod& period, WeekStart start) {
    const auto before = subtract_in_calendar(period.days.from, {1, Unit::day});
    if (!before) return std::nullopt;
    if (period.kind != PeriodKind::custom) return period_at(period.kind, *before, start);
    const int length = days_between(period.days.from, period.days.to);
    return custom_period({subtract(*before, {length, Unit::day}), *before});
}

std::vector<ReportPeriod> trend_periods(const ReportPeriod& period, WeekStart start, int count) {
    std::vector<ReportPeriod> periods{period};
    while (static_cast<int>(periods.size()) < count) {
        auto before = previous(periods.back(), start);
        if (!before) break;
        periods.push_back(std::move(*before));
    }
    std::ranges::reverse(periods);
    return periods;
}

DateRange calendar_days(const ReportPeriod& period, WeekStart start) {
    constexpr int fewest_weeks = 8, most_weeks = 53;
    const Date last_week = start_of_week(period.days.to, start);
    const Date latest = subtract(last_week, {fewest_weeks - 1, Unit::week});
    const Date earliest = subtract(last_week, {most_weeks - 1, Unit::week});
    return {std::clamp(period.days.from, earliest, latest), period.days.to};
}

int planned_by_week(int per_week, const DateRange& days) {
    const std::int64_t length = days_between(days.from, days.to) + 1;
    return static_cast<int>((2 * per_week * length + 7) / 14);
}

int planned_by_month(int per_month, const DateRange& days) {
    constexpr std::int64_t whole = 4 * 3 * 5 * 7 * 29 * 31; // Divided by 28, 29, 30 and 31 without a rest.
    std::int64_t share = 0;
    for (Date first = start_of_month(days.from); first <= days.to; first = end_of_month(first) + std::chrono::days{1}) {
        const Date last = end_of_month(first);
        const int covered = days_between(std::max(first, days.from), std::min(last, days.to)) + 1;
        share += covered * (whole / (days_between(first, last) + 1));
    }
    return static_cast<int>((2 * per_month * share + whole) / (2 * whole));
}

Date as_of(const ReportPeriod& period, Date today) {
    return std::min(period.days.to, today);
}

} // namespace kith::core
