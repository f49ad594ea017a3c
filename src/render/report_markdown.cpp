// The report as Markdown, ready to paste: dates in full, since a paste outlives its day.
#include "kith/render/report.hpp"

#include "dates.hpp"
#include "markdown.hpp"
#include "report_sections.hpp"

#include <fmt/format.h>

namespace kith::render {
namespace {

std::string title(const core::ReportPeriod& period) {
    const auto name = title_of(period);
    return name.empty() ? in_full(period.days) : fmt::format("{} ({})", escape_markdown(name), in_full(period.days));
}

struct ToMarkdown {
    std::string operator()(const Phrase& phrase) const { return to_markdown(phrase) + '\n'; }
    std::string operator()(const Table& table) const {
        std::vector<std::vector<std::string>> rows;
        for (const auto& row : table.rows) {
            rows.push_back({escape_markdown(row.front().text)});
            for (std::size_t column = 1; column < row.size(); ++column) rows.back().push_back(row[column].text);
        }
        return markdown_table(rows);
    }
    std::string operator()(const Bullets& bullets) const {
        std::string text;
        for (const auto& item : bullets.items) text += "- " + to_markdown(item) + '\n';
        return text;
    }
};

} // namespace

std::string to_markdown(const core::Report& report, const core::People& people, core::Date today) {
    std::string text = fmt::format("# {}\n", title(report.period));
    if (!is_past(report, today)) text += fmt::format("\nAs of {}.\n", in_full(today));
    if (const auto nothing = nothing_logged(report, today); !nothing.empty()) text += '\n' + ToMarkdown{}(nothing);
    for (const auto& section : sections_of(report, people, today)) {
        text += fmt::format("\n## {}\n", section.name);
        for (const auto& block : section.blocks) text += '\n' + std::visit(ToMarkdown{}, block);
    }
    return text;
}

} // namespace kith::render
