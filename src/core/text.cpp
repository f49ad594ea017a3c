#include "kith/core/text.hpp"

#include "utf8.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::core {

namespace {

bool is_ascii_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool is_plain(char c) {
    return c >= 0x20 && c < 0x7f;
}

void append_escaped(std::string& text, utf8::CodePoint point) {
    switch (point.value) {
    case '\n':
        text += "\\n";
        return;
    case '\t':
        text += "\\t";
        return;
    case '\r':
        text += "\\r";
        return;
    default:
        break;
    }
    const bool is_byte = !point.valid || point.value < 0x80;
    text += is_byte ? fmt::format("\\x{:02x}", point.value) : fmt::format("\\u{:04x}", point.value);
}

} // namespace

bool is_valid_utf8(std::string_view text) {
    while (!text.empty()) {
        const auto point = utf8::first(text);
        if (!point.valid) return false;
        text.remove_prefix(point.length);
    }
    return true;
}

std::string escape_controls(std::string_view text) {
    if (std::ranges::all_of(text, is_plain)) return std::string(text);
    std::string safe;
    safe.reserve(text.size() + 8);
    while (!text.empty()) {
        const auto point = utf8::first(text);
        if (!point.valid || utf8::is_control(point))
            append_escaped(safe, point);
        else
            safe += text.substr(0, point.length);
        text.remove_prefix(point.length);
    }
    return safe;
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_ascii_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_ascii_blank(text.back())) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> words(std::string_view text) {
    std::vector<std::string_view> found;
    auto at = text.begin();
    while (at != text.end()) {
        const auto begin = std::find_if_not(at, text.end(), is_ascii_blank);
        at = std::find_if(begin, text.end(), is_ascii_blank);
        if (begin != at) found.emplace_back(begin, at);
    }
    return found;
}

std::string join(std::span<const std::string> parts, std::string_view between) {
    std::string text;
    for (const auto& part : parts) {
        if (&part != &parts.front()) text += between;
        text += part;
    }
    return text;
}

} // namespace kith::core
