// The report on a terminal: a column of labels, and beside it what there is to say.
#include "kith/core/text.hpp"
#include "kith/render/chart.hpp"
#include "kith/render/report.hpp"

#include "page.hpp"
#include "report_phrases.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::render {
namespace {

/// More lines than this are a list of its own, `kith followup`.
constexpr std::size_t most_reconnects = 10;

Phrase heading(const core::Report& report, core::Date today) {
    const auto& period = report.period;
    std::vector<Phrase> parts;
    if (auto title = title_of(period); !title.empty()) parts.push_back({{std::move(title), Style::strong}});
    parts.push_back({{days_in_words(period.days, today)}});
    if (period.kind == core::PeriodKind::custom) parts.push_back({{name_of(period)}});
    if (period.days.contains(today) && today < period.days.to)
        parts.push_back({{counted(core::days_between(today, period.days.to), "day", "days") + " to go", Style::faint}});
    return joined(parts, " · ");
}

/// A row of a small chart.
struct Bar {
    std::string name;
    double value = 0, maximum = 0; ///< A maximum of 0 is for no bar.
    Cell figure;
};

/// Names, bars and figures below each other; the bars `usual` columns, twice as many on a wide page, and as short as
/// the page needs.
void add_bars(Page& page, const std::vector<Bar>& bars, std::size_t usual) {
    constexpr std::size_t wide_room = 100;
    const auto widest = page.room() < wide_room ? usual : 2 * usual;
    std::size_t name_width = 0, figure_width = 0;
    for (const auto& row : bars) {
        name_width = std::max(name_width, core::display_width(core::escape_controls(row.name)));
        figure_width = std::max(figure_width, core::display_width(row.figure.text));
    }
    name_width = std::min(name_width, page.room() / 2);
    const bool has_bars = std::ranges::any_of(bars, [](const auto& row) { return row.maximum > 0; });
    const auto taken = name_width + 2 + 1 + figure_width;
    const auto width = has_bars && taken < page.room() ? std::min(widest, page.room() - taken) : 0;
    for (const auto& row : bars) {
        const auto name = shortened(core::escape_controls(row.name), name_width, page.signs());
        auto drawn = core::pad(bar(row.value, row.maximum, width, page.signs()), width);
        if (width > 0) drawn += ' ';
        page.line({{core::pad(name, name_width) + "  "}, {std::move(drawn)}, row.figure});
    }
}

void add_balance(Page& page, const core::Report& report) {
    const auto& counts = report.interactions;
    page.section("Balance");
    page.paragraph(balance(report));
    if (counts.total == 0) return;
    const int largest = std::max(counts.online, counts.in_person);
    const auto row = [largest](std::string name, int count, std::optional<int> planned) {
        return Bar{std::move(name), static_cast<double>(count), static_cast<double>(largest),
                   of_planned(count, planned)};
    };
    if (largest > 0)
        add_bars(page, {row("in person", counts.in_person, report.planned.in_person), row("online", counts.online, {})},
                 20);
    page.paragraph(entries(report));
    page.paragraph(remarks(report));
}

void add_platforms(Page& page, const core::Report& report) {
    std::vector<Bar> bars;
    for (const auto& use : report.platforms)
        bars.push_back({use.id, static_cast<double>(use.actual), static_cast<double>(use.planned.value_or(0)),
                        of_planned(use.actual, use.planned)});
    page.section("Platforms");
    add_bars(page, bars, 10);
}

/// The figures beside a sparkline, each in `width` columns.
std::string figures(const std::vector<int>& values, std::size_t width) {
    std::string text;
    for (const int value : values) text += fmt::format(" {:>{}}", value, width);
    return text;
}

void add_trend(Page& page, const core::Report& report) {
    page.section("Trend");
    const auto span = trend_span(report);
    if (span.empty()) return;
    std::vector<int> in_person, online;
    for (const auto& point : report.trend) {
        in_person.push_back(point.in_person);
        online.push_back(point.online);
    }
    const int largest = std::max(std::ranges::max(in_person), std::ranges::max(online));
    const auto width = fmt::to_string(largest).size();
    constexpr std::size_t name_width = std::string_view("in person  ").size();
    const bool has_room = name_width + 1 + report.trend.size() * (width + 2) <= page.room();
    const auto row = [&](std::string_view name, const std::vector<int>& values) {
        const auto beside = has_room ? fmt::format(" {}", figures(values, width)) : std::string{};
        return Phrase{{core::pad(name, name_width)}, {sparkline(values, page.signs())}, {beside}};
    };
    page.paragraph(span);
    page.line(row("in person", in_person));
    page.line(row("online", online));
}

void add_reconnect(Page& page, const core::Report& report, const core::People& people, core::Date today) {
    const auto& items = report.reconnect;
    page.section("Reconnect");
    if (items.empty()) return;
    if (auto as_of = as_of_in_words(report, today); !as_of.empty()) page.paragraph({{std::move(as_of), Style::faint}});
    for (std::size_t at = 0; at < std::min(items.size(), most_reconnects); ++at)
        page.item({{name_of(items[at], people), Style::strong}, {" · ", Style::drawn}, {items[at].why}});
    if (items.size() > most_reconnects)
        page.paragraph({{fmt::format("and {} more", items.size() - most_reconnects), Style::faint}});
}

} // namespace

std::string to_text(const core::Report& report, const core::People& people, core::Date today, const Layout& layout) {
    Page page(layout);
    page.title(heading(report, today));
    if (const auto nothing = nothing_logged(report, today); !nothing.empty()) page.title(nothing);
    add_balance(page, report);
    const auto add = [&page](std::string_view label, const Phrase& phrase) {
        page.section(label);
        page.paragraph(phrase);
    };
    add("Before", before(report));
    add_platforms(page, report);
    add("Kinds", kinds(report));
    add("Help", help(report));
    add("People", people_met(report, people));
    add("Events", events_planned(report));
    for (const auto& figures : report.events) page.item(event(figures));
    add("Follow-ups", followups(report, today));
    add("Posts", posts(report));
    add_trend(page, report);
    add_reconnect(page, report, people, today);
    if (report.interactions.total > 0) add("Log", silence(report));
    return page.text();
}

} // namespace kith::render
