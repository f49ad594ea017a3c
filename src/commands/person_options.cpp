#include "person_options.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "present.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::commands {
namespace {

/// A key that holds one value: its option, and how it is taken off.
struct SingleKey {
    const char* name;
    Text PersonOptions::*given;
    const char* value;
    const char* help;
    void (*clear)(core::Person&);
};

constexpr std::array<SingleKey, 11> single_keys{{
    {"every", &PersonOptions::every, "PERIOD", "keep in touch at least this often",
     [](core::Person& person) { person.every.reset(); }},
    {"late", &PersonOptions::late, "PERIOD", "overdue only after this long",
     [](core::Person& person) { person.late.reset(); }},
    {"snoozed-until", &PersonOptions::snoozed_until, "DATE", "not due before this day",
     [](core::Person& person) { person.snoozed_until.reset(); }},
    {"met", &PersonOptions::met, "DATE", "the day you met", [](core::Person& person) { person.met.reset(); }},
    {"met-at", &PersonOptions::met_at, "EVENT", "the event you met at",
     [](core::Person& person) { person.met_at = {}; }},
    {"organisation", &PersonOptions::organisation, "TEXT", "where they work",
     [](core::Person& person) { person.organisation.clear(); }},
    {"role", &PersonOptions::role, "TEXT", "what they do there", [](core::Person& person) { person.role.clear(); }},
    {"city", &PersonOptions::city, "TEXT", "where they live", [](core::Person& person) { person.city.clear(); }},
    {"email", &PersonOptions::email, "ADDRESS", "their e-mail address",
     [](core::Person& person) { person.email.clear(); }},
    {"birthday", &PersonOptions::birthday, "DATE", "1990-05-02, or 05-02 without the year",
     [](core::Person& person) { person.birthday.clear(); }},
    {"note", &PersonOptions::note, "TEXT", "anything else", [](core::Person& person) { person.note.clear(); }},
}};

void refuse_controls(const std::string& text, std::string_view what) {
    if (core::escape_controls(text) != text)
        core::fail_usage(fmt::format("{} has a line break or another character in it that is not seen", what),
                         "write it on one line");
}

std::string require_line(const std::string& text, std::string_view what) {
    std::string line = require_text(text, what);
    refuse_controls(line, what);
    return line;
}

std::string require_email(const std::string& text) {
    std::string address = require_line(text, "--email");
    const auto at = address.find('@');
    const bool is_address =
        at != std::string::npos && at > 0 && at + 1 < address.size() && address.find(' ') == std::string::npos;
    if (!is_address)
        core::fail_usage(fmt::format("--email: '{}' is no e-mail address", address), "write it as ana@example.org");
    return address;
}

/// `1990-05-02`, or `05-02` for a text without a year.
std::string require_birthday(const std::string& text, Session& session) {
    const std::string_view given = core::trim(text);
    if (given.size() == 5 && core::parse_iso_date("2000-" + std::string(given))) return std::string(given);
    // A text says a full date where it means the same on any day, and a birthday where it means the same month and
    // day; `friday` does neither.
    const auto context = session.past();
    auto earlier = context;
    earlier.today = core::subtract(context.today, {1200, core::Unit::day});
    const auto date = core::parse_date(given, context);
    const auto date_then = core::parse_date(given, earlier);
    if (date && date == date_then) {
        if (date->date > context.today)
            core::fail_usage(fmt::format("--birthday: {} is still to come", core::to_text(date->date)));
        return core::to_text(date->date);
    }
    if (date && date_then) {
        const auto day = core::to_text(date->date).substr(5);
        if (day == core::to_text(date_then->date).substr(5)) return day;
    }
    core::fail_usage(fmt::format("--birthday: '{}' is no birthday", given),
                     "write it as 1990-05-02, or as 05-02 without the year");
}

std::pair<std::string, std::string> require_handle(const std::string& text) {
    const auto equals = text.find('=');
    const std::string network(core::trim(text.substr(0, equals)));
    const std::string name(core::trim(equals == std::string::npos ? "" : text.substr(equals + 1)));
    if (network.empty() || name.empty())
        core::fail_usage(fmt::format("--handle: '{}' does not say NETWORK=NAME", text),
                         "write it as linkedin=in/anasouza");
    refuse_controls(text, "--handle");
    return {network, name};
}

void set_handle(core::TextTable& handles, const std::pair<std::string, std::string>& handle) {
    const auto known = std::ranges::find(handles, handle.first, &core::TextTable::value_type::first);
    if (known == handles.end())
        handles.push_back(handle);
    else
        known->second = handle.second;
}

[[noreturn]] void fail_not_there(const core::Person& person, std::string_view what, const std::string& value,
                                 const std::vector<std::string>& there) {
    core::fail_not_found(
        fmt::format("{} has no {} '{}'", person.name.empty() ? person.id.text : person.name, what, value),
        there.empty() ? fmt::format("there is no {} at all", what) : "there are " + core::join(there, ", "));
}

std::vector<std::string> without(const core::Person& person, std::vector<std::string> texts, const Removal& removal,
                                 std::string_view what) {
    if (removal.all) return {};
    for (const auto& value : removal.values) {
        const auto is_it = [folded = core::fold(value)](const std::string& text) { return core::fold(text) == folded; };
        if (std::erase_if(texts, is_it) == 0) fail_not_there(person, what, value, texts);
    }
    return texts;
}

core::TextTable without(const core::Person& person, core::TextTable handles, const Removal& removal) {
    std::vector<std::string> networks;
    for (const auto& [network, name] : handles) networks.push_back(network);
    const auto kept = without(person, std::move(networks), removal, "handle");
    std::erase_if(handles, [&kept](const auto& handle) { return std::ranges::find(kept, handle.first) == kept.end(); });
    return handles;
}

core::Person without_removed(core::Person person, const PersonOptions& options) {
    for (std::size_t i = 0; i < single_keys.size(); ++i) {
        const auto& key = single_keys[i];
        if (!options.without[i]) continue;
        if (options.*key.given)
            core::fail_usage(fmt::format("--{} and --no-{} exclude each other", key.name, key.name));
        key.clear(person);
    }
    person.aliases = without(person, person.aliases, options.no_aliases, "alias");
    person.groups = without(person, person.groups, options.no_groups, "group");
    person.handles = without(person, person.handles, options.no_handles);
    return person;
}

void set_dates(core::Person& person, const PersonOptions& options, Session& session) {
    if (options.every) person.every = core::require_period(*options.every, "--every");
    if (options.late) person.late = core::require_period(*options.late, "--late");
    if (options.every || options.late) refuse_late_before_every(person.every, person.late, session.today());
    if (options.snoozed_until)
        person.snoozed_until = core::require_date(*options.snoozed_until, "--snoozed-until", session.future()).date;
    if (options.met) person.met = core::require_date(*options.met, "--met", session.past()).date;
    if (options.met_at) person.met_at = session.require_event_id(*options.met_at);
    if (options.birthday) person.birthday = require_birthday(*options.birthday, session);
}

} // namespace

