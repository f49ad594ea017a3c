// The lines of plain records, key after key: what the readers of plain files have in common.
#pragma once

#include "kith/core/journal.hpp"
#include "kith/core/records.hpp"

#include "byte_search.hpp"
#include "plain_record.hpp"
#include "plain_value.hpp"
#include "toml_text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace kith::store {

/// Takes a line off the text; without its terminator.
inline std::string_view take_line(std::string_view& text) {
    const char* const begin = text.data();
    std::size_t length = length_of_line(text);
    text.remove_prefix(std::min(length + 1, text.size()));
    if (length > 0 && begin[length - 1] == '\r') --length;
    return {begin, length};
}

/// What of a key decides how its value is kept; found out once for each, since comparing it for each record costs more
/// than taking the value.
enum class KeyKind { counted, uncounted, birthday };

template<std::size_t size> constexpr KeyKind kind_of_key(const char (&key)[size]) {
    const std::string_view name(key, size - 1);
    if (name == "birthday") return KeyKind::birthday;
    for (const std::string_view uncounted :
         {"tags", "note", "url", "closes", "aliases", "organisation", "role", "city", "email", "handles"})
        if (name == uncounted) return KeyKind::uncounted;
    return KeyKind::counted;
}

/// Goes over the keys of a record and the lines of its source side by side.
template<Keeping keeping> class PlainReader {
  public:
    explicit PlainReader(std::string_view lines) : rest_(lines) { pass_over_empty_lines(); }

    /// With the length of the key as a constant, so that comparing it is a matter of one or two steps.
    template<class Member, std::size_t size>
    [[gnu::always_inline]] inline void operator()(const char (&key)[size], Member& member) {
        constexpr std::size_t length = size - 1;
        constexpr std::string_view between = " = ";
        constexpr std::size_t begin = length + between.size();
        const bool is_here = rest_.size() > begin && std::memcmp(rest_.data(), key, length) == 0 &&
                             std::memcmp(rest_.data() + length, between.data(), between.size()) == 0;
        if (is_here) {
            rest_.remove_prefix(begin);
            const Source value = take_value();
            pass_over_empty_lines();
            if (!keep(kind_of_key(key), value, member)) give_up();
        } else if (std::is_same_v<Member, core::Moment>) {
            give_up(); // It has to be there.
        }
    }
    [[nodiscard]] bool has_read_all() const { return is_plain_ && rest_.empty(); }

  private:
    template<class Member> static bool keep(KeyKind kind, Source value, Member& member) {
        using Form = typename Sink<Member>::Type;
        if constexpr (std::is_same_v<Member, std::string>)
            if (kind == KeyKind::birthday) return take_birthday(value, member);
        if constexpr (std::is_same_v<Form, Member>) return take(value, member);
        if (keeping == Keeping::all || (keeping == Keeping::figures && kind == KeyKind::counted))
            return take(value, member);
        Form form;
        return take(value, form);
    }
    /// Takes a line to its end.
    Source take_value() {
        const std::size_t length = length_of_simple_text(rest_);
        if (length == 0 || length == rest_.size() || rest_[length] != '\n') return {take_line(rest_), false};
        const auto value = rest_.substr(0, length);
        rest_.remove_prefix(length + 1);
        return {value, true};
    }
    void pass_over_empty_lines() {
        if (rest_.empty() || rest_.front() > '#') return; // What a key begins with.
        const auto is_there = [this](char begin) { return !rest_.empty() && rest_.front() == begin; };
        while (is_there('\n') || is_there('#') || (is_there('\r') && rest_.starts_with("\r\n"))) take_line(rest_);
    }
    /// No key is here any more.
    void give_up() {
        is_plain_ = false;
        rest_ = {};
    }

    std::string_view rest_;
    bool is_plain_ = true;
};

/// Takes the line `[[kind]]` off the text.
template<class Record> inline bool take_header(std::string_view& text) {
    static const std::string header = "[[" + std::string(core::kind_of<Record>()) + "]]";
    if (text.size() < header.size() || std::memcmp(text.data(), header.data(), header.size()) != 0) return false;
    text.remove_prefix(header.size());
    return take_line(text).empty();
}

/// Takes what stands before the first record off the text; false where it is not only comment.
inline bool take_head(std::string_view& text) {
    while (!text.empty() && !text.starts_with('['))
        if (const auto line = take_line(text); !line.empty() && !line.starts_with('#')) return false;
    return true;
}

/// Takes the lines of a record off the text, those up to the next that begins with a bracket.
inline std::string_view take_record(std::string_view& text) {
    std::size_t end = text.size() < 2 ? text.npos : find_byte(text, '[', 2); // Brackets are fewer than lines.
    while (end < text.size() && text[end - 1] != '\n') end = find_byte(text, '[', end + 1);
    const auto source = text.substr(0, end);
    text.remove_prefix(source.size());
    return source;
}

/// Whether a text is UTF-8 without a control character but tab and line feed: what no string or comment may have, and
/// an ending of lines that is left to others.
inline bool has_plain_bytes(std::string_view text) {
    for (std::size_t at = 0; (at = end_of_plain_ascii(text, at)) < text.size();) {
        const bool is_ascii = static_cast<unsigned char>(text[at]) < 0x80;
        const std::size_t length = is_ascii ? 0 : sequence_length(text.substr(at, 4));
        if (length == 0) return false;
        at += length;
    }
    return true;
}

/// Whether a text may be one of plain records; its head is taken off.
inline bool begins_plain(std::string_view& text) {
    return has_plain_bytes(text) && take_head(text);
}

} // namespace kith::store
