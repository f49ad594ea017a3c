// Follow-ups, events and birthdays as a calendar (iCalendar, RFC 5545) to import or to subscribe to.
#pragma once

#include "kith/core/agenda.hpp"
#include "kith/core/journal.hpp"
#include "kith/core/people.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace kith::exchange {

/// What a calendar has at a day.
struct CalendarItem {
    enum class Standing { none, confirmed, open, done, cancelled };

    std::string uid; ///< The same in every export: what a subscription knows the entry by.
    std::string summary;
    std::string description;
    std::string place;
    std::string url;
    std::vector<std::string> categories;
    core::Moment start;              ///< A task's is when it is due.
    std::optional<core::Moment> end; ///< The last day, or the moment of the end.
    std::optional<core::Date> done;
    Standing standing = Standing::none;
    int sequence = 0;     ///< How often it was put off.
    bool is_duty = false; ///< A follow-up: takes no time of the day, and may be written as a task.
    bool is_yearly = false;
};

[[nodiscard]] CalendarItem entry_of(const core::Event& event, const core::People& people);
/// Its description says why it is there and what was said last.
[[nodiscard]] CalendarItem entry_of(const core::AgendaItem& item, const core::People& people);
/// Every year from the day of birth on (from 2000 where the year is not known); on the last of February for one born on
/// the 29th. Nothing for a person without a birthday.
[[nodiscard]] std::optional<CalendarItem> birthday_of(const core::Person& person);

struct CalendarOptions {
    core::Date today;                 ///< Stands for when the calendar was made.
    std::vector<core::Period> alarms; ///< Each so long before; at nine in the morning where the entry has no time. One
                                      ///< of no days rings on the day itself.
    bool writes_tasks = false;        ///< Follow-ups as VTODO; else as entries of whole days.
};

/// The calendar, its lines ended by `\r\n`. Days are days and times are those of the wall clock, in no zone.
[[nodiscard]] std::string write_calendar(std::span<const CalendarItem> entries, const CalendarOptions& options);

} // namespace kith::exchange
