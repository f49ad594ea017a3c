#include "matching.hpp"

#include "kith/core/records.hpp"
#include "kith/core/text.hpp"
#include "kith/exchange/origin.hpp"

#include "handles.hpp"
#include "personal_name.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace kith::exchange {
namespace {

const PersonIndex::Numbers nobody;

std::string origin_clue(const std::string& from, const std::string& key) {
    return "origin:" + from + ":" + key;
}
std::string email_clue(std::string_view email) {
    return "email:" + core::fold(email);
}
std::string name_clue(std::string_view name) {
    return "name:" + core::fold(shortest_name(name));
}

/// `phone` for `phone-2`: the second of one network.
std::string_view network_of(std::string_view handle) {
    return handle.substr(0, handle.find('-'));
}

bool is_shared(std::string_view network) {
    return network == "phone" || network == "website";
}

std::string profile_of(const std::string& network, const std::string& written) {
    if (const auto handle = handle_of(written)) return handle->first + ":" + handle->second;
    std::string name = core::fold(written);
    if (name.starts_with('@')) name.erase(0, 1);
    const std::string folded = core::fold(network_of(network));
    if (folded == "linkedin" && name.find('/') == std::string::npos) name.insert(0, "in/");
    return folded + ":" + name;
}

/// `05-02` of `1990-05-02`, which a birthday without the year may be the same as.
bool is_other_birthday(std::string_view left, std::string_view right) {
    if (left.empty() || right.empty() || left == right) return false;
    constexpr std::size_t without_year = 5;
    const bool both_have_years = left.size() > without_year && right.size() > without_year;
    const auto day = [without_year](std::string_view text) {
        return text.substr(text.size() - std::min(text.size(), without_year));
    };
    return both_have_years || day(left) != day(right);
}

/// The words of a name, without decoration and the marks around them: of `Souza, Ana` as of `Ana Souza 🚀`.
std::vector<std::string> name_words(std::string_view name) {
    const std::string folded = name_to_compare(name);
    std::vector<std::string> words;
    for (auto word : core::words(folded)) {
        constexpr std::string_view marks = ".,;()\"'";
        const auto first = word.find_first_not_of(marks);
        if (first != word.npos) words.emplace_back(word.substr(first, word.find_last_not_of(marks) - first + 1));
    }
    return words;
}

std::vector<std::string> all_name_words(const core::Person& person) {
    auto words = name_words(person.name);
    for (const auto& alias : person.aliases) std::ranges::copy(name_words(alias), std::back_inserter(words));
    return words;
}

/// Whether all words of a name are among the others.
bool is_part_of(const std::vector<std::string>& words, const std::vector<std::string>& others) {
    return std::ranges::all_of(
        words, [&others](const std::string& word) { return std::ranges::find(others, word) != others.end(); });
}

/// `souza` of `Ana Souza` and of `Souza, Ana`.
std::string family_of(std::string_view name) {
    const auto words = name_words(name.substr(0, name.find(',')));
    return words.empty() ? std::string() : words.back();
}

/// Whether two full names have the family in common and given names that speak against one person: of `Anna Berg` and
/// `Lars Berg` they do, of `A. Berg` and `Anna Berg`, or `Dr. Berg` and `Berg`, they do not.
bool share_only_family(std::string_view left, std::string_view right) {
    const auto family = family_of(left);
    if (family != family_of(right)) return false;
    auto words = name_words(left);
    auto others = name_words(right);
    std::erase(words, family);
    std::erase(others, family);
    const auto is_short_for = [](std::string_view word, std::string_view other) {
        return (word.size() == 1 || other.size() == 1) && word.front() == other.front();
    };
    return !words.empty() && !others.empty() && std::ranges::none_of(words, [&](const std::string& word) {
        return std::ranges::any_of(
            others, [&](const std::string& other) { return word == other || is_short_for(word, other); });
    });
}

/// An address in the place of a name says nothing of the name.
bool is_no_name(std::string_view name) {
    return name.empty() || name.find('@') != name.npos;
}

bool has_other_email(const core::Person& person, const IncomingPerson& incoming) {
    if (person.email.empty() || incoming.emails.empty()) return false;
    const auto own = core::fold(person.email);
    return std::ranges::none_of(incoming.emails, [&own](const std::string& email) { return core::fold(email) == own; });
}

bool has_other_profile(const core::TextTable& left, const core::TextTable& right) {
    const auto others = profiles_of(right);
    return std::ranges::any_of(profiles_of(left), [&others](const std::string& profile) {
        const auto network = profile.substr(0, profile.find(':') + 1);
        const bool has_network =
            std::ranges::any_of(others, [&network](const std::string& other) { return other.starts_with(network); });
        return has_network && std::ranges::find(others, profile) == others.end();
    });
}

/// The key that a record without one has: what is known best of it.
std::string key_for(const IncomingPerson& incoming) {
    if (!incoming.emails.empty()) return core::fold(incoming.emails.front());
    const auto profiles = profiles_of(incoming.record.handles);
    return profiles.empty() ? incoming.record.name : profiles.front();
}

/// Whether two cards of one file that have a key or an e-mail in common are one person.
bool are_one(const IncomingPerson& first, const IncomingPerson& other) {
    const bool are_full = name_words(first.record.name).size() > 1 && name_words(other.record.name).size() > 1;
    if (are_full && !names_agree(first.record, other.record)) return false;
    if (has_own_key(first) && has_own_key(other)) return first.key == other.key;
    return !is_other_birthday(first.record.birthday, other.record.birthday);
}

} // namespace

