#include "kith/core/calendar.hpp"

#include <algorithm>

namespace kith::core {
namespace {

Date days_after(Date date, int count) {
    return date + std::chrono::days{count};
}

int& count_of(CalendarDay& day, Mode mode) {
    switch (mode) {
    case Mode::online:
        return day.online;
    case Mode::in_person:
        return day.in_person;
    case Mode::unclassified:
        break;
    }
    return day.unclassified;
}

} // namespace

const CalendarDay* Calendar::find(Date date) const {
    if (days.empty() || date < days.front().date || date > days.back().date) return nullptr;
    return &days[static_cast<std::size_t>(days_between(days.front().date, date))];
}

CountedEntry counted(const Interaction& interaction, const Strategy& strategy) {
    return {interaction.date.date, mode_of(interaction, strategy), is_attempt(interaction)};
}

Calendar make_calendar(const DateRange& days, WeekStart week_start, const std::vector<CountedEntry>& entries) {
    Calendar calendar{week_start, {}};
    for (Date date = days.from; date <= days.to; date = days_after(date, 1)) calendar.days.push_back({date});
    for (const auto& entry : entries) {
        if (!days.contains(entry.date)) continue;
        CalendarDay& day = calendar.days[static_cast<std::size_t>(days_between(days.from, entry.date))];
        ++count_of(day, entry.mode);
        if (entry.is_attempt) ++day.attempts;
    }
    return calendar;
}

Calendar make_calendar(const DateRange& days, WeekStart week_start, const std::vector<Interaction>& interactions,
                       const Strategy& strategy) {
    std::vector<CountedEntry> entries;
    entries.reserve(interactions.size());
    for (const auto& interaction : interactions) entries.push_back(counted(interaction, strategy));
    return make_calendar(days, week_start, entries);
}

DateRange year_of_weeks(Date date, WeekStart week_start) {
    const Date last = std::min(end_of_week(date, week_start), all_days.to);
    return {std::max(days_after(start_of_week(date, week_start), -7 * 52), all_days.from), last};
}

std::vector<DateRange> week_bands(const DateRange& days, WeekStart week_start, std::size_t most) {
    const Date first = start_of_week(days.from, week_start);
    const int weeks = days_between(first, end_of_week(days.to, week_start)) / 7 + 1;
    const int at_most = std::max(1, static_cast<int>(most));
    const int count = (weeks + at_most - 1) / at_most;
    std::vector<DateRange> bands;
    for (int band = 0; band < count; ++band) {
        const int begin = weeks * band / count, end = weeks * (band + 1) / count;
        bands.push_back({days_after(first, 7 * begin), days_after(first, 7 * end - 1)});
    }
    return bands;
}

} // namespace kith::core
