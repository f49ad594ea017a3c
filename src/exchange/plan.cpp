#include "kith/exchange/plan.hpp"

#include "kith/core/records.hpp"
#include "kith/core/text.hpp"
#include "kith/exchange/origin.hpp"

#include "ledger.hpp"
#include "plan_people.hpp"
#include "restoring.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>
#include <utility>

namespace kith::exchange {
namespace {

std::string spelled(const std::vector<core::PersonId>& ids) {
    std::vector<std::string> texts;
    for (const auto& id : ids) texts.push_back(id.text);
    std::ranges::sort(texts);
    return core::join(texts, ",");
}

// What tells a record that has no key, or was written by hand.
std::string told_by(const core::Interaction& record) {
    return fmt::format("{}:{}:{}", core::to_text(record.date), spelled(record.with), core::fold(record.note));
}
std::string told_by(const core::Followup& record) {
    return fmt::format("{}:{}:{}", core::to_text(record.due.date), spelled(record.with), core::fold(record.note));
}
std::string told_by(const core::Event& record) {
    return fmt::format("{}:{}", core::to_text(record.start.date), core::fold(record.name));
}

std::vector<core::PersonId>& people_of(core::Interaction& record) {
    return record.with;
}
std::vector<core::PersonId>& people_of(core::Followup& record) {
    return record.with;
}
std::vector<core::PersonId>& people_of(core::Event& record) {
    return record.met;
}

template<class Record> bool is_with_same(Record left, Record right) {
    return people_of(left) == people_of(right);
}

/// The records of one kind but people.
template<class Record> class RecordPlanner {
  public:
    RecordPlanner(const std::vector<Record>& there, const PeoplePlanner& people) : people_(people), ledger_(there) {
        for (std::size_t i = 0; i < there.size(); ++i) note(i);
    }

    template<class NewId> void take(const std::vector<Incoming<Record>>& records, const std::string& from,
                                    const PersonIds& ids, const NewId& new_id) {
        for (const auto& incoming : records) {
            auto record = incoming.record;
            translate(people_of(record), ids);
            const auto number = find(incoming.key, from, record);
            if (number) {
                auto said = ledger_.unsaid(*number, core::to_fields(with_people_as_written(record, *number)));
                update(*number, {from, incoming.key, std::move(said), {}});
                continue;
            }
            const auto own = record.id;
            record = core::from_fields<Record>(updated({}, {from, incoming.key, core::to_fields(record), {}})).record;
            // A table that kith itself wrote has the ids that others name.
            const bool keeps_id = from == "csv" && !own.empty() && !at("id\n" + own.text);
            record.id = keeps_id ? own : new_id(record);
            note(ledger_.add(std::move(record)));
        }
    }
    /// Kith's own; people whom the import knows by another id than the file does are named by it.
    void restore(std::vector<Incoming<Record>> records, const PersonIds& other_ids, std::vector<Skipped>& skipped) {
        if (!other_ids.empty())
            for (auto& incoming : records) rename(incoming.record, other_ids);
        exchange::restore(ledger_, records, skipped);
    }
    [[nodiscard]] Changes<Record> changes() const { return ledger_.changes(); }

  private:
    using Number = std::optional<std::size_t>;

    void note(std::size_t number) {
        const auto& record = ledger_[number];
        for (const auto& [from, key] : origins(record.imported)) numbers_.try_emplace(from + "\n" + key, number);
        numbers_.try_emplace(told_by(with_people_as_now(record)), number);
        if (!record.id.empty()) numbers_.try_emplace("id\n" + record.id.text, number);
    }
    [[nodiscard]] Number at(const std::string& clue) const {
        const auto found = numbers_.find(clue);
        return found == numbers_.end() ? Number{} : Number(found->second);
    }
    [[nodiscard]] Number find(const std::string& key, const std::string& from, const Record& record) const {
        if (!key.empty())
            if (const auto number = at(from + "\n" + key)) return number;
        // A table that kith itself wrote has its records' ids.
        if (from == "csv" && !record.id.empty())
            if (const auto number = at("id\n" + record.id.text)) return number;
        return at(told_by(record));
    }

    void translate(std::vector<core::PersonId>& people, const PersonIds& ids) const {
        std::vector<core::PersonId> known;
        for (const auto& id : people) {
            const auto found = ids.find(id.text);
            const auto meant = found != ids.end() ? std::optional(found->second) : people_.resolve(id);
            if (meant && std::ranges::find(known, *meant) == known.end()) known.push_back(*meant);
        }
        people = std::move(known);
    }
    void rename(Record& record, const PersonIds& other_ids) const {
        const auto there = numbers_.find("id\n" + record.id.text);
        if (there != numbers_.end() && is_with_same(ledger_[there->second], record)) return;
        for (auto& id : people_of(record))
            if (const auto other = other_ids.find(id.text); other != other_ids.end()) id = other->second;
    }
    [[nodiscard]] Record with_people_as_now(Record record) const {
        for (auto& id : people_of(record)) id = people_.resolve(id).value_or(id);
        return record;
    }
    /// The same people by the ids they had when they were written down, so that a merge of two is no news.
    [[nodiscard]] Record with_people_as_written(Record record, std::size_t number) const {
        auto written = ledger_[number];
        auto now = with_people_as_now(written);
        if (people_of(now) == people_of(record)) people_of(record) = people_of(written);
        return record;
    }
    void update(std::size_t number, const SourceState& state) {
        const auto& before = ledger_[number];
        auto after = core::from_fields<Record>(updated(core::to_fields(before), state)).record;
        auto compared = after;
        compared.imported = before.imported;
        const bool is_known = std::ranges::any_of(origins(before.imported),
                                                  [&state](const auto& origin) { return origin.first == state.from; });
        if (compared == before && !is_known) after = before; // Written by hand, or found in kith's own table.
        ledger_.put(number, std::move(after));
    }

    const PeoplePlanner& people_;
    Ledger<Record> ledger_;
    std::unordered_map<std::string, std::size_t> numbers_;
};

/// Goals, topics and the like, which only kith's own files have.
template<class Record> Changes<Record> restored(const std::vector<Record>& there, std::span<const Batch> batches,
                                                std::vector<Incoming<Record>> IncomingStrategy::*kind,
                                                std::vector<std::vector<Skipped>>& skipped) {
    Ledger<Record> ledger(there);
    for (std::size_t i = 0; i < batches.size(); ++i) restore(ledger, batches[i].strategy.*kind, skipped.at(i));
    return ledger.changes();
}

std::optional<core::Targets> restored_targets(const core::Targets& there, std::span<const Batch> batches) {
    auto targets = there;
    for (const auto& batch : batches | std::views::reverse) { // The first has the last word.
        const auto& now = batch.strategy.targets;
        if (now.in_person) targets.in_person = now.in_person;
        if (now.per_week) targets.per_week = now.per_week;
        if (now.events_per_month) targets.events_per_month = now.events_per_month;
    }
    return targets == there ? std::nullopt : std::optional(targets);
}

core::Group group_over(const core::Group& there, core::Group now) {
    if (!now.every) now.every = there.every;
    if (!now.late) now.late = there.late;
    return now;
}

Changes<core::Group> changed_groups(const std::vector<core::Group>& there, std::span<const Batch> batches) {
    Ledger<core::Group> ledger(there);
    for (const auto& batch : batches | std::views::reverse) // The first has the last word.
        for (const auto& [group, key, line, other] : batch.groups) {
            const auto known = std::ranges::find(ledger.all(), group.name, &core::Group::name);
            auto index = static_cast<std::size_t>(known - ledger.all().begin());
            const bool says_something = group.every || group.late || !other.empty(); // Else it is a word on people.
            if (known == ledger.all().end() && !says_something) continue;
            if (known == ledger.all().end())
                index = ledger.add(group);
            else
                ledger.put(index, group_over(*known, group));
            ledger.note_other(index, other);
        }
    return ledger.changes();
}

/// The entries, without a mode that their channel has anyway.
std::vector<Incoming<core::Interaction>> with_own_modes(const Batch& batch, const core::Strategy& strategy) {
    auto entries = batch.interactions;
    if (batch.has_resolved_modes)
        for (auto& incoming : entries) {
            auto& entry = incoming.record;
            if (entry.mode == core::to_text(core::mode_of_channel(entry.channel, strategy))) entry.mode.clear();
        }
    return entries;
}

class Planner {
  public:
    Planner(const JournalRecords& journal, const PlanOptions& options)
        : options_(options), strategy_(journal.strategy), people_(journal.people, options.takes_offered),
          interactions_(journal.interactions, people_), events_(journal.events, people_),
          followups_(journal.followups, people_), event_ids_("event") {
        for (const auto& event : journal.events) event_ids_.take(event.id.text);
    }

