#include "plan_people.hpp"

#include "kith/core/records.hpp"
#include "kith/core/text.hpp"

#include "handles.hpp"
#include "left_of_record.hpp"
#include "left_out.hpp"
#include "origin_clues.hpp"
#include "personal_name.hpp"
#include "plan_emails.hpp"
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

/// Each handle a field of its own.
core::Fields parted(const core::Fields& fields) {
    core::Fields parts;
    for (const auto& field : fields) {
        const auto* handles = std::get_if<core::TextTable>(&field.value);
        if (handles == nullptr)
            parts.push_back(field);
        else
            for (const auto& handle : *handles) parts.push_back({field.key, core::TextTable{handle}, 0});
    }
    return parts;
}

/// Tells what the source says and the person does not have, and marks it as told.
void tell_left(core::Person& person, SourceState state, int line, std::vector<Skipped>& skipped) {
    auto left = left_of(person, state.fields);
    if (left.empty()) return;
    skipped.push_back(noted(line, std::move(left)));
    state.fields = parted(state.fields);
    std::erase_if(state.fields, [&person](const core::Field& field) { return left_of(person, {field}).empty(); });
    state.former_key.clear();
    person.imported = with_untaken(core::to_fields(person), state);
}

} // namespace

PeoplePlanner::PeoplePlanner(const core::People& people, const PlanOptions& options)
    : people_(people), options_(options), ledger_(people.all()), ids_(people.new_ids()) {
    for (std::size_t number = 0; number < ledger_.all().size(); ++number) {
        const auto& person = ledger_[number];
        index_.add(number, person);
        note_id(number, person);
    }
}

PeoplePlanner::Search PeoplePlanner::search_in(const Batch& batch, const Gathered& gathered) {
    Search search{batch, {}, {}, {}, {}};
    search.keys.reserve(gathered.size());
    search.names.reserve(gathered.size());
    for (std::size_t i = 0; i < gathered.size(); ++i) {
        const auto incoming = gathered[i];
        search.keys.try_emplace(incoming.key, 0);
        ++*search.names.try_emplace(name_to_compare(incoming.record.name), 0).first;
    }
    return search;
}

/// Whether the person was taken from the card under its own key.
bool PeoplePlanner::has_place_of_its_own(std::size_t number, const IncomingPerson& incoming,
                                         const std::string& from) const {
    const auto all = origins(ledger_[number].imported);
    return has_own_key(incoming) && std::ranges::find(all, std::pair(from, incoming.key)) != all.end();
}

/// What the source says of the person, by the key that the person has there.
SourceState PeoplePlanner::state_for(std::size_t number, const IncomingPerson& incoming, const Search& search) const {
    const auto& person = ledger_[number];
    auto state = state_of(incoming, search.batch.from);
    if (own_of(incoming.key) == number) return state;
    std::vector<std::string> keys;
    for (const auto& [from, key] : origins(person.imported))
        if (from == state.from) keys.push_back(key);
    if (std::ranges::find(keys, state.key) != keys.end()) return state;
    const auto in_file = std::ranges::find_if(keys, [&](const auto& key) { return search.keys.contains(key); });
    if (in_file != keys.end()) { // Two cards of this file are one.
        state.key = *in_file;
        return state;
    }
    if (incoming.key_kind == KeyKind::own) return state;
    const auto former =
        std::ranges::find_if(keys, [&](const auto& key) { return is_changing_key(person, state.from, key); });
    if (former == keys.end()) return state;
    // The same name with and without a title is no new one.
    const bool is_same_name =
        is_name_alone(incoming) && !is_address(*former) && name_to_compare(*former) == name_to_compare(incoming.key);
    (ledger_.is_said(number) || is_same_name ? state.key : state.former_key) = *former;
    return state;
}

/// Notes by what a row that others may be like is found once more.
void PeoplePlanner::note_words(core::Person& person, const IncomingPerson& incoming, SourceState state,
                               const Search& search) {
    state.former_key.clear();
    const auto& name = incoming.record.name;
    if (is_weak_key(incoming, search) && !is_address(name)) // Also once they are renamed here.
        person.imported = with_name_noted(person.imported, state, name);
    if (state.key != incoming.key && is_name_alone(incoming)) // Also beside others of the name.
        person.imported = with_further_key(person.imported, state, incoming.key);
}

