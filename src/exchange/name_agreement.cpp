// Whether two names may be those of one person.
#include "kith/core/text.hpp"

#include "matching.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::exchange {
namespace {

/// What tells a son from the father.
bool is_generation(const std::string& word) {
    constexpr std::array<std::string_view, 8> generations{"jr", "sr", "jun", "sen", "junior", "senior", "ii", "iii"};
    return std::ranges::find(generations, word) != generations.end();
}

/// A name as it is spoken, the given name first: `Ana Souza` and `Souza, Ana` are `ana souza`.
struct SpokenName {
    std::vector<std::string> words;
    std::vector<std::string> generation; ///< `jr`
};

SpokenName spoken(std::string_view name) {
    SpokenName spoken;
    const auto comma = name.find(',');
    spoken.words = name_words(comma == name.npos ? "" : name.substr(comma + 1));
    std::ranges::copy(name_words(name.substr(0, comma)), std::back_inserter(spoken.words));
    const auto behind =
        std::ranges::stable_partition(spoken.words, [](const auto& word) { return !is_generation(word); });
    spoken.generation.assign(behind.begin(), behind.end());
    spoken.words.erase(behind.begin(), behind.end());
    return spoken;
}

bool has(const std::vector<std::string>& words, const std::string& word) {
    return std::ranges::find(words, word) != words.end();
}

bool may_be_one(const SpokenName& left, const SpokenName& right) {
    const auto& words = left.words;
    const auto& others = right.words;
    if (left.generation != right.generation) return false;
    if (words.empty() || others.empty() || std::ranges::is_permutation(words, others)) return true;
    if (words.size() == 1 && has(others, words.front())) return true; // `Berg` is `Anna Berg`.
    if (others.size() == 1 && has(words, others.front())) return true;
    if (words.front() == others.front()) return true; // Families change.
    const bool has_initial = words.front().size() == 1 || others.front().size() == 1;
    return has_initial && words.front().front() == others.front().front() &&
           std::ranges::any_of(words, [&](const auto& word) { return word.size() > 1 && has(others, word); });
}

std::vector<std::string> names_of(const core::Person& person) {
    auto names = person.aliases;
    names.insert(names.begin(), person.name);
    return names;
}

} // namespace

bool is_address(std::string_view name) {
    return name.empty() || name.find('@') != name.npos;
}

bool names_agree(const core::Person& left, const core::Person& right) {
    if (is_address(left.name) || is_address(right.name)) return true;
    const auto others = names_of(right);
    return std::ranges::any_of(names_of(left), [&others](const std::string& name) {
        return std::ranges::any_of(
            others, [&name](const std::string& other) { return may_be_one(spoken(name), spoken(other)); });
    });
}

} // namespace kith::exchange
