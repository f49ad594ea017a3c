// Numbers, dates and times in digits, as they are written: whether the calendar has such a day is another question.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

namespace kith::core {

[[nodiscard]] bool is_digit(char character);
[[nodiscard]] std::string_view leading_digits(std::string_view text);
/// The number that the whole text writes in ASCII digits, of which there are at least one and at most `most_digits`.
[[nodiscard]] std::optional<int> number(std::string_view text, std::size_t most_digits);

struct NumericDate {
    int year = 0;
    int month = 0;
    int day = 0;
};

/// Exactly `2026-11-22`.
[[nodiscard]] std::optional<NumericDate> numeric_date(std::string_view text);

struct ClockTime {
    int hour = 0;
    int minute = 0;
    int second = 0;
};

/// `9:05`, `18:30`, `18:30:15`
[[nodiscard]] std::optional<ClockTime> clock_time(std::string_view text);
/// Since midnight; nothing where a day has no such time (`24:00`).
[[nodiscard]] std::optional<std::chrono::seconds> since_midnight(ClockTime time);

} // namespace kith::core
