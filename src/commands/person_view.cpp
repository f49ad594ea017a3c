#include "person_view.hpp"

#include "kith/core/agenda.hpp"
#include "kith/core/text.hpp"

#include "present.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace kith::commands {
namespace {

std::string cadence_in_words(const core::Person& person, Session& session) {
    const auto cadence = session.people().cadence_of(person);
    if (!cadence) return {};
    const std::string every = "every " + core::to_words(cadence->every);
    return cadence->group.empty() ? every : fmt::format("{} ({})", every, cadence->group);
}

std::string texts_of(const core::Person& person) {
    std::vector<std::string> texts{person.id.text, person.name,  person.organisation, person.role,
                                   person.city,    person.email, person.note};
    texts.insert(texts.end(), person.aliases.begin(), person.aliases.end());
    texts.insert(texts.end(), person.groups.begin(), person.groups.end());
    for (const auto& [network, name] : person.handles) texts.push_back(network + " " + name);
    return core::join(texts, "\n");
}

/// The first day on which something about each person is due; birthdays come by themselves and are no duty.
std::map<core::PersonId, core::Date> due_days(const core::Contacts& contacts, Session& session) {
    const auto& people = session.journal().people();
    std::map<core::PersonId, core::Date> days;
    for (const auto& item : core::Agenda{people, session.today()}.open(
             session.journal().followups_open_since(session.today()), contacts)) {
        if (item.source == core::Source::birthday) continue;
        for (const auto& id : item.followup.with) {
            const auto [day, is_first] = days.emplace(people.resolve(id), item.followup.due.date);
            if (!is_first) day->second = std::min(day->second, item.followup.due.date);
        }
    }
    return days;
}

} // namespace

std::vector<PersonView> views_of(const std::vector<core::Person>& people, Session& session) {
    std::vector<core::PersonId> ids;
    for (const auto& person : people)
        if (!person.id.empty()) ids.push_back(person.id);
    if (ids.empty()) {
        std::vector<PersonView> views;
        for (const auto& person : people) views.push_back({person, nullptr, std::nullopt});
        return views;
    }
    const auto contacts = session.journal().contacts(ids, session.today());
    const auto due = due_days(contacts, session);
    std::vector<PersonView> views;
    for (const auto& person : people) {
        PersonView view{person, nullptr, std::nullopt};
        if (!person.id.empty()) view.last = contacts.of(person.id).contact;
        if (const auto day = due.find(person.id); day != due.end() && !person.id.empty()) view.due = day->second;
        views.push_back(std::move(view));
    }
    return views;
}

Subject subject_of(const PersonView& view, Session& session) {
    Subject subject;
    subject.people = {view.person.id};
    subject.event = view.person.met_at;
    subject.text = texts_of(view.person);
    if (!view.last) return subject;
    subject.channel = view.last->channel;
    subject.mode = core::mode_of(*view.last, session.journal().strategy());
    subject.kind = view.last->kind;
    subject.tags = view.last->tags;
    subject.days = core::DateRange{view.last->date.date, view.last->date.date};
    return subject;
}

std::vector<core::Interaction> interactions_with(const core::Person& person, Session& session) {
    if (person.id.empty()) return {};
    std::vector<std::string> needles{person.id.text};
    for (const auto& former : person.was) needles.push_back(former.text);
    auto interactions = session.journal().interactions(core::all_days, needles);
    std::erase_if(interactions, [&](const core::Interaction& each) {
        return !core::names_person(each.with, person, session.people());
    });
    return interactions;
}

core::Fields fields_of(const PersonView& view) {
    core::Fields fields = core::to_fields(view.person);
    if (view.last) fields.push_back({"last_contact", core::Moment{view.last->date.date, std::nullopt}, 0});
    if (view.due) fields.push_back({"due", core::Moment{*view.due, std::nullopt}, 0});
    return fields;
}

std::vector<std::string_view> person_keys() {
    auto keys = core::keys_of<core::Person>();
    keys.insert(keys.end(), {"last_contact", "due"});
    return keys;
}

render::Row row_of(const PersonView& view, Session& session) {
    using render::Style;
    const auto today = session.today();
    const std::string last = view.last ? "last " + core::to_relative_text(view.last->date.date, today) : "";
    const std::string due = view.due ? "due " + core::to_short_text(*view.due, today) : "";
    const bool is_late = view.due && *view.due < today;
    return {id_cell(view.person.id.text),
            {view.person.name, Style::strong},
            {core::join(view.person.groups, ", "), Style::plain, render::Narrow::goes},
            {cadence_in_words(view.person, session), Style::plain, render::Narrow::goes_last},
            day_cell(last),
            distance_cell(view.last ? core::to_short_text(view.last->date.date, today) : ""),
            day_cell(due, is_late ? Style::pressing : Style::plain),
            distance_cell(view.due ? core::to_relative_text(*view.due, today) : "")};
}

render::Row confirmation(std::string_view label, const core::Person& person, Session& session) {
    using render::Style;
    std::vector<std::string> known;
    const auto add = [&known](const std::string& text) {
        if (!text.empty()) known.push_back(text);
    };
    add(cadence_in_words(person, session));
    for (const auto& group : person.groups) add(group);
    add(person.organisation);
    add(person.city);
    return {
        {std::string(label)}, {person.id.text, Style::faint}, {person.name, Style::strong}, {core::join(known, ", ")}};
}

} // namespace kith::commands
