#include "kith/render/table.hpp"

#include "kith/core/text.hpp"

#include <algorithm>
#include <numeric>

namespace kith::render {
namespace {

using Widths = std::vector<std::size_t>;
using Marks = std::vector<bool>;

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

/// The columns that have cells which are to stay whole.
Marks whole_columns(const std::vector<Row>& rows, std::size_t count) {
    Marks whole(count, false);
    for (const auto& row : rows)
        for (std::size_t column = 0; column < row.size(); ++column)
            if (row[column].is_whole) whole[column] = true;
    return whole;
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

/// Takes from the widest of the columns that are not kept, one at a time, so that they end up alike.
void narrow(Widths& widths, std::size_t available, const Marks& kept) {
    while (total(widths) > available) {
        auto widest = widths.end();
        for (auto width = widths.begin(); width != widths.end(); ++width) {
            const bool is_kept = kept[static_cast<std::size_t>(width - widths.begin())];
            if (!is_kept && *width > narrowest && (widest == widths.end() || *width > *widest)) widest = width;
        }
        if (widest == widths.end()) return;
        --*widest;
    }
}

/// The last column gives first, since it holds what is longest and least needed in full; then the others but those that
/// are to stay whole, and at the very last these too.
Widths fitted(Widths widths, std::size_t available, const Marks& whole) {
    const auto last = std::find_if(widths.rbegin(), widths.rend(), [](auto width) { return width > 0; });
    if (last == widths.rend()) return widths;
    const auto last_column = static_cast<std::size_t>(widths.rend() - last) - 1;
    if (total(widths) > available && !whole[last_column]) *last = narrowed(*last, total(widths) - available);
    narrow(widths, available, whole);
    narrow(widths, available, Marks(widths.size(), false));
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
    if (layout.width) widths = fitted(widths, *layout.width, whole_columns(lines, widths.size()));
    std::string text;
    for (const auto& row : lines) text += line(row, widths, layout);
    return text;
}

} // namespace kith::render
