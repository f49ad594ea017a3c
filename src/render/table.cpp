#include "kith/render/table.hpp"

#include "kith/core/text.hpp"

#include <algorithm>
#include <numeric>

namespace kith::render {
namespace {

using Widths = std::vector<std::size_t>;

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest = 8;

/// The text as it is printed, without blanks at its end, which would be blanks at the line's end.
std::string printable(const Cell& cell) {
    auto text = core::escape_controls(cell.text);
    const auto last = text.find_last_not_of(' ');
    text.resize(last == std::string::npos ? 0 : last + 1);
    return text;
}

std::vector<Row> printable(const std::vector<Row>& rows) {
    std::vector<Row> result = rows;
    for (auto& row : result)
        for (auto& cell : row) cell.text = printable(cell);
    return result;
}

Widths measure(const std::vector<Row>& rows) {
    Widths widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], core::display_width(row[column].text));
    }
    return widths;
}

std::size_t total(const Widths& widths) {
    const auto columns = static_cast<std::size_t>(std::ranges::count_if(widths, [](auto width) { return width > 0; }));
    return std::accumulate(widths.begin(), widths.end(), columns > 1 ? gap * (columns - 1) : 0);
}

/// The width of a column that gives up to `excess` columns but stays legible.
std::size_t narrowed(std::size_t width, std::size_t excess) {
    if (width <= narrowest) return width;
    return std::max(narrowest, width - std::min(excess, width));
}

/// The last column gives first, since it holds what is longest and least needed in full; then the widest ones, one
/// column at a time, so that they end up alike.
Widths fitted(Widths widths, std::size_t available) {
    const auto last = std::find_if(widths.rbegin(), widths.rend(), [](auto width) { return width > 0; });
    if (last == widths.rend()) return widths;
    if (total(widths) > available) *last = narrowed(*last, total(widths) - available);
    while (total(widths) > available) {
        const auto widest = std::ranges::max_element(widths);
        if (*widest <= narrowest) break;
        --*widest;
    }
    return widths;
}

std::string line(const Row& row, const Widths& widths, const Layout& layout) {
    std::string text;
    std::size_t owed = 0;
    for (std::size_t column = 0; column < row.size(); ++column) {
        if (widths[column] == 0) continue;
        const auto shown = core::truncate(row[column].text, widths[column]);
        const auto used = core::display_width(shown);
        if (!shown.empty()) {
            text.append(owed, ' ').append(paint(shown, row[column].style, layout));
            owed = 0;
        }
        owed += widths[column] - used + gap;
    }
    return text + '\n';
}

} // namespace

std::string to_text(const std::vector<Row>& rows, const Layout& layout) {
    const auto lines = printable(rows);
    auto widths = measure(lines);
    if (layout.width) widths = fitted(std::move(widths), *layout.width);
    std::string text;
    for (const auto& row : lines) text += line(row, widths, layout);
    return text;
}

} // namespace kith::render
