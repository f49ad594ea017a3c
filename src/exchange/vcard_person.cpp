#include "vcard_person.hpp"

#include "kith/core/text.hpp"

#include "birthday.hpp"
#include "email.hpp"
#include "handles.hpp"
#include "left_out.hpp"
#include "plain_text.hpp"
#include "record_uid.hpp"
#include "vcard_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <map>
#include <optional>
#include <system_error>
#include <utility>

namespace kith::exchange {
namespace {

/// What a card says, before one of several values is chosen.
struct Reading {
    CardPerson result;
    CardName name;
    std::string company;
    std::string title;
    std::string role;
    bool is_shown_as_company = false; ///< By Apple's programs; a kind that the card says is right all the same.
    PersonLists lists;
    std::vector<Skipped> left_out; ///< Values that are none, each as `birthday 'soon': it is no date`.
    std::vector<std::string> emails;
    std::vector<std::string> phones;
    core::TextTable handles;
    std::map<std::string, int> unlabelled; ///< Groups whose names make no label, with the line of each.

    [[nodiscard]] core::Person& person() { return result.person.record; }
    void pass_over(std::string_view what) { result.passed_over.add(what); }
    /// Of a property of which one is kept.
    void take_first(std::string& member, std::string text, std::string_view property) {
        if (member.empty())
            member = std::move(text);
        else if (!text.empty() && text != member)
            pass_over(fmt::format("{} beyond the first", property));
    }
};

constexpr std::string_view mail = "mailto:";
constexpr int last_preferred = 100;

/// `PREF=1` to `PREF=100` in the order that version 4.0 has of several; before, a mark. Nothing where it has none.
std::optional<int> preference_of(const ContentLine& line) {
    if (line.has_type("PREF")) return 1;
    const auto text = line.parameter("PREF");
    int rank = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), rank);
    const bool is_rank = error == std::errc() && end == text.data() + text.size() && rank >= 1;
    return is_rank && rank <= last_preferred ? std::optional(rank) : std::nullopt;
}

/// How far behind others of the same property it comes; of telephones without a preference the mobile ones are first.
int rank_of(const ContentLine& line) {
    const bool is_mobile = line.name == "TEL" && line.has_type("CELL");
    return preference_of(line).value_or(last_preferred + (is_mobile ? 1 : 2));
}

/// The preferred ones first, as the first of several is the one that is kept, or the main one.
std::vector<const ContentLine*> in_order_of_preference(const std::vector<ContentLine>& lines) {
    std::vector<std::pair<int, const ContentLine*>> ranked;
    ranked.reserve(lines.size());
    for (const auto& line : lines) ranked.emplace_back(rank_of(line), &line);
    std::ranges::stable_sort(ranked, {}, [](const auto& each) { return each.first; });
    std::vector<const ContentLine*> ordered;
    ordered.reserve(lines.size());
    for (const auto& [rank, line] : ranked) ordered.push_back(line);
    return ordered;
}

std::string part(std::string_view text, char separator, std::size_t index) {
    const auto parts = split_escaped(text, separator);
    return index < parts.size() ? one_line(unescape(parts[index])) : "";
}

std::string without_prefix(std::string text, std::string_view prefix) {
    if (lower(std::string_view(text).substr(0, prefix.size())) == prefix) text.erase(0, prefix.size());
    return text;
}

void take_version(Reading& card, const ContentLine& line, std::string_view text) {
    const auto version = core::trim(text);
    if (version == "2.1" || version == "3.0" || version == "4.0") return;
    card.result.problems.push_back(
        {line.line, fmt::format("version '{}' is none of 2.1, 3.0 and 4.0, which kith reads", one_line(version))});
}

void take_organisation(Reading& card, const ContentLine&, std::string_view text) {
    card.take_first(card.company, part(text, ';', 0), "ORG");
    const auto units = split_escaped(text, ';');
    if (std::ranges::any_of(units.begin() + 1, units.end(), [](auto unit) { return !core::trim(unit).empty(); }))
        card.pass_over("departments of ORG");
}

void take_birthday(Reading& card, const ContentLine& line, std::string_view text) {
    if (auto birthday = birthday_of(text))
        card.take_first(card.person().birthday, *birthday, "BDAY");
    else if (!core::trim(text).empty())
        card.left_out.push_back({line.line, fmt::format("birthday '{}': {}", one_line(text), reason_of_no_day(text))});
}

