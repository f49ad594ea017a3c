// Events that recur, written out day by day.
#include "kith/exchange/write_calendar.hpp"
#include "kith/system/library.hpp"
#include "kith/system/local_time.hpp"

#include "calendar_reading.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <libical/ical.h>
#include <string>
#include <utility>
#include <vector>

using namespace kith;
using namespace kith::test;

namespace {

struct Counts {
    int searches = 0;
    int days = 0;
};
Counts* counts_of_test = nullptr;
decltype(&icalrecur_iterator_new) new_iterator = nullptr;
decltype(&icalrecur_iterator_next) next_day = nullptr;

/// Finds the functions of libical, and counts how many rules it is asked to search, and for how many days.
exchange::FindFunction counting(Counts& counts) {
    counts_of_test = &counts;
    const auto library = exchange::calendar_library();
    return [find = system::load_library(library.name, library.package)](const char* name) -> void* {
        if (std::string_view(name) == "icalrecur_iterator_new") {
            new_iterator = reinterpret_cast<decltype(new_iterator)>(find(name));
            const decltype(new_iterator) counted = [](auto rule, icaltimetype start) {
                ++counts_of_test->searches;
                return new_iterator(rule, start);
            };
            return reinterpret_cast<void*>(counted);
        }
        if (std::string_view(name) != "icalrecur_iterator_next") return find(name);
        next_day = reinterpret_cast<decltype(next_day)>(find(name));
        const decltype(next_day) counted = [](icalrecur_iterator* iterator) {
            ++counts_of_test->days;
            return next_day(iterator);
        };
        return reinterpret_cast<void*>(counted);
    };
}

/// Reads it with as many entries `Tea`, each of which has a UID of its own.
exchange::Batch read_series(int many, const std::string& series, const std::string& replacing, Counts& counts) {
    std::string lines;
    for (int i = 0; i < many; ++i) {
        const auto begin = "BEGIN:VEVENT\nUID:u" + std::to_string(i) + "\nSUMMARY:Tea\n";
        lines += begin + series + "\nEND:VEVENT\n" + begin + replacing + "\nEND:VEVENT\n";
    }
    return exchange::read_ics(exchange::pull_from(calendar(lines)), options_of_tests(), counting(counts),
                              system::zone_offset);
}

} // namespace

TEST_CASE("a file of rules that never come true is not searched for each of them") {
    const std::vector<std::string> rules{"FREQ=MONTHLY;BYMONTHDAY=1,2,3;BYDAY=MO;BYSETPOS=2",
                                         "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,3;INTERVAL=2",
                                         "FREQ=YEARLY;BYYEARDAY=366;INTERVAL=2",
                                         "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTH=6",
                                         "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31",
                                         "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"};
    Counts counts;
    for (const auto& rule : rules) {
        CAPTURE(rule);
        std::string lines;
        for (int i = 0; i < 100; ++i) lines += event("DTSTART:20270227T100000\nRRULE:" + rule) + "\n";
        lines += event("DTSTART:20270227T100000\nRRULE:FREQ=WEEKLY;BYDAY=SA,SU;COUNT=3");
        const auto batch = exchange::read_ics(exchange::pull_from(calendar(lines)), options_of_tests(),
                                              counting(counts), system::zone_offset);
        CHECK(batch.events.size() == 103);
        CHECK(batch.skipped.size() == 100);
    }
    CHECK(counts.searches ==
          5 * 3 + 1); // Two of each kind that nothing but a search tells, and the one that comes true.
}

TEST_CASE("a rule is searched up to the last day that is asked for") {
    const auto told = [](const std::string& lines) {
        const auto batch = read_calendar(calendar(event(lines)));
        return batch.skipped.empty() ? "" : batch.skipped.front().reason;
    };
    const std::string none = "Tea has no day from 2025-11-22 to 2027-11-22; see --since and --until";
    CHECK(told("DTSTART:20200206T100000\nRRULE:FREQ=DAILY;INTERVAL=7;BYDAY=TU") == none);
    CHECK(told("DTSTART:00010105T100000\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO") == none);
    for (const std::string rule : {"DAILY;COUNT=900000", "DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;COUNT=3",
                                   "MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7,8,9,10"}) {
        CAPTURE(rule);
        CHECK(told("DTSTART:00010105T100000\nRRULE:FREQ=" + rule) ==
              "Tea recurs by a rule that takes too long to work out");
    }
    CHECK(told("DTSTART:20261122T100000\nRRULE:FREQ=DAILY;BYMINUTE=0,15,30,45;BYHOUR=1,2,3,4,5,6,7") ==
          "Tea recurs more than 24 times a day: only the first one came in");
    CHECK(told("DTSTART;VALUE=DATE:16040502\nRRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=2").empty());
    CHECK(told("DTSTART:20000103T100000\nRRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR").empty());
}

