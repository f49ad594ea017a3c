// Birthdays as other programs write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kith::exchange {

/// `1990-05-02`, or `05-02` without the year, of `1990-05-02`, `19900502`, either with a time after it, `--0502`,
/// `--05-02`, `1604-05-02` (how Apple writes no year), and `5/2/1990` or `2.5.1990` where only one order of day and
/// month gives a date. Nothing for anything else.
[[nodiscard]] std::optional<std::string> birthday_of(std::string_view text);

/// Whether it has the form of a date in numbers, and the calendar has no such day.
[[nodiscard]] bool is_no_such_day(std::string_view text);

/// Why birthday_of() finds nothing: `there is no such day` of 31.02.2026, `it could be two days, ...` of 5/2/1990, `its
/// year has two digits, ...` of 5/2/90, which might be first as well, else `it is no date`.
[[nodiscard]] std::string_view reason_of_no_day(std::string_view text);

} // namespace kith::exchange
