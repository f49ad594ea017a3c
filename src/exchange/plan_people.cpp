#include "plan_people.hpp"

#include "kith/core/records.hpp"
#include "kith/core/text.hpp"

#include "handles.hpp"
#include "personal_name.hpp"
#include "plan_emails.hpp"
#include "record_uid.hpp"
#include "restoring.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <ranges>
#include <set>

namespace kith::exchange {
namespace {

core::Person person_of(const core::Fields& fields) {
    return core::from_fields<core::Person>(fields).record;
}

/// All that a card says, with the e-mails but the first among the handles.
SourceState state_of(const IncomingPerson& incoming, const std::string& from) {
    auto person = incoming.record;
    for (const auto& email : incoming.emails)
        if (core::fold(email) != core::fold(person.email)) add_further_email(person.handles, email);
    return {from, incoming.key, core::to_fields(person), {}};
}

/// Whether a key is only what is known of the person anyway, and another one as soon as that changes: an e-mail, a
/// profile, the name.
bool is_of_person(std::string_view key, const core::Person& person) {
    const auto is_handle = [key](const auto& handle) { return handle.second == key; };
    return key.find('@') != key.npos || core::fold(key) == core::fold(person.name) ||
           std::ranges::any_of(person.handles, is_handle);
}

} // namespace

PeoplePlanner::PeoplePlanner(const core::People& people, bool takes_offered)
    : people_(people), takes_offered_(takes_offered), ledger_(people.all()), ids_(people.new_ids()) {
    for (std::size_t number = 0; number < ledger_.all().size(); ++number) {
        index_.add(number, ledger_[number]);
        if (!ledger_[number].id.empty()) by_id_.try_emplace(ledger_[number].id.text, number);
    }
}

PeoplePlanner::Search PeoplePlanner::search_in(const Batch& batch, const Gathered& gathered) {
    Search search{batch, {}, {}, {}};
    for (const auto& incoming : gathered.people) {
        search.keys.insert(incoming.key);
        ++search.names[name_to_compare(incoming.record.name)];
    }
    return search;
}

/// Of several who share an address the one with the name.
PeoplePlanner::Number PeoplePlanner::only_one(const PersonIndex::Numbers& candidates, const IncomingPerson& incoming,
                                              const Search& search) const {
    PersonIndex::Numbers possible;
    std::ranges::copy_if(narrowed(candidates, incoming.record.name), std::back_inserter(possible), [&](auto number) {
        const bool is_taken = search.claimed.contains(number) || is_another(number, incoming, search);
        return !(has_own_key(incoming) && is_taken) && may_share_address(ledger_[number], incoming);
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

/// Whether the source has a key for that person that is another one in the same file.
bool PeoplePlanner::is_another(std::size_t number, const IncomingPerson& incoming, const Search& search) const {
    return std::ranges::any_of(origins(ledger_[number].imported), [&](const auto& origin) {
        return origin.first == search.batch.from && origin.second != incoming.key &&
               search.keys.contains(origin.second);
    });
}

/// Whether a key that others may have too is theirs: the names agree, or the name is the one that was taken.
bool PeoplePlanner::has_name(std::size_t number, const IncomingPerson& incoming, const Search& search) const {
    const SourceState name{search.batch.from, incoming.key, {{"name", incoming.record.name, 0}}, {}};
    return names_agree(ledger_[number], incoming.record) || is_as_taken(ledger_[number].imported, name);
}

/// Of many who share an address those with the name, so that not each is compared with each.
PersonIndex::Numbers PeoplePlanner::narrowed(const PersonIndex::Numbers& candidates, const std::string& name) const {
    if (candidates.size() <= most_who_share) return candidates;
    PersonIndex::Numbers named;
    std::ranges::copy_if(index_.by_name(name), std::back_inserter(named), [&candidates](std::size_t number) {
        return std::ranges::find(candidates, number) != candidates.end();
    });
    return named;
}

PeoplePlanner::Number PeoplePlanner::find_by_origin(const IncomingPerson& incoming, const Search& search) const {
    const auto& all = index_.by_origin(search.batch.from, incoming.key);
    if (all.size() > most_who_share)
        if (const auto named = first_by_origin(narrowed(all, incoming.record.name), incoming, search)) return named;
    return first_by_origin(all, incoming, search);
}

PeoplePlanner::Number PeoplePlanner::first_by_origin(const PersonIndex::Numbers& candidates,
                                                     const IncomingPerson& incoming, const Search& search) const {
    const auto state = state_of(incoming, search.batch.from);
    Number first;
    for (const auto number : candidates) {
        const auto& person = ledger_[number];
        const auto claim = search.claimed.find(number);
        const bool is_claimed = claim != search.claimed.end() && claim->second.contains(incoming.key);
        if (is_claimed || (is_name_alone(incoming) && contradicts(person, incoming))) continue;
        const bool is_weak = !has_own_key(incoming) || search.batch.from == "csv"; // Any table has a row 1.
        if (is_weak && !has_name(number, incoming, search)) continue;
        if (is_as_taken(person.imported, state)) return number;
        if (!first) first = number;
    }
    return first;
}

/// Whom kith itself wrote out, under a key that has their id.
PeoplePlanner::Number PeoplePlanner::find_own(const IncomingPerson& incoming, const Search& search) const {
    const auto id = person_of_uid(incoming.key);
    const auto now = id ? resolve(*id) : std::nullopt;
    const auto known = now ? by_id_.find(now->text) : by_id_.end();
    if (known == by_id_.end() || search.claimed.contains(known->second)) return std::nullopt;
    return may_share_id(ledger_[known->second], incoming) ? Number(known->second) : std::nullopt;
}

PeoplePlanner::Number PeoplePlanner::find_certainly(const IncomingPerson& incoming, const Search& search) const {
    if (const auto known = find_by_origin(incoming, search)) return known;
    if (const auto known = find_own(incoming, search)) return known;
    for (const auto& email : incoming.emails)
        if (const auto number = only_one(index_.by_email(email), incoming, search)) return number;
    for (const auto& profile : profiles_of(incoming.record.handles))
        if (const auto number = only_one(index_.by_profile(profile), incoming, search)) return number;
    return std::nullopt;
}

PeoplePlanner::Number PeoplePlanner::find_by_name(const IncomingPerson& incoming, const Search& search) const {
    const auto& name = incoming.record.name;
    const auto& candidates = index_.by_name(name);
    if (candidates.size() != 1 || !core::is_full_name(bare_name(name))) return std::nullopt;
    const auto number = candidates.front();
    const bool is_only = search.names.at(name_to_compare(name)) == 1;
    if (!is_only || !is_called(ledger_[number], name) || is_another(number, incoming, search) ||
        search.claimed.contains(number) || contradicts(ledger_[number], incoming))
        return std::nullopt;
    return number;
}

/// What the source says of the person, by the key that the person has there.
SourceState PeoplePlanner::state_for(std::size_t number, const IncomingPerson& incoming, const Search& search) const {
    const auto& person = ledger_[number];
    auto state = state_of(incoming, search.batch.from);
    std::vector<std::string> keys;
    for (const auto& [from, key] : origins(person.imported))
        if (from == state.from) keys.push_back(key);
    if (std::ranges::find(keys, state.key) != keys.end()) return state;
    const auto in_file = std::ranges::find_if(keys, [&](const auto& key) { return search.keys.contains(key); });
    if (in_file != keys.end()) { // Two cards of this file are one.
        state.key = *in_file;
        return state;
    }
    const auto former = std::ranges::find_if(keys, [&](const auto& key) { return is_of_person(key, person); });
    if (former == keys.end() || !is_of_person(state.key, incoming.record)) return state;
    (ledger_.is_said(number) ? state.key : state.former_key) = *former;
    return state;
}

void PeoplePlanner::update(std::size_t number, const IncomingPerson& incoming, const Search& search) {
    const auto& person = ledger_[number];
    auto state = state_for(number, incoming, search);
    const auto known = origins(person.imported);
    state.fields = ledger_.unsaid(number, fields_for(person, incoming, state, ledger_.is_said(number)));
    auto after = person_of(updated(core::to_fields(person), state));
    const bool is_known = std::ranges::find(known, std::pair{search.batch.from, incoming.key}) != known.end();
    if (!is_known && !person.name.empty()) after.name = person.name; // An address in common renames nobody.
    auto compared = after;
    compared.imported = person.imported;
    if (!is_known && person_of_uid(incoming.key) && compared == person) after = person; // As kith itself wrote it.
    index_.add(number, after);
    ledger_.put(number, std::move(after));
}

std::size_t PeoplePlanner::add(core::Person person) {
    const auto number = ledger_.add(person);
    index_.add(number, person);
    by_id_.try_emplace(person.id.text, number);
    return number;
}

/// Those with the name, then those with an address in common that not too many have.
PersonIndex::Numbers PeoplePlanner::alike_to(const core::Person& person, const IncomingPerson& incoming) const {
    auto all = index_.by_name(person.name);
    const auto put = [&all](const PersonIndex::Numbers& more) {
        if (more.size() > most_who_share) return;
        std::ranges::copy_if(more, std::back_inserter(all),
                             [&all](std::size_t number) { return std::ranges::find(all, number) == all.end(); });
    };
    for (const auto& email : incoming.emails) put(index_.by_email(email));
    for (const auto& profile : profiles_of(incoming.record.handles)) put(index_.by_profile(profile));
    return all;
}

PeoplePlanner::Number PeoplePlanner::add(const IncomingPerson& incoming, const Search& search,
                                         std::vector<Skipped>& skipped) {
    auto state = state_of(incoming, search.batch.from);
    auto person = person_of(updated({}, state));
    if (person.name.empty()) person.name = person.email;
    if (person.name.empty()) {
        skipped.push_back({incoming.line, "no name and no address"});
        return std::nullopt;
    }
    const auto known = alike_to(person, incoming);
    person.id = {ids_.next(person.name)};
    constexpr std::size_t most_namesakes = 3; // Of a name that many have, nobody would go through all pairs.
    for (const auto number : known | std::views::take(most_namesakes))
        if (!ledger_[number].id.empty()) alike_.push_back({person.name, ledger_[number].id, person.id});
    return add(std::move(person));
}

/// Records name people by ids, and somebody written by hand may have none.
void PeoplePlanner::give_id(std::size_t number) {
    auto person = ledger_[number];
    if (!person.id.empty()) return;
    person.id = {ids_.next(person.name)};
    by_id_.try_emplace(person.id.text, number);
    ledger_.put(number, std::move(person));
}

PersonIds PeoplePlanner::take(const Batch& batch, std::vector<Skipped>& skipped) {
    auto gathered = gather(batch, skipped);
    auto search = search_in(batch, gathered);
    std::vector<Number> numbers;
    std::unordered_map<std::size_t, std::size_t> first_card; ///< Of a person who has several, such as two made one.
    std::vector<bool> is_further;
    for (const auto& incoming : gathered.people) {
        numbers.push_back(find_certainly(incoming, search));
        is_further.push_back(false);
        if (!numbers.back()) continue;
        search.claimed[*numbers.back()].insert(incoming.key);
        const auto [first, is_first] = first_card.try_emplace(*numbers.back(), numbers.size() - 1);
        if (!is_first)
            std::ranges::move(complete(gathered.people[first->second], incoming), std::back_inserter(skipped));
        is_further.back() = !is_first;
    }
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (is_further[i]) continue;
        const auto& incoming = gathered.people[i];
        const bool is_left = incoming.is_offered && !takes_offered_;
        if (!numbers[i]) numbers[i] = find_by_name(incoming, search);
        if (numbers[i]) search.claimed[*numbers[i]].insert(incoming.key);
        if (numbers[i] && !is_left)
            update(*numbers[i], incoming, search);
        else if (!numbers[i] && is_left)
            ++left_out_;
        else if (!numbers[i])
            numbers[i] = add(incoming, search, skipped);
    }
    for (std::size_t i = 0; i < numbers.size(); ++i)
        if (numbers[i] && !gathered.people[i].record.id.empty()) give_id(*numbers[i]);
    PersonIds ids;
    for (const auto& [id, place] : gathered.by_id) {
        const auto number = numbers[place];
        ids.emplace(id, number ? ledger_[*number].id : core::PersonId{});
    }
    return ids;
}

std::optional<core::PersonId> PeoplePlanner::resolve(const core::PersonId& id) const {
    if (const auto* person = people_.find(id)) return person->id;
    return by_id_.contains(id.text) ? std::optional(id) : std::nullopt;
}

std::optional<core::PersonId> PeoplePlanner::meant_by(const core::PersonId& word) {
    if (auto known = resolve(word)) return known;
    std::set<std::size_t> numbers;
    std::ranges::copy_if(index_.by_name(word.text), std::inserter(numbers, numbers.end()),
                         [&](std::size_t number) { return is_called(ledger_[number], word.text); });
    std::ranges::copy(index_.by_email(word.text), std::inserter(numbers, numbers.end()));
    if (word.text.empty() || numbers.size() != 1) return std::nullopt;
    give_id(*numbers.begin());
    return ledger_[*numbers.begin()].id;
}

void PeoplePlanner::report(Plan& plan) const {
    plan.people = ledger_.changes();
    plan.alike = alike_;
    plan.left_out = left_out_;
}

} // namespace kith::exchange
