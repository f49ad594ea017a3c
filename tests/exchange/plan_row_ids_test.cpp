// Tables whose rows have ids: which of them are records that are here, and which only have their ids.
#include "kith/exchange/origin.hpp"
#include "kith/exchange/plan.hpp"
#include "kith/exchange/readers.hpp"

#include "planning.hpp"
#include "reading.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace kith;
using namespace kith::test;
using exchange::Batch;

namespace {

Batch table(const std::string& text) {
    return read(exchange::read_csv, text);
}

exchange::JournalRecords after(const std::vector<Batch>& files, const exchange::JournalRecords& before = journal({})) {
    return carried_out(planned(files, before), before);
}

/// `2: the id ...` of each that is skipped or noted.
std::string told(const exchange::Plan& plan) {
    std::string text;
    for (const auto& file : plan.skipped)
        for (const auto& each : file) text += std::to_string(each.line) + ": " + each.reason + "\n";
    return text;
}

std::string shown(const std::vector<core::Interaction>& entries) {
    std::string text;
    for (const auto& entry : entries) text += core::to_text(entry.date) + " " + entry.note + "\n";
    return text;
}

exchange::JournalRecords with_own_entry() {
    core::Interaction entry;
    entry.id = {"k7f2q9xa"};
    entry.date = {*core::parse_iso_date("2026-11-04"), std::nullopt};
    entry.note = "mine";
    auto records = journal({});
    records.interactions = {entry};
    return records;
}

} // namespace

TEST_CASE("a second table with the ids of the first overwrites nothing, and nothing of either is lost") {
    struct Case {
        std::string first, second;
        const char* note;
    };
    const std::vector<Case> cases{
        {"id,date,note\n1,2026-11-04,from A\n", "id,date,note\n1,2026-11-05,from B\n",
         "2: the id 1 is another entry's here; this one comes in beside it\n"},
        {"ID,Event,Start\n1,Conf,2026-12-04\n", "ID,Event,Start\n1,Meetup,2026-12-05\n",
         "2: the id 1 is another event's here; this one comes in beside it\n"},
        {"id,due,note\n1,2026-12-04,Call\n", "id,due,note\n1,2026-12-05,Write\n",
         "2: the id 1 is another follow-up's here; this one comes in beside it\n"},
    };
    for (const auto& each : cases) {
        CAPTURE(each.first);
        const auto first = table(each.first);
        const auto second = table(each.second);
        const auto records = after({first});
        const auto plan = planned({second}, records);
        CHECK(told(plan) == each.note);
        CHECK(plan.interactions.added.size() + plan.events.added.size() + plan.followups.added.size() == 1);
        CHECK(plan.interactions.changed.size() + plan.events.changed.size() + plan.followups.changed.size() == 0);
        const auto now = carried_out(plan, records);
        for (const auto& again : {std::vector<Batch>{first}, {second}, {first, second}, {second, first}}) {
            CHECK(changes_nothing(planned(again, now)));
            CHECK(told(planned(again, now)).empty());
        }
        // In one command they are the same two.
        const auto together = after({first, second});
        CHECK(together.interactions.size() + together.events.size() + together.followups.size() == 2);
        CHECK(changes_nothing(planned({second}, together)));
    }
}

TEST_CASE("each of two tables with one id goes on to change what came from it") {
    const auto records = after({table("id,date,note\n1,2026-11-04,from A\n"), table("id,date,note\n1,2026-11-05,B\n")});
    CHECK(shown(after({table("id,date,note\n1,2026-11-06,B\n")}, records).interactions) ==
          "2026-11-04 from A\n2026-11-06 B\n");
    CHECK(shown(after({table("id,date,note\n1,2026-11-04,of A\n")}, records).interactions) ==
          "2026-11-04 of A\n2026-11-05 B\n");
    // The note tells more than the day does.
    CHECK(shown(after({table("id,date,note\n1,2026-11-04,B\n")}, records).interactions) ==
          "2026-11-04 from A\n2026-11-04 B\n");
    // Where the first was removed, the second is found all the same.
    auto rest = records;
    rest.interactions.erase(rest.interactions.begin());
    CHECK(changes_nothing(planned({table("id,date,note\n1,2026-11-05,B\n")}, rest)));
}