    void take(const Batch& batch, Plan& plan) {
        auto skipped = batch.skipped;
        if (batch.from.empty()) {
            const auto other_ids = people_.restore(batch, skipped);
            interactions_.restore(with_own_modes(batch, strategy_), other_ids, skipped);
            events_.restore(batch.events, other_ids, skipped);
            followups_.restore(batch.followups, other_ids, skipped);
            for (const auto& event : batch.events) event_ids_.take(event.record.id.text);
        } else {
            const auto ids = people_.take(batch, skipped);
            const auto random = [this](const auto& record) { return decltype(record.id){options_.new_id()}; };
            const auto slug = [this](const core::Event& event) { return core::EventId{event_ids_.next(event.name)}; };
            interactions_.take(batch.interactions, batch.from, ids, random);
            events_.take(batch.events, batch.from, ids, slug);
            followups_.take(batch.followups, batch.from, ids, random);
        }
        plan.skipped.push_back(std::move(skipped));
    }

    void report(Plan& plan) const {
        people_.report(plan);
        plan.interactions = interactions_.changes();
        plan.events = events_.changes();
        plan.followups = followups_.changes();
    }

  private:
    const PlanOptions& options_;
    const core::Strategy& strategy_;
    PeoplePlanner people_;
    RecordPlanner<core::Interaction> interactions_;
    RecordPlanner<core::Event> events_;
    RecordPlanner<core::Followup> followups_;
    core::SlugIds event_ids_;
};

} // namespace

Plan plan(std::span<const Batch> batches, const JournalRecords& journal, const PlanOptions& options) {
    Plan result;
    Planner planner(journal, options);
    for (const auto& batch : batches) planner.take(batch, result);
    planner.report(result);
    result.groups = changed_groups(journal.people.groups(), batches);
    const auto& strategy = journal.strategy;
    result.goals = restored(strategy.goals, batches, &IncomingStrategy::goals, result.skipped);
    result.audiences = restored(strategy.audiences, batches, &IncomingStrategy::audiences, result.skipped);
    result.platforms = restored(strategy.platforms, batches, &IncomingStrategy::platforms, result.skipped);
    result.topics = restored(strategy.topics, batches, &IncomingStrategy::topics, result.skipped);
    result.channels = restored(strategy.channels, batches, &IncomingStrategy::channels, result.skipped);
    result.posts = restored(strategy.posts, batches, &IncomingStrategy::posts, result.skipped);
    result.targets = restored_targets(strategy.targets, batches);
    for (auto& skipped : result.skipped) std::ranges::stable_sort(skipped, {}, &Skipped::line);
    return result;
}

} // namespace kith::exchange
