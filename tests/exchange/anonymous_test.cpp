#include "kith/exchange/anonymous.hpp"

#include <doctest/doctest.h>

using namespace kith;
using exchange::Anonymiser;

namespace {

core::Person person(const char* id, const char* name) {
    core::Person person;
    person.id = {id};
    person.name = name;
    return person;
}

core::Date day(const char* text) {
    return *core::parse_iso_date(text);
}

struct Journal {
    core::People people{{person("ana-souza", "Ana Souza"), person("bo-li", "Bo Li")}, {}};
    std::vector<core::Event> events;
    core::Strategy strategy;

    Journal() {
        core::Event event;
        event.id = {"rustconf-2026"};
        event.name = "RustConf 2026";
        events.push_back(event);
        strategy.platforms.push_back({"linkedin", {"compiler-role"}, {}, 5, "Comment first"});
    }
    [[nodiscard]] Anonymiser anonymiser() const { return {people, events, strategy}; }
};

} // namespace

TEST_CASE("nothing of a person is left but what a figure needs") {
    core::Person ana = person("ana-souza", "Ana Souza");
    ana.was = {{"ana-s"}};
    ana.aliases = {"asouza"};
    ana.groups = {"rust"};
    ana.every = core::Period{3, core::Unit::week};
    ana.met = day("2024-05-02");
    ana.met_at = {"rustconf-2026"};
    ana.organisation = "Ferrous";
    ana.role = "Compiler engineer";
    ana.city = "Lisbon";
    ana.email = "ana@example.org";
    ana.birthday = "1990-05-02";
    ana.handles = {{"linkedin", "in/anasouza"},
                   {"phone-2", "+351 912"},
                   {"email-2", "a@b.org"},
                   {"ana@example.org", "x"},
                   {"website", "https://ana.org"}};
    ana.note = "Prefers voice, 2 at most.\nÉtienne 波";
    ana.imported = {{"from", "linkedin"}, {"key", "in/anasouza"}};
    core::Person expected = person("person-1", "Person 1");
    expected.was = {{"person-3"}};
    expected.aliases = {"Alias 1"};
    expected.groups = {"group-1"};
    expected.every = ana.every;
    expected.met = ana.met;
    expected.met_at = {"event-1"};
    expected.organisation = "Organisation 1";
    expected.role = "Role 1";
    expected.city = "Place 1";
    expected.email = "person-1@example.org";
    expected.handles = {{"linkedin", "person-1"},
                        {"phone-2", "+00 000 00012"},
                        {"email-2", "person-1-2@example.org"},
                        {"network-1", "person-1"},
                        {"website", "https://example.org/person-1"}};
    expected.note = "xxxxxxx xxxxx, 0 xx xxxx.\nxxxxxxx x";
    CHECK(Journal().anonymiser()(ana) == expected);
}

TEST_CASE("the same is replaced by the same wherever it stands") {
    auto anonymise = Journal().anonymiser();
    core::Interaction entry;
    entry.id = {"k7f2q9xa"};
    entry.with = {{"bo-li"}, {"stranger"}, {"ana-souza"}};
    entry.channel = "linkedin";
    entry.kind = "meeting";
    entry.event = {"rustconf-2026"};
    entry.tags = {"rust", "secret"};
    entry.note = "Coffee";
    const auto first = anonymise(entry);
    CHECK(first.id.text == "interaction-1");
    CHECK(first.with == std::vector<core::PersonId>{{"person-2"}, {"person-3"}, {"person-1"}});
    CHECK(first.channel == "linkedin");
    CHECK(first.kind == "meeting");
    CHECK(first.event.text == "event-1");
    CHECK(first.tags == std::vector<std::string>{"tag-1", "tag-2"});
    CHECK(first.note == "xxxxxx");
    CHECK(anonymise(entry) == first);
    CHECK(Journal().anonymiser()(entry) == first);
    core::Event event = Journal().events.front();
    event.met = entry.with;
    event.place = "Lisbon";
    CHECK(anonymise(event).met == first.with);
    CHECK(anonymise(event).name == "Event 1");
    CHECK(anonymise(event).place == "Place 1");
}

