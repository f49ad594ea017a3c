#include "csv_title.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "csv_columns.hpp"
#include "csv_records.hpp"
#include "csv_rows.hpp"
#include "plain_text.hpp"

#include <algorithm>

namespace kith::exchange {
namespace {

constexpr int most_lines = 20;

/// Whether one cell of the first line says something, or none; programs fill up a line to the width of the table.
bool has_one_cell(std::string_view text) {
    const auto line = first_line_of(text);
    if (std::ranges::count(line, '"') % 2 != 0) return false; // The cell goes on in the next line.
    const auto is_said = [](const auto& cell) { return !core::trim(cell).empty(); };
    std::ptrdiff_t said = 0;
    try {
        each_row(line, 1, delimiter_of(line),
                 [&](const CsvRow& row) { said = std::ranges::count_if(row.cells, is_said); });
    } catch (const core::Failure&) { // A quote that is none of a cell's ends.
        return false;
    }
    return said <= 1;
}

/// The line that satisfies `is_wanted`, counted from the second as 1; 0 where there is none before one that `ends`.
template<class IsWanted, class Ends> int find_line(std::string_view text, IsWanted is_wanted, Ends ends) {
    for (int line = 0; line <= most_lines && !text.empty(); ++line) {
        if (line > 0 && is_wanted(text)) return line;
        if (ends(text)) return 0;
        text.remove_prefix(first_line_of(text).size());
    }
    return 0;
}

} // namespace

bool begins_with_header(std::string_view text, const core::TextTable& chosen) {
    try {
        bool is_header = false;
        each_row(first_line_of(text), 1, delimiter_of(text), [&](const CsvRow& header) {
            if (!chosen.empty() || !own_table(header)) (void)layout_of(header, chosen);
            is_header = true;
        });
        return is_header;
    } catch (const core::Failure&) {
        return false;
    }
}

int lines_of_title(std::string_view text, const core::TextTable& chosen) {
    if (!has_one_cell(text) || begins_with_header(text, chosen)) return 0;
    return find_line(
        text, [&](auto rest) { return !has_one_cell(rest) && begins_with_header(rest, chosen); },
        [](auto rest) { return !has_one_cell(rest); });
}

bool may_begin_with_title(std::string_view text, const core::TextTable& chosen) {
    if (!has_one_cell(text) || begins_with_header(text, chosen)) return false;
    return find_line(
               text, [](auto rest) { return !has_one_cell(rest); }, [](auto) { return false; }) > 0;
}

} // namespace kith::exchange
