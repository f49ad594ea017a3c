// The phrases about the entries themselves: how many, where, of what kind.
#include "report_phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kith::render {
namespace {

int length_of(const core::ReportPeriod& period) {
    return core::days_between(period.days.from, period.days.to) + 1;
}

struct KindWords {
    std::string_view kind, one, several;
};

constexpr std::array<KindWords, 9> kind_words{{{"comment", "comment", "comments"},
                                               {"share", "share", "shares"},
                                               {"advice", "piece of advice", "pieces of advice"},
                                               {"message", "message", "messages"},
                                               {"call", "call", "calls"},
                                               {"meeting", "meeting", "meetings"},
                                               {"introduction", "introduction", "introductions"},
                                               {"collaboration", "collaboration", "collaborations"},
                                               {"post", "post", "posts"}}};

/// A kind that is none of ours has no plural that we know.
Phrase in_words(const core::Tally& kind) {
    const auto* const words = std::ranges::find(kind_words, kind.id, &KindWords::kind);
    if (words == kind_words.end()) return {{fmt::to_string(kind.count)}, {" × ", Style::drawn}, {kind.id}};
    return {{counted(kind.count, words->one, words->several)}};
}

} // namespace

Phrase joined(const std::vector<Phrase>& phrases, std::string_view between) {
    Phrase result;
    for (const auto& phrase : phrases) {
        if (phrase.empty()) continue;
        if (!result.empty()) result.push_back({std::string(between), Style::drawn});
        result.insert(result.end(), phrase.begin(), phrase.end());
    }
    return result;
}

std::string counted(int count, std::string_view one, std::string_view several) {
    return fmt::format("{} {}", count, count == 1 ? one : several);
}

std::string days_in_words(const core::DateRange& days, core::Date today) {
    const auto from = core::to_short_text(days.from, today);
    return days.from == days.to ? from : from + " to " + core::to_short_text(days.to, today);
}

std::string name_of(const core::ReportPeriod& period) {
    if (period.kind != core::PeriodKind::custom) return std::string(core::to_text(period.kind));
    return counted(length_of(period), "day", "days");
}

std::string title_of(const core::ReportPeriod& period) {
    if (period.kind == core::PeriodKind::custom) return {};
    auto name = name_of(period);
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return fmt::format("{} {}", name, period.label);
}

std::string name_of_before(const core::ReportPeriod& period) {
    return fmt::format("the {} before",
                       period.kind == core::PeriodKind::custom && length_of(period) == 1 ? "day" : name_of(period));
}

bool is_past(const core::Report& report, core::Date today) {
    return report.period.days.to < today;
}

std::string as_of_in_words(const core::Report& report, core::Date today) {
    if (report.period.days.contains(today)) return {};
    return "as of " + (is_past(report, today) ? core::to_short_text(report.period.days.to, today) : "today");
}

Phrase nothing_logged(const core::Report& report, core::Date today) {
    if (report.interactions.total > 0) return {};
    const bool is_custom = report.period.kind == core::PeriodKind::custom;
    const auto where = is_custom ? (length_of(report.period) == 1 ? "on this day" : "on these days")
                                 : fmt::format("in this {}", name_of(report.period));
    return {{fmt::format("Nothing is logged {}{}.", where, is_past(report, today) ? "" : " yet")}};
}

Phrase balance(const core::Report& report) {
    const auto& figures = report.balance;
    std::vector<Phrase> parts;
    if (figures.in_person_percent && figures.online_percent) {
        const bool is_reached =
            figures.target_in_person_percent && *figures.in_person_percent >= *figures.target_in_person_percent;
        parts.push_back(
            {{fmt::format("{}% in person", *figures.in_person_percent), is_reached ? Style::good : Style::plain},
             {fmt::format(", {}% online", *figures.online_percent)}});
    }
    if (figures.target_in_person_percent)
        parts.push_back({{fmt::format("target {}%{}", *figures.target_in_person_percent,
                                      figures.in_person_percent ? "" : " in person")}});
    if (report.before.in_person_percent)
        parts.push_back({{fmt::format("{} {}%{}", name_of_before(report.period), *report.before.in_person_percent,
                                      figures.in_person_percent ? "" : " in person")}});
    return joined(parts, " · ");
}

