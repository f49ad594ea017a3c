#include "event_show.hpp"

#include "kith/core/day_and_time.hpp"
#include "kith/core/error.hpp"
#include "kith/core/report.hpp"
#include "kith/core/text.hpp"

#include "drawing.hpp"
#include "filters.hpp"
#include "present.hpp"
#include "sections.hpp"
#include "selection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace kith::commands {
namespace {

struct ListOptions {
    EventChoice choice;
    bool with_exit_code = false;
};

int list(const ListOptions& options, Session& session) {
    const auto events = chosen_events(options.choice, session);
    Listing listing{core::keys_of<core::Event>(), events.size(), {}, {}, "no events"};
    listing.fields = [&](std::size_t i) { return core::to_fields(events[i]); };
    listing.text = [&] {
        std::vector<render::Row> rows;
        for (const auto& event : events) rows.push_back(row_of(event, session));
        return render::to_text(rows, session.layout());
    };
    return session.show(listing, options.with_exit_code);
}

Action bind_list(CLI::App& app) {
    auto given = std::make_shared<ListOptions>();
    declare_choice(app, given->choice);
    flag(app, "--exit-code", given->with_exit_code, "exit with 10 where the list is not empty");
    return [given](Session& session) { return list(*given, session); };
}

Action bind_upcoming(CLI::App& app) {
    auto given = std::make_shared<ListOptions>();
    given->choice.upcoming = true;
    declare_filters(app, given->choice.filters);
    flag(app, "--exit-code", given->with_exit_code, "exit with 10 where the list is not empty");
    return [given](Session& session) { return list(*given, session); };
}

/// Of one person met: new or known, and how it went on.
std::string came_of(const core::PersonId& person, const core::Event& event,
                    const std::vector<core::Followup>& followups, bool is_followed_up, Session& session) {
    const auto* known = session.people().find(person);
    std::string text = known != nullptr && known->met_at == event.id ? "new" : "known";
    if (is_followed_up) return text + ", followed up";
    for (const auto& followup : followups) {
        const bool is_theirs =
            std::ranges::any_of(followup.with, [&](const auto& id) { return session.people().resolve(id) == person; });
        if (followup.event == event.id && is_theirs && core::is_open(followup))
            return text + fmt::format(", follow-up {} {}", followup.id.text,
                                      core::to_relative_text(followup.due.date, session.today()));
    }
    return text + ", no follow-up yet";
}

std::string text_of(const core::Event& event, Session& session) {
    auto fields = core::to_fields(event);
    std::erase_if(fields, [](const core::Field& field) { return field.key == "met"; });
    std::string text = to_text(fields, session);
    if (event.met.empty()) return text;
    const auto followups = session.journal().followups();
    const auto interactions =
        session.journal().interactions({core::first_day(event), std::max(core::last_day(event), session.today())});
    std::vector<render::Row> rows;
    for (const auto& id : event.met) {
        core::Event alone = event;
        alone.met = {id};
        const bool is_followed_up =
            core::event_figures(alone, interactions, followups, session.people(), session.today()).followed_up > 0;
        rows.push_back({{"met"},
                        {session.people().name_of(id), render::Style::strong},
                        {came_of(session.people().resolve(id), event, followups, is_followed_up, session)}});
    }
    text += "\n" + whole_rows(rows, session.layout()) + "\n";
    const auto figures = core::event_figures(event, interactions, followups, session.people(), session.today());
    auto came = fmt::format("met {} ({} new), {} followed up", figures.met, figures.met_new, figures.followed_up);
    if (figures.median_lag_days)
        came +=
            fmt::format(", median after {} day{}", *figures.median_lag_days, *figures.median_lag_days == 1 ? "" : "s");
    return text + paragraph(came, session.layout());
}

Action bind_show(CLI::App& app) {
    auto given = std::make_shared<Texts>();
    words(app, "ID", *given, "the event's id, or a part of its id or name");
    return [given](Session& session) {
        if (given->size() != 1) core::fail_usage("'kith event show' takes one id", "ids are in 'kith event list'");
        const auto event = session.journal().require_event(given->front()).record;
        const bool is_for_people = !session.options().json && !session.options().format;
        return session.show(core::to_fields(event), core::keys_of<core::Event>(),
                            is_for_people ? text_of(event, session) : "");
    };
}

} // namespace

std::string days_in_words(const core::Event& event, core::Date today) {
    const auto start = core::to_short_text(event.start, today);
    const auto last = core::last_day(event);
    const auto clock = event.end ? event.end->time : std::nullopt;
    if (last != event.start.date) {
        const bool is_at_midnight = event.end->date != last; // That is, after this day.
        return start + " to " + core::to_short_text({last, is_at_midnight ? std::nullopt : clock}, today);
    }
    const bool has_length = event.start.time && clock && *event.end != event.start;
    return has_length ? start + " to " + core::to_clock_text(*clock) : start;
}

std::string distance_in_words(const core::Event& event, core::Date today) {
    const auto first = core::first_day(event), last = core::last_day(event);
    if (first < today && today <= last) return "now";
    return core::to_relative_text(last < today ? last : first, today);
}

render::Row row_of(const core::Event& event, Session& session) {
    using render::Style;
    const std::string status = event.status.empty() ? "planned" : event.status;
    std::string met = event.met.empty() ? "" : fmt::format("met {}", event.met.size());
    if (!event.goal.empty()) met.append(met.empty() ? "" : between_texts(session)).append(event.goal);
    return {id_cell(event.id.text),
            day_cell(days_in_words(event, session.today())),
            distance_cell(distance_in_words(event, session.today())),
            {event.name, Style::strong},
            {event.place, Style::plain, render::Narrow::goes},
            {status},
            {met, Style::plain, render::Narrow::goes_last}};
}

std::vector<Command> event_showing_commands() {
    return {
        {"event", "[FILTERS]", "where you meet people; alone, the events not over yet", "", "kith event",
         bind_upcoming},
        {"event list", "[FILTERS]", "the events, oldest first", "", "kith event list --upcoming", bind_list},
        {"event show", "ID", "an event, whom you met there and what came of it", "", "kith event show rustconf-2026",
         bind_show},
    };
}

} // namespace kith::commands
