#include "kith/core/day_and_time.hpp"
#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "agenda_view.hpp"
#include "event_show.hpp"
#include "filters.hpp"
#include "person_verbs.hpp"
#include "person_view.hpp"
#include "present.hpp"
#include "selection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace kith::commands {
namespace {

int list(const FilterOptions& options, bool with_exit_code, Session& session) {
    const auto views = chosen_people(options, true, session);
    Listing listing{person_keys(), views.size(), {}, {}, "nobody"};
    listing.fields = [&](std::size_t i) { return fields_of(views[i]); };
    listing.text = [&] {
        std::vector<render::Row> rows;
        for (const auto& view : views) rows.push_back(row_of(view, session));
        return render::to_text(rows, session.layout());
    };
    return session.show(listing, with_exit_code);
}

Action bind_list(CLI::App& app) {
    auto given = std::make_shared<std::pair<FilterOptions, bool>>();
    declare_filters(app, given->first);
    flag(app, "--exit-code", given->second, "exit with 10 where the list is not empty");
    return [given](Session& session) { return list(given->first, given->second, session); };
}

struct Happening {
    core::Date date;
    render::Row row;
};

std::vector<Happening> entries_with(const core::Person& person, Session& session) {
    const auto prefixes = entry_prefixes(core::all_days, session);
    std::vector<Happening> happenings;
    for (const auto& interaction : interactions_with(person, session))
        happenings.push_back({interaction.date.date, row_of(interaction, prefixes, session)});
    return happenings;
}

std::vector<Happening> events_with(const core::Person& person, Session& session) {
    std::vector<Happening> happenings;
    for (const auto& event : session.journal().events()) {
        const bool is_there =
            core::names_person(event.met, person, session.people()) || (!event.id.empty() && event.id == person.met_at);
        if (!is_there) continue;
        happenings.push_back({core::first_day(event),
                              {id_cell(event.id.text),
                               day_cell(core::to_short_text(event.start, session.today())),
                               distance_cell(distance_in_words(event, session.today())),
                               {"event"},
                               {}, // It has no mode.
                               {event.name, render::Style::strong},
                               {event.place}}});
    }
    return happenings;
}

std::string section(std::string_view title, const std::string& lines, Session& session) {
    if (lines.empty()) return {};
    return "\n" + render::paint(title, render::Style::heading, session.layout()) + "\n" + lines;
}

std::string timeline(const core::Person& person, Session& session) {
    auto happenings = events_with(person, session);
    const auto entries = entries_with(person, session);
    happenings.insert(happenings.end(), entries.begin(), entries.end());
    std::ranges::stable_sort(happenings, {}, &Happening::date);
    std::vector<render::Row> rows;
    for (auto& happening : happenings) rows.push_back(std::move(happening.row));
    return section("Timeline", render::to_text(rows, session.layout()), session);
}

std::string what_is_open(const core::Person& person, Session& session) {
    auto items = open_agenda(session);
    std::erase_if(items, [&](const core::AgendaItem& item) {
        return !core::names_person(item.followup.with, person, session.people());
    });
    return section("Open", to_text(items, session, session.layout()), session);
}

int show(const Texts& words, Session& session) {
    if (words.empty()) core::fail_usage("'kith person show' needs a person", "who there is: kith person list");
    const auto& person = session.people().require(core::join(words, " "));
    const auto fields = fields_of(views_of({person}, session).front());
    const bool is_for_people = !session.options().json && !session.options().format;
    std::string text;
    if (is_for_people) text = to_text(fields, session) + timeline(person, session) + what_is_open(person, session);
    return session.show(fields, person_keys(), text);
}

Action bind_show(CLI::App& app) {
    auto given = std::make_shared<Texts>();
    words(app, "WHO", *given, "an id, a name, an alias, an e-mail address, or a part of a name");
    return [given](Session& session) { return show(*given, session); };
}

} // namespace

std::vector<Command> person_showing_commands() {
    return {
        {"person", "[FILTERS]", "the people you know; alone, all of them by name", "", "kith person", bind_list},
        {"person list", "[FILTERS]", "the people, by name",
         "--event is where they were met. --via, --mode, --kind, --tag, --since and --until look at the last contact. "
         "--limit keeps the first.",
         "kith person list --group mentors --until 2m", bind_list},
        {"person show", "WHO", "a person, and all that happened with them",
         "The record, then every entry and event with them, oldest first, and what is open. --json has the record with "
         "last_contact and due.",
         "kith person show ana", bind_show},
    };
}

} // namespace kith::commands
