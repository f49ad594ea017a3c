#include "kith/render/report.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace kith::render {
namespace {

constexpr std::array<std::string_view, 9> parts{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"};
constexpr std::array<std::string_view, 8> heights{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};

} // namespace

std::string bar(double value, double maximum, std::size_t width) {
    if (!(value > 0) || !(maximum > 0) || width == 0) return {};
    const auto whole = static_cast<double>(width * 8);
    auto eighths = value >= maximum ? whole : std::round(value / maximum * whole);
    // What is there is seen, and only what is all of it looks like all.
    if (value < maximum) eighths = std::clamp(eighths, 1.0, whole - 1);
    const auto count = static_cast<std::size_t>(eighths);
    std::string text;
    for (std::size_t block = 0; block < count / 8; ++block) text += parts.back();
    return text.append(parts[count % 8]);
}

std::string sparkline(const std::vector<int>& values) {
    const int largest = values.empty() ? 0 : std::ranges::max(values);
    std::string text;
    for (const int value : values) {
        // The lowest block is for nothing, so that a little is told from nothing.
        const auto share = value <= 0 ? 0.0 : static_cast<double>(value) / largest;
        const auto height = value <= 0 ? 0.0 : 1 + std::round(share * 6);
        text += heights[static_cast<std::size_t>(height)];
    }
    return text;
}

} // namespace kith::render
