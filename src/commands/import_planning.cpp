#include "import_planning.hpp"

#include "kith/exchange/origin.hpp"
#include "kith/store/group_editing.hpp"
#include "kith/store/other_keys.hpp"
#include "kith/store/undo_store.hpp"

#include "progress_line.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace kith::commands {
namespace {

/// As many steps are made in a moment.
constexpr std::uint64_t stride = 10000;

/// The journal's records of the kinds that the batches have.
exchange::JournalRecords records_for(const std::vector<exchange::Batch>& batches, store::JournalStore& journal) {
    const auto has = [&batches](const auto& part) {
        return std::ranges::any_of(batches, [&part](const exchange::Batch& batch) { return !(batch.*part).empty(); });
    };
    exchange::JournalRecords records;
    records.people = journal.people();
    if (has(&exchange::Batch::interactions)) records.interactions = journal.interactions(core::all_days);
    if (has(&exchange::Batch::events) || has(&exchange::Batch::series)) records.events = journal.events();
    if (has(&exchange::Batch::followups)) records.followups = journal.followups();
    records.strategy = journal.strategy();
    return records;
}

/// Each kind of record of a plan.
template<class Plan, class Take> void each_kind(Plan& plan, const Take& take) {
    take(plan.people);
    take(plan.groups);
    take(plan.interactions);
    take(plan.events);
    take(plan.followups);
    take(plan.goals);
    take(plan.audiences);
    take(plan.platforms);
    take(plan.topics);
    take(plan.channels);
    take(plan.posts);
}

/// Open follow-ups of calendars that do not say when they were made are written down today. The day is the journal's
/// own, which no other import changes; what kith itself wrote without one has none.
void note_day_of_import(exchange::Changes<core::Followup>& changes, const std::vector<exchange::Batch>& batches,
                        core::Date today) {
    if (std::ranges::any_of(batches, [](const exchange::Batch& batch) { return batch.from.empty(); })) return;
    for (std::size_t number = 0; number < changes.added.size(); ++number) {
        core::Followup followup = std::as_const(changes.added)[number];
        const auto origins = exchange::origins(followup.imported);
        const bool is_of_calendar =
            std::ranges::any_of(origins, [](const auto& origin) { return origin.first == "ics"; });
        if (followup.created || !core::is_open(followup) || !is_of_calendar) continue;
        followup.created = today;
        changes.added.set(number, followup);
    }
}

/// The plan without keys that kith does not know and that the journal has already.
exchange::Plan with_news(exchange::Plan plan, store::DataDirectory& directory) {
    each_kind(plan, [&directory](auto& changes) {
        changes.added_with_other = store::with_news(directory, changes.added_with_other);
        changes.there_with_other = store::with_news(directory, changes.there_with_other);
    });
    return plan;
}

template<class Record>
void write(const exchange::Changes<Record>& changes, store::JournalStore& journal, ProgressLine& progress) {
    journal.change(changes.changed);
    if constexpr (exchange::is_packed<Record>)
        journal.add<Record>(changes.added.size(), [&](std::size_t number) {
            progress.advance(1);
            return changes.added[number];
        });
    else
        journal.add(changes.added);
}
void write(const exchange::Changes<core::Group>& changes, store::JournalStore& journal, ProgressLine&) {
    auto edits = changes.changed;
    for (const auto& group : changes.added) edits.push_back({{group.name, {}, {}}, group});
    store::change_groups(journal.directory(), edits);
}

} // namespace

exchange::Plan make_plan(const std::vector<exchange::Batch>& batches, bool takes_offered, Session& session) {
    auto& journal = session.journal();
    ProgressLine progress("comparing with the journal", exchange::steps_of_plan(batches), stride, {}, session);
    auto plan = exchange::plan(batches, records_for(batches, journal),
                               {takes_offered, [&session] { return session.new_id(); },
                                [&progress] { progress.advance(1); }, session.today()});
    note_day_of_import(plan.followups, batches, session.today());
    return with_news(std::move(plan), journal.directory());
}

void write(const exchange::Plan& plan, Session& session) {
    auto& journal = session.journal();
    std::size_t added = 0;
    each_kind(plan, [&added](const auto& changes) { added += changes.added.size(); });
    constexpr std::size_t steps_of_each = 3; // Its file is looked for, it is printed, and it is read again.
    ProgressLine progress("putting the records in place", steps_of_each * added, stride, {}, session);
    each_kind(plan, [&](const auto& changes) {
        write(changes, journal, progress);
        store::put_other_keys(journal.directory(), changes.added_with_other);
        store::put_other_keys(journal.directory(), changes.there_with_other);
    });
    if (plan.targets) journal.change_targets(*plan.targets);
}

bool can_be_undone(const exchange::Plan& plan, Session& session) {
    write(plan, session);
    auto& directory = session.journal().directory();
    return store::UndoStore::can_keep({"import", directory.take_steps()}, directory.path());
}

} // namespace kith::commands
