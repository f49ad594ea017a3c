// What a line of a calendar says of the event or to-do it is in.
#pragma once

#include "calendar_entries.hpp"
#include "content_lines.hpp"
#include "plain_text.hpp"
#include "tally.hpp"

#include <string>
#include <string_view>

namespace kith::exchange {

/// The property that says what the calendar itself is called.
constexpr std::string_view calendar_name = "X-WR-CALNAME";

/// Whether anything is made of a property of a calendar.
[[nodiscard]] bool is_wanted_of_calendar(std::string_view name);

/// Adds what the line says; to `passed_over` the property, where it says something that has no place in kith. What is
/// wrong with it, empty where nothing is.
[[nodiscard]] std::string take_line(CalendarComponent& entry, const ContentLine& line, KnownTexts& categories,
                                    Tally& passed_over);

} // namespace kith::exchange
