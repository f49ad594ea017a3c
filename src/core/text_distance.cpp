// How far a slip of the keyboard is from what was meant.
#include "kith/core/text.hpp"

#include "utf8.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace kith::core {

namespace {

constexpr std::size_t letters_for_two_slips = 6;

std::vector<std::int32_t> folded_points(std::string_view text) {
    if (std::ranges::all_of(text, [](unsigned char byte) { return byte < 0x80; })) {
        std::vector<std::int32_t> letters(text.size());
        std::ranges::transform(text, letters.begin(),
                               [](char byte) { return byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte; });
        return letters;
    }
    const auto folded = fold(text);
    std::vector<std::int32_t> points;
    for (std::string_view rest = folded; !rest.empty();) {
        const auto point = utf8::first(rest);
        points.push_back(point.value);
        rest.remove_prefix(point.length);
    }
    return points;
}

/// A bit for each letter there is; some letters share one.
std::uint64_t letters_in(const std::vector<std::int32_t>& points) {
    std::uint64_t letters = 0;
    for (const auto point : points) letters |= std::uint64_t{1} << (static_cast<std::uint32_t>(point) % 64);
    return letters;
}

std::size_t distance(const std::vector<std::int32_t>& left, const std::vector<std::int32_t>& right) {
    const auto columns = right.size() + 1;
    std::vector<std::size_t> before_last(columns);
    std::vector<std::size_t> last(columns);
    std::vector<std::size_t> row(columns);
    for (std::size_t j = 0; j < columns; ++j) row[j] = j;
    for (std::size_t i = 1; i <= left.size(); ++i) {
        std::swap(before_last, last);
        std::swap(last, row);
        row[0] = i;
        for (std::size_t j = 1; j < columns; ++j) {
            const std::size_t differs = left[i - 1] == right[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + differs});
            const bool is_swap = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
            if (is_swap) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
    }
    return row.back();
}

} // namespace

std::size_t edit_distance(std::string_view left, std::string_view right) {
    return distance(folded_points(left), folded_points(right));
}

std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates) {
    const auto meant = folded_points(word);
    const auto meant_letters = letters_in(meant);
    const std::size_t allowed = meant.size() >= letters_for_two_slips ? 2 : 1;
    std::optional<std::string_view> best;
    std::size_t shortest = allowed + 1;
    for (const auto candidate : candidates) {
        const auto letters = folded_points(candidate);
        const auto longer = std::max(meant.size(), letters.size());
        if (longer - std::min(meant.size(), letters.size()) >= shortest) continue;
        // Each slip takes away one letter and brings in one at most.
        const auto there = letters_in(letters);
        const auto lost = static_cast<std::size_t>(std::popcount(meant_letters & ~there));
        const auto gained = static_cast<std::size_t>(std::popcount(there & ~meant_letters));
        if (std::max(lost, gained) >= shortest) continue;
        const auto slips = distance(meant, letters);
        // Two single letters have nothing in common.
        if (slips >= shortest || (slips > 0 && slips >= longer)) continue;
        best = candidate;
        shortest = slips;
    }
    return best;
}

} // namespace kith::core
