#include "vcard_person.hpp"

#include "kith/core/text.hpp"

#include "birthday.hpp"
#include "handles.hpp"
#include "plain_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kith::exchange {
namespace {

/// What a card says, before one of several values is chosen.
struct Reading {
    CardPerson result;
    std::string formatted_name;
    std::string composed_name;
    std::string company;
    std::vector<std::pair<bool, std::string>> emails; ///< With whether it is the preferred one.
    std::vector<std::pair<int, std::string>> phones;  ///< With how far behind it comes.
    core::TextTable handles;

    [[nodiscard]] core::Person& person() { return result.person.record; }
};

bool is_preferred(const ContentLine& line) {
    return line.has_type("PREF") || line.parameter("PREF") == "1";
}

std::string part(std::string_view text, char separator, std::size_t index) {
    const auto parts = split_escaped(text, separator);
    return index < parts.size() ? one_line(unescape(parts[index])) : "";
}

std::string without_prefix(std::string text, std::string_view prefix) {
    if (lower(std::string_view(text).substr(0, prefix.size())) == prefix) text.erase(0, prefix.size());
    return text;
}

/// Family, given and additional names; titles before and after are no part of a name.
void take_names(Reading& card, std::string_view text) {
    std::vector<std::string> parts;
    for (const std::size_t index : {1U, 2U, 0U})
        if (auto each = part(text, ';', index); !each.empty()) parts.push_back(std::move(each));
    if (card.composed_name.empty()) card.composed_name = core::join(parts, " ");
}

void take_birthday(Reading& card, const ContentLine& line, std::string_view text) {
    if (auto birthday = birthday_of(text))
        card.person().birthday = *birthday;
    else if (!core::trim(text).empty())
        card.result.skipped.push_back(
            {line.line, fmt::format("birthday '{}': {}", one_line(text), reason_of_no_day(text))});
}

void take_phone(Reading& card, const ContentLine& line, std::string_view text) {
    if (line.has_type("FAX")) return add_once(card.result.passed_over, "TEL of a fax");
    if (card.phones.size() > 100) return;
    const int rank = is_preferred(line) ? 0 : line.has_type("CELL") ? 1 : 2;
    card.phones.emplace_back(rank, one_line(unescape(text)));
}

/// `X-SOCIALPROFILE;TYPE=twitter;X-USER=ana:https://twitter.com/ana`, or with the name instead of the address.
void take_profile(Reading& card, const ContentLine& line, std::string_view text) {
    const auto address = without_prefix(one_line(unescape(text)), "x-apple:");
    const auto user = line.parameter("X-USER");
    const auto name = core::is_valid_utf8(user) ? one_line(user) : "";
    const auto service =
        line.parameter("SERVICE-TYPE").empty() ? line.parameter("TYPE") : line.parameter("SERVICE-TYPE");
    auto network = core::is_valid_utf8(service) ? label(service.substr(0, service.find(','))) : "";
    if (network == "twitter") network = "x";
    const bool is_address = address.empty() || address.find("://") != address.npos;
    if (const auto handle = handle_of(address))
        add_handle(card.handles, handle->first, handle->second);
    else if (!network.empty() && !(name.empty() && is_address))
        add_handle(card.handles, network, name.empty() ? address : name);
    else
        add_address(card.handles, address);
}

void take_list(std::vector<std::string>& texts, std::string_view text, std::string (*spelt)(std::string_view)) {
    for (const auto each : split_escaped(text, ',')) add_once(texts, spelt(unescape(each)));
}

void take_email(Reading& card, const ContentLine& line, std::string_view text) {
    auto email = without_prefix(one_line(unescape(text)), "mailto:");
    if (!email.empty() && card.emails.size() < 100) card.emails.emplace_back(is_preferred(line), std::move(email));
}

void take_kind(Reading& card, const ContentLine&, std::string_view text) {
    card.result.kind = lower(core::trim(text));
}

void take_member(Reading& card, const ContentLine&, std::string_view text) {
    card.result.members.push_back(without_prefix(one_line(text), "urn:uuid:"));
}

void take_if_first(std::string& member, std::string text) {
    if (member.empty()) member = std::move(text);
}

/// The city; a street and a country have no place.
void take_address(Reading& card, const ContentLine&, std::string_view text) {
    constexpr std::size_t city = 3;
    take_if_first(card.person().city, part(text, ';', city));
    const auto count = split_escaped(text, ';').size();
    for (std::size_t index = 0; index < count; ++index)
        if (index != city && !part(text, ';', index).empty()) add_once(card.result.passed_over, "ADR but for the city");
}

struct Take {
    std::string_view property;
    void (*take)(Reading& card, const ContentLine& line, std::string_view text);
};

constexpr std::array takes{
    Take{"FN", [](auto& card, auto&, auto text) { take_if_first(card.formatted_name, one_line(unescape(text))); }},
    Take{"N", [](auto& card, auto&, auto text) { take_names(card, text); }},
    Take{"NICKNAME", [](auto& card, auto&, auto text) { take_list(card.person().aliases, text, one_line); }},
    Take{"CATEGORIES", [](auto& card, auto&, auto text) { take_list(card.person().groups, text, label); }},
    Take{"EMAIL", take_email},
    Take{"TEL", take_phone},
    Take{"BDAY", take_birthday},
    Take{"ORG", [](auto& card, auto&, auto text) { take_if_first(card.company, part(text, ';', 0)); }},
    Take{"TITLE", [](auto& card, auto&, auto text) { card.person().role = one_line(unescape(text)); }},
    Take{"ROLE", [](auto& card, auto&, auto text) { take_if_first(card.person().role, one_line(unescape(text))); }},
    Take{"ADR", take_address},
    Take{"URL", [](auto& card, auto&, auto text) { add_address(card.handles, unescape(text)); }},
    Take{"X-SOCIALPROFILE", take_profile},
    Take{"SOCIALPROFILE", take_profile},
    Take{"NOTE",
         [](auto& card, auto&, auto text) { add_paragraph(card.person().note, several_lines(unescape(text))); }},
    Take{"UID",
         [](auto& card, auto&, auto text) { card.result.uid = without_prefix(one_line(unescape(text)), "urn:uuid:"); }},
    Take{"KIND", take_kind},
    Take{"X-ADDRESSBOOKSERVER-KIND", take_kind},
    Take{"X-ABSHOWAS",
         [](auto& card, auto&, auto text) {
             if (equals_ignoring_case(core::trim(text), "COMPANY")) card.result.kind = "org";
         }},
    Take{"MEMBER", take_member},
    Take{"X-ADDRESSBOOKSERVER-MEMBER", take_member},
};

/// What people write of each other that has no place in kith; the rest is of programs and pictures.
constexpr std::array<std::string_view, 20> missed{
    "ANNIVERSARY", "CALURI",           "EXPERTISE",     "GENDER",   "GEO",  "HOBBY",
    "IMPP",        "INTEREST",         "LANG",          "RELATED",  "TZ",   "X-AIM",
    "X-ABDATE",    "X-ABRELATEDNAMES", "X-ANNIVERSARY", "X-JABBER", "X-QQ", "X-SKYPE-USERNAME",
    "X-SKYPE",     "X-SPOUSE"};

/// The first that is there; a card of a telephone may have no more than a number's owner.
std::string name_of(const Reading& card) {
    const auto& aliases = card.result.person.record.aliases;
    for (const auto& name :
         {card.formatted_name, card.composed_name, aliases.empty() ? "" : aliases.front(), card.company})
        if (!name.empty()) return name;
    return card.result.person.emails.empty() ? "" : card.result.person.emails.front();
}

void choose(Reading& card) {
    auto& incoming = card.result.person;
    auto& person = incoming.record;
    std::ranges::stable_partition(card.emails, [](const auto& each) { return each.first; });
    for (auto& [preferred, email] : card.emails) add_once(incoming.emails, std::move(email));
    std::ranges::stable_sort(card.phones, {}, [](const auto& phone) { return phone.first; });
    for (const auto& [rank, number] : card.phones) add_phone(person.handles, number);
    for (const auto& [network, name] : card.handles) add_handle(person.handles, network, name);
    person.name = name_of(card);
    if (!incoming.emails.empty()) person.email = incoming.emails.front();
    if (person.name != card.company) person.organisation = card.company;
    std::erase_if(person.aliases, [&](const auto& alias) { return core::fold(alias) == core::fold(person.name); });
    incoming.key = !card.result.uid.empty() ? card.result.uid
                   : !person.email.empty()  ? lower(person.email)
                                            : person.name;
}

} // namespace

bool is_wanted_of_card(std::string_view name) {
    return name == "BEGIN" || name == "END" || std::ranges::find(takes, name, &Take::property) != takes.end();
}

bool is_missed_of_card(std::string_view name) {
    return std::ranges::find(missed, name) != missed.end();
}

CardPerson person_of(const Card& card) {
    Reading reading;
    reading.result.person.line = card.line;
    for (const auto& line : card.lines) {
        const auto take = std::ranges::find(takes, std::string_view(line.name), &Take::property);
        if (take == takes.end()) continue;
        if (const auto text = decoded(line))
            take->take(reading, line, *text);
        else
            reading.result.problems.push_back({line.line, fmt::format("'{}' is not text in UTF-8", line.name)});
    }
    choose(reading);
    return std::move(reading.result);
}

} // namespace kith::exchange
