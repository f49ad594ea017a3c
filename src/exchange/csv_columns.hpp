// What a table holds, and what its columns do, by the names that other programs give them.
#pragma once

#include "kith/core/fields.hpp"

#include "csv_kinds.hpp"
#include "csv_rows.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

/// What is in each column: a key of the record; of people also `first_name`, `middle_name`, `last_name`, `phone` or
/// `website`, or the name of a network after a colon (`:github`); of others also what csv_times.hpp reads; empty for
/// what is not read.
using Columns = std::vector<std::string>;

struct Layout {
    TableOf what = TableOf::people;
    Columns columns;
};

/// What `chosen` says, and the rest by the names in the header. A table of people that has a column `Birthday` or
/// `Phone` is one of people, and one with a day, people and a note is of entries or follow-ups, be there e-mails or
/// not; where a header could be of two kinds of records it is refused, and so is one that gives
/// two columns to a key that holds one value by the same name. A Failure of kind usage where `chosen` has a key that
/// no record has, or a column that is not there.
[[nodiscard]] Layout layout_of(const CsvRow& header, const core::TextTable& chosen);

/// Of two columns with the same key, and one value to hold, the later one only says what the earlier one does not.
struct Rival {
    std::size_t column = 0;
    std::size_t first = 0;
};
[[nodiscard]] std::vector<Rival> rivals_of(const Layout& layout);

/// Whether a column only says of another one which it is, or how it is shown: `E-mail 1 - Type`, `E-mail Display Name`.
[[nodiscard]] bool is_label(std::string_view column);

} // namespace kith::exchange
