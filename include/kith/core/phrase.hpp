// Words to dates and periods, against a given today: `yesterday`, `next tue`, `22 nov`, `in 2 weeks`, `eom`.
#pragma once

#include "kith/core/date.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace kith::core {

/// Which way an incomplete date looks: `friday`, `22 nov` and `2w` mean the past in a log, what is to come in a plan.
enum class Facing { past, future };

struct PhraseContext {
    Date today{};
    Facing facing = Facing::past;
    WeekStart week_start = WeekStart::monday; ///< For `eow`.
};

/// The date that the whole of `text` says, or nothing. Case and surrounding blanks do not matter. The forms:
/// `2026-11-22`, `22.11.2026`, `2026/11/22`, `22 nov`, `nov 22`, `22 november 2025`, `nov 22, 2025`, `today`,
/// `yesterday`, `tomorrow`, `friday`, `fri`, `last friday`, `next tue`, `3 days ago`, `a week ago`, `in 2 weeks`, `2w`,
/// `-3d`, `+3d`, `eow`, `eom`, each with an optional time `18:30` after it (or after `at`, or as `T18:30`). Facing the
/// past, a date without a year or a bare weekday is the latest not after today; facing the future the earliest not
/// before today. `last X` is before today, `next X` after it.
[[nodiscard]] std::optional<Moment> parse_date(std::string_view text, const PhraseContext& context);

/// The same, or a usage Failure that names `text`, what it was given for (`--on`), and the forms a date may have.
[[nodiscard]] Moment require_date(std::string_view text, std::string_view what, const PhraseContext& context);

/// A date at the start of a longer text.
struct LeadingDate {
    Moment moment;
    std::size_t length = 0;     ///< Bytes of the text that it takes up, with its colon and the blanks after it.
    bool is_time_alone = false; ///< Then the day, which the text does not say, is today.
};

/// The date before the first colon that follows a date phrase: `yesterday: Coffee with Ana`, `22 nov 18:30: Dinner`,
/// or a time alone, of today: `12:30: Lunch`. Without the colon nothing is taken: `Friday drinks` is text.
[[nodiscard]] std::optional<LeadingDate> leading_date(std::string_view text, const PhraseContext& context);

/// `3d`, `2w`, `1m`, `1y`, also `3 days`, `2 weeks`; counts from 1 to 9999. Nothing for any other text.
[[nodiscard]] std::optional<Period> parse_period(std::string_view text);
[[nodiscard]] Period require_period(std::string_view text, std::string_view what);

} // namespace kith::core
