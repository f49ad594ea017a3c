// Civil dates, periods and weeks. No zones and no instants: a day is a day wherever one travels.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace kith::core {

/// A day of the proleptic Gregorian calendar.
using Date = std::chrono::local_days;

/// A day, and the time of day where the user gave one: TOML's local date, or local date-time.
struct Moment {
    Date date{};
    std::optional<std::chrono::seconds> time; ///< Since midnight, less than 24 h.
    friend auto operator<=>(const Moment&, const Moment&) = default;
};

enum class Unit { day, week, month, year };

/// A length of calendar time: `3d`, `2w`, `1m`, `1y`. Counts may be negative where a phrase says so.
struct Period {
    int count = 0;
    Unit unit = Unit::day;
    friend bool operator==(const Period&, const Period&) = default;
};

/// Days from `from` to `to`, both included; empty where `to` is before `from`.
struct DateRange {
    Date from{};
    Date to{};
    [[nodiscard]] bool contains(Date date) const { return from <= date && date <= to; }
    friend bool operator==(const DateRange&, const DateRange&) = default;
};

enum class WeekStart { monday, sunday };

/// A week of ISO 8601: it starts on Monday and belongs to the year that has its Thursday.
struct IsoWeek {
    int year = 0;
    int week = 0; ///< 1 to 53.
    friend bool operator==(const IsoWeek&, const IsoWeek&) = default;
};

/// The years the journal can hold, so that every date prints in four digits.
inline constexpr int first_year = 1;
inline constexpr int last_year = 9999;
inline constexpr DateRange all_days{Date{std::chrono::local_days{std::chrono::year{first_year} / 1 / 1}},
                                    Date{std::chrono::local_days{std::chrono::year{last_year} / 12 / 31}}};

/// The day, or nothing where the calendar has none such (30 February) or the year is out of range.
[[nodiscard]] std::optional<Date> make_date(int year, int month, int day);
/// Reads exactly `2026-11-22`; nothing for any other text.
[[nodiscard]] std::optional<Date> parse_iso_date(std::string_view text);
/// Reads TOML's local date or local date-time (`2026-11-22T18:30:00`, `T` may be a space, seconds may be absent).
[[nodiscard]] std::optional<Moment> parse_iso_moment(std::string_view text);

[[nodiscard]] int year_of(Date date);
[[nodiscard]] int month_of(Date date); ///< 1 to 12.
[[nodiscard]] int day_of(Date date);   ///< 1 to 31.

[[nodiscard]] std::string to_text(Date date);            ///< `2026-11-22`
[[nodiscard]] std::string to_text(const Moment& moment); ///< `2026-11-22` or `2026-11-22T18:30:00`
[[nodiscard]] std::string to_text(Period period);        ///< `3w`
[[nodiscard]] std::string to_text(IsoWeek week);         ///< `2026-W47`

/// `Sun 22 Nov`, with the year where it is not that of `today`: `Sun 22 Nov 2025`.
[[nodiscard]] std::string to_short_text(Date date, Date today);
/// How far from today, in words: `today`, `yesterday`, `3 days ago`, `in 2 weeks`, `5 months ago`.
[[nodiscard]] std::string to_relative_text(Date date, Date today);
/// In words: `3 weeks`, `1 day`.
[[nodiscard]] std::string to_words(Period period);

/// Whether its year is one the journal can hold.
[[nodiscard]] bool is_in_calendar(Date date);

/// `date` plus the period; months and years clamp to the month's end (31 January plus 1m is 28 February).
/// A sum beyond the years the journal can hold is the first or the last of its days.
[[nodiscard]] Date add(Date date, Period period);
[[nodiscard]] Date subtract(Date date, Period period);
/// The same, or nothing where the sum is beyond those years.
[[nodiscard]] std::optional<Date> add_in_calendar(Date date, Period period);
[[nodiscard]] std::optional<Date> subtract_in_calendar(Date date, Period period);
/// The period in days from a given day on: what `1m` means after 1 February.
[[nodiscard]] int length_in_days(Period period, Date from);
/// The time between two days, in whole ones of the largest unit of which there are at least two: 20 days are 2 weeks.
[[nodiscard]] Period round_distance(Date earlier, Date later);
/// Whole days from `from` to `to`; negative where `to` is earlier.
[[nodiscard]] int days_between(Date from, Date to);

[[nodiscard]] Date start_of_week(Date date, WeekStart start);
[[nodiscard]] Date end_of_week(Date date, WeekStart start);
[[nodiscard]] Date start_of_month(Date date);
[[nodiscard]] Date end_of_month(Date date);
[[nodiscard]] IsoWeek iso_week_of(Date date);

} // namespace kith::core
