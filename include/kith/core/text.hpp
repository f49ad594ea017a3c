// Text as people read it: case and accents, width on a terminal, what must not reach a terminal raw.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::core {

[[nodiscard]] bool is_valid_utf8(std::string_view text);

/// For comparing: case folded, accents and other marks taken off, blanks trimmed and runs of them made one space.
/// `José  ÁLVAREZ` and `jose alvarez` fold to the same; `ß` to `ss`, `ø` to `o`, `ł` to `l`.
[[nodiscard]] std::string fold(std::string_view text);

/// A name as an id: folded, with runs of anything but ASCII letters and digits made one hyphen, at most 60 bytes.
/// A text with no such letters (`李波`) keeps its letters and digits as they are, lower case. Empty only for a text
/// without any.
[[nodiscard]] std::string slug(std::string_view text);

/// Columns on a terminal: wide and emoji characters are two, combining marks none.
[[nodiscard]] std::size_t display_width(std::string_view text);
/// At most `width` columns, with `…` as the last where something was cut. Never cuts within a character and its marks.
[[nodiscard]] std::string truncate(std::string_view text, std::size_t width);
/// Followed by blanks up to `width` columns.
[[nodiscard]] std::string pad(std::string_view text, std::size_t width);
/// Broken between words into lines of at most `width` columns; a longer word is broken within. At least one line.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// Safe to print: controls, separators of lines, what turns text around and what is not seen become `\n`, `\x1b`,
/// `\u200b`; the rest as it is. Of what is not seen stays what shapes its neighbours: joiners in emoji and words.
[[nodiscard]] std::string escape_controls(std::string_view text);

[[nodiscard]] std::string_view trim(std::string_view text);
/// The words between blanks (ASCII white space).
[[nodiscard]] std::vector<std::string_view> words(std::string_view text);
[[nodiscard]] std::string join(std::span<const std::string> parts, std::string_view between);
/// `text` without regard to case and accents, anywhere in `haystack`.
[[nodiscard]] bool contains_folded(std::string_view haystack, std::string_view folded_needle);

/// Looks among candidates for the one that is meant: see nearest().
class Nearest {
  public:
    explicit Nearest(std::string_view word);
    /// Whether this one is near, and nearer than all that were asked about before.
    [[nodiscard]] bool is_nearer(std::string_view candidate);

  private:
    [[nodiscard]] bool may_be_nearer(std::size_t length, std::uint64_t letters) const;

    std::vector<std::int32_t> meant_;
    std::uint64_t meant_letters_;
    std::size_t shortest_; ///< The first distance that is too far.
};
/// The candidate that one would have meant: at most a slip (one insertion, deletion, substitution or swap of
/// neighbours; two in words of six letters or more) away, nearest first; nothing where none is near.
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view word,
                                                      std::span<const std::string_view> candidates);
/// Restricted Damerau-Levenshtein distance, in code points of the folded texts.
[[nodiscard]] std::size_t edit_distance(std::string_view left, std::string_view right);

} // namespace kith::core
