#include "markdown.hpp"

#include "kith/core/text.hpp"

#include <algorithm>

namespace kith::render {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Where a line would begin as a list, a heading's underline or the like: the place of the character that makes it
/// one, else the end.
std::size_t opening(std::string_view text) {
    if (text.empty()) return text.size();
    if (std::string_view("#-+=").find(text.front()) != std::string_view::npos) return 0;
    const auto number = std::ranges::find_if_not(text, is_digit);
    const auto after = static_cast<std::size_t>(number - text.begin());
    const bool is_item = after > 0 && after < text.size() && (text[after] == '.' || text[after] == ')');
    return is_item ? after : text.size();
}

} // namespace

std::string escape_markdown(std::string_view text) {
    constexpr std::string_view specials = "\\`*_[]<>|~$&";
    const auto safe = core::escape_controls(text);
    const auto begin = std::min(safe.find_first_not_of(' '), safe.size());
    const auto opens = begin + opening(std::string_view(safe).substr(begin));
    std::string escaped;
    for (std::size_t at = 0; at < safe.size(); ++at) {
        if (at == opens || specials.find(safe[at]) != std::string_view::npos) escaped += '\\';
        escaped += safe[at];
    }
    return escaped;
}

std::string to_markdown(const Phrase& phrase) {
    std::string text;
    for (const auto& cell : phrase) {
        const auto escaped = escape_markdown(cell.text);
        text += cell.style == Style::strong ? "**" + escaped + "**" : escaped;
    }
    return text;
}

std::string markdown_table(const std::vector<std::vector<std::string>>& rows) {
    std::string text;
    for (const auto& row : rows) {
        text += "| " + core::join(row, " | ") + " |\n";
        if (&row != &rows.front()) continue;
        text += "|---|";
        for (std::size_t column = 1; column < row.size(); ++column) text += "---:|";
        text += '\n';
    }
    return text;
}

} // namespace kith::render
