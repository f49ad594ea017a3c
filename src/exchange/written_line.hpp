// A line of a vCard or a calendar: `NAME;PARAMETER=VALUE:VALUE`. What RFC 5545, 6350 and 2426 ask of one is these few
// functions; libical would do no more for writing, and every start of kith would pay for loading it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::exchange {

using Parameters = std::vector<std::pair<std::string_view, std::string>>;

/// A text as a value, or as one of a list: backslashes, commas, semicolons and line breaks escaped.
[[nodiscard]] std::string escape_value(std::string_view text);
/// The texts as one value, parted by commas.
[[nodiscard]] std::string escape_values(std::span<const std::string> texts);
/// An address (URI), which has no escapes: what no address holds is left out.
[[nodiscard]] std::string address_value(std::string_view text);

/// The line, ended by `\r\n` and folded into lines of at most 75 bytes, never within a character. `value` stands as it
/// is.
[[nodiscard]] std::string written_line(std::string_view name, std::string_view value,
                                       const Parameters& parameters = {});
/// The same, or nothing for an empty value.
[[nodiscard]] std::string line_if_any(std::string_view name, std::string_view value, const Parameters& parameters = {});

} // namespace kith::exchange
