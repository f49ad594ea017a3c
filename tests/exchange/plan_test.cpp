// Who is who, and what an import adds, changes and leaves.
#include "kith/core/records.hpp"
#include "kith/exchange/origin.hpp"
#include "kith/exchange/plan.hpp"

#include "planning.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace kith;
using namespace kith::test;
using exchange::Alike;
using exchange::Batch;
using exchange::IncomingPerson;
using exchange::JournalRecords;
using exchange::Plan;

namespace {

/// `ana-souza ana-souza-2`: who is in the journal after the cards were imported twice, the second time for nothing.
std::string after(const std::vector<IncomingPerson>& cards, const JournalRecords& before) {
    const auto first = planned({batch(cards)}, before);
    const auto now = carried_out(first, before);
    CHECK(changes_nothing(planned({batch(cards)}, now)));
    std::string ids;
    for (const auto& each : now.people.all()) ids += (ids.empty() ? "" : " ") + each.id.text;
    return ids;
}

} // namespace

TEST_CASE("somebody is found by key, e-mail, profile, and by a full name that nothing contradicts") {
    auto known = person("ana", "Ana Souza");
    known.email = "Ana@Example.org";
    known.birthday = "1990-05-02";
    known.handles = {{"linkedin", "https://www.linkedin.com/in/AnaSouza/"}, {"phone", "1"}};
    known.imported = {{"from", "vcard"}, {"key", "uid-1"}};
    const auto records = journal({known, person("bo", "Bo"), person("eva", "Eva Ruiz"), person("eva-2", "Eva Ruiz")});
    const std::string nobody_new = "ana bo eva eva-2";

    CHECK(after({card("A. S.", "uid-1")}, records) == nobody_new);
    CHECK(after({card("Ana S.", "uid-2", "ana@example.ORG")}, records) == nobody_new);
    CHECK(after({card("ANA SOUZA")}, records) == nobody_new);
    CHECK(after({card("Aña Souza", "uid-9")}, records) == nobody_new);
    auto profile = card("Ana S.");
    profile.record.handles = {{"linkedin", "in/anasouza"}};
    CHECK(after({profile}, records) == nobody_new);
    auto birthday = card("Ana Souza");
    birthday.record.birthday = "05-02";
    CHECK(after({birthday}, records) == nobody_new);

    // Not by a word, a name that two have, or one that something speaks against.
    CHECK(after({card("Bo")}, records) == nobody_new + " bo-2");
    CHECK(after({card("Eva Ruiz")}, records) == nobody_new + " eva-ruiz");
    CHECK(after({card("Ana Souza", "uid-2", "other@example.org")}, records) == nobody_new + " ana-souza");
    birthday.record.birthday = "05-03";
    CHECK(after({birthday}, records) == nobody_new + " ana-souza");
    auto other = card("Ana Souza");
    other.record.handles = {{"linkedin", "in/ana-souza-2"}};
    CHECK(after({other}, records) == nobody_new + " ana-souza");
    auto phone = card("Ana Souza");
    phone.record.handles = {{"phone", "2"}};
    CHECK(after({phone}, records) == nobody_new);
    phone = card("Rui Costa");
    phone.record.handles = {{"phone", "1"}};
    CHECK(after({phone}, records) == nobody_new + " rui-costa");
}

TEST_CASE("cards of one file with a key or an e-mail in common are one person") {
    const auto empty = journal({});
    CHECK(after({card("Ana Souza", "1"), card("Ana S.", "1")}, empty) == "ana-souza");
    CHECK(after({card("Ana Souza", "1", "a@x.org"), card("Ana S.", {}, "A@x.org")}, empty) == "ana-souza");
    auto second = card("Ana S.", "1");
    second.record.city = "Lisbon";
    const auto plan = planned({batch({card("Ana Souza", "1"), second})}, empty);
    CHECK(plan.people.added.front().city == "Lisbon");
    CHECK(plan.people.added.front().name == "Ana Souza");

    // A name alone makes nobody one, be it the key.
    CHECK(after({card("Ana Souza", "1"), card("Ana Souza", "2")}, empty) == "ana-souza ana-souza-2");
    CHECK(after({card("Ana Souza", "Ana Souza"), card("Ana Souza", "Ana Souza")}, empty) == "ana-souza ana-souza-2");
}

