// Dates in full, for what outlives its day.
#pragma once

#include "kith/core/date.hpp"
#include "kith/core/journal.hpp"

#include <string>
#include <string_view>

namespace kith::render {

/// `Nov`
[[nodiscard]] std::string_view month_name(core::Date date);
/// `22 Nov 2026`
[[nodiscard]] std::string in_full(core::Date date);
/// `16–22 Nov 2026`, `28 Dec 2026 – 3 Jan 2027`
[[nodiscard]] std::string in_full(const core::DateRange& days);
/// As of a Date, and behind it the time where there is one: `22 Nov 2026 18:30`.
[[nodiscard]] std::string in_full(const core::Moment& moment);
/// Of what lasts: `22 Nov 2026 18:30 to 20:00`, `22 Nov 2026 23:00 to 23 Nov 2026 01:00`; without a time the days.
[[nodiscard]] std::string in_full(const core::Event& event);

} // namespace kith::render