TEST_CASE("a row whose record was edited since is still that record, in day and note") {
    const auto file = table("id,date,note\n1,2026-11-04,five\n");
    auto now = after({file});
    now.interactions[0].note = "Coffee about the fifth";
    now.interactions[0].date.date = *core::parse_iso_date("2026-11-03");
    CHECK(changes_nothing(planned({file}, now)));
    CHECK(told(planned({file}, now)).empty());
    // What its source changes then is told, and stays.
    const auto changed = planned({table("id,date,note\n1,2026-11-04,six\n")}, now);
    CHECK(changes_nothing(changed));
    CHECK(told(changed) == "2: the entry 1 stays as it is here: 2026-11-03, Coffee about the fifth\n");
    // One that was by hand before, and of which only the tag was taken.
    auto found = journal({});
    found.interactions = with_own_entry().interactions;
    const auto rows = table("id,Date,Notes,Tags\n7,2026-11-04,mine,rust\n");
    auto taken = after({rows}, found);
    REQUIRE(taken.interactions.size() == 1);
    taken.interactions[0].note = "else";
    taken.interactions[0].date.date = *core::parse_iso_date("2026-11-03");
    CHECK(changes_nothing(planned({rows}, taken)));
}

TEST_CASE("a row with the id of an entry that was logged here says what it says otherwise") {
    const auto records = with_own_entry();
    CHECK(told(planned({table("id,date,note\nk7f2q9xa,2026-11-04,mine\n")}, records)).empty());
    const auto other_note = planned({table("id,date,note\nk7f2q9xa,2026-11-04,other\n")}, records);
    CHECK(changes_nothing(other_note));
    CHECK(told(other_note) == "2: the entry k7f2q9xa stays as it is here: 2026-11-04, mine\n");
    // No other journal has an id that kith has made by chance.
    const auto changed = planned({table("id,date,note\nk7f2q9xa,2026-11-05,other\n")}, records);
    CHECK(changes_nothing(changed));
    CHECK(told(changed) == "2: the entry k7f2q9xa stays as it is here: 2026-11-04, mine\n");
}

TEST_CASE("of two files of one command that say different things of a row the first is right, and it is told") {
    const auto plan =
        planned({table("id,date,note\n1,2026-11-04,five\n"), table("id,date,note\n1,2026-11-04,six\n")}, journal({}));
    REQUIRE(plan.interactions.added.size() == 1);
    CHECK(plan.interactions.added[0].note == "five");
    CHECK(told(plan) == "2: the entry 1 stays as it is here: 2026-11-04, five\n");
}

TEST_CASE("an id that kith would not make is no id of the journal, but tells the row") {
    const auto file =
        table("id,date,note\nA b,2026-11-04,a\n../../x,2026-11-04,b\n1,2026-11-04,c\nk7f2q9xa,2026-11-04,d\n");
    const auto records = after({file});
    REQUIRE(records.interactions.size() == 4);
    CHECK(records.interactions[0].id.text == "new1");
    CHECK(records.interactions[1].id.text == "new2");
    CHECK(records.interactions[2].id.text == "new3");
    CHECK(records.interactions[3].id.text == "k7f2q9xa");
    CHECK(exchange::origins(records.interactions[1].imported).at(0).second == "../../x");
    CHECK(changes_nothing(planned({file}, records)));
    CHECK(
        shown(after({table("id,date,note\nA b,2026-11-05,a\n")}, records).interactions).starts_with("2026-11-05 a\n"));
}

TEST_CASE("an event whose id a table gives leaves it to no other one") {
    const auto records = after({table("id,name,start\nconf,Conference,2026-12-04\n,Conf,2026-12-05\n")});
    REQUIRE(records.events.size() == 2);
    CHECK(records.events[0].id.text == "conf");
    CHECK(records.events[1].id.text == "conf-2");
}

