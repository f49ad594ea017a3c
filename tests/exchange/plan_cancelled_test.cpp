// Days of a calendar that take place no more.
#include "calendar_planning.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kith;
using namespace kith::test;

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

TEST_CASE("a cancellation is followed without the series, and without a name") {
    const auto before = imported(event(tuesdays));
    for (const std::string name : {"SUMMARY:Tea\n", ""}) {
        const auto cancelled = "BEGIN:VEVENT\nUID:u\n" + name +
                               "STATUS:CANCELLED\nRECURRENCE-ID:20261208T180000\nDTSTART:20261208T180000\nEND:VEVENT";
        CHECK(days_of(imported(cancelled, before)) ==
              "11-03, 11-10, 11-17, 11-24, 12-01, 12-08 skipped, 12-15, 12-22, 12-29");
    }
}

TEST_CASE("an event that was skipped here moves with its calendar, and one that was attended stays") {
    const auto before = imported(event("DTSTART:20261205T180000"));
    const auto moved = event("DTSTART:20261212T180000");
    auto skipped = before;
    skipped.events.front().status = "skipped";
    CHECK(days_of(imported(moved, skipped)) == "12-12 skipped");
    auto attended = before;
    attended.events.front().status = "attended";
    CHECK(days_of(imported(moved, attended)) == "12-05 attended");
}

TEST_CASE("of an event that a calendar has cancelled kith's own file after it says no more") {
    const auto series = imported(event(tuesdays));
    exchange::Batch own;
    for (const auto& each : series.events) own.events.push_back({each, {}, 1, {}, false});
    const std::vector files{batch_of(event(tuesdays + "\nSTATUS:CANCELLED")), own};
    const auto now = carried_out(planned(files, journal({})), journal({}));
    CHECK(days_of(now) == "11-03, 11-10, 11-17, 11-24 skipped, 12-01 skipped, 12-08 skipped, 12-15 skipped, "
                          "12-22 skipped, 12-29 skipped");
    CHECK(changes_nothing(planned(files, now)));
}