void take_phone(Reading& card, const ContentLine& line, std::string_view text) {
    if (line.has_type("FAX")) return card.pass_over("TEL of a fax");
    auto number = one_line(unescape(text));
    if (number.empty()) return;
    if (!is_phone(number))
        return card.left_out.push_back({line.line, fmt::format("phone '{}': it has no digit", number)});
    if (card.phones.size() > 100) return card.pass_over("TEL beyond the ninth");
    card.phones.push_back(std::move(number));
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
    bool is_kept = false;
    if (const auto handle = handle_of(address))
        is_kept = add_handle_if_room(card.handles, is_further_one(network, handle->first) ? network : handle->first,
                                     handle->second);
    else if (!network.empty() && !(name.empty() && is_address))
        is_kept = add_handle_if_room(card.handles, network, name.empty() ? address : name);
    else
        is_kept = add_address(card.handles, address);
    if (!is_kept)
        card.pass_over(line.name +
                       (card.handles.size() < most_handles ? " beyond the ninth" : " beyond the hundredth"));
}

void take_address_of_web(Reading& card, const ContentLine&, std::string_view text) {
    if (!add_address(card.handles, unescape(text))) card.pass_over("URL beyond the ninth");
}

/// Google's own groups are none of the user's: everybody is in one.
bool is_of_google(std::string_view group) {
    return group.starts_with("* ") || equals_ignoring_case(group, "myContacts");
}

void take_groups(Reading& card, const ContentLine& line, std::string_view text) {
    for (const auto each : split_escaped(text, ',')) {
        const auto group = one_line(unescape(each));
        if (is_of_google(group)) {
            card.pass_over(fmt::format("{} of CATEGORIES", group));
            continue;
        }
        if (!group.empty() && label(group).empty()) card.unlabelled.emplace(group, line.line);
        card.lists.add(card.person().groups, group, "groups");
    }
}

void take_aliases(Reading& card, const ContentLine&, std::string_view text) {
    for (const auto each : split_escaped(text, ','))
        card.lists.add(card.person().aliases, one_line(unescape(each)), "aliases");
}

void take_email(Reading& card, const ContentLine& line, std::string_view text) {
    auto email = without_prefix(one_line(unescape(text)), mail);
    if (email.empty()) return;
    if (!is_email(email))
        card.left_out.push_back({line.line, fmt::format("e-mail '{}': it is no address", email)});
    else if (card.emails.size() < 100)
        card.emails.push_back(std::move(email));
    else
        card.pass_over("EMAIL beyond the hundredth");
}

void take_kind(Reading& card, const ContentLine&, std::string_view text) {
    card.result.kind = lower(core::trim(text));
}

/// Members are addresses of the web: `mailto:ana%2Bwork@example.org`.
void take_member(Reading& card, const ContentLine&, std::string_view text) {
    auto member = without_prefix(one_line(text), "urn:uuid:");
    const bool is_mail = equals_ignoring_case(std::string_view(member).substr(0, mail.size()), mail);
    card.result.members.push_back(is_mail ? percent_decoded(member) : std::move(member));
}

/// The city; a street and a country have no place.
void take_address(Reading& card, const ContentLine&, std::string_view text) {
    constexpr std::size_t city = 3;
    card.take_first(card.person().city, part(text, ';', city), "ADR");
    const auto parts = split_escaped(text, ';');
    bool has_more = false;
    for (std::size_t index = 0; index < parts.size(); ++index)
        has_more = has_more || (index != city && !core::trim(parts[index]).empty());
    if (has_more) card.pass_over("ADR but for the city");
}

struct Take {
    std::string_view property;
    void (*take)(Reading& card, const ContentLine& line, std::string_view text);
};

constexpr std::array takes{
    Take{"VERSION", take_version},
    Take{"FN",
         [](auto& card, auto&, auto text) { card.take_first(card.name.formatted, one_line(unescape(text)), "FN"); }},
    Take{"N", [](auto& card, auto&, auto text) { take_names(card.name, text); }},
    Take{"NICKNAME", take_aliases},
    Take{"CATEGORIES", take_groups},
    Take{"EMAIL", take_email},
    Take{"TEL", take_phone},
    Take{"BDAY", take_birthday},
    Take{"ORG", take_organisation},
    Take{"TITLE", [](auto& card, auto&, auto text) { card.take_first(card.title, one_line(unescape(text)), "TITLE"); }},
    Take{"ROLE", [](auto& card, auto&, auto text) { card.take_first(card.role, one_line(unescape(text)), "ROLE"); }},
    Take{"ADR", take_address},
    Take{"URL", take_address_of_web},
    Take{"X-SOCIALPROFILE", take_profile},
    Take{"SOCIALPROFILE", take_profile},
    Take{"NOTE",
         [](auto& card, auto&, auto text) { add_paragraph(card.person().note, several_lines(unescape(text))); }},
    Take{"UID",
         [](auto& card, auto&, auto text) { card.result.uid = without_prefix(one_line(unescape(text)), "urn:uuid:"); }},
    Take{"KIND", take_kind},
    Take{"X-ADDRESSBOOKSERVER-KIND", take_kind},
    Take{"X-ABSHOWAS", [](auto& card, auto&,
                          auto text) { card.is_shown_as_company = equals_ignoring_case(core::trim(text), "COMPANY"); }},
    Take{"MEMBER", take_member},
    Take{"X-ADDRESSBOOKSERVER-MEMBER", take_member},
};