TEST_CASE("a mailbox that several share makes nobody one") {
    const auto empty = journal({});
    const std::vector<IncomingPerson> office{card("Ana Souza", "u-1", "info@acme.com"),
                                             card("Bruno Lima", "u-2", "info@acme.com")};
    CHECK(after(office, empty) == "ana-souza bruno-lima");
    CHECK(planned({batch(office)}, empty).alike == std::vector<Alike>{{"Bruno Lima", {"ana-souza"}, {"bruno-lima"}}});
    CHECK(after({card("Ana Souza", {}, "info@acme.com"), card("Bruno Lima", {}, "info@acme.com")}, empty) ==
          "ana-souza bruno-lima");
    CHECK(after({card("Ana Souza", "u-1", "a@x.org"), card("Ana Lima", "u-2", "a@x.org")}, empty) ==
          "ana-souza ana-lima");

    // A couple has the family in common too; a short form is no other given name.
    const std::string berg = "familie@berg.example";
    CHECK(after({card("Anna Berg", {}, berg), card("Lars Berg", {}, berg)}, empty) == "anna-berg lars-berg");
    CHECK(after({card("Berg, Anna", {}, berg), card("Lars Berg", {}, berg)}, empty) == "berg-anna lars-berg");
    for (const std::string same : {"A. Berg", "Berg, Anna", "Dr. Anna Berg", "Anna Lind", "Berg"})
        CHECK(after({card("Anna Berg", {}, berg), card(same, {}, berg)}, empty) == "anna-berg");
    for (const auto& [first, second] : std::vector<std::pair<std::string, std::string>>{{"Amartya Sen", "A. Sen"},
                                                                                        {"Amartya Sen", "Amartya"},
                                                                                        {"Jun Tanaka", "J. Tanaka"},
                                                                                        {"Иван Петров", "И. Петров"}})
        CHECK(planned({batch({card(first, {}, berg), card(second, {}, berg)})}, empty).people.added.size() == 1);
    for (const std::string vague : {"Kraus", "J. Kraus"}) {
        const std::vector family{card(vague, {}, berg), card("Julia Kraus", {}, berg), card("Jan Kraus", {}, berg)};
        CHECK(planned({batch(family)}, empty).people.added.size() == 3);
        const auto before = carried_out(planned({batch({family[0]})}, empty), empty);
        const auto after = carried_out(planned({batch({family[1], family[2]})}, before), before);
        CHECK(after.people.all().size() == 2);
        CHECK(changes_nothing(planned({batch({family[1], family[2]})}, after)));
    }
    const std::vector<std::pair<std::string, std::string>> apart{{"Anna von Berg", "Peter von der Weide"},
                                                                 {"Luis Garcia Lopez", "Maria Garcia"},
                                                                 {"Acme Sales", "Bob Acme Jones"},
                                                                 {"José García", "María José García"},
                                                                 {"Hans Meier", "Hans Meier jun."},
                                                                 {"Tom & Ann Fox", "Ann Fox"},
                                                                 {"Peter", "Maria"},
                                                                 {"A. Berg", "Anna Lind"}};
    for (const auto& [first, second] : apart) {
        CAPTURE(first);
        CHECK(planned({batch({card(first, {}, berg), card(second, {}, berg)})}, empty).people.added.size() == 2);
        const auto before = carried_out(planned({batch({card(first, {}, berg)})}, empty), empty);
        const auto plan = planned({batch({card(second, {}, berg)})}, before);
        CHECK(plan.people.added.size() == 1);
        CHECK(plan.people.changed.empty());
        CHECK(plan.alike.size() == 1);
    }

    // Nor one with somebody who is there, be the address the key.
    for (const std::string key : {"", "u-1"}) {
        const auto now = carried_out(planned({batch({card("Ana Souza", key, "family@home.org")})}, empty), empty);
        CHECK(after({card("Carla Reis", {}, "family@home.org")}, now) == "ana-souza carla-reis");
        CHECK(after({card("Carla Reis", "u-2", "family@home.org")}, now) == "ana-souza carla-reis");
    }
    const auto now = carried_out(planned({batch({card("Ana Souza", "u-1", "a@x.org")})}, empty), empty);
    CHECK(after({card("Ana Souza", "u-1", "a@x.org"), card("Rui Souza", "u-2", "a@x.org")}, now) ==
          "ana-souza rui-souza");
    auto born = person("ana", "Ana Souza");
    born.email = "a@x.org";
    born.birthday = "1990-05-02";
    auto other = card("Ana Souza", "u-2", "a@x.org");
    other.record.birthday = "1960-01-01";
    CHECK(after({other}, journal({born})) == "ana ana-souza");
}