TEST_CASE("the keys of a series are the same wherever it is read") {
    const auto text = calendar(event("DTSTART;TZID=America/New_York:20261122T200000\nRRULE:FREQ=WEEKLY;COUNT=2"));
    for (const std::string zone : {"Europe/Lisbon", "America/New_York"}) {
        const auto batch = read_calendar(text, options_with(11, 11, zone));
        REQUIRE(batch.events.size() == 2);
        CHECK(batch.events.front().key == "u/2026-11-22");
        CHECK(batch.events.back().key == "u/2026-11-29");
    }
}

TEST_CASE("recurrences are written out") {
    const auto autumn = options_with(10, 11);
    const std::vector<std::pair<std::string, std::string>> cases{
        {"DTSTART;VALUE=DATE:20260115\nRRULE:FREQ=MONTHLY", "2026-10-15, 2026-11-15"},
        {"DTSTART;VALUE=DATE:20261015\nDTEND;VALUE=DATE:20261017\nRRULE:FREQ=MONTHLY",
         "2026-10-15 to 2026-10-16, 2026-11-15 to 2026-11-16"},
        {"DTSTART;VALUE=DATE:20260930\nRRULE:FREQ=WEEKLY;COUNT=3", "2026-10-07, 2026-10-14"},
        {"DTSTART;VALUE=DATE:20260930\nRRULE:FREQ=WEEKLY;UNTIL=20261007", "2026-10-07"},
        {"DTSTART;VALUE=DATE:20261001\nRRULE:FREQ=WEEKLY;INTERVAL=4\nEXDATE;VALUE=DATE:20261029",
         "2026-10-01, 2026-11-26"},
        {"DTSTART;VALUE=DATE:20261001\nRDATE;VALUE=DATE:20261103,20261105", "2026-10-01, 2026-11-03, 2026-11-05"},
        {"DTSTART;TZID=Europe/Lisbon:20261023T090000\nRRULE:FREQ=WEEKLY;UNTIL=20261030T090000Z",
         "2026-10-23T08:00:00, 2026-10-30T09:00:00"},
        {"DTSTART;TZID=Europe/Lisbon:20261023T090000\nRRULE:FREQ=WEEKLY;COUNT=2\nEXDATE:20261023T080000Z",
         "2026-10-30T09:00:00"},
        {"DTSTART;VALUE=DATE:20241031\nRRULE:FREQ=YEARLY", "2026-10-31"},
        {"DTSTART;VALUE=DATE:20261001\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-10-01"},
        {"DTSTART:20261130T233000\nRRULE:FREQ=DAILY", "2026-11-30T23:30:00"},
    };
    for (const auto& [lines, said] : cases) {
        CAPTURE(lines);
        CHECK(days(lines, autumn) == said);
    }
}

TEST_CASE("without an answer to since and until, a series has a year either way, and a single event is never too old") {
    const auto weekly = read_calendar(calendar(event("DTSTART;VALUE=DATE:20200105\nRRULE:FREQ=WEEKLY"))).events;
    REQUIRE(weekly.size() == 105);
    CHECK(weekly.front().record.start.date == *core::make_date(2025, 11, 23));
    CHECK(weekly.front().key == "u/2025-11-23");
    CHECK(weekly.back().record.start.date == *core::make_date(2027, 11, 21));
    CHECK(days("DTSTART;VALUE=DATE:20100105") == "2010-01-05");
    CHECK(days("DTSTART;VALUE=DATE:20100105", options_with(1, 12)).empty());
}

