// What becomes of the days of a series when its calendar has changed.
#include "kith/core/text.hpp"

#include "calendar_reading.hpp"
#include "planning.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace kith;
using namespace kith::test;
using exchange::JournalRecords;

namespace {

/// Read from 2026-11-01 to the last of December; today is the 22nd of November.
exchange::Batch batch_of(const std::string& lines) {
    return read_ics(exchange::pull_from(calendar(lines)), options_with(11, 12));
}

const std::string tuesdays = "DTSTART:20261103T180000\nRRULE:FREQ=WEEKLY";

JournalRecords imported(const std::string& lines, const JournalRecords& before = journal({})) {
    return carried_out(planned({batch_of(lines)}, before), before);
}

/// `2026-12-01`, by date, each with its status where it has one.
std::string days_of(JournalRecords records) {
    std::ranges::sort(records.events, {}, [](const core::Event& event) { return event.start.date; });
    std::string text;
    for (const auto& event : records.events)
        text += (text.empty() ? "" : ", ") + core::to_text(event.start.date).substr(5) +
                (event.status.empty() ? "" : " " + event.status);
    return text;
}

core::Event& on(JournalRecords& records, const std::string& day) {
    const auto found = std::ranges::find(records.events, core::parse_iso_date(day),
                                         [](const auto& event) { return event.start.date; });
    REQUIRE(found != records.events.end());
    return *found;
}

} // namespace

TEST_CASE("a series that moves to another weekday moves its events to come, and what was written to them") {
    auto records = imported(event(tuesdays));
    CHECK(days_of(records) == "11-03, 11-10, 11-17, 11-24, 12-01, 12-08, 12-15, 12-22, 12-29");
    on(records, "2026-12-01").note = "bring cake";
    on(records, "2026-11-10").status = "attended";

    const auto thursdays = event("DTSTART:20261105T180000\nRRULE:FREQ=WEEKLY");
    auto after = imported(thursdays, records);
    CHECK(days_of(after) == "11-03, 11-10 attended, 11-17, 11-26, 12-03, 12-10, 12-17, 12-24, 12-31");
    CHECK(on(after, "2026-12-03").note == "bring cake");
    CHECK(changes_nothing(planned({batch_of(thursdays)}, after)));
    CHECK(days_of(imported(event(tuesdays), after)) == days_of(records));
}

TEST_CASE("a day of a series that is over stays, and the one to come beside it is another") {
    // Today is a Sunday, between the days of both.
    const auto saturdays = event("DTSTART:20261114T180000\nRRULE:FREQ=WEEKLY;COUNT=3");
    const auto mondays = event("DTSTART:20261116T180000\nRRULE:FREQ=WEEKLY;COUNT=3");
    auto records = imported(saturdays);
    CHECK(days_of(records) == "11-14, 11-21, 11-28");
    for (const std::string status : {"", "attended"}) {
        on(records, "2026-11-21").status = status;
        const auto over = status.empty() ? "11-21" : "11-21 " + status;
        const auto after = imported(mondays, records);
        CHECK(days_of(after) == "11-14, " + over + ", 11-23, 11-30");
        CHECK(changes_nothing(planned({batch_of(mondays)}, after)));
    }
}

TEST_CASE("a day that its series has no more is skipped where it is to come, and planned again when it is back") {
    const auto before = imported(event(tuesdays));
    for (const std::string without :
         {"\nEXDATE:20261117T180000\nEXDATE:20261201T180000",
          "\nEND:VEVENT\nBEGIN:VEVENT\nUID:u\nSUMMARY:Tea\nSTATUS:CANCELLED\nRECURRENCE-ID:20261201T180000\n"
          "DTSTART:20261201T180000"}) {
        CAPTURE(without);
        const auto after = imported(event(tuesdays + without), before);
        CHECK(days_of(after) == "11-03, 11-10, 11-17, 11-24, 12-01 skipped, 12-08, 12-15, 12-22, 12-29");
        CHECK(changes_nothing(planned({batch_of(event(tuesdays + without))}, after)));
        const auto back = imported(event(tuesdays), after);
        CHECK(days_of(back) == "11-03, 11-10, 11-17, 11-24, 12-01 planned, 12-08, 12-15, 12-22, 12-29");
        CHECK(days_of(imported(event(tuesdays + without), back)) == days_of(after));
    }
}

