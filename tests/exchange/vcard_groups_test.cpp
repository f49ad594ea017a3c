// Groups in cards, and cards that are groups.
#include "vcard_reading.hpp"

#include <doctest/doctest.h>

using namespace kith;
using test::card_with;
using test::person_with;
using test::read;

TEST_CASE("groups become labels, but in a card of kith's own") {
    const std::string groups = "CATEGORIES:N\u00facleo Duro,Core,CORE\n";
    CHECK(person_with(groups).groups == std::vector<std::string>{"nucleo-duro", "core"});
    CHECK(person_with("UID:kith-person-ana\n" + groups).groups == std::vector<std::string>{"N\u00facleo Duro", "Core"});
}

TEST_CASE("a card that is none of a person is told") {
    const auto told = [](const std::string& kind) {
        const auto batch =
            read(exchange::read_vcard, card_with("UID:a") + "BEGIN:VCARD\nVERSION:4.0\n" + kind + "\nEND:VCARD\n");
        CHECK((batch.people.size() == 1) == !batch.skipped.empty());
        if (batch.skipped.empty()) return std::string();
        CHECK(batch.skipped.front().line == 6);
        CHECK(!batch.skipped.front().is_note);
        return batch.skipped.front().reason;
    };
    CHECK(told("KIND:group\nFN:Rust Friends\nMEMBER:urn:uuid:b") ==
          "Rust Friends is a group, and nobody of it is in this file");
    CHECK(told("X-ADDRESSBOOKSERVER-KIND:group\nFN:Rust") == "Rust is a group, and nobody of it is in this file");
    CHECK(told("KIND:group\nFN:\nMEMBER:a") == "a group without a name");
    CHECK(told("KIND:group\nFN:!!!\nMEMBER:a") == "!!! is a group, and its name has no letter or digit");
    CHECK(told("KIND:ORG\nFN:Ferrous") == "Ferrous is an organisation");
    CHECK(told("KIND:location\nFN:The Barn") == "The Barn is a place");
    CHECK(told("KIND:application\nFN:Cron") == "Cron is a program");
    CHECK(told("KIND:device\nFN:Printer") == "Printer is a device");
    CHECK(told("KIND:thing\nFN:Chair") == "Chair is a thing");
    CHECK(told("KIND:individual\nFN:Bo Li").empty());
    CHECK(told("KIND:x-friend\nFN:Bo Li").empty());
    CHECK(told("X-ABSHOWAS:COMPANY\nFN:Ferrous") == "Ferrous is an organisation");
    // What the card says of its kind is right, wherever it stands.
    CHECK(told("KIND:individual\nX-ABSHOWAS:COMPANY\nFN:Bo Li").empty());
    CHECK(told("X-ABSHOWAS:COMPANY\nKIND:individual\nFN:Bo Li").empty());
    for (const std::string kind :
         {"X-ADDRESSBOOKSERVER-KIND:group\nX-ABSHOWAS:COMPANY", "X-ABSHOWAS:COMPANY\nKIND:group"})
        CHECK(told(kind + "\nFN:Rust\nMEMBER:b") == "Rust is a group, and nobody of it is in this file");
    const auto group = [](const std::string& members) {
        const auto batch =
            read(exchange::read_vcard, card_with("UID:a") + card_with("UID:o\nKIND:org") +
                                           "BEGIN:VCARD\nKIND:group\nFN:Rust\n" + members + "END:VCARD\n");
        CHECK(batch.people.front().record.groups == std::vector<std::string>{"rust"});
        std::vector<exchange::Skipped> of_group;
        for (const auto& skipped : batch.skipped)
            if (skipped.line == 12) of_group.push_back(skipped);
        return of_group;
    };
    CHECK(group("MEMBER:a\n").empty()); // Its name is with its people.
    CHECK(group("MEMBER:b\nMEMBER:a\nMEMBER:o\nMEMBER:mailto:c@x.org\n") ==
          std::vector{exchange::noted(12, "the group Rust: 3 of its 4 members are nobody in this file")});
    CHECK(group("MEMBER:a\nMEMBER:b\n") ==
          std::vector{exchange::noted(12, "the group Rust: 1 of its 2 members is nobody in this file")});
}

