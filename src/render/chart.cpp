#include "kith/render/chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace kith::render {
namespace {

constexpr std::array<std::string_view, 9> parts{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"};
constexpr std::array<std::string_view, 8> heights{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr std::string_view ascii_heights = "_.:-=+*#";

/// How many of `whole` parts are drawn. What is there is seen, and only what is all of it looks like all, where there
/// are parts enough.
std::size_t parts_of(double value, double maximum, std::size_t whole) {
    const auto most = static_cast<double>(whole);
    if (value >= maximum) return whole;
    return static_cast<std::size_t>(std::clamp(std::round(value / maximum * most), 1.0, std::max(1.0, most - 1)));
}

} // namespace

std::string bar(double value, double maximum, std::size_t width, Signs signs) {
    if (!(value > 0) || !(maximum > 0) || width == 0) return {};
    if (signs == Signs::ascii) return std::string(parts_of(value, maximum, width), '#');
    const auto count = parts_of(value, maximum, width * 8);
    std::string text;
    for (std::size_t block = 0; block < count / 8; ++block) text += parts.back();
    return text.append(parts[count % 8]);
}

std::string sparkline(const std::vector<int>& values, Signs signs) {
    const int largest = values.empty() ? 0 : std::ranges::max(values);
    std::string text;
    for (const int value : values) {
        // The lowest block is for nothing, so that a little is told from nothing.
        const auto share = value <= 0 ? 0.0 : static_cast<double>(value) / largest;
        const auto height = value <= 0 ? 0.0 : 1 + std::round(share * 6);
        const auto at = static_cast<std::size_t>(height);
        text += signs == Signs::ascii ? ascii_heights.substr(at, 1) : heights[at];
    }
    return text;
}

} // namespace kith::render
