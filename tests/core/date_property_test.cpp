// What holds for every day of 1999 to 2032. A failure is looked for with `if`: millions of assertions take too long.
#include "kith/core/date.hpp"
#include "kith/core/phrase.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

using namespace kith::core;

namespace {

constexpr std::chrono::days one_day{1};
const Date first = Date{std::chrono::year{1999} / 1 / 1};
const Date last = Date{std::chrono::year{2032} / 12 / 31};
const Date sunday = Date{std::chrono::year{2026} / 11 / 22};

std::string said(std::string_view text, Date today, Facing facing) {
    const auto moment = parse_date(text, {today, facing, WeekStart::monday});
    return moment ? to_text(*moment) : "-";
}

bool reads_back(Date date) {
    const Moment day{date, std::nullopt};
    const Moment evening{date, std::chrono::hours{18}};
    return parse_iso_date(to_text(date)) == date && parse_iso_moment(to_text(day)) == day &&
           parse_iso_moment(to_text(evening)) == evening &&
           said(to_text(date), sunday, Facing::past) == to_text(date) &&
           said(to_text(evening), sunday, Facing::future) == to_text(evening);
}

bool days_and_weeks_undo(Date date, int count) {
    for (const Unit unit : {Unit::day, Unit::week}) {
        const Period period{count, unit};
        if (subtract(add(date, period), period) != date) return false;
        if (add(date, {-count, unit}) != subtract(date, period)) return false;
    }
    return add(date, {count, Unit::week}) == add(date, {7 * count, Unit::day});
}

/// Only a clamped day does not come back, and then by the three days that February is short at most.
bool months_and_years_undo(Date date, int count) {
    for (const Unit unit : {Unit::month, Unit::year}) {
        const Period period{count, unit};
        const Date sum = add(date, period);
        const int lost = days_between(subtract(sum, period), date);
        if (lost < 0 || lost > 3 || (day_of(date) <= 28 && lost != 0)) return false;
        if (day_of(sum) != day_of(date) && sum != end_of_month(sum)) return false;
        if (add(date, {-count, unit}) != subtract(date, period)) return false;
    }
    return add(date, {count, Unit::year}) == add(date, {12 * count, Unit::month});
}

/// The days from today to what the phrase says; fails where that is another weekday.
int distance(const std::string& text, unsigned weekday, Date today, Facing facing) {
    const auto moment = parse_date(text, {today, facing, WeekStart::monday});
    if (!moment || moment->time || std::chrono::weekday{moment->date}.c_encoding() != weekday)
        FAIL("'" << text << "' on " << to_text(today));
    return days_between(today, moment->date);
}

/// Whether each of the weekday's phrases is on its side of today, and within a week.
bool weekday_is_near(const std::string& name, unsigned weekday, Date today) {
    const int past = distance(name, weekday, today, Facing::past);
    const int future = distance(name, weekday, today, Facing::future);
    const int before = distance("last " + name, weekday, today, Facing::future);
    const int after = distance("next " + name, weekday, today, Facing::past);
    return -6 <= past && past <= 0 && 0 <= future && future <= 6 && -7 <= before && before <= -1 && 1 <= after &&
           after <= 7;
}

} // namespace

TEST_CASE("the days follow one another as the calendar says") {
    std::array<int, 12> lengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    Date date = first;
    for (int year = 1999; year <= 2032; ++year) {
        lengths[1] = year % 4 == 0 ? 29 : 28; // 2000 is a leap year, and no other century is among these
        for (int month = 1; month <= 12; ++month) {
            for (int day = 1; day <= lengths.at(static_cast<std::size_t>(month - 1)); ++day) {
                if (make_date(year, month, day) != date) FAIL(to_text(date));
                if (year_of(date) != year || month_of(date) != month || day_of(date) != day) FAIL(to_text(date));
                date += one_day;
            }
        }
    }
    CHECK(date == last + one_day);
}

TEST_CASE("what kith writes it reads back") {
    for (Date date = first; date <= last; date += one_day) {
        if (!reads_back(date)) FAIL(to_text(date));
        const auto short_text = to_short_text(date, sunday);
        const Facing facing = date <= sunday ? Facing::past : Facing::future;
        if (said(short_text, sunday, facing) != to_text(date)) FAIL(short_text);
    }
    for (int second = 0; second < 86400; second += 7) {
        const Moment moment{sunday, std::chrono::seconds{second}};
        if (parse_iso_moment(to_text(moment)) != moment) FAIL(to_text(moment));
    }
    for (Date date = sunday - std::chrono::days{13}; date <= sunday + std::chrono::days{13}; date += one_day)
        CHECK(said(to_relative_text(date, sunday), sunday, Facing::past) == to_text(date));
}

TEST_CASE("adding and subtracting undo one another") {
    for (Date date = first; date <= last; date += one_day) {
        for (const int count : {1, 2, 5, 30}) {
            if (!days_and_weeks_undo(date, count) || !months_and_years_undo(date, count)) FAIL(to_text(date));
        }
        if (add(date, {1, Unit::month}) > add(date + one_day, {1, Unit::month})) FAIL(to_text(date));
    }
}

TEST_CASE("weekdays lie within a week, on the right side") {
    const std::array<std::string, 7> names{"sun", "monday", "Tue", "wed", "thurs", "FRIDAY", "sat"};
    for (Date today = first; today <= last; today += one_day) {
        // One name a day, so that each meets each weekday of today, in all years.
        const auto weekday = static_cast<unsigned>(days_between(first, today) / 7 % 7);
        if (!weekday_is_near(names.at(weekday), weekday, today)) FAIL(names.at(weekday) << " on " << to_text(today));
    }
}

TEST_CASE("a day and a month without a year are the nearest on their side") {
    for (Date date = first; date <= last; date += one_day) {
        const auto text = to_short_text(date, date).substr(4);
        const auto past = parse_date(text, {sunday, Facing::past, WeekStart::monday});
        const auto future = parse_date(text, {sunday, Facing::future, WeekStart::monday});
        if (!past || !future || past->date > sunday || future->date < sunday) FAIL(text);
        for (const Date found : {past->date, future->date}) {
            if (month_of(found) != month_of(date) || day_of(found) != day_of(date)) FAIL(text);
        }
        const bool is_leap_day = month_of(date) == 2 && day_of(date) == 29;
        if (days_between(past->date, future->date) > (is_leap_day ? 1461 : 366)) FAIL(text);
    }
}