/// The first that is there; a card of a telephone may have no more than a number's owner.
std::string name_of(const Reading& card) {
    const auto& aliases = card.result.person.record.aliases;
    // What kith itself wrote is as it was.
    const auto formatted = person_of_uid(card.result.uid) ? card.name.formatted : spoken(card.name);
    for (const auto& name : {formatted, composed(card.name), aliases.empty() ? "" : aliases.front(), card.company})
        if (!is_no_name(name)) return name;
    return card.result.person.emails.empty() ? "" : card.result.person.emails.front();
}

/// As labels, but for what is the name of a group in kith itself.
void choose_groups(Reading& card) {
    if (person_of_uid(card.result.uid)) return;
    auto& person = card.person();
    for (const auto& [group, line] : card.unlabelled)
        card.left_out.push_back({line, fmt::format("group '{}': its name has no letter or digit", group)});
    KnownTexts labels;
    for (const auto& group : std::exchange(person.groups, {})) labels.add(person.groups, label(group));
}

void choose(Reading& card) {
    auto& incoming = card.result.person;
    auto& person = incoming.record;
    for (auto& email : card.emails) add_once(incoming.emails, std::move(email));
    for (const auto& number : card.phones)
        if (!add_phone(person.handles, number)) card.pass_over("TEL beyond the ninth");
    for (const auto& [network, name] : card.handles)
        if (!add_handle(person.handles, network, name)) card.pass_over("X-SOCIALPROFILE beyond the ninth");
    person.role = card.title.empty() ? card.role : card.title;
    if (!card.title.empty() && !card.role.empty() && card.title != card.role) card.pass_over("ROLE beside a TITLE");
    person.name = name_of(card);
    if (has_lost_titles(card.name, person.name)) card.pass_over("titles of N");
    if (!incoming.emails.empty()) person.email = incoming.emails.front();
    if (person.name != card.company) person.organisation = card.company;
    choose_groups(card);
    if (card.result.kind.empty() && card.is_shown_as_company) card.result.kind = "org";
    std::erase_if(person.aliases,
                  [name = core::fold(person.name)](const auto& alias) { return core::fold(alias) == name; });
    incoming.key_kind = card.result.uid.empty() ? KeyKind::address : KeyKind::own;
    incoming.key = !card.result.uid.empty()          ? card.result.uid
                   : !person.email.empty()           ? lower(person.email)
                   : is_no_name(card.name.formatted) ? person.name
                                                     : card.name.formatted; // By which the journal may know them.
}

/// What was not taken of somebody who was, once it is known who that is.
void note_odd_values(Reading& reading, const Card& card) {
    auto& skipped = reading.result.skipped;
    const auto& name = reading.person().name;
    std::ranges::move(reading.lists.notes(reading.result.person), std::back_inserter(skipped));
    for (auto& value : reading.left_out) skipped.push_back(noted(value.line, comes_without(name, value.reason)));
    for (const auto& line : card.lines)
        if (const auto stray = stray_in(line); !stray.empty())
            skipped.push_back(
                noted(line.line, fmt::format("{} has '{}' in {}, which is no quoted-printable and stays so", name,
                                             one_line(stray), line.name)));
}

} // namespace

bool is_wanted_of_card(std::string_view name) {
    return name == "BEGIN" || name == "END" || name == "PRODID" ||
           std::ranges::find(takes, name, &Take::property) != takes.end();
}

CardPerson person_of(const Card& card) {
    Reading reading;
    reading.result.person.line = card.line;
    reading.result.passed_over = card.passed_over;
    for (const auto* line : in_order_of_preference(card.lines)) {
        const auto take = std::ranges::find(takes, std::string_view(line->name), &Take::property);
        if (take == takes.end()) continue;
        if (auto assumed = assumed_encoding(*line); !assumed.empty()) reading.result.encoding = std::move(assumed);
        if (const auto text = decoded(*line))
            take->take(reading, *line, *text);
        else
            reading.result.problems.push_back({line->line, reason_undecoded(*line)});
    }
    std::ranges::stable_sort(reading.result.problems, {}, &Skipped::line);
    choose(reading);
    note_odd_values(reading, card);
    return std::move(reading.result);
}

} // namespace kith::exchange
