#include "html_charts.hpp"

#include "kith/core/text.hpp"

#include "dates.hpp"
#include "report_phrases.hpp"
#include "svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace kith::render {
namespace {

constexpr int width = 360;      // What a telephone shows without making it smaller.
constexpr double key_top = 185; // Of what the colours of the balance mean.
constexpr std::string_view online_color = "#0072b2", in_person_color = "#d55e00";

/// The plot of the balance: where 0 and 100 percent are, and what a period takes.
struct Plot {
    double left = 38, right = width - 4, top = 20, bottom = 150;
    std::size_t periods = 1;
    [[nodiscard]] double column() const { return (right - left) / static_cast<double>(periods); }
    [[nodiscard]] double middle(std::size_t period) const {
        return left + column() * (static_cast<double>(period) + 0.5);
    }
    [[nodiscard]] double height(double percent) const { return (bottom - top) * percent / 100; }
    [[nodiscard]] double at(double percent) const { return bottom - height(percent); }
};

std::optional<int> in_person_percent(const core::Report::TrendPoint& point) {
    const auto percent = core::balance_percent(point.online, point.in_person);
    return percent ? std::optional(percent->second) : std::nullopt;
}

/// What fits below a column: `W47`, `Nov`, `Q4`, `2026`; of days the first, `3 Nov`, or where they are many its year.
std::string short_label(const core::ReportPeriod& period, const std::string& trend_label) {
    constexpr int many_days = 300;
    switch (period.kind) {
    case core::PeriodKind::week:
    case core::PeriodKind::quarter:
        return trend_label.substr(trend_label.find('-') + 1);
    case core::PeriodKind::month:
        return std::string(month_name(core::parse_iso_date(trend_label + "-01").value_or(core::Date{})));
    case core::PeriodKind::year:
        return trend_label;
    case core::PeriodKind::custom:
        break;
    }
    const auto first = core::parse_iso_date(trend_label.substr(0, 10)).value_or(period.days.from);
    const bool is_long = core::days_between(period.days.from, period.days.to) > many_days;
    return is_long ? fmt::to_string(core::year_of(first))
                   : fmt::format("{} {}", core::day_of(first), month_name(first));
}

std::string scale(const Plot& plot) {
    std::string shapes;
    for (const int percent : {0, 50, 100}) {
        shapes += label(plot.left - 6, plot.at(percent) + 4, fmt::format("{}%", percent), "end");
        shapes += rectangle({plot.left, plot.at(percent), plot.right - plot.left, 1}, "line", "#8c959f");
    }
    return shapes;
}

std::string columns(const Plot& plot, const core::Report& report) {
    const auto& trend = report.trend;
    std::string shapes;
    for (std::size_t at = 0; at < trend.size(); ++at) {
        shapes += label(plot.middle(at), plot.bottom + 17, short_label(report.period, trend[at].label), "middle");
        const auto percent = in_person_percent(trend[at]);
        if (!percent) continue;
        const double left = plot.middle(at) - plot.column() * 0.35, wide = plot.column() * 0.7;
        const auto title =
            fmt::format("{}: {} in person, {} online", trend[at].label, trend[at].in_person, trend[at].online);
        shapes += rectangle({left, plot.at(100), wide, plot.height(100 - *percent)}, "online", online_color, title);
        shapes +=
            rectangle({left, plot.at(*percent), wide, plot.height(*percent)}, "in-person", in_person_color, title);
        shapes += label(plot.middle(at), plot.at(100) - 5, fmt::format("{}%", *percent), "middle");
    }
    return shapes;
}

/// A line that is seen on both colours, and its name below.
std::string target_line(const Plot& plot, int percent) {
    const auto line =
        fmt::format(R"(x1="{}" x2="{}" y1="{}" y2="{}")", plot.left, plot.right, plot.at(percent), plot.at(percent));
    return fmt::format(R"(<line class="halo" stroke="#ffffff" stroke-width="4" {0}/>
<line class="target" stroke="currentColor" stroke-width="2" stroke-dasharray="6 4" {0}/>
<line class="key" stroke="currentColor" stroke-width="2" stroke-dasharray="6 4" x1="200" x2="222" y1="{1}" y2="{1}"/>
)",
                       line, key_top + 6) +
           label(228, key_top + 10, fmt::format("target {}%", percent));
}

std::string balance_description(const core::Report& report) {
    std::vector<std::string> parts;
    for (const auto& point : report.trend) {
        const auto percent = in_person_percent(point);
        parts.push_back(fmt::format("{} {}", point.label, percent ? fmt::format("{}%", *percent) : "none"));
    }
    const auto target = report.balance.target_in_person_percent;
    return fmt::format("In person, of those that are online or in person: {}.{}", core::join(parts, ", "),
                       target ? fmt::format(" The target is {}%.", *target) : std::string{});
}

std::string platform_row(const core::Report::PlatformUse& use, double top, int largest) {
    constexpr std::size_t name_width = 34;
    const auto length = [largest](int count) { return largest == 0 ? 0.0 : 1.0 * width * count / largest; };
    auto shapes = label(0, top + 12, core::truncate(core::escape_controls(use.id), name_width));
    shapes += label(width, top + 12, of_planned(use.actual, use.planned).text, "end");
    shapes += rectangle({0, top + 18, width, 10}, "track", "#e6e9ed");
    shapes += rectangle({0, top + 18, length(use.actual), 10}, "online", online_color);
    if (use.planned.value_or(0) > 0)
        shapes += rectangle({std::min(length(*use.planned), width - 3.0), top + 15, 3, 16}, "planned", "currentColor");
    return shapes;
}

} // namespace

std::string balance_chart(const core::Report& report) {
    if (trend_span(report).empty()) return {};
    const Plot plot{.periods = report.trend.size()};
    auto shapes = scale(plot) + columns(plot, report);
    shapes += rectangle({38, key_top, 11, 11}, "in-person key", in_person_color) + label(54, key_top + 10, "in person");
    shapes += rectangle({124, key_top, 11, 11}, "online key", online_color) + label(140, key_top + 10, "online");
    if (const auto target = report.balance.target_in_person_percent) shapes += target_line(plot, *target);
    return svg({"balance", "Balance over time", balance_description(report), width, 202}, shapes);
}

std::string platforms_chart(const core::Report& report) {
    if (report.platforms.empty()) return {};
    constexpr int row_height = 40;
    int largest = 0;
    std::vector<std::string> parts;
    for (const auto& use : report.platforms) {
        largest = std::max({largest, use.actual, use.planned.value_or(0)});
        parts.push_back(fmt::format("{} {}", use.id, of_planned(use.actual, use.planned).text));
    }
    std::string shapes;
    int top = 0;
    for (const auto& use : report.platforms) {
        shapes += platform_row(use, top, largest);
        top += row_height;
    }
    shapes += rectangle({0, top + 5.0, 11, 11}, "online key", online_color) + label(16, top + 15, "actual");
    shapes += rectangle({84, top + 3.0, 3, 16}, "planned key", "currentColor") + label(93, top + 15, "planned");
    const auto description = fmt::format("Entries, of those planned: {}.", core::join(parts, ", "));
    return svg({"platforms", "Platforms, planned and actual", description, width, top + 22}, shapes);
}

} // namespace kith::render
