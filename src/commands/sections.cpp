#include "sections.hpp"

#include <algorithm>

namespace kith::commands {
namespace {

constexpr std::size_t indentation = 2;

} // namespace

std::string set_in(std::string_view text, std::size_t indentation) {
    std::string lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n') + 1;
        lines += std::string(indentation, ' ');
        lines += text.substr(0, end);
        text.remove_prefix(end);
    }
    return lines;
}

render::Layout set_in(render::Layout layout) {
    if (layout.width) layout.width = std::max(*layout.width, indentation + 1) - indentation;
    return layout;
}

std::string section_rows(const std::vector<render::Row>& rows, render::Layout layout) {
    return set_in(render::to_text(rows, set_in(layout)));
}

void add_section(std::string& text, std::string_view heading, std::string_view lines, const render::Layout& layout) {
    if (lines.empty()) return;
    if (!text.empty()) text += '\n';
    text += render::paint(heading, render::Style::heading, layout) + "\n";
    text += lines;
}

} // namespace kith::commands
