#include "reading.hpp"

#include <doctest/doctest.h>

using namespace kith;
using test::read;
using test::refusal;

TEST_CASE("friends.md: people, activities, notes") {
    const auto batch = read(exchange::read_friends, test::sample("friends.md"));
    CHECK(test::shown(batch) == R"(line 13, key Georg Álvarez Muster
id: georg-alvarez-muster
name: Georg Álvarez Muster

line 14, key Grace Example
id: grace-example
name: Grace Example
aliases: The Admiral | Amazing Grace
groups: navy | science
city: New York City
note: 2017-06-06: Marie Beispiel and Grace Example were accepted in Paris. @school
2018-06-15: Grace Example has a building named after her now. @navy

line 15, key Marie Beispiel
id: marie-beispiel
name: Marie Beispiel
groups: science
city: Atlantis
note: 2017-06-06: Marie Beispiel and Grace Example were accepted in Paris. @school

line 6, key Zoë Unlisted
id: zoe-unlisted
name: Zoë Unlisted

line 2, key 2018-11-01 47c0b5fadf3f3ac3
date: 2018-11-01
with: grace-example
tags: food
note: Grace Example and I went to Marta's Diner. Georg had to cancel at the last minute.

line 3, key 2018-01-04 054799e7e5251c0c
date: 2018-01-04
with: grace-example | georg-alvarez-muster
tags: food
note: Got lunch with Grace Example and Georg Álvarez Muster.

line 4, key 2018-01-04 054799e7e5251c0c 2
date: 2018-01-04
with: grace-example | georg-alvarez-muster
tags: food
note: Got lunch with Grace Example and Georg Álvarez Muster.

line 5, key 2017-12-31 482c3aa860a4dbe5
date: 2017-12-31
with: marie-beispiel
tags: partying | new-year
note: Celebrated the new year in Paris with Marie Beispiel.

line 6, key 2017-11-15 dc32cd34f03bc573
date: 2017-11-15
with: zoe-unlisted
tags: work:rust
note: Wrote to Zoë Unlisted @work:rust about snake_case and ana@example.org 🚀.

passed over Locations (3)
)");
}

TEST_CASE("what is marked in an activity") {
    struct Case {
        std::string text;
        std::string note;
        std::vector<std::string> with;
        std::vector<std::string> tags;
    };
    const std::vector<Case> cases{
        {"Tea", "Tea", {}, {}},
        {"**Bo Li**", "Bo Li", {"bo-li"}, {}},
        {"**Bo Li** and **Bo Li**'s dog", "Bo Li and Bo Li's dog", {"bo-li"}, {}},
        {"2 ** 3 is eight", "2 ** 3 is eight", {}, {}},
        {"**open", "**open", {}, {}},
        {"_open", "_open", {}, {}},
        {"a snake_case_name", "a snake_case_name", {}, {}},
        {"In _São Paulo_, @Beach", "In São Paulo,", {}, {"beach"}},
        {"mail ana@example.org", "mail ana@example.org", {}, {}},
        {"@only @tags", "@only", {}, {"only", "tags"}},
        {"at 12:30: sharp", "at 12:30: sharp", {}, {}},
    };
    for (const auto& [text, note, with, tags] : cases) {
        CAPTURE(text);
        const auto batch = read(exchange::read_friends, "### Activities:\n- 2026-11-22: " + text + "\n");
        REQUIRE(batch.interactions.size() == 1);
        const auto& interaction = batch.interactions.front().record;
        CHECK(interaction.note == note);
        CHECK(interaction.tags == tags);
        std::vector<std::string> ids;
        for (const auto& id : interaction.with) ids.push_back(id.text);
        CHECK(ids == with);
    }
}

TEST_CASE("a channel's name is taken from the text, as 'kith log' does, but not from people and places") {
    auto options = test::options_of_tests();
    options.channels = {"coffee", "call", "linkedin"};
    const std::vector<std::pair<std::string, std::string>> cases{
        {"Coffee with **Ana**", "coffee"},
        {"**Ana**: a call, then coffee", "call"},
        {"Wrote to **Ana** on LinkedIn. @work", "linkedin"},
        {"Tea with **Ana Coffee** in _Call Centre_", ""},
        {"A \\coffee with **Ana**", ""},
        {"Tea @coffee", ""},
        {"Coffeeshops", ""},
    };
    for (const auto& [text, channel] : cases) {
        CAPTURE(text);
        const auto batch = read(exchange::read_friends, "### Activities:\n- 2026-11-22: " + text + "\n", options);
        CHECK(batch.interactions.at(0).record.channel == channel);
    }
}

TEST_CASE("an activity that is still to come is no entry") {
    const auto batch = read(exchange::read_friends, "### Activities:\n- 2026-11-23: Tea with **Ana**\n");
    CHECK(batch.interactions.empty());
    CHECK(batch.skipped ==
          std::vector<exchange::Skipped>{{2, "2026-11-23 is still to come; the log is for what has happened"}});
}

