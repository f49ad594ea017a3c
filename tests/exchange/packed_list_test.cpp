// What is packed comes back as it was.
#include "kith/exchange/batch.hpp"
#include "kith/exchange/packed_list.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace kith::exchange {
namespace {

core::Date day(const char* text) {
    return *core::parse_iso_date(text);
}

core::Person whole_person() {
    core::Person person;
    person.id = {"ana"};
    person.was = {{"a"}, {""}};
    person.name = "Ana \"Ção\"\n";
    person.aliases = {"Aninha", ""};
    person.groups = {"rust"};
    person.every = core::Period{-3, core::Unit::month};
    person.late = core::Period{700, core::Unit::year};
    person.snoozed_until = day("0001-01-01");
    person.met = day("9999-12-31");
    person.met_at = {"rust-porto"};
    person.organisation = std::string(300, 'o');
    person.role = "r";
    person.city = std::string("a\0b", 3);
    person.email = "ana@example.org";
    person.birthday = "05-02";
    person.handles = {{"linkedin", "in/ana"}, {"linkedin", "01234567"}, {"", ""}};
    person.note = "n";
    person.imported = {{"from", "linkedin"}, {"name", "00c0ffee"}, {"role", "00C0FFEE"},
                       {"city", "0c0ffee"},  {"note", "-0c0ffee"}, {"key", "+1234567"}};
    return person;
}

TEST_CASE("a person comes back as it was, and one of whom nothing is known") {
    const PackedList<core::Person> people{whole_person(), {}, whole_person()};
    REQUIRE(people.size() == 3);
    CHECK(people[0] == whole_person());
    CHECK(people[1] == core::Person{});
    CHECK(people[2] == whole_person());
}

TEST_CASE("entries, events and follow-ups come back as they were") {
    core::Interaction entry;
    entry.id = {"k7f2q9xa"};
    entry.date = {day("2026-11-22"), std::chrono::seconds(0)};
    entry.with = {{"ana"}, {"bo"}};
    entry.answered = false;
    entry.minutes = -1;
    entry.tags = {"a"};
    entry.closes = {"f"};
    core::Event event;
    event.start = {day("1969-12-31"), std::chrono::seconds(86399)};
    event.end = core::Moment{day("2026-11-22"), std::nullopt};
    event.met = {{"ana"}};
    core::Followup followup;
    followup.due = {day("2026-11-22"), std::nullopt};
    followup.every = "+2w";
    followup.snoozed = 1000;
    followup.done = day("2026-11-23");
    const PackedList<core::Interaction> entries{entry, {}};
    const PackedList<core::Event> events{event, {}};
    const PackedList<core::Followup> followups{followup, {}};
    CHECK(entries[0] == entry);
    CHECK(entries[1] == core::Interaction{});
    CHECK(events[0] == event);
    CHECK(events[1] == core::Event{});
    CHECK(followups[0] == followup);
    CHECK(followups[1] == core::Followup{});
}

TEST_CASE("what comes in has all that stands beside the record") {
    IncomingPerson incoming;
    incoming.record = whole_person();
    incoming.key = "in/ana";
    incoming.line = 70000;
    incoming.other = "shoe = 38\n";
    incoming.emails = {"a@x.org", "b@x.org"};
    incoming.is_offered = true;
    incoming.key_kind = exchange::KeyKind::profile;
    auto other = incoming;
    other.key_kind = exchange::KeyKind::own;
    const PackedList<IncomingPerson> people{incoming, other};
    const auto back = people.front();
    CHECK(back.key_kind == incoming.key_kind);
    CHECK(people.back().key_kind == other.key_kind);
    CHECK(back.record == incoming.record);
    CHECK(back.key == incoming.key);
    CHECK(back.line == incoming.line);
    CHECK(back.other == incoming.other);
    CHECK(back.emails == incoming.emails);
    CHECK(back.is_offered);
}

TEST_CASE("records are changed in place, also among many") {
    PackedList<core::Person> people;
    constexpr std::size_t count = 5000;
    for (std::size_t i = 0; i < count; ++i) people.emplace_back().name = "Person " + std::to_string(i);
    people[10].city = "Lisbon";
    people.at(10).city += "!";
    const auto copy = people;
    people.set(11, whole_person());
    people.emplace_back().name = "last";
    const auto& all = people;
    CHECK(all[10].name == "Person 10");
    CHECK(all[10].city == "Lisbon!");
    CHECK(all[11] == whole_person());
    CHECK(all.back().name == "last");
    CHECK(copy[10].city == "Lisbon!");
    CHECK(copy[11].name == "Person 11");
    CHECK(copy.size() == count);
    people.drop(10);
    CHECK(all.front().city == "Lisbon!");
    CHECK(all.size() == count - 9);
    CHECK(std::ranges::count(all, std::string("Lisbon!"), &core::Person::city) == 1);
}

TEST_CASE("more names than have a place of their own") {
    PackedList<core::Person> people;
    for (int i = 0; i < 1000; ++i) people.emplace_back().handles = {{"network-" + std::to_string(i), "x"}};
    const auto& all = people;
    for (std::size_t i = 0; i < 1000; ++i)
        CHECK(all[i].handles == core::TextTable{{"network-" + std::to_string(i), "x"}});
}

} // namespace
} // namespace kith::exchange
