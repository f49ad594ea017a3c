// Which entry, event and follow-up of the journal is which of a file.
#include "kith/exchange/plan.hpp"
#include "kith/exchange/readers.hpp"

#include "planning.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

using namespace kith;
using namespace kith::test;
using exchange::Batch;
using exchange::Incoming;

namespace {

core::Moment moment(const std::string& day, std::optional<int> hour = {}) {
    core::Moment moment{*core::parse_iso_date(day), std::nullopt};
    if (hour) moment.time = std::chrono::hours{*hour};
    return moment;
}

core::Event standup(std::optional<int> hour, const std::string& place = {}) {
    core::Event event;
    event.name = "Standup";
    event.start = moment("2026-12-01", hour);
    event.place = place;
    return event;
}

core::Interaction entry(const std::string& channel, const std::string& note = {}) {
    core::Interaction entry;
    entry.date = moment("2026-01-01");
    entry.with = {{"ana"}};
    entry.channel = channel;
    entry.note = note;
    return entry;
}

core::Followup call() {
    core::Followup followup;
    followup.due = moment("2026-12-02");
    followup.note = "Call";
    return followup;
}

Batch calendar(std::vector<Incoming<core::Event>> events) {
    Batch batch;
    batch.from = "ics";
    batch.events = std::move(events);
    return batch;
}

Batch table(std::vector<Incoming<core::Interaction>> entries) {
    Batch batch;
    batch.from = "csv";
    batch.interactions = std::move(entries);
    return batch;
}

} // namespace

TEST_CASE("events and to-dos of one calendar with keys of their own are several, however alike") {
    auto file = calendar({{standup(9, "Room A"), "1", 1}, {standup(16, "Room B"), "2", 8}, {standup(9), "3", 15}});
    file.followups = {{call(), "t1", 20}, {call(), "t2", 25}};
    const auto plan = planned({file}, journal({}));
    REQUIRE(plan.events.added.size() == 3);
    CHECK(plan.events.added[1].place == "Room B");
    CHECK(plan.followups.added.size() == 2);
    const auto now = carried_out(plan, journal({}));
    CHECK(changes_nothing(planned({file}, now)));

    // One that comes later is another one too, and so is one of another file.
    file.events.push_back({standup(9), "4", 30});
    CHECK(planned({file}, now).events.added.size() == 1);
    CHECK(planned({calendar({{standup(9), "5", 1}})}, now).events.added.size() == 1);
    CHECK(planned({calendar({{standup(9), "6", 1}}), calendar({{standup(9), "7", 1}})}, now).events.added.size() == 2);
}

TEST_CASE("rows that differ in the channel alone, or in nothing, are several entries") {
    const auto ana = journal({person("ana", "Ana Souza")});
    const auto file = table({{entry("coffee"), {}, 2}, {entry("call"), {}, 3}, {entry("call"), {}, 4}});
    const auto plan = planned({file}, ana);
    CHECK(plan.interactions.added.size() == 3);
    CHECK(changes_nothing(planned({file}, carried_out(plan, ana))));
}

TEST_CASE("what was written by hand is found by its looks once, where time and channel do not speak against it") {
    auto records = journal({person("ana", "Ana Souza")});
    records.events = {standup({}, "by hand")};
    records.events.front().id = {"standup"};
    const auto file = calendar({{standup(9), "1", 1}, {standup(16), "2", 8}});
    const auto plan = planned({file}, records);
    REQUIRE(plan.events.added.size() == 1);
    CHECK(plan.events.added[0].start == moment("2026-12-01", 16));
    CHECK(changes_nothing(planned({file}, carried_out(plan, records))));

    records.events.front().start = moment("2026-12-01", 16);
    const auto timed = planned({file}, records);
    REQUIRE(timed.events.added.size() == 1);
    CHECK(timed.events.added[0].start == moment("2026-12-01", 9));

    records.interactions = {entry("call", "Slides")};
    records.interactions.front().id = {"one"};
    CHECK(planned({table({{entry("coffee", "Slides"), {}, 2}})}, records).interactions.added.size() == 1);
    CHECK(planned({table({{entry("", "Slides"), {}, 2}})}, records).interactions.added.empty());
}