TEST_CASE("what somebody has said of a day stays when its series has it no more") {
    auto records = imported(event(tuesdays));
    on(records, "2026-11-24").status = "attended";
    on(records, "2026-12-08").start.date = *core::make_date(2026, 12, 9);
    CHECK(days_of(imported(event("DTSTART:20261103T180000\nRRULE:FREQ=WEEKLY;UNTIL=20261201T235959"), records)) ==
          "11-03, 11-10, 11-17, 11-24 attended, 12-01, 12-09, 12-15 skipped, 12-22 skipped, 12-29 skipped");
}

TEST_CASE("a cancelled event is skipped, with all of its days to come, and is not brought in") {
    const auto once = imported(event("DTSTART:20261110T180000"));
    const auto cancelled = event("DTSTART:20261110T180000\nSTATUS:CANCELLED");
    CHECK(days_of(imported(cancelled, once)) == "11-10 skipped");
    CHECK(days_of(imported(cancelled)).empty());
    CHECK(days_of(imported(event("DTSTART:20261110T180000"), imported(cancelled, once))) == "11-10 planned");

    auto attended = once;
    attended.events.front().status = "attended";
    CHECK(days_of(imported(cancelled, attended)) == "11-10 attended");

    const auto series = imported(event(tuesdays));
    CHECK(days_of(imported(event(tuesdays + "\nSTATUS:CANCELLED"), series)) ==
          "11-03, 11-10, 11-17, 11-24 skipped, 12-01 skipped, 12-08 skipped, 12-15 skipped, 12-22 skipped, 12-29 "
          "skipped");
}

TEST_CASE("a cancelled entry is told where nothing here is changed by it") {
    const std::string one = "\n" + event("DTSTART:20261208T180000\nRECURRENCE-ID:20261208T180000\nSTATUS:CANCELLED");
    const std::string other = "\n" + event("DTSTART:20270105T180000\nRECURRENCE-ID:20270105T180000\nSTATUS:CANCELLED");
    struct Case {
        std::string lines, cancelled;
        std::vector<exchange::Skipped> told;
    };
    for (const auto& [lines, cancelled, told] : std::vector<Case>{
             {event("DTSTART:20261201T180000"), event("DTSTART:20261201T180000\nSTATUS:CANCELLED"), {}},
             {event(tuesdays), event(tuesdays + "\nSTATUS:CANCELLED"), {}},
             {event(tuesdays), event(tuesdays) + one + other, {{16, "Tea is cancelled on 2027-01-05"}}},
         }) {
        const auto before = imported(lines);
        const auto plan = planned({batch_of(cancelled)}, before);
        CHECK(plan.skipped.at(0) == told);
        const auto again = planned({batch_of(cancelled)}, carried_out(plan, before));
        CHECK(again.skipped.at(0).size() == told.size() + 1);
    }
}

TEST_CASE("an event that becomes a series is its first day") {
    const auto once = imported(event("DTSTART:20261201T180000"));
    const auto series = event("DTSTART:20261201T180000\nRRULE:FREQ=WEEKLY;COUNT=3");
    const auto after = imported(series, once);
    CHECK(days_of(after) == "12-01, 12-08, 12-15");
    CHECK(changes_nothing(planned({batch_of(series)}, after)));
}

TEST_CASE("a file of fewer days says nothing of the others, and neither does another series") {
    const auto before = imported(event(tuesdays));
    auto december = batch_of(event(tuesdays));
    december.events = {};
    december.series.front().range = {*core::make_date(2026, 12, 5), *core::make_date(2026, 12, 20)};
    CHECK(days_of(carried_out(planned({december}, before), before)) ==
          "11-03, 11-10, 11-17, 11-24, 12-01, 12-08 skipped, 12-15 skipped, 12-22, 12-29");
    december.series.front().uid = "v";
    CHECK(changes_nothing(planned({december}, before)));
}

TEST_CASE("a rule that cannot be written out says nothing of the days that are there") {
    const auto before = imported(event(tuesdays));
    CHECK(changes_nothing(planned({batch_of(event("DTSTART:20261103T180000\nRRULE:FREQ=HOURLY"))}, before)));
}

