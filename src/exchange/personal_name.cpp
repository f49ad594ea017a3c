#include "personal_name.hpp"

#include "kith/core/text.hpp"

#include "personal_name_words.hpp"
#include "plain_text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <vector>

namespace kith::exchange {
namespace {

/// Emoji and other symbols, what joins and colours them, and what no letter is assigned to.
bool is_sign(utf8proc_int32_t point) {
    constexpr utf8proc_int32_t joiner = 0x200D;
    constexpr utf8proc_int32_t keycap = 0x20E3;
    const bool is_variation = point >= 0xFE00 && point <= 0xFE0F;
    if (point == joiner || point == keycap || is_variation || point == '|') return true;
    switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_SO:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN:
        return point != '`' && point != '^';
    default:
        return false;
    }
}

std::string without_signs(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        utf8proc_int32_t point = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &point);
        const auto bytes = static_cast<std::size_t>(std::max<utf8proc_ssize_t>(length, 1));
        if (length > 0 && is_sign(point))
            plain += ' ';
        else
            plain += text.substr(0, bytes);
        text.remove_prefix(bytes);
    }
    return one_line(plain);
}

/// Takes the first pair of brackets out of `text`, and is what stood in them.
std::string take_brackets(std::string& text) {
    const auto begin = text.find_first_of("([");
    const auto end = begin == text.npos ? text.npos : text.find_first_of(")]", begin);
    if (end == text.npos) return {};
    auto within = one_line(std::string_view(text).substr(begin + 1, end - begin - 1));
    text = one_line(text.substr(0, begin) + " " + text.substr(end + 1));
    return within;
}

/// Pronouns (`she/her`) and explanations are none.
bool is_nickname(std::string_view text) {
    return !text.empty() && core::words(text).size() <= 2 && text.find_first_of("/.,;:&+@0123456789") == text.npos;
}

using Words = std::vector<std::string_view>;

/// How many of the words are the name: those before brackets, a comma, and degrees and `Jr.`
std::ptrdiff_t count_of_name(const Words& words) {
    auto end = std::ranges::find_if(words, [](auto word) { return word.starts_with('(') || word.starts_with('['); });
    const auto comma = std::find_if(words.begin(), end, [](auto word) { return word.ends_with(','); });
    if (comma != end) end = comma + 1;
    while (end - words.begin() > 1 && is_suffix(*std::prev(end))) --end;
    return end - words.begin();
}

/// Takes titles in front, and leaves a word at least, or two where the first may be a name: `Eng Tan`.
std::vector<std::string> take_titles(Words& words) {
    std::vector<std::string> titles;
    const auto end_of_name = words.begin() + count_of_name(words);
    auto begin = words.begin();
    for (; words.end() - begin > 1; ++begin) {
        const auto word = *begin;
        if (is_title_in_front(word) && !(end_of_name - begin == 2 && is_also_name(word)))
            titles.emplace_back(word);
        else if (!titles.empty() && is_field_of_doctor(word))
            titles.back() += " " + std::string(word);
        else
            break;
    }
    words.erase(words.begin(), begin);
    return titles;
}

std::string without_titles(std::string_view text) {
    auto words = core::words(text);
    while (words.size() > 2 && is_degree(words.back())) words.pop_back();
    (void)take_titles(words);
    return core::join(std::vector<std::string>(words.begin(), words.end()), " ");
}

/// Of `Ana Souza, PhD, MBA` what stands before the degrees; of `Souza, Ana` all.
std::string_view without_degrees(std::string_view text) {
    for (auto comma = text.rfind(','); comma != text.npos && comma > 0; comma = text.rfind(',')) {
        const auto behind = core::words(text.substr(comma + 1));
        const bool is_alone = core::words(text.substr(0, comma)).size() == 1;
        const auto is_addition = [is_alone](auto word) { return is_degree(word) || is_title_behind(word, is_alone); };
        if (!std::ranges::all_of(behind, is_addition)) break;
        text = text.substr(0, comma);
    }
    return text;
}

/// The bare name, unless nothing would be left of it.
std::string bare_or(std::string_view plain, std::string_view text) {
    auto name = without_titles(without_degrees(plain));
    return core::slug(name).empty() ? one_line(text) : name;
}

/// Where the family name begins: `Ortega y Gasset` and `van der Berg` are one. What comes before is given.
std::size_t begin_of_family(const Words& words) {
    auto begin = words.size() - 1;
    while (begin > 0) {
        const auto before = words[begin - 1];
        if (is_particle(before))
            --begin;
        else if (begin > 2 && (before == "y" || before == "e"))
            begin -= 2;
        else
            break;
    }
    const auto first = words.front();
    if (begin > 0 || first == lower(first) || is_saint(first)) return begin; // `von Neumann`, but `Van Morrison`.
    return words.size() == 2 || is_also_given(first) ? 1 : begin;
}

/// Han, Hiragana and Hangul, in which the family comes first.
bool is_east_asian(std::string_view word) {
    utf8proc_int32_t point = 0;
    (void)utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(word.data()),
                           static_cast<utf8proc_ssize_t>(word.size()), &point);
    return (point >= 0x3041 && point <= 0x309F) || (point >= 0x3400 && point <= 0x9FFF) ||
           (point >= 0xAC00 && point <= 0xD7A3);
}