TEST_CASE("a key is found before a look that another record of the file has too") {
    auto records = journal({person("ana", "Ana Souza")});
    auto known = entry("coffee");
    known.id = {"k7f2q9xa"};
    records.interactions = {known};
    auto other = known;
    other.id = {"m3qd8w1z"};
    const auto plan = planned({table({{other, "m3qd8w1z", 2, {}, true}, {known, "k7f2q9xa", 3, {}, true}})}, records);
    REQUIRE(plan.interactions.added.size() == 1);
    CHECK(plan.interactions.added[0].id == other.id);
    CHECK(plan.interactions.changed.empty());
}

TEST_CASE("a table names people by id, name, alias or e-mail; whom nobody knows stays as written and is told") {
    auto ana = person("ana", "Ana Souza");
    ana.aliases = {"Aninha"};
    ana.email = "ana@example.org";
    const auto records = journal({ana, person("eva", "Eva Ruiz"), person("eva-2", "Eva Ruiz"), person({}, "Bo Li")});
    const auto with = [&records](const std::vector<core::PersonId>& people) {
        auto row = entry("coffee");
        row.with = people;
        const auto plan = planned({table({{row, {}, 2}, {row, {}, 3}})}, records);
        REQUIRE(plan.interactions.added.size() == 2);
        std::string text;
        for (const auto& id : plan.interactions.added[0].with) text += id.text + ";";
        for (const auto& skipped : plan.skipped[0])
            text += (skipped.is_note ? "note " : "skipped ") + std::to_string(skipped.line) + " " + skipped.reason;
        CHECK(changes_nothing(planned({table({{row, {}, 2}, {row, {}, 3}})}, carried_out(plan, records))));
        return text;
    };
    const std::string unknown = "nobody here has the id, name or e-mail ";
    CHECK(with({{"ana"}, {"ANA souza"}, {"aninha"}, {"Ana@Example.org"}}) == "ana;");
    CHECK(with({{"Bo Li"}}) == "bo-li;");
    CHECK(with({{"zed"}, {"ana"}}) == "zed;ana;note 2 " + unknown + "'zed', which is kept as written");
    CHECK(with({{"Eva Ruiz"}}) ==
          "Eva Ruiz;note 2 several people here have the name or e-mail 'Eva Ruiz', which is kept as written");
    CHECK(with({{"Ana"}}) == "Ana;note 2 " + unknown + "'Ana', which is kept as written");
}

TEST_CASE("the records of one file name the people of another, whichever is named first") {
    auto row = entry("coffee");
    row.with = {{"Cy Roy"}};
    const auto people = batch({card("Cy Roy", "uid-1")});
    for (const auto& files : {std::vector<Batch>{table({{row, {}, 2}}), people}, {people, table({{row, {}, 2}})}}) {
        const auto plan = planned(files, journal({}));
        REQUIRE(plan.interactions.added.size() == 1);
        CHECK(plan.interactions.added[0].with == std::vector<core::PersonId>{{"cy-roy"}});
    }
}

TEST_CASE("a table of entries adds nothing again, whatever was edited since") {
    const std::string text = "date,with,note\n2026-01-01,ana,Slides\n2026-01-01,ana,Slides\n";
    exchange::ReadOptions options;
    options.today = moment("2026-11-22").date;
    const auto file = exchange::read_csv(exchange::pull_from(text), options);
    const auto records = journal({person("ana", "Ana Souza")});
    auto now = carried_out(planned({file}, records), records);
    REQUIRE(now.interactions.size() == 2);
    now.interactions[0].note = "The slides about diagnostics";
    now.interactions[1].date = moment("2026-01-02");
    CHECK(changes_nothing(planned({file}, now)));
}

TEST_CASE("an event that kith wrote into a calendar is none of its own on the way back") {
    auto records = journal({});
    auto known = standup({});
    known.id = {"standup"};
    known.note = "mine";
    records.events = {known};
    auto file = calendar({{standup({}), "kith-event-standup", 3}});
    file.events[0].record.note = "Goal: short\nmine";
    CHECK(changes_nothing(planned({file}, records)));
    CHECK(planned({file}, records).skipped.at(0).empty());

    file.events[0].record.start = moment("2026-12-05");
    const auto moved = planned({file}, records);
    CHECK(changes_nothing(moved));
    CHECK(moved.events.there == 1);
    const std::vector<exchange::Skipped> told{
        {3, "Standup, 2026-12-05: kith's own standup, which stays Standup, 2026-12-01", true}};
    CHECK(moved.skipped.at(0) == told);

    file.events[0].record.name = "Another one's";
    CHECK(planned({file}, records).events.added.size() == 1);
}

