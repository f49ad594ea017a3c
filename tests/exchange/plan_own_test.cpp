// Kith's own files on a journal where somebody else has the id.
#include "kith/exchange/plan.hpp"
#include "kith/exchange/readers.hpp"
#include "kith/exchange/write_vcard.hpp"

#include "calendar_reading.hpp"
#include "planning.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kith;
using namespace kith::test;
using exchange::Alike;
using exchange::Batch;

namespace {

core::Person anna(const std::string& email, const std::string& note) {
    auto anna = person("anna-berg", "Anna Berg");
    anna.email = email;
    anna.note = note;
    return anna;
}

Batch own(const core::Person& person) {
    Batch batch;
    batch.people.push_back({{person, {}, 2}, {}, false});
    return batch;
}

core::Interaction entry(const std::string& id) {
    core::Interaction entry;
    entry.id = {id};
    entry.date = {*core::parse_iso_date("2026-11-20"), std::nullopt};
    entry.with = {{"anna-berg"}};
    return entry;
}

const std::vector<core::PersonId> with_the_second{{"anna-berg-2"}};

} // namespace

TEST_CASE("of many of one name the one who came before is found again") {
    std::vector<core::Person> people;
    for (int number = 1; number <= 5; ++number) {
        auto anna = person(number == 1 ? "anna-berg" : "anna-berg-" + std::to_string(number), "Anna Berg");
        anna.birthday = "198" + std::to_string(number) + "-01-01";
        people.push_back(anna);
    }
    auto fifth = people.back();
    fifth.id = {"anna-berg"}; // As the file has it, where the first one here has that id.
    CHECK(changes_nothing(planned({own(fifth)}, journal(people))));
}

TEST_CASE("an id that somebody else has here replaces nothing, and what names it names who was meant") {
    auto records = journal({anna("here@example.org", "Tea")});
    records.interactions = {entry("here")};
    auto file = own(anna("there@example.org", "Coffee"));
    file.interactions = {{entry("here"), {}, 3}, {entry("there"), {}, 4}};
    const auto plan = planned({file}, records);
    CHECK(plan.people.changed.empty());
    CHECK(plan.interactions.changed.empty()); // What was with the one stays with her.
    REQUIRE(plan.people.added.size() == 1);
    CHECK(plan.people.added[0].id.text == "anna-berg-2");
    CHECK(plan.people.added[0].note == "Coffee");
    CHECK(plan.alike == std::vector<Alike>{{"Anna Berg", {"anna-berg"}, {"anna-berg-2"}}});
    REQUIRE(plan.interactions.added.size() == 1);
    CHECK(plan.interactions.added[0].with == with_the_second);

    const auto now = carried_out(plan, records);
    CHECK(changes_nothing(planned({file}, now)));
    file.people[0].record.note = "Cake";
    const auto again = planned({file}, now);
    REQUIRE(again.people.changed.size() == 1);
    CHECK(again.people.changed[0].after.id.text == "anna-berg-2");
    CHECK(again.people.changed[0].after.note == "Cake");

    // Whom the user made one stay one, as they are.
    auto merged = records;
    auto both = anna("here@example.org", "Tea");
    both.was = {{"anna-berg-2"}};
    merged.people = core::People({both}, {});
    CHECK(planned({file}, merged).people.added.empty());
    CHECK(planned({file}, merged).people.changed.empty());
}

TEST_CASE("an id is the same person's where nothing speaks against it") {
    const auto records = journal({anna("anna@example.org", "Tea")});
    const auto is_the_same = [&records](const core::Person& person) {
        const auto plan = planned({own(person)}, records);
        return plan.people.added.empty() && plan.people.changed.size() == 1;
    };
    CHECK(is_the_same(anna("ANNA@example.org", "Coffee")));
    CHECK(is_the_same(anna("", "Coffee")));
    auto married = anna("anna@example.org", "Coffee");
    married.name = "Anna Lind";
    CHECK(is_the_same(married));
    auto shorter = anna("", "Coffee");
    shorter.name = "Anna";
    CHECK(is_the_same(shorter));

    CHECK_FALSE(is_the_same(anna("other@example.org", "Tea")));
    auto other = anna("", "Coffee");
    other.name = "Anna Lind";
    CHECK_FALSE(is_the_same(other));

    auto born = records.people.all().front();
    born.birthday = "1990-05-02";
    auto another = anna("", "Coffee");
    another.birthday = "1960-01-01";
    CHECK(planned({own(another)}, journal({born})).people.added.size() == 1);
}

