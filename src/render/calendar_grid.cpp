#include "calendar_grid.hpp"

#include "dates.hpp"

#include <algorithm>
#include <array>

namespace kith::render {
namespace {

constexpr std::size_t least_apart = 4;

core::Date day_of_band(const core::DateRange& band, std::size_t week, std::size_t weekday) {
    return band.from + std::chrono::days{static_cast<int>(week * 7 + weekday)};
}

} // namespace

std::size_t shade_of(int entries) {
    constexpr std::array<int, shades> from{1, 2, 3, 5};
    return static_cast<std::size_t>(std::ranges::count_if(from, [entries](int least) { return entries >= least; }));
}

std::string_view meaning_of(std::size_t shade) {
    constexpr std::array<std::string_view, shades + 1> meanings{"none", "1", "2", "3 or 4", "5 or more"};
    return meanings.at(shade);
}

std::vector<MonthMark> month_marks(const core::DateRange& band, const core::Calendar& calendar) {
    std::vector<MonthMark> marks;
    for (std::size_t week = 0; week < weeks_of(band); ++week) {
        for (std::size_t weekday = 0; weekday < 7; ++weekday) {
            const core::Date date = day_of_band(band, week, weekday);
            if (calendar.find(date) == nullptr || (!marks.empty() && core::day_of(date) != 1)) continue;
            // The month that begins counts more than the rest of the one before it.
            if (!marks.empty() && week - marks.back().week < least_apart) marks.pop_back();
            marks.push_back({week, month_name(date)});
        }
    }
    return marks;
}

const core::CalendarDay* day_at(const core::Calendar& calendar, const core::DateRange& band, std::size_t week,
                                std::size_t weekday, core::Date today) {
    const auto* day = calendar.find(day_of_band(band, week, weekday));
    const bool is_to_come = day != nullptr && day->date > today && day->total() == 0;
    return is_to_come ? nullptr : day;
}

std::size_t weeks_of(const core::DateRange& band) {
    return static_cast<std::size_t>(core::days_between(band.from, band.to) + 1) / 7;
}

std::string_view weekday_name(const core::DateRange& band, std::size_t weekday) {
    constexpr std::array<std::string_view, 7> names{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    return names.at(std::chrono::weekday{day_of_band(band, 0, weekday)}.c_encoding());
}

CalendarTotals totals_of(const core::Calendar& calendar, core::Date today) {
    CalendarTotals totals;
    for (const auto& day : calendar.days) {
        totals.online += day.online;
        totals.in_person += day.in_person;
        totals.unclassified += day.unclassified;
        totals.attempts += day.attempts;
        if (day.date <= today || day.total() > 0) ++totals.days;
        if (day.total() > 0) ++totals.days_with_entry;
    }
    return totals;
}

} // namespace kith::render