TEST_CASE("of two entries with one UID a cancelled one says nothing of days that the other was not read for") {
    auto batch = batch_of(event(tuesdays));
    const auto before = carried_out(planned({batch}, journal({})), journal({}));
    batch.events = {};
    batch.series.front().range = {*core::make_date(2026, 12, 5), *core::make_date(2026, 12, 20)};
    for (const auto place : {batch.series.begin(), batch.series.end()}) {
        auto both = batch;
        both.series.insert(both.series.begin() + (place - batch.series.begin()), {"u", core::all_days});
        CHECK(days_of(carried_out(planned({both}, before), before)) ==
              "11-03, 11-10, 11-17, 11-24, 12-01, 12-08 skipped, 12-15 skipped, 12-22, 12-29");
    }
}

TEST_CASE("a series on two days of the week moves as a whole") {
    auto records = imported(event("DTSTART:20261130T180000\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4"));
    CHECK(days_of(records) == "11-30, 12-02, 12-07, 12-09");
    on(records, "2026-11-30").note = "Monday's";
    on(records, "2026-12-09").note = "the second Wednesday's";
    auto after = imported(event("DTSTART:20261201T180000\nRRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4"), records);
    CHECK(days_of(after) == "12-01, 12-03, 12-08, 12-10");
    CHECK(on(after, "2026-12-01").note == "Monday's");
    CHECK(on(after, "2026-12-10").note == "the second Wednesday's");
}

TEST_CASE("a day that comes new into what a file was read for does not take one that lies before") {
    auto records = imported(event("DTSTART:20261130T180000\nRRULE:FREQ=WEEKLY;COUNT=4"));
    auto options = options_with(12, 12);
    options.since = core::make_date(2026, 12, 8);
    const auto narrow =
        read_ics(exchange::pull_from(
                     calendar(event("DTSTART:20261130T180000\nRRULE:FREQ=WEEKLY;COUNT=4\nRDATE:20261209T180000"))),
                 options);
    CHECK(days_of(carried_out(planned({narrow}, records), records)) == "11-30, 12-07, 12-09, 12-14, 12-21");
}

TEST_CASE("a series of which one event is left is that event") {
    const auto before = imported(event("DTSTART:20261201T180000\nRRULE:FREQ=WEEKLY;COUNT=3"));
    const auto alone = event("DTSTART:20261208T180000");
    const auto after = imported(alone, before);
    CHECK(days_of(after) == "12-01 skipped, 12-08, 12-15 skipped");
    CHECK(changes_nothing(planned({batch_of(alone)}, after)));
}

TEST_CASE("of two times of a day each is one, also where one is replaced") {
    const std::string twice = "DTSTART:20261207T090000\nRRULE:FREQ=DAILY;BYHOUR=9,17;BYMINUTE=0;COUNT=4";
    const auto replaced = [](const std::string& hour, const std::string& start) {
        return "\n" + event("RECURRENCE-ID:20261207T" + hour + "0000\nDTSTART:20261207T" + start + "00");
    };
    const auto times = [](const JournalRecords& records) {
        std::vector<std::string> all;
        for (const auto& each : records.events) all.push_back(core::to_text(each.start).substr(5, 11));
        std::ranges::sort(all);
        return core::join(all, ", ");
    };
    const auto both = event(twice) + replaced("17", "1930") + replaced("09", "0800");
    const auto records = imported(both);
    CHECK(times(records) == "12-07T08:00, 12-07T19:30, 12-08T09:00, 12-08T17:00");
    CHECK(changes_nothing(planned({batch_of(both)}, records)));
    CHECK(times(imported(event(twice), records)) == "12-07T09:00, 12-07T17:00, 12-08T09:00, 12-08T17:00");
    CHECK(times(imported(replaced("17", "1930") + "\n" + event(twice))) ==
          "12-07T09:00, 12-07T19:30, 12-08T09:00, 12-08T17:00");
}

TEST_CASE("a cancellation is followed without the series, and without a name") {
    const auto before = imported(event(tuesdays));
    for (const std::string name : {"SUMMARY:Tea\n", ""}) {
        const auto cancelled = "BEGIN:VEVENT\nUID:u\n" + name +
                               "STATUS:CANCELLED\nRECURRENCE-ID:20261208T180000\nDTSTART:20261208T180000\nEND:VEVENT";
        CHECK(days_of(imported(cancelled, before)) ==
              "11-03, 11-10, 11-17, 11-24, 12-01, 12-08 skipped, 12-15, 12-22, 12-29");
    }
}

