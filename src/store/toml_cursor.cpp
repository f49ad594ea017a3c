#include "toml_cursor.hpp"

#include "byte_search.hpp"
#include "toml_scalar.hpp"
#include "toml_value.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace kith::store {

namespace {

/// toml++ refuses values nested more than 256 deep; long before that nothing is certain.
constexpr int certainly_shallow = 64;

bool is_certain_code_point(std::string_view digits, std::size_t length) {
    if (digits.size() < length) return false;
    std::uint32_t code_point = 0;
    for (const char digit : digits.substr(0, length)) {
        const auto lower = static_cast<char>(digit | 0x20);
        if (!is_digit(digit) && (lower < 'a' || lower > 'f')) return false;
        code_point = code_point * 16 + static_cast<std::uint32_t>(is_digit(digit) ? digit - '0' : lower - 'a' + 10);
    }
    return code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF);
}

} // namespace

std::string decoded(const KeyPart& part) {
    return part.escaped ? decode_basic(part.text, false) : std::string(part.text);
}

std::vector<std::string> decoded(std::span<const KeyPart> path) {
    std::vector<std::string> result;
    result.reserve(path.size());
    for (const auto& part : path) result.push_back(decoded(part));
    return result;
}

bool Cursor::take(char byte) {
    if (at_ == end_ || *at_ != byte) return false;
    ++at_;
    return true;
}

bool Cursor::take_newline() {
    if (peek() == '\n') {
        ++at_;
    } else if (peek() == '\r' && peek(1) == '\n') {
        at_ += 2;
    } else {
        return false;
    }
    ++line_;
    return true;
}

bool Cursor::take_comment() {
    while (at_ != end_) {
        while (at_ != end_ && is(*at_, in_comment)) ++at_;
        if (at_ == end_ || *at_ == '\n' || (*at_ == '\r' && peek(1) == '\n')) break;
        certain_ = false; // A control character, which toml++ refuses.
        ++at_;
    }
    return true;
}

bool Cursor::take_line_end() {
    skip_blanks();
    if (peek() == '#') take_comment();
    return at_ == end_ || take_newline();
}

bool Cursor::skip_between() {
    while (true) {
        skip_blanks();
        if (peek() == '#') {
            take_comment();
        } else if (!take_newline()) {
            return at_ != end_;
        }
    }
}

bool Cursor::take_key() {
    path_.clear();
    if (!take_key_part()) return false;
    skip_blanks();
    while (peek() == '.') {
        ++at_;
        skip_blanks();
        if (!take_key_part()) return false;
        skip_blanks();
        if (path_.size() > static_cast<std::size_t>(deepest)) {
            too_deep_ = true;
            return false;
        }
    }
    return true;
}

bool Cursor::take_key_part() {
    const char* const from = at_;
    if (peek() == '"' || peek() == '\'') {
        const bool multi_line = peek(1) == peek() && peek(2) == peek();
        if (multi_line || !take_quoted(peek())) return false;
        const std::string_view text(from + 1, static_cast<std::size_t>(at_ - from) - 2);
        path_.push_back({text, *from == '"' && text.find('\\') != std::string_view::npos});
        return true;
    }
    while (at_ != end_ && is(*at_, in_bare_key)) ++at_;
    path_.push_back({std::string_view(from, static_cast<std::size_t>(at_ - from)), false});
    return at_ != from;
}

bool Cursor::take_value(int depth) {
    if (depth > certainly_shallow) certain_ = false;
    if (depth > deepest) {
        too_deep_ = true;
        return false;
    }
    switch (peek()) {
    case '"':
    case '\'':
        return peek(1) == peek() && peek(2) == peek() ? take_multi_line(peek()) : take_quoted(peek());
    case '[':
        return take_array(depth);
    case '{':
        return take_inline_table(depth);
    default:
        return take_scalar();
    }
}