TEST_CASE("where one end alone is told and is more than a year off, the other is a year from it") {
    const auto yearly = [](std::optional<core::Date> since, std::optional<core::Date> until) {
        auto options = options_of_tests();
        options.since = since;
        options.until = until;
        return days("DTSTART;VALUE=DATE:20100301\nRRULE:FREQ=YEARLY", options);
    };
    CHECK(yearly({}, core::make_date(2020, 3, 1)) == "2019-03-01, 2020-03-01");
    CHECK(yearly({}, core::make_date(2025, 11, 21)) == "2025-03-01");
    CHECK(yearly({}, core::make_date(2026, 3, 1)) == "2026-03-01"); // From 2025-11-22 on, a year ago.
    CHECK(yearly(core::make_date(2030, 3, 1), {}) == "2030-03-01, 2031-03-01");
    CHECK(yearly(core::make_date(2027, 11, 23), {}) == "2028-03-01");
    CHECK(yearly(core::make_date(2027, 3, 1), {}) == "2027-03-01"); // To 2027-11-22, in a year.
    CHECK(yearly({}, core::make_date(1, 6, 1)).empty());

    auto options = options_of_tests();
    options.until = core::make_date(2009, 12, 31);
    CHECK(read_calendar(calendar(event("DTSTART;VALUE=DATE:20100301\nRRULE:FREQ=YEARLY")), options)
              .skipped.front()
              .reason == "Tea has no day from 2008-12-31 to 2009-12-31; see --since and --until");
    CHECK(days("DTSTART;VALUE=DATE:19990105", options) == "1999-01-05"); // One that does not recur may be of any day.
}

TEST_CASE("what cannot be written out is told") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"FREQ=SECONDLY", "Tea recurs by the minute"},
        {"FREQ=OFTEN", "Tea recurs by a rule that cannot be read"},
        {"", ""},
        {"W1 MO #0", "Tea recurs by a rule that cannot be read"},
        {"RSCALE=HEBREW;FREQ=YEARLY", "Tea recurs by another calendar"},
        {"FREQ=HOURLY", "Tea recurs by the hour"},
        {"FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30", "Tea recurs by the hour"},
        {"FREQ=DAILY;BYMONTH=2,4;BYMONTHDAY=31,-31", "Tea recurs on a day that no month of its rule has"},
        {"FREQ=MONTHLY;BYDAY=6MO,-6TU", "Tea recurs on a day that no month of its rule has"},
        {"FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6", "Tea recurs on a day that no month of its rule has"},
        {"FREQ=MONTHLY;BYSETPOS=-2", "Tea recurs on a day that no month of its rule has"},
        {"FREQ=MONTHLY;BYDAY=-2147483648MO", "Tea recurs on a day that no month of its rule has"},
        {"FREQ=MONTHLY;BYDAY=MO;BYSETPOS=-2147483648", "Tea recurs by a rule that cannot be read"},
        {"FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=10,6", ""},
        {"FREQ=MONTHLY;BYDAY=+5MO", ""},
        {"FREQ=MONTHLY;BYMONTHDAY=31", ""},
        {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-29", ""},
    };
    for (const auto& [rule, said] : cases) {
        CAPTURE(rule);
        const auto batch =
            read_calendar(calendar(event("DTSTART:20261122T100000\nRRULE:" + rule)), options_with(11, 11));
        CHECK(!batch.events.empty());
        const auto told = said.empty() ? std::string() : said + ": only the first one came in";
        CHECK((batch.skipped.empty() ? "" : batch.skipped.front().reason) == told);
        CHECK(std::ranges::all_of(batch.skipped, &exchange::Skipped::is_note)); // The first day comes in.
    }
    const auto often =
        read_calendar(calendar(event("DTSTART:20200101T100000\nRRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,"
                                     "9,10,11,12,13,14,15,16,17,18,19,20,21,22,23")));
    CHECK(often.events.size() == 15000 - 24); // Of them a day is before the first that is asked for.
    CHECK(often.skipped ==
          std::vector<exchange::Skipped>{
              {3, "Tea recurs too often to be written out to the end: only 14976 of them came in", true}});
}

