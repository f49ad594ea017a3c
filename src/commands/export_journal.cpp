#include "export_journal.hpp"

#include "kith/core/records.hpp"
#include "kith/core/text.hpp"
#include "kith/render/journal_markdown.hpp"
#include "kith/store/group_editing.hpp"

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

/// One list of the document.
template<class Record> void write_list(std::string_view name, std::size_t depth, const std::vector<Record>& records,
                                       Appearance& seen, const Sink& sink) {
    sink(fmt::format(",\n{}\"{}\": ", std::string(2 * depth, ' '), name));
    write_json(records, depth, sink, seen.others(records));
}

void write_strategy(const core::Strategy& strategy, Appearance& seen, const Sink& sink) {
    core::Fields balance, in_person;
    for (auto& field : fields_of(strategy.targets))
        (field.key == "in_person" ? balance : in_person).push_back(std::move(field));
    sink(",\n  \"strategy\": {\n    \"balance\": " + render::to_json(balance, 2));
    sink(",\n    \"in_person\": " + render::to_json(in_person, 2));
    write_list("goal", 2, strategy.goals, seen, sink);
    write_list("audience", 2, strategy.audiences, seen, sink);
    write_list("platform", 2, strategy.platforms, seen, sink);
    write_list("topic", 2, strategy.topics, seen, sink);
    write_list("channel", 2, strategy.channels, seen, sink);
    sink("\n  }");
}

/// Those that say something: without a cadence and keys of its own a group is a word on people.
std::vector<core::Group> groups_of(Appearance& seen) {
    std::vector<core::Group> groups;
    const auto& all = seen.people().groups();
    const auto others = seen.others(all);
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].every || all[i].late || !others.at(i).empty()) groups.push_back(all[i]);
    return groups;
}

void write_document(Appearance& seen, Session& session, const Sink& sink) {
    auto& journal = session.journal();
    // All is read before anything is written: a broken file is told before half a document is out.
    const auto strategy = seen(journal.strategy());
    const auto& people = seen.people().all();
    const auto groups = groups_of(seen);
    const auto interactions = seen(journal.interactions(core::all_days));
    const auto events = seen(journal.events());
    const auto followups = seen(journal.followups());
    sink("{\n  \"people\": ");
    write_json(people, 1, sink, seen.others(people));
    write_list("groups", 1, groups, seen, sink);
    write_list("interactions", 1, interactions, seen, sink);
    write_list("events", 1, events, seen, sink);
    write_list("followups", 1, followups, seen, sink);
    write_strategy(strategy, seen, sink);
    write_list("posts", 1, strategy.posts, seen, sink);
    sink("\n}\n");
    if (seen.is_anonymous()) return;
    const auto beside = store::beside_records(journal.directory());
    if (!beside.empty()) session.note("not exported, for it is none of kith's: " + core::join(beside, ", "));
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
    sink(render::people_in_markdown(people.all(), events) + "\n");
    sink(render::agenda_in_markdown(agenda, people) + "\n");
    sink(render::events_in_markdown(events, people) + "\n");
    sink(render::strategy_in_markdown(strategy) + "\n");
    sink(render::log_in_markdown(interactions, people, events));
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

core::Fields stored_fields(const core::Group& group) {
    auto fields = store::cadence_fields(group);
    fields.insert(fields.begin(), {"name", group.name, 0});
    return fields;
}

Action bind_export_all(CLI::App& app) {
    auto given = std::make_shared<ExportOptions>();
    declare_export(app, *given, formats());
    flag(app, "--tasks", given->tasks, "in a calendar, follow-ups as tasks and not as entries of the day");
    return [given](Session& session) { return export_all(*given, session); };
}

} // namespace kith::commands
