// Dates written with day and month (`2026-11-22`, `22.11.2026`, `sun 22 nov`, `nov 22, 2025`), apart from whether there
// is such a day.
#pragma once

#include "kith/core/phrase.hpp"

#include "numerals.hpp"
#include "phrase_words.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::core {

/// A phrase without its time of day.
struct TimedPhrase {
    std::vector<std::string_view> date;
    std::optional<ClockTime> time;
};

/// Takes `18:30`, `at 18:30` or `t18:30` off the end.
[[nodiscard]] TimedPhrase take_time(std::vector<std::string_view> words);

/// What such a date says.
struct CalendarPhrase {
    std::optional<std::chrono::weekday> weekday;
    std::optional<int> year;
    int month = 0;
    int day = 0;
};

[[nodiscard]] std::optional<CalendarPhrase> calendar_phrase(Words words);

/// The day, in the year said or else the one that the facing looks at; whatever weekday was said.
[[nodiscard]] std::optional<Date> day_said(const CalendarPhrase& phrase, const PhraseContext& context);

/// Why a text that is written as a date is none (`there is no 2026-02-30`); nothing where it is not written as one.
[[nodiscard]] std::optional<std::string> reason_against(const TimedPhrase& phrase, const PhraseContext& context);

} // namespace kith::core
