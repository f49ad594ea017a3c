#include "report_calendar.hpp"

#include "kith/core/calendar.hpp"
#include "kith/core/error.hpp"
#include "kith/core/report.hpp"
#include "kith/render/calendar.hpp"

#include "drawing.hpp"
#include "filters.hpp"
#include "options.hpp"

#include <fmt/format.h>

#include <memory>

namespace kith::commands {
namespace {

struct CalendarOptions {
    Texts words;
    Text of, since, until;
    FilterOptions filters;
    bool ascii = false;
};

/// From --since, up to --until or today.
core::DateRange days_between(const CalendarOptions& options, Session& session) {
    if (!options.words.empty() || options.of)
        core::fail_usage("--since and --until say the days by themselves", "leave the year and --of away");
    return require_days(options.since, options.until, session);
}

core::DateRange days_for(const CalendarOptions& options, Session& session) {
    if (options.words.size() > 1)
        core::fail_usage(fmt::format("'{}' is one word too many", options.words[1]), "one year at a time");
    if (options.words.size() == 1 && options.of)
        core::fail_usage("a year and --of exclude each other", "--of ends the weeks with that of a day");
    if (options.since || options.until) return days_between(options, session);
    const auto week_start = session.journal().config().week_start;
    if (options.words.size() == 1) {
        const int year = require_number(options.words.front(), "the year", core::first_year, core::last_year);
        const core::Date first = core::make_date(year, 1, 1).value_or(session.today());
        return core::period_at(core::PeriodKind::year, first, week_start).days;
    }
    const auto day = options.of ? core::require_date(*options.of, "--of", session.past()).date : session.today();
    return core::year_of_weeks(day, week_start);
}

core::Calendar calendar_for(const CalendarOptions& options, Session& session) {
    auto& journal = session.journal();
    const auto days = days_for(options, session);
    const Filter filter(options.filters, session, session.past(), core::interaction_kinds());
    auto interactions = journal.interactions(days, filter.needles());
    std::erase_if(interactions, [&](const core::Interaction& interaction) {
        return !filter.passes(subject_of(interaction, journal.strategy()));
    });
    return core::make_calendar(days, journal.config().week_start, interactions, journal.strategy());
}

core::Fields fields_of(const core::CalendarDay& day) {
    return {{"date", core::to_text(day.date), 0},
            {"online", std::int64_t{day.online}, 0},
            {"in_person", std::int64_t{day.in_person}, 0},
            {"unclassified", std::int64_t{day.unclassified}, 0},
            {"attempts", std::int64_t{day.attempts}, 0}};
}

int calendar(const CalendarOptions& options, Session& session) {
    const auto calendar = calendar_for(options, session);
    const auto layout = drawing_layout(session, options.ascii);
    Listing listing;
    listing.keys = {"date", "online", "in_person", "unclassified", "attempts"};
    listing.size = calendar.days.size();
    listing.fields = [&calendar](std::size_t at) { return fields_of(calendar.days[at]); };
    listing.text = [&] { return render::to_text(calendar, session.today(), layout); };
    return session.show(listing);
}

} // namespace

Action bind_report_calendar(CLI::App& app) {
    auto given = std::make_shared<CalendarOptions>();
    words(app, "YEAR", given->words, "a calendar year; the 53 weeks up to this one unless told");
    option(app, "--of", given->of, "DATE", "the 53 weeks up to that of this day");
    option(app, "--since", given->since, "DATE", "the weeks from that of this day on");
    option(app, "--until", given->until, "DATE", "with --since: up to the week of this day; today unless told");
    declare_content_filters(app, given->filters);
    flag(app, "--ascii", given->ascii, "draw with ASCII signs only");
    return [given](Session& session) { return calendar(*given, session); };
}

} // namespace kith::commands
