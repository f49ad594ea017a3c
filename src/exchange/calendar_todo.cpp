#include "calendar_todo.hpp"

#include "plain_text.hpp"

#include <fmt/format.h>

#include <charconv>

namespace kith::exchange {
namespace {

/// A part that says no more than the due date does: one day of the week, of the month, or one month.
bool is_restated(std::string_view name, std::string_view value) {
    const bool is_number = value.find_first_not_of("0123456789") == value.npos;
    if (name == "WKST") return true;
    if (name == "BYDAY") return value.size() == 2 && !is_number;
    return (name == "BYMONTHDAY" || name == "BYMONTH") && !value.empty() && is_number;
}

std::optional<core::Unit> unit_of(std::string_view frequency) {
    if (frequency == "DAILY") return core::Unit::day;
    if (frequency == "WEEKLY") return core::Unit::week;
    if (frequency == "MONTHLY") return core::Unit::month;
    if (frequency == "YEARLY") return core::Unit::year;
    return std::nullopt;
}

core::Date day_on_the_wall(const WrittenTime& time, CalendarZones& zones) {
    return zones.on_the_wall(time.moment, zones.zone_of(time)).date;
}

} // namespace

std::optional<std::string> interval_of(std::string_view rule) {
    core::Period period{1, core::Unit::day};
    bool has_unit = false;
    bool has_weekday = false;
    for (const auto part : split(rule, ";")) {
        const auto equals = part.find('=');
        if (equals == part.npos) return std::nullopt;
        const auto name = part.substr(0, equals);
        const auto value = part.substr(equals + 1);
        if (name == "FREQ") {
            const auto unit = unit_of(value);
            if (!unit) return std::nullopt;
            period.unit = *unit;
            has_unit = true;
        } else if (name == "INTERVAL") {
            const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), period.count);
            if (error != std::errc{} || end != value.data() + value.size() || period.count < 1 || period.count > 999)
                return std::nullopt;
        } else if (!is_restated(name, value)) {
            return std::nullopt;
        }
        has_weekday = has_weekday || name == "BYDAY";
    }
    if (!has_unit || (has_weekday && period.unit != core::Unit::week)) return std::nullopt;
    return "+" + core::to_text(period);
}

std::optional<Incoming<core::Followup>> followup_of(const CalendarComponent& entry, CalendarZones& zones,
                                                    std::vector<Skipped>& skipped) {
    const auto& due = entry.due ? entry.due : entry.start;
    if (!due) {
        skipped.push_back({entry.line, fmt::format("{} has no day on which it is due", entry.summary)});
        return std::nullopt;
    }
    Incoming<core::Followup> incoming;
    incoming.line = entry.line;
    auto& followup = incoming.record;
    followup.due = zones.on_the_wall(due->moment, zones.zone_of(*due));
    if (entry.created) followup.created = day_on_the_wall(*entry.created, zones);
    followup.note = entry.summary;
    add_paragraph(followup.note, entry.description);
    const auto& done = entry.completed ? entry.completed : entry.changed ? entry.changed : due;
    if (entry.completed || entry.is_complete || entry.status == "COMPLETED")
        followup.done = day_on_the_wall(*done, zones);
    if (!entry.rule.empty()) {
        if (const auto every = interval_of(entry.rule))
            followup.every = *every;
        else
            skipped.push_back(noted(
                entry.line, fmt::format("{} comes in once, for how it recurs is no plain interval", entry.summary)));
    }
    incoming.key = entry.uid.empty() ? entry.summary + "/" + core::to_text(due->moment) : entry.uid;
    return incoming;
}

} // namespace kith::exchange
