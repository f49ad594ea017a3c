// The report as a page of its own: everything in one file, nothing fetched, nothing run.
#include "kith/render/calendar.hpp"
#include "kith/render/report.hpp"

#include "dates.hpp"
#include "html.hpp"
#include "html_charts.hpp"
#include "html_style.hpp"
#include "report_sections.hpp"

#include <fmt/format.h>

#include <map>

namespace kith::render {
namespace {

std::string head(std::string_view title) {
    return fmt::format(R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; )"
                       R"(form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{}</title>
<style>{}</style>
</head>
)",
                       escape_html(title), style_sheet());
}

std::string subtitle(const std::string& days, const std::string& as_of) {
    const auto between = days.empty() || as_of.empty() ? "" : " · ";
    const auto text = days + between + as_of;
    return text.empty() ? text : fmt::format("<p class=\"quiet\">{}</p>\n", escape_html(text));
}

std::string section(std::string_view name, std::string_view body) {
    return fmt::format("<section>\n<h2>{}</h2>\n{}</section>\n", escape_html(name), body);
}

/// The chart that belongs before a section's words; empty for most.
std::string chart_of(std::string_view name, const core::Report& report) {
    if (name == "Platforms") return platforms_chart(report);
    if (name == "Trend") return balance_chart(report);
    return {};
}

/// The calendar in figures, for those who do not see it: the months that have an entry.
Table months_table(const core::Calendar& calendar) {
    std::map<core::Date, std::pair<int, int>> months;
    for (const auto& day : calendar.days) {
        if (day.total() == 0) continue;
        auto& [entries, days] = months[core::start_of_month(day.date)];
        entries += day.total();
        ++days;
    }
    Table table{{{{"month"}, {"entries"}, {"days with one"}}}};
    for (const auto& [month, counts] : months)
        table.rows.push_back({{fmt::format("{} {}", month_name(month), core::year_of(month))},
                              {fmt::to_string(counts.first)},
                              {fmt::to_string(counts.second)}});
    return table;
}

std::string calendar_section(const core::Calendar& calendar, core::Date today) {
    const auto months = months_table(calendar);
    if (months.rows.size() < 2) return {};
    const core::DateRange days{calendar.days.front().date, calendar.days.back().date};
    const Phrase words{{fmt::format("{}: {}", in_full(days), totals_in_words(calendar, today))}};
    return section("Calendar", to_html(words) + calendar_chart(calendar, today) + to_html(months));
}

} // namespace

std::string to_html(const core::Report& report, const core::People& people, core::Date today) {
    const auto name = title_of(report.period);
    const auto days = in_full(report.period.days);
    auto html = head(name.empty() ? days : fmt::format("{} ({})", name, days));
    html += fmt::format("<body>\n<main>\n<h1>{}</h1>\n", escape_html(name.empty() ? days : name));
    html += subtitle(name.empty() ? std::string{} : days,
                     is_past(report, today) ? std::string{} : "as of " + in_full(today));
    if (const auto nothing = nothing_logged(report, today); !nothing.empty()) html += to_html(Block{nothing});
    for (const auto& [section_name, blocks] : sections_of(report, people, today)) {
        auto body = chart_of(section_name, report);
        for (const auto& block : blocks) body += to_html(block);
        html += section(section_name, body);
    }
    return html + calendar_section(report.calendar, today) + "</main>\n</body>\n</html>\n";
}

} // namespace kith::render
