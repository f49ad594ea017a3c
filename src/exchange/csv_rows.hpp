// A table of texts between delimiters, row after row, by libcsv.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

struct CsvRow {
    int line = 0; ///< Where it begins; fields may hold line breaks.
    std::vector<std::string> cells;
};

using TakeRow = std::function<void(CsvRow)>;

/// Gives every row that is not blank to `take`, the first of them at `first_line` of the file. A Failure where a quote
/// is opened and never closed.
void each_row(std::string_view text, int first_line, char delimiter, const TakeRow& take);

/// The delimiter of a header: the one of `,`, `;`, tab and `|` that it has most of outside of quotes.
[[nodiscard]] char delimiter_of(std::string_view header);

/// The line at the front of `text`, with its end.
[[nodiscard]] std::string_view first_line_of(std::string_view text);

/// All that is left of a file, in UTF-8. A Failure with its line where it is not text.
[[nodiscard]] std::string read_text(const std::function<std::string_view()>& pull);

} // namespace kith::exchange