std::string joined(const auto begin, const auto end) {
    return core::join(std::vector<std::string>(begin, end), " ");
}

/// Takes titles in front and degrees behind, and leaves a word at least.
void take_additions(Words& words, NameParts& parts) {
    auto end = words.end();
    while (end - words.begin() > 1 && is_suffix(*std::prev(end))) --end;
    parts.suffixes.insert(parts.suffixes.end(), end, words.end());
    words.erase(end, words.end());
    std::ranges::move(take_titles(words), std::back_inserter(parts.prefixes));
}

/// Whether it is a whole name, of which nothing but more of the person stands behind a comma.
bool is_whole(const Words& words) {
    return std::ranges::count_if(words, [](auto word) { return !is_particle(word) && !is_title(word); }) > 1 &&
           !std::ranges::all_of(words, is_acronym);
}

/// What is between commas, but for those within double quotes.
std::vector<Words> between_commas(std::string_view name) {
    std::vector<Words> pieces;
    bool is_quoted = false;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < name.size(); ++at) {
        if (name[at] == '"') is_quoted = !is_quoted;
        if (name[at] != ',' || is_quoted) continue;
        pieces.push_back(core::words(name.substr(begin, at - begin)));
        begin = at + 1;
    }
    pieces.push_back(core::words(name.substr(begin)));
    return pieces;
}

/// Takes off what is behind commas and no name: `, PhD, MBA`, `, Jr.`, `, CSM`.
std::vector<Words> take_behind_commas(std::string_view name, NameParts& behind) {
    auto pieces = between_commas(name);
    const bool has_whole = is_whole(pieces.front());
    const bool is_alone = pieces.front().size() == 1;
    const auto is_behind = [&](std::string_view word) {
        return is_suffix(word) || is_title_behind(word, is_alone) || (has_whole && is_acronym(word));
    };
    auto end = pieces.end();
    while (end - pieces.begin() > 1 && std::ranges::all_of(*std::prev(end), is_behind)) --end;
    for (auto piece = end; piece != pieces.end(); ++piece)
        for (const auto word : *piece) (is_title(word) ? behind.prefixes : behind.suffixes).emplace_back(word);
    pieces.erase(end, pieces.end());
    return pieces;
}

/// Without what stands in brackets, or behind a bar or a dash.
std::string spoken_part(std::string_view text) {
    auto name = one_line(text);
    for (const std::string_view separator : {"|", " - ", " \u2013 ", " \u2014 ", " @ "})
        if (const auto at = name.find(separator); at != name.npos && at > 0) name.resize(at);
    name = without_signs(name);
    while (!take_brackets(name).empty()) {
    }
    return core::slug(name).empty() ? one_line(text) : name;
}

} // namespace

std::string bare_name(std::string_view text) {
    return bare_or(without_signs(text), text);
}

std::string shortest_name(std::string_view text) {
    auto plain = without_signs(text);
    (void)take_brackets(plain);
    return bare_or(plain, text);
}

PersonalName undecorated(std::string_view text) {
    const auto plain = without_signs(text);
    std::string name = plain;
    const auto within = take_brackets(name);
    name = name.substr(0, name.find(','));
    auto bare = without_titles(name);
    const bool has_more = bare.find(' ') != bare.npos || name.find(' ') == name.npos;
    name = has_more ? std::move(bare) : one_line(name);
    if (core::slug(name).empty()) return {one_line(text), "", false};
    return {name, is_nickname(within) ? within : "", core::fold(name) != core::fold(plain)};
}

NameParts parts_of_name(std::string_view text) {
    constexpr std::size_t longest_name = 1000; // Beyond that it is none, and going over it again and again takes long.
    NameParts parts;
    if (text.size() > longest_name) {
        parts.given = one_line(text);
        return parts;
    }
    NameParts behind;
    const auto name = spoken_part(text);
    auto pieces = take_behind_commas(name, behind);
    auto& first = pieces.front();
    take_additions(first, parts);
    // Of `Ana Souza, engineer, mother` only the first is a name.
    const bool is_parted = pieces.size() == 2 || (pieces.size() > 2 && !is_whole(first));
    if (is_parted) {
        take_additions(pieces[1], parts);
        parts.family = joined(first.begin(), first.end());
        parts.given = joined(pieces[1].begin(), pieces[1].end());
    } else if (first.size() > 1 && std::ranges::all_of(first, is_east_asian)) {
        parts.family = first.front();
        parts.given = joined(first.begin() + 1, first.end());
    } else if (first.size() == 1) {
        const bool has_title = !parts.prefixes.empty() || !behind.prefixes.empty();
        (has_title ? parts.family : parts.given) = first.front();
    } else if (!first.empty()) {
        const auto family = first.begin() + static_cast<std::ptrdiff_t>(begin_of_family(first));
        parts.given = joined(first.begin(), family);
        parts.family = joined(family, first.end());
    }
    if (parts.family.empty() && parts.given.empty()) parts.given = one_line(text);
    std::ranges::move(behind.prefixes, std::back_inserter(parts.prefixes));
    std::ranges::move(behind.suffixes, std::back_inserter(parts.suffixes));
    return parts;
}

} // namespace kith::exchange