TEST_CASE("a series that began long ago is written out on the days that it has now") {
    const auto autumn = options_with(11, 11);
    const auto first = [&autumn](const std::string& lines) {
        const auto batch = read_calendar(calendar(event(lines)), autumn);
        CHECK(batch.skipped.empty() == !batch.events.empty());
        std::string text = std::to_string(batch.events.size());
        for (std::size_t i = 0; i < batch.events.size() && i < 3; ++i)
            text += ", " + core::to_text(batch.events[i].record.start);
        return text;
    };
    const std::vector<std::pair<std::string, std::string>> cases{
        {"DTSTART;VALUE=DATE:19800101\nRRULE:FREQ=DAILY", "30, 2026-11-01, 2026-11-02, 2026-11-03"},
        {"DTSTART:20120101T080000\nRRULE:FREQ=DAILY;BYHOUR=8,12,18",
         "90, 2026-11-01T08:00:00, 2026-11-01T12:00:00, 2026-11-01T18:00:00"},
        {"DTSTART;VALUE=DATE:19800101\nRRULE:FREQ=DAILY;INTERVAL=16", "1, 2026-11-15"},
        {"DTSTART;VALUE=DATE:19700107\nRRULE:FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SU;WKST=SU", "2, 2026-11-15, 2026-11-16"},
        {"DTSTART;VALUE=DATE:19700107\nRRULE:FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SU;WKST=MO",
         "3, 2026-11-01, 2026-11-16, 2026-11-22"},
        {"DTSTART;VALUE=DATE:19800101\nRRULE:FREQ=DAILY;COUNT=17112", "6, 2026-11-01, 2026-11-02, 2026-11-03"},
        {"DTSTART;VALUE=DATE:19800101\nRRULE:FREQ=DAILY;UNTIL=20261102", "2, 2026-11-01, 2026-11-02"},
        {"DTSTART;VALUE=DATE:19800101\nRRULE:FREQ=DAILY;UNTIL=19991231", "0"},
        {"DTSTART;VALUE=DATE:00010101\nRRULE:FREQ=DAILY;BYDAY=FR;BYMONTHDAY=13", "1, 2026-11-13"},
    };
    for (const auto& [lines, said] : cases) {
        CAPTURE(lines);
        CHECK(first(lines) == said);
    }
}

TEST_CASE("the series of a calendar are written out up to so many days, and which are not is told") {
    std::string lines;
    for (int i = 0; i < 60; ++i) lines += event("DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=DAILY") + "\n";
    const auto batch = read_calendar(calendar(lines + event("DTSTART;VALUE=DATE:20261122")));
    CHECK(batch.events.size() == 41 * 731 + 1);
    REQUIRE(batch.skipped.size() == 19);
    CHECK(batch.skipped.front() ==
          exchange::Skipped{249, "Tea is not written out: the series of this file have more than 30000 days; --since "
                                 "and --until make them fewer"});
}

namespace {

/// `11-16T12:00 Tea`, in the order of the file.
std::string names_and_times(const std::string& lines, const exchange::ReadOptions& options = options_with(11, 12)) {
    std::string text;
    for (const auto& incoming : read_calendar(calendar(lines), options).events)
        text += (text.empty() ? "" : ", ") + core::to_text(incoming.record.start).substr(5, 11) + " " +
                incoming.record.name;
    return text;
}

std::string from_then_on(const std::string& day, const std::string& lines, const std::string& name = "Cake") {
    return "\nBEGIN:VEVENT\nUID:u\nSUMMARY:" + name + "\nRECURRENCE-ID;RANGE=THISANDFUTURE:" + day + "\n" + lines +
           "\nEND:VEVENT";
}

} // namespace

