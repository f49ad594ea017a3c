// A text as code points: what text, people and recognise read it with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kith::core::utf8 {

/// One code point at the front of a text, or one byte that does not belong to any.
struct CodePoint {
    std::int32_t value = 0; ///< Of an invalid byte: the byte itself.
    std::size_t length = 1; ///< In bytes.
    bool valid = true;
};

// What most texts consist of is told apart here, where it costs next to nothing; the rest is looked up.

[[nodiscard]] constexpr bool is_ascii(char byte) {
    return static_cast<unsigned char>(byte) < 0x80;
}
[[nodiscard]] bool is_ascii(std::string_view text);
[[nodiscard]] constexpr char lower_ascii(char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

/// `first` of a text that does not begin with ASCII.
[[nodiscard]] CodePoint first_beyond_ascii(std::string_view text);
/// What `text`, which is not empty, begins with.
[[nodiscard]] inline CodePoint first(std::string_view text) {
    return is_ascii(text.front()) ? CodePoint{text.front(), 1, true} : first_beyond_ascii(text);
}
/// What `text`, which is not empty, ends with.
[[nodiscard]] CodePoint last(std::string_view text);
/// `text` with the code point at its end.
void append(std::string& text, std::int32_t code_point);

enum class Category { letter, digit, mark, upper, blank };
/// Whether a code point beyond ASCII is of the category.
[[nodiscard]] bool is(CodePoint point, Category category);

[[nodiscard]] inline bool is_letter(CodePoint point) {
    if (point.value >= 0x80) return is(point, Category::letter);
    return ('a' <= point.value && point.value <= 'z') || ('A' <= point.value && point.value <= 'Z');
}
[[nodiscard]] inline bool is_digit(CodePoint point) {
    if (point.value >= 0x80) return is(point, Category::digit);
    return '0' <= point.value && point.value <= '9';
}
[[nodiscard]] inline bool is_mark(CodePoint point) {
    return point.value >= 0x80 && is(point, Category::mark);
}
[[nodiscard]] inline bool is_upper(CodePoint point) {
    return point.value >= 0x80 ? is(point, Category::upper) : 'A' <= point.value && point.value <= 'Z';
}
[[nodiscard]] inline bool is_blank(CodePoint point) {
    if (point.value >= 0x80) return is(point, Category::blank);
    return point.value == ' ' || ('\t' <= point.value && point.value <= '\r');
}
/// C0, DEL, C1, line and paragraph separators, and what changes the direction of the text around it.
[[nodiscard]] bool is_control(CodePoint point);
/// Of a script that is written without blanks between words.
[[nodiscard]] bool is_ideograph(CodePoint point);

} // namespace kith::core::utf8
