// Calendars that are brought into a journal, for tests of what it has then.
#pragma once

#include "calendar_reading.hpp"
#include "planning.hpp"

#include <string>

namespace kith::test {

/// The days of a series.
inline const std::string tuesdays = "DTSTART:20261103T180000\nRRULE:FREQ=WEEKLY";

/// Read from 2026-11-01 to the last of December; today is the 22nd of November.
[[nodiscard]] exchange::Batch batch_of(const std::string& lines);

[[nodiscard]] exchange::JournalRecords imported(const std::string& lines,
                                                const exchange::JournalRecords& before = journal({}));

/// The event of a day, such as `2026-12-01`, which must be there.
[[nodiscard]] core::Event& on(exchange::JournalRecords& records, const std::string& day);

/// `12-01`, by date, each with its status where it has one.
[[nodiscard]] std::string days_of(exchange::JournalRecords records);

} // namespace kith::test
