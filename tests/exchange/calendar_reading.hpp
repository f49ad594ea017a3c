// Calendars for tests of how they are read.
#pragma once

#include "reading.hpp"

#include <string>

namespace kith::test {

/// The reader, with libical as it is installed.
[[nodiscard]] exchange::Batch read_ics(const exchange::Pull& pull, const exchange::ReadOptions& options);

/// Within BEGIN:VCALENDAR.
[[nodiscard]] std::string calendar(const std::string& lines);
/// An event `Tea` with the UID `u`.
[[nodiscard]] std::string event(const std::string& lines);
[[nodiscard]] exchange::Batch read_calendar(const std::string& text,
                                            const exchange::ReadOptions& options = options_of_tests());

/// `2026-11-22`, `2026-11-22T18:30:00` or `FIRST to LAST` of each event.
[[nodiscard]] std::string days(const std::string& lines, const exchange::ReadOptions& options = options_of_tests());

/// From the first of one month of 2026 to the last of another.
[[nodiscard]] exchange::ReadOptions options_with(int from_month, int to_month, const std::string& zone = "UTC");

} // namespace kith::test
