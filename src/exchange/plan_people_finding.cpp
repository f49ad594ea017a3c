// Which person of the journal somebody in a file is.
#include "kith/core/records.hpp"
#include "kith/core/text.hpp"

#include "handles.hpp"
#include "origin_clues.hpp"
#include "personal_name.hpp"
#include "plan_people.hpp"
#include "record_uid.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

namespace kith::exchange {

/// All that a card says, with the e-mails but the first among the handles.
SourceState PeoplePlanner::state_of(const IncomingPerson& incoming, const std::string& from) {
    auto person = incoming.record;
    for (const auto& email : incoming.emails)
        if (core::fold(email) != core::fold(person.email)) add_further_email(person.handles, email);
    return {from, incoming.key, core::to_fields(person), {}};
}

/// Of several who share an address the one with the name.
PeoplePlanner::Number PeoplePlanner::only_one(PersonIndex::NumbersView candidates, const IncomingPerson& incoming,
                                              const Search& search) const {
    PersonIndex::Numbers possible;
    std::ranges::copy_if(narrowed(candidates, incoming.record.name), std::back_inserter(possible), [&](auto number) {
        const auto& person = ledger_[number];
        if (!may_share_address(person, incoming)) return false;
        return !has_own_key(incoming) || !is_taken(number, incoming, search);
    });
    if (possible.size() == 1) return possible.front();
    Number named;
    for (const auto number : possible) {
        if (name_to_compare(ledger_[number].name) != name_to_compare(incoming.record.name)) continue;
        if (named) return std::nullopt;
        named = number;
    }
    return named;
}

/// Whether a further card may be theirs: as many may as the user has made one.
bool PeoplePlanner::has_room(std::size_t number, const Search& search) const {
    const auto claim = search.claimed.find(number);
    return claim == search.claimed.end() || claim->second.size() <= ledger_[number].was.size();
}

/// Whether another card of the file is theirs, and this one not as well, as it may be of somebody whom the user has
/// made one with another, and who is called so.
bool PeoplePlanner::is_taken(std::size_t number, const IncomingPerson& incoming, const Search& search) const {
    if (!search.claimed.contains(number) && !is_another(number, incoming, search)) return false;
    const auto& person = ledger_[number];
    return person.was.empty() || !has_room(number, search) || !is_called(person, incoming.record.name);
}

/// Whether the source has a key for that person that is another one in the same file.
bool PeoplePlanner::is_another(std::size_t number, const IncomingPerson& incoming, const Search& search) const {
    return std::ranges::any_of(origins(ledger_[number].imported), [&](const auto& origin) {
        return origin.first == search.batch.from && origin.second != incoming.key &&
               search.keys.contains(origin.second);
    });
}

/// Whether others may have the key of that source, too: any table has a row 1.
bool PeoplePlanner::is_weak_key(const IncomingPerson& incoming, const Search& search) {
    return !has_own_key(incoming) || search.batch.from == "csv";
}

/// Whether a key that others may have too is theirs: the names agree, or the name is the one that the source had. Of
/// names that are not the same something else has to be, where an address or birthday is another.
bool PeoplePlanner::has_name(std::size_t number, const IncomingPerson& incoming, const Search& search) const {
    const auto& person = ledger_[number];
    const auto& name = incoming.record.name;
    if (has_said_name(person.imported, {search.batch.from, incoming.key, {}, {}}, name)) return true;
    if (!has_own_key(incoming)) return names_agree_here(person, incoming);
    const bool speaks_against =
        !is_called(person, name) && contradicts(person, incoming) && !have_contact_in_common(person, incoming);
    return names_agree(person, incoming.record) && !speaks_against;
}

/// Of many who share an address those with the name, unless many have that too: not each is compared with each.
PersonIndex::Numbers PeoplePlanner::narrowed(PersonIndex::NumbersView candidates, const std::string& name) const {
    if (candidates.size() <= most_who_share) return {candidates.begin(), candidates.end()};
    PersonIndex::Numbers named;
    if (const auto all = index_.by_name(name); all.size() <= most_who_share)
        std::ranges::set_intersection(all, candidates, std::back_inserter(named));
    return named;
}

/// Of many who have a key the one who is most as the card says, else who has or had its name.
PeoplePlanner::Number PeoplePlanner::find_in_crowd(PersonIndex::NumbersView all, const IncomingPerson& incoming,
                                                   Search& search) const {
    const auto& from = search.batch.from;
    auto& crowd = search.crowds[incoming.key];
    const auto name_clue = [](const std::string& name) { return "called:" + name_to_compare(name); };
    if (crowd.is_empty())
        for (const auto number : all) {
            const auto& person = ledger_[number];
            auto clues = clues_of(person.imported, from, incoming.key);
            clues.push_back(name_clue(person.name));
            crowd.add(number, clues);
        }
    const auto is_free = [&](std::uint32_t number) {
        const auto claim = search.claimed.find(number);
        return claim == search.claimed.end() || !claim->second.contains(incoming.key) || has_room(number, search);
    };
    const SourceState name{from, incoming.key, {{"name", incoming.record.name, 0}}, {}};
    for (const auto& clues :
         {clues_of(state_of(incoming, from)), clues_of(name), std::vector{name_clue(incoming.record.name)}})
        if (const auto known = first_by_origin(crowd.some_with(clues, is_free), incoming, search)) return known;
    return std::nullopt;
}

PeoplePlanner::Number PeoplePlanner::find_by_origin(const IncomingPerson& incoming, Search& search) const {
    const auto all = index_.by_origin(search.batch.from, incoming.key);
    return all.size() > most_who_share ? find_in_crowd(all, incoming, search) : first_by_origin(all, incoming, search);
}

PeoplePlanner::Number PeoplePlanner::first_by_origin(PersonIndex::NumbersView candidates,
                                                     const IncomingPerson& incoming, const Search& search) const {
    const auto state = state_of(incoming, search.batch.from);
    Number first;
    for (const auto number : candidates) {
        const auto& person = ledger_[number];
        const auto claim = search.claimed.find(number);
        const bool is_claimed =
            claim != search.claimed.end() && claim->second.contains(incoming.key) && !has_room(number, search);
        if (is_claimed || (is_name_alone(incoming) && contradicts(person, incoming))) continue;
        if (is_weak_key(incoming, search) && !has_name(number, incoming, search)) continue;
        if (is_as_taken(person.imported, state)) return number;
        if (!first) first = number;
    }
    return first;
}

/// Whom kith itself calls by the key: who has the id in it, or had it before two were made one.
PeoplePlanner::Number PeoplePlanner::own_of(const std::string& key) const {
    const auto id = person_of_uid(key);
    const auto now = id ? resolve(*id) : std::nullopt;
    const auto* known = now ? by_id_.find(now->text) : nullptr;
    return known == nullptr ? Number() : Number(*known);
}

/// Whom kith itself wrote out, unless the card is more like the one who has its key from another journal.
PeoplePlanner::Number PeoplePlanner::find_own(const IncomingPerson& incoming, const Number& by_key,
                                              const Search& search) const {
    const auto known = own_of(incoming.key);
    if (!known) return std::nullopt;
    if (const auto claim = search.claimed.find(*known); claim != search.claimed.end()) {
        const auto is_other = [&](const std::string& key) { return key == incoming.key || own_of(key) != known; };
        if (std::ranges::any_of(claim->second, is_other)) return std::nullopt;
    }
    const int likeness = likeness_of_own_card(ledger_[*known], incoming);
    const bool is_own = likeness > 0 && (!by_key || likeness >= likeness_of_card(ledger_[*by_key], incoming));
    return is_own ? known : std::nullopt;
}

PeoplePlanner::Number PeoplePlanner::find_certainly(const IncomingPerson& incoming, Search& search) const {
    const auto by_key = find_by_origin(incoming, search);
    if (const auto own = find_own(incoming, by_key, search)) return own;
    if (by_key) return by_key;
    for (const auto& email : incoming.emails)
        if (const auto number = only_one(index_.by_email(email), incoming, search)) return number;
    for (const auto& profile : profiles_of(incoming.record.handles))
        if (const auto number = only_one(index_.by_profile(profile), incoming, search)) return number;
    return find_own_row(incoming, search);
}

/// Who has the id that a table has for somebody of the name: it may be one that kith wrote.
PeoplePlanner::Number PeoplePlanner::find_own_row(const IncomingPerson& incoming, const Search& search) const {
    const bool has_id = search.batch.from == "csv" && incoming.key_kind == KeyKind::own;
    const auto* known = has_id ? by_id_.find(incoming.key) : nullptr;
    if (known == nullptr || search.claimed.contains(*known)) return std::nullopt;
    const auto& person = ledger_[*known];
    return is_called(person, incoming.record.name) && !contradicts(person, incoming) ? Number(*known) : Number();
}

/// Whether two of one name are two: something contradicts, but that somebody with the same telephone may have another
/// e-mail by now; or, where nothing else is the same, they work elsewhere, or the source has them by two keys of its
/// own, each with other addresses.
bool PeoplePlanner::speaks_against_name(std::size_t number, const IncomingPerson& incoming,
                                        const Search& search) const {
    const auto& person = ledger_[number];
    if (have_contact_in_common(person, incoming)) return contradicts_but_for_email(person, incoming);
    if (contradicts(person, incoming)) return true;
    if (is_other_organisation(person.organisation, incoming.record.organisation)) return true;
    const auto& from = search.batch.from;
    const bool have_own_keys =
        incoming.key_kind == KeyKind::own && std::ranges::any_of(origins(person.imported), [&](const auto& origin) {
            return origin.first == from && origin.second != incoming.key &&
                   !is_changing_key(person, from, origin.second);
        });
    return have_own_keys && has_contact(person) && has_contact(incoming);
}

PeoplePlanner::Number PeoplePlanner::find_by_name(const IncomingPerson& incoming, const Search& search) const {
    const auto& name = incoming.record.name;
    const auto candidates = index_.by_name(name);
    if (candidates.size() != 1 || !core::is_full_name(bare_name(name))) return std::nullopt;
    const auto number = candidates.front();
    const auto& person = ledger_[number];
    // Of somebody whom the user has made one there may be several.
    const bool is_only = *search.names.find(name_to_compare(name)) == 1 || !person.was.empty();
    if (!is_only || !is_called(person, name) || is_taken(number, incoming, search) ||
        speaks_against_name(number, incoming, search))
        return std::nullopt;
    return number;
}

} // namespace kith::exchange
