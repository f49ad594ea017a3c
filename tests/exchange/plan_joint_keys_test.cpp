// Start and end of an event, done and dropped of a follow-up: what two keys say together stays together.
#include "kith/exchange/plan.hpp"
#include "kith/exchange/read_json.hpp"

#include "calendar_reading.hpp"
#include "planning.hpp"
#include "reading.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

using namespace kith;
using namespace kith::test;
using exchange::Batch;
using exchange::JournalRecords;

namespace {

Batch on_days(const std::string& start, const std::string& end = {}) {
    return read_calendar(calendar(event(fmt::format("DTSTART;VALUE=DATE:{}\r\n{}", start,
                                                    end.empty() ? "" : fmt::format("DTEND;VALUE=DATE:{}\r\n", end)))));
}
Batch hours(const std::string& start, const std::string& end) {
    return read_calendar(calendar(event(fmt::format("DTSTART:{}\r\nDTEND:{}\r\n", start, end))));
}
Batch table(const std::string& rows) {
    return read(exchange::read_csv, rows);
}

JournalRecords taken(const std::vector<Batch>& batches, const JournalRecords& before) {
    const auto after = carried_out(planned(batches, before), before);
    CHECK(changes_nothing(planned(batches, after)));
    return after;
}

/// `2026-11-25 2026-11-27` of the first event.
std::string span(const JournalRecords& records) {
    const auto& event = records.events.front();
    return core::to_text(event.start) + (event.end ? " " + core::to_text(*event.end) : "");
}

std::string told(const exchange::Plan& plan) {
    std::string all;
    for (const auto& skipped : plan.skipped.front()) all += skipped.reason + "\n";
    return all;
}

JournalRecords by_hand(const std::string& start, const std::string& end = {}) {
    core::Event event;
    event.id = {"tea"};
    event.name = "Tea";
    event.start = core::parse_iso_moment(start).value();
    if (!end.empty()) event.end = core::parse_iso_moment(end).value();
    auto records = journal({});
    records.events = {event};
    return records;
}

} // namespace

TEST_CASE("an event's start and end follow its calendar together") {
    const auto before = taken({on_days("20261125", "20261128")}, journal({}));
    CHECK(span(before) == "2026-11-25 2026-11-27");
    CHECK(span(taken({on_days("20261125", "20261126")}, before)) == "2026-11-25");
    CHECK(span(taken({on_days("20261125")}, before)) == "2026-11-25");
    CHECK(span(taken({on_days("20261201", "20261202")}, before)) == "2026-12-01");
    CHECK(span(taken({on_days("20261125", "20261130")}, before)) == "2026-11-25 2026-11-29");
    CHECK(span(taken({on_days("20261125", "20261128")}, taken({on_days("20261125")}, before))) ==
          "2026-11-25 2026-11-27");

    const auto timed = taken({hours("20261125T180000", "20261125T190000")}, journal({}));
    CHECK(span(taken({on_days("20261128")}, timed)) == "2026-11-28");
    CHECK(span(taken({on_days("20261125")}, timed)) == "2026-11-25");
}

TEST_CASE("an end that was edited moves along with the start, and a start that was edited keeps both") {
    auto before = taken({hours("20261125T180000", "20261125T190000")}, journal({}));
    const auto moved = hours("20261202T100000", "20261202T110000");
    auto edited = before;
    edited.events.front().end = core::parse_iso_moment("2026-11-25T21:30:00");
    CHECK(span(taken({moved}, edited)) == "2026-12-02T10:00:00 2026-12-02T13:30:00");
    CHECK(span(taken({hours("20261125T180000", "20261125T200000")}, edited)) ==
          "2026-11-25T18:00:00 2026-11-25T21:30:00");
    edited.events.front().end.reset();
    CHECK(span(taken({moved}, edited)) == "2026-12-02T10:00:00");
    edited.events.front().start = core::parse_iso_moment("2026-11-26T08:00:00").value();
    edited.events.front().end = core::parse_iso_moment("2026-11-26T09:00:00");
    CHECK(span(taken({moved}, edited)) == "2026-11-26T08:00:00 2026-11-26T09:00:00");
    CHECK(told(planned({moved}, edited)) == "Tea: start '2026-12-02T10:00:00', end '2026-12-02T11:00:00' are not "
                                            "taken: what is here stays\n");
    CHECK(told(planned({moved}, carried_out(planned({moved}, edited), edited))).empty());
}