TEST_CASE("two files whose people have one id and are two stay two, in either order") {
    const auto first = own(anna("a@example.org", "Tea"));
    const auto second = own(anna("b@example.org", "Coffee"));
    const auto now = carried_out(planned({first, second}, journal({})), journal({}));
    REQUIRE(now.people.all().size() == 2);
    CHECK(changes_nothing(planned({first, second}, now)));
    CHECK(changes_nothing(planned({second, first}, now)));
}

TEST_CASE("the number that an id gets is none that the file has too") {
    auto file = own(anna("there@example.org", "Coffee"));
    auto second = person("anna-berg-2", "Anna Berg");
    second.email = "second@example.org";
    file.people.push_back({{second, {}, 3}, {}, false});
    const auto records = journal({anna("here@example.org", "Tea")});
    const auto now = carried_out(planned({file}, records), records);
    REQUIRE(now.people.all().size() == 3);
    CHECK(now.people.find({"anna-berg-2"})->email == "second@example.org");
    CHECK(now.people.find({"anna-berg-3"})->email == "there@example.org");
    CHECK(changes_nothing(planned({file}, now)));
}

TEST_CASE("somebody whom kith wrote into a card is known on the way back, unless something speaks against it") {
    const auto records = journal({person("bo", "Bo"), person("bo-2", "Bo")});
    auto card = test::card("Bo", "kith-person-bo");
    CHECK(changes_nothing(planned({batch({card})}, records)));
    card.record.organisation = "Ferrous";
    const auto plan = planned({batch({card})}, records);
    CHECK(plan.people.added.empty());
    REQUIRE(plan.people.changed.size() == 1);
    CHECK(plan.people.changed[0].after.id.text == "bo");
    CHECK(plan.people.changed[0].after.organisation == "Ferrous");
    CHECK(changes_nothing(planned({batch({card})}, carried_out(plan, records))));
    card.record.name = "Ana Souza";
    CHECK(planned({batch({card})}, records).people.added.size() == 1);
}

TEST_CASE("what another program has changed in a card that kith wrote is told, each time, and stays as it is here") {
    auto bo = person("bo", "Bo Li");
    bo.city = "Lisbon";
    bo.organisation = "Ferrous";
    const auto records = journal({bo});
    auto card = test::card("Bo Ruiz Li", "kith-person-bo");
    card.record.city = "Porto";
    card.record.organisation = "Ferrous";
    card.record.handles = {{"mastodon", "@bo@example.org"}};
    const auto plan = planned({batch({card})}, records);
    REQUIRE(plan.people.changed.size() == 1);
    CHECK(plan.people.changed[0].after.city == "Lisbon");
    CHECK(plan.people.changed[0].after.handles == card.record.handles);
    const std::vector<exchange::Skipped> told{
        {1, "Bo Li: name 'Bo Ruiz Li', city 'Porto' are not taken: kith wrote this card, and what is here stays",
         true}};
    CHECK(plan.skipped[0] == told);
    const auto again = planned({batch({card})}, carried_out(plan, records));
    CHECK(changes_nothing(again));
    CHECK(again.skipped[0] == told);
}

TEST_CASE("of a card that nobody has touched nothing is told") {
    auto ana = person("ana-souza", "Dr. Ana  Souza");
    ana.aliases = {"Aninha", "A."};
    ana.groups = {"rust", "club", "rust"};
    ana.city = " Lisbon ";
    ana.birthday = "05-02";
    ana.role = "Engineer, LLVM; and more";
    ana.note = "Line one  \nline two\n";
    ana.handles = {{"linkedin", "in/anasouza"}, {"phone", "+351 210"}, {"email-2", "ana@home.example"}};
    const auto records = journal({ana});
    for (const auto version : {exchange::VcardVersion::v3, exchange::VcardVersion::v4}) {
        const auto file = exchange::read_vcard(exchange::pull_from(exchange::write_vcard(ana, version)), {});
        const auto plan = planned({file}, records);
        CHECK(changes_nothing(plan));
        CHECK(plan.skipped[0].empty());
    }
}

