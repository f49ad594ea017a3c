#include "kith/core/phrase.hpp"

#include "day.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

using namespace kith::core;
using kith::test::on;

namespace {

constexpr std::chrono::days one_day{1};

/// What the phrase says, or `-` for nothing.
std::string said(std::string_view text, Date today, Facing facing, WeekStart start = WeekStart::monday) {
    const auto moment = parse_date(text, {today, facing, start});
    return moment ? to_text(*moment) : "-";
}

struct SameBothWays {
    std::string text, expected;
};

void check_both_ways(const std::vector<SameBothWays>& cases, Date today) {
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(said(text, today, Facing::past) == expected);
        CHECK(said(text, today, Facing::future) == expected);
    }
}

struct ByFacing {
    std::string text, past, future;
};

void check_by_facing(const std::vector<ByFacing>& cases, Date today) {
    for (const auto& [text, past, future] : cases) {
        CAPTURE(text);
        CHECK(said(text, today, Facing::past) == past);
        CHECK(said(text, today, Facing::future) == future);
    }
}

const Date sunday = Date{std::chrono::year{2026} / 11 / 22};

} // namespace

TEST_CASE("a full date is that day, on either side of today") {
    check_both_ways({{"2026-11-22", "2026-11-22"},
                     {"2026-11-21", "2026-11-21"},
                     {"2031-01-01", "2031-01-01"},
                     {"1990-05-02", "1990-05-02"},
                     {"2024-02-29", "2024-02-29"},
                     {"0001-01-01", "0001-01-01"},
                     {"9999-12-31", "9999-12-31"},
                     {"22 nov 2025", "2025-11-22"},
                     {"22 november 2025", "2025-11-22"},
                     {"nov 22 2025", "2025-11-22"},
                     {"november 22 2025", "2025-11-22"},
                     {"nov 22, 2025", "2025-11-22"},
                     {"nov 22 , 2025", "2025-11-22"},
                     {"nov 22,2025", "2025-11-22"},
                     {"22 nov, 2025", "2025-11-22"},
                     {"1 jan 2027", "2027-01-01"},
                     {"01 jan 2027", "2027-01-01"},
                     {"jan 1 2027", "2027-01-01"},
                     {"29 feb 2024", "2024-02-29"},
                     {"31 dec 9999", "9999-12-31"},
                     {"1 jan 0001", "0001-01-01"},
                     {"22nd nov 2025", "2025-11-22"},
                     {"november 22nd, 2025", "2025-11-22"},
                     {"22.11.2025", "2025-11-22"},
                     {"1.2.2025", "2025-02-01"},
                     {"01.02.2025 9:05", "2025-02-01T09:05:00"},
                     {"sat 22.11.2025", "2025-11-22"},
                     {"2025/11/22", "2025-11-22"},
                     {"2025/1/2", "2025-01-02"}},
                    sunday);
}

TEST_CASE("a date without a year is the latest not after today, or the earliest not before it") {
    check_by_facing({{"22 nov", "2026-11-22", "2026-11-22"},
                     {"nov 22", "2026-11-22", "2026-11-22"},
                     {"21 nov", "2026-11-21", "2027-11-21"},
                     {"23 nov", "2025-11-23", "2026-11-23"},
                     {"nov 23", "2025-11-23", "2026-11-23"},
                     {"1 jan", "2026-01-01", "2027-01-01"},
                     {"31 dec", "2025-12-31", "2026-12-31"},
                     {"dec 31", "2025-12-31", "2026-12-31"},
                     {"1 dec", "2025-12-01", "2026-12-01"},
                     {"30 nov", "2025-11-30", "2026-11-30"},
                     {"1 nov", "2026-11-01", "2027-11-01"},
                     {"28 feb", "2026-02-28", "2027-02-28"},
                     {"22nd nov", "2026-11-22", "2026-11-22"},
                     {"nov 22nd", "2026-11-22", "2026-11-22"},
                     {"1st of", "-", "-"}},
                    sunday);
    check_by_facing({{"31 dec", "2026-12-31", "2026-12-31"}, {"1 jan", "2026-01-01", "2027-01-01"}}, on("2026-12-31"));
    check_by_facing({{"31 dec", "2026-12-31", "2027-12-31"},
                     {"1 jan", "2027-01-01", "2027-01-01"},
                     {"2 jan", "2026-01-02", "2027-01-02"},
                     {"30 dec 18:30", "2026-12-30T18:30:00", "2027-12-30T18:30:00"}},
                    on("2027-01-01"));
}

