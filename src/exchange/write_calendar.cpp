#include "kith/exchange/write_calendar.hpp"

#include "written_line.hpp"

#include <fmt/format.h>

#include <string_view>

namespace kith::exchange {
namespace {

using Standing = CalendarItem::Standing;

constexpr std::chrono::hours morning{9};

std::string compact(core::Date date) {
    return fmt::format("{:04}{:02}{:02}", core::year_of(date), core::month_of(date), core::day_of(date));
}

std::string compact(const core::Moment& moment) {
    const std::chrono::hh_mm_ss time(moment.time.value_or(std::chrono::seconds{0}));
    return fmt::format("{}T{:02}{:02}{:02}", compact(moment.date), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

std::string day_line(std::string_view name, core::Date date) {
    return written_line(name, compact(date), {{"VALUE", "DATE"}});
}

std::string moment_line(std::string_view name, const core::Moment& moment) {
    return moment.time ? written_line(name, compact(moment)) : day_line(name, moment.date);
}

/// The end is the first day, or moment, that does not belong to it, and of the kind that the start is of.
std::string end_line(const CalendarItem& entry) {
    const auto& end = entry.end;
    if (entry.start.time && !end) return {};
    if (entry.start.time && end->time) return *end > entry.start ? written_line("DTEND", compact(*end)) : std::string{};
    const auto after = core::add_in_calendar(end ? end->date : entry.start.date, {1, core::Unit::day});
    if (!after) return {};
    return entry.start.time ? written_line("DTEND", compact(core::Moment{*after, std::nullopt}))
                            : day_line("DTEND", *after);
}

/// `-P1DT15H`; a whole number of days and hours before or after.
std::string duration(std::chrono::hours hours) {
    const auto length = std::chrono::abs(hours).count();
    std::string text = hours.count() < 0 ? "-P" : "P";
    if (length >= 24) text += fmt::format("{}D", length / 24);
    if (length % 24 != 0) text += fmt::format("T{}H", length % 24);
    return length == 0 ? "PT0S" : text;
}

std::string alarm(const CalendarItem& entry, int days_before, bool is_task) {
    const auto at = (entry.start.time ? std::chrono::hours{0} : morning) - std::chrono::hours{24} * days_before;
    const Parameters related = is_task ? Parameters{{"RELATED", "END"}} : Parameters{};
    return written_line("BEGIN", "VALARM") + written_line("ACTION", "DISPLAY") +
           written_line("DESCRIPTION", escape_value(entry.summary)) + written_line("TRIGGER", duration(at), related) +
           written_line("END", "VALARM");
}

std::string alarms(const CalendarItem& entry, const CalendarOptions& options, bool is_task) {
    if (entry.standing == Standing::done || entry.standing == Standing::cancelled) return {};
    std::string text;
    for (const auto& period : options.alarms) {
        const auto rings = core::subtract(entry.start.date, period);
        text += alarm(entry, core::days_between(rings, entry.start.date), is_task);
    }
    return text;
}

std::string task_lines(const CalendarItem& entry) {
    std::string text = moment_line("DUE", entry.start);
    if (entry.standing == Standing::open) return text + written_line("STATUS", "NEEDS-ACTION");
    if (entry.standing == Standing::cancelled) return text + written_line("STATUS", "CANCELLED");
    if (entry.done) text += written_line("COMPLETED", compact(core::Moment{*entry.done, std::nullopt}) + "Z");
    return text + written_line("STATUS", "COMPLETED");
}

/// Born on 29 February, one has a birthday in common years too.
std::string yearly_rule(core::Date day) {
    const bool is_leap_day = core::month_of(day) == 2 && core::day_of(day) == 29;
    return written_line("RRULE", is_leap_day ? "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1" : "FREQ=YEARLY");
}

std::string event_lines(const CalendarItem& entry) {
    std::string text = moment_line("DTSTART", entry.start) + end_line(entry);
    if (entry.is_yearly) text += yearly_rule(entry.start.date);
    if (entry.is_yearly || entry.is_duty) text += written_line("TRANSP", "TRANSPARENT");
    if (entry.standing == Standing::confirmed) text += written_line("STATUS", "CONFIRMED");
    if (entry.standing == Standing::cancelled) text += written_line("STATUS", "CANCELLED");
    return text;
}

std::string component(const CalendarItem& entry, const CalendarOptions& options) {
    const bool is_task = entry.is_duty && options.writes_tasks;
    const std::string_view kind = is_task ? "VTODO" : "VEVENT";
    std::string text = written_line("BEGIN", kind);
    text += written_line("UID", escape_value(entry.uid));
    text += written_line("DTSTAMP", compact(core::Moment{options.today, std::nullopt}) + "Z");
    text += is_task ? task_lines(entry) : event_lines(entry);
    text += written_line("SUMMARY", escape_value(entry.summary));
    text += line_if_any("DESCRIPTION", escape_value(entry.description));
    text += line_if_any("LOCATION", escape_value(entry.place));
    text += line_if_any("URL", address_value(entry.url));
    text += line_if_any("CATEGORIES", escape_values(entry.categories));
    if (entry.sequence > 0) text += written_line("SEQUENCE", fmt::to_string(entry.sequence));
    return text + alarms(entry, options, is_task) + written_line("END", kind);
}

} // namespace

std::string write_calendar(std::span<const CalendarItem> entries, const CalendarOptions& options) {
    std::string text = written_line("BEGIN", "VCALENDAR") + written_line("VERSION", "2.0") +
                       written_line("PRODID", "-//kith//kith//EN") + written_line("CALSCALE", "GREGORIAN") +
                       written_line("X-WR-CALNAME", "kith");
    for (const auto& entry : entries) text += component(entry, options);
    return text + written_line("END", "VCALENDAR");
}

} // namespace kith::exchange
