// Pieces of HTML and SVG in which a user's text stays text.
#pragma once

#include "report_sections.hpp"

#include <string>
#include <string_view>

namespace kith::render {

/// The text for between tags and within quoted values: what would be markup is written as entities, and controls and
/// bidirectional overrides are made visible.
[[nodiscard]] std::string escape_html(std::string_view text);

/// The block as a paragraph, a table whose figures are aligned to the right, or a list.
[[nodiscard]] std::string to_html(const Block& block);

} // namespace kith::render
