// Chance, for the ids of new records.
#pragma once

#include <cstdint>

namespace kith::system {

/// 64 bits of the system's entropy. A core::Failure of kind io where the system has none to give.
[[nodiscard]] std::uint64_t random_bits();

} // namespace kith::system
