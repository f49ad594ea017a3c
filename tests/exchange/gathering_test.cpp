// Cards and rows of one file that are one person.
#include "kith/exchange/origin.hpp"
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

TEST_CASE("what two cards made one have beyond a thousand is told") {
    std::vector<std::string> groups;
    for (int i = 0; i < 1200; ++i) groups.push_back("g" + std::to_string(i));
    const auto first = noted("", {groups.begin(), groups.begin() + 900}, 1);
    CHECK(planned({batch({first, noted("", {groups.begin() + 800, groups.begin() + 1000}, 7)})}, journal({}))
              .skipped.at(0)
              .empty());
    const auto plan = planned({batch({first, noted("", {groups.begin() + 800, groups.end()}, 7)})}, journal({}));
    CHECK(plan.people.added.front().groups.size() == 1000);
    CHECK(plan.skipped.at(0) == std::vector<Skipped>{{7, "groups of Ana Souza beyond 1000", true}});
}

TEST_CASE("a card that is there twice says nothing twice") {
    const auto card = noted("one", {"rust"}, 1);
    const auto plan = planned({batch({card, card})}, journal({}));
    REQUIRE(plan.people.added.size() == 1);
    CHECK(plan.people.added.front().note == "one");
    CHECK(plan.skipped.at(0).empty());
}

TEST_CASE("a short name in a mailbox that two share is neither's, wherever it stands in the file") {
    const auto of = [](const std::string& name, int line) {
        auto card = test::card(name, {}, "doe@example.org");
        card.line = line;
        return card;
    };
    const auto names = [](const exchange::Plan& plan) {
        std::vector<std::string> all;
        for (const auto& person : plan.people.added) all.push_back(person.name);
        return all;
    };
    using Names = std::vector<std::string>;
    for (const std::string name : {"J. Doe", "Doe", ""}) {
        CAPTURE(name);
        const std::string called = name.empty() ? "doe@example.org" : name;
        const auto first = batch({of(name, 1), of("John Doe", 5), of("Jane Doe", 9)});
        const auto plan = planned({first}, journal({}));
        CHECK(names(plan) == Names{called, "John Doe", "Jane Doe"});
        CHECK(changes_nothing(planned({first}, carried_out(plan, journal({})))));
        const auto last = batch({of("John Doe", 1), of("Jane Doe", 5), of(name, 9), of(name, 13)});
        CHECK(names(planned({last}, journal({}))) == Names{"John Doe", "Jane Doe", called});
        CHECK(names(planned({batch({of(name, 1), of("John Doe", 5)})}, journal({}))) == Names{"John Doe"});
    }
}

