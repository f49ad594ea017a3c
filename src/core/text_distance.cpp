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
    if (utf8::is_ascii(text)) {
        std::vector<std::int32_t> letters(text.size());
        std::ranges::transform(text, letters.begin(), utf8::lower_ascii);
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

/// The same of a text in ASCII, without a copy of it being made; nothing for any other.
std::optional<std::uint64_t> ascii_letters_in(std::string_view text) {
    std::uint64_t letters = 0;
    for (const char byte : text) {
        if (!utf8::is_ascii(byte)) return std::nullopt;
        letters |= std::uint64_t{1} << (static_cast<unsigned char>(utf8::lower_ascii(byte)) % 64);
    }
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

Nearest::Nearest(std::string_view word)
    : meant_(folded_points(word)), meant_letters_(letters_in(meant_)),
      shortest_(meant_.size() >= letters_for_two_slips ? 3 : 2) {}

bool Nearest::may_be_nearer(std::size_t length, std::uint64_t letters) const {
    if (std::max(meant_.size(), length) - std::min(meant_.size(), length) >= shortest_) return false;
    // Each slip takes away one letter and brings in one at most.
    const auto lost = static_cast<std::size_t>(std::popcount(meant_letters_ & ~letters));
    const auto gained = static_cast<std::size_t>(std::popcount(letters & ~meant_letters_));
    return std::max(lost, gained) < shortest_;
}

bool Nearest::is_nearer(std::string_view candidate) {
    if (const auto letters = ascii_letters_in(candidate); letters && !may_be_nearer(candidate.size(), *letters))
        return false;
    const auto points = folded_points(candidate);
    if (!may_be_nearer(points.size(), letters_in(points))) return false;
    const auto slips = distance(meant_, points);
    // Two single letters have nothing in common.
    if (slips >= shortest_ || (slips > 0 && slips >= std::max(meant_.size(), points.size()))) return false;
    shortest_ = slips;
    return true;
}

std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates) {
    Nearest nearest(word);
    std::optional<std::string_view> best;
    for (const auto candidate : candidates)
        if (nearest.is_nearer(candidate)) best = candidate;
    return best;
}

} // namespace kith::core