TEST_CASE("an event written by hand gets an end only for its own start") {
    CHECK(span(taken({hours("20261125T180000", "20261125T190000")}, by_hand("2026-11-25T18:00:00"))) ==
          "2026-11-25T18:00:00 2026-11-25T19:00:00");
    const auto adopted = taken({hours("20261125T180000", "20261125T190000")}, by_hand("2026-11-25"));
    CHECK(span(adopted) == "2026-11-25");
    const auto with_end = taken({hours("20261125T180000", "20261125T190000")}, by_hand("2026-11-25T18:00:00"));
    const auto moved = hours("20261202T100000", "20261202T110000");
    CHECK(span(taken({moved}, with_end)) == "2026-11-25T18:00:00 2026-11-25T19:00:00");
    CHECK(told(planned({moved}, with_end)).find("start '2026-12-02T10:00:00' is not taken") != std::string::npos);
}

TEST_CASE("a table or a journal that says no end moves it along") {
    const std::string columns = "id,Name,Start,End\n";
    const auto before = taken({table(columns + "7,Coffee,2026-11-25 18:00,2026-11-25 19:00\n")}, journal({}));
    CHECK(span(taken({table(columns + "7,Coffee,2026-11-28 18:00,\n")}, before)) ==
          "2026-11-28T18:00:00 2026-11-28T19:00:00");
    CHECK(span(taken({table(columns + "7,Coffee,2026-11-25 18:00,\n")}, before)) ==
          "2026-11-25T18:00:00 2026-11-25T19:00:00");

    // It was moved by the table, not by hand: the next end that it says is taken.
    const auto moved = taken({table(columns + "7,Coffee,2026-11-28 18:00,\n")}, before);
    CHECK(span(taken({table(columns + "7,Coffee,2026-11-28 18:00,2026-11-28 21:00\n")}, moved)) ==
          "2026-11-28T18:00:00 2026-11-28T21:00:00");
    CHECK(span(taken({table(columns + "7,Coffee,2026-11-25 18:00,2026-11-25 18:30\n")}, moved)) ==
          "2026-11-25T18:00:00 2026-11-25T18:30:00");

    const auto restored = [](const std::string& json, const JournalRecords& records) {
        return taken({read(exchange::read_json, json)}, records);
    };
    const auto there = by_hand("2026-11-25", "2026-11-27");
    CHECK(span(restored(R"({"events": [{"id": "tea", "name": "Tea", "start": "2026-12-05"}]})", there)) ==
          "2026-12-05 2026-12-07");
    CHECK(span(restored(R"({"events": [{"id": "tea", "name": "Tea", "start": "2026-11-25"}]})", there)) ==
          "2026-11-25 2026-11-27");
}

TEST_CASE("a follow-up is done or dropped, not both") {
    const std::string columns = "id,due,note,done,dropped\n";
    auto before = taken({table(columns + "1,2026-11-25,abc,,\n")}, journal({}));
    const auto done = table(columns + "1,2026-11-25,abc,2026-11-19,\n");
    before.followups.front().dropped = core::parse_iso_moment("2026-11-20")->date;
    const auto kept = taken({done}, before).followups.front();
    CHECK(kept.dropped);
    CHECK_FALSE(kept.done);
    CHECK(told(planned({done}, before)) == "abc is dropped here and stays\n");

    // What the table itself closed it may close otherwise, and back.
    before = taken({done}, taken({table(columns + "1,2026-11-25,abc,,\n")}, journal({})));
    CHECK(before.followups.front().done);
    before = taken({table(columns + "1,2026-11-25,abc,,2026-11-18\n")}, before);
    CHECK(before.followups.front().dropped);
    CHECK_FALSE(before.followups.front().done);
    before = taken({done}, before);
    CHECK(before.followups.front().done);
    CHECK_FALSE(before.followups.front().dropped);

    const auto id = before.followups.front().id.text;
    const auto restored = taken({read(exchange::read_json, fmt::format(R"({{"followups": [{{"id": "{}", )"
                                                                       R"("due": "2026-11-25", )"
                                                                       R"("dropped": "2026-11-17"}}]}})",
                                                                       id))},
                                before);
    CHECK(restored.followups.front().dropped);
    CHECK_FALSE(restored.followups.front().done);
}

TEST_CASE("of two journals that close a follow-up otherwise the one named first is right") {
    const auto closed = [](const std::string& how) {
        return read(exchange::read_json, fmt::format(R"({{"followups": [{{"id": "f1", "due": "2026-11-25"{}}}]}})",
                                                     how.empty() ? "" : fmt::format(R"(, "{}": "2026-11-19")", how)));
    };
    const auto open = taken({closed("")}, journal({}));
    const auto dropped = taken({closed("dropped")}, journal({}));
    for (const auto& before : {journal({}), open, dropped}) {
        const auto done_first = taken({closed("done"), closed("dropped")}, before).followups.front();
        CHECK(done_first.done);
        CHECK_FALSE(done_first.dropped);
        const auto dropped_first = taken({closed("dropped"), closed("done")}, before).followups.front();
        CHECK_FALSE(dropped_first.done);
        CHECK(dropped_first.dropped);
    }
}
