// A row of kith's own tables as a record: what `kith export --as csv` writes, read back.
#pragma once

#include "kith/core/records.hpp"

#include "csv_rows.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

/// What a cell says for this key of the record: lists are joined with semicolons, a table is `linkedin:in/ana;
/// mastodon:@ana@example.org`. A quote before what a spreadsheet would take for a formula (`'@ana`) is taken off. A
/// text where it is not what the key holds, for core::from_fields to complain of.
template<class Record> [[nodiscard]] core::Value value_of_cell(std::string_view key, const std::string& cell);

/// Whether all names in the header are keys of this record, and what it cannot do without is among them.
template<class Record> [[nodiscard]] bool is_header_of(const CsvRow& header);

/// Whether the names in the header are all keys of this record, as `kith export --as csv` writes them, in any order.
template<class Record> [[nodiscard]] bool is_own_header(const CsvRow& header);

/// What a row says below a header that one of these knows. Of kith's own every text is as it was, but for control
/// characters.
template<class Record> [[nodiscard]] core::Fields fields_of(const CsvRow& header, const CsvRow& row);

} // namespace kith::exchange
