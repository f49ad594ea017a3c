#include "utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace kith::core::utf8 {

namespace {

utf8proc_category_t category(CodePoint point) {
    return point.valid ? utf8proc_category(point.value) : UTF8PROC_CATEGORY_CN;
}

bool between(std::int32_t value, std::int32_t from, std::int32_t to) {
    return from <= value && value <= to;
}

} // namespace

CodePoint first_beyond_ascii(std::string_view text) {
    const auto byte = static_cast<unsigned char>(text.front());
    utf8proc_int32_t value = 0;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto available = static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size(), 4));
    const auto length = utf8proc_iterate(bytes, available, &value);
    if (length <= 0) return {byte, 1, false};
    return {value, static_cast<std::size_t>(length), true};
}

CodePoint last(std::string_view text) {
    const auto longest = std::min<std::size_t>(text.size(), 4);
    for (std::size_t length = 1; length <= longest; ++length) {
        const auto point = first(text.substr(text.size() - length));
        if (point.valid && point.length == length) return point;
    }
    return {static_cast<unsigned char>(text.back()), 1, false};
}

void append(std::string& text, std::int32_t code_point) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto length = utf8proc_encode_char(code_point, bytes.data());
    text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char byte) { return is_ascii(byte); });
}

bool is(CodePoint point, Category wanted) {
    const auto kind = category(point);
    const auto between = [kind](utf8proc_category_t from, utf8proc_category_t to) {
        return from <= kind && kind <= to;
    };
    switch (wanted) {
    case Category::letter:
        return between(UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LO);
    case Category::digit:
        return between(UTF8PROC_CATEGORY_ND, UTF8PROC_CATEGORY_NO);
    case Category::mark:
        return between(UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_ME);
    case Category::upper:
        return kind == UTF8PROC_CATEGORY_LU || kind == UTF8PROC_CATEGORY_LT;
    case Category::blank:
        return point.valid && (point.value == 0x85 || between(UTF8PROC_CATEGORY_ZS, UTF8PROC_CATEGORY_ZP));
    }
    return false;
}

bool is_control(CodePoint point) {
    if (!point.valid) return false;
    const auto value = point.value;
    if (value < 0x20 || between(value, 0x7f, 0x9f)) return true;
    return value == 0x061c || between(value, 0x200e, 0x200f) || between(value, 0x2028, 0x202e) ||
           between(value, 0x2066, 0x2069);
}

bool is_ideograph(CodePoint point) {
    const auto value = point.value;
    return is_letter(point) &&
           (between(value, 0x3005, 0x30ff) || between(value, 0x3400, 0x4dbf) || between(value, 0x4e00, 0x9fff) ||
            between(value, 0xac00, 0xd7a3) || between(value, 0xf900, 0xfaff) || between(value, 0x20000, 0x3ffff));
}

} // namespace kith::core::utf8