TEST_CASE("a day that is moved beyond what was asked for is not gone") {
    const auto before = imported(event(tuesdays));
    const auto moved = event(tuesdays) + "\n" + event("RECURRENCE-ID:20261215T180000\nDTSTART:20270105T180000");
    CHECK(changes_nothing(planned({batch_of(moved)}, before)));
}

TEST_CASE("a UID that looks like a day of another series is none") {
    const std::string other = "BEGIN:VEVENT\nUID:u/2026-12-10\nSUMMARY:Cake\nDTSTART:20261210T150000\nEND:VEVENT";
    const auto both = imported(event(tuesdays) + "\n" + other);
    CHECK(both.events.size() == 10);
    CHECK(changes_nothing(planned({batch_of(event(tuesdays))}, both)));
    CHECK(changes_nothing(planned({batch_of(other)}, both)));
}

TEST_CASE("events with one UID are several where they differ, and one where they do not") {
    const auto twice = event("DTSTART:20261207T180000") + "\n" + event("DTSTART:20261208T180000") + "\n" +
                       event("DTSTART:20261207T180000");
    const auto records = imported(twice);
    CHECK(days_of(records) == "12-07, 12-08");
    CHECK(changes_nothing(planned({batch_of(twice)}, records)));
}

TEST_CASE("an event that has all that tells it in common with one before it, and differs, is told") {
    const auto named = [](const std::string& name, const std::string& start) {
        return "BEGIN:VEVENT\nUID:x\nSUMMARY:" + name + "\nDTSTART:" + start + "\nEND:VEVENT\n";
    };
    const auto batch =
        batch_of(named("One", "20261201T100000") + named("Two", "20261205T100000") + named("Three", "20261205T100000") +
                 named("Four", "20261201T100000") + named("Two", "20261205T100000") +
                 "BEGIN:VEVENT\nUID:y\nSUMMARY:Six\n"
                 "DTSTART:20261206T100000\nEND:VEVENT");
    CHECK(batch.events.size() == 4);
    REQUIRE(batch.skipped.size() == 1);
    CHECK(batch.skipped.front() ==
          exchange::Skipped{13, "Three, which has the UID, the day and the time of an event before it"});
}

TEST_CASE("events with one UID are told by their names and days, in any turn and without each other") {
    const auto named = [](const std::string& name, const std::string& start) {
        return "BEGIN:VEVENT\nUID:x\nSUMMARY:" + name + "\nDTSTART:" + start + "\nEND:VEVENT\n";
    };
    const auto shown = [](const JournalRecords& records) {
        std::string text;
        for (const auto& each : records.events)
            text += each.name + " " + core::to_text(each.start).substr(8, 5) + each.status + "; ";
        return text;
    };
    for (const std::string time : {"T100000", ""}) {
        CAPTURE(time);
        const auto one = named("One", "20261210" + time);
        const auto two = named("Two", "20261215" + time);
        const auto three = named("Three", "20261220" + time);
        const auto all = imported(one + two + three);
        REQUIRE(all.events.size() == 3);
        for (const auto& lines : {two + one + three, three + two + one, three + one + two, one + three, two + one, one,
                                  two, three, three + two}) {
            CAPTURE(lines);
            CHECK(changes_nothing(planned({batch_of(lines)}, all)));
        }
        CHECK(changes_nothing(planned({batch_of(one), batch_of(two)}, all)));
        // What comes before the one that is here is another one.
        const auto later = imported(two + one, imported(one));
        CHECK(later.events.size() == 2);
        CHECK(later.events.front() == imported(one).events.front());
        for (const auto& lines : {one + two, two + one, one, two})
            CHECK(changes_nothing(planned({batch_of(lines)}, later)));
    }
    const auto one = named("One", "20261210T100000");
    const auto two = named("Two", "20261215T100000");
    const auto both = imported(one + two);
    CHECK(shown(imported(named("Two", "20261215T110000") + one, both)) == "One 10T10; Two 15T11; ");
    CHECK(shown(imported(two + named("One", "20261211T100000"), both)) == "One 11T10; Two 15T10; ");
    CHECK(shown(imported(named("Uno", "20261211T100000") + two, both)) == "Uno 11T10; Two 15T10; ");
    CHECK(shown(imported(named("One", "20261210T100000\nSTATUS:CANCELLED") + two, both)) ==
          "One 10T10skipped; Two 15T10; ");
}

