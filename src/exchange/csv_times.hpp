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

/// What the row says of its times beyond what stands in the fields of the event: a time of the end without a day is on
/// the day of the start, or in the night after it; and what is of whole days has no times, and does not last until the
/// day whose midnight is its end, as Outlook has it. What cannot be goes to `left_out`.
void take_times(core::Event& event, const CsvRow& row, const Columns& columns, std::vector<std::string>& left_out);

} // namespace kith::exchange
