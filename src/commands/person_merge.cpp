#include "kith/core/error.hpp"
#include "kith/core/text.hpp"
#include "kith/exchange/origin.hpp"
#include "kith/exchange/united_addresses.hpp"

#include "options.hpp"
#include "person_verbs.hpp"
#include "person_view.hpp"
#include "present.hpp"
#include "removal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <string_view>

namespace kith::commands {
namespace {

void take_texts(core::Person& keep, const core::Person& gone) {
    const auto take = [&](std::string core::Person::*text) {
        if ((keep.*text).empty()) keep.*text = gone.*text;
    };
    take(&core::Person::organisation);
    take(&core::Person::role);
    take(&core::Person::city);
    take(&core::Person::birthday);
}

void take_dates(core::Person& keep, const core::Person& gone) {
    if (!keep.every && gone.every) {
        keep.every = gone.every;
        keep.late = gone.late;
    }
    if (!keep.snoozed_until) keep.snoozed_until = gone.snoozed_until;
    // The earlier meeting is the first one, with where it was.
    const bool is_earlier = gone.met && (!keep.met || *gone.met < *keep.met);
    if (is_earlier) keep.met = gone.met;
    if (keep.met_at.empty() || (is_earlier && !gone.met_at.empty())) keep.met_at = gone.met_at;
}

void take_names(core::Person& keep, const core::Person& gone) {
    if (keep.name.empty()) keep.name = gone.name;
    std::set<std::string> known{core::fold(keep.name)};
    for (const auto& alias : keep.aliases) known.insert(core::fold(alias));
    std::vector<std::string> names{gone.name};
    names.insert(names.end(), gone.aliases.begin(), gone.aliases.end());
    for (const auto& name : names)
        if (!name.empty() && known.insert(core::fold(name)).second) keep.aliases.push_back(name);
    std::vector<core::PersonId> ids{gone.id};
    ids.insert(ids.end(), gone.was.begin(), gone.was.end());
    for (const auto& id : ids)
        if (!id.empty() && id != keep.id && std::ranges::find(keep.was, id) == keep.was.end()) keep.was.push_back(id);
}

/// Tells what somebody has one of, and both had.
void note_conflicts(const core::Person& after, const core::Person& gone, Session& session) {
    constexpr std::array<std::string_view, 7> keys{"every", "late", "snoozed_until", "organisation",
                                                   "role",  "city", "birthday"};
    const auto kept = core::to_fields(after);
    for (const auto& field : core::to_fields(gone)) {
        const auto own = std::ranges::find(kept, field.key, &core::Field::key);
        if (std::ranges::find(keys, field.key) != keys.end() && own != kept.end() && own->value != field.value)
            session.note(fmt::format("{} stays '{}'; {} had '{}'", field.key, exchange::spelled(own->value), gone.name,
                                     exchange::spelled(field.value)));
    }
}

/// What became of those of B's addresses that A has others beside.
void note_further(const exchange::UnitedAddresses& united, const core::Person& gone, Session& session) {
    for (const auto& [network, value, name] : united.further)
        session.note(name.empty() ? fmt::format("{} '{}' of {} is left out: there are as many as there may be", network,
                                                value, gone.name)
                                  : fmt::format("{} '{}' of {} is {} now", network, value, gone.name, name));
}

int merge(const Texts& words, Session& session) {
    if (words.size() != 2)
        core::fail_usage("'kith person merge' takes two people: the one to keep, and the one who is the same",
                         "put names with blanks in quotes");
    session.begin_writing(person_keys());
    const core::Person before = session.people().require(words[0]);
    const core::Person gone = session.people().require(words[1]);
    if (before == gone)
        core::fail_usage(fmt::format("'{}' and '{}' are both {} already", words[0], words[1], before.id.text),
                         "name two people");
    core::Person after = before;
    take_names(after, gone);
    after.groups = merged(after.groups, gone.groups);
    take_dates(after, gone);
    take_texts(after, gone);
    const auto united = exchange::united_addresses(before, gone);
    after.email = united.email;
    after.handles = united.handles;
    if (after.note.empty())
        after.note = gone.note;
    else if (!gone.note.empty() && gone.note != after.note)
        after.note += "\n" + gone.note;
    after.imported = exchange::with_origins(after.imported, gone.imported);
    // Gone first: a person without an id is found by all that the record holds.
    session.journal().remove(gone);
    session.journal().change(before, after);
    session.save();
    note_conflicts(after, gone, session);
    note_further(united, gone, session);
    return session.answer(core::to_fields(after), person_keys(), "",
                          render::to_text({confirmation("kept", after, session), confirmation("merged", gone, session)},
                                          session.layout()));
}

Action bind_merge(CLI::App& app) {
    auto given = std::make_shared<Texts>();
    words(app, "A B", *given, "the person to keep, and the one who is the same");
    return [given](Session& session) { return merge(*given, session); };
}

/// What still names somebody who is removed.
void note_mentions(const core::Person& person, Session& session) {
    const auto entries = interactions_with(person, session).size();
    const auto followups = std::ranges::count_if(session.journal().followups(), [&](const core::Followup& followup) {
        return core::names_person(followup.with, person, session.people());
    });
    if (entries == 0 && followups == 0) return;
    session.note(fmt::format("{} entr{} and {} follow-up{} still name {}; 'kith check' lists them", entries,
                             entries == 1 ? "y" : "ies", followups, followups == 1 ? "" : "s", person.name));
}

int remove(const RemovalWords& given, Session& session) {
    if (given.words.empty()) core::fail_usage("'kith person remove' needs a person", "who there is: kith person list");
    session.begin_writing(person_keys());
    std::vector<core::Person> removed;
    for (const auto& word : given.words) {
        const auto& person = session.people().require(word);
        if (std::ranges::find(removed, person) == removed.end()) removed.push_back(person);
    }
    std::vector<core::Fields> records;
    std::vector<render::Row> rows;
    for (const auto& person : removed) {
        session.journal().remove(person);
        records.push_back(core::to_fields(person));
        rows.push_back(confirmation("removed", person, session));
    }
    if (!may_remove(rows, "people", given.yes, session)) return 1;
    for (const auto& person : removed) note_mentions(person, session);
    session.save();
    if (session.options().quiet) return 0;
    return session.answer(records, person_keys(), render::to_text(rows, session.layout()));
}

Action bind_remove(CLI::App& app) {
    auto given = std::make_shared<RemovalWords>();
    declare_removal(app, "WHO", *given, "the people, a word each");
    return [given](Session& session) { return remove(*given, session); };
}

} // namespace

std::vector<Command> person_merging_commands() {
    return {
        {"person merge", "A B", "make one person of two",
         "Keeps A: B's names become aliases, groups and handles are united, keys that A has not are taken from B, and "
         "B's id means A from now on. Where A has another e-mail, telephone, website or profile, B's becomes email-2, "
         "phone-2 and so on among the handles, up to nine. Notes are put together; of what somebody has one of "
         "A's stays, and what B had is told. The log stays as it is.",
         "kith person merge bo-li bob-li", bind_merge},
        {"person remove", "WHO...", "remove people",
         "All or nothing. Entries that name them stay, with the id as it is written. More than one only after a yes: "
         "it asks on a terminal, and needs --yes elsewhere.",
         "kith person remove ana-souza", bind_remove},
    };
}

} // namespace kith::commands
