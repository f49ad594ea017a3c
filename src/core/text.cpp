#include "kith/core/text.hpp"

#include "utf8.hpp"

#include <algorithm>

namespace kith::core {

namespace {

bool is_ascii_blank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
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
