// Kith's own files, of a journal that has records of one source under other ids.
#include "kith/exchange/origin.hpp"
#include "kith/exchange/plan.hpp"
#include "kith/exchange/readers.hpp"

#include "calendar_planning.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kith;
using namespace kith::test;
using exchange::Batch;
using exchange::JournalRecords;

namespace {

/// All of a journal, as its JSON has it.
Batch own(const JournalRecords& records) {
    Batch batch;
    const auto take = [](const auto& all, auto& incoming) {
        for (const auto& record : all) incoming.push_back({record, {}, 2, {}, false});
    };
    for (const auto& person : records.people.all()) batch.people.push_back({{person, {}, 2, {}, false}, {}, false});
    take(records.interactions, batch.interactions);
    take(records.events, batch.events);
    take(records.followups, batch.followups);
    return batch;
}

JournalRecords after(const std::vector<Batch>& files, const JournalRecords& before) {
    return carried_out(planned(files, before), before);
}

/// The same with ids of its own.
JournalRecords with_ids(JournalRecords records, const std::string& prefix) {
    auto people = records.people.all();
    for (auto& each : people) each.id = {prefix + each.id.text};
    records.people = core::People(people, {});
    for (auto& each : records.interactions) each.id = {prefix + each.id.text};
    for (auto& each : records.events) each.id = {prefix + each.id.text};
    for (auto& each : records.followups) each.id = {prefix + each.id.text};
    return records;
}

const std::string call = "BEGIN:VTODO\nUID:t\nSUMMARY:Call\nDUE:20261130\nEND:VTODO\n";

} // namespace

TEST_CASE("records that two journals have from one source are one, and what names them names those that are here") {
    const auto table = read(exchange::read_csv, "id,date,note\n1,2026-11-04,five\n2,2026-11-05,six\n");
    const auto calendar = batch_of(event("DTSTART:20261110T180000") + "\n" + call);
    auto there = with_ids(after({table, calendar}, journal({})), "there");
    auto closing = core::Interaction{};
    closing.id = {"closing1"};
    closing.date = there.interactions.front().date;
    closing.closes = there.followups.front().id;
    closing.event = there.events.front().id;
    there.interactions.push_back(closing);
    there.followups.front().done = closing.date.date;
    there.followups.front().closed_by = closing.id;
    there.followups.front().origin = there.interactions.front().id;
    auto met = person("bo", "Bo Li");
    met.met_at = there.events.front().id;
    there.people = core::People({met}, {});

    const auto here = with_ids(after({table, calendar}, journal({})), "here");
    const auto now = after({own(there)}, here);
    REQUIRE(now.interactions.size() == 3);
    REQUIRE(now.events.size() == 1);
    REQUIRE(now.followups.size() == 1);
    CHECK(now.events.front().id == here.events.front().id);
    CHECK(now.interactions.back().closes == here.followups.front().id);
    CHECK(now.interactions.back().event == here.events.front().id);
    CHECK(now.followups.front().done);
    CHECK(now.followups.front().origin == here.interactions.front().id);
    CHECK(now.followups.front().closed_by == closing.id);
    CHECK(now.people.all().front().met_at == here.events.front().id);
    for (const auto& again : {std::vector{own(there)}, {table}, {calendar}, {table, own(there)}, {own(there), table}})
        CHECK(changes_nothing(planned(again, now)));
    // In one command, and into an empty journal.
    const auto together = after({table, calendar, own(there)}, journal({}));
    CHECK(together.interactions.size() == 3);
    CHECK(together.followups.size() == 1);
    CHECK(changes_nothing(planned({table, calendar, own(there)}, together)));
    CHECK(own(after({own(there)}, journal({}))).interactions.size() == 3);
}

TEST_CASE("a row that another table has under the same id is another record in kith's own file, too") {
    const auto mine = read(exchange::read_csv, "id,date,note\n1,2026-11-04,five\n");
    const auto theirs = read(exchange::read_csv, "id,date,note\n1,2026-11-05,five\n");
    const auto there = with_ids(after({theirs}, journal({})), "there");
    const auto here = after({mine}, journal({}));
    CHECK(after({own(there)}, here).interactions.size() == 2);
    // An edited one is the same: the other journal has it as it was.
    auto edited = with_ids(here, "there");
    edited.interactions.front().note = "Five o'clock tea";
    edited.interactions.front().date.date = *core::make_date(2026, 11, 3);
    const auto now = after({own(edited)}, here);
    REQUIRE(now.interactions.size() == 1);
    CHECK(now.interactions.front().note == "Five o'clock tea");
}

TEST_CASE("somebody whom kith's own file has by another id is found by e-mail, profile or source") {
    auto here = person("ana-souza", "Ana Souza");
    here.email = "ana@example.org";
    auto there = person("ana-s", "Ana Souza");
    there.email = "ANA@example.org";
    there.city = "Lisbon";
    JournalRecords file = journal({there});
    core::Interaction entry;
    entry.id = {"k7f2q9xa"};
    entry.date.date = *core::make_date(2026, 11, 4);
    entry.with = {there.id};
    file.interactions = {entry};
    const auto before = journal({here});
    const auto now = after({own(file)}, before);
    REQUIRE(now.people.all().size() == 1);
    CHECK(now.people.all().front().id == here.id);
    CHECK(now.people.all().front().city == "Lisbon");
    CHECK(now.interactions.front().with == std::vector{here.id});
    CHECK(changes_nothing(planned({own(file)}, now)));

    const auto count = [](const core::Person& one, const core::Person& other) {
        return after({own(journal({other}))}, journal({one})).people.all().size();
    };
    auto other = there;
    other.name = "Jorge Souza"; // Of one mailbox.
    CHECK(count(here, other) == 2);
    other = there;
    other.email.clear(); // The name alone tells nothing.
    CHECK(count(here, other) == 2);
    auto one = here;
    one.email.clear();
    one.imported = other.imported = {{"from", "vcard"}, {"key", "u-1"}};
    CHECK(count(one, other) == 1);
    // Two of one e-mail whom the file has both are two.
    const auto family = journal({here, there});
    CHECK(after({own(family)}, journal({})).people.all().size() == 2);
    CHECK(after({own(family)}, before).people.all().size() == 2);
    CHECK(changes_nothing(planned({own(family)}, family)));
}
