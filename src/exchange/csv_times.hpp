// Times of day that stand in columns of their own, beside those of the days.
#pragma once

#include "kith/core/records.hpp"

#include "csv_columns.hpp"

#include <string>
#include <vector>

namespace kith::exchange {

/// Columns besides the keys of the record: `time` of entries and follow-ups, `start_time`, `end_time` and `all_day` of
/// events.
[[nodiscard]] bool has_times(const Columns& columns);

/// The row with each time after its day, where that has none yet, and nothing in the columns of times. What is no time
/// goes to `left_out`, as in `start_time 'noon': it is no time`.
[[nodiscard]] CsvRow with_times_joined(const CsvRow& row, const Columns& columns, std::vector<std::string>& left_out);

/// Whether the row says that it is of whole days.
[[nodiscard]] bool is_all_day(const CsvRow& row, const Columns& columns);

/// Takes the times off, and the day whose midnight is the end, as Outlook has it.
void make_all_day(core::Event& event);

} // namespace kith::exchange
