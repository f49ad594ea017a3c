// The report's "reconnect with" is made without the rest of the agenda, and is what the whole agenda would say.
#include "kith/core/agenda.hpp"

#include "day.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace kith::core;
using kith::test::on;

namespace {

class Chance {
  public:
    explicit Chance(unsigned seed) : random_(seed) {}

    int between(int least, int most) { return std::uniform_int_distribution<int>(least, most)(random_); }
    bool is_heads() { return between(0, 1) == 1; }
    /// About the day of the report.
    Date day() { return on("2026-11-22") + std::chrono::days{between(-40, 10)}; }
    std::optional<Date> perhaps_a_day() { return is_heads() ? std::optional(day()) : std::nullopt; }
    /// Of a person, of one merged into them, or of nobody.
    PersonId someone() { return {(between(0, 4) == 0 ? "former-" : "p") + std::to_string(between(0, 5))}; }

  private:
    std::mt19937 random_;
};

People some_people(Chance& chance) {
    std::vector<Person> people(5);
    for (std::size_t i = 0; i < people.size(); ++i) {
        Person& person = people[i];
        person.id = {"p" + std::to_string(i == 4 ? chance.between(0, 4) : static_cast<int>(i))};
        if (chance.is_heads()) person.every = Period{chance.between(1, 4), Unit::week};
        if (chance.is_heads()) person.groups = {"close"};
        if (chance.is_heads()) person.was = {{"former-" + std::to_string(i)}};
        person.met = chance.perhaps_a_day();
        person.snoozed_until = chance.between(0, 3) == 0 ? chance.perhaps_a_day() : std::nullopt;
        person.birthday = "11-24";
    }
    return {std::move(people), {Group{"close", Period{10, Unit::day}, std::nullopt}}};
}

std::vector<Followup> some_followups(Chance& chance) {
    std::vector<Followup> followups(static_cast<std::size_t>(chance.between(0, 3)));
    for (auto& followup : followups) {
        followup.due = {chance.day(), std::nullopt};
        followup.with = {chance.someone(), chance.someone()};
        followup.created = chance.perhaps_a_day();
        followup.done = chance.perhaps_a_day();
        followup.dropped = chance.between(0, 3) == 0 ? chance.perhaps_a_day() : std::nullopt;
    }
    return followups;
}

Contacts some_contacts(Chance& chance, const People& people, std::vector<PersonId> wanted, Date day) {
    Contacts contacts(people, std::move(wanted), day);
    std::vector<Interaction> log(6);
    for (auto& entry : log) {
        entry.date = {chance.day(), std::nullopt};
        entry.with = {chance.someone()};
        if (chance.between(0, 3) == 0) entry.answered = false;
    }
    std::ranges::sort(log, std::greater{}, [](const Interaction& entry) { return entry.date; });
    for (const auto& entry : log) contacts.observe(entry);
    return contacts;
}

/// The follow-ups with all that happened later taken back.
std::vector<Followup> as_they_stood(std::vector<Followup> followups, Date day) {
    std::erase_if(followups, [day](const Followup& followup) { return followup.created && *followup.created > day; });
    for (auto& followup : followups) {
        if (followup.done && *followup.done > day) followup.done.reset();
        if (followup.dropped && *followup.dropped > day) followup.dropped.reset();
    }
    return followups;
}

std::vector<AgendaItem> by_the_whole_agenda(const Agenda& agenda, const std::vector<Followup>& followups,
                                            const Contacts& contacts) {
    auto items = agenda.open(as_they_stood(followups, agenda.today), contacts);
    std::erase_if(items, [](const AgendaItem& item) { return item.source != Source::cadence || !is_pressing(item); });
    return items;
}

std::vector<std::string> lines(const std::vector<AgendaItem>& items) {
    std::vector<std::string> texts;
    for (const auto& item : items)
        texts.push_back(item.followup.id.text + " " + std::string(to_text(item.state)) + " " +
                        to_text(item.followup.due.date) + " " + item.why);
    return texts;
}

} // namespace

TEST_CASE("whom to reconnect with is what the whole agenda of the day says") {
    const Date day = on("2026-11-22");
    std::size_t found = 0, hidden = 0;
    for (unsigned seed = 0; seed < 2000; ++seed) {
        CAPTURE(seed);
        Chance chance(seed);
        const People people = some_people(chance);
        const auto followups = some_followups(chance);
        const Agenda agenda{people, day};
        const auto to_reconnect = agenda.to_reconnect(followups);
        std::vector<PersonId> wanted;
        for (const auto& each : to_reconnect) wanted.push_back(each.person->id);
        // The contacts of those wanted are enough.
        auto same = chance;
        const auto expected =
            by_the_whole_agenda(agenda, followups, some_contacts(chance, people, agenda.concerned(), day));
        const auto items = agenda.reconnect(to_reconnect, some_contacts(same, people, wanted, day));
        REQUIRE(lines(items) == lines(expected));
        found += items.size();
        hidden += agenda.concerned().size() - wanted.size();
    }
    CHECK(found > 1000);
    CHECK(hidden > 1000);
}

TEST_CASE("a follow-up was open from the day it was written down to the day before it was closed") {
    Followup followup;
    followup.created = on("2026-11-10");
    followup.done = on("2026-11-20");
    CHECK_FALSE(was_open_on(followup, on("2026-11-09")));
    CHECK(was_open_on(followup, on("2026-11-10")));
    CHECK(was_open_on(followup, on("2026-11-19")));
    CHECK_FALSE(was_open_on(followup, on("2026-11-20")));
    std::swap(followup.done, followup.dropped);
    CHECK(was_open_on(followup, on("2026-11-19")));
    CHECK_FALSE(was_open_on(followup, on("2026-11-20")));
}
