#include "name_filter.hpp"

#include "further_emails.hpp"
#include "utf8.hpp"

#include <algorithm>

namespace kith::core {

namespace {

/// A letter or a digit, or a byte of what is beyond ASCII.
bool is_part_of_word(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
           !utf8::is_ascii(byte);
}

bool is_folded(std::string_view text, std::string_view folded) {
    return std::ranges::equal(text, folded, {}, utf8::lower_ascii);
}

/// Whether all of a text beyond ASCII are letters and accents of Latin names, U+00C0 to U+036F, in UTF-8. Folding makes
/// ASCII of most, and leaves the letters around them alone.
bool is_latin(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (utf8::is_ascii(text[at])) continue;
        const auto lead = static_cast<unsigned char>(text[at]);
        const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
        const bool is_sign = (lead == 0xC3 && (next == 0x97 || next == 0xB7)) || // × and ÷
                             (lead == 0xC5 && next == 0x89);                     // ŉ, which becomes 'n
        const bool is_letter = lead >= 0xC3 && lead <= 0xC9;
        const bool is_accent = lead == 0xCC || (lead == 0xCD && next < 0xB0);
        if (is_sign || !(is_letter || is_accent)) return false;
        ++at;
    }
    return true;
}

} // namespace

NameFilter::NameFilter(const std::vector<Word>& words) {
    for (const auto& word : words) {
        has_address_ = has_address_ || word.kind == Word::Kind::address;
        const auto end = std::ranges::find_if_not(word.folded, is_part_of_word);
        if (end == word.folded.begin()) continue; // An address on the web, which is nobody's name.
        beginnings_.emplace_back(word.folded.begin(), end);
        first_bytes_.set(static_cast<unsigned char>(word.folded.front()));
    }
}

bool NameFilter::may_begin_word(std::string_view part) const {
    if (utf8::is_ascii(part.front()) && !first_bytes_.test(static_cast<unsigned char>(utf8::lower_ascii(part.front()))))
        return false;
    const auto head_end = std::ranges::find_if_not(part, [](char byte) { return utf8::is_ascii(byte); });
    if (head_end == part.end())
        return std::ranges::any_of(beginnings_, [part](const auto& each) { return is_folded(part, each); });
    const auto head = part.substr(0, static_cast<std::size_t>(head_end - part.begin()));
    if (!is_latin(part.substr(head.size()))) return true;
    std::size_t tail_length = 0;
    while (utf8::is_ascii(part[part.size() - tail_length - 1])) ++tail_length;
    return std::ranges::any_of(beginnings_, [&](std::string_view each) {
        return each.size() >= head.size() + tail_length && is_folded(head, each.substr(0, head.size())) &&
               is_folded(part.substr(part.size() - tail_length), each.substr(each.size() - tail_length));
    });
}

bool NameFilter::may_have_word(std::string_view called) const {
    while (!called.empty()) {
        const auto end = std::ranges::find_if_not(called, is_part_of_word);
        const auto part = called.substr(0, static_cast<std::size_t>(end - called.begin()));
        if (!part.empty() && may_begin_word(part)) return true;
        called.remove_prefix(part.size());
        called.remove_prefix(std::min<std::size_t>(called.size(), 1));
    }
    return false;
}

bool NameFilter::may_be_named(const Person& person) const {
    const auto may_be = [this](std::string_view called) { return may_have_word(called); };
    return may_be(person.name) || may_be(person.id.text) || may_be(person.email) ||
           std::ranges::any_of(person.aliases, may_be) ||
           std::ranges::any_of(person.was, [&](const PersonId& former) { return may_be(former.text); }) ||
           (has_address_ && has_further_email(person, may_be));
}

} // namespace kith::core
