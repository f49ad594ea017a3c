#include "kith/exchange/write_calendar.hpp"
#include "kith/system/library.hpp"

#include "reading.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <libical/ical.h>

using namespace kith;
using test::refusal;

namespace {

exchange::Batch read_ics(const exchange::Pull& pull, const exchange::ReadOptions& options) {
    const auto library = exchange::calendar_library();
    return exchange::read_ics(pull, options, system::load_library(library.name, library.package));
}

std::string calendar(const std::string& lines) {
    return "BEGIN:VCALENDAR\nVERSION:2.0\n" + lines + "\nEND:VCALENDAR\n";
}

std::string event(const std::string& lines) {
    return "BEGIN:VEVENT\nUID:u\nSUMMARY:Tea\n" + lines + "\nEND:VEVENT";
}

exchange::Batch read(const std::string& text, const exchange::ReadOptions& options = test::options_of_tests()) {
    return test::read(read_ics, text, options);
}

/// `2026-11-22`, `2026-11-22T18:30:00` or `FIRST to LAST` of each event.
std::string days(const std::string& lines, const exchange::ReadOptions& options = test::options_of_tests()) {
    std::string text;
    for (const auto& incoming : read(calendar(event(lines)), options).events) {
        const auto& [start, end] = std::pair(incoming.record.start, incoming.record.end);
        text += (text.empty() ? "" : ", ") + core::to_text(start) + (end ? " to " + core::to_text(*end) : "");
    }
    return text;
}

exchange::ReadOptions options_with(int from_month, int to_month, const std::string& zone = "UTC") {
    auto options = test::options_of_tests();
    options.since = core::make_date(2026, from_month, 1);
    options.until = core::end_of_month(*core::make_date(2026, to_month, 1));
    options.time_zone = zone;
    return options;
}

/// Finds the functions of libical, and counts how many rules it is asked to search.
int* searches_of_test = nullptr;
decltype(&icalrecur_iterator_new) new_iterator = nullptr;

exchange::FindFunction counting(int& searches) {
    searches_of_test = &searches;
    const auto library = exchange::calendar_library();
    return [find = system::load_library(library.name, library.package)](const char* name) {
        if (std::string_view(name) != "icalrecur_iterator_new") return find(name);
        new_iterator = reinterpret_cast<decltype(new_iterator)>(find(name));
        const decltype(new_iterator) counted = [](auto rule, icaltimetype start) {
            ++*searches_of_test;
            return new_iterator(rule, start);
        };
        return reinterpret_cast<void*>(counted);
    };
}

} // namespace

TEST_CASE("a calendar of events, a series with exceptions, and to-dos") {
    auto options = test::options_of_tests();
    options.time_zone = "Europe/Lisbon";
    CHECK(test::shown(read(test::sample("calendar.ics"), options)) == R"(line 30, key ana@example.org
name: Ana Souza
email: ana@example.org
offered

line 32, key bo@example.net
name: Bo Li
email: bo@example.net
offered

line 20, key conf-2026@example.org
name: RustConf 2026
start: 2026-09-09
end: 2026-09-11
place: Montréal, Canada
url: https://example.org/rustconf
tags: rust-meetup | conference
note: Talks on Wednesday;
hallway on Thursday

and dinner.

line 41, key meetup@example.org/2026-09-01
name: Compiler meetup
start: 2026-09-01T18:30:00
end: 2026-09-01T20:30:00

line 41, key meetup@example.org/2027-01-05
name: Compiler meetup
start: 2027-01-05T18:30:00
end: 2027-01-05T20:30:00

line 41, key meetup@example.org/2027-02-02
name: Compiler meetup
start: 2027-02-02T18:30:00
end: 2027-02-02T20:30:00

line 50, key meetup@example.org/2026-10-06
name: Compiler meetup (moved)
start: 2026-10-08T19:00:00
end: 2026-10-08T21:00:00
place: Porto

line 65, key call@example.org
name: Night call
start: 2026-11-22T23:30:00
end: 2026-11-23T00:30:00

line 78, key slides@example.org
created: 2026-11-22
due: 2026-12-06
note: Send Ana the slides
every: +2w

line 86, key done@example.org
due: 2026-11-01T10:00:00
note: Call Bo
done: 2026-10-31

note 35: VALARM, of which kith makes nothing (1 in the file)
skipped 97: VJOURNAL, of which kith makes nothing (1 in the file)
skipped 58: Compiler meetup is cancelled on 2026-12-01
skipped 72: Called off is cancelled
skipped 93: Learn to sail has no day on which it is due
passed over ATTENDEE that is no person
passed over ATTENDEE who has declined
passed over DTSTART of a to-do
)");
}