void PeoplePlanner::update(std::size_t number, const IncomingPerson& incoming, const Search& search,
                           std::vector<Skipped>& skipped) {
    const auto& person = ledger_[number];
    auto state = state_for(number, incoming, search);
    const auto known = origins(person.imported);
    state.is_said = ledger_.is_said(number);
    std::ranges::copy_if(search.batch.lists, std::back_inserter(state.whole_lists), [&](const std::string& list) {
        return ledger_.is_first_to_say(number, {list, state.from, state.key});
    });
    const auto fields = fields_for(person, incoming, state, state.is_said);
    state.fields = with_lists_of(ledger_.unsaid(number, fields), fields);
    const bool is_known = !state.former_key.empty() ||
                          std::ranges::find(known, std::pair{search.batch.from, incoming.key}) != known.end();
    const bool is_named = is_address(person.name) && !is_address(incoming.record.name);
    // One of two names that sources have for two whom the user made one is no new one.
    const bool is_old_name = !is_named && (has_said_name(person.imported, state, incoming.record.name) ||
                                           (!person.was.empty() && is_called(person, incoming.record.name)));
    if (is_old_name) std::erase_if(state.fields, [](const core::Field& field) { return field.key == "name"; });
    auto before = person;
    if (is_named) before.name.clear(); // So that it is taken.
    auto after = person_of(updated(core::to_fields(before), state));
    if (is_named) after.name = incoming.record.name;
    // An address in common renames nobody who has a name.
    if (!is_named && !is_known && !person.name.empty()) after.name = person.name;
    auto compared = after;
    compared.imported = person.imported;
    const bool is_own = own_of(incoming.key) == number;
    if (!is_known && is_own && compared == person) after = person; // As kith itself wrote it.
    if (is_own) {
        if (auto left = left_of_own(after, incoming.record); !left.empty())
            skipped.push_back(noted(incoming.line, std::move(left)));
    } else {
        auto said = incoming.record;
        if (is_address(said.name)) said.name.clear();
        state.fields = core::to_fields(said);
        if (is_known) state.fields = untold(core::to_fields(person), state);
        tell_left(after, state, incoming.line, skipped);
        if (const auto emails = emails_without_room(after, incoming, state); !emails.empty())
            skipped.push_back(noted(incoming.line, without_emails(after.name, emails)));
        note_words(after, incoming, std::move(state), search);
    }
    index(number, after);
    ledger_.put(number, after);
}

std::size_t PeoplePlanner::add(const core::Person& person) {
    const auto number = ledger_.add(person);
    index(number, person);
    note_id(number, person);
    return number;
}

void PeoplePlanner::index(std::size_t number, const core::Person& person) {
    index_.add(number, person);
    if (const auto crowd = namesakes_.find(name_to_compare(person.name)); crowd != namesakes_.end())
        crowd->second.add(static_cast<std::uint32_t>(number), clues_of(core::to_fields(person)));
}

void PeoplePlanner::note_id(std::size_t number, const core::Person& person) {
    if (!person.id.empty()) by_id_.try_emplace(person.id.text, static_cast<std::uint32_t>(number));
}

