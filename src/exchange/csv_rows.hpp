// A table of texts between delimiters, row after row, by libcsv.
#pragma once

#include "plain_text.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

struct CsvRow {
    int line = 0; ///< Where it begins; fields may hold line breaks.
    std::vector<std::string> cells;
    bool has_end = true; ///< Of its line; the last of a file may have none.
};

/// What is wrong with a row under a header of so many columns: `8 fields, where the header has 7`, but where those
/// beyond it are empty, or that the file is cut off within it. Nothing else, and nothing of a row that is empty.
[[nodiscard]] std::optional<std::string> wrong_in_fields(const CsvRow& row, std::size_t columns);

using TakeRow = std::function<void(CsvRow)>;

/// Gives every row that is not blank to `take`, the first of them at `first_line` of the file. A Failure where a quote
/// is opened and never closed.
void each_row(std::string_view text, int first_line, char delimiter, const TakeRow& take);

/// The one of `,`, `;`, tab and `|` that the first line has most of outside of quotes; where it has as many of two, the
/// one that more of the next lines have as many of.
[[nodiscard]] char delimiter_of(std::string_view text);

/// Whether the line is Excel's word for the delimiter, `sep=;`, and no row.
[[nodiscard]] bool names_delimiter(std::string_view line);

/// The one that such a line names; nothing where that is a letter, a digit, a quote or a blank, which stand in cells.
[[nodiscard]] std::optional<char> delimiter_named_in(std::string_view line);

/// The line at the front of `text`, with its end.
[[nodiscard]] std::string_view first_line_of(std::string_view text);

/// All that is left of a file. A Failure with its line where it is not text.
[[nodiscard]] DecodedFile read_text(const std::function<std::string_view()>& pull);

} // namespace kith::exchange
