#include "kith/render/chart.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace kith::render {
namespace {

constexpr std::array<std::string_view, 9> parts{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"};
constexpr std::array<std::string_view, 8> heights{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr std::string_view ascii_heights = "_.:-=+*#";

/// Of what is not negative. By hand: std::round alone would have the mathematical library loaded at every start.
std::size_t rounded(double value) {
    return static_cast<std::size_t>(value + 0.5);
}

/// How many of `whole` parts are drawn. What is there is seen, and only what is all of it looks like all, where there
/// are parts enough.
std::size_t parts_of(double value, double maximum, std::size_t whole) {
    const auto most = static_cast<double>(whole);
    if (value >= maximum) return whole;
    return std::clamp<std::size_t>(rounded(value / maximum * most), 1, std::max<std::size_t>(1, whole - 1));
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
        const auto at = value <= 0 ? 0 : 1 + rounded(6.0 * value / largest);
        text += signs == Signs::ascii ? ascii_heights.substr(at, 1) : heights[at];
    }
    return text;
}

} // namespace kith::render
