#include "sections.hpp"

#include <algorithm>

namespace kith::commands {
namespace {

constexpr std::size_t indentation = 2;

} // namespace

std::string section_rows(const std::vector<render::Row>& rows, render::Layout layout) {
    if (layout.width) layout.width = std::max(*layout.width, indentation + 1) - indentation;
    const std::string text = render::to_text(rows, layout);
    std::string lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at) + 1;
        lines += std::string(indentation, ' ') + text.substr(at, end - at);
        at = end;
    }
    return lines;
}

void add_section(std::string& text, std::string_view heading, std::string_view lines, const render::Layout& layout) {
    if (lines.empty()) return;
    if (!text.empty()) text += '\n';
    text += render::paint(heading, render::Style::heading, layout) + "\n";
    text += lines;
}

} // namespace kith::commands