TEST_CASE("29 February without a year is in the latest or the earliest leap year") {
    struct Case {
        std::string today, past, future;
    };
    const std::vector<Case> cases{
        {"2026-11-22", "2024-02-29", "2028-02-29"}, {"2024-02-29", "2024-02-29", "2024-02-29"},
        {"2024-02-28", "2020-02-29", "2024-02-29"}, {"2024-03-01", "2024-02-29", "2028-02-29"},
        {"2023-12-31", "2020-02-29", "2024-02-29"}, {"2000-03-01", "2000-02-29", "2004-02-29"},
        {"2096-03-01", "2096-02-29", "2104-02-29"}, {"2100-02-28", "2096-02-29", "2104-02-29"},
        {"2104-02-28", "2096-02-29", "2104-02-29"}, {"1903-06-01", "1896-02-29", "1904-02-29"},
        {"0003-01-01", "-", "0004-02-29"},          {"9997-01-01", "9996-02-29", "-"},
    };
    for (const auto& [today, past, future] : cases) {
        CAPTURE(today);
        for (const std::string text : {"29 feb", "feb 29", "29th february"}) {
            CHECK(said(text, on(today), Facing::past) == past);
            CHECK(said(text, on(today), Facing::future) == future);
        }
    }
}

TEST_CASE("named days and ends do not depend on the facing") {
    check_both_ways({{"today", "2026-11-22"},
                     {"yesterday", "2026-11-21"},
                     {"tomorrow", "2026-11-23"},
                     {"eow", "2026-11-22"},
                     {"eom", "2026-11-30"}},
                    sunday);
    check_both_ways({{"yesterday", "2026-12-31"}, {"eow", "2027-01-03"}, {"eom", "2027-01-31"}}, on("2027-01-01"));
    check_both_ways({{"tomorrow", "2024-02-29"}, {"eom", "2024-02-29"}}, on("2024-02-28"));
    check_both_ways({{"tomorrow", "2026-03-01"}, {"eom", "2026-02-28"}}, on("2026-02-28"));
}

TEST_CASE("eow is the last day of today's week") {
    struct Case {
        std::string today, monday, sunday;
    };
    const std::vector<Case> cases{
        {"2026-11-15", "2026-11-15", "2026-11-21"}, {"2026-11-16", "2026-11-22", "2026-11-21"},
        {"2026-11-20", "2026-11-22", "2026-11-21"}, {"2026-11-21", "2026-11-22", "2026-11-21"},
        {"2026-11-22", "2026-11-22", "2026-11-28"}, {"2026-12-31", "2027-01-03", "2027-01-02"},
        {"9999-12-25", "9999-12-26", "9999-12-25"}, {"9999-12-31", "-", "-"},
    };
    for (const auto& [today, monday, sunday_end] : cases) {
        CAPTURE(today);
        for (const Facing facing : {Facing::past, Facing::future}) {
            CHECK(said("eow", on(today), facing, WeekStart::monday) == monday);
            CHECK(said("eow", on(today), facing, WeekStart::sunday) == sunday_end);
        }
    }
}

