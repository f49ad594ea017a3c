// kith export: the journal for other programs.
#include "kith/core/error.hpp"
#include "kith/core/records.hpp"
#include "kith/exchange/write_csv.hpp"
#include "kith/exchange/write_vcard.hpp"
#include "kith/render/journal_markdown.hpp"

#include "export_journal.hpp"
#include "export_output.hpp"
#include "nouns.hpp"
#include "selection.hpp"

#include <memory>

namespace kith::commands {
namespace {

using Formats = std::vector<std::string>;

template<class Record> void write_csv(const std::vector<Record>& records, const Sink& sink) {
    const auto keys = core::keys_of<Record>();
    sink(exchange::csv_header(keys));
    for (const auto& record : records) sink(exchange::csv_row(core::to_fields(record), keys));
}

/// JSON or CSV, which are of the records as they are stored; false for another format.
template<class Record> bool write_records(const std::vector<Record>& records, std::string_view format, Appearance& seen,
                                          const Sink& sink, const core::DateRange& days = core::all_days) {
    if (format == "csv") write_csv(records, sink);
    if (format == "json") {
        write_json(records, 0, sink, seen.others(records, days));
        sink("\n");
    }
    return format == "csv" || format == "json";
}

template<class Choice> struct Given {
    ExportOptions options;
    Choice choice;
};

const Formats& people_formats() {
    static const Formats all{"json", "vcard", "csv", "ics", "markdown"};
    return all;
}

int export_people(const Given<FilterOptions>& given, Session& session) {
    const auto format = require_format(given.options, people_formats(), session);
    const auto calendar = calendar_options(given.options, session);
    const auto version = given.options.vcard == "4.0" ? exchange::VcardVersion::v4 : exchange::VcardVersion::v3;
    const auto addresses =
        given.options.anonymous ? exchange::ProfileAddresses::left_out : exchange::ProfileAddresses::written;
    Appearance seen(given.options.anonymous, session);
    std::vector<core::Person> persons;
    for (auto& view : chosen_people(given.choice, false, session)) persons.push_back(seen(std::move(view.person)));
    const auto events = format == "markdown" ? seen(session.journal().events()) : std::vector<core::Event>{};
    return deliver(given.options, session, [&](const Sink& sink) {
        if (write_records(persons, format, seen, sink)) return;
        std::vector<exchange::CalendarItem> birthdays;
        for (const auto& person : persons) {
            if (format == "vcard") sink(exchange::write_vcard(person, version, addresses));
            if (auto birthday = exchange::birthday_of(person)) birthdays.push_back(std::move(*birthday));
        }
        if (format == "ics") sink(exchange::write_calendar(birthdays, calendar));
        if (format == "markdown") sink(render::people_in_markdown(persons, events));
    });
}

const Formats& log_formats() {
    static const Formats all{"json", "csv", "markdown"};
    return all;
}

int export_log(const Given<FilterOptions>& given, Session& session) {
    const auto format = require_format(given.options, log_formats(), session);
    const Filter filter(given.choice, session, session.past(), core::interaction_kinds());
    Appearance seen(given.options.anonymous, session);
    const auto interactions = seen(chosen_interactions(filter, session));
    const auto events = format == "markdown" ? seen(session.journal().events()) : std::vector<core::Event>{};
    return deliver(given.options, session, [&](const Sink& sink) {
        if (!write_records(interactions, format, seen, sink, filter.days()))
            sink(render::log_in_markdown(interactions, seen.people(), events));
    });
}

const Formats& event_formats() {
    static const Formats all{"json", "ics", "csv", "markdown"};
    return all;
}

template<class Records>
std::string calendar_of(const Records& records, const core::People& people, const exchange::CalendarOptions& options) {
    std::vector<exchange::CalendarItem> entries;
    for (const auto& record : records) entries.push_back(exchange::entry_of(record, people));
    return exchange::write_calendar(entries, options);
}

int export_events(const Given<EventChoice>& given, Session& session) {
    const auto format = require_format(given.options, event_formats(), session);
    const auto calendar = calendar_options(given.options, session);
    Appearance seen(given.options.anonymous, session);
    const auto events = seen(chosen_events(given.choice, session));
    return deliver(given.options, session, [&](const Sink& sink) {
        if (write_records(events, format, seen, sink)) return;
        sink(format == "ics" ? calendar_of(events, seen.people(), calendar)
                             : render::events_in_markdown(events, seen.people()));
    });
}

int export_followups(const Given<FollowupChoice>& given, Session& session) {
    const auto format = require_format(given.options, event_formats(), session);
    const auto calendar = calendar_options(given.options, session);
    Appearance seen(given.options.anonymous, session);
    const auto items = seen(chosen_items(given.choice, session));
    std::vector<core::Followup> written;
    for (const auto& item : items)
        if (item.source == core::Source::written) written.push_back(item.followup);
    return deliver(given.options, session, [&](const Sink& sink) {
        if (write_records(written, format, seen, sink)) return;
        sink(format == "ics" ? calendar_of(items, seen.people(), calendar)
                             : render::agenda_in_markdown(items, seen.people()));
    });
}

Action bind_export(CLI::App&) {
    return [](Session&) -> int {
        core::fail_usage("'kith export' needs a word that says what: people, log, events, followups or all",
                         "kith export people --as vcard");
    };
}

/// A noun's action on the options that it and `declare` declare.
template<class Choice, class Declare> Action bind(CLI::App& app, const Formats& formats, const Declare& declare,
                                                  int (*action)(const Given<Choice>&, Session&)) {
    auto given = std::make_shared<Given<Choice>>();
    declare_export(app, given->options, formats);
    declare(*given);
    return [given, action](Session& session) { return action(*given, session); };
}

Action bind_people(CLI::App& app) {
    const auto declare = [&app](Given<FilterOptions>& given) { declare_filters(app, given.choice); };
    return bind<FilterOptions>(app, people_formats(), declare, export_people);
}

Action bind_log(CLI::App& app) {
    const auto declare = [&app](Given<FilterOptions>& given) { declare_filters(app, given.choice); };
    return bind<FilterOptions>(app, log_formats(), declare, export_log);
}

Action bind_events(CLI::App& app) {
    const auto declare = [&app](Given<EventChoice>& given) { declare_choice(app, given.choice); };
    return bind<EventChoice>(app, event_formats(), declare, export_events);
}

Action bind_followups(CLI::App& app) {
    const auto declare = [&app](Given<FollowupChoice>& given) {
        flag(app, "--tasks", given.options.tasks, "in a calendar, as tasks and not as entries of the day");
        declare_choice(app, given.choice);
    };
    return bind<FollowupChoice>(app, event_formats(), declare, export_followups);
}

} // namespace

std::vector<Command> export_commands() {
    return {
        {"export", "people|log|events|followups|all", "the journal for other programs and other eyes",
         "What is exported is a word of its own, with its own options: see 'kith export people --help'. It goes to "
         "standard output, or into the file of --to.",
         "kith export all --to journal.json", bind_export},
        {"export people", "[FILTERS]", "people as vCards, a table, birthdays, JSON",
         "As 'kith person list' has them. --as vcard is for an address book, --as ics a calendar of their birthdays, "
         "--as csv a table.",
         "kith export people --as vcard --group mentors", bind_people},
        {"export log", "[FILTERS]", "entries of the log as a table, JSON, Markdown", "As 'kith log list' has them.",
         "kith export log --as csv --since 3m", bind_log},
        {"export events", "[FILTERS]", "events as a calendar, a table, JSON, Markdown",
         "As 'kith event list' has them.", "kith export events --as ics --upcoming --alarm 1d", bind_events},
        {"export followups", "[FILTERS]", "follow-ups as a calendar, a table, JSON, Markdown",
         "As 'kith followup list' has them. The computed ones are in a calendar and in Markdown; JSON and CSV have "
         "what is stored.",
         "kith export followups --as ics --alarm 0d", bind_followups},
        {"export all", "", "the whole journal as JSON, a calendar, Markdown",
         "JSON has every record with the keys that are stored, for 'kith import'. The calendar has the follow-ups, "
         "the events and all birthdays, to subscribe to.",
         "kith export all --as ics --to kith.ics", bind_export_all},
    };
}

} // namespace kith::commands
