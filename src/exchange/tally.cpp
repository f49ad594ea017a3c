#include "tally.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::exchange {
namespace {

constexpr std::size_t most_names = 100;
constexpr std::size_t longest_name = 60;
constexpr std::string_view others = "others";

bool is_plain(std::string_view name) {
    return !name.empty() && name.size() <= longest_name &&
           std::ranges::all_of(name, [](char each) { return each >= ' ' && each <= '~'; });
}

} // namespace

void Tally::add(std::string_view name, int count) {
    if (!is_plain(name)) name = others;
    auto known = std::ranges::find(counts_, name, &std::pair<std::string, int>::first);
    if (known == counts_.end() && counts_.size() >= most_names && name != others) return add(others, count);
    if (known == counts_.end()) known = counts_.emplace(known, name, 0);
    known->second += count;
}

void Tally::add(const Tally& other) {
    for (const auto& [name, count] : other.counts_) add(name, count);
}

std::vector<std::string> Tally::in_words() const {
    std::vector<std::string> words;
    for (const auto& [name, count] : counts_) words.push_back(count == 1 ? name : fmt::format("{} ({})", name, count));
    return words;
}

} // namespace kith::exchange
