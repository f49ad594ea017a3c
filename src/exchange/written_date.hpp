// Days as files write them.
#pragma once

#include "kith/core/date.hpp"
#include "kith/exchange/local_clock.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace kith::exchange {

/// The day of `15 Nov 2023`, `15-Nov-2023`, `15-Nov-23` (from 1969 to 2068), `Nov 15, 2023` (months in English, cut
/// short or not) or `2023-11-15`; nothing for any other text.
[[nodiscard]] std::optional<core::Date> date_of_words(std::string_view text);

/// Which of day and month comes first in `5/2/2026`.
enum class DateOrder { unknown, day_first, month_first };

/// How dates are to be read.
struct DateForm {
    DateOrder order = DateOrder::unknown;
    const LocalClock* clock = nullptr; ///< That times in a zone are moved to; nullptr is UTC's.
};

/// What the dates of one column tell of their order: of 22/11/2026 that the day is first. Unknown where nothing tells,
/// or some tell the one and some the other. With dots the day is first in any case, which tells nothing of the others.
class SeenDates {
  public:
    explicit SeenDates(const LocalClock* clock = nullptr) : clock_(clock) {}
    void note(std::string_view text);
    [[nodiscard]] DateOrder order() const;
    [[nodiscard]] DateForm form() const { return {order(), clock_}; }

  private:
    const LocalClock* clock_;
    bool has_day_first_ = false;
    bool has_month_first_ = false;
};

/// The day, and the time after it (`18:30`, `6:30 PM`), of a text that means the same on any day: in the forms that
/// commands take, but for those that look from today, and in those of date_of_words(); 5/2/2026 where the order tells.
/// A time in a zone (`2026-11-22T18:30:00Z`) becomes that of the clock.
[[nodiscard]] std::optional<core::Moment> moment_of_words(std::string_view text, const DateForm& form);

/// The day of `2026-11-22 00:00:00`, as programs write it that have no days without times; any other text as it is.
[[nodiscard]] std::string_view day_of_midnight(std::string_view text);

/// The time of day in `18:30`, `18:30:00`, `6:30 PM` or `6 pm`, and nothing besides.
[[nodiscard]] std::optional<std::chrono::seconds> time_of_words(std::string_view text);

/// Whether it is a day with a time after it.
[[nodiscard]] bool says_time(std::string_view text);

/// A birthday as the journal has it, of what birthday_of() and moment_of_words() read, and of a day without a year as
/// spreadsheets write it: `14-Mar`, `14 Mar`, `Mar 14`, or with dots: `14.03.`, `14.3.`. Not of a year of two digits,
/// for people are born in either century.
[[nodiscard]] std::optional<std::string> birthday_of_words(std::string_view text, const DateForm& form);

/// Why moment_of_words() is nothing.
[[nodiscard]] std::string_view reason_of_no_moment(std::string_view text);

/// Why birthday_of_words() is nothing.
[[nodiscard]] std::string_view reason_of_no_birthday(std::string_view text);

/// Why the log has no entry of this day, as `kith log` would say: it is still to come. Empty where it has.
[[nodiscard]] std::string reason_of_future(core::Date date, core::Date today);

/// Why date_of_words() is nothing: `there is no such day` of `31 Feb 2024`.
[[nodiscard]] std::string_view reason_of_no_date(std::string_view text);

} // namespace kith::exchange
