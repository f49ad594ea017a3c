// A number made of a text, to know it by: the same on every machine, so that it can be written down.
#pragma once

#include <cstdint>
#include <string_view>

namespace kith::core {

/// As FNV-1a, of eight bytes at a time since much is hashed: http://www.isthe.com/chongo/tech/comp/fnv/. Not for what
/// others may want to forge.
[[nodiscard]] std::uint64_t hash_by_eights(std::string_view text);

} // namespace kith::core