TEST_CASE("a weekday looks where the facing does; last and next never mean today") {
    check_by_facing({{"sunday", "2026-11-22", "2026-11-22"},
                     {"sun", "2026-11-22", "2026-11-22"},
                     {"monday", "2026-11-16", "2026-11-23"},
                     {"tue", "2026-11-17", "2026-11-24"},
                     {"wednesday", "2026-11-18", "2026-11-25"},
                     {"thu", "2026-11-19", "2026-11-26"},
                     {"friday", "2026-11-20", "2026-11-27"},
                     {"sat", "2026-11-21", "2026-11-28"}},
                    sunday);
    check_both_ways({{"last sunday", "2026-11-15"},
                     {"next sunday", "2026-11-29"},
                     {"last monday", "2026-11-16"},
                     {"next monday", "2026-11-23"},
                     {"last friday", "2026-11-20"},
                     {"next fri", "2026-11-27"},
                     {"next tue", "2026-11-24"},
                     {"last tuesday", "2026-11-17"},
                     {"last sat", "2026-11-21"},
                     {"next sat", "2026-11-28"}},
                    sunday);
    check_by_facing({{"fri", "2027-01-01", "2027-01-01"}, {"thu", "2026-12-31", "2027-01-07"}}, on("2027-01-01"));
}

TEST_CASE("every name of a weekday and a month is known") {
    const std::array<std::vector<std::string>, 7> weekdays{{{"sun", "sunday"},
                                                            {"mon", "monday"},
                                                            {"tue", "tues", "tuesday"},
                                                            {"wed", "weds", "wednesday"},
                                                            {"thu", "thur", "thurs", "thursday"},
                                                            {"fri", "friday"},
                                                            {"sat", "saturday"}}};
    for (unsigned weekday = 0; weekday < weekdays.size(); ++weekday) {
        for (const auto& name : weekdays.at(weekday)) {
            CAPTURE(name);
            CHECK(said(name, sunday, Facing::future) == to_text(sunday + std::chrono::days{weekday}));
        }
    }
    const std::array<std::vector<std::string>, 12> months{{{"jan", "january"},
                                                           {"feb", "february"},
                                                           {"mar", "march"},
                                                           {"apr", "april"},
                                                           {"may"},
                                                           {"jun", "june"},
                                                           {"jul", "july"},
                                                           {"aug", "august"},
                                                           {"sep", "sept", "september"},
                                                           {"oct", "october"},
                                                           {"nov", "november"},
                                                           {"dec", "december"}}};
    for (std::size_t month = 0; month < months.size(); ++month) {
        const auto expected = make_date(2025, static_cast<int>(month) + 1, 7);
        REQUIRE(expected);
        for (const auto& name : months.at(month)) {
            CAPTURE(name);
            CHECK(said("7 " + name + " 2025", sunday, Facing::past) == to_text(*expected));
            CHECK(said(name + " 7 2025", sunday, Facing::past) == to_text(*expected));
        }
    }
}

TEST_CASE("every ordinal day is known") {
    const std::vector<std::string> ordinals{"1st",  "2nd",  "3rd",  "4th",  "5th",  "6th",  "7th",  "8th",
                                            "9th",  "10th", "11th", "12th", "13th", "14th", "15th", "16th",
                                            "17th", "18th", "19th", "20th", "21st", "22nd", "23rd", "24th",
                                            "25th", "26th", "27th", "28th", "29th", "30th", "31st"};
    for (std::size_t index = 0; index < ordinals.size(); ++index) {
        const auto expected = make_date(2026, 10, static_cast<int>(index) + 1);
        REQUIRE(expected);
        CAPTURE(ordinals.at(index));
        CHECK(said(ordinals.at(index) + " oct", sunday, Facing::past) == to_text(*expected));
        CHECK(said("oct " + ordinals.at(index), sunday, Facing::past) == to_text(*expected));
    }
}

TEST_CASE("a date may name its weekday, as kith prints it, if that is right") {
    check_by_facing({{"Sun 22 Nov", "2026-11-22", "2026-11-22"},
                     {"sunday, 22 november", "2026-11-22", "2026-11-22"},
                     {"Sun Nov 22", "2026-11-22", "2026-11-22"},
                     {"Sat 22 Nov 2025", "2025-11-22", "2025-11-22"},
                     {"Sun 2026-11-22", "2026-11-22", "2026-11-22"},
                     {"Sun 6 Dec", "-", "2026-12-06"},
                     {"Sat 6 Dec", "2025-12-06", "-"},
                     {"Mon 22 Nov", "-", "-"},
                     {"Sun 22 Nov 2025", "-", "-"},
                     {"Mon 2026-11-22", "-", "-"},
                     {"Sun, 22 Nov, 2026 at 9:05", "2026-11-22T09:05:00", "2026-11-22T09:05:00"}},
                    sunday);
}

