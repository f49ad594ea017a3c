#include "kith/exchange/plan.hpp"

#include "kith/core/records.hpp"

#include "ledger.hpp"
#include "other_ids.hpp"
#include "plan_people.hpp"
#include "plan_records.hpp"
#include "restoring.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <ranges>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace kith::exchange {
namespace {

/// Goals, topics and the like, which only kith's own files have.
template<class Record> Changes<Record> restored(const std::vector<Record>& there, std::span<const Batch> batches,
                                                std::vector<Incoming<Record>> IncomingStrategy::*kind,
                                                std::vector<std::vector<Skipped>>& skipped) {
    Ledger<Record> ledger(there);
    for (std::size_t i = 0; i < batches.size(); ++i) {
        const auto& records = batches[i].strategy.*kind;
        const auto at = [&records](std::size_t place) -> const Incoming<Record>& { return records[place]; };
        restore(ledger, records.size(), at, skipped.at(i));
    }
    return ledger.take_changes();
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
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t place = 0; place < there.size(); ++place) places.try_emplace(there[place].name, place);
    for (const auto& batch : batches | std::views::reverse) // The first has the last word.
        for (const auto& [group, key, line, other, has_id] : batch.groups) {
            const bool says_something = group.every || group.late || !other.empty(); // Else it is a word on people.
            auto known = places.find(group.name);
            if (known == places.end() && !says_something) continue;
            if (known == places.end())
                known = places.emplace(group.name, ledger.add(group)).first;
            else
                ledger.put(known->second, group_over(ledger[known->second], group));
            ledger.note_other(known->second, other);
        }
    return ledger.take_changes();
}

/// Takes off a mode that the entry's channel has anyway.
void keep_own_mode(core::Interaction& entry, const core::Strategy& strategy) {
    if (entry.mode == core::to_text(core::mode_of_channel(entry.channel, strategy))) entry.mode.clear();
}

class Planner {
  public:
    Planner(const JournalRecords& journal, const PlanOptions& options)
        : options_(options), strategy_(journal.strategy), people_(journal.people, options),
          interactions_(journal.interactions, people_, options), events_(journal.events, people_, options),
          followups_(journal.followups, people_, options), event_ids_("event") {
        for (const auto& event : journal.events) event_ids_.take(event.id.text);
    }

    /// The people of all files come first, for the records of one may name those of another.
    void take(std::span<const Batch> batches, Plan& plan) {
        std::vector<PersonIds> ids;
        for (const auto& batch : batches) {
            auto& skipped = plan.skipped.emplace_back(batch.skipped);
            ids.push_back(batch.from.empty() ? people_.restore(batch, skipped) : people_.take(batch, skipped));
        }
        share_ids(batches, ids);
        has_one_with_events_ = std::ranges::count_if(batches, has_own_events) == 1;
        for (const auto i : in_turn(batches)) take_records(batches[i], ids[i], plan.skipped[i]);
    }

    /// The planner is used up.
    void report(Plan& plan) {
        people_.report(plan);
        plan.interactions = interactions_.take_changes();
        plan.events = events_.take_changes();
        plan.followups = followups_.take_changes();
    }

  private:
    static bool has_own_events(const Batch& batch) { return batch.from.empty() && !batch.events.empty(); }

    /// Those of kith's own that name events come after the ones that have them.
    static std::vector<std::size_t> in_turn(std::span<const Batch> batches) {
        std::vector<std::size_t> places(batches.size());
        std::iota(places.begin(), places.end(), std::size_t{0});
        std::ranges::stable_partition(
            places, [&](auto place) { return !batches[place].from.empty() || !batches[place].events.empty(); });
        return places;
    }

    /// Kith's own tables of entries and so on name people by the ids of the table of people beside them.
    static void share_ids(std::span<const Batch> batches, std::vector<PersonIds>& ids) {
        const auto is_of_people = [](const Batch& batch) { return batch.from.empty() && !batch.people.empty(); };
        if (std::ranges::count_if(batches, is_of_people) != 1) return;
        const auto place = static_cast<std::size_t>(std::ranges::find_if(batches, is_of_people) - batches.begin());
        for (std::size_t i = 0; i < batches.size(); ++i)
            if (batches[i].from.empty() && batches[i].people.empty()) ids[i] = ids[place];
    }

    /// To events whose ids others have here.
    void give_ids(const Batch& batch, IdsHere& ids, std::vector<Skipped>& skipped) {
        for (const auto& event : batch.events) event_ids_.take(event.record.id.text);
        if (ids.empty()) return;
        for (const auto& event : batch.events) {
            const auto& id = event.record.id.text;
            const auto known = ids.find(id);
            if (known == ids.end() || !known->second.empty()) continue;
            known->second = event_ids_.next(id);
            skipped.push_back(noted(event.line, came_beside<core::Event>(id)));
        }
    }

    void take_records(const Batch& batch, const PersonIds& ids, std::vector<Skipped>& skipped) {
        if (batch.from.empty()) {
            OtherIds others{interactions_.ids_here(batch.interactions), events_.ids_here(batch.events),
                            followups_.ids_here(batch.followups)};
            give_ids(batch, others.events, skipped);
            if (batch.events.empty())
                others.events = other_events_;
            else if (has_one_with_events_)
                other_events_ = others.events;
            const auto as_here = [&others](auto& record) { rename(record, others); };
            const auto with_own_mode = [&](core::Interaction& entry) {
                as_here(entry);
                if (batch.has_resolved_modes) keep_own_mode(entry, strategy_);
            };
            interactions_.restore(batch.interactions, with_own_mode, ids, skipped);
            events_.restore(batch.events, as_here, ids, skipped);
            followups_.restore(batch.followups, as_here, ids, skipped);
            people_.rename_events(batch, ids, others.events);
        } else {
            const auto random = [this](const auto& record) { return decltype(record.id){options_.new_id()}; };
            const auto slug = [this](const core::Event& event) { return core::EventId{event_ids_.next(event.name)}; };
            interactions_.take(batch.interactions, batch, ids, random, skipped);
            events_.take(batch.events, batch, ids, slug, skipped);
            followups_.take(batch.followups, batch, ids, random, skipped);
        }
    }

    const PlanOptions& options_;
    const core::Strategy& strategy_;
    PeoplePlanner people_;
    RecordPlanner<core::Interaction> interactions_;
    RecordPlanner<core::Event> events_;
    RecordPlanner<core::Followup> followups_;
    core::SlugIds event_ids_;
    bool has_one_with_events_ = false; ///< Of kith's own files.
    IdsHere other_events_;             ///< What its events are called here, for the others.
};

} // namespace

std::size_t steps_of_plan(std::span<const Batch> batches) {
    std::size_t steps = 0;
    for (const auto& batch : batches) {
        const auto others = batch.interactions.size() + batch.events.size() + batch.followups.size();
        steps += batch.from.empty() ? batch.people.size() + others : 3 * batch.people.size() + 2 * others;
    }
    return steps;
}

Plan plan(std::span<const Batch> batches, const JournalRecords& journal, const PlanOptions& options) {
    Plan result;
    Planner planner(journal, options);
    planner.take(batches, result);
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
