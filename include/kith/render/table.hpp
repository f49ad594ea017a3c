// Rows in aligned columns, as wide as the terminal allows.
#pragma once

#include "kith/render/style.hpp"

#include <string>
#include <vector>

namespace kith::render {

struct Cell {
    std::string text; ///< Raw: it is escaped when printed.
    Style style = Style::plain;
    bool is_whole = false; ///< An id or a date, which says nothing when it is cut: its column gives way last.
};

using Row = std::vector<Cell>;

/// One line a row, columns padded to their widest cell (by display width) and parted by two blanks; no blanks at a
/// line's end. Where the layout has a width, the last column is cut to fit with `…`, and earlier ones only when nothing
/// else helps (never below 8 columns). Empty columns are left out.
[[nodiscard]] std::string to_text(const std::vector<Row>& rows, const Layout& layout);

} // namespace kith::render