TEST_CASE("an entry that cannot be written out speaks for days that another one of its UID does not have") {
    const auto before = imported(event(tuesdays));
    CHECK(changes_nothing(planned({batch_of(event("DTSTART:20261103T180000\nRRULE:FREQ=HOURLY") + "\n" +
                                            event("DTSTART:20261103T180000\nRRULE:FREQ=DAILY;COUNT=1"))},
                                  before)));
}

TEST_CASE("of two files of one calendar the first is right, and once more they change nothing") {
    const auto weeks = [](const std::string& lines) { return batch_of(event("DTSTART:20261201T180000\n" + lines)); };
    const auto whole = weeks("RRULE:FREQ=WEEKLY;COUNT=4");
    const auto shorter = weeks("RRULE:FREQ=WEEKLY;COUNT=2");
    const auto cancelled = weeks("RRULE:FREQ=WEEKLY;COUNT=4\nSTATUS:CANCELLED");
    const auto moved = batch_of(event("DTSTART:20261203T180000\nRRULE:FREQ=WEEKLY;COUNT=4"));
    struct Case {
        std::vector<exchange::Batch> files;
        std::string alone, over_whole; ///< The days in an empty journal, and in one that has the whole series.
    };
    const std::string all = "12-01, 12-08, 12-15, 12-22";
    for (const auto& [files, alone, over_whole] : std::vector<Case>{
             {{whole, shorter}, all, all},
             {{shorter, whole}, "12-01, 12-08", "12-01, 12-08, 12-15 skipped, 12-22 skipped"},
             {{whole, cancelled}, all, all},
             {{cancelled, whole}, "", "12-01 skipped, 12-08 skipped, 12-15 skipped, 12-22 skipped"},
             {{whole, moved}, all, all},
             {{moved, whole}, "12-03, 12-10, 12-17, 12-24", "12-03, 12-10, 12-17, 12-24"},
         }) {
        for (const bool has_whole : {false, true}) {
            auto records = has_whole ? carried_out(planned({whole}, journal({})), journal({})) : journal({});
            records = carried_out(planned(files, records), records);
            CHECK(days_of(records) == (has_whole ? over_whole : alone));
            CHECK(changes_nothing(planned(files, records)));
        }
    }
}

TEST_CASE("of two that say of a day which is over that it is, and that it is to come, the first is right") {
    const auto monthly = event("DTSTART:20261105T180000\nRRULE:FREQ=MONTHLY;COUNT=2");
    const auto past = "\n" + event("RECURRENCE-ID:20261105T180000\nDTSTART:20261106T180000");
    const auto to_come = "\n" + event("RECURRENCE-ID:20261105T180000\nDTSTART:20261203T190000");
    struct Case {
        std::vector<exchange::Batch> files;
        std::string days;
    };
    for (const auto& [files, days] : std::vector<Case>{
             {{batch_of(monthly), batch_of(monthly + to_come)}, "11-05, 12-05"},
             {{batch_of(monthly + to_come), batch_of(monthly)}, "12-03, 12-05"},
             {{batch_of(monthly + past + to_come)}, "11-06, 12-05"},
             {{batch_of(monthly + to_come + past)}, "12-03, 12-05"},
         }) {
        CAPTURE(days);
        for (const auto& before : {journal({}), imported(monthly), imported(monthly + to_come)}) {
            const auto records = carried_out(planned(files, before), before);
            if (before.events.empty()) CHECK(days_of(records) == days);
            CHECK(changes_nothing(planned(files, records)));
        }
    }
}

TEST_CASE("a table that says of an event that it was skipped says so each time") {
    const auto table =
        exchange::read_csv(exchange::pull_from("start,name,status\n2026-12-03,Tea,skipped\n"), options_of_tests());
    const auto records = carried_out(planned({table}, journal({})), journal({}));
    CHECK(days_of(records) == "12-03 skipped");
    CHECK(changes_nothing(planned({table}, records)));
}

TEST_CASE("what somebody has attended stays when its calendar has it on another day") {
    auto once = imported(event("DTSTART:20261110T180000"));
    once.events.front().status = "attended";
    CHECK(changes_nothing(planned({batch_of(event("DTSTART:20261215T180000"))}, once)));
    auto series = imported(event(tuesdays));
    on(series, "2026-11-10").status = "attended";
    const auto moved = event(tuesdays) + "\n" + event("RECURRENCE-ID:20261110T180000\nDTSTART:20261211T180000");
    CHECK(changes_nothing(planned({batch_of(moved)}, series)));
}

