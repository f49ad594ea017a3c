#include "kith/core/date.hpp"

#include "kith/core/day_and_time.hpp"

#include "numerals.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>

namespace kith::core {

namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr Date first_date{std::chrono::local_days{std::chrono::year{first_year} / 1 / 1}};
constexpr Date last_date{std::chrono::local_days{std::chrono::year{last_year} / 12 / 31}};

constexpr std::array<std::string_view, 7> weekday_names{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// `18:30` or `18:30:00`, since midnight.
std::optional<std::chrono::seconds> parse_iso_time(std::string_view text) {
    const bool has_two_digit_hour = text.size() == 5 || text.size() == 8;
    const auto time = has_two_digit_hour ? clock_time(text) : std::nullopt;
    return time ? since_midnight(*time) : std::nullopt;
}

/// The day that many months away, or the last of its month where that is shorter.
std::optional<Date> add_months(Date date, std::int64_t count) {
    const std::int64_t months = std::int64_t{year_of(date)} * 12 + (month_of(date) - 1) + count;
    if (months < std::int64_t{first_year} * 12 || months >= (std::int64_t{last_year} + 1) * 12) return std::nullopt;
    const auto year = std::chrono::year{static_cast<int>(months / 12)};
    const auto month = std::chrono::month{static_cast<unsigned>(months % 12 + 1)};
    const auto last_day = static_cast<unsigned>((year / month / std::chrono::last).day());
    return Date{year / month / std::chrono::day{std::min(static_cast<unsigned>(day_of(date)), last_day)}};
}

/// `date` plus so many of the unit; wider than a Period's count, so that any count can be negated.
std::optional<Date> shift(Date date, std::int64_t count, Unit unit) {
    if (!is_in_calendar(date)) return std::nullopt;
    if (unit == Unit::month) return add_months(date, count);
    if (unit == Unit::year) return add_months(date, count * 12);
    const Date sum = date + days{unit == Unit::week ? count * 7 : count};
    return is_in_calendar(sum) ? std::optional{sum} : std::nullopt;
}

/// Writes a number over the zeros that stand there; by hand, since every record that is read says its dates again.
void write_digits(std::string& text, std::size_t at, std::size_t count, int number) {
    for (std::size_t place = at + count; place > at; number /= 10) text[--place] = static_cast<char>('0' + number % 10);
}

/// Calendar months from the earlier day to the later that are over.
int whole_months(Date earlier, Date later) {
    const int months = (year_of(later) - year_of(earlier)) * 12 + month_of(later) - month_of(earlier);
    return add(earlier, {months, Unit::month}) > later ? months - 1 : months;
}

} // namespace

std::optional<Date> make_date(int year, int month, int day) {
    if (year < first_year || year > last_year || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                              std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional{Date{date}} : std::nullopt;
}

std::optional<Date> parse_iso_date(std::string_view text) {
    const auto date = numeric_date(text);
    return date ? make_date(date->year, date->month, date->day) : std::nullopt;
}

std::optional<Moment> parse_iso_moment(std::string_view text) {
    const auto date = parse_iso_date(text.substr(0, 10));
    if (!date) return std::nullopt;
    if (text.size() == 10) return Moment{*date, std::nullopt};
    const char between = text[10];
    if (between != 'T' && between != 't' && between != ' ') return std::nullopt;
    const auto time = parse_iso_time(text.substr(11));
    return time ? std::optional{Moment{*date, time}} : std::nullopt;
}

int year_of(Date date) {
    return static_cast<int>(year_month_day{date}.year());
}
int month_of(Date date) {
    return static_cast<int>(static_cast<unsigned>(year_month_day{date}.month()));
}
int day_of(Date date) {
    return static_cast<int>(static_cast<unsigned>(year_month_day{date}.day()));
}

std::string to_text(Date date) {
    const year_month_day day{date};
    std::string text = "0000-00-00";
    write_digits(text, 0, 4, static_cast<int>(day.year()));
    write_digits(text, 5, 2, static_cast<int>(static_cast<unsigned>(day.month())));
    write_digits(text, 8, 2, static_cast<int>(static_cast<unsigned>(day.day())));
    return text;
}

std::string to_text(const Moment& moment) {
    if (!moment.time) return to_text(moment.date);
    const std::chrono::hh_mm_ss time{*moment.time};
    return fmt::format("{}T{:02}:{:02}:{:02}", to_text(moment.date), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

std::string to_text(Period period) {
    constexpr std::string_view letters = "dwmy";
    return fmt::format("{}{}", period.count, letters[static_cast<std::size_t>(period.unit)]);
}

std::string to_text(IsoWeek week) {
    return fmt::format("{:04}-W{:02}", week.year, week.week);
}

std::string to_short_text(Date date, Date today) {
    const auto weekday = weekday_names[std::chrono::weekday{date}.c_encoding()];
    const auto month = month_names[static_cast<std::size_t>(month_of(date) - 1)];
    const auto text = fmt::format("{} {} {}", weekday, day_of(date), month);
    return year_of(date) == year_of(today) ? text : fmt::format("{} {}", text, year_of(date));
}

std::string to_clock_text(std::chrono::seconds time) {
    const std::chrono::hh_mm_ss clock{time};
    return fmt::format("{:02}:{:02}", clock.hours().count(), clock.minutes().count());
}

std::string to_short_text(const Moment& moment, Date today) {
    const auto day = to_short_text(moment.date, today);
    return moment.time ? day + " " + to_clock_text(*moment.time) : day;
}

std::string to_relative_text(Date date, Date today) {
    if (date == today) return "today";
    if (date == today - days{1}) return "yesterday";
    if (date == today + days{1}) return "tomorrow";
    if (date < today) return to_words(round_distance(date, today)) + " ago";
    return "in " + to_words(round_distance(today, date));
}

std::string to_words(Period period) {
    constexpr std::array<std::string_view, 4> units{"day", "week", "month", "year"};
    const bool is_one = period.count == 1 || period.count == -1;
    return fmt::format("{} {}{}", period.count, units[static_cast<std::size_t>(period.unit)], is_one ? "" : "s");
}

bool is_in_calendar(Date date) {
    return first_date <= date && date <= last_date;
}

std::optional<Date> add_in_calendar(Date date, Period period) {
    return shift(date, period.count, period.unit);
}

std::optional<Date> subtract_in_calendar(Date date, Period period) {
    return shift(date, -std::int64_t{period.count}, period.unit);
}

Date add(Date date, Period period) {
    return add_in_calendar(date, period).value_or(period.count < 0 ? first_date : last_date);
}

Date subtract(Date date, Period period) {
    return subtract_in_calendar(date, period).value_or(period.count < 0 ? last_date : first_date);
}

Period round_distance(Date earlier, Date later) {
    const int distance = days_between(earlier, later);
    if (distance < 14) return {distance, Unit::day};
    const int months = whole_months(earlier, later);
    if (months < 2) return {distance / 7, Unit::week};
    return months < 24 ? Period{months, Unit::month} : Period{months / 12, Unit::year};
}

int length_in_days(Period period, Date from) {
    return days_between(from, add(from, period));
}

int days_between(Date from, Date to) {
    return static_cast<int>((to - from).count());
}

Date start_of_week(Date date, WeekStart start) {
    const auto first = start == WeekStart::monday ? std::chrono::Monday : std::chrono::Sunday;
    return date - (std::chrono::weekday{date} - first);
}

Date end_of_week(Date date, WeekStart start) {
    return start_of_week(date, start) + days{6};
}

Date start_of_month(Date date) {
    return date - days{day_of(date) - 1};
}

Date end_of_month(Date date) {
    const year_month_day day{date};
    return Date{day.year() / day.month() / std::chrono::last};
}

IsoWeek iso_week_of(Date date) {
    const Date thursday = start_of_week(date, WeekStart::monday) + days{3};
    const Date new_year{std::chrono::year{year_of(thursday)} / 1 / 1};
    return {year_of(thursday), days_between(new_year, thursday) / 7 + 1};
}

} // namespace kith::core
