// kith alone: what is due, the next event, and how the week stands.
#include "kith/core/error.hpp"
#include "kith/core/report.hpp"
#include "kith/render/report.hpp"

#include "agenda_view.hpp"
#include "event_show.hpp"
#include "nouns.hpp"
#include "options.hpp"
#include "present.hpp"
#include "sections.hpp"
#include "strategy_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace kith::commands {
namespace {

constexpr std::size_t most_due = 10;

constexpr std::string_view how_to_begin = "Nothing is written down yet. Four ways to begin:\n"
                                          "\n"
                                          "  kith log \"Coffee about the meetup\" --with \"Ana Souza\"\n"
                                          "  kith followup add \"send her the slides\" --with Ana --on friday\n"
                                          "  kith import contacts.vcf\n"
                                          "  kith strategy goal add \"Find a senior compiler role\"\n"
                                          "\n"
                                          "'kith --help' lists all commands.\n";

/// All that today has to show.
struct Today {
    std::vector<core::AgendaItem> due;
    std::optional<core::Event> event;
    core::Report week;
};

/// The first that is planned and not over.
std::optional<core::Event> next_event(Session& session) {
    // Far enough back for one that goes on today.
    const core::Date from = core::subtract(session.today(), {3, core::Unit::month});
    auto events = session.journal().events({from, core::all_days.to});
    std::erase_if(events, [&session](const core::Event& event) {
        return core::last_day(event) < session.today() || event.status == "attended" || event.status == "skipped";
    });
    return events.empty() ? std::nullopt : std::optional(events.front());
}

/// The counts of this week only: the line says nothing of other weeks, so that their log need not be opened.
core::Report this_week(Session& session) {
    auto& journal = session.journal();
    const auto week_start = journal.config().week_start;
    const auto period = core::period_at(core::PeriodKind::week, session.today(), week_start);
    const auto interactions = journal.interactions(period.days);
    return core::make_report(
        {period, session.today(), week_start, journal.people(), journal.strategy(), interactions, {}, {}, {}, {}, {}});
}

bool is_empty(const Today& today, Session& session) {
    auto& journal = session.journal();
    auto& directory = journal.directory();
    return today.due.empty() && journal.people().all().empty() && commands::is_empty(journal.strategy()) &&
           directory.names_in("log").empty() && directory.names_in("events").empty() &&
           directory.names_in("followups").empty();
}

std::string due_lines(const std::vector<core::AgendaItem>& due, Session& session) {
    if (due.empty()) return "  nothing\n";
    const auto first = std::span(due).first(std::min(due.size(), most_due));
    std::string lines = set_in(to_text(first, session, set_in(session.layout())));
    if (due.size() > most_due) lines += fmt::format("  and {} more: kith followup\n", due.size() - most_due);
    return lines;
}

std::string event_line(const core::Event& event, Session& session) {
    const core::Date today = session.today();
    const render::Row row{{distance_in_words(event, today)},
                          {event.name, render::Style::strong},
                          day_cell(days_in_words(event, today)),
                          {event.place},
                          {event.goal}};
    return section_rows({row}, session.layout());
}

std::string in_words(const Today& today, Session& session) {
    const auto layout = session.layout();
    std::string text;
    add_section(text, "Due", due_lines(today.due, session), layout);
    if (today.event) add_section(text, "Next event", event_line(*today.event, session), layout);
    return text + "\n" + paragraph(render::balance_line(today.week), layout);
}

core::Fields week_fields(const core::Report& week) {
    const auto& counts = week.interactions;
    core::Fields fields{{"label", week.period.label, 0},
                        {"from", core::to_text(week.period.days.from), 0},
                        {"to", core::to_text(week.period.days.to), 0}};
    const auto add = [&fields](const char* key, std::optional<int> number) {
        if (number) fields.push_back({key, std::int64_t{*number}, 0});
    };
    add("total", counts.total);
    add("online", counts.online);
    add("in_person", counts.in_person);
    add("unclassified", counts.unclassified);
    add("attempts", counts.attempts);
    add("online_percent", week.balance.online_percent);
    add("in_person_percent", week.balance.in_person_percent);
    add("target_in_person_percent", week.balance.target_in_person_percent);
    return fields;
}

render::Document document_of(const Today& today, Session& session) {
    std::vector<core::Fields> due;
    for (const auto& item : today.due) due.push_back(fields_of(item));
    render::Document document{{"today", core::Fields{{"date", core::to_text(session.today()), 0}}}, {"due", due}};
    if (today.event) document.emplace_back("event", core::to_fields(*today.event));
    document.emplace_back("week", week_fields(today.week));
    return document;
}

int show(Session& session) {
    const Today today{pressing_agenda(session), next_event(session), this_week(session)};
    if (session.print_data({"today", "due", "event", "week"}, [&] { return document_of(today, session); })) return 0;
    if (is_empty(today, session))
        session.say(how_to_begin);
    else
        session.page(in_words(today, session));
    return 0;
}

} // namespace

std::vector<Command> today_commands() {
    return {
        {"", "[COMMAND]", "a networking journal and follow-up tool",
         "Alone it shows today: what is due, the next event, and this week's balance in a line. The journal is plain "
         "TOML files in the data directory.",
         "kith log \"yesterday: Coffee with Ana\"", [](CLI::App&) -> Action { return show; }}};
}

} // namespace kith::commands
