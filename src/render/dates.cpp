#include "dates.hpp"

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

} // namespace kith::render
