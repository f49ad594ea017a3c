// The people of kith's own files: who has the id, and whether that is the same person.
#include "kith/core/text.hpp"

#include "handles.hpp"
#include "origin_clues.hpp"
#include "personal_name.hpp"
#include "plan_people.hpp"
#include "restoring.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace kith::exchange {
namespace {

/// Whether the id is another one with a number: `ana-souza-2` of `ana-souza`.
bool is_numbered(std::string_view id, std::string_view base) {
    if (!id.starts_with(base) || id.size() < base.size() + 2 || id[base.size()] != '-') return false;
    return id.find_first_not_of("0123456789", base.size() + 1) == id.npos;
}

/// With the further ones, which kith's own files have among the handles.
IncomingPerson with_all_emails(IncomingPerson incoming) {
    auto all = with_email_among_all(std::move(incoming));
    for (const auto& [network, email] : all.record.handles)
        if (network == "email" || is_further_one(network, "email")) all.emails.push_back(email);
    return all;
}

/// Whether there is more than the name: an address, telephone or birthday.
bool have_more_in_common(const core::Person& person, const IncomingPerson& incoming) {
    const auto& birthday = incoming.record.birthday;
    const bool has_birthday = !birthday.empty() && birthday == person.birthday;
    return may_share_address(person, incoming) &&
           (has_birthday || have_address_in_common(person, incoming) || have_contact_in_common(person, incoming));
}

/// Whether one source has both by the same key.
bool have_key_in_common(const core::Person& person, const core::Person& other) {
    const auto own = origins(person.imported);
    const auto others = origins(other.imported);
    return std::ranges::any_of(own,
                               [&others](const auto& key) { return std::ranges::find(others, key) != others.end(); });
}

/// Whether both say the same, whatever their ids and sources.
bool is_same(const core::Person& person, core::Person other) {
    other.id = person.id;
    other.was = person.was;
    other.imported = person.imported;
    return other == person;
}

} // namespace

/// Those who are in a file of kith's own by the ids that they have here.
std::unordered_set<std::size_t> PeoplePlanner::claimed_by_id(const Batch& batch) const {
    std::unordered_set<std::size_t> claimed;
    for (std::size_t place = 0; place < batch.people.size() && !by_id_.empty(); ++place) {
        const auto incoming = with_all_emails(batch.people[place]);
        const auto* known = by_id_.find(incoming.record.id.text);
        if (known != nullptr && may_share_id(ledger_[*known], incoming)) claimed.insert(*known);
    }
    return claimed;
}

PersonIds PeoplePlanner::restore(const Batch& batch, std::vector<Skipped>& skipped) {
    OwnFile file{ledger_.all().size(), claimed_by_id(batch)};
    for (const auto& incoming : batch.people) ids_.take(incoming.record.id.text);
    core::NumbersByText names; ///< How many in the file have a name, where somebody has no id.
    if (std::ranges::any_of(batch.people, [](const auto& incoming) { return incoming.record.id.empty(); }))
        for (const auto& incoming : batch.people) ++*names.try_emplace(name_to_compare(incoming.record.name), 0).first;
    PersonIds other_ids;
    const auto at = [&batch](std::size_t place) { return batch.people[place]; };
    Repeats repeats(at);
    Ledger<core::Person>::Taken taken;
    for (std::size_t i = 0; i < batch.people.size(); ++i) {
        options_.advance();
        if (!repeats.is_first(i, skipped)) continue;
        const auto incoming = with_all_emails(at(i));
        const auto& id = incoming.record.id;
        const auto* known = by_id_.find(id.text);
        if (id.empty())
            restore_without_id(incoming, taken, *names.find(name_to_compare(incoming.record.name)) == 1);
        else if (known != nullptr && may_share_id(ledger_[*known], incoming))
            put_own(*known, incoming);
        else if (known != nullptr)
            other_ids.emplace(id.text, restore_beside(*known, incoming, file));
        else if (const auto heir = people_.resolve(id); heir != id)
            skipped.push_back({incoming.line, fmt::format("{} is {} now", id.text, heir.text)});
        else if (const auto other = find_by_other_id(incoming, file))
            other_ids.emplace(id.text, put_under(*other, incoming, file));
        else
            add_own(incoming, file);
    }
    return other_ids;
}