TEST_CASE("a calendar of which something could not be read says nothing of days that are there") {
    auto options = options_with(11, 12);
    options.skips_broken = true;
    const auto records =
        imported(event(tuesdays) + "\n" + event("RECURRENCE-ID:20261208T180000\nDTSTART:20261209T180000"));
    for (const std::string& lines :
         {event(tuesdays) + "\n" + event("RECURRENCE-ID:20261208T180000\nDTSTART:soon"),
          event("DTSTART:20261103T180000\nRRULE:FREQ=WEEKLY;COUNT=2") + "\n" + event("DTSTART:soon")}) {
        CAPTURE(lines);
        const auto file = read_ics(exchange::pull_from(calendar(lines)), options);
        CHECK(changes_nothing(planned({file}, records)));
    }
}

TEST_CASE("a day is replaced also where its series was at another time before") {
    const auto records =
        imported(event(tuesdays) + "\n" + event("RECURRENCE-ID:20261208T170000\nDTSTART:20261209T180000"));
    CHECK(days_of(records) == "11-03, 11-10, 11-17, 11-24, 12-01, 12-09, 12-15, 12-22, 12-29");
}

TEST_CASE("a day of a series that is over stays as it is when the series has another hour or name") {
    const auto hours_of = [](const JournalRecords& records) {
        std::string text;
        for (const auto& each : records.events)
            text += (text.empty() ? "" : ", ") + core::to_text(each.start).substr(5, 8) + " " + each.name;
        return text;
    };
    const auto before = imported(event("DTSTART:20261110T190000\nDTEND:20261110T200000\nRRULE:FREQ=WEEKLY;COUNT=3"));
    const std::string cake = "BEGIN:VEVENT\nUID:u\nSUMMARY:Cake\nDTSTART:20261110T200000\nDTEND:20261110T210000\n"
                             "RRULE:FREQ=WEEKLY;COUNT=3\nEND:VEVENT";
    const auto after = imported(cake, before);
    CHECK(hours_of(after) == "11-10T19 Tea, 11-17T19 Tea, 11-24T20 Cake");
    CHECK(after.events.front() == before.events.front());
    CHECK(changes_nothing(planned({batch_of(cake)}, after)));

    const auto once = imported(event("DTSTART:20261110T190000"));
    CHECK(hours_of(imported(event("DTSTART:20261110T200000"), once)) == "11-10T20 Tea");
    const auto late = cake + "\n" + event("RECURRENCE-ID:20261117T200000\nDTSTART:20261123T200000");
    CHECK(hours_of(imported(late, before)) == "11-10T19 Tea, 11-23T20 Tea, 11-24T20 Cake");
}

TEST_CASE("days that change with one before them do so here, and those that end with it are skipped") {
    const auto before = imported(event(tuesdays));
    const std::string later = "\nBEGIN:VEVENT\nUID:u\nSUMMARY:Tea\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261208T180000\n";
    const auto moved = later + "DTSTART:20261209T180000\nEND:VEVENT";
    const auto after = imported(event(tuesdays) + moved, before);
    CHECK(days_of(after) == "11-03, 11-10, 11-17, 11-24, 12-01, 12-09, 12-16, 12-23, 12-30");
    CHECK(changes_nothing(planned({batch_of(event(tuesdays) + moved)}, after)));

    const auto ended = later + "STATUS:CANCELLED\nEND:VEVENT";
    for (const auto& lines : {event(tuesdays) + ended, ended.substr(1)}) {
        const auto less = imported(lines, before);
        CHECK(days_of(less) == "11-03, 11-10, 11-17, 11-24, 12-01, 12-08 skipped, 12-15 skipped, 12-22 skipped, "
                               "12-29 skipped");
        CHECK(changes_nothing(planned({batch_of(lines)}, less)));
    }
}

