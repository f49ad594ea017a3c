// Names of lists that are ordered by families, as they are spoken.
#include "kith/core/text.hpp"

#include "personal_name.hpp"
#include "personal_name_words.hpp"
#include "plain_text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace kith::exchange {
namespace {

using Words = std::vector<std::string_view>;

/// Forms of enterprises, and what stands in their names and in no person's: `Acme, Inc.`, `Smith, Jones and Sons`.
bool is_of_enterprise(std::string_view word) {
    constexpr std::array<std::string_view, 34> any_case{
        "inc",  "ltd",  "llc",  "llp",  "plc", "gmbh", "mbh", "corp", "corporation", "company",   "limited", "co",
        "pty",  "lda",  "ltda", "sarl", "srl", "s.a",  "s.l", "b.v",  "n.v",         "e.v",       "e.k",     "group",
        "bank", "sons", "and",  "of",   "the", "for",  "et",  "dept", "department",  "university"};
    constexpr std::array<std::string_view, 9> capitals{"AG", "SE", "SA", "AB", "BV", "NV", "KG", "SL", "AS"};
    auto plain = lower(word);
    while (plain.ends_with('.')) plain.pop_back();
    return std::ranges::find(any_case, plain) != any_case.end() || std::ranges::find(capitals, word) != capitals.end();
}

bool has_small_letter(std::string_view word) {
    return std::ranges::any_of(word, [](char each) { return each >= 'a' && each <= 'z'; });
}

/// `engineer` behind a name with capitals, `PhD`, `CTO`: more of the person, and none of their names.
bool is_more_of(const Words& given, const Words& family) {
    const bool is_alone = family.size() == 1;
    const auto is_addition = [is_alone](auto word) { return is_suffix(word) || is_title_behind(word, is_alone); };
    if (std::ranges::all_of(given, is_addition)) return true;
    const bool is_spelt_small = std::ranges::all_of(family, [](auto word) { return word == lower(word); });
    const char first = given.front().front();
    if (first >= 'a' && first <= 'z' && !is_spelt_small) return true;
    return std::ranges::all_of(given, is_acronym) && std::ranges::any_of(family, has_small_letter);
}

bool is_title_cut_short(std::string_view word) {
    return is_title(word) && word.ends_with('.'); // `Eng` is a name, too.
}

bool are_names(const Words& family, const Words& given, std::ptrdiff_t most_of_family) {
    constexpr std::size_t most_given = 4;
    const auto is_name = [](std::string_view word) { return !core::slug(word).empty(); };
    if (family.empty() || given.empty() || given.size() > most_given || is_more_of(given, family)) return false;
    if (!std::ranges::all_of(family, is_name) || !std::ranges::all_of(given, is_name)) return false;
    if (std::ranges::any_of(given, is_of_enterprise)) return false;
    if (family.size() == 1) return !is_suffix(family.front()) && !is_title_cut_short(family.front()); // `Le, Anna`
    const auto joins = [](auto word) { return word == "y" || word == "e"; }; // `Ortega y Gasset` is one.
    const auto is_part = [&joins](auto word) {
        return !joins(word) && !is_particle(word) && !is_title(word) && !is_suffix(word);
    };
    const auto parts = std::ranges::count_if(family, is_part) - std::ranges::count_if(family, joins);
    return parts > 0 && parts <= most_of_family && std::ranges::none_of(family, is_of_enterprise) &&
           std::ranges::none_of(family, is_field_of_doctor);
}

/// Takes the last words off for which `is_taken`, and leaves one at least.
Words take_last(Words& words, bool (*is_taken)(std::string_view)) {
    auto begin = words.end();
    while (begin - words.begin() > 1 && is_taken(*std::prev(begin))) --begin;
    const Words taken(begin, words.end());
    words.erase(begin, words.end());
    return taken;
}

void append(std::string& text, const Words& words) {
    for (const auto word : words) text += (text.empty() ? "" : " ") + std::string(word);
}

} // namespace

std::optional<std::string> given_first(std::string_view text, std::ptrdiff_t most_of_family) {
    constexpr std::size_t longest_name = 1000;
    if (text.size() > longest_name || text.find(',') == text.npos) return std::nullopt;
    auto name = one_line(text);
    std::string behind;
    if (const auto begin = name.find_last_of("(["); begin != name.npos && name.find_first_of(")]") == name.size() - 1) {
        behind = " " + name.substr(begin);
        name.resize(begin);
    }
    if (name.find_first_of("()[]\"&/@;:|0123456789") != name.npos) return std::nullopt;
    auto pieces = split(name, ",");
    for (; pieces.size() > 2; pieces.pop_back()) {
        const auto words = core::words(pieces.back());
        if (words.empty() || !std::ranges::all_of(words, is_suffix)) return std::nullopt;
        behind = ", " + one_line(pieces.back()) + behind;
    }
    auto family = core::words(pieces.front());
    auto given = core::words(pieces.back());
    if (!are_names(family, given, most_of_family)) return std::nullopt;
    const auto suffixes = take_last(given, is_suffix);
    std::string spoken;
    append(spoken, take_last(given, is_title_cut_short));
    const auto titles = std::ranges::find_if_not(family, is_title_cut_short);
    append(spoken, {family.begin(), titles});
    append(spoken, given);
    append(spoken, {titles, family.end()});
    append(spoken, suffixes);
    return spoken + behind;
}

} // namespace kith::exchange
