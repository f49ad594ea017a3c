// Texts on a terminal: how many columns they take, and how they are cut to fit.
#include "kith/core/text.hpp"

#include "utf8.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace kith::core {

namespace {

constexpr std::string_view ellipsis = "…";
constexpr std::int32_t emoji_presentation = 0xfe0f;

/// A letter and its marks, or an emoji and what modifies it: what a person sees as one character.
struct Grapheme {
    std::string_view text;
    std::size_t width = 0;
};

bool is_regional_indicator(std::int32_t value) {
    return value >= 0x1f1e6 && value <= 0x1f1ff;
}

std::size_t width_of(utf8::CodePoint point) {
    if (!point.valid) return 1;
    return static_cast<std::size_t>(std::max(utf8proc_charwidth(point.value), 0));
}

bool is_printable_ascii(char c) {
    return c >= 0x20 && c < 0x7f;
}

/// The grapheme that `text`, which is not empty, begins with.
Grapheme first_grapheme(std::string_view text) {
    // Nothing of ASCII joins what stands before it.
    const bool stands_alone = text.size() == 1 || is_printable_ascii(text[1]);
    if (stands_alone && is_printable_ascii(text[0])) return {text.substr(0, 1), 1};
    auto previous = utf8::first(text);
    std::size_t length = previous.length;
    std::size_t width = width_of(previous);
    utf8proc_int32_t state = 0;
    while (length < text.size() && previous.valid) {
        const auto next = utf8::first(text.substr(length));
        if (!next.valid || utf8proc_grapheme_break_stateful(previous.value, next.value, &state)) break;
        const bool is_flag = is_regional_indicator(previous.value) && is_regional_indicator(next.value);
        // A presentation selector asks for the coloured, wide form; after a letter it asks for nothing.
        const bool is_emoji = next.value == emoji_presentation && !utf8::is_letter(previous);
        width = is_flag || is_emoji ? 2 : std::max(width, width_of(next));
        length += next.length;
        previous = next;
    }
    return {text.substr(0, length), width};
}

std::size_t ascii_width(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, is_printable_ascii));
}

/// The longest beginning that fits, in whole graphemes.
std::string_view beginning(std::string_view text, std::size_t width) {
    std::size_t length = 0;
    std::size_t used = 0;
    while (length < text.size()) {
        const auto grapheme = first_grapheme(text.substr(length));
        if (used + grapheme.width > width) break;
        used += grapheme.width;
        length += grapheme.text.size();
    }
    return text.substr(0, length);
}

} // namespace

std::size_t display_width(std::string_view text) {
    if (utf8::is_ascii(text)) return ascii_width(text);
    std::size_t width = 0;
    while (!text.empty()) {
        const auto grapheme = first_grapheme(text);
        width += grapheme.width;
        text.remove_prefix(grapheme.text.size());
    }
    return width;
}

std::string truncate(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) return std::string(text);
    if (width == 0) return {};
    return std::string(beginning(text, width - 1)).append(ellipsis);
}

std::string pad(std::string_view text, std::size_t width) {
    const auto used = display_width(text);
    std::string padded(text);
    if (used < width) padded.append(width - used, ' ');
    return padded;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
    std::vector<std::string> lines{""};
    std::size_t used = 0;
    for (auto word : words(text)) {
        auto needed = display_width(word);
        const std::size_t gap = lines.back().empty() ? 0 : 1;
        if (used + gap + needed <= width) {
            if (gap > 0) lines.back() += ' ';
            lines.back() += word;
            used += gap + needed;
            continue;
        }
        if (gap > 0) lines.emplace_back();
        while (needed > width) {
            // One character at least, however narrow the line.
            const auto piece = std::max(beginning(word, width).size(), first_grapheme(word).text.size());
            if (piece == word.size()) break;
            lines.back() = word.substr(0, piece);
            word.remove_prefix(piece);
            needed = display_width(word);
            lines.emplace_back();
        }
        lines.back() = word;
        used = needed;
    }
    return lines;
}

} // namespace kith::core
