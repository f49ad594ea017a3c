#include "kith/render/lines.hpp"

#include "kith/core/text.hpp"

#include <algorithm>

namespace kith::render {
namespace {

/// Takes the first line off; without its terminator.
std::string_view take_line(std::string_view& text) {
    const auto end = std::min(text.find('\n'), text.size());
    auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

} // namespace

std::string first_line(std::string_view text, Signs signs) {
    if (text.find('\n') == text.npos) return std::string(text);
    std::string_view line;
    while (!text.empty() && core::trim(line).empty()) line = take_line(text);
    const auto end = line.find_last_not_of(" \t\r");
    std::string shown(line.substr(0, end == line.npos ? 0 : end + 1));
    if (!core::trim(text).empty()) shown += signs == Signs::unicode ? " …" : " ..";
    return shown;
}

std::vector<std::string> lines_of(std::string_view text) {
    text = text.substr(0, text.find_last_not_of("\r\n") + 1);
    std::vector<std::string> lines;
    do lines.emplace_back(take_line(text));
    while (!text.empty());
    return lines;
}

} // namespace kith::render
