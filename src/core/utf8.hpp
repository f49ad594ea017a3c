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

/// What `text`, which is not empty, begins with.
[[nodiscard]] CodePoint first(std::string_view text);
/// What `text`, which is not empty, ends with.
[[nodiscard]] CodePoint last(std::string_view text);
/// `text` with the code point at its end.
void append(std::string& text, std::int32_t code_point);

[[nodiscard]] bool is_ascii(std::string_view text);
[[nodiscard]] bool is_letter(CodePoint point);
[[nodiscard]] bool is_digit(CodePoint point);
[[nodiscard]] bool is_mark(CodePoint point);
[[nodiscard]] bool is_upper(CodePoint point);
[[nodiscard]] bool is_blank(CodePoint point);
/// C0, DEL, C1, line and paragraph separators, and what changes the direction of the text around it.
[[nodiscard]] bool is_control(CodePoint point);
/// Of a script that is written without blanks between words.
[[nodiscard]] bool is_ideograph(CodePoint point);

} // namespace kith::core::utf8
