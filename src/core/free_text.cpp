#include "free_text.hpp"

#include "kith/core/text.hpp"

#include "utf8.hpp"

#include <algorithm>
#include <array>

namespace kith::core {

namespace {

struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    [[nodiscard]] std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

// What ends a word wherever it stands. Not what names, ids, e-mail addresses and tags have within: - ' . _ + /
constexpr std::array<std::int32_t, 30> separators{
    '!',    '"',    '&',    '(',    ')',    ',',    ';',    '?',    '[',    ']',
    '{',    '|',    '}',    0x00ab, 0x00bb, 0x2013, 0x2014, 0x201c, 0x201d, 0x201e,
    0x2026, 0x3001, 0x3002, 0x300c, 0x300d, 0xff08, 0xff09, 0xff0c, 0xff1a, 0xff1b,
};

static_assert(std::ranges::is_sorted(separators));

constexpr auto ascii_separators = [] {
    std::array<bool, 0x80> are{};
    for (const auto separator : separators)
        if (separator < 0x80) are[static_cast<std::size_t>(separator)] = true;
    return are;
}();

bool is_separator(utf8::CodePoint point) {
    if (point.value < 0x80) return ascii_separators[static_cast<std::size_t>(point.value)];
    return point.valid && std::ranges::binary_search(separators, point.value);
}

bool is_word_letter(utf8::CodePoint point) {
    return utf8::is_letter(point) || utf8::is_digit(point) || utf8::is_mark(point);
}

/// The parts of `text` in `within` that lie between code points for which `ends` holds.
template<class Ends> std::vector<Span> split(std::string_view text, Span within, Ends ends) {
    std::vector<Span> parts;
    auto begin = within.begin;
    for (auto at = within.begin; at < within.end;) {
        const auto point = utf8::first(text.substr(at));
        if (ends(point)) {
            if (at > begin) parts.push_back({begin, at});
            begin = at + point.length;
        }
        at += point.length;
    }
    if (within.end > begin) parts.push_back({begin, within.end});
    return parts;
}

Span without_quotes_before(std::string_view text, Span piece) {
    while (piece.begin < piece.end) {
        const auto point = utf8::first(piece.of(text));
        if (point.value != '\'' && point.value != 0x2018 && point.value != 0x2019) break;
        piece.begin += point.length;
    }
    return piece;
}

Span stripped(std::string_view text, Span piece) {
    while (piece.begin < piece.end) {
        const auto point = utf8::first(piece.of(text));
        if (is_word_letter(point)) break;
        piece.begin += point.length;
    }
    while (piece.begin < piece.end) {
        const auto point = utf8::last(piece.of(text));
        if (is_word_letter(point)) break;
        piece.end -= point.length;
    }
    return piece;
}

bool begins_with_letter(std::string_view text) {
    return !text.empty() && utf8::is_letter(utf8::first(text));
}

bool is_url(std::string_view chunk) {
    return chunk.find("://") != chunk.npos || chunk.starts_with("www.");
}

/// A backslash that keeps a word from being taken; not one that stands alone or draws something.
bool is_escaped(std::string_view piece) {
    const auto word = piece.find_first_not_of('\\');
    if (word == 0 || word == piece.npos) return false;
    const auto next = utf8::first(piece.substr(word));
    return utf8::is_letter(next) || utf8::is_digit(next) || next.value == '#' || next.value == '@';
}

Word to_word(std::string_view text, Span piece) {
    piece = without_quotes_before(text, piece);
    const auto typed = piece.of(text);
    if (is_escaped(typed)) return {Word::Kind::escaped, piece.begin + 1, piece.end, {}};
    if (typed.starts_with('#') && begins_with_letter(typed.substr(1))) {
        const auto length = typed.find_last_not_of(".,;:!?)'") + 1;
        return {Word::Kind::tag, piece.begin + 1, piece.begin + length, fold(typed.substr(1, length - 1))};
    }
    const auto core = stripped(text, piece);
    auto kind = Word::Kind::plain;
    if (core.of(text).find('@') != std::string_view::npos)
        kind = Word::Kind::address;
    else if (core.begin == piece.begin + 1 && typed.starts_with('@'))
        kind = Word::Kind::mention;
    return {kind, core.begin, core.end, fold(core.of(text))};
}

} // namespace

std::vector<Word> free_text_words(std::string_view text) {
    std::vector<Word> found;
    for (const auto chunk : split(text, {0, text.size()}, utf8::is_blank)) {
        if (is_url(chunk.of(text))) {
            const bool escaped = is_escaped(chunk.of(text));
            found.push_back(
                {escaped ? Word::Kind::escaped : Word::Kind::address, chunk.begin + (escaped ? 1 : 0), chunk.end, {}});
            continue;
        }
        for (const auto piece : split(text, chunk, is_separator)) {
            auto word = to_word(text, piece);
            if (word.begin < word.end) found.push_back(std::move(word));
        }
    }
    return found;
}

std::string gap_between(std::string_view text, const Word& left, const Word& right) {
    std::string punctuation;
    for (auto rest = text.substr(left.end, right.begin - left.end); !rest.empty();) {
        const auto point = utf8::first(rest);
        if (!utf8::is_blank(point)) punctuation += rest.substr(0, point.length);
        rest.remove_prefix(point.length);
    }
    return punctuation;
}

} // namespace kith::core