/// Those with the name, at most so many, then those with an address in common that not too many have.
PersonIndex::Numbers PeoplePlanner::alike_to(const core::Person& person, const IncomingPerson& incoming,
                                             std::size_t most_namesakes) const {
    const auto named = index_.by_name(person.name);
    const auto first = named.first(std::min(most_namesakes, named.size()));
    PersonIndex::Numbers all(first.begin(), first.end());
    const auto put = [&all](PersonIndex::NumbersView more) {
        if (more.size() > most_who_share) return;
        std::ranges::copy_if(more, std::back_inserter(all),
                             [&all](std::uint32_t number) { return std::ranges::find(all, number) == all.end(); });
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
    constexpr std::size_t most_told = 3; // Of a name that many have, nobody would go through all pairs.
    const auto known = alike_to(person, incoming, most_told);
    person.id = {ids_.next(person.name)};
    for (const auto number : known | std::views::take(most_told))
        if (!ledger_[number].id.empty()) alike_.push_back({person.name, ledger_[number].id, person.id});
    return add(person);
}

/// Records name people by ids, and somebody written by hand may have none.
void PeoplePlanner::give_id(std::size_t number) {
    auto person = ledger_[number];
    if (!person.id.empty()) return;
    person.id = {ids_.next(person.name)};
    note_id(number, person);
    ledger_.put(number, person);
}

/// Whether two cards that may both be somebody who is here are one: not two of different names.
bool PeoplePlanner::may_be_further(std::size_t number, const IncomingPerson& first, const IncomingPerson& incoming,
                                   const Search& search) const {
    if (has_own_key(incoming) || names_agree_here(first, incoming)) return true;
    // The user has made two of them one.
    const auto& person = ledger_[number];
    const auto& name = incoming.record.name;
    return (!person.was.empty() && has_room(number, search) && is_called(person, name)) ||
           has_said_name(person.imported, {search.batch.from, incoming.key, {}, {}}, name);
}

/// Those whom a key or an address tells. Cards of one person are put together with the first, but for one that was
/// taken under its own key, and is compared with what it said then.
PeoplePlanner::Found PeoplePlanner::find_certainly(Gathered& gathered, Search& search,
                                                   std::vector<Skipped>& skipped) const {
    Found found;
    std::unordered_map<std::size_t, std::size_t> first_cards; // Of a person who has several, such as two made one.
    for (std::size_t i = 0; i < gathered.size(); ++i) {
        const auto incoming = gathered[i];
        options_.advance();
        auto number = find_certainly(incoming, search);
        const auto first = number ? first_cards.find(*number) : first_cards.end();
        const bool is_first = first == first_cards.end();
        if (number && !is_first && !may_be_further(*number, gathered[first->second], incoming, search)) number.reset();
        const bool is_further = number && !is_first && !has_place_of_its_own(*number, incoming, search.batch.from);
        if (number) search.claimed[*number].insert(incoming.key);
        if (number && is_first) first_cards.emplace(*number, i);
        if (is_further) {
            auto first_one = gathered[first->second];
            auto other = incoming; // A name that the person has is no news.
            if (is_called(ledger_[*number], other.record.name)) other.record.name = first_one.record.name;
            std::ranges::move(complete(first_one, other), std::back_inserter(skipped));
            gathered.set(first->second, std::move(first_one));
        }
        found.numbers.push_back(number);
        found.is_further.push_back(is_further);
    }
    return found;
}

PersonIds PeoplePlanner::take(const Batch& batch, std::vector<Skipped>& skipped) {
    auto gathered = gather(batch, skipped, options_.advance);
    auto search = search_in(batch, gathered);
    index_.reserve(ledger_.all().size() + gathered.size());
    by_id_.reserve(ledger_.all().size() + gathered.size());
    auto [numbers, is_further] = find_certainly(gathered, search, skipped);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        options_.advance();
        if (is_further[i]) continue;
        const auto incoming = gathered[i];
        const bool is_left = incoming.is_offered && !options_.takes_offered;
        if (!numbers[i]) {
            numbers[i] = find_by_name(incoming, search);
            if (numbers[i]) search.claimed[*numbers[i]].insert(incoming.key);
        }
        if (numbers[i] && !is_left)
            update(*numbers[i], incoming, search, skipped);
        else if (!numbers[i] && is_left)
            ++left_out_;
        else if (!numbers[i])
            numbers[i] = add(incoming, search, skipped);
    }
    for (std::size_t i = 0; i < numbers.size(); ++i)
        if (numbers[i] && !gathered[i].record.id.empty()) give_id(*numbers[i]);
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

bool PeoplePlanner::may_be_called(const core::PersonId& id, const std::string& name) const {
    const auto* number = by_id_.find(resolve(id).value_or(id).text);
    core::Person called;
    called.name = name;
    return number != nullptr && !is_address(name) && names_agree(ledger_[*number], called);
}

Meant PeoplePlanner::meant_by(const core::PersonId& word) {
    if (auto known = resolve(word)) return {std::move(known), {}};
    std::set<std::size_t> numbers;
    std::ranges::copy_if(index_.by_name(word.text), std::inserter(numbers, numbers.end()),
                         [&](std::size_t number) { return is_called(ledger_[number], word.text); });
    std::ranges::copy(index_.by_email(word.text), std::inserter(numbers, numbers.end()));
    if (word.text.empty() || numbers.empty())
        return {{}, fmt::format("nobody here has the id, name or e-mail '{}'", word.text)};
    if (numbers.size() > 1) return {{}, fmt::format("several people here have the name or e-mail '{}'", word.text)};
    give_id(*numbers.begin());
    return {ledger_[*numbers.begin()].id, {}};
}

void PeoplePlanner::report(Plan& plan) {
    plan.people = ledger_.take_changes();
    plan.alike = std::move(alike_);
    plan.left_out = left_out_;
}

} // namespace kith::exchange
