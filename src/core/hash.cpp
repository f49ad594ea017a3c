#include "kith/core/hash.hpp"

#include <cstddef>

namespace kith::core {

std::uint64_t hash_by_eights(std::string_view text) {
    constexpr std::uint64_t prime = 1099511628211U;
    std::uint64_t value = 14695981039346656037U;
    const auto mix = [&value](std::uint64_t part) {
        value = (value ^ part) * prime;
        value ^= value >> 32U;
    };
    for (; text.size() >= 8; text.remove_prefix(8)) {
        std::uint64_t eight = 0;
        for (std::size_t i = 0; i < 8; ++i) eight |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
        mix(eight);
    }
    for (const char byte : text) mix(static_cast<unsigned char>(byte));
    return value;
}

} // namespace kith::core
