#include "sip_hash.hpp"

#include <bit>
#include <cstddef>

namespace kith::core {
namespace {

class SipState {
  public:
    explicit SipState(const Hash128& key)
        : v0_(0x736f6d6570736575U ^ key[0]), v1_(0x646f72616e646f6dU ^ key[1] ^ 0xeeU),
          v2_(0x6c7967656e657261U ^ key[0]), v3_(0x7465646279746573U ^ key[1]) {}

    void take(std::uint64_t word) {
        v3_ ^= word;
        round();
        round();
        v0_ ^= word;
    }
    [[nodiscard]] Hash128 finish() {
        v2_ ^= 0xeeU;
        const auto low = drawn();
        v1_ ^= 0xddU;
        return {low, drawn()};
    }

  private:
    std::uint64_t drawn() {
        for (int i = 0; i < 4; ++i) round();
        return v0_ ^ v1_ ^ v2_ ^ v3_;
    }
    void round() {
        v0_ += v1_;
        v2_ += v3_;
        v1_ = std::rotl(v1_, 13) ^ v0_;
        v3_ = std::rotl(v3_, 16) ^ v2_;
        v0_ = std::rotl(v0_, 32);
        v2_ += v1_;
        v0_ += v3_;
        v1_ = std::rotl(v1_, 17) ^ v2_;
        v3_ = std::rotl(v3_, 21) ^ v0_;
        v2_ = std::rotl(v2_, 32);
    }

    std::uint64_t v0_, v1_, v2_, v3_;
};

/// Up to eight bytes, the first one lowest.
std::uint64_t word_of(std::string_view bytes) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        word |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    return word;
}

} // namespace

Hash128 sip_hash(std::string_view text, const Hash128& key) {
    SipState state(key);
    const std::uint64_t length = std::uint64_t{text.size()} << 56U;
    for (; text.size() >= 8; text.remove_prefix(8)) state.take(word_of(text.substr(0, 8)));
    state.take(length | word_of(text));
    return state.finish();
}

} // namespace kith::core
