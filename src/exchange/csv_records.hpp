// A row of a table as a record: of what `kith export --as csv` writes, and of what other programs do.
#pragma once

#include "kith/core/records.hpp"
#include "kith/exchange/batch.hpp"

#include "csv_columns.hpp"
#include "written_date.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

/// Whose table it is, and so how its cells are read.
enum class TableFrom {
    kith,    ///< All columns are there: every text is as it was, but for control characters.
    columns, ///< Columns are named as kith names them, and some are missing.
    others,
};

/// Whose a table of people, entries and so on is, by the names in its header.
[[nodiscard]] TableFrom origin_of(const CsvRow& header, TableOf what);

/// What kith's own header is of; nothing where it is not kith's.
[[nodiscard]] std::optional<TableOf> own_table(const CsvRow& header);

/// What a row says. Kith's lists are joined with semicolons, its tables are `linkedin:in/ana;
/// mastodon:@ana@example.org`, and a quote before what a spreadsheet would take for a formula (`'@ana`) is taken off;
/// others part lists with commas too, and people with `&` and the like, and so does a table that lacks some of kith's
/// columns, in cells without a semicolon. A text where it is not what the key holds, for core::from_fields to complain
/// of.
template<class Record> [[nodiscard]] core::Fields fields_of(const Columns& columns, const CsvRow& row, TableFrom from,
                                                            const std::vector<SeenDates>& dates);

/// The same of one cell of a table of people.
[[nodiscard]] core::Value value_of_person_cell(std::string_view key, const std::string& cell, TableFrom from);

/// Whether the key holds a day.
template<class Record> [[nodiscard]] bool is_date(std::string_view key);

/// What is wrong with a record that its fields make, in words.
template<class Record>
[[nodiscard]] std::string in_words_of_table(const core::FieldProblem& problem, const core::Fields& fields);

/// Takes off what the journal could not hold, such as a mode that there is not, and tells it, as in `minutes '45 min':
/// it should be a whole number`; of a table of others also what is no value of its key. Of tables but kith's own, the
/// channel of an entry becomes the one of `channels` that is called so. Days, ids and people stay as they are.
template<class Record> [[nodiscard]] std::vector<std::string>
without_impossible(core::Fields& fields, TableFrom from, const std::vector<std::string>& channels);

/// The same of days that cannot be beside the others, or today.
template<class Record> [[nodiscard]] std::vector<std::string> without_impossible_days(Record& record, core::Date today);

/// `every 'weekly': it is not a period such as 2w`, of what core::from_fields says of the fields.
[[nodiscard]] std::string value_and_reason(const core::FieldProblem& problem, const core::Fields& fields);

} // namespace kith::exchange
