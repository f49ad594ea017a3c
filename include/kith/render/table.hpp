// Rows in aligned columns, as wide as the terminal allows.
#pragma once

#include "kith/render/style.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace kith::render {

/// What becomes of a column where the terminal is too narrow for all of them.
enum class Narrow {
    cut,        ///< Its texts are cut.
    whole,      ///< Ids and dates, which say nothing when they are cut, stay whole as long as anything else helps.
    goes_last,  ///< It is left out.
    goes,       ///< It is left out sooner,
    goes_first, ///< and this one before all others.
};

struct Cell {
    std::string text; ///< Raw: it is escaped when printed.
    Style style = Style::plain;
    Narrow narrow = Narrow::cut; ///< Of a column that of its first cell with a text.
    std::size_t set_off = 0;     ///< So many bytes at its beginning are strong: the part of an id that is enough.
};

using Row = std::vector<Cell>;

/// One line a row, columns padded to their widest cell (by display width) and parted by two blanks; no blanks at a
/// line's end. Empty columns are left out. Where the layout has a width, nothing is wider (but that no column is cut
/// below 8): first columns that may go are left out; then the last column is cut with `…`, and those before it; and
/// where they would be cut until they say nothing, a row goes on in lines of its own, set in by two.
[[nodiscard]] std::string to_text(const std::vector<Row>& rows, const Layout& layout);
/// The same, each row's line or lines by itself.
[[nodiscard]] std::vector<std::string> to_texts(const std::vector<Row>& rows, const Layout& layout);

} // namespace kith::render
