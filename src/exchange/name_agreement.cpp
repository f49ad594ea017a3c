// Whether two names may be those of one person.
#include "kith/core/text.hpp"

#include "matching.hpp"
#include "personal_name.hpp"
#include "personal_name_words.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {
namespace {

/// A name as it is spoken, the given name first: `Ana Souza` and `Souza, Ana` are `ana souza`.
struct SpokenName {
    std::vector<std::string> words;
    std::vector<std::string> sorted;
    std::string_view generation; ///< `jr`, which tells a son from the father.
};

/// Takes the last word off a part of the name, and is it, where that says which one of the family it is.
std::string_view take_generation(std::string_view& part, std::string_view name) {
    const auto words = core::words(part);
    if (words.empty()) return {};
    const auto generation = generation_of(words.back(), name);
    if (!generation.empty()) part.remove_suffix(static_cast<std::size_t>(part.end() - words.back().begin()));
    return generation;
}

SpokenName spoken(std::string_view text) {
    SpokenName spoken;
    constexpr std::size_t most = 200; // No name is wider.
    const std::string bare = bare_name(core::truncate(text, most));
    const std::string_view name = bare;
    const auto comma = name.find(',');
    auto family = name.substr(0, comma);
    auto given = comma == name.npos ? std::string_view() : name.substr(comma + 1);
    // Of two words either may be a name: `Neymar Junior`.
    if (core::words(family).size() + core::words(given).size() > 2) {
        spoken.generation = take_generation(given, name);
        if (spoken.generation.empty()) spoken.generation = take_generation(family, name);
    }
    spoken.words = name_words(given);
    std::ranges::copy(name_words(family), std::back_inserter(spoken.words));
    spoken.sorted = spoken.words;
    std::ranges::sort(spoken.sorted);
    return spoken;
}

bool has(const SpokenName& name, const std::string& word) {
    return std::ranges::binary_search(name.sorted, word);
}

/// One letter, of one byte or more.
bool is_initial(const std::string& word) {
    const auto is_first_byte = [](char each) { return (static_cast<unsigned char>(each) & 0xC0U) != 0x80U; };
    return std::ranges::count_if(word, is_first_byte) == 1;
}

bool is_initial_of(const std::string& word, const std::string& other) {
    return is_initial(word) && other.starts_with(word);
}

bool may_be_one(const SpokenName& left, const SpokenName& right) {
    const auto& words = left.words;
    const auto& others = right.words;
    if (left.generation != right.generation) return false;
    if (words.empty() || others.empty() || left.sorted == right.sorted) return true;
    if (words.size() == 1 && has(right, words.front())) return true; // `Berg` is `Anna Berg`.
    if (others.size() == 1 && has(left, others.front())) return true;
    if (words.front() == others.front()) return true; // Families change.
    const bool has_initial =
        is_initial_of(words.front(), others.front()) || is_initial_of(others.front(), words.front());
    return has_initial &&
           std::ranges::any_of(words, [&](const auto& word) { return !is_initial(word) && has(right, word); });
}

/// Whether all words of the one are among the other's, or their initials.
bool is_within(const SpokenName& part, const SpokenName& whole) {
    return std::ranges::all_of(part.words, [&whole](const auto& word) {
        return has(whole, word) ||
               std::ranges::any_of(whole.words, [&](const auto& other) { return is_initial_of(word, other); });
    });
}

bool may_be_written_for(const SpokenName& left, const SpokenName& right) {
    return may_be_one(left, right) && (is_within(left, right) || is_within(right, left));
}

/// Not of somebody who has a hundred names.
std::vector<SpokenName> spoken_names(const core::Person& person) {
    constexpr std::size_t most = 20;
    std::vector<SpokenName> names{spoken(person.name)};
    for (const auto& alias : person.aliases | std::views::take(most)) names.push_back(spoken(alias));
    return names;
}

} // namespace

bool is_address(std::string_view name) {
    return name.empty() || name.find('@') != name.npos;
}

bool may_be_short(std::string_view name) {
    if (is_address(name)) return true;
    const auto words = spoken(name).words;
    return words.size() < 2 || is_initial(words.front());
}

bool is_short_for(std::string_view name, std::string_view whole) {
    const auto part = spoken(name);
    const auto all = spoken(whole);
    if (part.words.size() > 1 && !is_initial(part.words.front())) return false;
    return part.generation == all.generation && part.sorted != all.sorted && is_within(part, all);
}

bool names_agree(const core::Person& left, const core::Person& right, Families families) {
    if (is_address(left.name) || is_address(right.name)) return true;
    const auto others = spoken_names(right);
    const auto agree = families == Families::may_differ ? may_be_one : may_be_written_for;
    return std::ranges::any_of(spoken_names(left), [&](const SpokenName& name) {
        return std::ranges::any_of(others, [&](const SpokenName& other) { return agree(name, other); });
    });
}

} // namespace kith::exchange
