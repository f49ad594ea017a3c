// Finding bytes in long texts, sixteen in a step where the processor can.
#pragma once

#include "toml_text.hpp"

#include <bit>
#include <cstddef>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace kith::store {

#ifdef __SSE2__
inline constexpr std::ptrdiff_t block_size = 16;

inline __m128i block_at(const char* at) {
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
}
/// Which bytes of two blocks are the same, a bit for each.
inline __m128i same(__m128i block, char byte) {
    return _mm_cmpeq_epi8(block, _mm_set1_epi8(byte));
}
inline unsigned bits(__m128i found) {
    return static_cast<unsigned>(_mm_movemask_epi8(found));
}
#endif

/// Where what is plain within `"..."` ends (see in_basic) that begins at `begin`; the size of the text where all is.
inline std::size_t end_of_basic(std::string_view text, std::size_t begin) {
    const char* at = text.data() + begin;
    const char* const end = text.data() + text.size();
#ifdef __SSE2__
    for (; end - at >= block_size; at += block_size) {
        const auto block = block_at(at);
        const auto is_control = _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(0x1f)), block);
        const auto is_end = _mm_or_si128(_mm_or_si128(same(block, '"'), same(block, '\\')), same(block, 0x7f));
        auto found = bits(_mm_or_si128(is_control, is_end));
        for (; found != 0; found &= found - 1) {
            const char* const it = at + std::countr_zero(found);
            if (*it != '\t') return static_cast<std::size_t>(it - text.data());
        }
    }
#endif
    while (at < end && is(*at, in_basic)) ++at;
    return static_cast<std::size_t>(at - text.data());
}

/// Where the needle begins first; `end` where it is nowhere.
inline const char* find_needle(const char* begin, const char* end, std::string_view needle) {
    if (needle.empty()) return begin;
#ifdef __SSE2__
    const auto last = static_cast<std::ptrdiff_t>(needle.size()) - 1;
    for (; end - begin >= last + block_size; begin += block_size) {
        auto found =
            bits(_mm_and_si128(same(block_at(begin), needle.front()), same(block_at(begin + last), needle.back())));
        for (; found != 0; found &= found - 1) {
            const char* const at = begin + std::countr_zero(found);
            if (std::memcmp(at, needle.data(), needle.size()) == 0) return at;
        }
    }
#endif
    const void* const found = ::memmem(begin, static_cast<std::size_t>(end - begin), needle.data(), needle.size());
    return found == nullptr ? end : static_cast<const char*>(found);
}

inline bool has_needle(std::string_view text, std::string_view needle) {
    const char* const end = text.data() + text.size();
    return needle.empty() || find_needle(text.data(), end, needle) != end;
}

} // namespace kith::store
