// Kith's own files, of a journal that has records of one source under other ids.
#include "kith/exchange/origin.hpp"
#include "kith/exchange/plan.hpp"
#include "kith/exchange/readers.hpp"

#include "calendar_planning.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>
#include <utility>
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

core::Event fair(int month, int day, const std::string& place) {
    core::Event event;
    event.id = {"fair"};
    event.name = "Fair";
    event.start.date = *core::make_date(2026, month, day);
    event.place = place;
    return event;
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

TEST_CASE("of two in kith's own file who may be somebody here neither takes the other's place") {
    const auto with_email = [](const std::string& id, const std::string& name, const std::string& email) {
        auto one = person(id, name);
        one.email = email;
        return one;
    };
    const auto ids_after = [](const std::vector<core::Person>& there, const std::vector<core::Person>& here) {
        const auto file = own(journal(there));
        const auto now = after({file}, journal(here));
        CHECK(changes_nothing(planned({file}, now)));
        std::string text;
        for (const auto& each : now.people.all()) text += each.id.text + " " + each.name + " " + each.email + "; ";
        return text;
    };
    // Another name: they are listed, and nobody is renamed.
    const auto ana = with_email("ana", "Ana", "f@x.org");
    const std::vector two{with_email("ana-maria", "Ana Maria", "f@x.org"),
                          with_email("ana-lima", "Ana Lima", "f@x.org")};
    CHECK(ids_after(two, {ana}) == "ana Ana f@x.org; ana-maria Ana Maria f@x.org; ana-lima Ana Lima f@x.org; ");
    CHECK(planned({own(journal(two))}, journal({ana})).alike.size() == 2);
    // Two whom the file has, where the id of one is that of somebody else here.
    auto older = with_email("ana-souza", "Ana Souza", "other@y.org");
    older.birthday = "1960-01-01";
    auto first = with_email("ana-souza", "Ana Souza", "f@x.org");
    first.birthday = "1990-01-01";
    CHECK(ids_after({first, with_email("ana-souza-2", "Ana Souza", "f@x.org")}, {older}) ==
          "ana-souza Ana Souza other@y.org; ana-souza-3 Ana Souza f@x.org; ana-souza-2 Ana Souza f@x.org; ");
    // An e-mail in common is none of somebody of another name who has the id.
    CHECK(
        ids_after({with_email("bo-li", "Bo Li", "family@x.org")},
                  {with_email("bo-li", "Bo Li", "bo@work.org"), with_email("jane-roe", "Jane Roe", "family@x.org")}) ==
        "bo-li Bo Li bo@work.org; jane-roe Jane Roe family@x.org; bo-li-2 Bo Li family@x.org; ");
}

TEST_CASE("two journals come to the same people and events when they exchange their files") {
    /// How many people and events either has in the end.
    const auto exchanged = [](JournalRecords here, JournalRecords there) {
        for (int turn = 0; turn < 3; ++turn) {
            there = after({own(here)}, there);
            here = after({own(there)}, here);
        }
        CHECK(changes_nothing(planned({own(there)}, here)));
        CHECK(here.people.all().size() == there.people.all().size());
        CHECK(here.events.size() == there.events.size());
        return std::pair{here.people.all().size(), here.events.size()};
    };
    const auto with_email = [](const std::string& email) {
        auto ana = person("ana-souza", "Ana Souza");
        ana.email = email;
        return ana;
    };
    CHECK(exchanged(journal({with_email("ana@x.org")}), journal({with_email("ana@y.org")})).first == 2);
    auto with_two = with_email("old@x.org");
    with_two.handles = {{"email-2", "new@x.org"}};
    CHECK(exchanged(journal({with_two}), journal({with_email("new@x.org")})).first == 1);
    auto born_in_may = person("ana-souza", "Ana Souza");
    born_in_may.birthday = "05-02";
    auto born_in_june = born_in_may;
    born_in_june.birthday = "06-02";
    CHECK(exchanged(journal({born_in_may}), journal({born_in_june})).first == 2);

    auto here = journal({});
    here.events = {fair(12, 1, "Ulm")};
    auto there = journal({});
    there.events = {fair(12, 2, "Porto")};
    CHECK(exchanged(here, there).second == 2);
    // Two of a day are two where their hours and UIDs, or places, are others.
    here.events.front().start = {*core::make_date(2026, 12, 2), std::chrono::hours{9}};
    there.events.front().start = {*core::make_date(2026, 12, 2), std::chrono::hours{15}};
    CHECK(exchanged(here, there).second == 2);
    here.events.front().place.clear();
    CHECK(exchanged(here, there).second == 1);
    here.events.front().imported = {{"from", "ics"}, {"key", "u1"}};
    there.events.front().imported = {{"from", "ics"}, {"key", "u2"}};
    CHECK(exchanged(here, there).second == 2);
}

TEST_CASE("kith's own lists in several files name the events that another of them has") {
    auto here = journal({});
    here.events = {fair(12, 1, "Ulm")};
    core::Interaction entry;
    entry.id = {"k7f2q9xa"};
    entry.date.date = *core::make_date(2026, 11, 2);
    entry.event = {"fair"};
    auto there = journal({});
    there.events = {fair(11, 2, "Porto")};
    const auto events = own(there);
    there.events = {};
    there.interactions = {entry};
    for (const auto& files : {std::vector{events, own(there)}, {own(there), events}}) {
        const auto now = after(files, here);
        REQUIRE(now.interactions.size() == 1);
        CHECK(now.interactions.front().event.text == "fair-2");
        CHECK(changes_nothing(planned(files, now)));
    }
}

TEST_CASE("who was merged here keeps the e-mail that kith's own file has as another") {
    auto here = person("ana-souza", "Ana Souza");
    here.email = "ana@other.org";
    auto there = person("ana-souza", "Ana Souza");
    there.email = "ana@x.org";
    const auto file = own(journal({there}));
    auto merged = here;
    merged.was = {{"ana-souza-2"}};
    merged.handles = {{"email-2", "ana@x.org"}};
    CHECK(changes_nothing(planned({file}, journal({merged}))));
}

TEST_CASE("kith's own tables in one command name the people whom the table of people has") {
    auto here = person("ana-souza", "Ana Souza");
    here.email = "ana@y.org";
    auto there = here;
    there.email = "ana@x.org";
    JournalRecords records = journal({there});
    core::Interaction entry;
    entry.id = {"k7f2q9xa"};
    entry.date.date = *core::make_date(2026, 11, 4);
    entry.with = {there.id};
    records.interactions = {entry};
    auto people = own(records);
    auto entries = people;
    people.interactions = {};
    entries.people = {};
    for (const auto& files : {std::vector{people, entries}, {entries, people}}) {
        const auto now = after(files, journal({here}));
        REQUIRE(now.interactions.size() == 1);
        CHECK(now.interactions.front().with == std::vector<core::PersonId>{{"ana-souza-2"}});
    }
}

TEST_CASE("an event that has only the id of another one here comes in beside it, and is found again") {
    const auto dinner = [](const std::string& id, int day, const std::string& place, const std::string& uid) {
        core::Event event;
        event.id = {id};
        event.name = "Dinner";
        event.start.date = *core::make_date(2026, 12, day);
        event.place = place;
        if (!uid.empty()) event.imported = {{"from", "ics"}, {"key", uid}};
        return event;
    };
    const auto shown = [](const JournalRecords& records) {
        std::string text;
        for (const auto& each : records.events) text += each.id.text + " " + each.place + "; ";
        return text;
    };
    auto here = journal({});
    auto there = journal({});
    struct Case {
        core::Event here, there;
        std::string now;
    };
    for (const auto& [mine, theirs, now] : std::vector<Case>{
             {dinner("dinner", 10, "Lisbon", "a"), dinner("dinner", 11, "Ulm", "b"), "dinner Lisbon; dinner-2 Ulm; "},
             {dinner("dinner", 10, "Lisbon", ""), dinner("dinner", 11, "Ulm", ""), "dinner Lisbon; dinner-2 Ulm; "},
             {dinner("dinner", 10, "Lisbon", "a"), dinner("dinner", 11, "Ulm", "a"), "dinner Ulm; "},
             {dinner("dinner", 10, "Lisbon", ""), dinner("dinner", 11, "", ""), "dinner Lisbon; "},
         }) {
        here.events = {mine};
        there.events = {theirs};
        const auto plan = planned({own(there)}, here);
        const auto once = carried_out(plan, here);
        CHECK(shown(once) == now);
        CHECK(plan.skipped.at(0).size() == (once.events.size() == 2 ? 1 : 0));
        const auto again = planned({own(there)}, once);
        CHECK(again.events.added.empty());
        CHECK(again.events.changed.empty());
    }
    // Both journals have both, under each other's ids.
    here.events = {dinner("dinner", 10, "Lisbon", "a"), dinner("dinner-2", 11, "Ulm", "b")};
    there.events = {dinner("dinner", 11, "Ulm", "b"), dinner("dinner-2", 10, "Lisbon", "a")};
    CHECK(changes_nothing(planned({own(there)}, here)));
}

TEST_CASE("a row that was edited in both journals is one, and so is an event that kith's file gives a key") {
    const auto table = read(exchange::read_csv, "id,date,note\n1,2026-11-04,tea\n");
    auto here = after({table}, journal({}));
    auto there = with_ids(here, "there");
    there.interactions.front().note = "Tea with Bo";
    there.interactions.front().date.date = *core::make_date(2026, 11, 3);
    here.interactions.front().note = "Tea and cake";
    here.interactions.front().date.date = *core::make_date(2026, 11, 5);
    CHECK(after({own(there)}, here).interactions.size() == 1);

    core::Event event;
    event.id = {"tea"};
    event.name = "Tea";
    event.start.date = *core::make_date(2026, 12, 1);
    auto records = journal({});
    records.events = {event};
    event.imported = {{"from", "ics"}, {"key", "u"}};
    auto file = journal({});
    file.events = {event};
    const auto calendar = batch_of("BEGIN:VEVENT\nUID:u\nSUMMARY:Cake\nDTSTART:20261203T100000\nEND:VEVENT");
    CHECK(after({own(file), calendar}, records).events.size() == 1);
}