TEST_CASE("the days of an event") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"DTSTART;VALUE=DATE:20261122", "2026-11-22"},
        {"DTSTART;VALUE=DATE:20261122\nDTEND;VALUE=DATE:20261123", "2026-11-22"},
        {"DTSTART;VALUE=DATE:20261122\nDTEND;VALUE=DATE:20261122", "2026-11-22"},
        {"DTSTART;VALUE=DATE:20261122\nDURATION:P3D", "2026-11-22 to 2026-11-24"},
        {"DTSTART:20261122T180000\nDTEND:20261123T000000", "2026-11-22T18:00:00 to 2026-11-23T00:00:00"},
        {"DTSTART:20261122T180000\nDTEND:20261124T000000", "2026-11-22T18:00:00 to 2026-11-23"},
        {"DTSTART:20261122T183000\nDTEND:20261122T203000", "2026-11-22T18:30:00 to 2026-11-22T20:30:00"},
        {"DTSTART:20261122T183000\nDTEND:20261122T183000", "2026-11-22T18:30:00"},
        {"DTSTART:20261122T100000\nDURATION:PT2H", "2026-11-22T10:00:00 to 2026-11-22T12:00:00"},
        {"DTSTART:20261122T090000Z\nDTEND:20261122T100000Z", "2026-11-22T09:00:00 to 2026-11-22T10:00:00"},
        {"DTSTART:20261122T180000\nDTEND:20261123T010000", "2026-11-22T18:00:00 to 2026-11-23T01:00:00"},
        {"DTSTART:20261122T180000\nDTEND:20261121T010000", "2026-11-22T18:00:00"},
        {"DTSTART:20261122T180000\nDURATION:-PT1H", "2026-11-22T18:00:00"},
        {"DTSTART:20261122T180000\nDURATION:rubbish", "2026-11-22T18:00:00"},
        {"DTSTART;TZID=Asia/Tokyo:20261122T003000", "2026-11-21T15:30:00"},
        {"DTSTART;TZID=No/Where:20261122T003000", "2026-11-22T00:30:00"},
        {"DTSTART;TZID=../../etc/passwd:20261122T003000", "2026-11-22T00:30:00"},
        {"DTSTART;TZID=America/New_York:20261122T180000\nDTEND;TZID=Europe/Lisbon:20261123T010000",
         "2026-11-22T23:00:00 to 2026-11-23T01:00:00"},
    };
    for (const auto& [lines, said] : cases) {
        CAPTURE(lines);
        CHECK(days(lines) == said);
    }
}