TEST_CASE("rows whose ids end in a number are records of their own, in any order and in any number of files") {
    const std::string header = "id,date,note\n";
    std::vector<std::string> rows{"Ana 2,2026-01-05,Alpha\n", "Ana,2026-01-05,Beta\n", "Ana 3,2026-01-05,Gamma\n",
                                  "Ana 2 2,2026-01-05,Delta\n"};
    std::ranges::sort(rows);
    do {
        const auto file = table(header + rows[0] + rows[1] + rows[2] + rows[3]);
        const auto plan = planned({file}, journal({}));
        CHECK(plan.interactions.added.size() == 4);
        CHECK(told(plan).empty());
        CHECK(changes_nothing(planned({file}, carried_out(plan, journal({})))));
        auto one_by_one = journal({});
        for (const auto& row : rows) one_by_one = after({table(header + row)}, one_by_one);
        CHECK(one_by_one.interactions.size() == 4);
        CHECK(changes_nothing(planned({file}, one_by_one)));
    } while (std::ranges::next_permutation(rows).found);

    const auto followups = after({table("id,due,note,done\n7 2,2026-11-19,beta,\n7,2026-11-19,gamma,2026-11-19\n")});
    REQUIRE(followups.followups.size() == 2);
    CHECK_FALSE(followups.followups[0].done);
    CHECK(followups.followups[1].done);
}

TEST_CASE("records whose keys are ids of rows as they stand, as kith once made them, are found by them") {
    const auto with_key = [](exchange::JournalRecords records, std::size_t place, const std::string& key) {
        for (auto& [name, value] : records.interactions.at(place).imported)
            if (name == "key") value = key;
        return records;
    };
    const std::string second = "id,date,note\nAna 2,2026-01-05,Alpha\n";
    const std::string first = "id,date,note\nAna,2026-01-05,Beta\n";
    const auto alone = with_key(after({table(second)}), 0, "Ana 2");
    CHECK(changes_nothing(planned({table(second)}, alone)));
    CHECK(shown(after({table("id,date,note\nAna 2,2026-01-05,Omega\n")}, alone).interactions) == "2026-01-05 Omega\n");
    CHECK(shown(after({table(first)}, alone).interactions) == "2026-01-05 Alpha\n2026-01-05 Beta\n");

    const auto both = with_key(after({table(first), table(second)}), 1, "Ana 2");
    CHECK(changes_nothing(planned({table(first), table(second)}, both)));
    // The row is not taken for the other record, which has its new day.
    const auto file = table("id,date,note\nAna,2026-01-05,Omega\nAna 2,2026-01-05,Alpha\n");
    CHECK(shown(after({file}, both).interactions) == "2026-01-05 Omega\n2026-01-05 Alpha\n");
    // A second record of one id is none of a row with such an id.
    const auto further = after({table(first), table("id,date,note\nAna,2026-01-06,Kappa\n")});
    CHECK(shown(after({table("id,date,note\nAna 2,2026-01-06,Omega\n")}, further).interactions) ==
          "2026-01-05 Beta\n2026-01-06 Kappa\n2026-01-06 Omega\n");
}

TEST_CASE("ids with high numbers take no longer than others") {
    std::string text = "id,date,note\n";
    for (int i = 0; i < 300; ++i) {
        const auto id = "a" + std::to_string(i);
        text += id + " 999999,2026-01-05,further " + id + "\n" + id + ",2026-01-05,first " + id + "\n";
    }
    const auto records = after({table(text)});
    CHECK(records.interactions.size() == 600);
    CHECK(changes_nothing(planned({table(text)}, records)));
}