TEST_CASE("a short card gives the whole one its own key") {
    auto whole = test::card("John Doe", {}, "doe@example.org");
    auto part = test::card("J. Doe", "u-1", "doe@example.org");
    auto plan = planned({batch({whole, part})}, journal({}));
    REQUIRE(plan.people.added.size() == 1);
    CHECK(exchange::origins(plan.people.added.front().imported) ==
          std::vector<std::pair<std::string, std::string>>{{"vcard", "u-1"}});
    plan = planned({batch({part, whole})}, journal({}));
    REQUIRE(plan.people.added.size() == 1);
    CHECK(plan.people.added.front().name == "John Doe");
    CHECK(exchange::origins(plan.people.added.front().imported) ==
          std::vector<std::pair<std::string, std::string>>{{"vcard", "u-1"}});
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

TEST_CASE("e-mails beyond the ninth are told, of one card, of a row, and of cards that are put together") {
    const auto with_emails = [](int from, int until, int line) {
        auto card = test::card("Ana Souza", "u-1", "ana@example.org");
        for (int i = from; i <= until; ++i) card.emails.push_back(std::to_string(i) + "@example.org");
        card.line = line;
        return card;
    };
    CHECK(planned({batch({with_emails(2, 9, 1)})}, journal({})).skipped.at(0).empty());
    for (const std::string from : {"vcard", "csv"}) {
        const auto plan = planned({batch({with_emails(2, 12, 4)}, from)}, journal({}));
        CHECK(plan.people.added.front().handles.size() == 8);
        CHECK(plan.skipped.at(0) ==
              std::vector<Skipped>{{4,
                                    "Ana Souza comes in without the e-mails beyond the ninth: 10@example.org, "
                                    "11@example.org, 12@example.org",
                                    true}});
    }
    const auto both = batch({with_emails(2, 6, 1), with_emails(5, 14, 20)});
    CHECK(planned({both}, journal({})).skipped.at(0) ==
          std::vector<Skipped>{{20,
                                "Ana Souza comes in without the e-mails beyond the ninth: 10@example.org, "
                                "11@example.org, 12@example.org and 2 more",
                                true}});
}

TEST_CASE("telephones and profiles that cards put together have too many of are told") {
    std::vector<IncomingPerson> cards;
    for (int i = 0; i < 11; ++i) {
        cards.push_back(noted("", {}, i + 1));
        cards.back().record.handles = {{"phone", "+351 21 055501" + std::to_string(10 + i)}, {"github", "ana"}};
    }
    const auto plan = planned({batch(cards)}, journal({}));
    CHECK(plan.people.added.front().handles.size() == 10);
    const std::string reason = "nine of a network are the most";
    CHECK(plan.skipped.at(0) ==
          std::vector<Skipped>{{10, "Ana Souza comes in without the phone '+351 21 05550119': " + reason, true},
                               {11, "Ana Souza comes in without the phone '+351 21 05550120': " + reason, true}});
}

TEST_CASE("very many cards of one person are put together in the time of each") {
    std::vector<IncomingPerson> cards;
    std::string note;
    for (int i = 0; i < 3000; ++i) {
        const auto text = "what is said in the card with the number " + std::to_string(i);
        cards.push_back(noted(text, {"\u00e9" + std::to_string(i % 900)}, i + 1));
        note += (note.empty() ? "" : "\n\n") + text;
    }
    for (const int again : {0, 50, 2000, 2999}) cards.push_back(cards.at(static_cast<std::size_t>(again)));
    cards.push_back(noted("the number 17", {}, 9000));
    const auto plan = planned({batch(cards)}, journal({}));
    REQUIRE(plan.people.added.size() == 1);
    CHECK(plan.people.added.front().note == note);
    CHECK(plan.people.added.front().groups.size() == 900);
    CHECK(plan.skipped.at(0).empty());
}

TEST_CASE("a value of a megabyte that differs is told in short") {
    auto first = noted("", {}, 1);
    auto second = noted("", {}, 7);
    first.record.role = std::string(100000, 'x');
    second.record.role = "Manager";
    const auto told = planned({batch({first, second})}, journal({})).skipped.at(0);
    REQUIRE(told.size() == 1);
    CHECK(told.front().reason.size() < 250);
    CHECK(told.front().reason.starts_with("role 'Manager': line 1 is the same person, and has 'xxxxx"));
    CHECK(told.front().reason.ends_with("xx..'"));
}

TEST_CASE("two cards of a file that the user made one are that one, whatever their names") {
    auto first = test::card("Robert Li", {}, "robert@example.org");
    first.record.handles = {{"phone", "+49 30 1234567"}, {"phone-2", "+49 171 1"}};
    auto second = test::card("Bob Lee", {}, "bob@example.org");
    second.record.handles = {{"phone", "+49 30 123-4567"}, {"phone-2", "+49 171 2"}};
    const auto file = batch({first, second});
    const auto apart = carried_out(planned({file}, journal({})), journal({}));
    REQUIRE(apart.people.all().size() == 2);
    auto one = apart.people.all()[0];
    const auto& gone = apart.people.all()[1];
    one.was = {gone.id};
    one.handles = {{"phone", "+49 30 1234567"},
                   {"phone-2", "+49 171 1"},
                   {"email-2", "bob@example.org"},
                   {"phone-3", "+49 171 2"}};
    one.imported = exchange::with_origins(one.imported, gone.imported);
    auto now = journal({one});
    for (int i = 0; i < 2; ++i) { // What the first says of the other card is told once.
        const auto plan = planned({file}, now);
        CHECK(plan.people.added.empty());
        now = carried_out(plan, now);
        CHECK(now.people.all().front().handles == one.handles);
    }
    CHECK(changes_nothing(planned({file}, now)));
}

TEST_CASE("short names in a mailbox of very many are there once, wherever they stand") {
    std::vector<IncomingPerson> cards;
    for (int i = 0; i < 25; ++i)
        cards.push_back(test::card("N" + std::string(1, static_cast<char>('a' + i)), {}, "team@example.org"));
    for (std::size_t again = 0; again < cards.size(); ++again) {
        auto file = cards;
        file.push_back(cards[again]);
        CHECK(planned({batch(file)}, journal({})).people.added.size() == cards.size());
    }
}