TEST_CASE("two tables that count their rows do not mix their people") {
    const auto first = batch({card("Ana Souza", "1")}, "csv");
    const auto second = batch({card("Bruno Lima", "1")}, "csv");
    const auto now = carried_out(planned({first}, journal({})), journal({}));
    const auto both = carried_out(planned({second}, now), now);
    REQUIRE(both.people.all().size() == 2);
    CHECK(both.people.all().front().name == "Ana Souza");
    CHECK(changes_nothing(planned({first, second}, both)));
}

TEST_CASE("an address in common renames nobody, the source's own key does") {
    const auto cards = [](const std::string& name, const std::string& key) {
        return batch({card(name, key, "ana@example.org")});
    };
    const auto now = carried_out(planned({cards("Ana Souza", "u-1")}, journal({})), journal({}));
    const auto by_address = carried_out(planned({cards("Ana Lima", "u-2")}, now), now);
    REQUIRE(by_address.people.all().size() == 1);
    CHECK(by_address.people.all().front().name == "Ana Souza");
    CHECK(changes_nothing(planned({cards("Ana Lima", "u-2")}, by_address)));
    CHECK(carried_out(planned({cards("Carla Reis", "u-1")}, now), now).people.all().front().name == "Carla Reis");

    // Who was given a better name here is still who came from there.
    auto edited = carried_out(planned({cards("asouza", {})}, journal({})), journal({})).people.all();
    edited.front().name = "Ana Souza";
    CHECK(changes_nothing(planned({cards("asouza", {})}, journal(edited))));
}

TEST_CASE("who has the name of somebody else is told") {
    auto known = person("ana", "Ana Souza");
    known.email = "ana@example.org";
    const auto records = journal({known});
    const auto cards = batch({card("Ana Souza", "2", "other@example.org")});
    const auto plan = planned({cards}, records);
    CHECK(plan.alike == std::vector<Alike>{{"Ana Souza", {"ana"}, {"ana-souza"}}});
    CHECK(planned({cards}, carried_out(plan, records)).alike.empty());
}

TEST_CASE("signs, titles and degrees are no part of the name that tells who somebody is") {
    auto known = person("ana", "Ana Souza");
    known.email = "ana@example.org";
    const auto records = journal({known});
    for (const std::string decorated : {"Ana Souza 🚀", "👩🏽‍💻 Ana Souza", "Dr. Ana Souza", "Ana Souza, PhD",
                                        "Ana Souza, MBA, PMP", "Prof. ANA SOUZA PhD ⭐"}) {
        CAPTURE(decorated);
        CHECK(after({card(decorated, "uid-1")}, records) == "ana"); // She keeps her name, and the only one with it.
        CHECK(carried_out(planned({batch({card(decorated)})}, records), records).people.all()[0].name == "Ana Souza");
        const auto other = planned({batch({card(decorated, "uid-1", "other@example.org")})}, records);
        CHECK(other.people.added.size() == 1);
        CHECK(other.alike == std::vector<Alike>{{decorated, {"ana"}, other.people.added.front().id}});
        // And the other way round.
        auto kept = known;
        kept.name = decorated;
        CHECK(after({card("Ana Souza", "uid-1")}, journal({kept})) == "ana");
    }

    // What is in brackets may be what tells two apart: they are told to be alike, and no more.
    const auto plan = planned({batch({card("Ana (Ferrous) Souza", "uid-1")})}, records);
    REQUIRE(plan.people.added.size() == 1);
    CHECK(plan.alike.size() == 1);
    // A comma turns a name around; the same family is not the same name.
    CHECK(planned({batch({card("Souza, Rui", "uid-1")})}, journal({person("a", "Souza, Ana")})).alike.empty());
    // A sign that two have in common says nothing of who they are.
    const std::string berg = "familie@berg.example";
    CHECK(after({card("Anna Berg 🚀", {}, berg), card("Lars Berg 🚀", {}, berg)}, journal({})) == "anna-berg lars-berg");
    CHECK(after({card("🚀"), card("⭐")}, journal({})) == "person person-2");
}

