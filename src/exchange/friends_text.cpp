#include "friends_text.hpp"

#include "kith/core/text.hpp"

#include "plain_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

namespace kith::exchange {
namespace {

bool is_letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           static_cast<unsigned char>(byte) >= 0x80;
}

/// How long the tag at the front of `text` is; 0 where there is none. Within, `:` and `-` join letters.
std::size_t length_of_tag(std::string_view text) {
    if (text.size() < 2 || text[0] != '@' || !is_letter(text[1])) return 0;
    std::size_t length = 2;
    while (length < text.size()) {
        const bool joins = (text[length] == ':' || text[length] == '-') && length + 1 < text.size();
        if (!is_letter(text[length]) && !(joins && is_letter(text[length + 1]))) break;
        ++length;
    }
    return length;
}

/// What stands in marks at the front of `text`; empty where it does not begin with that.
std::string_view marked(std::string_view text, std::string_view mark) {
    if (!text.starts_with(mark)) return {};
    const auto end = text.find(mark, mark.size());
    const auto within = text.substr(0, end).substr(std::min(mark.size(), text.size()));
    return end == text.npos || within.empty() || within.front() == ' ' ? std::string_view{} : within;
}

/// Tags that stand after the text say nothing in it.
std::string without_tags_at_end(std::string text) {
    for (;;) {
        const auto at = text.rfind(" @");
        if (at == text.npos) return text;
        const auto tag = std::string_view(text).substr(at + 1);
        if (length_of_tag(tag) != tag.size()) return text;
        text.erase(text.find_last_not_of(' ', at) + 1);
    }
}

} // namespace

MarkedText without_marks(std::string_view text) {
    MarkedText result;
    char before = ' ';
    // Once a mark has no partner in the rest, none of its kind has.
    bool has_people = true;
    bool has_places = true;
    while (!text.empty()) {
        const auto person = has_people && text.starts_with("**") ? marked(text, "**") : std::string_view{};
        const auto place = has_places && !is_letter(before) && text[0] == '_' ? marked(text, "_") : std::string_view{};
        const auto tag = is_letter(before) ? 0 : length_of_tag(text);
        has_people = has_people && (!text.starts_with("**") || text.find("**", 2) != text.npos);
        has_places = has_places && (text[0] != '_' || text.find('_', 1) != text.npos);
        std::size_t length = 1;
        if (!person.empty()) {
            result.people.push_back(one_line(person));
            result.text += person;
            result.unmarked += ' ';
            length = person.size() + 4;
        } else if (!place.empty()) {
            result.text += place;
            result.unmarked += ' ';
            length = place.size() + 2;
        } else {
            if (tag > 0) result.tags.push_back(lower(text.substr(1, tag - 1)));
            length = std::max<std::size_t>(tag, 1);
            result.text += text.substr(0, length);
            result.unmarked += text.substr(0, length);
        }
        before = text[length - 1];
        text.remove_prefix(length);
    }
    result.whole = one_line(result.text);
    result.text = without_tags_at_end(result.whole);
    result.people = each_once(std::move(result.people));
    result.tags = each_once(std::move(result.tags));
    return result;
}

Friend friend_of(std::string_view line) {
    Friend result;
    const auto names = line.substr(0, line.find_first_of("([@"));
    result.name = one_line(names);
    line.remove_prefix(names.size());
    if (line.starts_with('(')) {
        const auto end = std::min(line.find(')'), line.size() - 1);
        for (const auto nickname : split(line.substr(1, end - 1), "a.k.a. "))
            if (auto name = one_line(nickname); !name.empty()) result.nicknames.push_back(std::move(name));
        line.remove_prefix(end + 1);
    }
    if (const auto begin = line.find('['); begin != line.npos) {
        const auto end = line.find(']', begin);
        result.location = one_line(line.substr(begin + 1, end == line.npos ? end : end - begin - 1));
        line = end == line.npos ? std::string_view{} : line.substr(end + 1);
    }
    for (const auto word : core::words(line))
        if (length_of_tag(word) == word.size()) result.tags.push_back(label(word.substr(1)));
    return result;
}

std::string fingerprint(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325; // FNV-1a, of 64 bits.
    for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    return fmt::format("{:016x}", hash);
}

} // namespace kith::exchange
