// Cards that kith wrote, on their way back and in another journal.
#include "kith/exchange/plan.hpp"
#include "kith/exchange/readers.hpp"
#include "kith/exchange/write_vcard.hpp"

#include "planning.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kith;
using namespace kith::test;
using exchange::Batch;
using exchange::JournalRecords;

namespace {

core::Person known(const std::string& id, const std::string& name, const std::string& email,
                   const std::string& birthday = {}) {
    auto person = test::person(id, name);
    person.email = email;
    person.birthday = birthday;
    return person;
}

Batch export_of(const JournalRecords& records) {
    std::string cards;
    for (const auto& person : records.people.all()) cards += exchange::write_vcard(person, exchange::VcardVersion::v3);
    return exchange::read_vcard(exchange::pull_from(cards), {});
}

/// The journal after the file, which changes nothing when it comes again.
JournalRecords after(const Batch& file, const JournalRecords& before) {
    auto now = carried_out(planned({file}, before), before);
    CHECK(changes_nothing(planned({file}, now)));
    return now;
}

void check_is_own(const core::Person& here, const core::Person& in_card) {
    const auto records = journal({here});
    const auto file = export_of(journal({in_card}));
    CHECK(planned({file}, records).people.added.empty());
    CHECK(after(file, records).people.all().size() == 1);
}

} // namespace

TEST_CASE("the cards of two journals that have other people by one id stay apart, in both directions and each time") {
    const auto first = journal({known("ana-souza", "Ana Souza", "ana@a.org")});
    auto other = known("ana-souza", "Ana Souza", "ana@b.org");
    other.note = "mine";
    auto second = after(export_of(first), journal({other}));
    REQUIRE(second.people.all().size() == 2);
    CHECK(second.people.all()[0] == other);
    CHECK(second.people.all()[1].id.text == "ana-souza-2");
    CHECK(second.people.all()[1].email == "ana@a.org");

    const auto own = planned({export_of(second)}, second);
    CHECK(changes_nothing(own));
    CHECK(own.people.there == 2);
    CHECK(own.skipped[0].empty());

    auto both = after(export_of(second), first);
    REQUIRE(both.people.all().size() == 2);
    CHECK(both.people.all()[0].email == "ana@a.org");
    CHECK(both.people.all()[0].note.empty());
    CHECK(both.people.all()[1].email == "ana@b.org");
    CHECK(both.people.all()[1].note == "mine");
    CHECK(changes_nothing(planned({export_of(both)}, both)));
    for (int turn = 0; turn < 2; ++turn) {
        second = after(export_of(both), second);
        both = after(export_of(second), both);
        CHECK(second.people.all().size() == 2);
        CHECK(both.people.all().size() == 2);
    }

    // What changes in the other journal changes who came from there.
    auto moved = first.people.all().front();
    moved.city = "Porto";
    second = after(export_of(journal({moved})), second);
    REQUIRE(second.people.all().size() == 2);
    CHECK(second.people.all()[0].city.empty());
    CHECK(second.people.all()[0].note == "mine");
    CHECK(second.people.all()[1].city == "Porto");
}

TEST_CASE(
    "a card that kith wrote is who it was made from, whatever of it has changed, where anything else is the same") {
    const auto ann = known("ann-bee", "Ann Bee", "a@b.org", "1990-01-01");
    check_is_own(ann, known("ann-bee", "Ann Bee", "ann@new.org", "1990-01-01"));
    check_is_own(ann, known("ann-bee", "Ann Bee", "a@b.org", "1990-01-11"));
    check_is_own(ann, known("ann-bee", "Eve Sea", "a@b.org", "1990-01-11"));
    check_is_own(ann, known("ann-bee", "Eve Sea", "ann@new.org", "1990-01-01"));
    check_is_own(ann, known("ann-bee", "Eve Sea", "", "1990-01-01"));

    auto at_work = known("ann-bee", "Ann Bee", "a@b.org");
    at_work.organisation = "Acme";
    auto moved = at_work;
    moved.email = "ann@new.org";
    check_is_own(at_work, moved);

    // Where no more than the name is, which the id is made of, another journal may have written it.
    const auto is_another = [](const core::Person& here, const core::Person& in_card) {
        return planned({export_of(journal({in_card}))}, journal({here})).people.added.size() == 1;
    };
    CHECK(is_another(known("ann-bee", "Ann Bee", "a@b.org"), known("ann-bee", "Ann Bee", "ann@new.org")));
    CHECK(is_another(ann, known("ann-bee", "Eve Sea", "ann@new.org", "1990-01-11")));
    CHECK(is_another(ann, known("ann-bee", "Eve Sea", "")));
}

TEST_CASE("what another program has changed in a card that kith wrote is told, and an e-mail is a further one") {
    const auto ann = known("ann-bee", "Ann Bee", "a@b.org", "1990-01-01");
    const auto file = export_of(journal({known("ann-bee", "Ann Bee", "ann@new.org", "1990-01-01")}));
    const auto now = after(file, journal({ann}));
    CHECK(now.people.all().front().email == "a@b.org");
    CHECK(now.people.all().front().handles == core::TextTable{{"email-2", "ann@new.org"}});

    const auto born = export_of(journal({known("ann-bee", "Ann Bee", "a@b.org", "1990-01-11")}));
    const auto plan = planned({born}, journal({ann}));
    CHECK(changes_nothing(plan));
    REQUIRE(plan.skipped[0].size() == 1);
    CHECK(plan.skipped[0].front().reason ==
          "Ann Bee: birthday '1990-01-11' is not taken: kith wrote this card, and what is here stays");
}

TEST_CASE("cards of two whom the user made one since are that one") {
    const auto two = journal({known("ann-bee", "Ann Bee", "a@b.org"), known("ann", "Ann", "ann@new.org")});
    auto one = known("ann-bee", "Ann Bee", "a@b.org");
    one.handles = {{"email-2", "ann@new.org"}};
    one.was = {{"ann"}};
    CHECK(after(export_of(two), journal({one})).people.all() == core::People({one}, {}).all());
}
