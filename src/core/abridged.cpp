#include "kith/core/abridged.hpp"

#include "kith/core/text.hpp"

namespace kith::core {

std::string abridged(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) return std::string(text);
    if (width < 2) return std::string(width, '.');
    constexpr std::string_view ellipsis = "…";
    auto cut = truncate(text, width - 1);
    return cut.replace(cut.size() - ellipsis.size(), ellipsis.size(), "..");
}

} // namespace kith::core