void PersonIndex::put(const std::string& clue, std::size_t number) {
    auto& known = numbers_[clue];
    if (std::ranges::find(known, number) == known.end()) known.push_back(number);
}

void PersonIndex::add(std::size_t number, const core::Person& person) {
    for (const auto& [from, key] : origins(person.imported)) put(origin_clue(from, key), number);
    if (!person.email.empty()) put(email_clue(person.email), number);
    for (const auto& profile : profiles_of(person.handles)) put("profile:" + profile, number);
    if (!person.name.empty()) put(name_clue(person.name), number);
    for (const auto& alias : person.aliases) put(name_clue(alias), number);
}

const PersonIndex::Numbers& PersonIndex::at(const std::string& clue) const {
    const auto found = numbers_.find(clue);
    return found == numbers_.end() ? nobody : found->second;
}

const PersonIndex::Numbers& PersonIndex::by_origin(const std::string& from, const std::string& key) const {
    return at(origin_clue(from, key));
}
const PersonIndex::Numbers& PersonIndex::by_email(std::string_view email) const {
    return at(email_clue(email));
}
const PersonIndex::Numbers& PersonIndex::by_profile(const std::string& profile) const {
    return at("profile:" + profile);
}
const PersonIndex::Numbers& PersonIndex::by_name(std::string_view name) const {
    return at(name_clue(name));
}

std::vector<std::string> profiles_of(const core::TextTable& handles) {
    std::vector<std::string> profiles;
    for (const auto& [network, name] : handles)
        if (!is_shared(network_of(network)) && !name.empty()) profiles.push_back(profile_of(network, name));
    return profiles;
}

bool contradicts(const core::Person& person, const IncomingPerson& incoming) {
    return has_other_email(person, incoming) || is_other_birthday(person.birthday, incoming.record.birthday) ||
           has_other_profile(person.handles, incoming.record.handles);
}

std::string name_to_compare(std::string_view name) {
    return core::fold(bare_name(name));
}

bool is_called(const core::Person& person, std::string_view name) {
    const auto wanted = name_to_compare(name);
    return name_to_compare(person.name) == wanted ||
           std::ranges::any_of(person.aliases,
                               [&wanted](const std::string& alias) { return name_to_compare(alias) == wanted; });
}

