// Comma-separated values as RFC 4180 quotes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kith::render {

/// The value, in quotes where it holds a comma or a quote. What could steer a terminal, a line break too, is escaped.
[[nodiscard]] std::string csv_value(std::string_view text);
/// A line, ended by `\n`.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& values);

} // namespace kith::render
