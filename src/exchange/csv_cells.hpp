// Texts, lists and tables in a cell of kith's own tables: written so that they come back as they were.
#pragma once

#include "kith/core/fields.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

/// Joined with `; `. A backslash stands before what would not come back otherwise: `\;` and `\\` within a text, `\s`,
/// `\t` and `\n` for blanks, and `\e` is a text that is empty.
[[nodiscard]] std::string list_in_cell(const std::vector<std::string>& texts);
/// `linkedin:in/ana; phone:+1`, a colon within a key as `\:`.
[[nodiscard]] std::string table_in_cell(const core::TextTable& table);

// The other way round.
[[nodiscard]] std::vector<std::string> list_of_cell(std::string_view cell);
/// Nothing where a part has no colon.
[[nodiscard]] std::optional<core::TextTable> table_of_cell(std::string_view cell);

/// The values in a cell of another program's: Google joins them with `:::`, others with semicolons or commas.
[[nodiscard]] std::vector<std::string_view> values_of(std::string_view cell);

/// The address in `Ana Souza <ana@x.org>` or `mailto:ana@x.org`; any other text as it is.
[[nodiscard]] std::string address_in(std::string_view text);

/// With a quote before what a spreadsheet would take for a formula, and before such a quote.
[[nodiscard]] std::string guarded(std::string text);
[[nodiscard]] std::string unguarded(std::string text);

} // namespace kith::exchange
