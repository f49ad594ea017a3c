// What is read of a calendar; its series are in calendar_series_test.cpp.
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

TEST_CASE("a calendar of events, a series with exceptions, and to-dos") {
    auto options = options_of_tests();
    options.time_zone = "Europe/Lisbon";
    CHECK(test::shown(read_calendar(test::sample("calendar.ics"), options)) == R"(line 30, key ana@example.org
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

line 65, key call@example.org
name: Night call
start: 2026-11-22T23:30:00
end: 2026-11-23T00:30:00

line 50, key meetup@example.org/2026-10-06
name: Compiler meetup (moved)
start: 2026-10-08T19:00:00
end: 2026-10-08T21:00:00
place: Porto

line 78, key slides@example.org
created: 2026-11-22
due: 2026-12-06
note: Send Ana the slides
every: +2w

line 86, key done@example.org
due: 2026-11-01T10:00:00
note: Call Bo
done: 2026-10-31

note 35: kith makes nothing of VALARM (1 in the file)
skipped 97: kith makes nothing of VJOURNAL (1 in the file)
skipped 72: Called off is cancelled
skipped 93: Learn to sail has no day on which it is due
skipped 58: Compiler meetup is cancelled on 2026-12-01
passed over ATTENDEE that is no person
passed over ATTENDEE who has declined
passed over DTSTART of a to-do
)");
}

TEST_CASE("a to-do that is done is not done on a day to come") {
    const auto done = [](const std::string& due) {
        const auto batch =
            read_calendar(calendar("BEGIN:VTODO\nSUMMARY:Tea\nDUE:" + due + "\nSTATUS:COMPLETED\nEND:VTODO"));
        REQUIRE(batch.followups.size() == 1);
        return core::to_text(batch.followups.front().record.done.value());
    };
    CHECK(done("20261224") == "2026-11-22");
    CHECK(done("20261120") == "2026-11-20");
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
        const auto batch =
            read_calendar(calendar("BEGIN:VTODO\nSUMMARY:Tea\nDUE:20261122\nRRULE:" + rule + "\nEND:VTODO"));
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
        {calendar(event("DTSTART:20261122\nLOCATION:Caf\xE9")),
         "7: 'LOCATION' is not text in UTF-8; 'iconv -f WINDOWS-1252 -t UTF-8' makes it so where the file is an older "
         "program's"},
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
                  return exchange::read_ics(
                      pull, options, [](const char*) { return nullptr; }, system::zone_offset);
              },
              calendar(""))
              .ends_with("has no function icaltime_convert_to_zone"));
}

TEST_CASE("of several versions of an entry the latest comes in, and the earlier ones are told") {
    const auto version = [](const std::string& sequence, const std::string& lines) {
        return event((sequence.empty() ? "" : "SEQUENCE:" + sequence + "\n") + lines) + "\n";
    };
    const std::vector<exchange::Skipped> told{{3, "an earlier version of Tea"}};
    const auto single =
        read_calendar(calendar(version("", "DTSTART:20261207T180000") + version("2", "DTSTART:20261208T180000") +
                               version("2", "DTSTART:20261209T180000")));
    CHECK(single.events.size() == 2); // Two of the same number are two.
    CHECK(single.skipped == told);

    const auto series = version("9", "DTSTART:20261201T180000\nRRULE:FREQ=WEEKLY;COUNT=2");
    const std::string one = "RECURRENCE-ID:20261208T180000\n";
    const auto replaced = read_calendar(calendar(version("3", one + "DTSTART:20261209T180000") +
                                                 version("4", one + "DTSTART:20261210T180000") + series));
    REQUIRE(replaced.events.size() == 2);
    CHECK(core::to_text(replaced.events.back().record.start) == "2026-12-10T18:00:00");
    CHECK(replaced.skipped == told);

    const auto back = read_calendar(
        calendar(version("1", "DTSTART:20261207T180000\nSTATUS:CANCELLED") + version("2", "DTSTART:20261207T180000")));
    CHECK(back.events.size() == 1);
    CHECK(back.series.empty());
    CHECK(back.skipped == told);
}

