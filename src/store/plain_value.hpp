// Values of the records that kith writes, read as they stand after their key: what of a line is value, and what it
// says.
#pragma once

#include "kith/core/fields.hpp"
#include "kith/core/journal.hpp"
#include "kith/core/phrase.hpp"

#include "byte_search.hpp"
#include "toml_cursor.hpp"
#include "toml_text.hpp"
#include "toml_value.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace kith::store {

/// The length of the text in quotes that `source` begins with, these among it, where nothing in it is escaped; 0 where
/// there is none.
inline std::size_t length_of_simple_text(std::string_view source) {
    if (!source.starts_with('"')) return 0;
    const std::size_t at = end_of_basic(source, 1);
    return at < source.size() && source[at] == '"' ? at + 1 : 0;
}

/// A value as it stands in a line that ends after it.
struct Source {
    std::string_view text;
    bool is_simple_text; ///< In quotes, nothing escaped.

    /// For what is not plain at first sight: whether it certainly is one value, and nothing else.
    [[nodiscard]] bool is_certain() const {
        Cursor cursor(text);
        return cursor.take_value(0) && cursor.at_end() && cursor.certain();
    }
};

// Each takes a value, and is false where it is none of the type in a plain form.

inline bool take(Source value, std::string& text) {
    if (value.is_simple_text) {
        text = std::string(value.text.substr(1, value.text.size() - 2)); // In fewer steps than assigning its bytes.
        return true;
    }
    if (!value.text.starts_with('"') || !value.is_certain()) return false;
    text = decode_string(value.text);
    return true;
}

/// The same where it stands; false also where something in it is escaped.
inline bool take(Source value, std::string_view& text) {
    if (value.is_simple_text) text = value.text.substr(1, value.text.size() - 2);
    return value.is_simple_text;
}

template<class Of> bool take(Source value, core::Id<Of>& id) {
    return take(value, id.text);
}

/// Gives each element of `["ana-souza", "bo-li"]` to `take_element`; false where that is false or the list is no plain
/// one.
template<class TakeElement> bool each_in_list(Source value, TakeElement take_element) {
    if (value.text.size() < 2 || value.text.front() != '[' || value.text.back() != ']') return false;
    auto rest = value.text.substr(1, value.text.size() - 2);
    while (!rest.empty()) {
        const std::size_t length = length_of_simple_text(rest);
        if (length == 0 || !take_element(Source{rest.substr(0, length), true})) return false;
        rest.remove_prefix(length);
        if (rest.empty()) return true;
        if (!rest.starts_with(", ") || rest.size() == 2) return false;
        rest.remove_prefix(2);
    }
    return true;
}

template<class Text> bool take(Source value, std::vector<Text>& texts) {
    texts.reserve(static_cast<std::size_t>(std::ranges::count(value.text, ',')) + 1); // Two in one go, not one by one.
    return each_in_list(value, [&texts](Source element) { return take(element, texts.emplace_back()); });
}

inline bool take(Source value, core::Moment& moment) {
    constexpr std::size_t date_alone = 10;
    constexpr std::size_t date_and_minutes = 16; // Which is no TOML, where seconds are a must.
    if (value.text.size() == date_alone) {
        const auto date = core::parse_iso_date(value.text);
        if (date) moment.date = *date;
        return date.has_value();
    }
    if (value.text.size() == date_and_minutes) return false;
    const auto read = core::parse_iso_moment(value.text);
    if (read) moment = *read;
    return read.has_value();
}

inline bool take(Source value, core::Date& date) {
    core::Moment moment;
    if (!take(value, moment)) return false;
    date = moment.date;
    return true;
}

inline bool take(Source value, core::Period& period) {
    std::string text;
    const auto read = take(value, text) ? core::parse_period(text) : std::nullopt;
    if (read) period = *read;
    return read.has_value();
}

inline bool take(Source value, bool& flag) {
    flag = value.text == "true";
    return flag || value.text == "false";
}

inline bool take(Source value, int& number) {
    const auto text = value.text;
    const char* const end = text.data() + text.size();
    const bool has_odd_sign = text.starts_with('-') || (text.size() > 1 && text.starts_with('0'));
    return !has_odd_sign && std::from_chars(text.data(), end, number) == std::from_chars_result{end, std::errc{}};
}

/// Takes `, ` or what else is asked for off the text.
inline bool take_off(std::string_view& text, std::string_view begin) {
    const bool is_there = text.starts_with(begin);
    if (is_there) text.remove_prefix(begin.size());
    return is_there;
}

template<class Table> bool is_in(const Table& table, std::string_view key) {
    return std::ranges::any_of(table, [key](const auto& each) { return each.first == key; });
}

/// `{ github = "anasouza", web = "example.org" }`, as kith writes it, each key once; what is taken where it is false is
/// of no use.
template<class Table> bool take_plain_table(std::string_view text, Table& table) {
    if (!take_off(text, "{ ")) return false;
    do {
        std::size_t length = 0;
        while (length < text.size() && is(text[length], in_bare_key)) ++length;
        const auto key = text.substr(0, length);
        text.remove_prefix(length);
        if (key.empty() || !take_off(text, " = ") || is_in(table, key)) return false;
        length = length_of_simple_text(text);
        if (length == 0) return false;
        table.emplace_back(key, text.substr(1, length - 2));
        text.remove_prefix(length);
    } while (take_off(text, ", "));
    return text == " }";
}

inline bool take(Source value, core::TextTable& table) {
    if (take_plain_table(value.text, table)) return true;
    table.clear();
    if (!value.text.starts_with('{') || !value.is_certain()) return false;
    auto read = decode_value(value.text);
    auto* texts = std::get_if<core::TextTable>(&read);
    if (texts != nullptr) table = std::move(*texts);
    return texts != nullptr;
}

template<class Value> bool take(Source value, std::optional<Value>& into) {
    return take(value, into.emplace());
}

/// `1990-05-02`, or in quotes `05-02`.
inline bool take_birthday(Source value, std::string& birthday) {
    core::Moment moment;
    if (value.text.starts_with('"')) return take(value, birthday);
    const bool is_date = take(value, moment);
    if (is_date) birthday = core::to_text(moment.date);
    return is_date;
}

/// Takes nothing, and says whether there is a text to take.
struct NoText {};
inline bool take(Source value, NoText&) {
    return value.is_simple_text || (value.text.starts_with('"') && value.is_certain());
}

struct NoTexts {};
inline bool take(Source value, NoTexts&) {
    NoText none;
    return each_in_list(value, [&none](Source element) { return take(element, none); });
}

struct NoTable {};
inline bool take(Source value, NoTable&) {
    constexpr std::size_t usual = 4;
    std::vector<std::pair<std::string_view, std::string_view>> views;
    views.reserve(usual);
    core::TextTable table;
    return take_plain_table(value.text, views) || take(value, table);
}

/// Where a value goes of which only the form matters.
template<class Member> struct Sink { using Type = Member; };
template<> struct Sink<std::string> { using Type = NoText; };
template<class Of> struct Sink<core::Id<Of>> { using Type = NoText; };
template<class Text> struct Sink<std::vector<Text>> { using Type = NoTexts; };
template<> struct Sink<core::TextTable> { using Type = NoTable; };

} // namespace kith::store
