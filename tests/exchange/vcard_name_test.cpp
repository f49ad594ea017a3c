// The names of vCards: those that have the family first, and titles.
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

TEST_CASE("what N has as titles is no part of the name, but a title that is known stays in it") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"FN:Dra. Ana Souza\nN:Souza;Ana;;Dra.;", "Dra. Ana Souza"},
        {"FN:Mag. Dipl.-Ing. Ana Souza\nN:Souza;Ana;;Mag. Dipl.-Ing.;", "Mag. Dipl.-Ing. Ana Souza"},
        {"FN:Kpt. Ana Souza\nN:Souza;Ana;;Kpt.;", "Ana Souza"},
        {"FN:Kpt. Dr. Ana Souza\nN:Souza;Ana;;Kpt.,Dr.;", "Dr. Ana Souza"},
        {"FN:Ana Souza\\, ACP\\, PhD\nN:Souza;Ana;;;ACP\\,PhD", "Ana Souza, PhD"},
        {"FN:Ana Souza ACP\nN:Souza;Ana;;;ACP", "Ana Souza"},
        {"FN:Ana Souza\\, ACP\nN:Souza;Ana;;;ACP", "Ana Souza"},
        {"FN:John Smith III\nN:Smith;John;;;III", "John Smith III"},
        // Where names of N would be lost, or one alone be left, it is as somebody has written it.
        {"FN:Kpt. Ana Souza\nN:Souza;Ana Lena;;Kpt.;", "Kpt. Ana Souza"},
        {"FN:Ana Ana Souza\nN:Souza;Ana;;Ana;", "Ana Ana Souza"},
        {"FN:Ana Uber\nN:;Ana;;;Uber", "Ana Uber"},
        {"FN:Kpt. Souza\nN:Souza;;;Kpt.;", "Kpt. Souza"},
        {"UID:kith-person-x\nFN:Kpt. Ana Souza\nN:Souza;Ana;;Kpt.;", "Kpt. Ana Souza"},
    };
    for (const auto& [lines, name] : cases) {
        CAPTURE(lines);
        const auto batch = cards_of(lines);
        REQUIRE(batch.people.size() == 1);
        CHECK(batch.people.front().record.name == name);
    }
    const auto ana = carried_out(planned({cards_of("FN:Ana Souza\nN:Souza;Ana;;;")}, journal({})), journal({}));
    for (const std::string title : {"Dra.", "Sra.", "Mag. Dipl.-Ing.", "Kpt."}) {
        CAPTURE(title);
        const auto card = cards_of("UID:u-1\nFN:" + title + " Ana Souza\nN:Souza;Ana;;" + title + ";");
        const auto plan = planned({card}, ana);
        CHECK(plan.people.added.empty());
        CHECK(plan.alike.empty());
        CHECK(changes_nothing(planned({card}, carried_out(plan, ana))));
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