TEST_CASE("everything of a calendar's entries that has no place in kith is named, with how often") {
    using Names = std::vector<std::string>;
    CHECK(read_calendar(
              calendar("X-WR-CALNAME:Mine\nMETHOD:PUBLISH\n" +
                       event("DTSTART:20261122\nDTSTAMP:20261101T000000Z\nCREATED:20261101T000000Z\nSEQUENCE:3\n"
                             "LAST-MODIFIED:20261101T000000Z\nSTATUS:CONFIRMED\nGEO:\nURL:a\nURL:a")))
              .passed_over.empty());
    const auto batch = read_calendar(calendar(
        event("DTSTART:20261122\nPRIORITY:1\nGEO:1;2\nSTATUS:TENTATIVE\nTRANSP:OPAQUE\nURL:a\nURL:b") + "\n" +
        event("DTSTART:20261122\nPRIORITY:1\nX-ABC:\n d") +
        "\nBEGIN:VTODO\nSUMMARY:Tea\nDTSTART:20261122\nDUE:20261123\nLOCATION:here\nPERCENT-COMPLETE:50\nEND:VTODO"));
    CHECK(batch.passed_over == Names{"PRIORITY (2)", "GEO", "STATUS", "TRANSP", "URL beyond the first", "X-ABC",
                                     "LOCATION of a to-do", "PERCENT-COMPLETE", "DTSTART of a to-do"});
}

TEST_CASE("a broken event is passed over and told where that is asked for") {
    auto options = options_of_tests();
    options.skips_broken = true;
    const auto batch = read_calendar(calendar(event("DTSTART:soon") + "\n" + event("DTSTART:20261122")), options);
    REQUIRE(batch.events.size() == 1);
    CHECK(batch.skipped == std::vector<exchange::Skipped>{{6, "'soon' is no date"}});
}

TEST_CASE("an event that holds too much, or too deep, is passed over where that is asked for") {
    auto options = options_of_tests();
    options.skips_broken = true;
    const auto nested = [](int depth) {
        std::string text;
        for (int i = 0; i < depth; ++i) text += "\nBEGIN:X";
        for (int i = 0; i < depth; ++i) text += "\nEND:X";
        return text;
    };
    const std::string soft_breaks =
        "DESCRIPTION;ENCODING=QUOTED-PRINTABLE:" + std::string(1024 * 1024, 'a') + "=\naa=\nb";
    const std::vector<std::pair<std::string, exchange::Skipped>> cases{
        {event("DTSTART:20261122\nDESCRIPTION:" + std::string(1024 * 1024 + 1, 'a')),
         {7, "'DESCRIPTION' holds more than a megabyte"}},
        {event("DTSTART:20261122\n" + soft_breaks), {7, "'DESCRIPTION' holds more than a megabyte"}},
        {event("DTSTART:20261122" + nested(19)), {25, "this is nested too deeply"}},
        {"BEGIN:X" + nested(24) + "\nEND:X", {22, "this is nested too deeply"}},
        {event("DTSTART:20261122" + nested(18)), {}},
    };
    for (const auto& [broken, told] : cases) {
        CAPTURE(told.reason);
        const auto text = calendar(broken + "\n" + event("DTSTART:20261124"));
        const auto batch = read_calendar(text, options);
        REQUIRE(!batch.events.empty());
        CHECK(core::to_text(batch.events.back().record.start) == "2026-11-24");
        CHECK(batch.events.size() == (told.line == 0 ? 2 : 1));
        if (told.line == 0) continue;
        CHECK(std::ranges::find(batch.skipped, told) != batch.skipped.end());
        CHECK(refusal(read_ics, text) == std::to_string(told.line) + ": " + told.reason);
    }
}

TEST_CASE("of a calendar that was cut off only events that are alone come in") {
    auto options = options_of_tests();
    options.skips_broken = true;
    const std::string begin = "BEGIN:VCALENDAR\n";
    const auto alone = event("DTSTART:20261122") + "\n";
    const auto series = event("DTSTART:20261201\nRRULE:FREQ=WEEKLY;COUNT=3") + "\n";
    const auto cancelled = event("DTSTART:20261208\nRECURRENCE-ID:20261208\nSTATUS:CANCELLED") + "\n";
    const exchange::Skipped cut{1, "the file was cut off: it has no END:VCALENDAR", true};
    const std::string why = "Tea recurs, and what changes its days may have been cut off";
    for (const std::string end : {"BEGIN:VEVENT\nSUMMARY:Ca", "END:VEV"}) {
        CAPTURE(end);
        const auto batch = read_calendar(begin + alone + series + cancelled + end, options);
        CHECK(batch.events.size() == 1);
        CHECK(batch.series.empty());
        std::vector<exchange::Skipped> told{cut, {7, why}, {13, why}};
        if (end == "END:VEV") told.insert(told.begin(), {20, "nothing of this name has begun"});
        CHECK(batch.skipped == told);
    }
}

TEST_CASE("an event has a thousand categories, and those beyond are told") {
    std::string categories = "\nCATEGORIES:c0";
    for (int i = 1; i < 1002; ++i) categories += ",c" + std::to_string(i);
    const auto batch = read_calendar(calendar(event("DTSTART:20261122" + categories)));
    CHECK(batch.events.front().record.tags.size() == 1000);
    CHECK(batch.passed_over == std::vector<std::string>{"CATEGORIES beyond 1000 (2)"});
}