bool names_agree(const core::Person& left, const core::Person& right) {
    if (is_no_name(left.name) || is_no_name(right.name) || core::fold(left.name) == core::fold(right.name)) return true;
    const auto words = all_name_words(left);
    const auto others = all_name_words(right);
    const bool have_one_family = share_only_family(left.name, right.name);
    return std::ranges::any_of(words, [&](const std::string& word) {
        const bool is_family = have_one_family && word == family_of(left.name);
        return !is_family && std::ranges::find(others, word) != others.end();
    });
}

bool may_share_address(const core::Person& person, const IncomingPerson& incoming) {
    return names_agree(person, incoming.record) && !is_other_birthday(person.birthday, incoming.record.birthday);
}

bool have_address_in_common(const core::Person& person, const IncomingPerson& incoming) {
    if (!person.email.empty() && !incoming.emails.empty() && !has_other_email(person, incoming)) return true;
    const auto others = profiles_of(incoming.record.handles);
    return std::ranges::any_of(profiles_of(person.handles), [&others](const std::string& profile) {
        return std::ranges::find(others, profile) != others.end();
    });
}

bool may_share_id(const core::Person& person, const IncomingPerson& incoming) {
    if (contradicts(person, incoming)) return false;
    const auto& other = incoming.record;
    return have_address_in_common(person, incoming) || is_part_of(name_words(person.name), all_name_words(other)) ||
           is_part_of(name_words(other.name), all_name_words(person));
}

bool has_own_key(const IncomingPerson& incoming) {
    const auto is_key = [key = core::fold(incoming.key)](const std::string& clue) { return core::fold(clue) == key; };
    return !incoming.key.empty() && !is_name_alone(incoming) && std::ranges::none_of(incoming.emails, is_key) &&
           std::ranges::none_of(profiles_of(incoming.record.handles), is_key);
}

bool is_name_alone(const IncomingPerson& incoming) {
    return core::fold(incoming.key) == core::fold(incoming.record.name);
}

void complete(IncomingPerson& first, const IncomingPerson& other) {
    auto fields = core::to_fields(first.record);
    for (const auto& field : core::to_fields(other.record))
        if (std::ranges::find(fields, field.key, &core::Field::key) == fields.end()) fields.push_back(field);
    auto handles = first.record.handles;
    for (const auto& [network, name] : other.record.handles) add_handle(handles, network, name);
    first.record = core::from_fields<core::Person>(fields).record;
    first.record.handles = std::move(handles);
    for (const auto& email : other.emails)
        if (std::ranges::find(first.emails, email) == first.emails.end()) first.emails.push_back(email);
    first.is_offered = first.is_offered && other.is_offered;
}

Gathered gather(const Batch& batch) {
    Gathered gathered;
    std::unordered_map<std::string, PersonIndex::Numbers> places;
    const auto place_of = [&](const std::vector<std::string>& clues, const IncomingPerson& incoming) {
        for (const auto& clue : clues)
            for (const auto place : places[clue])
                if (are_one(gathered.people[place], incoming)) return std::optional(place);
        return std::optional<std::size_t>();
    };
    for (auto incoming : batch.people) {
        if (incoming.emails.empty() && !incoming.record.email.empty()) incoming.emails = {incoming.record.email};
        if (incoming.key.empty()) incoming.key = key_for(incoming);
        std::vector<std::string> clues;
        if (!is_name_alone(incoming)) clues.push_back("key:" + incoming.key);
        for (const auto& email : incoming.emails) clues.push_back(email_clue(email));
        const auto known = place_of(clues, incoming);
        const std::size_t place = known.value_or(gathered.people.size());
        for (const auto& clue : clues)
            if (auto& there = places[clue]; std::ranges::find(there, place) == there.end()) there.push_back(place);
        if (!incoming.record.id.empty()) gathered.by_id.try_emplace(incoming.record.id.text, place);
        if (known)
            complete(gathered.people[place], incoming);
        else
            gathered.people.push_back(std::move(incoming));
    }
    return gathered;
}

} // namespace kith::exchange
