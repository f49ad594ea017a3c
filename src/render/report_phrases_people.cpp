// The phrases about people: whom one met, where, and what is due.
#include "report_phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace kith::render {
namespace {

/// More names than this are a crowd and only counted.
constexpr std::size_t most_names = 10;

Phrase names(const std::vector<core::PersonId>& ids, const core::People& people) {
    std::vector<Phrase> parts;
    for (std::size_t at = 0; at < std::min(ids.size(), most_names); ++at)
        parts.push_back({{people.name_of(ids[at]), Style::strong}});
    if (ids.size() > most_names) parts.push_back({{fmt::format("{} more", ids.size() - most_names)}});
    return joined(parts, ", ");
}

Phrase newly_met(const core::Report& report, const core::People& people) {
    if (report.people.newly.empty()) return {};
    return joined(
        {{{fmt::format("{} new (", report.people.newly.size())}}, names(report.people.newly, people), {{")"}}}, "");
}

/// Everybody where they are few, else those who were seen more than once.
Phrase most_seen(const core::Report& report, const core::People& people) {
    const auto& most = report.people.most;
    const bool is_everybody = report.people.distinct <= static_cast<int>(most.size());
    std::vector<Phrase> parts;
    for (const auto& [id, count] : most)
        if (is_everybody || count > 1)
            parts.push_back({{people.name_of({id}), Style::strong}, {fmt::format(" {}", count)}});
    if (parts.empty() || is_everybody) return joined(parts, ", ");
    return joined({{{"most: "}}, joined(parts, ", ")}, "");
}

/// What is due as of the period's end or today.
Phrase due(const core::Report& report, core::Date today) {
    const auto& counts = report.followups;
    const bool past = is_past(report, today);
    std::vector<Phrase> parts;
    if (counts.overdue > 0) parts.push_back({{fmt::format("{} overdue", counts.overdue), Style::pressing}});
    if (counts.due_today > 0)
        parts.push_back({{fmt::format("{} due {}", counts.due_today, past ? "that day" : "today")}});
    if (counts.due_next > 0)
        parts.push_back(
            {{fmt::format("{} due in the {}7 days{}", counts.due_next, past ? "" : "next ", past ? " after" : "")}});
    const auto as_of = as_of_in_words(report, today);
    if (parts.empty() || as_of.empty()) return joined(parts, ", ");
    return joined({{{as_of + ": "}}, joined(parts, ", ")}, "");
}

} // namespace

Phrase people_met(const core::Report& report, const core::People& people) {
    const auto newly = newly_met(report, people);
    if (report.people.distinct == 0) return newly;
    const auto count = counted(report.people.distinct, "person", "people");
    return joined({joined({{{count}}, newly}, ", "), most_seen(report, people)}, " · ");
}

std::string lag(double days) {
    if (days == 1) return "1 day";
    return std::floor(days) == days ? fmt::format("{:.0f} days", days) : fmt::format("{:.1f} days", days);
}

Phrase events_planned(const core::Report& report) {
    if (report.planned.events.value_or(0) == 0) return {};
    const auto count = of_planned(static_cast<int>(report.events.size()), report.planned.events);
    return {count, {*report.planned.events == 1 ? " event" : " events"}};
}

Phrase event(const core::Report::EventFigures& figures) {
    Phrase phrase{{figures.name.empty() ? figures.id.text : figures.name, Style::strong}};
    if (figures.met == 0) return phrase;
    std::string rest = fmt::format(": met {}", figures.met);
    if (figures.met_new > 0) rest += fmt::format(" ({} new)", figures.met_new);
    rest += figures.followed_up == 0 ? ", none followed up yet" : fmt::format(", {} followed up", figures.followed_up);
    if (figures.median_lag_days)
        rest += fmt::format(", after {}{}", lag(*figures.median_lag_days), figures.followed_up > 1 ? " (median)" : "");
    phrase.push_back({std::move(rest)});
    return phrase;
}

Phrase followups(const core::Report& report, core::Date today) {
    const auto& counts = report.followups;
    std::vector<Phrase> closed;
    if (counts.done > 0) {
        const auto on_time = counts.on_time == counts.done && counts.done > 1 ? "all" : fmt::to_string(counts.on_time);
        closed.push_back({{fmt::format("{} done", counts.done), Style::good}, {fmt::format(" ({} on time)", on_time)}});
    }
    if (counts.dropped > 0) closed.push_back({{fmt::format("{} dropped", counts.dropped)}});
    return joined({joined(closed, ", "), due(report, today)}, " · ");
}

std::string name_of(const core::AgendaItem& item, const core::People& people) {
    const auto& with = item.followup.with;
    return with.empty() ? item.followup.id.text : people.name_of(with.front());
}

} // namespace kith::render
