// The people of a calendar's entries.
#include "calendar_reading.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace kith;
using namespace kith::test;

TEST_CASE("who is called by the family name first is called as people say it") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"\"Souza, Ana\"", "Ana Souza"},
        {"\"SOUZA SILVA,ANA\"", "ANA SOUZA SILVA"},
        {"\"Ōe, 健\"", "健 Ōe"},
        {"Ana Souza", "Ana Souza"},
        {"\"Souza, Ana, Acme\"", "Souza, Ana, Acme"},
        {"\"Souza, Ana (Acme)\"", "Ana Souza"},
        {"\"Müller, Jürgen (EXT)\"", "Jürgen Müller"},
        {"\"Müller (EXT), Jürgen\"", "Jürgen Müller"},
        {"Ana Souza [Acme] (she/her)", "Ana Souza"},
        {"Ana (Aninha) Souza", "Ana (Aninha) Souza"},
        {"(Acme)", "(Acme)"},
        {"'Nora'", "Nora"},
        {"\"'Souza, Ana'\"", "Ana Souza"},
        {"Nora O'", "Nora O'"},
        {"''", "a@example.org"},
        {"\"Ana Souza, PhD\"", "Ana Souza, PhD"},
        {"\"Ana Souza, CTO\"", "Ana Souza, CTO"},
        {"\"Bo Li, Jr.\"", "Bo Li, Jr."},
        {"\"Souza, 2\"", "Souza, 2"},
        {"\"Souza,\"", "Souza,"},
        {"\", Ana\"", ", Ana"},
    };
    for (const auto& [written, said] : cases) {
        CAPTURE(written);
        const auto batch =
            read_calendar(calendar(event("DTSTART:20261122\nATTENDEE;CN=" + written + ":mailto:a@example.org")));
        REQUIRE(batch.people.size() == 1);
        CHECK(batch.people.front().record.name == said);
    }
}

TEST_CASE("attendees with one mailbox are several where their names are, and one where they may be one") {
    const auto names = [](const std::string& attendees) {
        std::string text;
        for (const auto& person : read_calendar(calendar(event("DTSTART:20261122T100000\n" + attendees))).people)
            text += person.record.name + ";";
        return text;
    };
    const std::string office = ":mailto:office@example.org";
    CHECK(names("ATTENDEE;CN=Ann Kay" + office + "\nATTENDEE;CN=Bob Lee" + office + "\nATTENDEE;CN=Ann" + office) ==
          "Ann Kay;Bob Lee;");
    CHECK(names("ATTENDEE" + office + "\nATTENDEE;CN=Bob Lee" + office + "\nATTENDEE" + office) == "Bob Lee;");
}

TEST_CASE("the user, whose calendar it is, is nobody who is asked to come") {
    using Names = std::vector<std::string>;
    const auto offered = [](const std::string& name, const Names& own_addresses) {
        auto options = options_of_tests();
        options.own_addresses = own_addresses;
        Names names;
        for (const auto& person :
             read_calendar(
                 calendar(name + event("DTSTART:20261122T100000\nORGANIZER;CN=Eva Ruiz:mailto:eva@example.org\n"
                                       "ATTENDEE;CN=Jo:mailto:Jo%2Bwork@Example.org\n"
                                       "ATTENDEE;CN=Bo Li:mailto:bo@example.org\nATTENDEE;CN=Ana:tel:1")),
                 options)
                 .people)
            names.push_back(person.record.name);
        return names;
    };
    const Names all{"Eva Ruiz", "Jo", "Bo Li", "Ana"};
    CHECK(offered("", {}) == all);
    CHECK(offered("X-WR-CALNAME:Work\n", {}) == all);
    CHECK(offered("X-WR-CALNAME:eva @ work\n", {}) == all);
    CHECK(offered("X-WR-CALNAME:jo+work@example.org\n", {}) == Names{"Eva Ruiz", "Bo Li", "Ana"});
    CHECK(offered("X-WR-CALNAME:EVA@example.org\n", {}) == Names{"Jo", "Bo Li", "Ana"});
    CHECK(offered("", {"JO+work@example.org"}) == Names{"Eva Ruiz", "Bo Li", "Ana"});
    CHECK(offered("X-WR-CALNAME:eva@example.org\n", {"jo+work@example.org", "ana@example.org"}) ==
          Names{"Bo Li", "Ana"});
}