TEST_CASE("an end that cannot be one is told") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"DTSTART:20261122T180000\nDTEND:20261122T170000", "the end of Tea, which is before its start"},
        {"DTSTART:20261122\nDTEND:20261120", "the end of Tea, which is before its start"},
        {"DTSTART:20261122T180000\nDURATION:-PT1H", "the end of Tea, which is before its start"},
        {"DTSTART:20261122\nDTEND:20561122", "the end of Tea, which is more than ten years after its start"},
        {"DTSTART:20261122T180000\nDURATION:2 hours", "the duration '2 hours' of Tea, which cannot be read"},
        {"DTSTART:20261122T180000\nDTEND:20261122T170000\nRRULE:FREQ=DAILY;COUNT=3",
         "the end of Tea, which is before its start"},
    };
    for (const auto& [lines, said] : cases) {
        CAPTURE(lines);
        const auto batch = read(calendar(event(lines)));
        REQUIRE(!batch.events.empty());
        CHECK(!batch.events.front().record.end);
        CHECK(batch.skipped == std::vector<exchange::Skipped>{{7, said, true}});
    }
    CHECK(read(calendar(event("DTSTART:20261122\nDTEND:20261122"))).skipped.empty());
}

TEST_CASE("a duration of hours is as long where the clock changes, and one of days ends at the same time") {
    // On 25 October 2026 two o'clock in Lisbon becomes one o'clock.
    const auto here = options_with(1, 12, "Europe/Lisbon");
    const std::string night = "DTSTART;TZID=Europe/Lisbon:20261024T230000\n";
    CHECK(days(night + "DURATION:PT6H", here) == "2026-10-24T23:00:00 to 2026-10-25T04:00:00");
    CHECK(days(night + "DURATION:P1D", here) == "2026-10-24T23:00:00 to 2026-10-25T23:00:00");
    CHECK(days(night + "DURATION:P1DT2H", here) == "2026-10-24T23:00:00 to 2026-10-26T01:00:00");
    CHECK(days(night + "DTEND;TZID=Europe/Lisbon:20261025T050000", here) ==
          "2026-10-24T23:00:00 to 2026-10-25T05:00:00");
    CHECK(days("DTSTART:20261024T230000\nDURATION:PT6H", here) == "2026-10-24T23:00:00 to 2026-10-25T05:00:00");
}

TEST_CASE("a file of rules that never come true is not searched for each of them") {
    const std::vector<std::string> rules{"FREQ=MONTHLY;BYMONTHDAY=1,2,3;BYDAY=MO;BYSETPOS=2",
                                         "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,3;INTERVAL=2",
                                         "FREQ=YEARLY;BYYEARDAY=366;INTERVAL=2",
                                         "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTH=6",
                                         "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31",
                                         "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"};
    int searches = 0;
    for (const auto& rule : rules) {
        CAPTURE(rule);
        std::string lines;
        for (int i = 0; i < 100; ++i) lines += event("DTSTART:20270227T100000\nRRULE:" + rule) + "\n";
        lines += event("DTSTART:20270227T100000\nRRULE:FREQ=WEEKLY;BYDAY=SA,SU;COUNT=3");
        const auto batch =
            exchange::read_ics(exchange::pull_from(calendar(lines)), test::options_of_tests(), counting(searches));
        CHECK(batch.events.size() == 103);
        CHECK(batch.skipped.size() == 100);
    }
    CHECK(searches == 5 * 3 + 1); // Two of each kind that nothing but a search tells, and the one that comes true.
}

TEST_CASE("a rule is searched up to the last day that is asked for") {
    const auto told = [](const std::string& lines) {
        const auto batch = read(calendar(event(lines)));
        return batch.skipped.empty() ? "" : batch.skipped.front().reason;
    };
    CHECK(told("DTSTART:20200206T100000\nRRULE:FREQ=DAILY;INTERVAL=7;BYDAY=TU").empty());
    CHECK(told("DTSTART:00010105T100000\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO") ==
          "Tea recurs by a rule that takes too long to work out");
    CHECK(told("DTSTART:20261122T100000\nRRULE:FREQ=DAILY;BYMINUTE=0,15,30,45;BYHOUR=1,2,3,4,5,6,7") ==
          "Tea recurs more than 24 times a day");
    CHECK(told("DTSTART;VALUE=DATE:16040502\nRRULE:FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=2").empty());
    CHECK(told("DTSTART:20000103T100000\nRRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR").empty());
}

