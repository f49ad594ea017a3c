// The clocks on the walls of the world, by the C library.
#pragma once

#include "kith/core/date.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace kith::system {

/// What the clock of the zone (`Europe/Lisbon`) shows so many seconds after 1970 began in UTC; of a zone that the
/// system does not know that is UTC's.
[[nodiscard]] std::function<std::optional<core::Moment>(std::chrono::seconds)> local_clock(const std::string& zone);

/// How far the clocks of the zone are ahead of UTC, so many seconds after 1970 began in UTC; nothing where the system
/// has no zone of this name. What was asked for is kept: times near to each other cost next to nothing.
[[nodiscard]] std::optional<std::function<std::chrono::seconds(std::chrono::seconds)>>
zone_offset(const std::string& zone);

} // namespace kith::system
