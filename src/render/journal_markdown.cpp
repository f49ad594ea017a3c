#include "kith/render/journal_markdown.hpp"

#include "kith/core/text.hpp"
#include "kith/render/agenda.hpp"

#include "dates.hpp"
#include "markdown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

namespace kith::render {
namespace {

using Parts = std::vector<std::string>;

void add(Parts& parts, std::string_view before, const std::string& text) {
    if (!text.empty()) parts.push_back(std::string(before) + escape_markdown(text));
}

std::string bullets(const Parts& parts) {
    std::string text;
    for (const auto& part : parts) text += "- " + part + '\n';
    return text.empty() ? text : '\n' + text;
}

/// A line of a text, in which a tab is as good as a blank.
std::string text_line(std::string_view line) {
    std::string text(core::trim(line));
    std::ranges::replace(text, '\t', ' ');
    return escape_markdown(text);
}

/// A text of several lines stays so.
std::string paragraph(std::string_view text) {
    std::string lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines += text_line(text.substr(0, end)) + '\n';
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines.empty() ? lines : '\n' + lines;
}

/// The same within an item of a list: the lines after the first are set in.
std::string in_item(std::string_view text) {
    std::string item;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto line = text_line(text.substr(0, end));
        if (!line.empty()) item += (item.empty() ? "" : "\n  ") + line;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return item;
}

std::string line(const std::string& text) {
    return text.empty() ? text : '\n' + text + '\n';
}

std::string names_of(const std::vector<core::PersonId>& ids, const core::People& people) {
    Parts names;
    for (const auto& id : ids) names.push_back(people.name_of(id));
    return core::join(names, ", ");
}

Parts tags_of(const std::vector<std::string>& tags) {
    Parts parts;
    for (const auto& tag : tags) parts.push_back(escape_markdown("#" + tag));
    return parts;
}

/// The names of the events that have one.
class EventNames {
  public:
    explicit EventNames(std::span<const core::Event> events) {
        for (const auto& event : events)
            if (!event.id.empty() && !event.name.empty()) names_.emplace(event.id.text, event.name);
    }
    [[nodiscard]] const std::string& name_of(const core::EventId& id) const {
        const auto found = names_.find(id.text);
        return found == names_.end() ? id.text : found->second;
    }