TEST_CASE("numbers are the same whatever is exported, and in whichever turn") {
    std::vector<core::Person> persons(2);
    persons[0].id = {"ana"};
    persons[0].organisation = "Ferrous";
    persons[0].groups = {"rust"};
    persons[1].id = {"bo"};
    persons[1].organisation = "Astilleros";
    persons[1].city = "Porto";
    std::vector<core::Event> events(1);
    events[0].place = "Lisbon";
    const core::People people(persons, {});
    exchange::Anonymiser in_turn(people, events, {});
    exchange::Anonymiser of_last(people, events, {});
    (void)in_turn(persons[0]);
    CHECK(of_last(events[0]) == in_turn(events[0]));
    CHECK(of_last(persons[1]) == in_turn(persons[1]));
    CHECK(of_last(persons[1]).organisation == "Organisation 2");
    CHECK(of_last(events[0]).place == "Place 2");
}

TEST_CASE("words in the place of ids and of known values do not come through") {
    auto anonymise = Journal().anonymiser();
    core::Interaction entry;
    entry.id = {"coffee-with-ana"};
    entry.channel = "Ana's kitchen";
    entry.kind = "Flirt";
    entry.by = "Ana";
    entry.closes = {"sarahmay"}; // Eight letters of the alphabet that ids are made of.
    const auto other = anonymise(entry);
    CHECK(other.id.text == "interaction-1");
    CHECK(other.channel == "channel-1");
    CHECK(other.kind == "xxxxx");
    CHECK(other.by == "xxx");
    CHECK(other.closes.text == "followup-1");
    core::Followup followup;
    followup.every = "+2w";
    CHECK(anonymise(followup).every == "+2w");
    followup.every = "when Ana calls";
    CHECK(anonymise(followup).every == "xxxx xxx xxxxx");
}

TEST_CASE("an item of the agenda loses its reason, and keeps its kind") {
    auto anonymise = Journal().anonymiser();
    core::AgendaItem item;
    item.source = core::Source::birthday;
    item.followup.id = {"@bo-li/birthday"};
    item.followup.with = {{"bo-li"}};
    item.why = "birthday tomorrow";
    const auto other = anonymise(item);
    CHECK(other.followup.id.text == "@person-2/birthday");
    CHECK(other.why.empty());
}

TEST_CASE("goals and topics are named in the platforms and posts as they are called") {
    Journal journal;
    journal.strategy.goals.push_back({"compiler-role", "Find a role", {}, {}});
    const auto strategy = journal.anonymiser()(journal.strategy);
    CHECK(strategy.goals.front().id == "goal-1");
    CHECK(strategy.platforms.front().id == "linkedin");
    CHECK(strategy.platforms.front().goals == std::vector<std::string>{"goal-1"});
    CHECK(strategy.platforms.front().note == "xxxxxxx xxxxx");
}

TEST_CASE("channels and platforms of one's own are numbered, the same wherever they stand") {
    Journal journal;
    journal.strategy.platforms.push_back({"acme-slack", {}, {}, 2, ""});
    journal.strategy.channels = {{"annas-kitchen", "in-person"}, {"telegram", "online"}, {"call", "online"}};
    auto anonymise = journal.anonymiser();
    core::Interaction entry;
    entry.channel = "annas-kitchen";
    CHECK(anonymise(entry).channel == "channel-2");
    core::Post post;
    post.platform = "acme-slack";
    core::Strategy strategy = journal.strategy;
    strategy.posts = {post};
    strategy = anonymise(strategy);
    CHECK(strategy.posts.front().platform == "channel-1");
    CHECK(strategy.platforms[0].id == "linkedin");
    CHECK(strategy.platforms[1].id == "channel-1");
    CHECK(strategy.channels ==
          std::vector<core::Channel>{{"channel-2", "in-person"}, {"telegram", "online"}, {"call", "online"}});
}