TEST_CASE("a group has its members by their UIDs, or by any of their e-mails") {
    const auto told_of = [](const std::string& member) {
        const auto batch =
            read(exchange::read_vcard, "BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:A\nFN:Ana\nEMAIL:ana@x.org\n"
                                       "EMAIL:Ana@Ferrous.example\nEMAIL:ana+x@x.org\nEND:VCARD\n"
                                       "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Rust\nMEMBER:" +
                                           member + "\nEND:VCARD\n");
        const bool is_in = batch.people.front().record.groups == std::vector<std::string>{"rust"};
        CHECK(is_in == batch.skipped.empty());
        return is_in ? "" : batch.skipped.front().reason;
    };
    for (const std::string member : {"a", "urn:uuid:a", "mailto:ana@x.org", "MAILTO:ANA@X.ORG",
                                     "mailto:ana@ferrous.example", "mailto:ana%2Bx@x.org", "Mailto:Ana%2bx@x.org"}) {
        CAPTURE(member);
        CHECK(told_of(member).empty());
    }
    CHECK(told_of("urn:uuid:%61") == "Rust is a group, and nobody of it is in this file");
    CHECK(told_of("mailto:bo@x.org") == "Rust is a group, and nobody of it is in this file");
}

TEST_CASE("Google's own groups are none of the user's") {
    const auto batch = read(exchange::read_vcard, card_with("CATEGORIES:myContacts,Rust Meetup,* starred"));
    CHECK(batch.people.front().record.groups == std::vector<std::string>{"rust-meetup"});
    CHECK(batch.passed_over == std::vector<std::string>{"myContacts of CATEGORIES", "* starred of CATEGORIES"});
}

TEST_CASE("a card has a thousand groups, and it is told where there are more") {
    const auto groups = [](int count) {
        std::string text = "CATEGORIES:";
        for (int i = 0; i < count; ++i) text += "g" + std::to_string(i) + ",";
        return text + "g0,G1";
    };
    CHECK(person_with(groups(150)).groups.size() == 150);
    CHECK(read(exchange::read_vcard, card_with(groups(1000))).skipped.empty());
    const auto batch = read(exchange::read_vcard, card_with(groups(1500)));
    CHECK(batch.people.front().record.groups.size() == 1000);
    CHECK(batch.skipped == std::vector<exchange::Skipped>{{1, "groups of Ana Souza beyond 1000", true}});

    std::string cards = card_with("UID:a");
    for (int i = 0; i < 1001; ++i)
        cards += "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:g" + std::to_string(i) + "\nMEMBER:a\nEND:VCARD\n";
    const auto members = read(exchange::read_vcard, cards);
    CHECK(members.people.front().record.groups.size() == 1000);
    CHECK(members.skipped == std::vector<exchange::Skipped>{{1, "the group g1000 of Ana Souza, beyond 1000", true}});
}

TEST_CASE("groups with accents, which have to be folded, are as quick where a file has very many") {
    const auto groups = [](int different, int count, const std::string& last) {
        std::string text = "CATEGORIES:";
        for (int i = 0; i < count; ++i) text += "\u00e9" + std::to_string(i % different) + ",";
        return card_with(text + last);
    };
    const auto few = read(exchange::read_vcard, groups(20, 40, "E3,\u00c917,f")).people.front().record.groups;
    CHECK(few.size() == 21);
    CHECK(few.at(17) == "e17");
    CHECK(few.back() == "f");
    const auto repeated = read(exchange::read_vcard, groups(999, 20000, "E7"));
    CHECK(repeated.people.front().record.groups.size() == 999);
    CHECK(repeated.skipped.empty());
    const auto many = read(exchange::read_vcard, groups(20000, 20000, "E7"));
    CHECK(many.people.front().record.groups.size() == 1000);
    CHECK(many.skipped == std::vector<exchange::Skipped>{{1, "groups of Ana Souza beyond 1000", true}});
}