void declare_keys(CLI::App& app, PersonOptions& person) {
    for (const auto& key : single_keys)
        option(app, fmt::format("--{}", key.name), person.*key.given, key.value, key.help);
    options(app, "--alias", person.aliases, "NAME", "another name to find them by");
    options(app, "--group", person.groups, "GROUP", "a group they are in");
    options(app, "--handle", person.handles, "NETWORK=NAME", "what they are called on a network");
    flag(app, "--another", person.another, "somebody else has the same name, and that is right");
}

void declare_removals(CLI::App& app, PersonOptions& person) {
    option(app, "--name", person.name, "NAME", "their name; the id stays as it is");
    for (std::size_t i = 0; i < single_keys.size(); ++i)
        flag(app, fmt::format("--no-{}", single_keys[i].name), person.without[i], "take it off");
    removal(app, "--no-alias", person.no_aliases, "NAME", "take this alias off, or all of them");
    removal(app, "--no-group", person.no_groups, "GROUP", "take them out of this group, or of all");
    removal(app, "--no-handle", person.no_handles, "NETWORK", "take this handle off, or all of them");
}

bool changes_anything(const PersonOptions& options) {
    const auto is_set = [&options](const SingleKey& key) { return (options.*key.given).has_value(); };
    return options.name || std::ranges::any_of(single_keys, is_set) || !options.aliases.empty() ||
           !options.groups.empty() || !options.handles.empty() ||
           std::ranges::find(options.without, true) != options.without.end() || options.no_aliases.is_asked() ||
           options.no_groups.is_asked() || options.no_handles.is_asked();
}

core::Person with_options(core::Person person, const PersonOptions& options, Session& session) {
    person = without_removed(std::move(person), options);
    if (options.name) {
        person.name = require_name(*options.name, "--name");
        refuse_namesake(person, options, session);
    }
    set_dates(person, options, session);
    if (options.organisation) person.organisation = require_line(*options.organisation, "--organisation");
    if (options.role) person.role = require_line(*options.role, "--role");
    if (options.city) person.city = require_line(*options.city, "--city");
    if (options.email) person.email = require_email(*options.email);
    if (options.note) person.note = require_text(*options.note, "--note");
    for (const auto& alias : options.aliases)
        person.aliases = merged(std::move(person.aliases), {require_name(alias, "--alias")});
    for (const auto& group : options.groups)
        person.groups = merged(std::move(person.groups), {require_group_name(group, session.people())});
    for (const auto& handle : options.handles) set_handle(person.handles, require_handle(handle));
    return person;
}

std::string require_name(std::string_view text, std::string_view what) {
    refuse_controls(std::string(core::trim(text)), what);
    std::vector<std::string> parts;
    for (const auto word : core::words(text)) parts.emplace_back(word);
    return require_text(core::join(parts, " "), what);
}

void refuse_namesake(const core::Person& person, const PersonOptions& options, Session& session) {
    if (options.another) return;
    const std::string folded = core::fold(person.name);
    for (const auto& other : session.people().all())
        if (other.id != person.id && core::fold(other.name) == folded)
            core::fail_not_found(fmt::format("{} is already there as {}", other.name, other.id.text),
                                 "give a name that tells them apart, or say --another");
}

std::string require_group_name(std::string_view text, const core::People& people) {
    std::string name = require_name(text, "the group");
    const std::string folded = core::fold(name);
    for (const auto& group : people.groups())
        if (core::fold(group.name) == folded) return group.name;
    for (const auto& person : people.all())
        for (const auto& group : person.groups)
            if (core::fold(group) == folded) return group;
    return name;
}

void refuse_late_before_every(const std::optional<core::Period>& every, const std::optional<core::Period>& late,
                              core::Date today) {
    if (every && late && core::length_in_days(*late, today) < core::length_in_days(*every, today))
        core::fail_usage(fmt::format("late after {} would come before it is due, after {}", core::to_words(*late),
                                     core::to_words(*every)),
                         "give --late a longer period than --every");
}

} // namespace kith::commands
