// The clock on the user's wall, by the C library.
#pragma once

#include "kith/core/date.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace kith::system {

/// What the clock of the zone (`Europe/Lisbon`) shows so many seconds after 1970 began in UTC; of a zone that the
/// system does not know that is UTC's. The zone is the process's while one of these lives.
[[nodiscard]] std::function<std::optional<core::Moment>(std::chrono::seconds)> local_clock(const std::string& zone);

} // namespace kith::system
