// The report as Markdown, ready to paste: dates in full, since a paste outlives its day.
#include "kith/core/phrase.hpp"
#include "kith/render/report.hpp"

#include "markdown.hpp"
#include "report_phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kith::render {
namespace {

using Lines = std::vector<std::vector<std::string>>;

constexpr std::array<std::string_view, 12> month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string_view month_name(core::Date date) {
    return month_names.at(static_cast<std::size_t>(core::month_of(date) - 1));
}

std::string full(core::Date date) {
    return fmt::format("{} {} {}", core::day_of(date), month_name(date), core::year_of(date));
}

/// `16–22 Nov 2026`, `28 Dec 2026 – 3 Jan 2027`
std::string full(const core::DateRange& days) {
    const auto [from, to] = days;
    if (from == to) return full(from);
    if (core::year_of(from) != core::year_of(to)) return fmt::format("{} – {}", full(from), full(to));
    if (core::month_of(from) == core::month_of(to)) return fmt::format("{}–{}", core::day_of(from), full(to));
    return fmt::format("{} {} – {}", core::day_of(from), month_name(from), full(to));
}

std::string title(const core::ReportPeriod& period) {
    const auto name = title_of(period);
    return name.empty() ? full(period.days) : fmt::format("{} ({})", escape_markdown(name), full(period.days));
}

/// A section, unless there is nothing in it.
std::string section(std::string_view name, const std::string& body) {
    return body.empty() ? std::string{} : fmt::format("\n## {}\n\n{}", name, body);
}

std::string paragraph(const Phrase& phrase) {
    return phrase.empty() ? std::string{} : to_markdown(phrase) + '\n';
}

std::string bullets(const std::vector<std::string>& items) {
    std::string text;
    for (const auto& item : items) text += "- " + item + '\n';
    return text;
}

std::string balance_section(const core::Report& report) {
    const auto& counts = report.interactions;
    auto text = paragraph(balance(report));
    if (counts.total == 0) return text;
    Lines rows{
        {"", "entries"}, {"in person", fmt::to_string(counts.in_person)}, {"online", fmt::to_string(counts.online)}};
    if (counts.unclassified > 0) rows.push_back({"unclassified", fmt::to_string(counts.unclassified)});
    if (!text.empty()) text += '\n';
    return text + markdown_table(rows) + '\n' + paragraph(joined({entries(report), remarks(report)}, "; "));
}

std::string platforms_section(const core::Report& report) {
    if (report.platforms.empty()) return {};
    Lines rows{{"platform", "actual", "planned"}};
    for (const auto& use : report.platforms)
        rows.push_back({escape_markdown(use.id), fmt::to_string(use.actual),
                        use.planned ? fmt::to_string(*use.planned) : std::string{}});
    return markdown_table(rows);
}

std::string events_section(const core::Report& report) {
    if (report.events.empty()) return {};
    Lines rows{{"event", "met", "new", "followed up", "median lag"}};
    for (const auto& figures : report.events)
        rows.push_back({escape_markdown(figures.name.empty() ? figures.id.text : figures.name),
                        fmt::to_string(figures.met), fmt::to_string(figures.met_new),
                        fmt::to_string(figures.followed_up),
                        figures.median_lag_days ? lag(*figures.median_lag_days) : std::string{}});
    return markdown_table(rows);
}

std::string trend_section(const core::Report& report) {
    if (trend_span(report).empty()) return {};
    Lines rows{{"period", "in person", "online"}};
    for (const auto& point : report.trend)
        rows.push_back({escape_markdown(point.label), fmt::to_string(point.in_person), fmt::to_string(point.online)});
    return markdown_table(rows);
}

std::string reconnect_section(const core::Report& report, const core::People& people) {
    std::vector<std::string> items;
    for (const auto& item : report.reconnect) {
        const auto& every = item.followup.every;
        const auto period = core::parse_period(every);
        const auto last = item.last.contact ? "last contact " + full(item.last.contact->date.date) : "no contact yet";
        Phrase phrase{{name_of(item, people), Style::strong}, {": "}};
        if (!every.empty()) phrase.push_back({fmt::format("every {}, ", period ? core::to_words(*period) : every)});
        phrase.push_back({last});
        items.push_back(to_markdown(phrase));
    }
    return bullets(items);
}

} // namespace

std::string to_markdown(const core::Report& report, const core::People& people, core::Date today) {
    std::string text = fmt::format("# {}\n", title(report.period));
    if (!is_past(report, today)) text += fmt::format("\nAs of {}.\n", full(today));
    if (const auto nothing = nothing_logged(report, today); !nothing.empty()) text += '\n' + paragraph(nothing);
    text += section("Balance", balance_section(report));
    text += section("Platforms", platforms_section(report));
    text += section("Kinds", paragraph(kinds(report)));
    text += section("Help", paragraph(help(report)));
    text += section("People", paragraph(people_met(report, people)));
    text += section("Events", events_section(report));
    text += section("Follow-ups", paragraph(followups(report, today)));
    text += section("Posts", paragraph(posts(report)));
    text += section("Trend", trend_section(report));
    text += section("Reconnect", reconnect_section(report, people));
    if (report.interactions.total > 0) text += section("Log", paragraph(silence(report)));
    return text;
}

} // namespace kith::render