TEST_CASE("records without ids are found again, as many of them as there are") {
    auto records = journal({});
    Batch file;
    for (const char* note : {"Tea", "Coffee", "Tea", "Tea"}) {
        auto nameless = entry("");
        nameless.note = note;
        file.interactions.push_back({nameless, {}, 1});
    }
    records.interactions = {file.interactions[0].record};
    const auto plan = planned({file}, records);
    REQUIRE(plan.interactions.added.size() == 3);
    CHECK(plan.interactions.there == 1);
    const auto now = carried_out(plan, records);
    CHECK(changes_nothing(planned({file}, now)));
    CHECK(changes_nothing(planned({file, file}, now)));
    CHECK(planned({file, file}, records).interactions.added.size() == 3);
}

TEST_CASE("somebody without an id is the only one with the full name, unless something speaks against it") {
    const auto of = [](const std::string& name, const std::string& city, const std::string& email = "") {
        auto zoe = person("", name);
        zoe.city = city;
        zoe.email = email;
        return own(zoe);
    };
    auto now = carried_out(planned({of("Zoe Quinn", "")}, journal({})), journal({}));
    now = carried_out(planned({of("Zoe Quinn", "Porto")}, now), now);
    REQUIRE(now.people.all().size() == 1);
    CHECK(now.people.all().front().city == "Porto");
    CHECK(changes_nothing(planned({of("Zoe Quinn", "")}, now)));

    auto known = person("zoe", "Zoe Quinn");
    known.email = "zoe@example.org";
    const auto plan = planned({of("Zoe Quinn", "Porto")}, journal({known}));
    REQUIRE(plan.people.changed.size() == 1);
    CHECK(plan.people.changed[0].after.id.text == "zoe");
    CHECK(planned({of("Zoe Quinn", "Porto", "other@example.org")}, journal({known})).people.added.size() == 1);
    CHECK(planned({of("Zoe", "Porto")}, journal({person("zoe", "Zoe")})).people.added.size() == 1);
    CHECK(planned({of("Zoe Quinn", "Porto")}, journal({known, person("zoe-2", "Zoe Quinn")})).people.added.size() == 1);
    auto two = of("Zoe Quinn", "Porto");
    two.people.push_back(of("Zoe Quinn", "Faro").people.front());
    const auto both = carried_out(planned({two}, journal({known})), journal({known}));
    CHECK(both.people.all().size() == 3);
    CHECK(changes_nothing(planned({two}, both)));
}

TEST_CASE("what kith's own file brings in is found by the files after it") {
    const auto calendar_file = read_calendar(calendar(event("DTSTART;VALUE=DATE:20261125")));
    const auto first = carried_out(planned({calendar_file}, journal({})), journal({}));
    REQUIRE(first.events.size() == 1);
    exchange::Batch own;
    exchange::Incoming<core::Event> incoming;
    incoming.record = first.events.front();
    own.events.push_back(incoming);
    CHECK(planned({own, calendar_file}, journal({})).events.added.size() == 1);
    CHECK(changes_nothing(planned({own, calendar_file}, first)));
}

TEST_CASE("somebody whom kith's own file has as merged and who is here stays, and the pair is listed") {
    const auto there = journal({person("ana-souza", "Ana Souza"), person("ana-souza-2", "Ana Souza")});
    auto merged = card("Ana Souza");
    merged.record.id = {"ana-souza"};
    merged.record.was = {{"ana-souza-2"}, {"ana-s"}};
    const auto plan = planned({batch({merged}, "")}, there);
    REQUIRE(plan.people.changed.size() == 1);
    CHECK(plan.people.changed.front().after.was == std::vector<core::PersonId>{{"ana-s"}});
    REQUIRE(plan.alike.size() == 1);
    CHECK(plan.alike.front() == exchange::Alike{"Ana Souza", {"ana-souza"}, {"ana-souza-2"}});
    CHECK(planned({batch({merged}, "")}, journal({})).people.added.front().was.size() == 2);
}