TEST_CASE("a table most of whose known ids are other records is another table, also where some words or days agree") {
    const auto first = table("id,date,note\n1,2026-01-05,coffee\n2,2026-01-06,call\n3,2026-01-07,lunch\n");
    const auto second = table("id,date,note\n1,2026-11-05,coffee\n2,2026-11-06,walk\n3,2026-11-07,visit\n");
    const auto all = "2026-01-05 coffee\n2026-01-06 call\n2026-01-07 lunch\n"
                     "2026-11-05 coffee\n2026-11-06 walk\n2026-11-07 visit\n";
    const auto now = after({second}, after({first}));
    CHECK(shown(now.interactions) == all);
    CHECK(shown(after({first, second}).interactions) == all);
    for (const auto& again : {std::vector<Batch>{first}, {second}, {first, second}, {second, first}}) {
        CHECK(changes_nothing(planned(again, now)));
        CHECK(told(planned(again, now)).empty());
    }
    // Either goes on to change what came from it.
    CHECK(shown(after({table("id,date,note\n1,2026-11-08,coffee\n2,2026-11-06,walk\n")}, now).interactions) ==
          "2026-01-05 coffee\n2026-01-06 call\n2026-01-07 lunch\n"
          "2026-11-08 coffee\n2026-11-06 walk\n2026-11-07 visit\n");
    CHECK(shown(after({table("id,date,note\n1,2026-01-04,coffee\n2,2026-01-06,call\n")}, now).interactions) ==
          "2026-01-04 coffee\n2026-01-06 call\n2026-01-07 lunch\n"
          "2026-11-05 coffee\n2026-11-06 walk\n2026-11-07 visit\n");
}

TEST_CASE("a table of which few rows are other records is a later version of the one that is here") {
    const auto before = after({table("id,due,note\n1,2026-12-01,write the report\n2,2026-12-02,call Bo\n"
                                     "3,2026-12-03,buy tea\n")});
    const auto now = after({table("id,due,note\n1,2026-12-08,write the report\n2,2026-12-09,call Bo\n"
                                  "3,2026-12-20,buy a present\n")},
                           before);
    CHECK(now.followups.size() == 4);
    CHECK(core::to_text(now.followups.front().due) == "2026-12-08");
}

TEST_CASE("rows without ids are found by day, people and note where the table is written otherwise by now") {
    const auto before = after({table("date,with,note\n2026-11-10,Eva Ruiz,Tea\n2026-11-10,Eva Ruiz,Tea\n")});
    REQUIRE(before.interactions.size() == 2);
    for (const std::string text :
         {"note,date,with\nTea,2026-11-10,Eva Ruiz\nTea,2026-11-10,Eva Ruiz\n",
          "date,with,note,weather\n2026-11-10,Eva Ruiz,Tea,rain\n2026-11-10,Eva Ruiz,Tea,sun\n",
          "date;with;note;\n10.11.2026;Eva Ruiz;Tea;\n10.11.2026;Eva Ruiz;Tea;\n"}) {
        CAPTURE(text);
        const auto now = after({table(text)}, before);
        CHECK(now.interactions.size() == 2);
        CHECK(changes_nothing(planned({table(text)}, now)));
    }
}

TEST_CASE("a table that is as it was takes nobody off its entries, whoever is called otherwise or the same by now") {
    auto records = journal({person("eva-ruiz", "Eva Ruiz")});
    const auto rows = table("date,with,note\n2026-11-10,Eva Ruiz,Tea\n");
    const auto ids = table("id,date,with,note\n1,2026-11-11,Eva Ruiz,Walk\n");
    const std::vector files{rows, ids};
    records = after(files, records);
    const std::vector<core::PersonId> eva{{"eva-ruiz"}};
    auto people = records.people.all();
    auto renamed = people;
    renamed[0].name = "Eva Costa";
    auto two = people;
    two.push_back(person("eva-ruiz-2", "Eva Ruiz"));
    for (const auto& now : {renamed, two}) {
        records.people = core::People(now, {});
        const auto plan = planned(files, records);
        CHECK(changes_nothing(plan));
        CHECK(told(plan).empty());
    }
    // Somebody else in the row of an id is somebody else.
    const auto other = after({table("id,date,with,note\n1,2026-11-11,Bo Li,Walk\n")}, records);
    CHECK(other.interactions.back().with == std::vector<core::PersonId>{{"Bo Li"}});
    CHECK(other.interactions.front().with == eva);
}

TEST_CASE("a name with the family first that was parted at its comma is somebody who is here") {
    const auto records = journal({person("ana-souza", "Ana Souza"), person("bo-li", "Bo Li")});
    const auto now = after({table("When,Who,Note\n2026-11-10,\"Souza, Ana, Bo Li\",Tea\n")}, records);
    CHECK(now.interactions.front().with == std::vector<core::PersonId>{{"ana-souza"}, {"bo-li"}});
}