void Cursor::pass_plain(char quote) {
    if (quote == '"')
        at_ += end_of_basic({at_, static_cast<std::size_t>(end_ - at_)}, 0);
    else
        while (at_ != end_ && is(*at_, in_literal)) ++at_;
}

bool Cursor::take_quoted(char quote) {
    ++at_;
    while (true) {
        pass_plain(quote);
        if (at_ == end_ || *at_ == '\n') return false;
        if (*at_ == quote) {
            ++at_;
            return true;
        }
        if (*at_ == '\\') {
            check_escape(false);
        } else {
            certain_ = false; // A control character.
            ++at_;
        }
    }
}

bool Cursor::take_multi_line(char quote) {
    at_ += 3;
    while (true) {
        pass_plain(quote);
        if (at_ == end_) return false;
        if (*at_ == quote) {
            // Up to two quotes are text, also right before the three that close.
            std::size_t quotes = 1;
            while (quotes < 5 && peek(quotes) == quote) ++quotes;
            at_ += quotes;
            if (quotes >= 3) return true;
        } else if (*at_ == '\\') {
            check_escape(true);
        } else if (!take_newline()) {
            certain_ = false;
            ++at_;
        }
    }
}

void Cursor::check_escape(bool multi_line) {
    const std::string_view after(at_ + 1, static_cast<std::size_t>(end_ - at_) - 1);
    const char escape = after.empty() ? '\0' : after.front();
    ++at_;
    if (escape == '"' || escape == '\\') {
        ++at_;
    } else if (escape == 'u' || escape == 'U') {
        if (!is_certain_code_point(after.substr(1), escape == 'u' ? 4 : 8)) certain_ = false;
    } else if (multi_line && (escape == ' ' || escape == '\t' || escape == '\r' || escape == '\n')) {
        const auto end = after.find_first_not_of(" \t");
        const auto rest = end == std::string_view::npos ? std::string_view{} : after.substr(end);
        if (!rest.starts_with('\n') && !rest.starts_with("\r\n")) certain_ = false;
    } else if (escape == '\0' || std::string_view("btnfr").find(escape) == std::string_view::npos) {
        certain_ = false;
    }
}

bool Cursor::take_array(int depth) {
    ++at_;
    while (true) {
        if (!skip_between()) return false;
        if (take(']')) return true;
        if (!take_value(depth + 1) || !skip_between()) return false;
        if (take(']')) return true;
        if (!take(',')) return false;
    }
}

bool Cursor::take_inline_table(int depth) {
    constexpr std::size_t many_keys = 128; // Each is compared with each; `imported` may have dozens.
    std::vector<std::string_view> keys;
    ++at_;
    skip_blanks();
    if (take('}')) return true;
    while (true) {
        skip_blanks();
        if (!take_key()) return false;
        const auto& key = path_.front();
        const bool known = std::ranges::find(keys, key.text) != keys.end();
        if (path_.size() > 1 || key.escaped || known || keys.size() > many_keys) {
            certain_ = false;
        } else {
            keys.push_back(key.text);
        }
        const auto deeper = depth + static_cast<int>(path_.size()) + 1;
        if (!take('=')) return false;
        skip_blanks();
        if (!take_value(deeper)) return false;
        skip_blanks();
        if (take('}')) return true;
        if (!take(',')) return false;
    }
}

bool Cursor::take_scalar() {
    const char* const from = at_;
    while (at_ != end_ && is(*at_, in_scalar)) ++at_;
    if (at_ == from) return false;
    const auto source = [&] { return std::string_view(from, static_cast<std::size_t>(at_ - from)); };
    if (has_date_form(source()) && peek() == ' ' && is_digit(peek(1))) {
        ++at_; // A blank may stand between date and time.
        while (at_ != end_ && is(*at_, in_scalar)) ++at_;
    }
    if (!is_certain_scalar(source())) certain_ = false;
    return true;
}

} // namespace kith::store
