#include "matching.hpp"

#include "kith/core/records.hpp"
#include "kith/core/text.hpp"
#include "kith/exchange/origin.hpp"

#include "email.hpp"
#include "handles.hpp"
#include "personal_name.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace kith::exchange {
namespace {

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

std::vector<std::string> phones_of(const core::TextTable& handles) {
    std::vector<std::string> phones;
    for (const auto& [network, number] : handles)
        if (network_of(network) == "phone") phones.push_back(number);
    return phones;
}

bool is_no_profile(std::string_view network) {
    return network == "phone" || network == "website" || network == "email";
}

std::string profile_of(const std::string& network, const std::string& written) {
    if (const auto handle = handle_of(written)) return handle->first + ":" + handle->second;
    std::string name = core::fold(written);
    if (name.starts_with('@')) name.erase(0, 1);
    const std::string folded = core::fold(network_of(network));
    if (folded == "linkedin" && name.find('/') == std::string::npos) name.insert(0, "in/");
    return folded + ":" + name;
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

/// Whether one has the other's name or part of it: `Bo`, `Bo Li`.
bool have_name_in_common(const core::Person& person, const core::Person& other) {
    return is_part_of(name_words(person.name), all_name_words(other)) ||
           is_part_of(name_words(other.name), all_name_words(person));
}

/// Whether a key is the name, also where the source has that the other way round: `Souza, Ana`.
bool is_name(const std::string& key, const std::string& name) {
    if (core::fold(key) == core::fold(name)) return true;
    if (is_address(key)) return false;
    auto words = name_words(key);
    auto others = name_words(name);
    std::ranges::sort(words);
    std::ranges::sort(others);
    return words == others;
}

bool has_other_email(const core::Person& person, const IncomingPerson& incoming) {
    const auto own = emails_of(person);
    if (own.empty() || incoming.emails.empty()) return false;
    return std::ranges::none_of(incoming.emails, [&own](const std::string& email) {
        return std::ranges::find(own, core::fold(email)) != own.end();
    });
}

std::vector<std::string> folded(std::vector<std::string> texts) {
    for (auto& text : texts) text = core::fold(text);
    return texts;
}

std::vector<std::string> shared_emails(const std::vector<std::string>& own, const IncomingPerson& incoming) {
    auto emails = folded(incoming.emails);
    std::erase_if(emails, [&own](const std::string& email) { return std::ranges::find(own, email) == own.end(); });
    return emails;
}

bool have_phone_in_common(const core::Person& left, const core::Person& right) {
    const auto others = phones_of(right.handles);
    return std::ranges::any_of(phones_of(left.handles), [&others](const std::string& phone) {
        return std::ranges::any_of(others, [&](const auto& other) { return is_same_phone(phone, other); });
    });
}

bool have_profile_in_common(const core::Person& left, const core::Person& right) {
    const auto others = profiles_of(right.handles);
    return std::ranges::any_of(profiles_of(left.handles), [&others](const std::string& profile) {
        return std::ranges::find(others, profile) != others.end();
    });
}

/// Whether families may differ, of people with these e-mails.
Families families_of(const core::Person& person, const std::vector<std::string>& emails,
                     const IncomingPerson& incoming) {
    const auto shared = shared_emails(emails, incoming);
    const bool is_of_role = !shared.empty() && std::ranges::all_of(shared, is_role_mailbox) &&
                            !have_profile_in_common(person, incoming.record);
    return is_of_role ? Families::are_same : Families::may_differ;
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

} // namespace

void PersonIndex::reserve(std::size_t size) {
    constexpr std::size_t usual_clues = 4;
    numbers_.reserve(usual_clues * size);
}

void PersonIndex::add(std::size_t index, const core::Person& person) {
    const auto number = static_cast<std::uint32_t>(index);
    for (const auto& [from, key] : origins(person.imported)) numbers_.put(origin_clue(from, key), number);
    for (const auto& email : emails_of(person)) numbers_.put(email_clue(email), number);
    for (const auto& profile : profiles_of(person.handles)) numbers_.put("profile:" + profile, number);
    if (!person.name.empty()) numbers_.put(name_clue(person.name), number);
    for (const auto& alias : person.aliases) numbers_.put(name_clue(alias), number);
}

PersonIndex::NumbersView PersonIndex::by_origin(const std::string& from, const std::string& key) const {
    return numbers_.at(origin_clue(from, key));
}
PersonIndex::NumbersView PersonIndex::by_email(std::string_view email) const {
    return numbers_.at(email_clue(email));
}
PersonIndex::NumbersView PersonIndex::by_profile(const std::string& profile) const {
    return numbers_.at("profile:" + profile);
}
PersonIndex::NumbersView PersonIndex::by_name(std::string_view name) const {
    return numbers_.at(name_clue(name));
}

IncomingPerson with_email_among_all(IncomingPerson incoming) {
    if (incoming.emails.empty() && !incoming.record.email.empty()) incoming.emails = {incoming.record.email};
    return incoming;
}

std::vector<std::string> emails_of(const core::Person& person) {
    std::vector<std::string> emails;
    if (!person.email.empty()) emails.push_back(core::fold(person.email));
    for (const auto& [network, name] : person.handles)
        if (network_of(network) == "email") emails.push_back(core::fold(name));
    return emails;
}

std::vector<std::string> profiles_of(const core::TextTable& handles) {
    std::vector<std::string> profiles;
    for (const auto& [network, name] : handles)
        if (!is_no_profile(network_of(network)) && !name.empty()) profiles.push_back(profile_of(network, name));
    return profiles;
}

bool is_same_handle(const std::pair<std::string, std::string>& left, const std::pair<std::string, std::string>& right) {
    if (core::fold(left.second) == core::fold(right.second)) return true;
    const auto network = network_of(left.first);
    if (network != network_of(right.first)) return false;
    if (network == "phone") return is_same_phone(left.second, right.second);
    return !is_no_profile(network) && profile_of(left.first, left.second) == profile_of(right.first, right.second);
}

bool is_handle_of_one(const std::pair<std::string, std::string>& left,
                      const std::pair<std::string, std::string>& right) {
    return first_network(left.first) == first_network(right.first) && is_same_handle(left, right);
}

bool is_other_birthday(std::string_view left, std::string_view right) {
    if (left.empty() || right.empty() || left == right) return false;
    constexpr std::size_t without_year = 5;
    const bool both_have_years = left.size() > without_year && right.size() > without_year;
    const auto day = [without_year](std::string_view text) {
        return text.substr(text.size() - std::min(text.size(), without_year));
    };
    return both_have_years || day(left) != day(right);
}

bool is_other_organisation(std::string_view left, std::string_view right) {
    const auto one = core::fold(left);
    const auto other = core::fold(right);
    return one.find(other) == one.npos && other.find(one) == other.npos;
}

bool contradicts_but_for_email(const core::Person& person, const IncomingPerson& incoming) {
    return is_other_birthday(person.birthday, incoming.record.birthday) ||
           has_other_profile(person.handles, incoming.record.handles);
}

bool contradicts(const core::Person& person, const IncomingPerson& incoming) {
    return has_other_email(person, incoming) || contradicts_but_for_email(person, incoming);
}

std::string name_to_compare(std::string_view name) {
    return core::fold(bare_name(name));
}

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

bool is_called(const core::Person& person, std::string_view name) {
    const auto wanted = name_to_compare(name);
    return name_to_compare(person.name) == wanted ||
           std::ranges::any_of(person.aliases,
                               [&wanted](const std::string& alias) { return name_to_compare(alias) == wanted; });
}

bool may_share_address(const core::Person& person, const IncomingPerson& incoming) {
    return names_agree_here(person, incoming) && !is_other_birthday(person.birthday, incoming.record.birthday);
}

bool have_address_in_common(const core::Person& person, const IncomingPerson& incoming) {
    const auto shared = shared_emails(emails_of(person), incoming);
    return !std::ranges::all_of(shared, is_role_mailbox) || have_profile_in_common(person, incoming.record);
}

bool names_agree_here(const core::Person& person, const IncomingPerson& incoming) {
    return names_agree(person, incoming.record, families_of(person, emails_of(person), incoming));
}

bool names_agree_here(const IncomingPerson& first, const IncomingPerson& other) {
    return names_agree(first.record, other.record, families_of(first.record, folded(first.emails), other));
}

bool has_contact(const core::Person& person) {
    return !emails_of(person).empty() || !phones_of(person.handles).empty();
}
bool has_contact(const IncomingPerson& incoming) {
    return !incoming.emails.empty() || has_contact(incoming.record);
}

bool have_contact_in_common(const core::Person& person, const IncomingPerson& incoming) {
    constexpr std::size_t with_year = 10;
    const auto& birthday = person.birthday;
    if (birthday.size() == with_year && birthday == incoming.record.birthday) return true;
    return have_address_in_common(person, incoming) || have_phone_in_common(person, incoming.record);
}

bool may_share_id(const core::Person& person, const IncomingPerson& incoming) {
    if (contradicts(person, incoming)) return false;
    return have_address_in_common(person, incoming) || have_name_in_common(person, incoming.record);
}

int likeness_of_card(const core::Person& person, const IncomingPerson& incoming) {
    const auto& said = incoming.record;
    int likeness = 0;
    for (const bool is_same : {have_name_in_common(person, said), have_address_in_common(person, incoming),
                               have_phone_in_common(person, said)})
        likeness += is_same ? 1 : 0;
    for (const auto value : {&core::Person::birthday, &core::Person::organisation, &core::Person::role,
                             &core::Person::city, &core::Person::note})
        likeness += !(person.*value).empty() && core::fold(person.*value) == core::fold(said.*value) ? 1 : 0;
    return likeness;
}

int likeness_of_own_card(const core::Person& person, const IncomingPerson& incoming) {
    const int likeness = likeness_of_card(person, incoming);
    if (have_contact_in_common(person, incoming)) return likeness;
    if (!have_name_in_common(person, incoming.record)) return 0;
    return likeness > 1 || !contradicts(person, incoming) ? likeness : 0;
}

bool has_own_key(const IncomingPerson& incoming) {
    return incoming.key_kind != KeyKind::address;
}

bool is_name_alone(const IncomingPerson& incoming) {
    return !has_own_key(incoming) && is_name(incoming.key, incoming.record.name);
}

bool is_changing_key(const core::Person& person, const std::string& from, const std::string& key) {
    const auto folded = core::fold(key);
    const auto emails = emails_of(person);
    const auto is_profile = [&key](const auto& handle) {
        return handle.second == key && network_of(handle.first) != "phone";
    };
    const auto was = [&](const std::string& field) {
        return is_as_taken(person.imported, {from, key, {{field, key, 0}}, {}});
    };
    return is_name(key, person.name) || std::ranges::find(emails, folded) != emails.end() ||
           std::ranges::any_of(person.handles, is_profile) || was("name") || was("email");
}

} // namespace kith::exchange
