// How one text becomes another, line by line.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace kith::render {

struct LineEdit {
    enum class Kind { keep, remove, add } kind = Kind::keep;
    std::string_view line; ///< With its line break, where it has one.
};

struct LineEdits {
    std::size_t passed = 0; ///< Lines at the beginning that both texts share and that are left out.
    std::vector<LineEdit> edits;
};

/// A shortest way from `before` to `after`, removals before additions where they meet. An added or removed block that
/// could as well stand a few lines higher begins after a blank line where it can: a record is one block. Of the lines
/// that both begin and end with, only some next to the changes are in it. The lines point into the texts.
[[nodiscard]] LineEdits line_edits(std::string_view before, std::string_view after);

} // namespace kith::render
