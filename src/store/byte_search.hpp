// Finding bytes in long texts, sixteen in a step where the processor can.
#pragma once

#include "toml_text.hpp"

#include <algorithm>
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
inline __m128i half_block_at(const char* at) {
    return _mm_loadl_epi64(reinterpret_cast<const __m128i*>(at));
}
/// Which bytes of two blocks are the same, a bit for each.
inline __m128i same(__m128i block, char byte) {
    return _mm_cmpeq_epi8(block, _mm_set1_epi8(byte));
}
inline __m128i controls_in(__m128i block) {
    return _mm_cmpeq_epi8(_mm_min_epu8(block, _mm_set1_epi8(0x1f)), block);
}
inline unsigned bits(__m128i found) {
    return static_cast<unsigned>(_mm_movemask_epi8(found));
}
#endif

/// Where a byte is first from a place on that is within the text or at its end; npos where it is nowhere.
inline std::size_t find_byte(std::string_view text, char byte, std::size_t from) {
    const void* const found = std::memchr(text.data() + from, byte, text.size() - from);
    return found == nullptr ? std::string_view::npos
                            : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

/// The length of the line that a text begins with, without its line feed. Most are short.
inline std::size_t length_of_line(std::string_view text) {
#ifdef __SSE2__
    if (text.size() >= 2 * block_size) {
        const auto ends = bits(same(block_at(text.data()), '\n')) |
                          (bits(same(block_at(text.data() + block_size), '\n')) << unsigned{block_size});
        if (ends != 0) return static_cast<std::size_t>(std::countr_zero(ends));
    }
#endif
    return text.empty() ? 0 : std::min(find_byte(text, '\n', 0), text.size());
}

/// Where what is plain within `"..."` ends (see in_basic) that begins at `begin`; the size of the text where all is.
inline std::size_t end_of_basic(std::string_view text, std::size_t begin) {
    const char* at = text.data() + begin;
    const char* const end = text.data() + text.size();
#ifdef __SSE2__
    const auto end_in = [&at](__m128i block, unsigned places) -> const char* {
        const auto is_end = _mm_or_si128(_mm_or_si128(same(block, '"'), same(block, '\\')), same(block, 0x7f));
        auto found = bits(_mm_or_si128(controls_in(block), is_end)) & places;
        for (; found != 0; found &= found - 1)
            if (const char* const it = at + std::countr_zero(found); *it != '\t') return it;
        return nullptr;
    };
    for (; end - at >= block_size; at += block_size)
        if (const char* const it = end_in(block_at(at), 0xffff)) return static_cast<std::size_t>(it - text.data());
    if (end - at >= block_size / 2) { // What most lists and short values have left.
        if (const char* const it = end_in(half_block_at(at), 0xff)) return static_cast<std::size_t>(it - text.data());
        at += block_size / 2;
    }
#endif
    while (at < end && is(*at, in_basic)) ++at;
    return static_cast<std::size_t>(at - text.data());
}

/// Where ASCII without control characters but tab and line feed ends that begins at `begin`.
inline std::size_t end_of_plain_ascii(std::string_view text, std::size_t begin) {
    const char* at = text.data() + begin;
    const char* const end = text.data() + text.size();
#ifdef __SSE2__
    // In one comparison with a sign: what is beyond ASCII is negative, and with one added so is the last of it.
    const auto plain_in = [](const char* block_begin) {
        const auto block = block_at(block_begin);
        const auto is_printed = _mm_cmpgt_epi8(_mm_add_epi8(block, _mm_set1_epi8(1)), _mm_set1_epi8(0x20));
        return _mm_or_si128(is_printed, same(block, '\n'));
    };
    const auto are_plain = [plain_in](const char* blocks) { // Four of them.
        const auto first = _mm_and_si128(plain_in(blocks), plain_in(blocks + block_size));
        const auto second = _mm_and_si128(plain_in(blocks + 2 * block_size), plain_in(blocks + 3 * block_size));
        return bits(_mm_and_si128(first, second)) == 0xffffU;
    };
    while (end - at >= 4 * block_size && are_plain(at)) at += 4 * block_size;
    for (; end - at >= block_size; at += block_size)
        for (auto odd = bits(plain_in(at)) ^ 0xffffU; odd != 0; odd &= odd - 1)
            if (const char* const it = at + std::countr_zero(odd); *it != '\t')
                return static_cast<std::size_t>(it - text.data());
#endif
    const auto is_plain = [](char byte) { return (byte >= 0x20 && byte < 0x7f) || byte == '\t' || byte == '\n'; };
    while (at < end && is_plain(*at)) ++at;
    return static_cast<std::size_t>(at - text.data());
}

/// Whether the needle stands there; most that do not differ in their first bytes.
inline bool stands_at(const char* at, std::string_view needle) {
    constexpr std::size_t first = 8;
    if (needle.size() < first) return std::memcmp(at, needle.data(), needle.size()) == 0;
    return std::memcmp(at, needle.data(), first) == 0 &&
           std::memcmp(at + first, needle.data() + first, needle.size() - first) == 0;
}

/// Where the needle begins first; `end` where it is nowhere.
inline const char* find_needle(const char* begin, const char* end, std::string_view needle) {
    if (needle.empty() || begin == end) return begin;
#ifdef __SSE2__
    const auto last = static_cast<std::ptrdiff_t>(needle.size()) - 1;
    for (; end - begin >= last + block_size; begin += block_size) {
        auto found =
            bits(_mm_and_si128(same(block_at(begin), needle.front()), same(block_at(begin + last), needle.back())));
        for (; found != 0; found &= found - 1) {
            const char* const at = begin + std::countr_zero(found);
            if (stands_at(at, needle)) return at;
        }
    }
#endif
    for (; end - begin >= static_cast<std::ptrdiff_t>(needle.size()); ++begin)
        if (*begin == needle.front() && std::memcmp(begin, needle.data(), needle.size()) == 0) return begin;
    return end;
}

inline bool has_needle(std::string_view text, std::string_view needle) {
    const char* const end = text.data() + text.size();
    return needle.empty() || find_needle(text.data(), end, needle) != end;
}

} // namespace kith::store
