// SipHash-2-4 with 128 bits, of texts that others choose: https://github.com/veorq/SipHash
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace kith::core {

using Hash128 = std::array<std::uint64_t, 2>;

/// Whoever does not know the key cannot make two texts with one hash.
[[nodiscard]] Hash128 sip_hash(std::string_view text, const Hash128& key);

} // namespace kith::core
