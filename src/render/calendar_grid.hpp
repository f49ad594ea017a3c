// What the calendars on a terminal and on a page have in common: a column a week, a row a weekday.
#pragma once

#include "kith/core/calendar.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace kith::render {

/// Shades beside that of none.
inline constexpr std::size_t shades = 4;
/// 0 for none, then 1 for one entry, 2 for two, 3 for three or four, 4 for five or more.
[[nodiscard]] std::size_t shade_of(int entries);
/// What a shade stands for: `none`, `1`, `2`, `3 or 4`, `5 or more`.
[[nodiscard]] std::string_view meaning_of(std::size_t shade);

/// A month's name above the week that has its first day, or above the band's first.
struct MonthMark {
    std::size_t week = 0; ///< Counted from the band's first.
    std::string_view name;
};
/// Those of the weeks of a band, four weeks apart at least.
[[nodiscard]] std::vector<MonthMark> month_marks(const core::DateRange& band, const core::Calendar& calendar);

/// The day of a week and a weekday of the band, where the calendar has it; nothing also for one after today without an
/// entry.
[[nodiscard]] const core::CalendarDay* day_at(const core::Calendar& calendar, const core::DateRange& band,
                                              std::size_t week, std::size_t weekday, core::Date today);
[[nodiscard]] std::size_t weeks_of(const core::DateRange& band);
/// `Mon`, counted from the band's first day.
[[nodiscard]] std::string_view weekday_name(const core::DateRange& band, std::size_t weekday);

/// The sums of a calendar.
struct CalendarTotals {
    int online = 0, in_person = 0, unclassified = 0, attempts = 0;
    int days = 0; ///< Up to today, and those after it that have an entry.
    int days_with_entry = 0;
    [[nodiscard]] int total() const { return online + in_person + unclassified; }
};
[[nodiscard]] CalendarTotals totals_of(const core::Calendar& calendar, core::Date today);

} // namespace kith::render
