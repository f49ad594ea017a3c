// Cards and rows of one file that are one person.
#include "kith/exchange/plan.hpp"

#include "planning.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kith;
using namespace kith::test;
using exchange::IncomingPerson;
using exchange::Skipped;

namespace {

IncomingPerson noted(const std::string& note, const std::vector<std::string>& groups, int line) {
    auto card = test::card("Ana Souza", {}, "ana@example.org");
    card.record.note = note;
    card.record.groups = groups;
    card.line = line;
    return card;
}

} // namespace

TEST_CASE("of two cards made one the lists and notes are put together, and what else differs is told") {
    auto first = noted("one", {"rust"}, 1);
    auto second = noted("two", {"mentors", "rust"}, 7);
    first.record.role = "Engineer";
    first.record.aliases = second.record.aliases = {"Aninha"};
    second.record.role = "Manager";
    second.record.name = "Ana M. Souza";
    second.record.city = "Lisbon";
    const auto plan = planned({batch({first, second})}, journal({}));
    REQUIRE(plan.people.added.size() == 1);
    const auto& ana = plan.people.added.front();
    CHECK(ana.note == "one\n\ntwo");
    CHECK(ana.groups == std::vector<std::string>{"rust", "mentors"});
    CHECK(ana.aliases == std::vector<std::string>{"Aninha"});
    CHECK(ana.role == "Engineer");
    CHECK(ana.city == "Lisbon");
    const std::vector<Skipped> told{{7, "name 'Ana M. Souza': line 1 is the same person, and has 'Ana Souza'", true},
                                    {7, "role 'Manager': line 1 is the same person, and has 'Engineer'", true}};
    CHECK(plan.skipped.at(0) == told);
    CHECK(changes_nothing(planned({batch({first, second})}, carried_out(plan, journal({})))));
}

TEST_CASE("a card that is there twice says nothing twice") {
    const auto card = noted("one", {"rust"}, 1);
    const auto plan = planned({batch({card, card})}, journal({}));
    REQUIRE(plan.people.added.size() == 1);
    CHECK(plan.people.added.front().note == "one");
    CHECK(plan.skipped.at(0).empty());
}

TEST_CASE("two people of a file whom the user made one stay one") {
    auto known = person("ana", "Ana Souza");
    known.imported = {{"from", "vcard"}, {"key", "u-1"}, {"key_2", "u-2"}};
    auto first = noted("one", {"rust"}, 1);
    first.key = "u-1";
    auto second = noted("two", {"mentors"}, 7);
    second.key = "u-2";
    second.record.role = "Manager";
    first.record.role = "Engineer";
    const auto plan = planned({batch({first, second})}, journal({known}));
    CHECK(plan.people.added.empty());
    REQUIRE(plan.people.changed.size() == 1);
    CHECK(plan.people.changed[0].after.note == "one\n\ntwo");
    CHECK(plan.skipped.at(0).size() == 1);
    CHECK(changes_nothing(planned({batch({first, second})}, carried_out(plan, journal({known})))));
}

TEST_CASE("somebody whom an address book has twice, by two keys, is one, in one file as in two") {
    auto first = noted("one", {"rust"}, 1);
    auto second = noted("two", {"mentors"}, 7);
    first.key = "u-1";
    second.key = "u-2";
    first.key_kind = second.key_kind = exchange::KeyKind::own;
    first.record.role = "Engineer";
    second.record.role = "Manager";
    second.record.city = "Lisbon";
    second.emails.push_back("ana@home.example");
    const auto both = batch({first, second});
    const auto turned = batch({second, first});

    const auto plan = planned({both}, journal({}));
    REQUIRE(plan.people.added.size() == 1);
    CHECK(plan.alike.empty());
    const auto& ana = plan.people.added.front();
    CHECK(ana.note == "one\n\ntwo");
    CHECK(ana.groups == std::vector<std::string>{"rust", "mentors"});
    CHECK(ana.role == "Engineer");
    CHECK(ana.city == "Lisbon");
    CHECK(plan.skipped.at(0) ==
          std::vector<Skipped>{{7, "role 'Manager': line 1 is the same person, and has 'Engineer'", true}});
    const auto now = carried_out(plan, journal({}));
    CHECK(changes_nothing(planned({both}, now)));

    // Each is found by its key from then on, also where the address has changed.
    auto moved = second;
    moved.record.email = "ana@new.example";
    moved.emails = {moved.record.email};
    CHECK(planned({batch({first, moved})}, now).people.added.empty());
    CHECK(planned({batch({moved})}, now).people.added.empty());

    const auto of_two = carried_out(planned({batch({first}), batch({second})}, journal({})), journal({}));
    CHECK(of_two.people.all().size() == 1);
    CHECK(changes_nothing(planned({batch({first}), batch({second})}, of_two)));

    // So it is where one of them is known already, and those whom the journal has as two stay two.
    for (const auto& known : {first, second})
        for (const auto& file : {both, turned}) {
            const auto before = carried_out(planned({batch({known})}, journal({})), journal({}));
            const auto after = carried_out(planned({file}, before), before);
            CHECK(after.people.all().size() == 1);
            CHECK(changes_nothing(planned({file}, after)));
        }
    auto one = carried_out(planned({batch({first})}, journal({})), journal({})).people.all().front();
    auto other = carried_out(planned({batch({second})}, journal({})), journal({})).people.all().front();
    other.id = {"ana-souza-2"};
    CHECK(changes_nothing(planned({both}, journal({one, other}))));

    // Somebody written by hand is found by the name, which only one in the file has.
    CHECK(planned({both}, journal({person("ana", "Ana Souza")})).people.added.empty());
}

TEST_CASE("two keys of an address book with an e-mail in common are two where anything but the full name says so") {
    const auto are_two = [](const std::string& name, const std::string& other_name, const std::string& birthday = "") {
        auto first = card(name, "u-1", "a@example.org");
        auto second = card(other_name, "u-2", "a@example.org");
        first.record.birthday = "1990-05-02";
        second.record.birthday = birthday;
        return planned({batch({first, second})}, journal({})).people.added.size() == 2;
    };
    CHECK_FALSE(are_two("Ana Souza", "ANA SOUZA"));
    CHECK_FALSE(are_two("Ana Souza", "Dr. Ana Souza", "05-02"));
    CHECK(are_two("Ana Souza", "Ana Souza", "1960-01-01"));
    CHECK(are_two("Ana Souza", "Ana Lima"));
    CHECK(are_two("Ana", "Ana"));
}

TEST_CASE("a mailbox that many have makes nobody one, and tells nothing of who they may be") {
    for (const std::string key : {"", "u-"}) {
        std::vector<IncomingPerson> office;
        for (char each = 'A'; each <= 'Z'; ++each) {
            const std::string name = std::string(3, each) + " " + std::string(4, each);
            office.push_back(card(name, key.empty() ? "" : key + each, "info@acme.com"));
        }
        const auto plan = planned({batch(office)}, journal({}));
        CHECK(plan.people.added.size() == 26);
        CHECK(plan.alike.back().name == "UUU UUUU");
        auto now = carried_out(plan, journal({}));
        CHECK(changes_nothing(planned({batch(office)}, now)));

        // Nor is somebody new whom the user has renamed.
        auto people = now.people.all();
        people.back().name = "Zoe";
        now.people = core::People(people, {});
        CHECK(changes_nothing(planned({batch(office)}, now)));
    }
}
