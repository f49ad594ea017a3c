// Who has gone quiet, as suggestion.hpp says it.
#include "kith/core/suggestion.hpp"

#include "day.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace kith::core;
using kith::test::on;

namespace {

Person person(const std::string& id) {
    Person person;
    person.id = {id};
    person.name = id;
    return person;
}

Interaction contact(const std::string& date, const std::string& with, bool answered = true) {
    Interaction interaction;
    interaction.date = {on(date), std::nullopt};
    interaction.with = {{with}};
    if (!answered) interaction.answered = false;
    return interaction;
}

/// A journal of which 22 November 2026 is today.
struct Journal {
    std::vector<Person> persons;
    std::vector<Group> groups;
    std::vector<Followup> followups;
    std::vector<Interaction> log;

    /// Each of the days, which are to be in order.
    void meet(const std::string& who, const std::vector<std::string>& dates) {
        for (const auto& date : dates) log.push_back(contact(date, who));
    }
    [[nodiscard]] std::vector<std::string> suggested() const {
        const People people(persons, groups);
        std::vector<std::string> found;
        for (const auto& each : suggestions({people, on("2026-11-22"), followups, log}))
            found.push_back(each.person.text + ": " + each.why);
        return found;
    }
};

/// Ana, every two weeks up to 30 August, and nobody else.
Journal with_ana() {
    Journal journal{{person("ana")}, {}, {}, {}};
    journal.meet("ana", {"2026-08-02", "2026-08-16", "2026-08-30"});
    return journal;
}

using Found = std::vector<std::string>;

const Found ana{"ana: about every 2 weeks until Sun 30 Aug, quiet for 2 months"};

} // namespace

TEST_CASE("somebody who was often in touch and is no longer is suggested, with the reason") {
    CHECK(with_ana().suggested() == ana);
}

TEST_CASE("a cadence, an open follow-up or a snooze speaks for itself") {
    auto own = with_ana();
    own.persons[0].every = Period{3, Unit::week};
    CHECK(own.suggested().empty());

    auto of_group = with_ana();
    of_group.persons[0].groups = {"mentors"};
    of_group.groups = {{"mentors", Period{3, Unit::week}, std::nullopt}};
    CHECK(of_group.suggested().empty());
    of_group.groups = {{"mentors", std::nullopt, std::nullopt}};
    CHECK(of_group.suggested() == ana);

    auto planned = with_ana();
    planned.persons[0].was = {{"ana-s"}};
    planned.followups.emplace_back();
    planned.followups[0].with = {{"ana-s"}};
    CHECK(planned.suggested().empty());
    planned.followups[0].done = on("2026-09-01");
    CHECK(planned.suggested() == ana);

    auto snoozed = with_ana();
    snoozed.persons[0].snoozed_until = on("2026-11-23");
    CHECK(snoozed.suggested().empty());
    snoozed.persons[0].snoozed_until = on("2026-11-22");
    CHECK(snoozed.suggested() == ana);
}

TEST_CASE("quiet is more than twice the usual gap, and two weeks") {
    struct Case {
        std::vector<std::string> days;
        bool is_quiet;
    };
    const std::vector<Case> cases{
        {{"2026-09-27", "2026-10-11", "2026-10-25"}, false},                             // 28 days, usually 14.
        {{"2026-09-26", "2026-10-10", "2026-10-24"}, true},                              // 29.
        {{"2026-10-01", "2026-11-03", "2026-11-05", "2026-11-07", "2026-11-09"}, false}, // 13 days, usually 2.
        {{"2026-10-01", "2026-11-02", "2026-11-04", "2026-11-06", "2026-11-08"}, true},  // 14.
        {{"2023-01-01", "2023-06-01", "2023-11-21"}, false},                             // One in three years.
        {{"2023-11-22", "2023-12-22", "2024-01-22"}, true},
    };
    for (const auto& each : cases) {
        CAPTURE(each.days.back());
        Journal journal{{person("bo")}, {}, {}, {}};
        journal.meet("bo", each.days);
        CHECK(journal.suggested().empty() != each.is_quiet);
    }
}

TEST_CASE("an attempt is no contact, and the reason tells of the latest after the last contact") {
    auto journal = with_ana();
    journal.log.push_back(contact("2026-11-01", "ana", false));
    journal.log.push_back(contact("2026-11-18", "ana", false));
    CHECK(journal.suggested() == Found{ana.front() + ", tried 4 days ago"});
    journal.log.insert(journal.log.begin(), contact("2026-08-01", "ana", false));
    CHECK(journal.suggested() == Found{ana.front() + ", tried 4 days ago"});
}

TEST_CASE("what is still to come and who is not among the people do not count") {
    auto journal = with_ana();
    journal.log.push_back(contact("2026-11-23", "ana"));
    for (const auto* date : {"2026-01-01", "2026-02-01", "2026-03-01"})
        journal.log.push_back(contact(date, "stranger"));
    CHECK(journal.suggested() == ana);
}

TEST_CASE("two ids that were merged are one person") {
    auto journal = with_ana();
    journal.persons[0].was = {{"ana-s"}};
    journal.log[1].with = {{"ana-s"}};
    CHECK(journal.suggested() == ana);
}

TEST_CASE("first comes whose silence is the most usual gaps long, then who was met more, then by id") {
    Journal journal{{person("d"), person("c"), person("b"), person("a")}, {}, {}, {}};
    journal.meet("a", {"2026-01-01", "2026-03-02", "2026-05-01"});               // Every 60 days, 205 quiet.
    journal.meet("b", {"2026-08-02", "2026-08-16", "2026-08-30"});               // Every 14 days, 84 quiet.
    journal.meet("c", {"2026-08-02", "2026-08-16", "2026-08-16", "2026-08-30"}); // The same, met once more.
    journal.meet("d", {"2026-08-02", "2026-08-16", "2026-08-30"});
    Found order;
    for (const auto& text : journal.suggested()) order.push_back(text.substr(0, 1));
    CHECK(order == Found{"c", "b", "d", "a"});
}