/// Somebody new, who is listed with those here who may be the same.
void PeoplePlanner::add_own(const IncomingPerson& incoming, const OwnFile& file) {
    constexpr std::size_t most_told = 3;
    const auto& person = incoming.record;
    std::size_t told = 0;
    for (const auto number : alike_to(person, incoming, most_told)) {
        const bool is_told = number < file.there && !file.claimed.contains(number) && !ledger_[number].id.empty();
        if (is_told && ++told <= most_told) alike_.push_back({person.name, ledger_[number].id, person.id});
    }
    ledger_.note_other(add(without_others(person)), incoming.other);
}

/// Who is called so and has more in common, or a key of one source, and most of what the file says; none of those whom
/// the file has by their ids.
PeoplePlanner::Number PeoplePlanner::find_by_other_id(const IncomingPerson& incoming, const OwnFile& file) {
    auto candidates = restored_alike(incoming);
    for (const auto& [from, key] : origins(incoming.record.imported))
        if (const auto all = index_.by_origin(from, key); all.size() <= most_who_share)
            candidates.insert(candidates.end(), all.begin(), all.end());
    Number best;
    int most = -1;
    for (const auto number : candidates) {
        const auto& person = ledger_[number];
        const bool is_free = number < file.there && !file.claimed.contains(number) && !person.id.empty();
        if (!is_free || !is_called(person, incoming.record.name) || contradicts(person, incoming)) continue;
        const int likeness = likeness_of_card(person, incoming);
        if (likeness <= most || !(have_key_in_common(person, incoming.record) ||
                                  have_more_in_common(person, incoming) || is_same(person, incoming.record)))
            continue;
        most = likeness;
        best = number;
    }
    return best;
}

core::PersonId PeoplePlanner::put_under(std::size_t number, IncomingPerson incoming, OwnFile& file) {
    incoming.record.id = ledger_[number].id;
    file.claimed.insert(number);
    put_own(number, incoming);
    return incoming.record.id;
}

void PeoplePlanner::rename_events(const Batch& batch, const PersonIds& ids,
                                  const std::unordered_map<std::string, std::string>& events) {
    if (events.empty()) return;
    for (const auto& incoming : batch.people) {
        const auto event = events.find(incoming.record.met_at.text);
        if (event == events.end()) continue;
        const auto other = ids.find(incoming.record.id.text);
        const auto* number = by_id_.find((other == ids.end() ? incoming.record.id : other->second).text);
        if (number == nullptr) continue;
        auto person = ledger_[*number];
        if (person.met_at.text != event->first) continue;
        person.met_at.text = event->second;
        ledger_.put(*number, person);
    }
}

/// Without the ids of those who are made one in the file and are somebody else here: such pairs are listed.
core::Person PeoplePlanner::without_others(core::Person person) {
    const auto is_other = [&](const core::PersonId& was) { return was != person.id && by_id_.contains(was.text); };
    for (const auto& was : person.was)
        if (is_other(was)) alike_.push_back({person.name, person.id, was});
    std::erase_if(person.was, is_other);
    return person;
}

/// An e-mail that the person has as a further one stays where it is: else the main one would be lost.
void PeoplePlanner::put_own(std::size_t number, const IncomingPerson& incoming) {
    const auto& there = ledger_[number];
    auto person = without_others(incoming.record);
    const auto known = emails_of(there);
    const bool is_further = !there.email.empty() && core::fold(person.email) != core::fold(there.email) &&
                            std::ranges::find(known, core::fold(person.email)) != known.end();
    const auto handles = restored_over(there, core::to_fields(person)).handles;
    const bool is_kept = std::ranges::any_of(handles, [&](const auto& each) {
        return is_handle_of_one(each, {"email", person.email});
    });
    if (is_further && is_kept) person.email.clear();
    put_restored(ledger_, number, person);
    for (const auto& [from, key] : origins(incoming.record.imported)) // It has said all of them.
        for (const std::string list : {"phone", "website"}) (void)ledger_.is_first_to_say(number, {list, from, key});
    ledger_.note_other(number, incoming.other);
    index(number, ledger_[number]);
}

