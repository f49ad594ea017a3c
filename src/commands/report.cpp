// kith report: how the week went, online and in person.
#include "kith/render/report.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "nouns.hpp"
#include "options.hpp"
#include "report_view.hpp"

#include <fmt/format.h>

#include <memory>

namespace kith::commands {
namespace {

struct ReportOptions {
    Texts words;
    Text of, since, until, as;
    bool last = false;
};

core::PeriodKind kind_named(const std::string& word) {
    using core::PeriodKind;
    for (const auto kind : {PeriodKind::week, PeriodKind::month, PeriodKind::quarter, PeriodKind::year})
        if (core::to_text(kind) == word) return kind;
    return PeriodKind::week;
}

core::ReportPeriod days_between_options(const ReportOptions& options, Session& session) {
    if (!options.words.empty() || options.last || options.of)
        core::fail_usage("--since and --until say the period by themselves", "leave out week, month, --last and --of");
    if (!options.since) core::fail_usage("--until needs --since", "say both, or name a period");
    const auto from = core::require_date(*options.since, "--since", session.past()).date;
    const auto to =
        options.until ? core::require_date(*options.until, "--until", session.past()).date : session.today();
    if (to < from)
        core::fail_usage(fmt::format("--since {} is after --until {}", core::to_text(from), core::to_text(to)),
                         "swap them");
    return core::custom_period({from, to});
}

core::ReportPeriod period_for(const ReportOptions& options, Session& session) {
    if (options.since || options.until) return days_between_options(options, session);
    if (options.words.size() > 1)
        core::fail_usage(fmt::format("'{}' is one word too many", options.words[1]), "one period at a time");
    const std::string word = options.words.empty() ? "week" : core::fold(options.words.front());
    const auto kind = kind_named(require_choice(word, "report", {"week", "month", "quarter", "year"}));
    const auto week_start = session.journal().config().week_start;
    const auto day = options.of ? core::require_date(*options.of, "--of", session.past()).date : session.today();
    const auto period = core::period_at(kind, day, week_start);
    if (!options.last) return period;
    const auto before = core::previous(period, week_start);
    if (!before) core::fail_usage(fmt::format("there is no {} before {}", word, period.label));
    return *before;
}

int report(const ReportOptions& options, Session& session) {
    if (session.options().format) core::fail_usage("a report is no list for --format", "take --json");
    const std::string as = require_choice(options.as.value_or("text"), "--as", {"text", "markdown"});
    if (session.options().json && options.as) core::fail_usage("--json and --as exclude each other");
    const auto report = make_report_for(period_for(options, session), session);
    const auto& people = session.journal().people();
    if (session.options().json)
        session.print(render::to_json(report));
    else if (as == "markdown")
        session.print(render::to_markdown(report, people, session.today()));
    else
        session.print(render::to_text(report, people, session.today(), session.layout()));
    return 0;
}

Action bind_report(CLI::App& app) {
    auto given = std::make_shared<ReportOptions>();
    words(app, "PERIOD", given->words, "week, month, quarter or year; the week unless told");
    flag(app, "--last", given->last, "the period before");
    option(app, "--of", given->of, "DATE", "the period that has this day in it");
    option(app, "--since", given->since, "DATE", "from this day on, instead of a named period");
    option(app, "--until", given->until, "DATE", "up to this day, which is included; today unless told");
    option(app, "--as", given->as, "text|markdown", "how it is written");
    return [given](Session& session) { return report(*given, session); };
}

} // namespace

std::vector<Command> report_commands() {
    return {{"report", "[week|month|quarter|year]", "the balance of a period, online and in person",
             "Balance against the target and the period before, platforms, kinds, help, people, events, follow-ups, "
             "posts, the trend of eight "
             "periods, who to reconnect with, and the days without an entry. A period is whole: the current week runs "
             "to its last day.",
             "kith report month --last --as markdown", bind_report}};
}

} // namespace kith::commands
