// Texts of other programs as the journal keeps them: UTF-8, and nothing in them that is no text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace kith::exchange {

/// In UTF-8, from the encoding with this name (`ISO-8859-1`, `windows-1252`); nothing where the name is unknown or the
/// bytes are not of it.
[[nodiscard]] std::optional<std::string> to_utf8(std::string_view bytes, const std::string& encoding);

struct Utf16 {
    const char* encoding; ///< `UTF-16LE` or `UTF-16BE`.
    std::size_t mark;     ///< How long the byte-order mark is; 0 where there is none.
};
/// How a file is written that begins so; nothing where it is not UTF-16. Without a mark the zeros of its first letters
/// tell, which are of ASCII in all files that are read.
[[nodiscard]] std::optional<Utf16> utf16_of(std::string_view beginning);
/// How much of a beginning is enough for that.
constexpr std::size_t tells_utf16 = 4;

struct DecodedFile {
    std::string text;     ///< In UTF-8.
    std::string encoding; ///< Which was assumed, as nothing tells it; empty where it is sure.
};

/// A whole file: from UTF-16 where it is that, from Windows-1252 where it is not UTF-8 anyway. Nothing
/// where it is neither; a Failure with the line where it is UTF-8 but for a few bytes.
[[nodiscard]] std::optional<DecodedFile> decode_file(std::string bytes);

/// Bytes that are not UTF-8 and of which nothing tells the encoding: from Windows-1252. Nothing where they are UTF-8
/// but for a few.
[[nodiscard]] std::optional<DecodedFile> decode_older(std::string_view bytes);

/// A name or a word: control characters, line breaks and runs of blanks made one space, trimmed.
[[nodiscard]] std::string one_line(std::string_view text);

/// A note: line breaks are `\n`, other control characters gone, no blanks at the ends of lines, no blank lines around
/// it and at most one within.
[[nodiscard]] std::string several_lines(std::string_view text);

/// Another paragraph at the end of a note.
void add_paragraph(std::string& note, std::string_view paragraph);

/// A group or tag by its name there: `Rust Meetup` is `rust-meetup`.
[[nodiscard]] std::string label(std::string_view text);

/// `josé` of an address's `jos%C3%A9`, in one line; as it is where that is no text.
[[nodiscard]] std::string percent_decoded(std::string_view text);

/// How many add_once() adds: no person has more names or groups.
constexpr std::size_t most_texts = 1000;
/// Adds what is not empty and not there yet, without regard to case and accents. False where there is no more room.
bool add_once(std::vector<std::string>& texts, std::string text);

/// What a list has, so that add() puts texts into it as add_once() does without going through a long one each time:
/// files made to be slow have thousands of texts that have to be folded. The list is the same one each time, and only
/// grows.
class KnownTexts {
  public:
    bool add(std::vector<std::string>& texts, std::string text);

  private:
    std::unordered_set<std::string> folded_; ///< Empty as long as the list is short.
};

/// The same of a list of any length: the first of those that are alike.
[[nodiscard]] std::vector<std::string> each_once(std::vector<std::string> texts);

/// ASCII letters made small, or large; the rest as it is.
[[nodiscard]] std::string lower(std::string_view text);
[[nodiscard]] std::string upper(std::string_view text);
[[nodiscard]] bool equals_ignoring_case(std::string_view left, std::string_view right);

/// Of digits and nothing else; nothing where it is none, or past what an int holds.
[[nodiscard]] std::optional<int> whole_number(std::string_view text);

/// The parts between separators; at least one.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, std::string_view separator);

} // namespace kith::exchange
