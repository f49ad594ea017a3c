#include "kith/core/rhythm.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::core {
namespace {

constexpr std::size_t least_days = 3;
constexpr int least_span = 28;

int median(std::vector<int> values) {
    std::ranges::sort(values);
    const auto middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle] + 1) / 2;
}

Period rounded(int days) {
    constexpr int few_days = 10;
    constexpr int few_weeks = 45;
    constexpr double month = 30.44;
    if (days == 7) return {1, Unit::week};
    if (days <= few_days) return {days, Unit::day};
    if (days <= few_weeks) return {(days + 3) / 7, Unit::week};
    return {static_cast<int>(days / month + 0.5), Unit::month};
}

} // namespace

std::optional<Rhythm> rhythm_of(std::vector<Date> days) {
    std::ranges::sort(days);
    days.erase(std::unique(days.begin(), days.end()), days.end());
    if (days.size() < least_days || days_between(days.front(), days.back()) < least_span) return std::nullopt;
    std::vector<int> gaps;
    for (std::size_t i = 1; i < days.size(); ++i) gaps.push_back(days_between(days[i - 1], days[i]));
    return Rhythm{median(std::move(gaps)), days.back()};
}

std::string to_words(const Rhythm& rhythm) {
    const auto words = to_words(rounded(rhythm.usual_days));
    return "every " + (words.starts_with("1 ") ? words.substr(2) : words);
}

} // namespace kith::core
