// Bytes, lines and places of a TOML text: what every reader and editor of it needs to know.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kith::store {

/// Bytes of a text, `end` not among them.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    friend bool operator==(const Span&, const Span&) = default;
};

[[nodiscard]] constexpr std::string_view bytes(std::string_view text, Span span) {
    return text.substr(span.begin, span.end - span.begin);
}

/// What a byte may be part of; UTF-8 is checked apart, so bytes beyond ASCII are plain everywhere but in bare keys.
enum ByteClass : std::uint8_t {
    in_bare_key = 1,
    in_basic = 2,   ///< Plain in `"..."`: no quote, no backslash, no control character but tab.
    in_literal = 4, ///< Plain in `'...'`.
    in_comment = 8,
    in_scalar = 16, ///< Of a bare value: up to a blank, a comma, a bracket or a comment.
};

[[nodiscard]] constexpr std::uint8_t byte_class(unsigned char byte) {
    const bool control = (byte < 0x20 && byte != '\t') || byte == 0x7f;
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    unsigned result = 0;
    if (letter || (byte >= '0' && byte <= '9') || byte == '_' || byte == '-') result |= in_bare_key;
    if (!control && byte != '"' && byte != '\\') result |= in_basic;
    if (!control && byte != '\'') result |= in_literal;
    if (!control) result |= in_comment;
    if (byte > ' ' && byte != ',' && byte != ']' && byte != '}' && byte != '#') result |= in_scalar;
    return static_cast<std::uint8_t>(result);
}

inline constexpr auto byte_classes = [] {
    std::array<std::uint8_t, 256> classes{};
    for (std::size_t byte = 0; byte < classes.size(); ++byte)
        classes[byte] = byte_class(static_cast<unsigned char>(byte));
    return classes;
}();

[[nodiscard]] constexpr bool is(char byte, ByteClass wanted) {
    return (byte_classes[static_cast<unsigned char>(byte)] & wanted) != 0;
}
[[nodiscard]] constexpr bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

/// A single unit of Unicode as UTF-8.
[[nodiscard]] std::string to_utf8(std::uint32_t code_point);

/// The length of the UTF-8 sequence at the begin of `text` that is not ASCII; 0 where it is not valid.
[[nodiscard]] std::size_t sequence_length(std::string_view text);

/// The first byte that is not part of valid UTF-8; nothing where all of it is.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view text);

/// Where the text begins after a byte-order mark: 3 or 0.
[[nodiscard]] std::size_t content_begin(std::string_view text);

struct LineColumn {
    int line = 1;
    int column = 1; ///< In code points, a byte-order mark not counted.
};
[[nodiscard]] LineColumn line_column(std::string_view text, std::size_t offset);

/// The line with this offset; its end is after its terminator, or the end of the text.
[[nodiscard]] Span line_at(std::string_view text, std::size_t offset);
/// The line that ends at `line_begin`; nothing where that is the first line.
[[nodiscard]] std::optional<Span> line_before(std::string_view text, std::size_t line_begin);

[[nodiscard]] bool is_blank_line(std::string_view line);
[[nodiscard]] bool is_comment_line(std::string_view line);
[[nodiscard]] bool ends_line(std::string_view text); ///< Empty, or with a line feed as its last byte.
/// The blanks that a line begins with.
[[nodiscard]] std::string_view indentation(std::string_view line);

/// How most lines of the text end: `\r\n` or `\n`, the latter where it is even or there are none.
[[nodiscard]] std::string_view line_ending(std::string_view text);
/// `text` with its `\n` as this ending.
[[nodiscard]] std::string with_line_ending(std::string_view text, std::string_view ending);

} // namespace kith::store