Phrase entries(const core::Report& report) {
    const auto count = counted(report.interactions.total, "entry", "entries");
    if (report.before.label.empty()) return {{count}};
    const auto before = report.before.total == 0 ? "none" : fmt::to_string(report.before.total);
    return {{fmt::format("{}, {} {}", count, before, name_of_before(report.period))}};
}

std::string attempts_in_words(int attempts) {
    return counted(attempts, "was an attempt", "were attempts") + " without an answer";
}

Phrase remarks(const core::Report& report) {
    const auto& counts = report.interactions;
    std::vector<Phrase> parts;
    if (counts.unclassified > 0)
        parts.push_back({{counted(counts.unclassified, "is", "are") + " unclassified, so in neither"}});
    if (counts.attempts > 0) parts.push_back({{attempts_in_words(counts.attempts)}});
    return joined(parts, "; ");
}

Phrase before(const core::Report& report) {
    const auto& figures = report.before;
    std::vector<Phrase> modes, parts;
    if (figures.total > figures.unclassified)
        modes.push_back({{fmt::format("{} online, {} in person", figures.online, figures.in_person)}});
    if (figures.unclassified > 0) modes.push_back({{fmt::format("{} unclassified", figures.unclassified)}});
    parts.push_back(joined(modes, ", "));
    if (figures.people > 0) parts.push_back({{counted(figures.people, "person", "people")}});
    if (figures.followups_done > 0)
        parts.push_back({{counted(figures.followups_done, "follow-up done", "follow-ups done")}});
    return joined(parts, " · ");
}

Cell of_planned(int actual, std::optional<int> planned) {
    if (planned.value_or(0) == 0) return {fmt::to_string(actual)};
    return {fmt::format("{} of {}", actual, *planned), actual >= *planned ? Style::good : Style::plain};
}

Phrase kinds(const core::Report& report) {
    std::vector<Phrase> parts;
    for (const auto& kind : report.kinds) parts.push_back(in_words(kind));
    return joined(parts, ", ");
}

Phrase help(const core::Report& report) {
    const auto& counts = report.help;
    if (counts.offered + counts.asked + counts.received == 0) return {};
    return {{fmt::format("{} offered, {} asked for, {} received", counts.offered, counts.asked, counts.received)}};
}

Phrase posts(const core::Report& report) {
    const auto& counts = report.posts;
    if (counts.planned + counts.published == 0) return {};
    return {{fmt::format("{} planned, ", counts.planned)},
            {fmt::format("{} published", counts.published), counts.published > 0 ? Style::good : Style::plain}};
}

Phrase trend_span(const core::Report& report) {
    const auto& points = report.trend;
    const auto has_some = [](const auto& point) { return point.online + point.in_person > 0; };
    if (std::ranges::none_of(points, has_some)) return {};
    if (report.period.kind == core::PeriodKind::custom)
        return {{fmt::format("{} of {}", counted(static_cast<int>(points.size()), "period", "periods"),
                             name_of(report.period))}};
    const auto name = name_of(report.period);
    return {{fmt::format("{}, {} to {}", counted(static_cast<int>(points.size()), name, name + "s"),
                         points.front().label, points.back().label)}};
}

Phrase silence(const core::Report& report) {
    const auto& log = report.log;
    if (log.silent_days == 0) return {};
    return {{fmt::format("nothing written on {} of {}", log.silent_days, counted(log.days, "day", "days"))}};
}

std::string balance_line(const core::Report& report) {
    const auto& counts = report.interactions;
    const auto& figures = report.balance;
    const bool is_custom = report.period.kind == core::PeriodKind::custom;
    auto line = is_custom ? report.period.label + ": " : fmt::format("this {}: ", name_of(report.period));
    if (counts.total == 0) {
        line += "nothing logged yet";
        if (figures.target_in_person_percent)
            line += fmt::format(" (target {}% in person)", *figures.target_in_person_percent);
        return line;
    }
    if (figures.in_person_percent) {
        line +=
            fmt::format("{} online, {} in person ({}%", counts.online, counts.in_person, *figures.in_person_percent);
        if (figures.target_in_person_percent) line += fmt::format(", target {}%", *figures.target_in_person_percent);
        line += counts.unclassified > 0 ? "), " : ")";
    }
    if (counts.unclassified > 0) line += fmt::format("{} unclassified", counts.unclassified);
    return line;
}

} // namespace kith::render
