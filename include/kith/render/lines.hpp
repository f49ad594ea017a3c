// Texts of several lines, such as notes: where there is one line for each the first, else all.
#pragma once

#include "kith/render/style.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::render {

/// The first line that has a text; where more come after it, with ` …` behind it or its like in ASCII.
[[nodiscard]] std::string first_line(std::string_view text, Signs signs);

/// All lines, also those without a text but at the end. At least one.
[[nodiscard]] std::vector<std::string> lines_of(std::string_view text);

} // namespace kith::render
