#include "toml_value.hpp"

#include "toml_cursor.hpp"
#include "toml_list.hpp"
#include "toml_scalar.hpp"
#include "toml_text.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <utility>

namespace kith::store {

namespace {

/// The code point of `digits`, in base 16.
std::uint32_t code_point(std::string_view digits) {
    std::uint32_t result = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), result, 16);
    return result;
}

char single_escape(char escape) {
    switch (escape) {
    case 'b':
        return '\b';
    case 't':
        return '\t';
    case 'n':
        return '\n';
    case 'f':
        return '\f';
    case 'r':
        return '\r';
    default:
        return escape;
    }
}

std::string plain_digits(std::string_view source) {
    std::string digits(source);
    std::erase(digits, '_');
    if (digits.starts_with('+')) digits.erase(0, 1);
    return digits;
}

core::Value integer(std::string_view source) {
    auto digits = plain_digits(source);
    int base = 10;
    if (digits.starts_with("0x")) base = 16;
    if (digits.starts_with("0o")) base = 8;
    if (digits.starts_with("0b")) base = 2;
    if (base != 10) digits.erase(0, 2);
    std::int64_t result = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), result, base);
    return result;
}

int digits_at(std::string_view source, std::size_t position, std::size_t count) {
    int result = 0;
    for (const char digit : source.substr(position, count)) result = result * 10 + (digit - '0');
    return result;
}

core::Value moment(std::string_view source) {
    const auto year = digits_at(source, 0, 4);
    if (year < core::first_year) return core::Unmodelled{"a date before the year 1"};
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(digits_at(source, 5, 2))},
                                           std::chrono::day{static_cast<unsigned>(digits_at(source, 8, 2))}};
    core::Moment result{core::Date{date}, std::nullopt};
    if (source.size() == 10) return result;
    // TOML 1.0 always has the seconds; of a fraction only zeros can be held.
    if (source.size() > 19 && source.find_first_not_of('0', 20) != std::string_view::npos) {
        return core::Unmodelled{"a time with fractions of a second"};
    }
    result.time = std::chrono::hours{digits_at(source, 11, 2)} + std::chrono::minutes{digits_at(source, 14, 2)} +
                  std::chrono::seconds{digits_at(source, 17, 2)};
    return result;
}

core::Value scalar(std::string_view source) {
    switch (kind_of_scalar(source)) {
    case Scalar::boolean:
        return source == "true";
    case Scalar::integer:
        return integer(source);
    case Scalar::date:
    case Scalar::date_time:
        return moment(source);
    case Scalar::offset_date_time:
        return core::Unmodelled{"a date with an offset"};
    case Scalar::time:
        return core::Unmodelled{"a time"};
    default:
        return core::Unmodelled{"a floating-point number"};
    }
}

/// Read without taking the list apart first: most records have one or two.
core::Value list_of_texts(std::string_view source) {
    std::vector<std::string> result;
    Cursor cursor(source, 1);
    while (cursor.skip_between() && cursor.peek() != ']') {
        const auto begin = cursor.position();
        const bool text = cursor.peek() == '"' || cursor.peek() == '\'';
        if (!text || !cursor.take_value(0)) return core::Unmodelled{std::string(mixed_list)};
        result.push_back(decode_string(bytes(source, {begin, cursor.position()})));
        if (!cursor.skip_between() || !cursor.take(',')) break;
    }
    return result;
}

core::Value table_of_texts(std::string_view source) {
    core::TextTable result;
    for (const auto& item : read_list(source).items) {
        const auto element = bytes(source, item.value);
        if (item.key.size() != 1 || !is_string(element)) return core::Unmodelled{std::string(mixed_table)};
        result.emplace_back(item.key.front(), decode_string(element));
    }
    return result;
}

/// Of a basic string that goes over lines: the first position after a line-ending backslash, blanks and line ends.
std::size_t after_continuation(std::string_view inner, std::size_t position) {
    return std::min(inner.find_first_not_of(" \t\r\n", position), inner.size());
}

} // namespace

bool is_string(std::string_view source) {
    return source.starts_with('"') || source.starts_with('\'');
}

std::string decode_basic(std::string_view inner, bool multi_line) {
    std::string result;
    result.reserve(inner.size());
    for (std::size_t at = 0; at < inner.size(); ++at) {
        if (inner[at] == '\r' && inner.substr(at + 1).starts_with('\n')) continue;
        if (inner[at] != '\\' || at + 1 == inner.size()) {
            result += inner[at];
            continue;
        }
        const char escape = inner[++at];
        if (escape == 'u' || escape == 'U') {
            const std::size_t length = escape == 'u' ? 4 : 8;
            result += to_utf8(code_point(inner.substr(at + 1, length)));
            at += length;
        } else if (multi_line && is_blank_line(inner.substr(at, 1))) {
            at = after_continuation(inner, at) - 1;
        } else {
            result += single_escape(escape);
        }
    }
    return result;
}

std::string decode_string(std::string_view source) {
    const char quote = source.front();
    const bool multi_line = source.size() >= 6 && source[1] == quote && source[2] == quote;
    const std::size_t quotes = multi_line ? 3 : 1;
    auto inner = source.substr(quotes, source.size() - 2 * quotes);
    if (multi_line && inner.starts_with('\n')) {
        inner.remove_prefix(1);
    } else if (multi_line && inner.starts_with("\r\n")) {
        inner.remove_prefix(2);
    }
    if (quote == '"' && inner.find('\\') != std::string_view::npos) return decode_basic(inner, multi_line);
    std::string result(inner);
    // As toml++ does: a line end within a string is a line feed, whatever the file's line ends are.
    if (multi_line) {
        for (auto at = result.find("\r\n"); at != std::string::npos; at = result.find("\r\n", at)) result.erase(at, 1);
    }
    return result;
}

core::Value decode_value(std::string_view source) {
    switch (source.front()) {
    case '"':
    case '\'':
        return decode_string(source);
    case '[':
        return list_of_texts(source);
    case '{':
        return table_of_texts(source);
    default:
        return scalar(source);
    }
}

} // namespace kith::store