TEST_CASE("an event that kith wrote into a calendar comes back with its days and times") {
    for (const auto& [start, end] : std::vector<std::pair<std::string, std::string>>{
             {"2026-12-03", ""},
             {"2026-12-03", "2026-12-05"},
             {"2026-12-03T18:30:00", ""},
             {"2026-12-03T18:30:00", "2026-12-03T20:00:00"},
             {"2026-12-03T22:00:00", "2026-12-04T00:00:00"},
             {"2026-12-03T18:30:00", "2026-12-05T12:00:00"},
             {"2026-12-03T18:30:00", "2026-12-05"},
         }) {
        CAPTURE(start + " to " + end);
        core::Event written;
        written.id.text = "tea";
        written.name = "Tea";
        written.start = *core::parse_iso_moment(start);
        if (!end.empty()) written.end = core::parse_iso_moment(end);
        const std::vector items{exchange::entry_of(written, core::People{})};
        const auto batch = read(exchange::write_calendar(items, {*core::make_date(2026, 11, 22), {}}),
                                options_with(12, 12, "America/New_York"));
        REQUIRE(batch.events.size() == 1);
        CHECK(batch.events.front().record.start == written.start);
        CHECK(batch.events.front().record.end == written.end);
    }
}

TEST_CASE("a time in UTC is read where the user is") {
    const std::string night = "DTSTART:20261122T233000Z\nDTEND:20261122T235900Z";
    CHECK(days(night) == "2026-11-22T23:30:00 to 2026-11-22T23:59:00");
    CHECK(days(night, options_with(1, 12, "Asia/Tokyo")) == "2026-11-23T08:30:00 to 2026-11-23T08:59:00");
    CHECK(days(night, options_with(1, 12, "America/New_York")) == "2026-11-22T18:30:00 to 2026-11-22T18:59:00");
    CHECK(refusal(read_ics, calendar(event(night)), options_with(1, 12, "Europe/Lissabon")) ==
          "there is no time zone 'Europe/Lissabon'");
}

TEST_CASE("a time in another zone is that of the clock where the user is") {
    const auto here = options_with(1, 12, "Europe/Lisbon");
    const std::string evening = "DTSTART;TZID=America/New_York:20261122T200000\n"
                                "DTEND;TZID=America/New_York:20261122T213000";
    CHECK(days(evening, here) == "2026-11-23T01:00:00 to 2026-11-23T02:30:00");
    CHECK(days(evening, options_with(1, 12, "Asia/Tokyo")) == "2026-11-23T10:00:00 to 2026-11-23T11:30:00");
    CHECK(days("DTSTART:20261122T200000\nDTEND:20261122T213000", here) == "2026-11-22T20:00:00 to 2026-11-22T21:30:00");
    CHECK(days("DTSTART;TZID=America/New_York:20261122", here) == "2026-11-22");

    // Summer time ends on 25 October in Lisbon and on 1 November in New York.
    CHECK(days("DTSTART;TZID=America/New_York:20261022T150000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=3", here) ==
          "2026-10-22T20:00:00 to 2026-10-22T21:00:00, 2026-10-29T19:00:00 to 2026-10-29T20:00:00, "
          "2026-11-05T20:00:00 to 2026-11-05T21:00:00");

    const auto todo =
        read(calendar("BEGIN:VTODO\nSUMMARY:Tea\nDUE;TZID=America/New_York:20261122T200000\nEND:VTODO"), here);
    REQUIRE(todo.followups.size() == 1);
    CHECK(core::to_text(todo.followups.front().record.due) == "2026-11-23T01:00:00");
}

TEST_CASE("the keys of a series are the same wherever it is read") {
    const auto text = calendar(event("DTSTART;TZID=America/New_York:20261122T200000\nRRULE:FREQ=WEEKLY;COUNT=2"));
    for (const std::string zone : {"Europe/Lisbon", "America/New_York"}) {
        const auto batch = read(text, options_with(11, 11, zone));
        REQUIRE(batch.events.size() == 2);
        CHECK(batch.events.front().key == "u/2026-11-22");
        CHECK(batch.events.back().key == "u/2026-11-29");
    }
}

