// What stands after the colon of a content line, as text.
#include "kith/core/text.hpp"

#include "content_lines.hpp"
#include "plain_text.hpp"

#include <fmt/format.h>

namespace kith::exchange {
namespace {

int hexadecimal(char digit) {
    if (digit >= '0' && digit <= '9') return digit - '0';
    if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
    if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
    return -1;
}

/// What `=C3` at the front of a text stands for; nothing where none is there.
std::optional<char> byte_at(std::string_view text) {
    if (text.size() < 3 || text.front() != '=') return std::nullopt;
    const int high = hexadecimal(text[1]);
    const int low = hexadecimal(text[2]);
    return high >= 0 && low >= 0 ? std::optional(static_cast<char>(high * 16 + low)) : std::nullopt;
}

/// `=C3=A9` as bytes. A `=` before anything else is itself, as writers of it often mean.
std::string from_quoted_printable(std::string_view text) {
    std::string bytes;
    while (!text.empty()) {
        const auto byte = byte_at(text);
        bytes += byte.value_or(text.front());
        text.remove_prefix(byte ? 3 : 1);
    }
    return bytes;
}

int base64_digit(char digit) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto at = digits.find(digit);
    return at == digits.npos ? -1 : static_cast<int>(at);
}

std::optional<std::string> from_base64(std::string_view text) {
    std::string bytes;
    unsigned bits = 0;
    int count = 0;
    for (const char each : text) {
        if (each == '=' || each == ' ' || each == '\t') continue;
        const int digit = base64_digit(each);
        if (digit < 0) return std::nullopt;
        bits = (bits << 6 | static_cast<unsigned>(digit)) & 0xFFFFFF;
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>(bits >> count & 0xFF);
        }
    }
    return bytes;
}

bool is_quoted_printable(const ContentLine& line) {
    return equals_ignoring_case(line.parameter("ENCODING"), "QUOTED-PRINTABLE");
}

/// Of quoted-printable bytes that are not UTF-8 and whose character set is not named; nothing of all else.
std::optional<DecodedFile> decoded_without_charset(const ContentLine& line, std::string_view bytes) {
    const bool is_untold = is_quoted_printable(line) && line.parameter("CHARSET").empty();
    return is_untold && !core::is_valid_utf8(bytes) ? decode_older(bytes) : std::nullopt;
}

} // namespace

std::optional<std::string> decoded(const ContentLine& line) {
    if (line.is_too_long) return std::nullopt;
    std::string text = line.value;
    const auto encoding = lower(line.parameter("ENCODING"));
    if (is_quoted_printable(line)) text = from_quoted_printable(text);
    if (auto older = decoded_without_charset(line, text)) text = std::move(older->text);
    if (encoding == "base64" || encoding == "b") {
        auto bytes = from_base64(text);
        if (!bytes) return std::nullopt;
        text = std::move(*bytes);
    }
    const auto charset = line.parameter("CHARSET");
    const bool is_other = !charset.empty() && !equals_ignoring_case(charset, "UTF-8");
    auto plain = is_other ? to_utf8(text, std::string(charset)) : std::optional(std::move(text));
    if (!plain || !core::is_valid_utf8(*plain) || plain->find('\0') != plain->npos) return std::nullopt;
    return plain;
}

std::string assumed_encoding(const ContentLine& line) {
    if (!is_quoted_printable(line)) return {};
    auto older = decoded_without_charset(line, from_quoted_printable(line.value));
    return older ? std::move(older->encoding) : std::string();
}

std::string reason_undecoded(const ContentLine& line) {
    if (line.is_too_long) return fmt::format("'{}' holds more than a megabyte", line.name);
    const bool has_nul = line.value.find('\0') != line.value.npos;
    if (has_nul) return fmt::format("'{}' has a NUL byte in it", line.name);
    const bool is_raw = line.parameter("CHARSET").empty() && line.parameter("ENCODING").empty();
    return fmt::format("'{}' is not text in UTF-8{}", line.name,
                       is_raw ? "; 'iconv -f WINDOWS-1252 -t UTF-8' makes it so where the file is an older program's"
                              : "");
}

std::string_view stray_in(const ContentLine& line) {
    if (!is_quoted_printable(line)) return {};
    const std::string_view text = line.value;
    for (auto at = text.find('='); at != text.npos; at = text.find('=', at + 1))
        if (!byte_at(text.substr(at))) return text.substr(at, 3);
    return {};
}

std::vector<std::string_view> split_escaped(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\') {
            ++at;
        } else if (text[at] == separator) {
            parts.push_back(text.substr(begin, at - begin));
            begin = at + 1;
        }
    }
    parts.push_back(text.substr(begin));
    return parts;
}

std::string unescape(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 1 < text.size()) {
            ++at;
            plain += text[at] == 'n' || text[at] == 'N' ? '\n' : text[at];
        } else {
            plain += text[at];
        }
    }
    return plain;
}

} // namespace kith::exchange
