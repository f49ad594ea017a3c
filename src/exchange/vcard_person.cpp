#include "vcard_person.hpp"

#include "kith/core/text.hpp"

#include "birthday.hpp"
#include "handles.hpp"
#include "plain_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>

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
        card.result.person.record.birthday = *birthday;
    else if (!core::trim(text).empty())
        card.result.skipped.push_back({line.line, fmt::format("birthday '{}' is no date", one_line(text))});
}

void take_organisation(Reading& card, std::string_view text) {
    if (card.company.empty()) card.company = part(text, ';', 0);
}

void take_phone(Reading& card, const ContentLine& line, std::string_view text) {
    if (line.has_type("FAX") || card.phones.size() > 100) return;
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

using Take = std::function<void(Reading&, const ContentLine&, std::string_view)>;

const std::map<std::string, Take, std::less<>>& takes() {
    static const std::map<std::string, Take, std::less<>> all{
        {"FN",
         [](auto& card, const auto&, auto text) {
             if (card.formatted_name.empty()) card.formatted_name = one_line(unescape(text));
         }},
        {"N", [](auto& card, const auto&, auto text) { take_names(card, text); }},
        {"NICKNAME",
         [](auto& card, const auto&, auto text) { take_list(card.result.person.record.aliases, text, one_line); }},
        {"CATEGORIES",
         [](auto& card, const auto&, auto text) { take_list(card.result.person.record.groups, text, label); }},
        {"EMAIL",
         [](auto& card, const auto& line, auto text) {
             auto email = without_prefix(one_line(unescape(text)), "mailto:");
             if (!email.empty() && card.emails.size() < 100)
                 card.emails.emplace_back(is_preferred(line), std::move(email));
         }},
        {"TEL", take_phone},
        {"BDAY", take_birthday},
        {"ORG", [](auto& card, const auto&, auto text) { take_organisation(card, text); }},
        {"TITLE",
         [](auto& card, const auto&, auto text) { card.result.person.record.role = one_line(unescape(text)); }},
        {"ROLE",
         [](auto& card, const auto&, auto text) {
             if (auto& role = card.result.person.record.role; role.empty()) role = one_line(unescape(text));
         }},
        {"ADR",
         [](auto& card, const auto&, auto text) {
             if (auto& city = card.result.person.record.city; city.empty()) city = part(text, ';', 3);
         }},
        {"URL", [](auto& card, const auto&, auto text) { add_address(card.handles, unescape(text)); }},
        {"X-SOCIALPROFILE", take_profile},
        {"SOCIALPROFILE", take_profile},
        {"NOTE", [](auto& card, const auto&,
                    auto text) { add_paragraph(card.result.person.record.note, several_lines(unescape(text))); }},
        {"UID", [](auto& card, const auto&,
                   auto text) { card.result.uid = without_prefix(one_line(unescape(text)), "urn:uuid:"); }},
        {"KIND", [](auto& card, const auto&, auto text) { card.result.kind = lower(core::trim(text)); }},
        {"X-ADDRESSBOOKSERVER-KIND",
         [](auto& card, const auto&, auto text) { card.result.kind = lower(core::trim(text)); }},
        {"X-ABSHOWAS",
         [](auto& card, const auto&, auto text) {
             if (equals_ignoring_case(core::trim(text), "COMPANY")) card.result.kind = "org";
         }},
        {"MEMBER", [](auto& card, const auto&,
                      auto text) { card.result.members.push_back(without_prefix(one_line(text), "urn:uuid:")); }},
        {"X-ADDRESSBOOKSERVER-MEMBER",
         [](auto& card, const auto&, auto text) {
             card.result.members.push_back(without_prefix(one_line(text), "urn:uuid:"));
         }},
    };
    return all;
}

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
    return takes().contains(name) || name == "BEGIN" || name == "END" || name == "VERSION";
}

CardPerson person_of(const Card& card) {
    Reading reading;
    reading.result.person.line = card.line;
    for (const auto& line : card.lines) {
        const auto take = takes().find(line.name);
        if (take == takes().end()) continue;
        if (const auto text = decoded(line))
            take->second(reading, line, *text);
        else
            reading.result.problems.push_back({line.line, fmt::format("'{}' is not text in UTF-8", line.name)});
    }
    choose(reading);
    return std::move(reading.result);
}

} // namespace kith::exchange