TEST_CASE("an event that kith wrote is its own again, though another one came in under its name") {
    auto records = journal({});
    auto conf = standup({}, "Rome");
    conf.name = "Conf";
    conf.id = {"conf"};
    records.events = {conf};
    auto other = conf;
    other.id = {};
    other.name = "Other";
    other.start = moment("2026-12-25");
    const auto edited = calendar({{other, "kith-event-conf", 3}});
    records = carried_out(planned({edited}, records), records);
    REQUIRE(records.events.size() == 2);
    CHECK(records.events[1].id.text == "other");
    auto incoming = conf;
    incoming.id = {};
    const auto own = calendar({{incoming, "kith-event-conf", 3}, {other, "kith-event-other", 9}});
    for (const auto& again : {std::vector<Batch>{own}, {edited}, {own, edited}, {edited, own}}) {
        CHECK(changes_nothing(planned(again, records)));
        CHECK(planned(again, records).skipped.at(0).empty());
    }
    // Where another program has moved it, it is more like the one here than like the other.
    incoming.start = moment("2026-12-02");
    const auto moved = planned({calendar({{incoming, "kith-event-conf", 3}})}, records);
    CHECK(changes_nothing(moved));
    CHECK(moved.skipped.at(0).size() == 1);
}

TEST_CASE("an event of another journal with the id of one here comes in, and is that one from then on") {
    auto oslo = standup({}, "Oslo");
    oslo.name = "Meetup";
    oslo.id = {"meetup"};
    auto records = journal({});
    records.events = {oslo};
    auto rome = oslo;
    rome.id = {};
    rome.start = moment("2026-11-30");
    rome.place = "Rome";
    const auto file = calendar({{rome, "kith-event-meetup", 3}});
    records = carried_out(planned({file}, records), records);
    REQUIRE(records.events.size() == 2);
    CHECK(records.events[1].id.text == "meetup-2");
    CHECK(changes_nothing(planned({file}, records)));
    auto mine = oslo;
    mine.id = {};
    const auto own = calendar({{mine, "kith-event-meetup", 3}, {rome, "kith-event-meetup-2", 9}});
    CHECK(changes_nothing(planned({own}, records)));
    CHECK(changes_nothing(planned({own, file}, records)));
    // It follows its own journal.
    rome.start = moment("2026-12-07");
    const auto moved = planned({calendar({{rome, "kith-event-meetup", 3}})}, records);
    REQUIRE(moved.events.changed.size() == 1);
    CHECK(moved.events.changed[0].after.id.text == "meetup-2");
    CHECK(moved.events.changed[0].after.start == moment("2026-12-07"));
    // Here nothing else has the id: what came from there is it, and follows it, too.
    auto alone = carried_out(planned({file}, journal({})), journal({}));
    CHECK(alone.events.at(0).id.text == "meetup");
    CHECK(planned({calendar({{rome, "kith-event-meetup", 3}})}, alone).events.changed.size() == 1);
}

TEST_CASE("a follow-up that was closed here stays as it is when its calendar changes it") {
    const auto to_do = [](core::Followup record) {
        Batch batch;
        batch.from = "ics";
        batch.followups = {{std::move(record), "call", 2}};
        return batch;
    };
    auto open = journal({});
    open = carried_out(planned({to_do(call())}, open), open);
    auto later = call();
    later.due = moment("2026-12-09");
    CHECK(planned({to_do(later)}, open).followups.changed.size() == 1);

    auto done = open;
    done.followups.front().done = *core::parse_iso_date("2026-11-20");
    auto dropped = open;
    dropped.followups.front().dropped = core::parse_iso_date("2026-11-20");
    auto completed = later;
    completed.done = core::parse_iso_date("2026-11-21");
    for (const auto& [closed, word] : {std::pair{done, "done"}, {dropped, "dropped"}}) {
        CHECK(planned({to_do(call())}, closed).skipped.at(0).empty());
        for (const auto& changed : {later, completed}) {
            const auto plan = planned({to_do(changed)}, closed);
            CHECK(changes_nothing(plan));
            CHECK(plan.followups.there == 1);
            const std::vector<exchange::Skipped> told{{2, std::string("Call is ") + word + " here and stays", true}};
            CHECK(plan.skipped.at(0) == told);
        }
    }

    // What the calendar itself has closed is the calendar's.
    const auto closed_there = carried_out(planned({to_do(completed)}, open), open);
    CHECK(closed_there.followups.front().done == completed.done);
    completed.note = "Call Bo";
    CHECK(planned({to_do(completed)}, closed_there).followups.changed.size() == 1);
}
