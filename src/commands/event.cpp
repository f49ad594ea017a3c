// kith event: where one meets people.
#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "event_met.hpp"
#include "event_show.hpp"
#include "hour.hpp"
#include "nouns.hpp"
#include "options.hpp"
#include "present.hpp"
#include "removal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <memory>
#include <optional>

namespace kith::commands {
namespace {

struct EventOptions {
    Texts words, tags;
    Text on, until, place, goal, url, note, name, id;
    std::array<bool, 6> without{};
    bool edit = false;
};

/// The keys that `--no-KEY` takes off, and how.
struct Clearing {
    const char* key;
    void (*clear)(core::Event&);
};
constexpr std::array<Clearing, 6> clearings{{{"until", [](core::Event& event) { event.end.reset(); }},
                                             {"place", [](core::Event& event) { event.place.clear(); }},
                                             {"goal", [](core::Event& event) { event.goal.clear(); }},
                                             {"url", [](core::Event& event) { event.url.clear(); }},
                                             {"note", [](core::Event& event) { event.note.clear(); }},
                                             {"tag", [](core::Event& event) { event.tags.clear(); }}}};

void declare_keys(CLI::App& app, EventOptions& event) {
    option(app, "--on", event.on, "DATE", "the first day, with a time where it has one");
    option(app, "--until", event.until, "DATE", "the last day");
    option(app, "--place", event.place, "PLACE", "where");
    option(app, "--goal", event.goal, "TEXT", "what you go for");
    option(app, "--url", event.url, "URL", "its page");
    options(app, "--tag", event.tags, "TAG", "a tag");
    option(app, "--note", event.note, "TEXT", "anything else");
}

/// The end of an event that begins at another time and is as long as before.
core::Moment moved_end(const core::Moment& end, const core::Moment& from, const core::Moment& to) {
    const core::Moment moved{end.date + (to.date - from.date), end.time};
    if (!end.time || !from.time || !to.time) return moved;
    const auto clock = *end.time + (*to.time - *from.time);
    const auto days = std::chrono::floor<std::chrono::days>(clock);
    return {moved.date + days, clock - days};
}

/// The end on a last day that is said, at the hour at which it was before. What ends at midnight ends behind that day.
core::Moment end_on(const core::Moment& last, const core::Event& before) {
    if (last.time || !before.end) return last;
    const auto behind = std::max(before.end->date - core::last_day(before), std::chrono::days{0});
    return {last.date + behind, before.end->time};
}

/// A day without a time keeps the hour that was there, but a first and a last one together are whole days. The last is
/// read as seen from the first: `--on "9 sep" --until "11 sep"`.
void move(const EventOptions& options, core::Event& event, Session& session) {
    const auto before = event;
    std::optional<core::Moment> on;
    if (options.on) on = core::require_date(*options.on, "--on", session.future());
    if (on) event.start = at_its_hour(*on, before.start);
    if (options.until) {
        auto context = session.future();
        context.today = event.start.date;
        const auto until = core::require_date(*options.until, "--until", context);
        const bool is_whole_days = on && !on->time && !until.time;
        if (is_whole_days) event.start = *on;
        event.end = is_whole_days ? until : end_on(until, before);
    } else if (on && event.end) {
        event.end = moved_end(*event.end, before.start, event.start);
    }
    if (event.end && !core::is_in_calendar(event.end->date))
        core::fail_usage("the event would end after the year 9999", "give --until");
}

/// Puts the options upon an event.
void apply(const EventOptions& options, core::Event& event, Session& session) {
    move(options, event, session);
    const bool has_times = event.end && event.end->time && event.start.time;
    if (event.end && (has_times ? *event.end < event.start : event.end->date < event.start.date))
        core::fail_usage(fmt::format("the event would end on {}, before it begins on {}", core::to_text(*event.end),
                                     core::to_text(event.start)),
                         "give a later --until");
    if (options.place) event.place = require_text(*options.place, "--place");
    if (options.goal) event.goal = require_text(*options.goal, "--goal");
    if (options.url) event.url = require_text(*options.url, "--url");
    if (options.note) event.note = *options.note;
    if (!options.tags.empty()) event.tags = options.tags;
}

/// The slug of the name, with -2, -3 where another event has it.
core::EventId new_event_id(const std::string& wanted, Session& session) {
    core::SlugIds ids("event");
    for (const auto& event : session.journal().events()) ids.take(event.id.text);
    return {ids.next(wanted)};
}

/// One of this name that begins on this day.
std::optional<core::Event> same_event(const core::Event& event, Session& session) {
    for (const auto& other : session.journal().events({event.start.date, event.start.date}))
        if (core::fold(other.name) == core::fold(event.name)) return other;
    return std::nullopt;
}

render::Row confirmation(std::string_view label, const core::Event& event, Session& session) {
    return {{std::string(label)},
            id_cell(event.id.text),
            day_cell(days_in_words(event, session.today())),
            {event.place.empty() ? event.name : event.name + ", " + event.place}};
}

std::string confirm(std::string_view label, const core::Event& event, Session& session) {
    return render::to_text({confirmation(label, event, session)}, session.layout());
}

Action bind_add(CLI::App& app) {
    auto given = std::make_shared<EventOptions>();
    words(app, "NAME", given->words, "what it is called");
    declare_keys(app, *given);
    option(app, "--id", given->id, "ID", "an id of your own; a slug of the name unless told");
    return [given](Session& session) {
        core::Event event;
        event.name = require_text(core::join(given->words, " "), "the event's name");
        if (!given->on) core::fail_usage("an event needs a day", "say it with --on");
        session.begin_writing(core::keys_of<core::Event>());
        apply(*given, event, session);
        event.id = new_event_id(given->id ? require_text(*given->id, "--id") : event.name, session);
        const auto same = same_event(event, session);
        session.journal().add(event);
        session.save();
        if (same)
            session.note(fmt::format("there is another {} on that day: {}; 'kith event remove {}' takes this one off",
                                     same->name, same->id.text, event.id.text));
        return session.answer(core::to_fields(event), core::keys_of<core::Event>(), event.id.text,
                              confirm("event", event, session));
    };
}

int edit(const EventOptions& options, Session& session) {
    if (options.words.size() != 1) core::fail_usage("'kith event edit' takes one id", "ids are in 'kith event list'");
    session.begin_writing(core::keys_of<core::Event>());
    auto& journal = session.journal();
    const auto before = journal.require_event(options.words.front()).record;
    auto after = before;
    for (std::size_t i = 0; i < clearings.size(); ++i)
        if (options.without[i]) clearings[i].clear(after);
    apply(options, after, session);
    if (options.name) after.name = require_text(*options.name, "--name");
    const bool is_unchanged = after == before;
    if (is_unchanged && !options.edit && !session.is_interactive())
        core::fail_usage("there is nothing to change", "say it as options, see 'kith event edit --help'");
    journal.change(before, after);
    if (options.edit || is_unchanged) after = session.edit_record(after);
    session.save();
    return session.answer(core::to_fields(after), core::keys_of<core::Event>(), "", confirm("changed", after, session));
}

Action bind_edit(CLI::App& app) {
    auto given = std::make_shared<EventOptions>();
    words(app, "ID", given->words, "the event's id, or a part of its id or name");
    option(app, "--name", given->name, "NAME", "what it is called");
    declare_keys(app, *given);
    for (std::size_t i = 0; i < clearings.size(); ++i)
        flag(app, std::string("--no-") + clearings[i].key, given->without[i], "take it off");
    flag(app, "--edit", given->edit, "open the record in the editor");
    return [given](Session& session) { return edit(*given, session); };
}

/// The events that the ids name; all of them or a Failure.
std::vector<core::Event> require_events(const Texts& ids, std::string_view command, Session& session) {
    if (ids.empty())
        core::fail_usage(fmt::format("'kith event {}' needs an id", command), "ids are in 'kith event list'");
    std::vector<core::Event> events;
    for (const auto& id : ids) {
        auto event = session.journal().require_event(id).record;
        if (std::ranges::find(events, event) == events.end()) events.push_back(std::move(event));
    }
    return events;
}

std::vector<render::Row> confirmations(std::string_view label, const std::vector<core::Event>& events,
                                       Session& session) {
    std::vector<render::Row> rows;
    for (const auto& event : events) rows.push_back(confirmation(label, event, session));
    return rows;
}

int answer(const std::vector<core::Event>& events, std::string_view label, Session& session) {
    std::vector<core::Fields> records;
    for (const auto& event : events) records.push_back(core::to_fields(event));
    const auto& wanted = session.options();
    if (wanted.quiet && !wanted.json && !wanted.format) return 0;
    return session.answer(records, core::keys_of<core::Event>(),
                          render::to_text(confirmations(label, events, session), session.layout()));
}

int set_status(const Texts& ids, std::string_view status, std::string_view command, Session& session) {
    session.begin_writing(core::keys_of<core::Event>());
    auto events = require_events(ids, command, session);
    for (auto& event : events) {
        if (status == "attended") require_begun(event, session);
        const auto before = event;
        event.status = status;
        session.journal().change(before, event);
    }
    session.save();
    return answer(events, status, session);
}

Action bind_attend(CLI::App& app) {
    auto given = std::make_shared<Texts>();
    words(app, "ID", *given, "the events");
    return [given](Session& session) { return set_status(*given, "attended", "attend", session); };
}

Action bind_skip(CLI::App& app) {
    auto given = std::make_shared<Texts>();
    words(app, "ID", *given, "the events");
    return [given](Session& session) { return set_status(*given, "skipped", "skip", session); };
}

Action bind_remove(CLI::App& app) {
    auto given = std::make_shared<RemovalWords>();
    declare_removal(app, "ID", *given, "the events");
    return [given](Session& session) {
        session.begin_writing(core::keys_of<core::Event>());
        const auto events = require_events(given->words, "remove", session);
        for (const auto& event : events) session.journal().remove(event);
        if (!may_remove(confirmations("removed", events, session), "events", given->yes, session)) return 1;
        session.save();
        return answer(events, "removed", session);
    };
}

} // namespace

std::vector<Command> event_commands() {
    std::vector<Command> commands = event_showing_commands();
    const std::vector<Command> adding{
        {"event add", "NAME --on DATE", "note an event", "",
         "kith event add \"RustConf 2026\" --on \"9 sep\" --until \"11 sep\" --place Montreal", bind_add},
    };
    commands.insert(commands.begin() + 1, adding.begin(), adding.end());
    commands.push_back(met_command());
    const std::vector<Command> rest{
        {"event attend", "ID...", "note that you were there", "One that is still to come is refused.",
         "kith event attend rustconf-2026", bind_attend},
        {"event skip", "ID...", "note that you did not go", "A skipped event is in no report.",
         "kith event skip rustconf-2026", bind_skip},
        {"event edit", "ID [OPTIONS]", "change an event",
         "With --on alone the event is as long as before. A day without a time keeps the hour that was there; --on and "
         "--until both without one make it whole days. Without an option on a terminal it opens the editor.",
         "kith event edit rustconf-2026 --place Montreal", bind_edit},
        {"event remove", "ID...", "remove events",
         "What was logged at them stays. More than one only after a yes: it asks on a terminal, and needs --yes "
         "elsewhere.",
         "kith event remove rustconf-2026", bind_remove},
    };
    commands.insert(commands.end(), rest.begin(), rest.end());
    return commands;
}

} // namespace kith::commands
