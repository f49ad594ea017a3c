// The names of vCards that have the family first.
#include "planning.hpp"
#include "reading.hpp"

#include <doctest/doctest.h>

using namespace kith;
using namespace kith::test;

namespace {

exchange::Batch cards_of(const std::string& lines) {
    return read(exchange::read_vcard, "BEGIN:VCARD\nVERSION:3.0\n" + lines + "\nEND:VCARD\n");
}

} // namespace

TEST_CASE("of a name with the family first N says which is which") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"FN:Müller\\, Jürgen\nN:Müller;Jürgen;;;", "Jürgen Müller"},
        {"N:Müller;Jürgen;;;\nFN:Müller\\,Jürgen", "Jürgen Müller"},
        {"FN:Müller\\, Jürgen Karl\nN:Müller;Jürgen;Karl;;", "Jürgen Karl Müller"},
        {"FN:Müller\\, Jürgen\nN:Müller;Jürgen;Karl;;", "Jürgen Müller"},
        {"FN:Souza\\, jr.\\, Ana\nN:Souza\\, jr.;Ana", "Ana Souza, jr."},
        // Anything else is what somebody has written.
        {"FN:Müller\\, Jürgen", "Müller, Jürgen"},
        {"FN:Müller\\, Jürgen (Acme)\nN:Müller;Jürgen;;;", "Müller, Jürgen (Acme)"},
        {"FN:Müller Jürgen\nN:Müller;Jürgen;;;", "Müller Jürgen"},
        {"FN:Jürgen\\, Müller\nN:Müller;Jürgen;;;", "Jürgen, Müller"},
        {"FN:Müller\\, \nN:Müller;;;;", "Müller,"},
        {"UID:kith-person-x\nFN:Müller\\, Jürgen\nN:Müller;Jürgen;;;", "Müller, Jürgen"},
        {"FN:Müller\\, Jürgen\nN:Müller;Jürgen;;;\nUID:kith-person-x", "Müller, Jürgen"},
    };
    for (const auto& [lines, name] : cases) {
        CAPTURE(lines);
        const auto batch = cards_of(lines);
        REQUIRE(batch.people.size() == 1);
        CHECK(batch.people.front().record.name == name);
    }
}

TEST_CASE("who came in with the family first is renamed by the same card, and nobody is doubled") {
    for (const std::string lines : {"", "UID:u-1\n", "EMAIL:jm@example.org\n", "TEL:+49 731 555 0101\n",
                                    "BDAY:1970-01-02\nORG:Acme\n", "NICKNAME:JM\nURL:https://github.com/jm\n"}) {
        CAPTURE(lines);
        // Without N it comes in as it did from cards with it.
        const auto before = cards_of("FN:Müller\\, Jürgen\n" + lines);
        const auto now = cards_of("FN:Müller\\, Jürgen\nN:Müller;Jürgen;;;\n" + lines);
        auto records = carried_out(planned({before}, journal({})), journal({}));
        REQUIRE(records.people.all().size() == 1);
        CHECK(records.people.all().front().name == "Müller, Jürgen");
        const auto plan = planned({now}, records);
        CHECK(plan.people.added.empty());
        REQUIRE(plan.people.changed.size() == 1);
        CHECK(plan.people.changed.front().after.name == "Jürgen Müller");
        records = carried_out(plan, records);
        CHECK(changes_nothing(planned({now}, records)));
        // With an address, which is then what the card is known by, it is the same one.
        const auto more =
            planned({cards_of("FN:Müller\\, Jürgen\nN:Müller;Jürgen;;;\nEMAIL:j@example.org\n" + lines)}, records);
        CHECK(more.people.added.empty());
    }
}

TEST_CASE("two cards with no more than one name, family first, are two") {
    const auto cards =
        read(exchange::read_vcard, "BEGIN:VCARD\nFN:Müller\\, Jürgen\nN:Müller;Jürgen\nTEL:+49 731 5550101\n"
                                   "END:VCARD\nBEGIN:VCARD\nFN:Müller\\, Jürgen\nN:Müller;Jürgen\n"
                                   "TEL:+49 731 5550202\nEND:VCARD\n");
    CHECK(cards.people.at(0).record.name == "Jürgen Müller");
    const auto plan = planned({cards}, journal({}));
    CHECK(plan.people.added.size() == 2);
    CHECK(changes_nothing(planned({cards}, carried_out(plan, journal({})))));
}