TEST_CASE("distances said outright do not depend on the facing") {
    check_both_ways({{"3 days ago", "2026-11-19"},  {"1 day ago", "2026-11-21"},   {"2 weeks ago", "2026-11-08"},
                     {"1 week ago", "2026-11-15"},  {"a week ago", "2026-11-15"},  {"a day ago", "2026-11-21"},
                     {"a month ago", "2026-10-22"}, {"a year ago", "2025-11-22"},  {"3 months ago", "2026-08-22"},
                     {"2 years ago", "2024-11-22"}, {"3d ago", "2026-11-19"},      {"2w ago", "2026-11-08"},
                     {"in 3 days", "2026-11-25"},   {"in 1 day", "2026-11-23"},    {"in a day", "2026-11-23"},
                     {"in 2 weeks", "2026-12-06"},  {"in 2w", "2026-12-06"},       {"in a week", "2026-11-29"},
                     {"in a month", "2026-12-22"},  {"in 5 months", "2027-04-22"}, {"in a year", "2027-11-22"},
                     {"in 10 years", "2036-11-22"}, {"-3d", "2026-11-19"},         {"+3d", "2026-11-25"},
                     {"-2w", "2026-11-08"},         {"+2w", "2026-12-06"},         {"-1m", "2026-10-22"},
                     {"+1m", "2026-12-22"},         {"-1y", "2025-11-22"},         {"+1y", "2027-11-22"},
                     {"-3 days", "2026-11-19"},     {"+2 weeks", "2026-12-06"},    {"last week", "2026-11-15"},
                     {"next week", "2026-11-29"},   {"last month", "2026-10-22"},  {"next month", "2026-12-22"},
                     {"last year", "2025-11-22"},   {"next year", "2027-11-22"},   {"+9999d", "2054-04-08"},
                     {"-9999d", "1999-07-08"}},
                    sunday);
}

TEST_CASE("a bare period looks where the facing does") {
    check_by_facing({{"2w", "2026-11-08", "2026-12-06"},
                     {"1d", "2026-11-21", "2026-11-23"},
                     {"3d", "2026-11-19", "2026-11-25"},
                     {"1m", "2026-10-22", "2026-12-22"},
                     {"1y", "2025-11-22", "2027-11-22"},
                     {"2 weeks", "2026-11-08", "2026-12-06"},
                     {"3 days", "2026-11-19", "2026-11-25"},
                     {"1 month", "2026-10-22", "2026-12-22"}},
                    sunday);
}

TEST_CASE("months clamp to the month's end") {
    check_by_facing({{"1m", "2025-12-31", "2026-02-28"}, {"3m", "2025-10-31", "2026-04-30"}}, on("2026-01-31"));
    check_by_facing({{"1m", "2026-02-28", "2026-04-30"}, {"1y", "2025-03-31", "2027-03-31"}}, on("2026-03-31"));
    check_by_facing({{"1m", "2024-02-29", "2024-04-30"}}, on("2024-03-31"));
    check_by_facing({{"1y", "2023-02-28", "2025-02-28"}, {"4y", "2020-02-29", "2028-02-29"}}, on("2024-02-29"));
    check_both_ways({{"-1m", "2026-02-28"},
                     {"+1m", "2026-04-30"},
                     {"a month ago", "2026-02-28"},
                     {"last month", "2026-02-28"},
                     {"next month", "2026-04-30"},
                     {"in 11 months", "2027-02-28"}},
                    on("2026-03-31"));
    check_both_ways({{"3 months ago", "2026-02-28"}, {"in 1 month", "2026-06-30"}}, on("2026-05-31"));
    check_both_ways({{"last year", "2023-02-28"}, {"next year", "2025-02-28"}}, on("2024-02-29"));
}

