// The words that dates and periods are written with, one word at a time. All texts here are in lower case.
#pragma once

#include "kith/core/date.hpp"

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::core {

using Words = std::span<const std::string_view>;

/// ASCII white space.
[[nodiscard]] bool is_blank(char character);
/// ASCII letters only; other bytes stay.
[[nodiscard]] std::string lower_case(std::string_view text);

/// The words between blanks. A comma is a word of its own, and so is the time in `2026-11-22t18:30`.
[[nodiscard]] std::vector<std::string_view> phrase_words(std::string_view text);

/// `fri`, `friday`
[[nodiscard]] std::optional<std::chrono::weekday> weekday_named(std::string_view word);
/// `nov`, `november`: 1 to 12.
[[nodiscard]] std::optional<int> month_named(std::string_view word);
/// `day`, `weeks`
[[nodiscard]] std::optional<Unit> unit_named(std::string_view word);
/// `d`, `w`, `m`, `y`
[[nodiscard]] std::optional<Unit> unit_of_letter(char letter);
/// `Friday`, `November`: for messages.
[[nodiscard]] std::string name_of(std::chrono::weekday weekday);
[[nodiscard]] std::string name_of_month(int month);

/// `22`, `22nd`; 0 to 99, whether or not a month has such a day.
[[nodiscard]] std::optional<int> day_number(std::string_view word);
/// Four digits.
[[nodiscard]] std::optional<int> year_number(std::string_view word);

/// `3d`, `3 days`; counts from 1 to 9999.
[[nodiscard]] std::optional<Period> period_of(Words words);

} // namespace kith::core