TEST_CASE("a zone that nobody knows is told where it is first named, and its times are local") {
    const auto here = options_with(1, 12, "Europe/Lisbon");
    const auto text = event("DTSTART;TZID=No/Where:20261122T003000\nDTEND;TZID=No/Where:20261122T013000");
    const auto batch = read(calendar(text + "\n" + text), here);
    CHECK(batch.skipped ==
          std::vector<exchange::Skipped>{
              {6, "the time zone 'No/Where', which is not known: its times are taken as local", true}});
    CHECK(core::to_text(batch.events.front().record.start) == "2026-11-22T00:30:00");

    // A description without an offset says nothing, and the system has the zone by its name.
    const std::string empty = "BEGIN:VTIMEZONE\nTZID:Asia/Tokyo\nEND:VTIMEZONE\n";
    const auto known = read(calendar(empty + event("DTSTART;TZID=Asia/Tokyo:20261122T093000")), here);
    CHECK(known.skipped.empty());
    CHECK(core::to_text(known.events.front().record.start) == "2026-11-22T00:30:00");
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
    const auto weekly = read(calendar(event("DTSTART;VALUE=DATE:20200105\nRRULE:FREQ=WEEKLY"))).events;
    REQUIRE(weekly.size() == 105);
    CHECK(weekly.front().record.start.date == *core::make_date(2025, 11, 23));
    CHECK(weekly.front().key == "u/2025-11-23");
    CHECK(weekly.back().record.start.date == *core::make_date(2027, 11, 21));
    CHECK(days("DTSTART;VALUE=DATE:20100105") == "2010-01-05");
    CHECK(days("DTSTART;VALUE=DATE:20100105", options_with(1, 12)).empty());
}

TEST_CASE("a to-do that is done is not done on a day to come") {
    const auto done = [](const std::string& due) {
        const auto batch = read(calendar("BEGIN:VTODO\nSUMMARY:Tea\nDUE:" + due + "\nSTATUS:COMPLETED\nEND:VTODO"));
        REQUIRE(batch.followups.size() == 1);
        return core::to_text(batch.followups.front().record.done.value());
    };
    CHECK(done("20261224") == "2026-11-22");
    CHECK(done("20261120") == "2026-11-20");
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
        const auto batch = read(calendar(event("DTSTART:20261122T100000\nRRULE:" + rule)), options_with(11, 11));
        CHECK(!batch.events.empty());
        CHECK((batch.skipped.empty() ? "" : batch.skipped.front().reason) == said);
        CHECK(std::ranges::all_of(batch.skipped, &exchange::Skipped::is_note)); // The first day comes in.
    }
    const auto old = read(calendar(event("DTSTART:20200101T100000\nRRULE:FREQ=DAILY;BYHOUR=8,9,10,11,12,13,14,15,16")));
    CHECK(old.skipped == std::vector<exchange::Skipped>{{3, "Tea recurs too often to be written out to the end"}});
}

TEST_CASE("the series of a calendar are written out up to so many days, and which are not is told") {
    std::string lines;
    for (int i = 0; i < 60; ++i) lines += event("DTSTART;VALUE=DATE:20200101\nRRULE:FREQ=DAILY") + "\n";
    const auto batch = read(calendar(lines + event("DTSTART;VALUE=DATE:20261122")));
    CHECK(batch.events.size() == 41 * 731 + 1);
    REQUIRE(batch.skipped.size() == 19);
    CHECK(batch.skipped.front() ==
          exchange::Skipped{249, "Tea is not written out: the series of this file have more than 30000 days; --since "
                                 "and --until make them fewer"});
}