TEST_CASE("several files see each other's people") {
    auto of_phone = card("Ana Souza", "uid", "ana@example.org");
    of_phone.record.handles = {{"phone", "1"}};
    auto of_linkedin = card("Ana Souza", "in/ana");
    of_linkedin.record.handles = {{"linkedin", "in/ana"}};
    const std::vector<Batch> batches{batch({of_linkedin}, "linkedin"), batch({of_phone}, "vcard")};
    const auto plan = planned(batches, journal({}));
    REQUIRE(plan.people.added.size() == 1);
    const auto& ana = plan.people.added.front();
    CHECK(ana.email == "ana@example.org");
    CHECK(ana.handles.size() == 2);
    CHECK(exchange::origins(ana.imported).size() == 2);
    CHECK(changes_nothing(planned(batches, carried_out(plan, journal({})))));
}

TEST_CASE("records name people by the journal's ids, and people offered only where they are known") {
    Batch calendar = batch({card("Ana Souza", {}, "ana@example.org"), card("Rui Costa", {}, "rui@example.org")}, "ics");
    calendar.people[0].record.id = {"p1"};
    calendar.people[1].record.id = {"p2"};
    calendar.people[0].is_offered = calendar.people[1].is_offered = true;
    core::Event event;
    event.id = {"e"};
    event.name = "Rust Porto";
    event.start = {*core::parse_iso_date("2026-12-03"), std::nullopt};
    event.met = {{"p1"}, {"p2"}};
    calendar.events = {{event, "uid@example.org", 3}};
    auto known = person("ana", "Ana Souza");
    known.email = "ana@example.org";
    const auto records = journal({known});

    const auto plan = planned({calendar}, records);
    REQUIRE(plan.events.added.size() == 1);
    CHECK(plan.events.added[0].id.text == "rust-porto");
    CHECK(plan.events.added[0].met == std::vector<core::PersonId>{{"ana"}});
    CHECK(plan.people.added.empty());
    CHECK(plan.people.changed.empty());
    CHECK(plan.left_out == 1);
    CHECK(changes_nothing(planned({calendar}, carried_out(plan, records))));

    const auto with_all = planned({calendar}, records, true);
    CHECK(with_all.events.added[0].met == std::vector<core::PersonId>{{"ana"}, {"rui-costa"}});
    CHECK(with_all.left_out == 0);

    // A date that was moved moves the event that came from it.
    const auto now = carried_out(plan, records);
    calendar.events[0].record.start = {*core::parse_iso_date("2026-12-04"), std::nullopt};
    const auto moved = planned({calendar}, now);
    REQUIRE(moved.events.changed.size() == 1);
    CHECK(moved.events.changed[0].after.start.date == *core::parse_iso_date("2026-12-04"));
    CHECK(moved.events.changed[0].after.id.text == "rust-porto");
}

TEST_CASE("somebody without an id, as written by hand, gets one when an entry names them") {
    Batch friends = batch({card("Bo Li")}, "friends");
    friends.people[0].record.id = {"b"};
    core::Interaction entry;
    entry.date = {*core::parse_iso_date("2026-11-20"), std::nullopt};
    entry.with = {{"b"}};
    friends.interactions = {{entry, "1", 2}};
    const auto records = journal({person("bo-li", "Bo Lind"), person({}, "Bo Li")});
    const auto plan = planned({friends}, records);
    REQUIRE(plan.people.changed.size() == 1);
    CHECK(plan.people.changed[0].after.id.text == "bo-li-2");
    REQUIRE(plan.interactions.added.size() == 1);
    CHECK(plan.interactions.added[0].with == std::vector<core::PersonId>{{"bo-li-2"}});
    CHECK(changes_nothing(planned({friends}, carried_out(plan, records))));
}

