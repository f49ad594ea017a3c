#include "csv_lists.hpp"

#include "kith/core/text.hpp"

#include "csv_cells.hpp"
#include "plain_text.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace kith::exchange {
namespace {

/// Small letters only: `Sarah Y Chen` is one person.
constexpr std::array<std::string_view, 8> words_between{"&", "+", "/", "and", "und", "et", "y", "e"};

template<class Words> bool is_between(const Words& words, std::size_t at) {
    if (std::ranges::find(words_between, std::string_view(words[at])) == words_between.end()) return false;
    const bool may_be_of_name = words[at] == "y" || words[at] == "e";
    return !may_be_of_name || at < 2 || at + 2 != words.size();
}

/// As `kith log --tag` keeps it.
std::string tag(std::string_view text) {
    auto line = one_line(text);
    return line.starts_with('#') ? line.substr(1) : line;
}

} // namespace

std::vector<std::string> people_in(std::string_view cell) {
    std::vector<std::string> people;
    for (const auto part : values_of(cell)) {
        const auto line = one_line(part);
        const auto words = core::words(line);
        std::string name;
        const auto take_name = [&] {
            if (!name.empty()) people.push_back(std::exchange(name, {}));
        };
        for (std::size_t at = 0; at < words.size(); ++at) {
            if (is_between(words, at))
                take_name();
            else
                name.append(name.empty() ? "" : " ").append(words[at]);
        }
        take_name();
    }
    if (people.empty()) people.push_back(one_line(cell));
    return people;
}

std::vector<std::string> tags_in(std::string_view cell) {
    std::vector<std::string> tags;
    for (const auto part : values_of(cell)) {
        const auto line = one_line(part);
        const auto words = core::words(line);
        const auto is_tag = [](std::string_view word) { return word.size() > 1 && word.starts_with('#'); };
        if (words.size() > 1 && std::ranges::all_of(words, is_tag))
            std::ranges::transform(words, std::back_inserter(tags), tag);
        else
            tags.push_back(tag(line));
    }
    return tags;
}

std::vector<std::string> labels_in(std::string_view cell) {
    std::vector<std::string> labels;
    std::ranges::transform(values_of(cell), std::back_inserter(labels), label);
    return labels;
}

} // namespace kith::exchange
