// Events of a calendar that have one UID and are no series.
#include "calendar_planning.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kith;
using namespace kith::test;
using exchange::JournalRecords;

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

TEST_CASE("a cancelled one of the events with one UID leaves the others, and alone cancels its series") {
    const auto at = [](const std::string& start) {
        return "BEGIN:VEVENT\nUID:x\nSUMMARY:Tea\nDTSTART:" + start + "\nEND:VEVENT\n";
    };
    const auto cancelled = [&at](const std::string& start) { return at(start + "\nSTATUS:CANCELLED"); };
    const auto all = imported(at("20261210T100000") + at("20261215T100000") + at("20261220T100000"));
    REQUIRE(days_of(all) == "12-10, 12-15, 12-20");
    struct Case {
        std::string lines, now;
    };
    for (const auto& [lines, now] : std::vector<Case>{
             {cancelled("20261215T100000"), "12-10, 12-15 skipped, 12-20"},
             {cancelled("20261210T100000"), "12-10 skipped, 12-15, 12-20"},
             {cancelled("20261220T110000"), "12-10, 12-15, 12-20 skipped"}, // An hour later: it is of that day.
             {cancelled("20261210T100000") + cancelled("20261220T100000"), "12-10 skipped, 12-15, 12-20 skipped"},
             {at("20261210T100000") + cancelled("20261215T100000"), "12-10, 12-15 skipped, 12-20"},
             {cancelled("20261224T100000"), "12-10, 12-15, 12-20"},
         }) {
        CAPTURE(lines);
        const auto after = imported(lines, all);
        CHECK(days_of(after) == now);
        CHECK(changes_nothing(planned({batch_of(lines)}, after)));
    }
    const auto told = planned({batch_of(cancelled("20261224T100000"))}, all).skipped.at(0);
    CHECK(told == std::vector<exchange::Skipped>{{3, "Tea is cancelled"}});

    // One alone that was moved since is that one all the same, and so are all days of a series.
    const auto alone = imported(at("20261210T100000"));
    CHECK(days_of(imported(cancelled("20261211T100000"), alone)) == "12-10 skipped");
    const auto series = imported(at("20261210T100000\nRRULE:FREQ=WEEKLY;COUNT=3"));
    CHECK(days_of(imported(cancelled("20261210T100000"), series)) == "12-10 skipped, 12-17 skipped, 12-24 skipped");
}

TEST_CASE("of events with one UID a cancelled one is that one in whatever turn the files come") {
    const auto named = [](const std::string& name, int day, const std::string& more = {}) {
        return "BEGIN:VEVENT\nUID:x\nSUMMARY:" + name + "\nDTSTART:202612" + std::to_string(day) + "T090000\n" + more +
               "END:VEVENT\n";
    };
    const std::string off = "STATUS:CANCELLED\n";
    const auto all = named("One", 10) + named("Two", 11) + named("Three", 12);
    const auto second = named("Two", 11, off);
    // The file named first is right, and the others come in.
    const std::vector files{batch_of(second), batch_of(all)};
    const auto without = carried_out(planned(files, journal({})), journal({}));
    CHECK(days_of(without) == "12-10, 12-12");
    CHECK(changes_nothing(planned(files, without)));
    // One that was never here cancels none of the others.
    const auto two = imported(named("One", 10) + named("Two", 11));
    CHECK(days_of(imported(named("One", 10) + named("Three", 20, off), two)) == "12-10, 12-11");
    // Nor do they all go where the first was removed here.
    auto rest = imported(all);
    rest.events.erase(rest.events.begin());
    CHECK(days_of(imported(second, rest)) == "12-11 skipped, 12-12");
    // What was skipped is planned again, and no other one takes its place.
    const auto first_off = named("One", 10, off) + named("Two", 11) + named("Three", 12);
    auto now = imported(second, imported(all));
    CHECK(days_of(now) == "12-10, 12-11 skipped, 12-12");
    now = imported(first_off, now);
    CHECK(days_of(now) == "12-10 skipped, 12-11 planned, 12-12");
    CHECK(now.events.front().name == "One");
    CHECK(changes_nothing(planned({batch_of(first_off)}, now)));
    // Each is told by itself.
    const auto plan = planned({batch_of(second + named("Nine", 25, off))}, imported(all));
    CHECK(plan.skipped.at(0) == std::vector<exchange::Skipped>{{9, "Nine is cancelled"}});
}

TEST_CASE("what is left of events with one UID stays where the same command is said again") {
    const auto named = [](const std::string& name, int day, const std::string& more = {}) {
        return "BEGIN:VEVENT\nUID:x\nSUMMARY:" + name + "\nDTSTART:202612" + std::to_string(day) + "T090000\n" + more +
               "END:VEVENT\n";
    };
    const std::vector files{batch_of(named("One", 10, "STATUS:CANCELLED\n")),
                            batch_of(named("One", 10) + named("Two", 11))};
    const auto now = carried_out(planned(files, journal({})), journal({}));
    CHECK(days_of(now) == "12-11");
    CHECK(changes_nothing(planned(files, now)));
}
