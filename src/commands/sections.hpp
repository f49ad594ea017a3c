// A page for people in sections: a heading, and under it rows that are set in; and texts that are whole however narrow
// the terminal is.
#pragma once

#include "kith/render/style.hpp"
#include "kith/render/table.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kith::commands {

/// A heading and lines set in under it, parted from what is above by an empty line; nothing where there are no lines.
void add_section(std::string& text, std::string_view heading, std::string_view lines, const render::Layout& layout);
/// The lines as they stand under a heading; each ends in `\n`.
[[nodiscard]] std::string set_in(std::string_view lines, std::size_t indentation = 2);
/// The layout for lines that will be set in.
[[nodiscard]] render::Layout set_in(render::Layout layout);
/// Rows for such lines.
[[nodiscard]] std::string section_rows(const std::vector<render::Row>& rows, render::Layout layout);

/// A line of text; on a terminal broken between words where it is too long. A word that is too long stays as it is.
[[nodiscard]] std::string paragraph(std::string_view text, const render::Layout& layout);
/// Rows, alike in length, of which nothing of the last cells is cut: on a terminal these go on in lines below, and
/// begin in these where there is too little room beside the other cells. Their words stay as they are too.
[[nodiscard]] std::string whole_rows(const std::vector<render::Row>& rows, const render::Layout& layout);

} // namespace kith::commands
