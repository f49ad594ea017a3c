// Which file of the journal is of which days.
#pragma once

#include "kith/core/date.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::store {

/// `log/2026-11.toml`
[[nodiscard]] std::string month_name(core::Date date);
/// `events/2026.toml`
[[nodiscard]] std::string year_name(core::Date date);

/// Of sorted names those from `first` to `last`, both included.
[[nodiscard]] std::vector<std::string> between(const std::vector<std::string>& names, const std::string& first,
                                               const std::string& last);

/// The days whose records a file holds: `log/2026-11.toml`, `events/2026.toml`. Nothing where there is no such month.
[[nodiscard]] std::optional<core::DateRange> days_of(std::string_view name);

} // namespace kith::store
