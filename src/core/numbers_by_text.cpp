#include "kith/core/numbers_by_text.hpp"

#include "sip_hash.hpp"

#include <algorithm>
#include <random>

namespace kith::core {
namespace {

constexpr std::size_t fewest_places = 16;

/// How many places hold so many texts that one is found after a few steps.
std::size_t places_for(std::size_t size) {
    return std::max(fewest_places, size + size / 3 + 1);
}

/// Another one in each process, so that nobody can send two texts that are taken for one.
Hash128 draw_key() {
    std::random_device device;
    const auto draw = [&device] { return std::uint64_t{device()} << 32U | device(); };
    return {draw(), draw()};
}

/// Never 0.
Hash128 hash_of(std::string_view text) {
    static const Hash128 key = draw_key();
    auto hash = sip_hash(text, key);
    hash[0] |= 1U; // 0 is a place that is free.
    return hash;
}

} // namespace

std::size_t NumbersByText::place_of(const std::array<std::uint64_t, 2>& hash) const {
    auto place = static_cast<std::size_t>(((hash[1] >> 32U) * hashes_.size()) >> 32U);
    while (hashes_[place][0] != 0 && hashes_[place] != hash) place = place + 1 == hashes_.size() ? 0 : place + 1;
    return place;
}

void NumbersByText::grow_to(std::size_t places) {
    const auto hashes = std::exchange(hashes_, std::vector<std::array<std::uint64_t, 2>>(places));
    const auto numbers = std::exchange(numbers_, std::vector<std::uint32_t>(places));
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        if (hashes[i][0] == 0) continue;
        const auto place = place_of(hashes[i]);
        hashes_[place] = hashes[i];
        numbers_[place] = numbers[i];
    }
}

void NumbersByText::reserve(std::size_t size) {
    if (places_for(size) > hashes_.size()) grow_to(places_for(size));
}

const std::uint32_t* NumbersByText::find(std::string_view text) const {
    if (size_ == 0) return nullptr;
    const auto place = place_of(hash_of(text));
    return hashes_[place][0] == 0 ? nullptr : &numbers_[place];
}

std::pair<std::uint32_t*, bool> NumbersByText::try_emplace(std::string_view text, std::uint32_t number) {
    if (places_for(size_ + 1) > hashes_.size()) grow_to(places_for(size_ + size_ / 2 + 1));
    const auto hash = hash_of(text);
    const auto place = place_of(hash);
    const bool is_new = hashes_[place][0] == 0;
    if (is_new) {
        hashes_[place] = hash;
        numbers_[place] = number;
        ++size_;
    }
    return {&numbers_[place], is_new};
}

} // namespace kith::core