TEST_CASE("a category that makes no tag is told") {
    const auto batch = read_calendar(calendar(event("DTSTART:20261122\nCATEGORIES:!!!,Rust,,?")));
    CHECK(batch.events.front().record.tags == std::vector<std::string>{"rust"});
    CHECK(batch.passed_over == std::vector<std::string>{"CATEGORIES without a letter or digit (2)"});
}

TEST_CASE("an attachment is not held in memory") {
    CHECK(days("DTSTART:20261122\nATTACH;ENCODING=BASE64:" + std::string(3 * 1024 * 1024, 'A')) == "2026-11-22");
}

TEST_CASE("a follow-up that kith wrote into a calendar is not brought in a second time") {
    const auto batch =
        read_calendar(calendar("BEGIN:VEVENT\nUID:kith-followup-m3qd8w1z\nSUMMARY:Bo Li: message\n"
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
    const auto batch =
        read_calendar(calendar(to_do("20261202") + to_do("20261209") + to_do("20261202") + standup + standup));
    REQUIRE(batch.followups.size() == 3);
    CHECK(batch.followups[0].key == "Call/2026-12-02");
    CHECK(batch.followups[1].key == "Call/2026-12-09");
    CHECK(batch.followups[2].key == "Call/2026-12-02 2");
    REQUIRE(batch.events.size() == 2);
    CHECK(batch.events[0].key == "Standup/2026-12-01");
    CHECK(batch.events[1].key == "Standup/2026-12-01 2");
}

TEST_CASE("a to-do is not done with one of its days, and two of one UID are two") {
    const auto todo = [](const std::string& lines) {
        return "BEGIN:VTODO\nUID:t\nSUMMARY:Water\n" + lines + "\nEND:VTODO\n";
    };
    const auto repeating = read_calendar(
        calendar(todo("DUE:20261119\nRRULE:FREQ=WEEKLY") +
                 todo("DUE:20261119\nRECURRENCE-ID:20261119\nSTATUS:COMPLETED\nCOMPLETED:20261119T100000Z")));
    REQUIRE(repeating.followups.size() == 1);
    CHECK_FALSE(repeating.followups.front().record.done.has_value());
    CHECK(repeating.skipped.back().reason == "one day of the to-do Water, which repeats");

    const auto two = read_calendar(calendar(todo("DUE:20261201") + todo("DUE:20261203") + todo("DUE:20261203")));
    REQUIRE(two.followups.size() == 2);
    CHECK(two.followups[1].key == "t/2026-12-03");
    CHECK(two.skipped.size() == 1);
}

TEST_CASE("a calendar of an older program is read as such where quoted-printable does not say what it is") {
    const auto batch = read_calendar(calendar(event("DTSTART:20261122\nLOCATION;ENCODING=QUOTED-PRINTABLE:Caf=E9")));
    CHECK(batch.events.at(0).record.place == "Café");
    CHECK(batch.encoding == "Windows-1252");
}

TEST_CASE("what kith computed for a calendar is not brought in, and what brings it back is told") {
    const auto told = [](const std::string& uid) {
        const auto batch =
            read_calendar(calendar("BEGIN:VEVENT\nUID:" + uid + "\nSUMMARY:Ana\nDTSTART:20261122\nEND:VEVENT"));
        CHECK(batch.events.empty());
        return batch.skipped.at(0).reason;
    };
    CHECK(told("kith-birthday-ana") ==
          "Ana is from a calendar of kith's own; its JSON and vCards bring birthdays back");
    CHECK(told("kith-cadence-ana") == "Ana is from a calendar of kith's own; its JSON brings follow-ups back");
}

TEST_CASE("of what kith itself wrote into a calendar nothing is passed over") {
    const auto entry = [](const std::string& uid) {
        return "BEGIN:VEVENT\nUID:" + uid +
               "\nSUMMARY:Ana\nDTSTART:20261122\nTRANSP:TRANSPARENT\nBEGIN:VALARM\nEND:VALARM\nEND:VEVENT\n";
    };
    const auto own = read_calendar(calendar(entry("kith-birthday-ana") + entry("kith-cadence-ana")));
    CHECK(own.passed_over.empty());
    REQUIRE(own.skipped.size() == 2);
    CHECK(own.skipped[0].of_many == "birthdays are from a calendar of kith's own; its JSON and vCards bring them back");
    CHECK(own.skipped[1].of_many == "follow-ups are from a calendar of kith's own; its JSON brings them back");
    const auto other = read_calendar(calendar(entry("ana@example.org")));
    CHECK(other.passed_over == std::vector<std::string>{"TRANSP"});
    CHECK(other.skipped.size() == 1);
}
