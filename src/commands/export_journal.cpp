#include "export_journal.hpp"

#include "kith/core/records.hpp"
#include "kith/render/journal_markdown.hpp"

#include "agenda_view.hpp"
#include "strategy_view.hpp"

#include <fmt/format.h>

#include <memory>

namespace kith::commands {
namespace {

const std::vector<std::string>& formats() {
    static const std::vector<std::string> all{"json", "ics", "markdown"};
    return all;
}

core::Fields fields_of_group(const core::Group& group) {
    core::Fields fields{{"name", group.name, 0}};
    if (group.every) fields.push_back({"every", core::to_text(*group.every), 0});
    if (group.late) fields.push_back({"late", core::to_text(*group.late), 0});
    return fields;
}

void write_groups(const std::vector<core::Group>& groups, const Sink& sink) {
    for (const auto& group : groups)
        sink((&group == &groups.front() ? "[\n    " : ",\n    ") + render::to_json(fields_of_group(group), 2));
    sink(groups.empty() ? "[]" : "\n  ]");
}

void write_strategy(const core::Strategy& strategy, const Sink& sink) {
    core::Fields balance, in_person;
    for (auto& field : fields_of(strategy.targets))
        (field.key == "in_person" ? balance : in_person).push_back(std::move(field));
    sink("{\n    \"balance\": " + render::to_json(balance, 2));
    sink(",\n    \"in_person\": " + render::to_json(in_person, 2));
    sink(",\n    \"goal\": ");
    write_json(strategy.goals, 2, sink);
    sink(",\n    \"audience\": ");
    write_json(strategy.audiences, 2, sink);
    sink(",\n    \"platform\": ");
    write_json(strategy.platforms, 2, sink);
    sink(",\n    \"topic\": ");
    write_json(strategy.topics, 2, sink);
    sink(",\n    \"channel\": ");
    write_json(strategy.channels, 2, sink);
    sink("\n  }");
}

void write_document(Appearance& seen, Session& session, const Sink& sink) {
    auto& journal = session.journal();
    // All is read before anything is written: a broken file is told before half a document is out.
    const auto strategy = seen(journal.strategy());
    const auto& people = seen.people().all();
    const auto interactions = seen(journal.interactions(core::all_days));
    const auto events = seen(journal.events());
    const auto followups = seen(journal.followups());
    sink("{\n  \"people\": ");
    write_json(people, 1, sink, seen.others(people));
    sink(",\n  \"groups\": ");
    write_groups(seen.people().groups(), sink);
    sink(",\n  \"interactions\": ");
    write_json(interactions, 1, sink, seen.others(interactions));
    sink(",\n  \"events\": ");
    write_json(events, 1, sink, seen.others(events));
    sink(",\n  \"followups\": ");
    write_json(followups, 1, sink, seen.others(followups));
    sink(",\n  \"strategy\": ");
    write_strategy(strategy, sink);
    sink(",\n  \"posts\": ");
    write_json(strategy.posts, 1, sink);
    sink("\n}\n");
}

/// Of birthdays those of everybody, each year, and not once more what is to do about the near ones.
std::vector<exchange::CalendarItem> entries_of(Appearance& seen, Session& session) {
    std::vector<exchange::CalendarItem> entries;
    for (const auto& item : seen(open_agenda(session)))
        if (item.source != core::Source::birthday) entries.push_back(exchange::entry_of(item, seen.people()));
    for (const auto& event : seen(session.journal().events()))
        entries.push_back(exchange::entry_of(event, seen.people()));
    for (const auto& person : seen.people().all())
        if (auto birthday = exchange::birthday_of(person)) entries.push_back(std::move(*birthday));
    return entries;
}

void write_chapters(Appearance& seen, Session& session, const Sink& sink) {
    auto& journal = session.journal();
    const auto& people = seen.people();
    const auto agenda = seen(open_agenda(session));
    const auto events = seen(journal.events());
    const auto strategy = seen(journal.strategy());
    const auto interactions = seen(journal.interactions(core::all_days));
    sink(render::people_in_markdown(people.all()) + "\n");
    sink(render::agenda_in_markdown(agenda, people) + "\n");
    sink(render::events_in_markdown(events, people) + "\n");
    sink(render::strategy_in_markdown(strategy) + "\n");
    sink(render::log_in_markdown(interactions, people));
}

int export_all(const ExportOptions& options, Session& session) {
    const auto format = require_format(options, formats(), session);
    const auto calendar = calendar_options(options, session);
    Appearance seen(options.anonymous, session);
    return deliver(options, session, [&](const Sink& sink) {
        if (format == "json")
            write_document(seen, session, sink);
        else if (format == "ics")
            sink(exchange::write_calendar(entries_of(seen, session), calendar));
        else
            write_chapters(seen, session, sink);
    });
}

} // namespace

Action bind_export_all(CLI::App& app) {
    auto given = std::make_shared<ExportOptions>();
    declare_export(app, *given, formats());
    flag(app, "--tasks", given->tasks, "in a calendar, follow-ups as tasks and not as entries of the day");
    return [given](Session& session) { return export_all(*given, session); };
}

} // namespace kith::commands
