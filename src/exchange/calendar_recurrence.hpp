// When an event that recurs takes place.
#pragma once

#include "calendar_zones.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace kith::exchange {

struct Occurrences {
    std::vector<core::Moment> starts; ///< On the clocks of the event's zone, in order, each once.
    std::string problem;              ///< What could not be made out; empty where nothing.
};

/// How much may be looked through for the rules of one file, about in days: about two seconds for all.
using Effort = std::int64_t;
constexpr Effort most_effort = 1'000'000;

/// Those within `range` of an entry that has a start, what the file says besides its rule included. What is looked
/// through is taken off `left`; a rule that needs more is not looked at.
[[nodiscard]] Occurrences occurrences_of(const CalendarComponent& entry, const core::DateRange& range,
                                         const Libical& library, CalendarZones& zones, Effort& left);

/// Whether one is the other: days without a time are compared by their day.
[[nodiscard]] bool is_same_time(const core::Moment& left, const core::Moment& right);

} // namespace kith::exchange