  private:
    std::map<std::string_view, const std::string&> names_;
};

std::string met_in_words(const core::Person& person, const EventNames& events) {
    const auto at = person.met_at.empty() ? std::string{} : "at " + events.name_of(person.met_at);
    if (!person.met || at.empty()) return person.met ? in_full(*person.met) : at;
    return in_full(*person.met) + " " + at;
}

std::string section_of(const core::Person& person, const EventNames& events) {
    Parts first;
    for (const auto* text : {&person.role, &person.organisation, &person.city}) add(first, "", *text);
    Parts rest;
    add(rest, "also called ", core::join(person.aliases, ", "));
    add(rest, "in ", core::join(person.groups, ", "));
    if (person.every) rest.push_back("every " + core::to_words(*person.every));
    add(rest, "met ", met_in_words(person, events));
    add(rest, "", person.email);
    for (const auto& [network, name] : person.handles) rest.push_back(escape_markdown(network + " " + name));
    add(rest, "birthday ", person.birthday);
    const auto& name = person.name.empty() ? person.id.text : person.name;
    return "\n## " + escape_markdown(name) + '\n' + line(core::join(first, ", ")) + bullets(rest) +
           paragraph(person.note);
}

std::string month_of(core::Date date) {
    return fmt::format("{} {}", month_name(date), core::year_of(date));
}

std::string line_of(const core::Interaction& interaction, const core::People& people, const EventNames& events) {
    Parts about;
    add(about, "", interaction.kind);
    add(about, "help ", interaction.help);
    if (core::is_attempt(interaction)) about.emplace_back("no answer");
    if (interaction.minutes) about.push_back(fmt::format("{} min", *interaction.minutes));
    add(about, "", events.name_of(interaction.event));
    for (auto& tag : tags_of(interaction.tags)) about.push_back(std::move(tag));
    add(about, "", interaction.url);
    std::string text = "- " + in_full(interaction.date);
    if (!interaction.channel.empty()) text += " · " + escape_markdown(interaction.channel);
    if (!interaction.with.empty()) text += " · **" + escape_markdown(names_of(interaction.with, people)) + "**";
    if (!interaction.note.empty()) text += ": " + in_item(interaction.note);
    if (!about.empty()) text += " (" + core::join(about, ", ") + ")";
    return text + '\n';
}

std::string section_of(const core::Event& event, const core::People& people) {
    Parts first{in_full(event)};
    add(first, "", event.place);
    add(first, "", event.status);
    Parts rest;
    add(rest, "goal: ", event.goal);
    add(rest, "met ", names_of(event.met, people));
    add(rest, "", event.url);
    if (const auto tags = tags_of(event.tags); !tags.empty()) rest.push_back(core::join(tags, ", "));
    const auto& name = event.name.empty() ? event.id.text : event.name;
    return "\n## " + escape_markdown(name) + '\n' + line(core::join(first, " · ")) + bullets(rest) +
           paragraph(event.note);
}

std::string line_of(const core::AgendaItem& item, const core::People& people) {
    const auto& followup = item.followup;
    std::string text = "- " + in_full(followup.due);
    if (!followup.with.empty()) text += " · **" + escape_markdown(names_of(followup.with, people)) + "**";
    text += ": " + in_item(what_of(item));
    if (!item.why.empty()) text += " (" + escape_markdown(item.why) + ")";
    if (followup.done) text += ", done " + in_full(*followup.done);
    if (followup.dropped) text += ", dropped " + in_full(*followup.dropped);
    return text + '\n';
}

void add_day(std::string& text, std::string_view before, const std::optional<core::Date>& day) {
    if (day) text += fmt::format(", {} {}", before, in_full(*day));
}

std::string line_of(const core::Goal& goal) {
    auto text = escape_markdown(goal.text);
    add_day(text, "by", goal.by);
    add_day(text, "done", goal.done);
    return text;
}

std::string line_of(const core::Platform& platform) {
    auto text = escape_markdown(platform.id);
    if (platform.per_week) text += fmt::format(", {} a week", *platform.per_week);
    return platform.note.empty() ? text : text + ": " + escape_markdown(platform.note);
}

std::string line_of(const core::Post& post) {
    auto text = escape_markdown(post.title);
    if (!post.platform.empty()) text += ", " + escape_markdown(post.platform);
    add_day(text, "planned for", post.on);
    add_day(text, "published", post.published);
    add_day(text, "dropped", post.dropped);
    return post.url.empty() ? text : text + ", " + escape_markdown(post.url);
}

std::string line_of(const core::Channel& channel) {
    return escape_markdown(channel.id + ", " + channel.mode);
}

std::string line_of(const core::Audience& audience) {
    return escape_markdown(audience.text);
}

std::string line_of(const core::Topic& topic) {
    return escape_markdown(topic.text);
}

template<class Record> std::string section(std::string_view heading, const std::vector<Record>& records) {
    Parts lines;
    for (const auto& record : records) lines.push_back(line_of(record));
    return lines.empty() ? std::string{} : fmt::format("\n## {}\n{}", heading, bullets(lines));
}

std::string_view heading_of(core::State state) {
    switch (state) {
    case core::State::overdue:
        return "Overdue";
    case core::State::due:
        return "Due";
    case core::State::upcoming:
        return "Upcoming";
    case core::State::closed:
        break;
    }
    return "Closed";
}

} // namespace

std::string people_in_markdown(std::span<const core::Person> persons, std::span<const core::Event> events) {
    const EventNames names(events);
    std::string text = "# People\n";
    for (const auto& person : persons) text += section_of(person, names);
    return text;
}

std::string log_in_markdown(std::span<const core::Interaction> interactions, const core::People& people,
                            std::span<const core::Event> events) {
    const EventNames names(events);
    std::string text = "# Log\n";
    std::string month;
    for (const auto& interaction : interactions) {
        const auto own = month_of(interaction.date.date);
        if (own != month) text += fmt::format("\n## {}\n\n", own);
        month = own;
        text += line_of(interaction, people, names);
    }
    return text;
}

std::string events_in_markdown(std::span<const core::Event> events, const core::People& people) {
    std::string text = "# Events\n";
    for (const auto& event : events) text += section_of(event, people);
    return text;
}

std::string agenda_in_markdown(std::span<const core::AgendaItem> items, const core::People& people) {
    std::string text = "# Follow-ups\n";
    std::optional<core::State> state;
    for (const auto& item : items) {
        if (item.state != state) text += fmt::format("\n## {}\n\n", heading_of(item.state));
        state = item.state;
        text += line_of(item, people);
    }
    return text;
}

std::string strategy_in_markdown(const core::Strategy& strategy) {
    Parts targets;
    const auto& [in_person, per_week, events_per_month] = strategy.targets;
    if (in_person) targets.push_back(fmt::format("{}% in person", *in_person));
    if (per_week) targets.push_back(fmt::format("{} in person a week", *per_week));
    if (events_per_month)
        targets.push_back(fmt::format("{} {} a month", *events_per_month, *events_per_month == 1 ? "event" : "events"));
    return "# Strategy\n" + bullets(targets) + section("Goals", strategy.goals) +
           section("Audiences", strategy.audiences) + section("Platforms", strategy.platforms) +
           section("Topics", strategy.topics) + section("Channels", strategy.channels) +
           section("Posts", strategy.posts);
}

} // namespace kith::render
