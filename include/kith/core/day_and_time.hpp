// A day with its time, as people read it.
#pragma once

#include "kith/core/date.hpp"

#include <chrono>
#include <string>

namespace kith::core {

/// As of a Date, and behind it the time where there is one: `Sun 22 Nov 18:30`.
[[nodiscard]] std::string to_short_text(const Moment& moment, Date today);
[[nodiscard]] std::string to_clock_text(std::chrono::seconds time); ///< `18:30`, of a Moment's time.

} // namespace kith::core