TEST_CASE("any date may have a time after it") {
    check_both_ways({{"yesterday 18:30", "2026-11-21T18:30:00"},
                     {"yesterday at 18:30", "2026-11-21T18:30:00"},
                     {"yesterday, 18:30", "2026-11-21T18:30:00"},
                     {"yesterday, at 18:30", "2026-11-21T18:30:00"},
                     {"today 0:00", "2026-11-22T00:00:00"},
                     {"today 00:00", "2026-11-22T00:00:00"},
                     {"today 23:59", "2026-11-22T23:59:00"},
                     {"today 23:59:59", "2026-11-22T23:59:59"},
                     {"today T18:30", "2026-11-22T18:30:00"},
                     {"2026-11-22T18:30", "2026-11-22T18:30:00"},
                     {"2026-11-22t18:30", "2026-11-22T18:30:00"},
                     {"2026-11-22T18:30:15", "2026-11-22T18:30:15"},
                     {"2026-11-22T9:05", "2026-11-22T09:05:00"},
                     {"2026-11-22 18:30", "2026-11-22T18:30:00"},
                     {"2026-11-22 at 18:30", "2026-11-22T18:30:00"},
                     {"22 nov 2025 9:05", "2025-11-22T09:05:00"},
                     {"nov 22, 2025 at 9:05", "2025-11-22T09:05:00"},
                     {"nov 22, 2025, 9:05", "2025-11-22T09:05:00"},
                     {"last friday 18:30", "2026-11-20T18:30:00"},
                     {"next tue at 8:00", "2026-11-24T08:00:00"},
                     {"3 days ago 12:00", "2026-11-19T12:00:00"},
                     {"3 days ago at 12:00", "2026-11-19T12:00:00"},
                     {"in 2 weeks at 12:00", "2026-12-06T12:00:00"},
                     {"+3d 07:15", "2026-11-25T07:15:00"},
                     {"eow 17:00", "2026-11-22T17:00:00"},
                     {"eom at 17:00", "2026-11-30T17:00:00"},
                     {"tomorrow 10:00", "2026-11-23T10:00:00"}},
                    sunday);
    check_by_facing({{"fri at 9:05", "2026-11-20T09:05:00", "2026-11-27T09:05:00"},
                     {"sunday 9:05", "2026-11-22T09:05:00", "2026-11-22T09:05:00"},
                     {"23 nov 18:30", "2025-11-23T18:30:00", "2026-11-23T18:30:00"},
                     {"nov 23 at 18:30", "2025-11-23T18:30:00", "2026-11-23T18:30:00"},
                     {"2w 18:30", "2026-11-08T18:30:00", "2026-12-06T18:30:00"}},
                    sunday);
}

TEST_CASE("case and blanks do not matter") {
    check_both_ways({{" today ", "2026-11-22"},
                     {"\ttoday\n", "2026-11-22"},
                     {"TODAY", "2026-11-22"},
                     {"Yesterday", "2026-11-21"},
                     {"LAST  Friday", "2026-11-20"},
                     {"next\tTUE", "2026-11-24"},
                     {"22   NOVEMBER \t 2025", "2025-11-22"},
                     {"Nov 22 , 2025", "2025-11-22"},
                     {"22ND Nov 2025", "2025-11-22"},
                     {"3 DAYS Ago", "2026-11-19"},
                     {"In 2 Weeks", "2026-12-06"},
                     {"In A Week", "2026-11-29"},
                     {"+2W", "2026-12-06"},
                     {"EOM", "2026-11-30"},
                     {"Eow", "2026-11-22"},
                     {"  2026-11-22  18:30  ", "2026-11-22T18:30:00"},
                     {"yesterday AT 18:30", "2026-11-21T18:30:00"},
                     {"\v\f\rtoday\r\n", "2026-11-22"}},
                    sunday);
}