TEST_CASE("a to-do that its calendar cancels is dropped, unless it was changed or closed here") {
    const auto todo = [](const std::string& lines) {
        return "BEGIN:VTODO\nUID:t\nSUMMARY:Call\nDUE:20261130\n" + lines + "END:VTODO";
    };
    const auto cancelled = batch_of(todo("STATUS:CANCELLED\nLAST-MODIFIED:20261120T100000Z\n"));
    const auto before = imported(todo(""));
    const auto plan = planned({cancelled}, before);
    CHECK(plan.skipped.at(0).empty());
    const auto after = carried_out(plan, before);
    CHECK(after.followups.at(0).dropped == core::make_date(2026, 11, 20));
    const auto again = planned({cancelled}, after);
    CHECK(changes_nothing(again));
    CHECK(again.skipped.at(0) == std::vector<exchange::Skipped>{{3, "Call is cancelled"}});
    CHECK(changes_nothing(planned({cancelled}, journal({}))));

    auto moved = before, closed = before;
    moved.followups.at(0).due.date = *core::make_date(2026, 12, 1);
    closed.followups.at(0).done = core::make_date(2026, 11, 21);
    for (const auto& records : {moved, closed}) CHECK(changes_nothing(planned({cancelled}, records)));
}

TEST_CASE("a to-do that its calendar has closed is open again when it is so there, but not what was closed here") {
    const auto todo = [](const std::string& lines) {
        return batch_of("BEGIN:VTODO\nUID:t\nSUMMARY:Call\nDUE:20261130\n" + lines + "END:VTODO");
    };
    const auto open = todo("STATUS:NEEDS-ACTION\n");
    const auto there = carried_out(planned({open}, journal({})), journal({}));
    const auto cancelled = todo("STATUS:CANCELLED\nLAST-MODIFIED:20261120T100000Z\n");
    const auto completed = todo("STATUS:COMPLETED\nCOMPLETED:20261120T100000Z\n");
    for (const auto& closed : {cancelled, completed}) {
        const auto closed_there = carried_out(planned({closed}, there), there);
        REQUIRE_FALSE(core::is_open(closed_there.followups.at(0)));
        const auto back = carried_out(planned({open}, closed_there), closed_there);
        CHECK(back.followups == there.followups);
        CHECK(carried_out(planned({closed}, back), back).followups == closed_there.followups);
        // Two files of one command come to an end, too.
        CHECK(changes_nothing(planned({closed, open}, closed_there)));
        const auto both = carried_out(planned({open, closed}, closed_there), closed_there);
        CHECK(changes_nothing(planned({open, closed}, both)));
    }
    const auto dropped_there = carried_out(planned({cancelled}, there), there);
    const auto done_there = carried_out(planned({completed}, dropped_there), dropped_there);
    CHECK(done_there.followups.at(0).done == core::make_date(2026, 11, 20));
    CHECK_FALSE(done_there.followups.at(0).dropped);

    auto done = there, dropped = there;
    done.followups.at(0).done = core::make_date(2026, 11, 21);
    dropped.followups.at(0).dropped = core::make_date(2026, 11, 20);
    for (const auto& records : {done, dropped}) {
        CHECK(changes_nothing(planned({open}, records)));
        const auto after = carried_out(planned({cancelled}, records), records);
        CHECK(changes_nothing(planned({open}, after)));
    }
}

TEST_CASE("of two that say of a to-do that it is cancelled, and that it is open, the first is right") {
    const auto todo = [](const std::string& status) {
        return "BEGIN:VTODO\nUID:t\nSUMMARY:Call\nDUE:20261130\nSTATUS:" + status + "\nEND:VTODO";
    };
    const auto open = batch_of(todo("NEEDS-ACTION"));
    const auto cancelled = batch_of(todo("CANCELLED"));
    const auto both = batch_of(todo("CANCELLED") + "\n" + todo("NEEDS-ACTION"));
    for (const auto& files : {std::vector{cancelled, open}, {both}}) {
        const auto plan = planned(files, journal({}));
        CHECK(changes_nothing(plan));
        CHECK(plan.skipped.at(0).front() == exchange::Skipped{3, "Call is cancelled"});
        CHECK(plan.skipped.back().back().reason == "Call, which an entry before it has cancelled");
        const auto there = carried_out(planned({open}, journal({})), journal({}));
        const auto after = carried_out(planned(files, there), there);
        CHECK_FALSE(core::is_open(after.followups.at(0)));
        CHECK(changes_nothing(planned(files, after)));
    }
    const auto open_first = carried_out(planned({open, cancelled}, journal({})), journal({}));
    CHECK(core::is_open(open_first.followups.at(0)));
    CHECK(changes_nothing(planned({open, cancelled}, open_first)));
}
