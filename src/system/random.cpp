#include "kith/system/random.hpp"

#include "refusal.hpp"

#include <sys/random.h>

namespace kith::system {

std::uint64_t random_bits() {
    std::uint64_t bits = 0;
    ssize_t received = 0;
    do {
        received = ::getrandom(&bits, sizeof bits, 0);
    } while (received < 0 && errno == EINTR);
    // Up to 256 bytes come whole or not at all.
    if (received != static_cast<ssize_t>(sizeof bits)) refuse("read", "the system's random numbers", errno);
    return bits;
}

} // namespace kith::system
