// Texts that are safe to print: what steers a terminal, turns the text around it or hides in it is written out.
#include "kith/core/text.hpp"

#include "utf8.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <utility>

namespace kith::core {

namespace {

bool is_plain(char c) {
    return c >= 0x20 && c < 0x7f;
}

/// As JSON has it, which is taken as it is: beyond four digits two halves.
std::string unicode_escape(std::int32_t value) {
    if (value <= 0xffff) return fmt::format("\\u{:04x}", value);
    const auto above = value - 0x10000;
    return fmt::format("\\u{:04x}\\u{:04x}", 0xd800 + (above >> 10), 0xdc00 + (above & 0x3ff));
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
    text += is_byte ? fmt::format("\\x{:02x}", point.value) : unicode_escape(point.value);
}

/// What an invisible character may belong to.
enum class Shown { nothing, ascii, keycap, other, emoji, arabic, virama };

/// Of a text's code points one after the other: whether each is seen, by itself or by what it does to its neighbours.
class Reader {
  public:
    /// `rest` is what comes after the point.
    bool is_seen(utf8::CodePoint point, std::string_view rest) {
        if (!point.valid || utf8::is_control(point)) {
            before_ = Shown::nothing;
            return false;
        }
        const auto& property = *utf8proc_get_property(point.value);
        if (!property.ignorable) {
            before_ = shown(point, before_);
            is_selected_ = false;
            return true;
        }
        const bool is_needed = property.category == UTF8PROC_CATEGORY_MN ? selects() : joins(point, rest);
        if (!is_needed) before_ = Shown::nothing;
        return is_needed;
    }

  private:
    static Shown shown(utf8::CodePoint point, Shown before) {
        if (utf8::is_blank(point)) return Shown::nothing;
        if (point.value < 0x80) {
            const auto c = static_cast<char>(point.value);
            const bool is_keycap = ('0' <= c && c <= '9') || c == '#' || c == '*';
            return is_keycap ? Shown::keycap : Shown::ascii;
        }
        const auto& property = *utf8proc_get_property(point.value);
        if (property.combining_class == virama_class) return Shown::virama;
        if (property.boundclass == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC) return Shown::emoji;
        if (property.boundclass == UTF8PROC_BOUNDCLASS_EXTEND) return before; // An accent, a tone of the skin.
        return property.bidi_class == UTF8PROC_BIDI_CLASS_AL ? Shown::arabic : Shown::other;
    }

    /// One variant of a sign (the coloured heart, an old form of an ideograph), but none of a letter that has none.
    bool selects() {
        const bool has_variants = before_ != Shown::nothing && before_ != Shown::ascii;
        return has_variants && !std::exchange(is_selected_, true);
    }

    /// A joiner or non-joiner where it shapes what stands beside it, as RFC 5892 has it, and between emoji.
    bool joins(utf8::CodePoint point, std::string_view rest) {
        constexpr std::int32_t non_joiner = 0x200c;
        constexpr std::int32_t joiner = 0x200d;
        if ((point.value != joiner && point.value != non_joiner) || rest.empty()) return false;
        const auto before = std::exchange(before_, Shown::nothing);
        const auto next = utf8::first(rest);
        const auto after = next.valid ? shown(next, Shown::nothing) : Shown::nothing;
        if (before == Shown::emoji && after == Shown::emoji) return point.value == joiner;
        const bool is_letter_before = before == Shown::other || before == Shown::arabic;
        return before == Shown::virama || (is_letter_before && after == Shown::virama) ||
               (before == Shown::arabic && after == Shown::arabic);
    }

    static constexpr int virama_class = 9; ///< The combining class of the signs that bind Indic letters.

    Shown before_ = Shown::nothing;
    bool is_selected_ = false;
};

} // namespace

std::string escape_controls(std::string_view text) {
    if (std::ranges::all_of(text, is_plain)) return std::string(text);
    std::string safe;
    safe.reserve(text.size() + 8);
    Reader reader;
    while (!text.empty()) {
        const auto point = utf8::first(text);
        const auto rest = text.substr(point.length);
        if (reader.is_seen(point, rest))
            safe += text.substr(0, point.length);
        else
            append_escaped(safe, point);
        text = rest;
    }
    return safe;
}

} // namespace kith::core
