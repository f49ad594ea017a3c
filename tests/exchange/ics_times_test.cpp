// The days, times and zones of a calendar's entries.
#include "kith/exchange/write_calendar.hpp"
#include "kith/system/local_time.hpp"

#include "calendar_reading.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace kith;
using namespace kith::test;

namespace {

/// A zone an hour ahead of UTC.
std::string described(const std::string& zone) {
    return "BEGIN:VTIMEZONE\nTZID:" + zone +
           "\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\n"
           "END:STANDARD\nEND:VTIMEZONE\n";
}

} // namespace

TEST_CASE("the days of an event") {
    const std::string midnights = "DTSTART;TZID=Asia/Tokyo:20261214T000000\nDTEND;TZID=Asia/Tokyo:20261216T000000\n"
                                  "X-MICROSOFT-CDO-ALLDAYEVENT:";
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
        {midnights + "TRUE", "2026-12-14 to 2026-12-15"},
        {midnights + "true\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;TZID=Asia/Tokyo:20261221T000000",
         "2026-12-14 to 2026-12-15, 2026-12-28 to 2026-12-29"},
        {midnights + "FALSE", "2026-12-13T15:00:00 to 2026-12-15T15:00:00"},
        {"DTSTART:20261214T090000\nDTEND:20261216T000000\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
         "2026-12-14T09:00:00 to 2026-12-15"},
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
        {"DTSTART:20261122T180000\nDTEND:20261122T170000", "Tea comes in without its end, which is before its start"},
        {"DTSTART:20261122\nDTEND:20261120", "Tea comes in without its end, which is before its start"},
        {"DTSTART:20261122T180000\nDURATION:-PT1H", "Tea comes in without its end, which is before its start"},
        {"DTSTART:20261122\nDTEND:20561122",
         "Tea comes in without its end, which is more than ten years after its start"},
        {"DTSTART:20261122T180000\nDURATION:2 hours", "Tea comes in without the duration '2 hours': it cannot be read"},
        {"DTSTART:20261122T180000\nDTEND:20261122T170000\nRRULE:FREQ=DAILY;COUNT=3",
         "Tea comes in without its end, which is before its start"},
    };
    for (const auto& [lines, said] : cases) {
        CAPTURE(lines);
        const auto batch = read_calendar(calendar(event(lines)));
        REQUIRE(!batch.events.empty());
        CHECK(!batch.events.front().record.end);
        CHECK(batch.skipped == std::vector<exchange::Skipped>{{7, said, true}});
    }
    CHECK(read_calendar(calendar(event("DTSTART:20261122\nDTEND:20261122"))).skipped.empty());
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
        const auto batch = read_calendar(exchange::write_calendar(items, {*core::make_date(2026, 11, 22), {}}),
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
        read_calendar(calendar("BEGIN:VTODO\nSUMMARY:Tea\nDUE;TZID=America/New_York:20261122T200000\nEND:VTODO"), here);
    REQUIRE(todo.followups.size() == 1);
    CHECK(core::to_text(todo.followups.front().record.due) == "2026-11-23T01:00:00");
}

TEST_CASE("a zone that nobody knows is told where it is first named, and its times are local") {
    const auto here = options_with(1, 12, "Europe/Lisbon");
    const auto text = event("DTSTART;TZID=No/Where:20261122T003000\nDTEND;TZID=No/Where:20261122T013000");
    const auto batch = read_calendar(calendar(text + "\n" + text), here);
    CHECK(batch.skipped == std::vector<exchange::Skipped>{
                               {6, "the time zone 'No/Where' is not known: its times are taken as local", true}});
    CHECK(core::to_text(batch.events.front().record.start) == "2026-11-22T00:30:00");

    // A description without an offset says nothing, and the system has the zone by its name.
    const std::string empty = "BEGIN:VTIMEZONE\nTZID:Asia/Tokyo\nEND:VTIMEZONE\n";
    const auto known = read_calendar(calendar(empty + event("DTSTART;TZID=Asia/Tokyo:20261122T093000")), here);
    CHECK(known.skipped.empty());
    CHECK(core::to_text(known.events.front().record.start) == "2026-11-22T00:30:00");
}