TEST_CASE("a tag is one word") {
    const auto batch = read(exchange::read_friends, "### Activities:\n- 2026-11-22: Tea @two words\n"
                                                    "### Friends:\n- Ana @two words @three\n");
    CHECK(batch.interactions.at(0).record.tags == std::vector<std::string>{"two"});
    CHECK(batch.interactions.at(0).record.note == "Tea @two words");
    CHECK(batch.people.at(0).record.groups == std::vector<std::string>{"two", "three"});
}

TEST_CASE("two friends whose names are the same id are told apart") {
    const auto batch = read(exchange::read_friends, "### Friends:\n- Ana Souza\n- Ana-Souza\n");
    REQUIRE(batch.people.size() == 2);
    CHECK(batch.people[0].record.id.text != batch.people[1].record.id.text);
}

TEST_CASE("a friend who is there twice lives where the first line says") {
    const auto batch = read(exchange::read_friends, "### Friends:\n- Ana Souza [Lisbon] @work\n- Ana Souza\n"
                                                    "- Bo Li\n- Bo Li [Porto]\n- Bo Li [Faro] @rust\n");
    CHECK(test::shown(batch.people.at(0)).find("groups: work\ncity: Lisbon\n") != std::string::npos);
    CHECK(test::shown(batch.people.at(1)).find("groups: rust\ncity: Porto\n") != std::string::npos);
}

TEST_CASE("a nickname that only one friend has is theirs") {
    const auto batch =
        read(exchange::read_friends, "### Activities:\n- 2026-11-22: Tea with **Grace**, **Bo** and **Ed**\n"
                                     "### Notes:\n- 2026-11-21: **Grace** is at sea\n"
                                     "### Friends:\n- Grace Hopper (a.k.a. Grace a.k.a. Ed)\n"
                                     "- Bo\n- Boris Li (a.k.a. Bo a.k.a. Ed)\n");
    std::vector<std::string> ids;
    for (const auto& id : batch.interactions.at(0).record.with) ids.push_back(id.text);
    CHECK(ids == std::vector<std::string>{"grace-hopper", "bo", "ed"});
    CHECK(batch.people.at(0).record.note == "2026-11-21: Grace is at sea");
}

TEST_CASE("what is wrong with friends.md is said with its line") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"", ""},
        {"- Ana\n", "1: this is not within a section of friends.md"},
        {"### Activities:\n- yesterday: Tea\n", "2: this does not begin with a date and a colon"},
        {"### Activities:\n- 2026-02-30: Tea\n", "2: there is no such day as 2026-02-30"},
        {"### Friends:\n- (a.k.a. Bo)\n", "2: this friend has no name"},
        {"### Friends:\n- Bo (a.k.a. B\n", ""},
        {"### Friends:\n- Bo (\n- Li [\n", ""},
        {"### Friends:\n\n- Jos\xE9\n", "3: this is not text in UTF-8"},
        {"### Enemies:\n", "1: friends.md has no section of this name"},
    };
    for (const auto& [text, said] : cases) {
        CAPTURE(text);
        CHECK(refusal(exchange::read_friends, text) == said);
    }
}

TEST_CASE("a broken line is passed over and told where that is asked for") {
    auto options = test::options_of_tests();
    options.skips_broken = true;
    const auto batch =
        read(exchange::read_friends, "### Activities:\n- soon: Tea\n- 2026-11-22:\n- 2026-11-22: Tea\n", options);
    CHECK(batch.interactions.size() == 1);
    CHECK(batch.skipped == std::vector<exchange::Skipped>{{2, "this does not begin with a date and a colon"},
                                                          {3, "a day without a text"}});
}

TEST_CASE("an activity names as many people and tags as it does") {
    std::string people, tags, names;
    for (int i = 0; i < 1500; ++i) {
        people += " **Per" + std::to_string(i) + " Son**";
        tags += " @tag" + std::to_string(i);
        names += " a.k.a. P" + std::to_string(i);
    }
    const auto batch = read(exchange::read_friends, "### Activities:\n- 2026-11-01: Party with" + people +
                                                        " **per0 son**." + tags + " @Tag0\n");
    REQUIRE(batch.interactions.size() == 1);
    CHECK(batch.interactions.front().record.with.size() == 1500);
    CHECK(batch.interactions.front().record.tags.size() == 1500);
    CHECK(batch.people.size() == 1500);
    CHECK(batch.skipped.empty());

    const auto full = read(exchange::read_friends, "### Friends:\n- Ana Souza (" + names.substr(1) + ")\n");
    CHECK(full.people.front().record.aliases.size() == 1000);
    CHECK(full.skipped == std::vector<exchange::Skipped>{{2, "nicknames or tags of Ana Souza beyond 1000", true}});
}

TEST_CASE("the tags of a note stay in it, and the list of places is told as passed over") {
    const auto batch =
        read(exchange::read_friends, "### Notes:\n- 2026-11-02: **Ann Bee** got married. @wedding @family\n"
                                     "### Locations:\n- Paris\n- Atlantis\n");
    CHECK(batch.people.at(0).record.note == "2026-11-02: Ann Bee got married. @wedding @family");
    CHECK(batch.passed_over == std::vector<std::string>{"Locations (2)"});
    CHECK(read(exchange::read_friends, "### Friends:\n- Ann Bee\n### Locations:\n").passed_over.empty());
}
