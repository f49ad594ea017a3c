// Texts made comparable: without case and accents.
#include "kith/core/text.hpp"

#include "utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace kith::core {

namespace {

constexpr std::size_t longest_slug = 60;

struct Replacement {
    std::int32_t letter;
    std::string_view by;
};

// Letters that Unicode does not take apart, and typographic signs that keyboards do not have. By code point.
constexpr std::array replacements{
    Replacement{0x00e6, "ae"}, Replacement{0x00f0, "d"}, Replacement{0x00f8, "o"},  Replacement{0x00fe, "th"},
    Replacement{0x0111, "d"},  Replacement{0x0127, "h"}, Replacement{0x0131, "i"},  Replacement{0x0138, "k"},
    Replacement{0x0142, "l"},  Replacement{0x014b, "n"}, Replacement{0x0153, "oe"}, Replacement{0x0167, "t"},
    Replacement{0x0180, "b"},  Replacement{0x01b6, "z"}, Replacement{0x01e5, "g"},  Replacement{0x0259, "e"},
    Replacement{0x0268, "i"},  Replacement{0x02bc, "'"}, Replacement{0x2010, "-"},  Replacement{0x2018, "'"},
    Replacement{0x2019, "'"},
};

struct Range {
    std::int32_t from;
    std::int32_t to;
};

// Accents and vowel points, which may be left out in writing. Not the marks of scripts where they are letters' vowels
// or change the letter (Devanagari, kana).
constexpr std::array accents{
    Range{0x0300, 0x036f}, Range{0x0483, 0x0489}, Range{0x0591, 0x05bd}, Range{0x05bf, 0x05c7},
    Range{0x0610, 0x061a}, Range{0x064b, 0x065f}, Range{0x0670, 0x0670}, Range{0x1ab0, 0x1aff},
    Range{0x1dc0, 0x1dff}, Range{0x20d0, 0x20ff}, Range{0xfe20, 0xfe2f},
};

bool is_accent(std::int32_t value) {
    if (value < accents.front().from) return false;
    return std::ranges::any_of(accents, [&](Range range) {
        return range.from <= value && value <= range.to && utf8::is_mark({value, 1, true});
    });
}

std::string_view replacement_of(std::int32_t letter) {
    const auto found = std::ranges::lower_bound(replacements, letter, {}, &Replacement::letter);
    return found != replacements.end() && found->letter == letter ? found->by : std::string_view{};
}

/// Also for a text that is not valid UTF-8: its other bytes stay as they are.
std::string fold_ascii(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    for (const char c : text) {
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            if (!folded.empty() && folded.back() != ' ') folded += ' ';
        } else {
            folded += utf8::lower_ascii(c);
        }
    }
    if (!folded.empty() && folded.back() == ' ') folded.pop_back();
    return folded;
}

/// The code points of valid UTF-8, normalised as the options of utf8proc say.
std::vector<utf8proc_int32_t> decompose(std::string_view text, int options) {
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto size = static_cast<utf8proc_ssize_t>(text.size());
    const auto chosen = static_cast<utf8proc_option_t>(options);
    std::vector<utf8proc_int32_t> points(text.size() * 2);
    auto length = utf8proc_decompose(bytes, size, points.data(), static_cast<utf8proc_ssize_t>(points.size()), chosen);
    if (length > static_cast<utf8proc_ssize_t>(points.size())) {
        points.resize(static_cast<std::size_t>(length));
        length = utf8proc_decompose(bytes, size, points.data(), length, chosen);
    }
    points.resize(static_cast<std::size_t>(std::max<utf8proc_ssize_t>(length, 0)));
    return points;
}

void compose(std::vector<utf8proc_int32_t>& points) {
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    const auto length = utf8proc_normalize_utf32(points.data(), static_cast<utf8proc_ssize_t>(points.size()), options);
    points.resize(static_cast<std::size_t>(std::max<utf8proc_ssize_t>(length, 0)));
}

std::vector<utf8proc_int32_t> without_accents(const std::vector<utf8proc_int32_t>& points) {
    std::vector<utf8proc_int32_t> kept;
    kept.reserve(points.size() + 4);
    for (const auto value : points) {
        if (value < 0x80)
            kept.push_back(value);
        else if (const auto by = replacement_of(value); !by.empty())
            kept.insert(kept.end(), by.begin(), by.end());
        else if (!is_accent(value))
            kept.push_back(value);
    }
    // ASCII does not compose, and few words have anything else left.
    if (std::ranges::any_of(kept, [](auto value) { return value >= 0x80; })) compose(kept);
    return kept;
}

std::string fold_unicode(std::string_view text) {
    const int options = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE | UTF8PROC_STABLE;
    std::string folded;
    folded.reserve(text.size());
    for (const auto value : without_accents(decompose(text, options))) {
        if (!utf8::is_blank({value, 1, true}))
            utf8::append(folded, value);
        else if (!folded.empty() && folded.back() != ' ')
            folded += ' ';
    }
    if (!folded.empty() && folded.back() == ' ') folded.pop_back();
    return folded;
}

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// In lower case, otherwise as it is: accents tell letters apart where no ASCII letter stands for them.
std::string lower(std::string_view text) {
    auto points = decompose(text, UTF8PROC_DECOMPOSE | UTF8PROC_STABLE);
    for (auto& value : points) value = utf8proc_tolower(value);
    compose(points);
    std::string lowered;
    for (const auto value : points) utf8::append(lowered, value);
    return lowered;
}

bool belongs_in_slug(utf8::CodePoint point, bool ascii_only) {
    if (ascii_only && point.value >= 0x80) return false;
    return utf8::is_letter(point) || utf8::is_digit(point) || utf8::is_mark(point);
}

} // namespace

std::string fold(std::string_view text) {
    if (utf8::is_ascii(text) || !is_valid_utf8(text)) return fold_ascii(text);
    return fold_unicode(text);
}

std::string slug(std::string_view text) {
    const auto folded = fold(text);
    const bool ascii_only = std::ranges::any_of(folded, is_ascii_letter) || !is_valid_utf8(text);
    const auto source = ascii_only ? folded : lower(text);
    std::string made;
    bool gap = false;
    for (std::string_view rest = source; !rest.empty();) {
        const auto point = utf8::first(rest);
        const auto letter = rest.substr(0, point.length);
        rest.remove_prefix(point.length);
        if (!belongs_in_slug(point, ascii_only)) {
            gap = !made.empty();
            continue;
        }
        if (made.size() + (gap ? 1 : 0) + letter.size() > longest_slug) break;
        if (gap) made += '-';
        made += letter;
        gap = false;
    }
    return made;
}

bool contains_folded(std::string_view haystack, std::string_view folded_needle) {
    return fold(haystack).find(folded_needle) != std::string::npos;
}

} // namespace kith::core
