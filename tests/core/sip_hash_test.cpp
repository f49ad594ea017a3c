#include "../../src/core/sip_hash.hpp"

#include <doctest/doctest.h>

using namespace kith::core;

// vectors_sip128 of https://github.com/veorq/SipHash
TEST_CASE("hashes are those of the reference") {
    const Hash128 key{0x0706050403020100U, 0x0f0e0d0c0b0a0908U};
    CHECK(sip_hash("", key) == Hash128{0xe6a825ba047f81a3U, 0x930255c71472f66dU});
    CHECK(sip_hash(std::string_view("\0", 1), key) == Hash128{0x44af996bd8c187daU, 0x45fc229b11597634U});
    CHECK(sip_hash("kith, a journal", key) != sip_hash("kith, a journal", {}));
}
