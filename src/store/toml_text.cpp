#include "toml_text.hpp"

#include <algorithm>
#include <cstring>

namespace kith::store {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Of the ASCII that a text begins with: many bytes in one step, which is what a text mostly is.
std::size_t ascii_length(std::string_view text) {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    const auto is_ascii = [text](std::size_t at, auto block) {
        if (text.size() - at < sizeof block) return false;
        std::memcpy(&block, text.data() + at, sizeof block);
        std::uint64_t all = 0;
        for (const auto part : block) all |= part;
        return (all & high_bits) == 0;
    };
    std::size_t at = 0;
    while (is_ascii(at, std::array<std::uint64_t, 4>{})) at += 32;
    while (is_ascii(at, std::array<std::uint64_t, 1>{})) at += 8;
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
    return at;
}

} // namespace

std::string to_utf8(std::uint32_t code_point) {
    const auto tail = [&](unsigned shift) { return static_cast<char>(0x80U | ((code_point >> shift) & 0x3FU)); };
    if (code_point < 0x80) return {static_cast<char>(code_point)};
    if (code_point < 0x800) return {static_cast<char>(0xC0U | (code_point >> 6)), tail(0)};
    if (code_point < 0x10000) return {static_cast<char>(0xE0U | (code_point >> 12)), tail(6), tail(0)};
    return {static_cast<char>(0xF0U | (code_point >> 18)), tail(12), tail(6), tail(0)};
}

std::size_t sequence_length(std::string_view text) {
    const auto byte = [&](std::size_t index) {
        return index < text.size() ? static_cast<unsigned char>(text[index]) : static_cast<unsigned char>(0);
    };
    const auto continues = [&](std::size_t index) { return (byte(index) & 0xC0) == 0x80; };
    const auto first = byte(0);
    if (first >= 0xC2 && first <= 0xDF) return continues(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool overlong = first == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = first == 0xED && byte(1) >= 0xA0;
        return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool overlong = first == 0xF0 && byte(1) < 0x90;
        const bool beyond = first == 0xF4 && byte(1) >= 0x90;
        return continues(1) && continues(2) && continues(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (const auto ascii = ascii_length(text.substr(at)); ascii > 0) {
            at += ascii;
            continue;
        }
        const auto length = sequence_length(text.substr(at, 4));
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

std::size_t content_begin(std::string_view text) {
    return text.starts_with(byte_order_mark) ? 3 : 0;
}

LineColumn line_column(std::string_view text, std::size_t offset) {
    const auto start = content_begin(text);
    const auto before = text.substr(start, std::max(std::min(offset, text.size()), start) - start);
    const auto newline = before.rfind('\n');
    const auto on_line = newline == std::string_view::npos ? before : before.substr(newline + 1);
    const auto begins = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
    return {1 + static_cast<int>(std::ranges::count(before, '\n')),
            1 + static_cast<int>(std::ranges::count_if(on_line, begins))};
}

Span line_at(std::string_view text, std::size_t offset) {
    const auto previous = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
    const auto next = text.find('\n', offset);
    return {previous == std::string_view::npos ? content_begin(text) : previous + 1,
            next == std::string_view::npos ? text.size() : next + 1};
}

std::optional<Span> line_before(std::string_view text, std::size_t line_begin) {
    if (line_begin <= content_begin(text)) return std::nullopt;
    return Span{line_at(text, line_begin - 1).begin, line_begin};
}

bool is_blank_line(std::string_view line) {
    return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

bool is_comment_line(std::string_view line) {
    const auto first = line.find_first_not_of(" \t");
    return first != std::string_view::npos && line[first] == '#';
}

bool ends_line(std::string_view text) {
    return text.empty() || text.back() == '\n';
}

std::string_view indentation(std::string_view line) {
    return line.substr(0, std::min(line.find_first_not_of(" \t"), line.size()));
}

std::string_view line_ending(std::string_view text) {
    std::size_t all = 0;
    std::size_t with_return = 0;
    for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        ++all;
        if (at > 0 && text[at - 1] == '\r') ++with_return;
    }
    return with_return * 2 > all ? "\r\n" : "\n";
}

std::string with_line_ending(std::string_view text, std::string_view ending) {
    std::string result;
    for (const char byte : text) {
        if (byte == '\n') {
            result += ending;
        } else {
            result += byte;
        }
    }
    return result;
}

} // namespace kith::store
