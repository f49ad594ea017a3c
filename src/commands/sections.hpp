// A page for people in sections: a heading, and under it rows that are set in.
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

} // namespace kith::commands
