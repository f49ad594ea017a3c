#include "kith/render/table.hpp"

#include "kith/core/text.hpp"
#include "kith/render/lines.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace kith::render {
namespace {

struct Column {
    std::size_t index = 0; ///< In the rows.
    std::size_t width = 0;
    Narrow narrow = Narrow::cut;
    bool has_names = false;
};

/// Those that stand side by side.
using Columns = std::vector<Column>;

constexpr std::size_t gap = 2;
constexpr std::size_t indentation = 2; ///< Of the lines in which a row goes on.
constexpr std::size_t narrowest = 8;
constexpr std::size_t legible = 16; ///< As much of a text says something,
constexpr std::size_t name = 20;    ///< and as much of a name says who it is.
constexpr std::size_t roomy = 24;   ///< As much the last column has before others may take up room that can go.

/// The text as it is printed, its first line, without blanks at its end, which would be blanks at the line's end.
std::string printable(const Cell& cell, Signs signs) {
    auto text = core::escape_controls(first_line(cell.text, signs));
    const auto last = text.find_last_not_of(' ');
    text.resize(last == std::string::npos ? 0 : last + 1);
    return text;
}

std::vector<Row> printable(const std::vector<Row>& rows, Signs signs) {
    std::vector<Row> result = rows;
    for (auto& row : result)
        for (auto& cell : row) cell.text = printable(cell, signs);
    return result;
}

/// Those that have any text, as wide as the widest.
Columns measure(const std::vector<Row>& rows) {
    Columns columns;
    for (const auto& row : rows) {
        for (std::size_t index = columns.size(); index < row.size(); ++index) columns.push_back({index});
        for (auto& column : columns) {
            if (column.index >= row.size() || row[column.index].text.empty()) continue;
            const auto& cell = row[column.index];
            if (column.width == 0) column.narrow = cell.narrow;
            column.has_names = column.has_names || cell.style == Style::strong;
            column.width = std::max(column.width, core::display_width(cell.text));
        }
    }
    std::erase_if(columns, [](const Column& column) { return column.width == 0; });
    return columns;
}

bool may_go(const Column& column) {
    return column.narrow >= Narrow::goes_last;
}

std::size_t width_with_gaps(const Columns& columns) {
    const auto add = [](std::size_t sum, const Column& column) { return sum + column.width; };
    return std::accumulate(columns.begin(), columns.end(), columns.empty() ? 0 : gap * (columns.size() - 1), add);
}

/// As narrow as a column may become before something else is done.
std::size_t least_width(const Column& column) {
    if (column.narrow == Narrow::whole) return column.width;
    return std::min(column.width, column.has_names ? name : legible);
}

bool has_room(Columns columns, std::size_t available) {
    for (auto& column : columns) {
        const bool is_text_at_end = &column == &columns.back() && column.narrow == Narrow::cut;
        column.width = is_text_at_end ? std::min(column.width, roomy) : least_width(column);
    }
    return width_with_gaps(columns) <= available;
}

/// What a row's first line has, and what the others have.
std::size_t room_of(std::size_t line, std::size_t available) {
    return line == 0 ? available : available - std::min(available, indentation);
}

/// The columns in as many lines as it takes for each to be legible.
std::vector<Columns> broken(const Columns& columns, std::size_t available) {
    std::vector<Columns> lines(1);
    std::size_t used = 0;
    for (const auto& column : columns) {
        const auto room = room_of(lines.size() - 1, available);
        const auto needed = least_width(column) + (lines.back().empty() ? 0 : gap);
        if (!lines.back().empty() && used + needed > room) {
            lines.emplace_back();
            used = needed - gap;
        } else {
            used += needed;
        }
        lines.back().push_back(column);
    }
    return lines;
}

void put_back(Columns& columns, const Column& column) {
    columns.insert(std::ranges::upper_bound(columns, column.index, {}, &Column::index), column);
}

/// Whether each line that is not as it was has room.
bool have_room(const std::vector<Columns>& lines, const std::vector<Columns>& before, std::size_t available) {
    for (std::size_t at = 0; at < lines.size(); ++at)
        if (!std::ranges::equal(lines[at], before[at], {}, &Column::index, &Column::index) &&
            !has_room(lines[at], room_of(at, available)))
            return false;
    return true;
}

/// The lines without what may go until the rest has room; where that takes several lines, with what has a place in
/// these.
std::vector<Columns> arranged(Columns columns, std::size_t available) {
    Columns gone;
    while (!has_room(columns, available) && std::ranges::any_of(columns, may_go)) {
        const auto next = std::max_element(columns.rbegin(), columns.rend(),
                                           [](const Column& a, const Column& b) { return a.narrow < b.narrow; });
        gone.push_back(*next);
        columns.erase(std::next(next).base());
    }
    auto lines = broken(columns, available);
    if (lines.size() == 1) return lines;
    for (auto last = gone.rbegin(); last != gone.rend(); ++last) {
        auto more = columns;
        put_back(more, *last);
        auto longer = broken(more, available);
        if (longer.size() > lines.size() || !have_room(longer, lines, available)) continue;
        columns = std::move(more);
        lines = std::move(longer);
    }
    return lines;
}

/// Takes from the widest of those above their least, a bit at a time, so that they end up alike.
template<class Least> void narrow(Columns& columns, std::size_t available, Least least) {
    while (width_with_gaps(columns) > available) {
        auto widest = columns.end();
        for (auto column = columns.begin(); column != columns.end(); ++column)
            if (column->width > least(*column) && (widest == columns.end() || column->width > widest->width))
                widest = column;
        if (widest == columns.end()) return;
        --widest->width;
    }
}

/// The last column gives first, since it holds what is longest and least needed in full; then the others but those that
/// are to stay whole, and at the very last these too.
void fit(Columns& columns, std::size_t available) {
    const auto width = width_with_gaps(columns);
    if (width <= available) return;
    auto& last = columns.back();
    if (last.narrow != Narrow::whole && last.width > roomy)
        last.width = std::max(roomy, last.width - std::min(width - available, last.width));
    narrow(columns, available, least_width);
    narrow(columns, available,
           [](const Column& column) { return column.narrow == Narrow::whole ? column.width : narrowest; });
    narrow(columns, available, [](const Column&) { return narrowest; });
}

std::vector<Columns> laid_out(const Columns& columns, const Layout& layout) {
    if (!layout.width || columns.empty()) return {columns};
    auto lines = arranged(columns, *layout.width);
    for (std::size_t at = 0; at < lines.size(); ++at) fit(lines[at], room_of(at, *layout.width));
    return lines;
}

std::string painted(const Cell& cell, const std::string& shown, const Layout& layout) {
    const auto lead = std::min(cell.set_off, shown.size());
    return paint(std::string_view(shown).substr(0, lead), Style::strong, layout) +
           paint(std::string_view(shown).substr(lead), cell.style, layout);
}

/// Empty where no cell has a text.
std::string line(const Row& row, const Columns& columns, const Layout& layout) {
    std::string text;
    std::size_t owed = 0;
    for (const auto& column : columns) {
        const auto shown =
            column.index < row.size() ? shortened(row[column.index].text, column.width, layout.signs) : "";
        const auto used = core::display_width(shown);
        if (!shown.empty()) {
            text.append(owed, ' ').append(painted(row[column.index], shown, layout));
            owed = 0;
        }
        owed += column.width - used + gap;
    }
    return text;
}

} // namespace

std::vector<std::string> to_texts(const std::vector<Row>& rows, const Layout& layout) {
    const auto cells = printable(rows, layout.signs);
    const auto lines = laid_out(measure(cells), layout);
    std::vector<std::string> texts;
    for (const auto& row : cells) {
        auto& text = texts.emplace_back(line(row, lines.front(), layout) + '\n');
        for (std::size_t at = 1; at < lines.size(); ++at)
            if (const auto more = line(row, lines[at], layout); !more.empty())
                text.append(indentation, ' ').append(more).append("\n");
    }
    return texts;
}

std::string to_text(const std::vector<Row>& rows, const Layout& layout) {
    return core::join(to_texts(rows, layout), "");
}

} // namespace kith::render