/// Somebody whom a file of kith's own has without an id: the only one with the full name, else a record as others are.
void PeoplePlanner::restore_without_id(const IncomingPerson& incoming, Ledger<core::Person>::Taken& taken,
                                       bool is_only) {
    if (const auto known = is_only ? only_namesake(incoming) : std::nullopt) {
        auto person = incoming;
        person.record.id = ledger_[*known].id;
        return put_own(*known, person);
    }
    const auto number = ledger_.find_or_add(incoming.record, taken);
    ledger_.note_other(number, incoming.other);
    index(number, ledger_[number]);
}

/// The only one with the full name whom nothing contradicts.
PeoplePlanner::Number PeoplePlanner::only_namesake(const IncomingPerson& incoming) const {
    const auto& name = incoming.record.name;
    const auto named = index_.by_name(name);
    if (named.size() > most_who_share || !core::is_full_name(bare_name(name))) return std::nullopt;
    Number only;
    for (const auto number : named) {
        const auto& person = ledger_[number];
        if (!is_called(person, name) || contradicts(person, incoming)) continue;
        if (only) return std::nullopt;
        only = number;
    }
    return only;
}

/// Those among whom somebody may be whom a file of kith's own has by another id.
PersonIndex::Numbers PeoplePlanner::restored_alike(const IncomingPerson& incoming) {
    const auto& name = incoming.record.name;
    const auto named = index_.by_name(name);
    if (named.size() <= most_who_share) return alike_to(incoming.record, incoming, named.size());
    auto& crowd = namesakes_[name_to_compare(name)];
    if (crowd.is_empty())
        for (const auto number : named) crowd.add(number, clues_of(core::to_fields(ledger_[number])));
    auto fields = core::to_fields(incoming.record);
    std::erase_if(fields, [](const core::Field& field) { return field.key == "id"; });
    auto all = crowd.some_with(clues_of(fields), [](auto) { return true; });
    std::ranges::copy(alike_to(incoming.record, incoming, 0), std::back_inserter(all));
    return all;
}

/// The id of somebody in a file of kith's own whose id somebody else has here.
core::PersonId PeoplePlanner::restore_beside(std::size_t number, const IncomingPerson& incoming, OwnFile& file) {
    auto person = incoming;
    for (const auto other : restored_alike(incoming)) {
        const bool is_free = other != number && other < file.there && !file.claimed.contains(other);
        if (is_free && is_restored(other, incoming)) return put_under(other, std::move(person), file);
    }
    const auto& there = ledger_[number];
    const bool were_made_one = std::ranges::any_of(
        there.was, [&](const core::PersonId& was) { return is_numbered(was.text, incoming.record.id.text); });
    if (were_made_one) { // By the user, who was told of the two by an import before.
        ledger_.find(number);
        return there.id;
    }
    person.record.id = {ids_.next(incoming.record.id.text)};
    alike_.push_back({person.record.name, there.id, person.record.id});
    ledger_.note_other(add(person.record), person.other);
    return person.record.id;
}

/// Whether somebody with another id is who is meant: an address, telephone or birthday says it, or all that the file
/// says.
bool PeoplePlanner::is_restored(std::size_t number, const IncomingPerson& incoming) const {
    const auto& person = ledger_[number];
    if (!may_share_id(person, incoming)) return false;
    auto said = incoming.record;
    said.id = person.id;
    said.imported = with_origins(person.imported, said.imported, Right::second);
    const bool has_key = is_called(person, said.name) && have_key_in_common(person, incoming.record);
    return has_key || have_more_in_common(person, incoming) || restored_over(person, core::to_fields(said)) == person;
}

} // namespace kith::exchange
