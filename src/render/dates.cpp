#include "dates.hpp"

#include "kith/core/day_and_time.hpp"

#include <fmt/format.h>

#include <array>

namespace kith::render {
namespace {

constexpr std::array<std::string_view, 12> month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

} // namespace

std::string_view month_name(core::Date date) {
    return month_names.at(static_cast<std::size_t>(core::month_of(date) - 1));
}

std::string in_full(core::Date date) {
    return fmt::format("{} {} {}", core::day_of(date), month_name(date), core::year_of(date));
}

std::string in_full(const core::DateRange& days) {
    const auto [from, to] = days;
    if (from == to) return in_full(from);
    if (core::year_of(from) != core::year_of(to)) return fmt::format("{} – {}", in_full(from), in_full(to));
    if (core::month_of(from) == core::month_of(to)) return fmt::format("{}–{}", core::day_of(from), in_full(to));
    return fmt::format("{} {} – {}", core::day_of(from), month_name(from), in_full(to));
}

std::string in_full(const core::Moment& moment) {
    const auto day = in_full(moment.date);
    return moment.time ? day + " " + core::to_clock_text(*moment.time) : day;
}

std::string in_full(const core::Event& event) {
    const auto last = core::last_day(event);
    const auto clock = event.end ? event.end->time : std::nullopt;
    if (!event.start.time && !clock) return in_full(core::DateRange{core::first_day(event), last});
    const auto start = in_full(event.start);
    if (last != event.start.date) {
        const bool is_at_midnight = event.end->date != last; // That is, after this day.
        return start + " to " + in_full(core::Moment{last, is_at_midnight ? std::nullopt : clock});
    }
    const bool has_length = event.start.time && clock && *event.end != event.start;
    return has_length ? start + " to " + core::to_clock_text(*clock) : start;
}

} // namespace kith::render
