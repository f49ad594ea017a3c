#include "kith/exchange/anonymous.hpp"

#include "kith/core/phrase.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <vector>

namespace kith::exchange {
namespace {

bool is_digit(char sign) {
    return sign >= '0' && sign <= '9';
}

/// As long as the text, and nothing of it but blanks and marks: `Coffee with Ana, 2 pm` becomes `xxxxxx xxxx xxx, 0
/// xx`.
void mask(std::string& text) {
    const auto goes_on = [](char sign) { return (static_cast<unsigned char>(sign) & 0xC0U) == 0x80U; };
    std::erase_if(text, goes_on); // Of each character its first byte is left.
    for (char& sign : text) {
        const bool is_letter = (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
        if (is_digit(sign))
            sign = '0';
        else if (is_letter || static_cast<unsigned char>(sign) >= 0x80)
            sign = 'x';
    }
}

/// Values of a closed set say nothing; what somebody wrote in their place may.
void mask_unknown(std::string& value, const std::vector<std::string>& known) {
    if (std::ranges::find(known, value) == known.end()) mask(value);
}

/// Networks say nothing of who is on them; any other word may.
bool is_known_network(std::string_view network) {
    constexpr std::array<std::string_view, 23> known{
        "bluesky",   "codeberg", "discord",  "email",  "facebook", "fediverse", "github",  "gitlab",
        "instagram", "linkedin", "mastodon", "matrix", "medium",   "phone",     "signal",  "telegram",
        "threads",   "tiktok",   "website",  "x",      "xing",     "youtube",   "whatsapp"};
    if (const auto dash = network.rfind('-');
        dash != network.npos && dash + 2 == network.size() && is_digit(network.back()))
        network = network.substr(0, dash); // A second of its kind: `phone-2`.
    return std::ranges::find(known, network) != known.end();
}

/// Which of its kind a network is: 1 of `phone`, 2 of `phone-2`.
int place_of(std::string_view network) {
    const auto dash = network.rfind('-');
    return dash == network.npos ? 1 : network.back() - '0';
}

/// What is said in the place of a handle on a network that is known: an address or a number where the other is one, and
/// nobody's: the names of `example.org` are reserved, and no country's number begins with a 0.
std::string handle_of_nobody(std::string_view network, const std::string& own) {
    const auto kind = network.substr(0, network.find('-'));
    const auto place = place_of(network);
    const auto name = "person-" + own + (place == 1 ? "" : fmt::format("-{}", place));
    if (kind == "email") return name + "@example.org";
    if (kind == "website") return "https://example.org/" + name;
    return kind == "phone" ? fmt::format("+00 000 {:0>4}{}", own, place) : "person-" + own;
}

} // namespace

Anonymiser::Anonymiser(const core::People& people, std::span<const core::Event> events,
                       const core::Strategy& strategy) {
    for (const auto& person : people.all()) (void)number("person", person.id.empty() ? person.name : person.id.text);
    for (const auto& event : events) (void)number("event", event.id.empty() ? event.name : event.id.text);
    for (auto& channel : core::channels({})) channels_.insert(std::move(channel));
    for (auto& channel : core::channels(strategy)) {
        if (is_known_network(channel)) channels_.insert(channel);
        replace_channel(channel); // Numbers it by its place in the strategy.
    }
    // The rest by where the journal has it first, whatever of it is exported.
    for (const auto& person : people.all()) (void)(*this)(person);
    for (const auto& group : people.groups()) (void)(*this)(group);
    for (const auto& event : events) (void)(*this)(event);
    (void)(*this)(strategy);
}

std::size_t Anonymiser::number(const std::string& kind, const std::string& text) {
    const auto [found, is_new] = numbers_.emplace(std::pair(kind, text), 0);
    if (is_new) found->second = ++last_[kind];
    return found->second;
}

void Anonymiser::replace(std::string& text, const std::string& kind, const std::string& prefix) {
    if (!text.empty()) text = prefix + std::to_string(number(kind, text));
}

void Anonymiser::replace_id(std::string& id, const std::string& kind) {
    replace(id, kind, kind + "-");
}

template<class Of> void Anonymiser::replace_ids(std::vector<core::Id<Of>>& ids, const std::string& kind) {
    for (auto& id : ids) replace_id(id.text, kind);
}

void Anonymiser::replace_all(std::vector<std::string>& texts, const std::string& kind) {
    for (auto& text : texts) replace_id(text, kind);
}

void Anonymiser::replace_channel(std::string& channel) {
    if (!channels_.contains(channel)) replace_id(channel, "channel");
}

core::Person Anonymiser::operator()(core::Person person) {
    const auto own = std::to_string(number("person", person.id.empty() ? person.name : person.id.text));
    if (!person.id.empty()) person.id.text = "person-" + own;
    if (!person.name.empty()) person.name = "Person " + own;
    if (!person.email.empty()) person.email = "person-" + own + "@example.org";
    for (auto& handle : person.handles) {
        const bool is_known = is_known_network(handle.first);
        handle.second = is_known ? handle_of_nobody(handle.first, own) : "person-" + own;
        if (!is_known) replace_id(handle.first, "network");
    }
    for (auto& alias : person.aliases) replace(alias, "alias", "Alias ");
    replace_ids(person.was, "person");
    replace_all(person.groups, "group");
    replace_id(person.met_at.text, "event");
    replace(person.organisation, "organisation", "Organisation ");
    replace(person.role, "role", "Role ");
    replace(person.city, "place", "Place ");
    mask(person.note);
    person.birthday.clear();
    person.imported.clear();
    return person;
}

core::Group Anonymiser::operator()(core::Group group) {
    replace_id(group.name, "group");
    return group;
}

core::Interaction Anonymiser::operator()(core::Interaction interaction) {
    replace_id(interaction.id.text, "interaction");
    replace_id(interaction.closes.text, "followup");
    replace_ids(interaction.with, "person");
    replace_channel(interaction.channel);
    mask_unknown(interaction.mode, {"online", "in-person"});
    mask_unknown(interaction.kind, core::interaction_kinds());
    mask_unknown(interaction.by, {"me", "them"});
    mask_unknown(interaction.help, core::help_values());
    replace_id(interaction.event.text, "event");
    replace_all(interaction.tags, "tag");
    mask(interaction.note);
    replace(interaction.url, "url", "https://example.org/");
    interaction.imported.clear();
    return interaction;
}

core::Event Anonymiser::operator()(core::Event event) {
    const auto own = std::to_string(number("event", event.id.empty() ? event.name : event.id.text));
    if (!event.id.empty()) event.id.text = "event-" + own;
    if (!event.name.empty()) event.name = "Event " + own;
    replace(event.place, "place", "Place ");
    replace(event.url, "url", "https://example.org/");
    mask(event.goal);
    mask_unknown(event.status, core::event_statuses());
    replace_ids(event.met, "person");
    replace_all(event.tags, "tag");
    mask(event.note);
    event.imported.clear();
    return event;
}

core::Followup Anonymiser::operator()(core::Followup followup) {
    replace_id(followup.id.text, "followup");
    for (auto* entry : {&followup.origin, &followup.closed_by}) replace_id(entry->text, "interaction");
    replace_ids(followup.with, "person");
    mask_unknown(followup.action, core::followup_actions());
    mask(followup.note);
    replace_id(followup.event.text, "event");
    const bool is_strict = followup.every.starts_with('+');
    if (!core::parse_period(std::string_view(followup.every).substr(is_strict ? 1 : 0))) mask(followup.every);
    followup.imported.clear();
    return followup;
}

core::AgendaItem Anonymiser::operator()(core::AgendaItem item) {
    const bool is_computed = item.source != core::Source::written;
    item.followup = (*this)(std::move(item.followup));
    if (is_computed && !item.followup.with.empty())
        item.followup.id.text =
            "@" + item.followup.with.front().text + (item.source == core::Source::birthday ? "/birthday" : "");
    if (item.last.contact) item.last.contact = std::make_shared<const core::Interaction>((*this)(*item.last.contact));
    item.why.clear();
    return item;
}

core::People Anonymiser::operator()(const core::People& people) {
    std::vector<core::Person> persons;
    std::vector<core::Group> groups;
    for (const auto& person : people.all()) persons.push_back((*this)(person));
    for (const auto& group : people.groups()) groups.push_back((*this)(group));
    return {std::move(persons), std::move(groups)};
}

core::Strategy Anonymiser::operator()(core::Strategy strategy) {
    for (auto& goal : strategy.goals) goal = anonymous(std::move(goal));
    for (auto& platform : strategy.platforms) platform = anonymous(std::move(platform));
    for (auto& post : strategy.posts) post = anonymous(std::move(post));
    for (auto& channel : strategy.channels) {
        replace_channel(channel.id);
        mask_unknown(channel.mode, {"online", "in-person"});
    }
    for (auto& audience : strategy.audiences) {
        replace_id(audience.id, "audience");
        mask(audience.text);
    }
    for (auto& topic : strategy.topics) {
        replace_id(topic.id, "topic");
        mask(topic.text);
    }
    return strategy;
}

core::Goal Anonymiser::anonymous(core::Goal goal) {
    replace_id(goal.id, "goal");
    mask(goal.text);
    return goal;
}

core::Platform Anonymiser::anonymous(core::Platform platform) {
    replace_channel(platform.id);
    replace_all(platform.goals, "goal");
    replace_all(platform.audience, "audience");
    mask(platform.note);
    return platform;
}

core::Post Anonymiser::anonymous(core::Post post) {
    replace_id(post.id.text, "post");
    mask(post.title);
    replace_channel(post.platform);
    replace_id(post.topic, "topic");
    replace(post.url, "url", "https://example.org/");
    return post;
}

} // namespace kith::exchange
