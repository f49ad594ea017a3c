#include "selection.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "agenda_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <tuple>

namespace kith::commands {
namespace {

Subject subject_of(const core::Event& event) {
    Subject subject;
    subject.people = event.met;
    subject.kind = event.status.empty() ? "planned" : event.status;
    subject.tags = event.tags;
    subject.event = event.id;
    subject.days = core::DateRange{core::first_day(event), core::last_day(event)};
    subject.text = core::join(std::vector<std::string>{event.name, event.place, event.goal, event.note}, "\n");
    return subject;
}

Subject subject_of(const core::AgendaItem& item, const core::Strategy& strategy) {
    Subject subject;
    subject.people = item.followup.with;
    subject.kind = item.followup.action;
    subject.event = item.followup.event;
    subject.days = core::DateRange{item.followup.due.date, item.followup.due.date};
    subject.text = item.followup.note;
    if (!item.last.contact) return subject;
    subject.channel = item.last.contact->channel;
    subject.tags = item.last.contact->tags;
    subject.mode = core::mode_of(*item.last.contact, strategy);
    return subject;
}

std::vector<core::AgendaItem> items_of(const FollowupChoice& choice, Session& session) {
    if (choice.closed) return closed_agenda(session);
    if (choice.due) return pressing_agenda(session);
    if (choice.overdue) {
        auto items = pressing_agenda(session);
        std::erase_if(items, [](const core::AgendaItem& item) { return item.state != core::State::overdue; });
        return items;
    }
    auto items = open_agenda(session);
    if (choice.all) std::ranges::move(closed_agenda(session), std::back_inserter(items));
    if (!choice.upcoming) return items;
    const auto until = core::add(session.today(), core::require_period(*choice.upcoming, "--upcoming"));
    std::erase_if(items, [until](const core::AgendaItem& item) {
        return item.state != core::State::upcoming || item.followup.due.date > until;
    });
    return items;
}

bool asks_for_contact(const FilterOptions& options) {
    return options.via || options.mode || options.kind || options.tag || options.since || options.until;
}

} // namespace

void declare_choice(CLI::App& app, EventChoice& choice) {
    flag(app, "--upcoming", choice.upcoming, "those not over yet");
    flag(app, "--past", choice.past, "those that are over");
    declare_filters(app, choice.filters);
}

void declare_choice(CLI::App& app, FollowupChoice& choice) {
    flag(app, "--due", choice.due, "overdue, due today, and birthdays that are near");
    flag(app, "--overdue", choice.overdue, "overdue only");
    option(app, "--upcoming", choice.upcoming, "PERIOD", "due after today, up to this long ahead");
    flag(app, "--open", choice.open, "everything that is not closed; so unless told");
    flag(app, "--closed", choice.closed, "what is done or dropped");
    flag(app, "--all", choice.all, "open and closed");
    declare_filters(app, choice.filters);
}

std::vector<core::Interaction> chosen_interactions(const Filter& filter, Session& session) {
    const auto needles = filter.needles();
    auto interactions = session.journal().interactions(filter.days(), needles);
    std::erase_if(interactions, [&](const core::Interaction& interaction) {
        return !filter.passes(subject_of(interaction, session.journal().strategy()));
    });
    filter.limit_to_newest(interactions);
    return interactions;
}

std::vector<core::Event> chosen_events(const EventChoice& choice, Session& session) {
    if (choice.upcoming && choice.past) core::fail_usage("--upcoming and --past exclude each other");
    const Filter filter(choice.filters, session, session.past(), core::event_statuses());
    auto events = session.journal().events();
    std::erase_if(events, [&](const core::Event& event) {
        const bool is_past = core::last_day(event) < session.today();
        return (choice.upcoming && is_past) || (choice.past && !is_past) || !filter.passes(subject_of(event));
    });
    filter.limit_to_newest(events);
    return events;
}

std::vector<core::AgendaItem> chosen_items(const FollowupChoice& choice, Session& session) {
    const int choices = int{choice.due} + int{choice.overdue} + int{choice.open} + int{choice.closed} +
                        int{choice.all} + int{choice.upcoming.has_value()};
    if (choices > 1) core::fail_usage("--due, --overdue, --upcoming, --open, --closed and --all exclude each other");
    const Filter filter(choice.filters, session, session.past(), core::followup_actions());
    auto items = items_of(choice, session);
    std::erase_if(items, [&](const core::AgendaItem& item) {
        return !filter.passes(subject_of(item, session.journal().strategy()));
    });
    if (choice.closed)
        filter.limit_to_newest(items);
    else
        filter.limit_to_first(items);
    return items;
}

std::vector<PersonView> chosen_people(const FilterOptions& options, bool with_contacts, Session& session) {
    const Filter filter(options, session, session.past(), core::interaction_kinds());
    std::vector<PersonView> views;
    for (const auto& person : session.people().all()) views.push_back({person, nullptr, std::nullopt});
    const auto drop_others = [&] {
        std::erase_if(views, [&](const PersonView& view) { return !filter.passes(subject_of(view, session)); });
    };
    // The log is read for those only who pass by what their record says.
    if (!asks_for_contact(options)) drop_others();
    if (with_contacts || asks_for_contact(options)) {
        std::vector<core::Person> people;
        for (auto& view : views) people.push_back(std::move(view.person));
        views = views_of(people, session);
        drop_others();
    }
    std::ranges::stable_sort(
        views, {}, [](const PersonView& view) { return std::tuple(core::fold(view.person.name), view.person.id); });
    filter.limit_to_first(views);
    return views;
}

} // namespace kith::commands