TEST_CASE("what stands for a day of a series and those after is what they are") {
    const auto mondays = event("DTSTART:20261102T100000\nDTEND:20261102T110000\nRRULE:FREQ=WEEKLY;COUNT=5");
    const auto later = from_then_on("20261116T100000", "DTSTART:20261116T120000\nDTEND:20261116T140000");
    CHECK(names_and_times(mondays + later) == "11-02T10:00 Tea, 11-09T10:00 Tea, 11-23T12:00 Cake, 11-30T12:00 Cake, "
                                              "11-16T12:00 Cake");
    CHECK(names_and_times(later.substr(1) + "\n" + mondays) == names_and_times(mondays + later));
    const auto batch = read_calendar(calendar(mondays + later), options_with(11, 12));
    CHECK(batch.events[2].key == "u/2026-11-23");
    CHECK(core::to_text(*batch.events[2].record.end) == "2026-11-23T14:00:00");
    CHECK(batch.skipped.empty());
    CHECK(batch.series.size() == 1);

    // To another day, and on until another one says otherwise; one that stands for its day only does so.
    const auto again = from_then_on("20261130T100000", "DTSTART:20261130T090000", "Pie");
    const auto alone = "\n" + event("RECURRENCE-ID:20261123T100000\nDTSTART:20261125T100000");
    const auto tuesdays = from_then_on("20261109T100000", "DTSTART:20261110T230000");
    CHECK(names_and_times(event("DTSTART:20261102T100000\nRRULE:FREQ=WEEKLY;COUNT=6") + again + tuesdays + alone) ==
          "11-02T10:00 Tea, 11-17T23:00 Cake, 12-07T09:00 Pie, 11-30T09:00 Pie, 11-10T23:00 Cake, 11-25T10:00 Tea");
}

TEST_CASE("days that are moved into and out of what is asked for with one before them") {
    const auto weekly = event("DTSTART:20261005T100000\nRRULE:FREQ=WEEKLY;COUNT=5");
    const auto forward = from_then_on("20261019T100000", "DTSTART:20261029T100000");
    CHECK(names_and_times(weekly + forward, options_with(11, 11)) == "11-05T10:00 Cake, 11-12T10:00 Cake");
    const auto batch = read_calendar(calendar(weekly + forward), options_with(10, 10));
    CHECK(batch.events.size() == 3);
    CHECK(batch.not_asked == std::vector<std::string>{"u/2026-10-26", "u/2026-11-02"});
}

TEST_CASE("a series without a day in what is asked for is told, once") {
    using Told = std::vector<exchange::Skipped>;
    const auto told = [](const std::string& lines, const exchange::ReadOptions& options) {
        return read_calendar(calendar(lines), options).skipped;
    };
    const auto autumn = options_with(11, 12);
    const auto reason = [](int line, const std::string& from, const std::string& to) {
        return Told{{line, "Tea has no day from " + from + " to " + to + "; see --since and --until"}};
    };
    const auto in_autumn = reason(3, "2026-11-01", "2026-12-31");
    const auto summer = event("DTSTART:20260601T100000\nRRULE:FREQ=WEEKLY;COUNT=3");
    CHECK(told(summer, autumn) == in_autumn);
    CHECK(told(summer, options_of_tests()).empty());
    CHECK(told(event("DTSTART:20270601T100000\nRRULE:FREQ=WEEKLY"), autumn) == in_autumn);
    CHECK(told(event("DTSTART:20260601T100000\nRDATE:20260603T100000"), autumn) == in_autumn);
    CHECK(told(event("DTSTART:20200601T100000\nRRULE:FREQ=WEEKLY;UNTIL=20210101"), options_of_tests()) ==
          reason(3, "2025-11-22", "2027-11-22"));
    CHECK(told(event("DTSTART:20260601T100000"), autumn).empty()); // One day, which was not asked for.
    CHECK(told("BEGIN:VEVENT\nSUMMARY:Tea\nDTSTART:20260601T100000\nRRULE:FREQ=WEEKLY;COUNT=3\nEND:VEVENT", autumn) ==
          in_autumn);
    CHECK(told(event("DTSTART:20260601T100000\nRRULE:FREQ=HOURLY"), autumn).size() == 1);

    const auto one = [](const std::string& day, const std::string& lines) {
        return "\n" + event("RECURRENCE-ID:" + day + "T100000\n" + lines);
    };
    const auto off = [&](const std::string& day) { return one(day, "STATUS:CANCELLED"); };
    // Each day is moved, or cancelled, whether it was asked for or not.
    const auto two = event("DTSTART:20261102T100000\nRRULE:FREQ=WEEKLY;COUNT=2");
    const auto moved = one("20261102", "DTSTART:20261103T100000");
    CHECK(told(two + moved + one("20261109", "DTSTART:20261110T100000"), autumn).empty());
    CHECK(told(two + moved + one("20261109", "DTSTART:20261110T100000"), options_with(3, 4)).empty());
    CHECK(told(two + moved, options_with(3, 4)) == reason(3, "2026-03-01", "2026-04-30"));
    CHECK(told(two + off("20261102") + off("20261109"), autumn).size() == 2);
    CHECK(told(two + off("20261102") + off("20261109"), options_with(3, 4)).size() == 2);
    CHECK(told(two + from_then_on("20261102T100000", "STATUS:CANCELLED"), autumn).size() == 1);
    CHECK(told(summer + one("20260608", "DTSTART:20261108T100000"), autumn).empty());
    CHECK(told(summer + one("20260608", "DTSTART:20260609T100000"), autumn) == in_autumn);
}

