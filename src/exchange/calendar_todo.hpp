// A to-do of a calendar as a follow-up.
#pragma once

#include "calendar_zones.hpp"

#include <vector>

namespace kith::exchange {

/// Due when it says, else when it starts; nothing where it says neither, for a follow-up without a day is never due. A
/// rule that is a plain interval becomes `every`, counted from the due date as calendars do. What was not taken is
/// added to `skipped`.
[[nodiscard]] std::optional<Incoming<core::Followup>> followup_of(const CalendarComponent& entry, CalendarZones& zones,
                                                                  std::vector<Skipped>& skipped);

/// `+2w` of `FREQ=WEEKLY;INTERVAL=2`; nothing for a rule that says more than an interval.
[[nodiscard]] std::optional<std::string> interval_of(std::string_view rule);

} // namespace kith::exchange