TEST_CASE("a zone whose name is of no place is what the file says it is") {
    const auto here = options_with(1, 12, "Europe/Lisbon");
    for (const std::string zone : {"Customized Time Zone", "EST", "/example.org/Mine/Here"}) {
        CAPTURE(zone);
        const auto text = event("DTSTART;TZID=" + zone + ":20261122T120000\nDTEND;TZID=Asia/Tokyo:20261122T210000");
        const auto batch = read_calendar(calendar(described(zone) + text), here);
        CHECK(core::to_text(batch.events.front().record.start) == "2026-11-22T11:00:00");
        CHECK(core::to_text(batch.events.front().record.end.value()) == "2026-11-22T12:00:00");
        CHECK(batch.skipped.empty());
    }
    CHECK(days("DTSTART;TZID=EST:20261122T120000", here) == "2026-11-22T17:00:00");
}

TEST_CASE("times of past years are those that the clocks showed then") {
    const auto start = [](const std::string& line, const std::string& user_zone) {
        auto options = options_of_tests();
        options.time_zone = user_zone;
        return days(line, options);
    };
    CHECK(start("DTSTART:20150701T210000Z", "Asia/Jerusalem") == "2015-07-02T00:00:00");
    CHECK(start("DTSTART:20140601T023000Z", "America/Sao_Paulo") == "2014-05-31T23:30:00");
    const std::vector<std::pair<std::string, std::string>> cases{
        {"Asia/Tehran:20180701T120000", "2018-07-01T07:30:00"},
        {"America/Asuncion:20140701T120000", "2014-07-01T16:00:00"},
        {"Pacific/Fiji:20111215T120000", "2011-12-14T23:00:00"},
        {"Asia/Damascus:20050701T120000", "2005-07-01T09:00:00"},
        {"Europe/Lisbon:20260329T013000", "2026-03-29T01:30:00"}, // A time that the clock leaps over.
        {"Europe/Lisbon:20261025T013000", "2026-10-25T00:30:00"}, // One that it shows twice.
    };
    for (const auto& [zone, said] : cases) {
        CAPTURE(zone);
        CHECK(start("DTSTART;TZID=" + zone, "UTC") == said);
    }
}

TEST_CASE("a zone is known by its name on Windows, and with the name of a program before it") {
    const auto here = options_with(1, 12, "Europe/Lisbon");
    const std::vector<std::pair<std::string, std::string>> cases{
        {"Eastern Standard Time", "2026-11-22T17:00:00"},
        {"AUS Central Standard Time", "2026-11-22T02:30:00"},
        {"India Standard Time", "2026-11-22T06:30:00"},
        {"W. Europe Standard Time", "2026-11-22T11:00:00"},
        {"Yukon Standard Time", "2026-11-22T19:00:00"},
        {"/freeassociation.sourceforge.net/America/New_York", "2026-11-22T17:00:00"},
        {"/Europe/London", "2026-11-22T12:00:00"},
        {"/mozilla.org/20050126_1/Europe/London", "2026-11-22T12:00:00"},
        {"/mozilla.org/20050126_1/America/Argentina/Ushuaia", "2026-11-22T15:00:00"},
    };
    for (const auto& [zone, said] : cases) {
        CAPTURE(zone);
        const auto text = event("DTSTART;TZID=" + zone + ":20261122T120000");
        const auto batch = read_calendar(calendar(text), here);
        CHECK(core::to_text(batch.events.front().record.start) == said);
        CHECK(batch.skipped.empty());

        // Many a file describes but the rules of its day.
        CHECK(core::to_text(read_calendar(calendar(described(zone) + text), here).events.front().record.start) == said);
    }
    for (const std::string unknown :
         {"Eastern Standard", "/", "/Europe", "/mozilla.org/", "/a/b/c/d", "/a/../London"}) {
        CAPTURE(unknown);
        const auto batch = read_calendar(calendar(event("DTSTART;TZID=" + unknown + ":20261122T120000")), here);
        CHECK(batch.skipped.size() == 1);
    }
}
