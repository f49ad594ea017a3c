// What the columns of a table of people hold, by the names that other programs give them.
#pragma once

#include "kith/core/fields.hpp"

#include "csv_rows.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

/// What is in each column: a key of a person; `first_name`, `middle_name`, `last_name`, `phone` or `website`; the name
/// of a network after a colon (`:github`); empty for what is not read.
using Columns = std::vector<std::string>;

/// What `chosen` says, and the rest by the names in the header. A Failure of kind usage where `chosen` has a key that
/// no person has, or a column that is not there.
[[nodiscard]] Columns columns_of(const CsvRow& header, const core::TextTable& chosen);

/// Whether a column only says of another one which it is: `E-mail 1 - Type`.
[[nodiscard]] bool is_label(std::string_view column);

} // namespace kith::exchange