TEST_CASE("a to-do's rule is an interval where it says no more than one") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"FREQ=DAILY", "+1d"},
        {"FREQ=WEEKLY;INTERVAL=2;WKST=SU", "+2w"},
        {"FREQ=WEEKLY;BYDAY=MO", "+1w"},
        {"FREQ=MONTHLY;BYMONTHDAY=15", "+1m"},
        {"freq=yearly;bymonth=5;bymonthday=2", "+1y"},
        {"FREQ=WEEKLY;BYDAY=MO,FR", ""},
        {"FREQ=MONTHLY;BYDAY=1MO", ""},
        {"FREQ=MONTHLY;BYDAY=MO", ""},
        {"FREQ=WEEKLY;COUNT=3", ""},
        {"FREQ=HOURLY", ""},
    };
    for (const auto& [rule, every] : cases) {
        CAPTURE(rule);
        const auto batch = read(calendar("BEGIN:VTODO\nSUMMARY:Tea\nDUE:20261122\nRRULE:" + rule + "\nEND:VTODO"));
        REQUIRE(batch.followups.size() == 1);
        CHECK(batch.followups.front().record.every == every);
        CHECK(batch.skipped.size() == (every.empty() ? 1 : 0));
        CHECK(std::ranges::all_of(batch.skipped, &exchange::Skipped::is_note));
    }
}

TEST_CASE("what is wrong with a calendar is said with its line") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"", ""},
        {"hello\n", "1: this is not within a calendar"},
        {"BEGIN:VEVENT\nEND:VEVENT\n", "1: this is not within a calendar"},
        {"BEGIN:VCALENDAR\n", "1: VCALENDAR begins here and has no end"},
        {calendar("BEGIN:VEVENT\nSUMMARY:Tea"), "3: VEVENT begins here and has no end"},
        {calendar(event("DTSTART:2026-11-22")), "6: '2026-11-22' is no date"},
        {calendar(event("DTSTART:20261322")), "6: '20261322' is no date"},
        {calendar(event("DTSTART:20261122T250000")), "6: '20261122T250000' is no date"},
        {calendar(event("DTSTART:20261122\nwhat")), "7: this is no line of a calendar"},
        {calendar(event("DTSTART:20261122\nLOCATION:Caf\xE9")), "7: 'LOCATION' is not text in UTF-8"},
        {calendar(event(std::string("DTSTART:20261122\nLOCATION:a\0b", 29))), "7: 'LOCATION' has a NUL byte in it"},
        {calendar(event("LOCATION:here")), "3: this event has no start"},
        {calendar("") + "END:VEVENT\n", "5: nothing of this name has begun"},
    };
    for (const auto& [text, said] : cases) {
        CAPTURE(text);
        CHECK(refusal(read_ics, text) == said);
    }
    CHECK(refusal(
              [](const auto& pull, const auto& options) {
                  return exchange::read_ics(pull, options, [](const char*) { return nullptr; });
              },
              calendar(""))
              .ends_with("has no function icaltime_convert_to_zone"));
}

TEST_CASE("everything of a calendar's entries that has no place in kith is named, with how often") {
    using Names = std::vector<std::string>;
    CHECK(read(calendar("X-WR-CALNAME:Mine\nMETHOD:PUBLISH\n" +
                        event("DTSTART:20261122\nDTSTAMP:20261101T000000Z\nCREATED:20261101T000000Z\nSEQUENCE:3\n"
                              "LAST-MODIFIED:20261101T000000Z\nSTATUS:CONFIRMED\nGEO:\nURL:a\nURL:a")))
              .passed_over.empty());
    const auto batch = read(calendar(
        event("DTSTART:20261122\nPRIORITY:1\nGEO:1;2\nSTATUS:TENTATIVE\nTRANSP:OPAQUE\nURL:a\nURL:b") + "\n" +
        event("DTSTART:20261122\nPRIORITY:1\nX-ABC:\n d") +
        "\nBEGIN:VTODO\nSUMMARY:Tea\nDTSTART:20261122\nDUE:20261123\nLOCATION:here\nPERCENT-COMPLETE:50\nEND:VTODO"));
    CHECK(batch.passed_over == Names{"PRIORITY (2)", "GEO", "STATUS", "TRANSP", "URL beyond the first", "X-ABC",
                                     "LOCATION of a to-do", "PERCENT-COMPLETE", "DTSTART of a to-do"});
}

