// A calendar of the journal: how many entries each day has, week by week.
#pragma once

#include "kith/core/journal.hpp"
#include "kith/core/strategy.hpp"

#include <cstddef>
#include <vector>

namespace kith::core {

/// What of an entry a calendar and a trend count.
struct CountedEntry {
    Date date;
    Mode mode;
    bool is_attempt;
};

[[nodiscard]] CountedEntry counted(const Interaction& interaction, const Strategy& strategy);

/// A day and its entries, by side.
struct CalendarDay {
    Date date{};
    int online = 0, in_person = 0, unclassified = 0;
    int attempts = 0; ///< Without an answer; counted on their side too.
    [[nodiscard]] int total() const { return online + in_person + unclassified; }
    friend bool operator==(const CalendarDay&, const CalendarDay&) = default;
};

struct Calendar {
    WeekStart week_start = WeekStart::monday;
    std::vector<CalendarDay> days; ///< One after the other, none left out.

    /// nullptr where the day is before or after these.
    [[nodiscard]] const CalendarDay* find(Date date) const;
};

/// Entries of other days are left out.
[[nodiscard]] Calendar make_calendar(const DateRange& days, WeekStart week_start,
                                     const std::vector<CountedEntry>& entries);
[[nodiscard]] Calendar make_calendar(const DateRange& days, WeekStart week_start,
                                     const std::vector<Interaction>& interactions, const Strategy& strategy);

/// The 53 weeks that end with the week of `date`.
[[nodiscard]] DateRange year_of_weeks(Date date, WeekStart week_start);

/// The whole weeks that the days lie in, in as many bands as it takes for none to have more than `most` weeks, and
/// these as alike as can be.
[[nodiscard]] std::vector<DateRange> week_bands(const DateRange& days, WeekStart week_start, std::size_t most);

} // namespace kith::core
