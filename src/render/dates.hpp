// Dates in full, for what outlives its day.
#pragma once

#include "kith/core/date.hpp"

#include <string>
#include <string_view>

namespace kith::render {

/// `Nov`
[[nodiscard]] std::string_view month_name(core::Date date);
/// `22 Nov 2026`
[[nodiscard]] std::string in_full(core::Date date);
/// `16–22 Nov 2026`, `28 Dec 2026 – 3 Jan 2027`
[[nodiscard]] std::string in_full(const core::DateRange& days);

} // namespace kith::render