TEST_CASE("an old series is not written out when its first day, or one soon after, is as it was") {
    constexpr int many = 20;
    const std::string series = "DTSTART;VALUE=DATE:10000101\nRRULE:FREQ=DAILY;UNTIL=20240101T000000Z";
    Counts counts;
    const auto late = "RECURRENCE-ID;VALUE=DATE:20200101\nDTSTART;VALUE=DATE:20200102";
    CHECK(read_series(many, series, late, counts).skipped.size() == many);
    CHECK(counts.days == 0);
    const auto first = "RECURRENCE-ID;VALUE=DATE:10000101\nDTSTART;VALUE=DATE:10000102";
    CHECK(read_series(many, series, first, counts).skipped.size() == many);
    CHECK(counts.days < many * 20);
    counts = {};
    const auto all = "RECURRENCE-ID;VALUE=DATE;RANGE=THISANDFUTURE:10000102\nDTSTART;VALUE=DATE:10000103";
    CHECK(read_series(many, series + "\nEXDATE;VALUE=DATE:10000101", all, counts).skipped.empty());
    CHECK(counts.days < many * 20);
}

TEST_CASE("days, times and zones of what stands for all days after") {
    struct Case {
        std::string series, change, days;
    };
    for (const auto& [series, change, days] : std::vector<Case>{
             {"DTSTART;VALUE=DATE:20261102", from_then_on("20261109", "DTSTART:20261110T180000"),
              "11-02 Tea, 11-17T18:00 Cake, 11-10T18:00 Cake"},
             {"DTSTART:20261102T180000", from_then_on("20261109T180000", "DTSTART;VALUE=DATE:20261110"),
              "11-02T18:00 Tea, 11-17 Cake, 11-10 Cake"},
             // On the clock of the series, which changes, though the change is told in UTC.
             {"DTSTART;TZID=America/New_York:20261018T180000",
              from_then_on("20261025T220000Z", "DTSTART:20261025T230000Z"), "11-02T00:00 Cake"},
         })
        CHECK(names_and_times(event(series + "\nRRULE:FREQ=WEEKLY;COUNT=3") + change) == days);
}

TEST_CASE("a series that is cancelled from a day on ends before it") {
    const std::string end =
        "\nBEGIN:VEVENT\nUID:u\nSTATUS:CANCELLED\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261116T100000\n"
        "DTSTART:20261116T100000\nEND:VEVENT";
    const auto series = event("DTSTART:20261102T100000\nRRULE:FREQ=WEEKLY;COUNT=5");
    CHECK(names_and_times(series + end) == "11-02T10:00 Tea, 11-09T10:00 Tea");
    CHECK(read_calendar(calendar(series + end)).skipped ==
          std::vector<exchange::Skipped>{{9, "an event is cancelled from 2026-11-16 on"}});
}

TEST_CASE("of days after one that the file has no series of it is told") {
    CHECK(read_calendar(calendar(from_then_on("20261116T100000", "DTSTART:20261116T120000").substr(1))).skipped ==
          std::vector<exchange::Skipped>{exchange::noted(
              3, "Cake comes in without the days after it that it changes, for the file has no series of them")});
    CHECK(read_calendar(calendar(event("RECURRENCE-ID;RANGE=THISANDPRIOR:20261116T100000\nDTSTART:20261116T120000")))
              .passed_over == std::vector<std::string>{"RECURRENCE-ID with a RANGE but THISANDFUTURE"});
}
