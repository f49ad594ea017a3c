#include "kith/core/people.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "further_emails.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <tuple>

namespace kith::core {

namespace {

constexpr std::size_t most_candidates = 10;

std::string_view without_at(std::string_view word) {
    word = trim(word);
    if (word.starts_with('@')) word.remove_prefix(1);
    return word;
}

std::string key(std::string_view text) {
    return fold(without_at(text));
}

bool has_id(const Person& person, std::string_view needle) {
    return fold(person.id.text) == needle;
}

bool had_id(const Person& person, std::string_view needle) {
    return std::ranges::any_of(person.was, [&](const PersonId& id) { return fold(id.text) == needle; });
}

bool is_called(const Person& person, std::string_view needle) {
    const auto is_email = [&](const std::string& email) { return fold(email) == needle; };
    return key(person.name) == needle || is_email(person.email) ||
           std::ranges::any_of(person.aliases, [&](const std::string& alias) { return key(alias) == needle; }) ||
           (needle.find('@') != std::string_view::npos && has_further_email(person, is_email));
}

/// Whether the needle stands in the text, with its end or `between` at both sides.
bool has_words(std::string_view text, std::string_view needle, char between) {
    for (auto at = text.find(needle); at != std::string_view::npos; at = text.find(needle, at + 1)) {
        const auto end = at + needle.size();
        if ((at == 0 || text[at - 1] == between) && (end == text.size() || text[end] == between)) return true;
    }
    return false;
}

/// Whether the needle stands between hyphens of a folded id; the number that an id ends with is no word.
bool has_words_of_id(std::string_view id, std::string_view needle) {
    const bool is_number = needle.find_first_not_of("0123456789") == std::string_view::npos;
    return !is_number && has_words(id, needle, '-');
}

/// Whether the needle is a whole word, or several, of a name, an alias or an id.
bool is_called_by_a_word(const Person& person, std::string_view needle) {
    const auto has_word = [&](const std::string& name) { return has_words(fold(name), needle, ' '); };
    return has_word(person.name) || std::ranges::any_of(person.aliases, has_word) ||
           has_words_of_id(fold(person.id.text), needle);
}

/// Whether an id, or a word of a name or an alias, begins with the needle, or the needle is a word of the id.
bool is_called_from_the_start(const Person& person, std::string_view needle) {
    const auto has_word = [&](const std::string& name) {
        return (" " + fold(name)).find(" " + std::string(needle)) != std::string::npos;
    };
    const auto id = fold(person.id.text);
    return id.starts_with(needle) || has_words_of_id(id, needle) || has_word(person.name) ||
           std::ranges::any_of(person.aliases, has_word);
}

/// Of those who are called so from the start, the ones whom a whole word names, where there are any.
void keep_whole_words(std::vector<const Person*>& people, std::string_view needle) {
    const auto is_whole = [&](const Person* person) { return is_called_by_a_word(*person, needle); };
    if (std::ranges::any_of(people, is_whole)) std::erase_if(people, std::not_fn(is_whole));
}

/// What is left once nobody is called so from the start: former ids, and the insides of names.
bool is_partly_called(const Person& person, std::string_view needle) {
    const auto begins = [&](const PersonId& id) { return fold(id.text).starts_with(needle); };
    const auto has_part = [&](const std::string& name) { return contains_folded(name, needle); };
    return std::ranges::any_of(person.was, begins) || has_part(person.name) ||
           std::ranges::any_of(person.aliases, has_part);
}

Match to_match(std::vector<const Person*> people) {
    if (people.empty()) return {};
    if (people.size() == 1) return {Match::Outcome::one, std::move(people), 0};
    std::ranges::sort(people, {}, [](const Person* person) { return std::tie(person->id.text, person->name); });
    const auto more = people.size() - std::min(people.size(), most_candidates);
    people.resize(people.size() - more);
    return {Match::Outcome::several, std::move(people), more};
}

std::string described(const Person& person) {
    if (person.id.empty()) return person.name;
    if (person.name.empty()) return person.id.text;
    return fmt::format("{} ({})", person.id.text, person.name);
}

[[noreturn]] void fail_ambiguous(std::string_view word, const Match& match) {
    std::string list;
    for (const auto* person : match.people) {
        const bool is_last = person == match.people.back() && match.more == 0;
        if (!list.empty()) list += is_last ? " or " : ", ";
        list += described(*person);
    }
    if (match.more > 0) list += fmt::format(" and {} more", match.more);
    // More of the name does not help where the whole of it was given.
    const auto needle = key(word);
    const bool is_whole =
        std::ranges::all_of(match.people, [&](const Person* person) { return is_called(*person, needle); });
    fail_not_found(fmt::format("'{}' could be {}", word, list), is_whole ? "use the id" : "use more of the name");
}

} // namespace

const Person* People::nearest_to(std::string_view word) const {
    std::vector<std::string_view> texts;
    std::vector<const Person*> owners;
    const auto add = [&](std::string_view text, const Person& person) {
        texts.push_back(text);
        owners.push_back(&person);
    };
    for (const auto& person : people_) {
        add(person.name, person);
        add(person.id.text, person);
        for (const auto& alias : person.aliases) add(alias, person);
        if (const auto parts = words(person.name); parts.size() > 1) add(parts.front(), person);
    }
    const auto best = nearest(without_at(word), texts);
    if (!best) return nullptr;
    const auto found = std::ranges::find_if(texts, [&](std::string_view text) { return text.data() == best->data(); });
    return owners[static_cast<std::size_t>(found - texts.begin())];
}

People::People(std::vector<Person> people, std::vector<Group> groups)
    : people_(std::move(people)), groups_(std::move(groups)) {
    by_id_.reserve(people_.size());
    for (std::size_t i = 0; i < people_.size(); ++i) {
        if (!people_[i].id.empty()) by_id_.try_emplace(people_[i].id.text, i);
    }
    // After all the ids, so that an id in use wins over a former one.
    for (std::size_t i = 0; i < people_.size(); ++i) {
        for (const auto& former : people_[i].was) {
            if (!former.empty()) by_id_.try_emplace(former.text, i);
        }
    }
}

const Person* People::find(const PersonId& id) const {
    const auto found = by_id_.find(id.text);
    return found == by_id_.end() ? nullptr : &people_[found->second];
}

PersonId People::resolve(const PersonId& id) const {
    const auto* person = find(id);
    return person && !person->id.empty() ? person->id : id;
}

std::string People::name_of(const PersonId& id) const {
    const auto* person = find(id);
    return person && !person->name.empty() ? person->name : id.text;
}

Match People::match(std::string_view word) const {
    if (const auto* person = find({std::string(without_at(word))})) return to_match({person});
    const auto needle = key(word);
    if (needle.empty()) return {};
    const auto those = [&](bool (*fits)(const Person&, std::string_view)) {
        std::vector<const Person*> found;
        for (const auto& person : people_) {
            if (fits(person, needle)) found.push_back(&person);
        }
        return found;
    };
    for (const auto fits : {has_id, had_id, is_called}) {
        if (auto found = those(fits); !found.empty()) return to_match(std::move(found));
    }
    auto found = those(is_called_from_the_start);
    if (found.empty()) return to_match(those(is_partly_called));
    keep_whole_words(found, needle);
    return to_match(std::move(found));
}

const Person& People::require(std::string_view word) const {
    if (key(word).empty()) fail_usage("the name of a person is empty", "give an id, a name or a part of it");
    const auto found = match(word);
    if (found.outcome == Match::Outcome::one) return *found.people.front();
    if (found.outcome == Match::Outcome::several) fail_ambiguous(word, found);
    std::string hint = "'kith person add' adds somebody new";
    if (const auto* near = nearest_to(word)) {
        hint = fmt::format("did you mean {}? {}", described(*near), hint);
    }
    fail_not_found(fmt::format("nobody is called '{}'", word), std::move(hint));
}

std::optional<People::Cadence> People::cadence_of(const Person& person) const {
    if (person.every) return Cadence{*person.every, person.late, {}};
    // A month and four weeks only compare from some day on; any fixed one will do.
    constexpr Date from{std::chrono::local_days{std::chrono::year{2026} / 1 / 1}};
    std::optional<Cadence> shortest;
    for (const auto& name : person.groups) {
        const auto group = std::ranges::find(groups_, name, &Group::name);
        if (group == groups_.end() || !group->every) continue;
        if (shortest && length_in_days(shortest->every, from) <= length_in_days(*group->every, from)) continue;
        shortest = Cadence{*group->every, person.late ? person.late : group->late, name};
    }
    return shortest;
}

PersonId People::new_id(std::string_view name) const {
    return {new_ids().next(name)};
}

SlugIds People::new_ids() const {
    SlugIds ids("person");
    for (const auto& [id, index] : by_id_) ids.take(id);
    return ids;
}

bool names_person(const std::vector<PersonId>& ids, const Person& person, const People& people) {
    return !person.id.empty() &&
           std::ranges::any_of(ids, [&](const PersonId& id) { return people.resolve(id) == person.id; });
}

} // namespace kith::core