TEST_CASE("a broken event is passed over and told where that is asked for") {
    auto options = test::options_of_tests();
    options.skips_broken = true;
    const auto batch = read(calendar(event("DTSTART:soon") + "\n" + event("DTSTART:20261122")), options);
    REQUIRE(batch.events.size() == 1);
    CHECK(batch.skipped == std::vector<exchange::Skipped>{{6, "'soon' is no date"}});
}

TEST_CASE("who is called by the family name first is called as people say it") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"\"Souza, Ana\"", "Ana Souza"},
        {"\"SOUZA SILVA,ANA\"", "ANA SOUZA SILVA"},
        {"\"Ōe, 健\"", "健 Ōe"},
        {"Ana Souza", "Ana Souza"},
        {"\"Souza, Ana, Acme\"", "Souza, Ana, Acme"},
        {"\"Souza, Ana (Acme)\"", "Souza, Ana (Acme)"},
        {"\"Ana Souza, PhD\"", "Ana Souza, PhD"},
        {"\"Ana Souza, CTO\"", "Ana Souza, CTO"},
        {"\"Bo Li, Jr.\"", "Bo Li, Jr."},
        {"\"Souza, 2\"", "Souza, 2"},
        {"\"Souza,\"", "Souza,"},
        {"\", Ana\"", ", Ana"},
    };
    for (const auto& [written, said] : cases) {
        CAPTURE(written);
        const auto batch = read(calendar(event("DTSTART:20261122\nATTENDEE;CN=" + written + ":mailto:a@example.org")));
        REQUIRE(batch.people.size() == 1);
        CHECK(batch.people.front().record.name == said);
    }
}

TEST_CASE("an attachment is not held in memory") {
    CHECK(days("DTSTART:20261122\nATTACH;ENCODING=BASE64:" + std::string(3 * 1024 * 1024, 'A')) == "2026-11-22");
}

TEST_CASE("a follow-up that kith wrote into a calendar is not brought in a second time") {
    const auto batch = read(calendar("BEGIN:VEVENT\nUID:kith-followup-m3qd8w1z\nSUMMARY:Bo Li: message\n"
                                     "DTSTART;VALUE=DATE:20261122\nEND:VEVENT\nBEGIN:VTODO\nUID:kith-cadence-bo-li\n"
                                     "SUMMARY:Bo Li\nDUE;VALUE=DATE:20261122\nEND:VTODO"));
    CHECK(batch.events.empty());
    CHECK(batch.followups.empty());
    CHECK(batch.skipped.size() == 2);
}

TEST_CASE("entries without a UID are told by their text and day, and those that are the same by their number") {
    const auto to_do = [](const std::string& due) {
        return "BEGIN:VTODO\nSUMMARY:Call\nDUE;VALUE=DATE:" + due + "\nEND:VTODO\n";
    };
    const std::string standup = "BEGIN:VEVENT\nSUMMARY:Standup\nDTSTART:20261201T090000\nEND:VEVENT\n";
    const auto batch = read(calendar(to_do("20261202") + to_do("20261209") + to_do("20261202") + standup + standup));
    REQUIRE(batch.followups.size() == 3);
    CHECK(batch.followups[0].key == "Call/2026-12-02");
    CHECK(batch.followups[1].key == "Call/2026-12-09");
    CHECK(batch.followups[2].key == "Call/2026-12-02 2");
    REQUIRE(batch.events.size() == 2);
    CHECK(batch.events[0].key == "Standup/2026-12-01");
    CHECK(batch.events[1].key == "Standup/2026-12-01 2");
}
