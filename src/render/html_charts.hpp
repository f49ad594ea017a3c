// The charts of the report's page, each a figure with an SVG that is named and described in words.
#pragma once

#include "kith/core/report.hpp"

#include <string>

namespace kith::render {

/// The share in person of each of the trend's periods, against the target where there is one; empty where nothing was
/// classified in any.
[[nodiscard]] std::string balance_chart(const core::Report& report);
/// What was planned and what was done on each platform; empty where there is none.
[[nodiscard]] std::string platforms_chart(const core::Report& report);
/// The days of the report's calendar, shaded by the count of entries.
[[nodiscard]] std::string calendar_chart(const core::Calendar& calendar, core::Date today);

} // namespace kith::render
