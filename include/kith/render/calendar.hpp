// A calendar of days as a heat map in the terminal.
#pragma once

#include "kith/core/calendar.hpp"
#include "kith/render/style.hpp"

#include <string>

namespace kith::render {

/// A column a week and a row a weekday, shaded by the count of entries, with what the shades mean; the weeks in several
/// bands where the terminal is narrow. Days after today are left blank.
[[nodiscard]] std::string to_text(const core::Calendar& calendar, core::Date today, const Layout& layout);

/// `212 entries on 97 of 325 days: 120 online, 80 in person, 12 unclassified; 1 was an attempt without an answer`,
/// without a line break.
[[nodiscard]] std::string totals_in_words(const core::Calendar& calendar, core::Date today);

} // namespace kith::render