TEST_CASE("entries without a key are known by their day, people and note") {
    Batch friends = batch({card("Grace Hopper")}, "friends");
    friends.people[0].record.id = {"g"};
    core::Interaction entry;
    entry.date = {*core::parse_iso_date("2026-11-20"), std::nullopt};
    entry.with = {{"g"}, {"unheard-of"}};
    entry.note = "Lunch";
    friends.interactions = {{entry, {}, 2}};
    const auto plan = planned({friends}, journal({}));
    REQUIRE(plan.interactions.added.size() == 1);
    CHECK(plan.interactions.added[0].with == std::vector<core::PersonId>{{"grace-hopper"}, {"unheard-of"}});
    CHECK(plan.interactions.added[0].id.text == "new1");
    const auto now = carried_out(plan, journal({}));
    CHECK(changes_nothing(planned({friends}, now)));

    // Also once two people were made one.
    auto merged = now;
    auto grace = person("grace", "Grace Hopper");
    grace.was = {{"grace-hopper"}};
    grace.imported = now.people.all().front().imported;
    merged.people = core::People({grace}, {});
    CHECK(changes_nothing(planned({friends}, merged)));
}

TEST_CASE("kith's own records keep their ids and win over what is there") {
    Batch own = batch({card("Ana Souza"), card("Bo Li"), card("Bob Li"), card("Bo Li")}, "");
    own.people[0].record.id = {"ana"};
    own.people[0].record.imported = {{"from", "linkedin"}};
    own.people[1].record.id = {"bo"};
    own.people[2].record.id = {"bo"};
    own.people[2].line = 9;
    own.people[3].record.id = {"old"};
    auto known = person("ana", "Ana");
    known.was = {{"old"}};
    const auto records = journal({known});
    const auto plan = planned({own}, records);
    REQUIRE(plan.people.changed.size() == 1);
    auto ana = own.people[0].record;
    ana.was = known.was;
    CHECK(plan.people.changed[0].after == ana);
    REQUIRE(plan.people.added.size() == 1);
    CHECK(plan.people.added[0] == own.people[1].record);
    const std::vector<exchange::Skipped> skipped{{1, "old is ana now"}, {9, "the id bo stands in line 1 already"}};
    CHECK(plan.skipped == std::vector<std::vector<exchange::Skipped>>{skipped});
    CHECK(planned({own}, carried_out(plan, records)).people.there == 2);
}

TEST_CASE("kith's own records take nothing off by not having it") {
    auto known = person("ana-souza", "Ana Souza");
    known.aliases = {"aninha"};
    known.groups = {"mentors"};
    known.birthday = "1990-05-02";
    known.handles = {{"linkedin", "in/ana"}};
    known.note = "Tea";
    Batch own = batch({card("Ana Souza")}, "");
    own.people[0].record.id = known.id;
    auto records = journal({known});
    CHECK(changes_nothing(planned({own}, records)));
    own.people[0].record.email = "a@x.org";
    own.people[0].record.groups = {"rust"};
    const auto plan = planned({own}, records);
    REQUIRE(plan.people.changed.size() == 1);
    known.email = "a@x.org";
    known.groups = {"rust"};
    CHECK(plan.people.changed[0].after == known);

    core::Followup followup;
    followup.id = {"m3qd8w1z"};
    followup.due = {*core::parse_iso_date("2026-12-03"), std::nullopt};
    followup.note = "slides";
    records.followups = {followup};
    followup.note.clear();
    own.followups = {{followup, {}, 2}};
    CHECK(planned({own}, records).followups.changed.empty());
}

TEST_CASE("a table of entries with kith's ids keeps them, and is nothing new where it came from") {
    Batch entries;
    entries.from = "csv";
    core::Interaction entry;
    entry.id = {"k7f2q9xa"};
    entry.date = {*core::parse_iso_date("2026-11-20"), std::nullopt};
    entry.with = {{"ana"}};
    entries.interactions = {{entry, "k7f2q9xa", 2}};
    auto records = journal({person("ana", "Ana Souza")});
    const auto plan = planned({entries}, records);
    REQUIRE(plan.interactions.added.size() == 1);
    CHECK(plan.interactions.added[0].id.text == "k7f2q9xa");
    CHECK(plan.interactions.added[0].with == std::vector<core::PersonId>{{"ana"}});
    CHECK(changes_nothing(planned({entries}, carried_out(plan, records))));
    records.interactions = {entry};
    CHECK(changes_nothing(planned({entries}, records)));
}
