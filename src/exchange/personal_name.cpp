#include "personal_name.hpp"

#include "kith/core/text.hpp"

#include "plain_text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <vector>

namespace kith::exchange {
namespace {

constexpr std::array<std::string_view, 12> titles{"dr",  "prof", "mr",  "mrs",  "ms",       "mx",
                                                  "ing", "eng",  "rev", "engr", "dipl-ing", "professor"};
/// As they are written; `MA` or `BA` could be a name.
constexpr std::array<std::string_view, 13> degrees{"PhD",  "Ph.D.", "Ph.D", "MBA", "MSc", "MSc.", "BSc",
                                                   "BSc.", "DPhil", "LLM",  "CFA", "CPA", "PMP"};

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

bool is_title(std::string_view word) {
    auto plain = lower(word);
    while (plain.ends_with('.')) plain.pop_back();
    return std::ranges::find(titles, plain) != titles.end();
}

/// Pronouns (`she/her`) and explanations are none.
bool is_nickname(std::string_view text) {
    return !text.empty() && core::words(text).size() <= 2 && text.find_first_of("/.,;:&+@0123456789") == text.npos;
}

bool is_degree(std::string_view word) {
    return std::ranges::find(degrees, word) != degrees.end();
}

/// What a doctor is one of, behind the title: `Dr. med.`, `Dr. rer. nat.`
bool is_field_of_doctor(std::string_view word) {
    constexpr std::array<std::string_view, 18> fields{"med.",   "dent.",  "vet.", "phil.", "rer.",  "nat.",
                                                      "jur.",   "iur.",   "oec.", "pol.",  "agr.",  "theol.",
                                                      "techn.", "habil.", "h.c.", "hc.",   "mult.", "sc."};
    return std::ranges::find(fields, lower(word)) != fields.end();
}

std::string without_titles(std::string_view text) {
    auto words = core::words(text);
    for (bool is_behind = false; words.size() > 1; words.erase(words.begin())) {
        if (!is_title(words.front()) && !(is_behind && is_field_of_doctor(words.front()))) break;
        is_behind = true;
    }
    while (words.size() > 2 && is_degree(words.back())) words.pop_back();
    const std::vector<std::string> left(words.begin(), words.end());
    return core::join(left, " ");
}

/// Of `Ana Souza, PhD, MBA` what stands before the degrees; of `Souza, Ana` all.
std::string_view without_degrees(std::string_view text) {
    for (auto comma = text.rfind(','); comma != text.npos && comma > 0; comma = text.rfind(',')) {
        const auto behind = core::words(text.substr(comma + 1));
        if (!std::ranges::all_of(behind, [](const auto& word) { return is_degree(word) || is_title(word); })) break;
        text = text.substr(0, comma);
    }
    return text;
}

/// The bare name, unless nothing would be left of it.
std::string bare_or(std::string_view plain, std::string_view text) {
    auto name = without_titles(without_degrees(plain));
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
    name = has_more ? std::move(bare) : one_line(name); // Else `Rev Bishop` would be `Bishop`.
    if (core::slug(name).empty()) return {one_line(text), "", false};
    return {name, is_nickname(within) ? within : "", core::fold(name) != core::fold(plain)};
}

} // namespace kith::exchange
