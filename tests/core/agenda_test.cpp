#include "kith/core/agenda.hpp"

#include "day.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace kith::core;
using kith::test::on;

namespace {

Person person(std::string_view id, std::optional<Period> every = std::nullopt) {
    Person made;
    made.id = {std::string(id)};
    made.name = std::string(id);
    made.every = every;
    return made;
}

Interaction contact(std::string_view day, std::string_view who, bool answered = true) {
    Interaction made;
    made.date = {on(day), std::nullopt};
    made.with = {{std::string(who)}};
    made.note = "said on " + std::string(day);
    if (!answered) made.answered = false;
    return made;
}

Followup written(std::string_view id, std::string_view due, std::string_view who) {
    Followup made;
    made.id = {std::string(id)};
    made.due = {on(due), std::nullopt};
    made.with = {{std::string(who)}};
    return made;
}

constexpr Period weeks(int count) {
    return {count, Unit::week};
}

/// The agenda of a day; the log is given newest first.
std::vector<AgendaItem> agenda_of(const People& people, const std::vector<Followup>& followups,
                                  const std::vector<Interaction>& log, std::string_view today) {
    std::vector<PersonId> everyone;
    for (const auto& each : people.all()) everyone.push_back(each.id);
    Contacts contacts(people, everyone, on(today));
    for (const auto& each : log) contacts.observe(each);
    return Agenda{people, on(today)}.open(followups, contacts);
}

/// `@ana overdue 2026-11-01`, a text an item.
std::vector<std::string> lines(const std::vector<AgendaItem>& items) {
    std::vector<std::string> texts;
    for (const auto& item : items)
        texts.push_back(item.followup.id.text + " " + std::string(to_text(item.state)) + " " +
                        to_text(item.followup.due.date));
    return texts;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("a recurring follow-up comes again after it is closed, never in the past") {
    struct Case {
        std::string every, due, closed, today, next;
    };
    const std::vector<Case> cases{
        // From completion.
        {"2w", "2026-11-01", "2026-11-10", "2026-11-10", "2026-11-24"},
        {"2w", "2026-11-20", "2026-11-10", "2026-11-10", "2026-11-24"},
        {"1m", "2026-01-31", "2026-01-31", "2026-01-31", "2026-02-28"},
        {"1y", "2024-02-29", "2024-02-29", "2024-02-29", "2025-02-28"},
        // Written down late: the contact was a month ago.
        {"1w", "2026-10-20", "2026-10-20", "2026-11-22", "2026-11-22"},
        {"8w", "2026-10-20", "2026-10-20", "2026-11-22", "2026-12-15"},
        // Strict: in whole steps from the due date.
        {"+2w", "2026-11-01", "2026-11-01", "2026-11-01", "2026-11-15"},
        {"+2w", "2026-11-01", "2026-11-03", "2026-11-03", "2026-11-15"},
        {"+2w", "2026-11-01", "2026-11-14", "2026-11-14", "2026-11-15"},
        {"+2w", "2026-11-01", "2026-11-15", "2026-11-15", "2026-11-29"},
        {"+2w", "2026-11-01", "2026-10-25", "2026-10-25", "2026-11-15"},
        {"+1m", "2026-01-31", "2026-02-01", "2026-02-01", "2026-02-28"},
        {"+1m", "2026-01-31", "2026-03-01", "2026-03-01", "2026-03-31"},
        {"+1m", "2020-02-01", "2030-02-10", "2030-02-10", "2030-03-01"},
        {"+1y", "2024-02-29", "2027-06-01", "2027-06-01", "2028-02-29"},
        {"+1w", "2026-10-01", "2026-10-01", "2026-11-22", "2026-11-26"},
        {"+1w", "2026-10-04", "2026-10-04", "2026-11-22", "2026-11-22"},
    };
    for (const auto& [every, due, closed, today, next] : cases) {
        CAPTURE(every);
        CAPTURE(closed);
        auto followup = written("f", due, "ana");
        followup.every = every;
        const auto found = next_due(followup, on(closed), on(today));
        REQUIRE(found);
        CHECK(to_text(*found) == next);
    }
    CHECK_FALSE(next_due(written("f", "2026-11-01", "ana"), on("2026-11-01"), on("2026-11-01")));
}

TEST_CASE("a birthday is kept every year, one of 29 February on the 28th of common years") {
    struct Case {
        std::string birthday, from, day;
    };
    const std::vector<Case> cases{
        {"1990-05-02", "2026-05-02", "2026-05-02"}, {"1990-05-02", "2026-05-03", "2027-05-02"},
        {"05-02", "2026-01-01", "2026-05-02"},      {"1992-02-29", "2026-01-01", "2026-02-28"},
        {"02-29", "2027-12-31", "2028-02-29"},      {"02-29", "2028-02-29", "2028-02-29"},
        {"1992-02-29", "2026-03-01", "2027-02-28"}, {"12-31", "2026-12-31", "2026-12-31"},
        {"01-01", "2026-12-31", "2027-01-01"},
    };
    for (const auto& [birthday, from, day] : cases) {
        CAPTURE(birthday);
        CAPTURE(from);
        const auto found = next_birthday(birthday, on(from));
        REQUIRE(found);
        CHECK(to_text(*found) == day);
    }
    for (const auto* wrong : {"", "5-2", "02-30", "1990-13-01", "1991-02-29", "may"}) {
        CAPTURE(wrong);
        CHECK_FALSE(next_birthday(wrong, on("2026-01-01")));
    }
}

TEST_CASE("a birthday is shown for a week before and after, until there is contact") {
    auto ana = person("ana");
    ana.birthday = "1990-11-22";
    const People people({ana}, {});
    const auto shown = [&people](std::string_view today, const std::vector<Interaction>& log) {
        return lines(agenda_of(people, {}, log, today));
    };
    CHECK(shown("2026-11-14", {}).empty());
    CHECK(shown("2026-11-15", {}) == Lines{"@ana/birthday upcoming 2026-11-22"});
    CHECK(shown("2026-11-22", {}) == Lines{"@ana/birthday due 2026-11-22"});
    CHECK(shown("2026-11-29", {}) == Lines{"@ana/birthday overdue 2026-11-22"});
    CHECK(shown("2026-11-30", {}).empty());
    CHECK(shown("2026-11-24", {contact("2026-11-23", "ana")}).empty());
    CHECK(shown("2026-11-24", {contact("2026-11-23", "ana", false)}).size() == 1);
    CHECK(shown("2026-11-24", {contact("2026-11-14", "ana")}).size() == 1);
    CHECK(agenda_of(people, {}, {}, "2026-11-24").front().why == "birthday 2 days ago, turns 36");
}

TEST_CASE("a birthday that was put off is shown again on the day itself") {
    auto ana = person("ana");
    ana.birthday = "1990-11-22";
    ana.snoozed_until = on("2026-11-24");
    const People people({ana}, {});
    CHECK(lines(agenda_of(people, {}, {}, "2026-11-23")).empty());
    CHECK(lines(agenda_of(people, {}, {}, "2026-11-24")) == Lines{"@ana/birthday overdue 2026-11-22"});
}

TEST_CASE("an id has five bits a letter, the lowest first, and forty in all") {
    CHECK(id_from_bits(0) == "00000000");
    CHECK(id_from_bits(31) == "z0000000");
    CHECK(id_from_bits(32) == "01000000");
    CHECK(id_from_bits((1ULL << 40U) - 1) == "zzzzzzzz");
    CHECK(id_from_bits(1ULL << 39U) == "0000000g");
    CHECK(id_from_bits(1ULL << 40U) == "00000000");
}

TEST_CASE("an answer restarts a cadence, an attempt does not and is told") {
    const People people({person("ana", weeks(2))}, {});
    const auto at = [&people](const std::vector<Interaction>& log) {
        return agenda_of(people, {}, log, "2026-11-22").front();
    };
    const auto answered = at({contact("2026-11-20", "ana"), contact("2026-11-01", "ana")});
    CHECK(to_text(answered.followup.due.date) == "2026-12-04");
    CHECK(answered.why == "every 2 weeks, last 2 days ago");
    const auto tried = at({contact("2026-11-20", "ana", false), contact("2026-11-01", "ana")});
    CHECK(to_text(tried.followup.due.date) == "2026-11-15");
    CHECK(tried.why == "every 2 weeks, last 3 weeks ago, tried 2 days ago");
    REQUIRE(tried.last.contact);
    CHECK(tried.last.contact->note == "said on 2026-11-01");
    CHECK(tried.urgency == doctest::Approx(0.5));
}

TEST_CASE("one's own cadence goes before the groups', and of these the shortest counts") {
    auto own = person("own", weeks(8));
    own.groups = {"mentors"};
    auto grouped = person("grouped");
    grouped.groups = {"old-team", "mentors", "unknown"};
    auto free = person("free");
    free.groups = {"friends"};
    const People people(
        {own, grouped, free},
        {{"old-team", Period{3, Unit::month}, {}}, {"mentors", weeks(4), weeks(5)}, {"friends", {}, {}}});
    const auto items =
        agenda_of(people, {}, {contact("2026-11-01", "grouped"), contact("2026-11-01", "own")}, "2026-11-22");
    CHECK(lines(items) == Lines{"@grouped upcoming 2026-11-29", "@own upcoming 2026-12-27"});
    CHECK(items.front().why == "every 4 weeks (mentors), last 3 weeks ago");
}

TEST_CASE("a cadence is due after `every` and late after `late`") {
    auto ana = person("ana", weeks(2));
    ana.late = weeks(4);
    const People people({ana}, {});
    const auto state = [&people](std::string_view today) {
        return agenda_of(people, {}, {contact("2026-11-01", "ana")}, today).front().state;
    };
    CHECK(state("2026-11-14") == State::upcoming);
    CHECK(state("2026-11-15") == State::due);
    CHECK(state("2026-11-29") == State::due);
    CHECK(state("2026-11-30") == State::overdue);
    ana.met = on("2026-11-01");
    const People never({ana}, {});
    CHECK(agenda_of(never, {}, {}, "2026-11-29").front().state == State::due);
    CHECK(agenda_of(never, {}, {}, "2026-11-30").front().state == State::overdue);
}

TEST_CASE("a written follow-up hides its people's cadences until it is closed") {
    auto ana = person("ana", weeks(2));
    ana.was = {{"ana-s"}};
    const People people({ana, person("bo", weeks(2))}, {});
    auto followup = written("f1", "2026-12-01", "ana-s");
    const std::vector<Interaction> log{contact("2026-11-01", "ana"), contact("2026-11-01", "bo")};
    CHECK(lines(agenda_of(people, {followup}, log, "2026-11-22")) ==
          Lines{"@bo overdue 2026-11-15", "f1 upcoming 2026-12-01"});
    followup.dropped = on("2026-11-21");
    CHECK(lines(agenda_of(people, {followup}, log, "2026-11-22")) ==
          Lines{"@ana overdue 2026-11-15", "@bo overdue 2026-11-15"});
}

TEST_CASE("late before due before upcoming, then by urgency, then by day and id") {
    auto patient = person("patient", Period{10, Unit::week});
    patient.late = Period{20, Unit::week};
    const People people({person("weekly", weeks(1)), person("monthly", weeks(4)), patient}, {});
    const std::vector<Interaction> log{contact("2026-11-08", "weekly"), contact("2026-10-18", "monthly"),
                                       contact("2026-08-23", "patient")};
    const std::vector<Followup> followups{written("today", "2026-11-22", "x"), written("b", "2026-11-21", "x"),
                                          written("a", "2026-11-21", "z"), written("soon", "2026-11-23", "x"),
                                          written("old", "2026-11-12", "x")};
    // weekly: 7 days past due of 7 is 1; a and b: one day is 1; monthly: 7 of 28 is 0.25; patient: 21 of 70, not late
    // yet.
    CHECK(lines(agenda_of(people, followups, log, "2026-11-22")) ==
          Lines{"old overdue 2026-11-12", "@weekly overdue 2026-11-15", "a overdue 2026-11-21", "b overdue 2026-11-21",
                "@monthly overdue 2026-11-15", "@patient due 2026-11-01", "today due 2026-11-22",
                "soon upcoming 2026-11-23"});
}

TEST_CASE("somebody never contacted is due since they were met, else today; a snooze moves the day") {
    auto met = person("met", weeks(2));
    met.met = on("2026-11-10");
    auto snoozed = person("snoozed", weeks(2));
    snoozed.snoozed_until = on("2026-11-30");
    const People people({met, person("new", weeks(2)), snoozed}, {});
    CHECK(lines(agenda_of(people, {}, {contact("2026-10-01", "snoozed")}, "2026-11-22")) ==
          Lines{"@met overdue 2026-11-10", "@new due 2026-11-22", "@snoozed upcoming 2026-11-30"});
}

TEST_CASE("a successor's id follows from its predecessor's") {
    const auto next = successor_id({"m3qd8w1z"});
    CHECK(next == successor_id({"m3qd8w1z"}));
    CHECK(next != successor_id({"m3qd8w1y"}));
    CHECK(next.text.size() == 8);
    CHECK(successor_id(next) != next);
}
