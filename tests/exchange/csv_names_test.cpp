// Names in tables, by the family's first.
#include "planning.hpp"
#include "reading.hpp"

#include <doctest/doctest.h>

using namespace kith;
using test::read;

namespace {

std::string name_of(const std::string& cell) {
    std::string quoted = cell;
    for (auto at = quoted.find('"'); at != quoted.npos; at = quoted.find('"', at + 2)) quoted.insert(at, 1, '"');
    const auto batch = read(exchange::read_csv, "Name,City\n\"" + quoted + "\",\n");
    return batch.people.size() == 1 ? batch.people.at(0).record.name : "";
}

exchange::Batch table_of(const std::string& name, const std::string& email) {
    return read(exchange::read_csv, "Name,Email,Phone\n\"" + name + "\"," + email + ",123\n");
}

/// The journal into which such a table was brought in when names stayed as they were.
exchange::JournalRecords brought_in_before(const std::string& name, const std::string& email) {
    auto card = test::card(name, email.empty() ? name : email, email);
    card.record.handles = {{"phone", "123"}};
    return test::carried_out(test::planned({test::batch({card}, "csv")}, {}), {});
}

} // namespace

TEST_CASE("who is listed by the family's name is called as people say it") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"Müller, Jürgen", "Jürgen Müller"},
        {"Müller,Jürgen", "Jürgen Müller"},
        {"Sen, Amartya", "Amartya Sen"},
        {"MÜLLER, ANNA", "ANNA MÜLLER"},
        {"souza, ana", "ana souza"},
        {"van der Berg, Jan", "Jan van der Berg"},
        {"Berg, Jan van der", "Jan van der Berg"},
        {"Müller, Dr. Jürgen", "Dr. Jürgen Müller"},
        {"Müller, Jürgen Dr.", "Dr. Jürgen Müller"},
        {"Dr. Müller, Jürgen", "Dr. Jürgen Müller"},
        {"King, Martin Luther Jr.", "Martin Luther King Jr."},
        {"King Jr., Martin Luther", "Martin Luther King Jr."},
        {"King, Martin Luther, Jr.", "Martin Luther King, Jr."},
        {"Souza, Ana, PhD", "Ana Souza, PhD"},
        {"Souza, Ana (Ferrous)", "Ana Souza (Ferrous)"},
        {"Souza, A.", "A. Souza"},
        {"Le, Anna", "Anna Le"},
        {"Tan, Eng", "Eng Tan"},
        {"Ortega y Gasset, José", "José Ortega y Gasset"},
    };
    for (const auto& [cell, name] : cases) {
        CAPTURE(cell);
        CHECK(name_of(cell) == name);
    }
}

TEST_CASE("a comma of a degree, an enterprise, a trade or a list turns no name around") {
    for (const std::string name : {"Jane Doe, PhD",
                                   "Jane Doe, Ph.D., MBA",
                                   "Jane Doe, M.D.",
                                   "Ana Souza, Berlin",
                                   "Ana Souza, Product Manager",
                                   "García Márquez, Gabriel",
                                   "Doe, PhD",
                                   "Bo Li, Jr.",
                                   "Bo Li, III",
                                   "Bo Li, Senior",
                                   "Ana Souza, CTO",
                                   "Ana Souza, Dr.",
                                   "Souza, Dr.",
                                   "Ana Souza, Eng",
                                   "Ana Souza, engineer",
                                   "Ana Souza, Engineer, Porto",
                                   "Acme, Inc.",
                                   "ACME, INC.",
                                   "Acme, AG",
                                   "ACME, AG",
                                   "Acme GmbH, Kiel",
                                   "Acme Widgets, Co. Ltd.",
                                   "Smith, Jones & Co",
                                   "Smith, Jones and Sons",
                                   "Ana, Bo, Cy",
                                   "Souza, Ana and Bo",
                                   "Souza,",
                                   ", Ana",
                                   "Souza, 2",
                                   "Room 4, Ana",
                                   "Souza, Ana - Ferrous",
                                   "Souza (Ferrous), Ana",
                                   "Souza, \"Aninha\" Ana",
                                   "University of Porto, Faculty",
                                   "Universidade Nova Lisboa, Reitoria",
                                   "Souza Ana",
                                   "Dr. med. Souza, Ana",
                                   "Dr., Ana"}) {
        CAPTURE(name);
        CHECK(name_of(name) == name);
    }
}

TEST_CASE("names in columns of their own, and in kith's own table, stay as they are") {
    CHECK(read(exchange::read_csv, "First Name,Last Name\nAna,\"Souza, Engineer\"\n").people.at(0).record.name ==
          "Ana Souza, Engineer");
    CHECK(read(exchange::read_csv, "name,given name\n\"Souza, Ana\",Ana\n").people.at(0).record.name == "Ana Souza");
    CHECK(read(exchange::read_csv,
               "id,was,name,aliases,groups,every,late,snoozed_until,met,met_at,organisation,role,city,email,birthday,"
               "handles,note,imported\nana,,\"Souza, Ana\",,,,,,,,,,,,,,,\n")
              .people.at(0)
              .record.name == "Souza, Ana");
}

TEST_CASE("who came in by the family's name first is renamed by the same table, and nobody is doubled") {
    for (const std::string email : {"", "jm@example.org"}) {
        CAPTURE(email);
        const auto before = brought_in_before("Müller, Jürgen", email);
        REQUIRE(before.people.all().size() == 1);
        const auto batch = table_of("Müller, Jürgen", email);
        const auto plan = test::planned({batch}, before);
        CHECK(plan.people.added.empty());
        CHECK(plan.alike.empty());
        REQUIRE(plan.people.changed.size() == 1);
        CHECK(plan.people.changed.front().after.name == "Jürgen Müller");
        CHECK(plan.people.changed.front().after.id == before.people.all().front().id);
        CHECK(test::changes_nothing(test::planned({batch}, test::carried_out(plan, before))));
    }
}

TEST_CASE("who came in by the family's name first and was renamed since stays as they are called") {
    for (const std::string email : {"", "jm@example.org"})
        for (const std::string name : {"Jürgen Müller", "Jürgen H. Müller"}) {
            CAPTURE(email);
            CAPTURE(name);
            auto renamed = brought_in_before("Müller, Jürgen", email).people.all().front();
            renamed.name = name;
            const auto plan = test::planned({table_of("Müller, Jürgen", email)}, test::journal({renamed}));
            CHECK(plan.people.added.empty());
            const auto& changed = plan.people.changed;
            CHECK((changed.empty() || changed.front().after.name == name));
        }
}

TEST_CASE("a table that lists somebody by the family's name finds who came from it as people say it") {
    for (const std::string email : {"", "jm@example.org"}) {
        const auto before = brought_in_before("Jürgen Müller", email);
        const auto plan = test::planned({table_of("Müller, Jürgen", email)}, before);
        CHECK(plan.people.added.empty());
        CHECK(test::carried_out(plan, before).people.all().front().name == "Jürgen Müller");
    }
}
