#include "kith/core/numbers_by_text.hpp"

#include "kith/core/hash.hpp"

#include <algorithm>

namespace kith::core {
namespace {

constexpr std::size_t fewest_places = 16;

/// How many places hold so many texts that one is found after a few steps.
std::size_t places_for(std::size_t size) {
    return std::max(fewest_places, size + size / 3 + 1);
}

/// Mixed so that each bit tells of all of them. Never 0.
std::uint64_t hash_of(std::string_view text) {
    std::uint64_t value = hash_by_eights(text) ^ text.size();
    value = (value ^ (value >> 33U)) * 0xff51afd7ed558ccdU;
    value = (value ^ (value >> 33U)) * 0xc4ceb9fe1a85ec53U;
    value ^= value >> 33U;
    return value == 0 ? 1 : value;
}

} // namespace

std::size_t NumbersByText::place_of(std::uint64_t hash) const {
    auto place = static_cast<std::size_t>(((hash >> 32U) * hashes_.size()) >> 32U);
    while (hashes_[place] != 0 && hashes_[place] != hash) place = place + 1 == hashes_.size() ? 0 : place + 1;
    return place;
}

void NumbersByText::grow_to(std::size_t places) {
    const auto hashes = std::exchange(hashes_, std::vector<std::uint64_t>(places));
    const auto numbers = std::exchange(numbers_, std::vector<std::uint32_t>(places));
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        if (hashes[i] == 0) continue;
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
    return hashes_[place] == 0 ? nullptr : &numbers_[place];
}

std::pair<std::uint32_t*, bool> NumbersByText::try_emplace(std::string_view text, std::uint32_t number) {
    if (places_for(size_ + 1) > hashes_.size()) grow_to(places_for(size_ + size_ / 2 + 1));
    const auto hash = hash_of(text);
    const auto place = place_of(hash);
    const bool is_new = hashes_[place] == 0;
    if (is_new) {
        hashes_[place] = hash;
        numbers_[place] = number;
        ++size_;
    }
    return {&numbers_[place], is_new};
}

} // namespace kith::core
