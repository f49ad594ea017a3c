// kith report: how the week went, online and in person.
#include "kith/render/report.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text.hpp"
#include "kith/render/template.hpp"

#include "drawing.hpp"
#include "filters.hpp"
#include "nouns.hpp"
#include "options.hpp"
#include "report_calendar.hpp"
#include "report_person.hpp"
#include "report_view.hpp"

#include <fmt/format.h>

#include <memory>

namespace kith::commands {
namespace {

struct ReportOptions {
    Texts words;
    Text of, since, until, as;
    bool last = false, ascii = false;
};

core::PeriodKind require_kind(const std::string& word) {
    std::vector<std::string> choices{"week", "month", "quarter", "year"};
    for (const auto& command : report_commands())
        if (command.path.starts_with("report ")) choices.emplace_back(command.path.substr(7));
    const auto& choice = require_choice(word, "report", choices);
    using core::PeriodKind;
    for (const auto kind : {PeriodKind::week, PeriodKind::month, PeriodKind::quarter, PeriodKind::year})
        if (core::to_text(kind) == choice) return kind;
    core::fail_usage(fmt::format("'{}' is a report of its own", choice), "put it right after report");
}

core::ReportPeriod days_between_options(const ReportOptions& options, Session& session) {
    if (!options.words.empty() || options.last || options.of)
        core::fail_usage("--since and --until say the period by themselves", "leave out week, month, --last and --of");
    return core::custom_period(require_days(options.since, options.until, session));
}

core::ReportPeriod period_for(const ReportOptions& options, Session& session) {
    if (options.since || options.until) return days_between_options(options, session);
    if (options.words.size() > 1)
        core::fail_usage(fmt::format("'{}' is one word too many", options.words[1]), "one period at a time");
    const std::string word = options.words.empty() ? "week" : core::fold(options.words.front());
    const auto kind = require_kind(word);
    const auto week_start = session.journal().config().week_start;
    const auto day = options.of ? core::require_date(*options.of, "--of", session.past()).date : session.today();
    const auto period = core::period_at(kind, day, week_start);
    if (!options.last) return period;
    const auto before = core::previous(period, week_start);
    if (!before) core::fail_usage(fmt::format("there is no {} before {}", word, period.label));
    return *before;
}

std::string in_one_line(const core::Report& report, const std::string& format) {
    const auto fields = render::to_fields(report);
    std::vector<std::string_view> keys;
    for (const auto& field : fields) keys.emplace_back(field.key);
    return render::Template(format, keys).line(fields);
}

/// How the report is written, as the options have it.
std::string written(const core::Report& report, const std::string& as, const ReportOptions& options, Session& session) {
    const auto& people = session.journal().people_to_count();
    if (session.options().json) return render::to_json(report);
    if (session.options().format) return in_one_line(report, *session.options().format);
    if (as == "markdown") return render::to_markdown(report, people, session.today());
    if (as == "html") return render::to_html(report, people, session.today());
    if (as == "csv") return render::to_csv(report);
    return render::to_text(report, people, session.today(), drawing_layout(session, options.ascii));
}

int report(const ReportOptions& options, Session& session) {
    refuse_two_forms(options.as, session);
    const std::string as = require_choice(options.as.value_or("text"), "--as", {"text", "markdown", "html", "csv"});
    const bool is_data = session.options().json || session.options().format;
    if (options.ascii && (is_data || as != "text"))
        core::fail_usage("--ascii is for the report as text", "the others are UTF-8 wherever they are read");
    session.page(written(make_report_for(period_for(options, session), session), as, options, session));
    return 0;
}

Action bind_report(CLI::App& app) {
    auto given = std::make_shared<ReportOptions>();
    words(app, "PERIOD", given->words, "week, month, quarter or year; the week unless told");
    flag(app, "--last", given->last, "the period before");
    option(app, "--of", given->of, "DATE", "the period that has this day in it");
    option(app, "--since", given->since, "DATE", "from this day on, instead of a named period");
    option(app, "--until", given->until, "DATE", "up to this day, which is included; today unless told");
    option(app, "--as", given->as, "text|markdown|html|csv", "how it is written");
    flag(app, "--ascii", given->ascii, "draw with ASCII signs only");
    return [given](Session& session) { return report(*given, session); };
}

} // namespace

std::vector<Command> report_commands() {
    return {
        {"report", "[week|month|quarter|year]", "the balance of a period, online and in person",
         "Balance against the targets and the period before, platforms, kinds, help, people, events, follow-ups, "
         "posts, "
         "the trend of eight periods, who to reconnect with, and the days without an entry. A period is whole: the "
         "current week runs to its last day. --as html writes one page that needs nothing else, --as csv a table.",
         "kith report month --last --as markdown", bind_report},
        {"report calendar", "[YEAR] [FILTERS]", "a year of days as a heat map",
         "A column a week, a row a weekday, shaded by the count of entries, attempts included. A narrow terminal has "
         "the weeks in several bands. --json and --format have a record a day.",
         "kith report calendar --with ana", bind_report_calendar},
        {"report person", "WHO", "the brief to read before a meeting",
         "Who they are, how one met, the last five contacts and how long since, what is open, where both were, and "
         "help "
         "offered and received.",
         "kith report person ana", bind_report_person}};
}

} // namespace kith::commands
