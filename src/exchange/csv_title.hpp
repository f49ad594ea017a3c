// A title above the header of a table, as spreadsheets have it, and no row.
#pragma once

#include "kith/core/fields.hpp"

#include <string_view>

namespace kith::exchange {

/// Whether the first line names columns that kith knows, or those that `chosen` does.
[[nodiscard]] bool begins_with_header(std::string_view text, const core::TextTable& chosen);

/// How many lines stand above the header: titles, which have one cell, and blank lines, right before a header of
/// several columns with such names. 0 where that is not sure.
[[nodiscard]] int lines_of_title(std::string_view text, const core::TextTable& chosen);

/// Whether the first line is no such header and has one cell, and one of the next lines has several.
[[nodiscard]] bool may_begin_with_title(std::string_view text, const core::TextTable& chosen);

} // namespace kith::exchange
