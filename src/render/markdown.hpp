// Pieces of Markdown (GitHub's) in which a user's text stays text.
#pragma once

#include "report_phrases.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::render {

/// The text with what would be Markdown in it, or could steer a terminal, made harmless; for anywhere in a document,
/// a line's beginning and a table's cell too.
[[nodiscard]] std::string escape_markdown(std::string_view text);
/// The phrase as one such text, in which strong cells are bold.
[[nodiscard]] std::string to_markdown(const Phrase& phrase);

/// The first row is the head; the columns after the first one are aligned to the right. Cells are Markdown.
[[nodiscard]] std::string markdown_table(const std::vector<std::vector<std::string>>& rows);

} // namespace kith::render
