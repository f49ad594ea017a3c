#include "planning.hpp"

#include "reading.hpp"

#include <algorithm>
#include <utility>

namespace kith::test {

using exchange::Batch;
using exchange::IncomingPerson;
using exchange::JournalRecords;
using exchange::Plan;

core::Person person(const std::string& id, const std::string& name) {
    core::Person person;
    person.id = {id};
    person.name = name;
    return person;
}

IncomingPerson card(const std::string& name, const std::string& key, const std::string& email) {
    IncomingPerson incoming;
    incoming.record = person({}, name);
    incoming.record.email = email;
    if (!email.empty()) incoming.emails = {email};
    incoming.key = key;
    if (!key.empty() && key != name && key != email) incoming.key_kind = exchange::KeyKind::own;
    incoming.line = 1;
    return incoming;
}

Batch batch(const std::vector<IncomingPerson>& people, const std::string& from) {
    Batch batch;
    batch.from = from;
    batch.people = people;
    return batch;
}

JournalRecords journal(std::vector<core::Person> people) {
    JournalRecords records;
    records.people = core::People(std::move(people), {});
    return records;
}

Plan planned(const std::vector<Batch>& batches, const JournalRecords& records, bool takes_offered) {
    int number = 0;
    exchange::PlanOptions options{takes_offered, [&number] { return "new" + std::to_string(++number); }};
    options.today = options_of_tests().today;
    return exchange::plan(batches, records, options);
}

JournalRecords carried_out(const Plan& plan, const JournalRecords& before) {
    const auto apply = [](const auto& changes, auto records) {
        for (const auto& edit : changes.changed) *std::ranges::find(records, edit.before) = edit.after;
        records.insert(records.end(), changes.added.begin(), changes.added.end());
        return records;
    };
    return {core::People(apply(plan.people, before.people.all()), before.people.groups()),
            apply(plan.interactions, before.interactions), apply(plan.events, before.events),
            apply(plan.followups, before.followups), before.strategy};
}

bool changes_nothing(const Plan& plan) {
    const auto is_none = [](const auto& changes) { return changes.added.empty() && changes.changed.empty(); };
    return is_none(plan.people) && is_none(plan.interactions) && is_none(plan.events) && is_none(plan.followups) &&
           plan.alike.empty();
}

} // namespace kith::test
