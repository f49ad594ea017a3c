// What becomes of the days of a series when its calendar has changed.
#include "kith/core/text.hpp"

#include "calendar_planning.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace kith;
using namespace kith::test;
using exchange::JournalRecords;

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
