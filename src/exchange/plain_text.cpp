#include "plain_text.hpp"

#include "kith/core/text.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace kith::exchange {
namespace {

bool is_control(unsigned char byte) {
    return byte < 0x20 || byte == 0x7F;
}

/// How many bytes at the front are a control character beyond ASCII: C1, or a separator of lines or paragraphs.
std::size_t length_of_wide_control(std::string_view text) {
    if (text.size() > 1 && text[0] == '\xC2' && static_cast<unsigned char>(text[1]) < 0xA0) return 2;
    return text.starts_with("\u2028") || text.starts_with("\u2029") ? 3 : 0;
}

/// `text` with control characters made blanks; of line breaks `\n` is left.
std::string without_controls(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    while (!text.empty()) {
        std::size_t length = length_of_wide_control(text);
        if (text.starts_with("\r\n")) {
            clean += '\n';
            length = 2;
        } else if (text.front() == '\n' || text.front() == '\r') {
            clean += '\n';
        } else if (length > 0 || is_control(static_cast<unsigned char>(text.front()))) {
            clean += ' ';
        } else {
            clean += text.front();
        }
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return clean;
}

char lower_of(char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

/// Whether a text folded is that, which a difference in ASCII tells without folding it.
bool folds_to(std::string_view text, std::string_view folded) {
    for (std::size_t at = 0; at < std::min(text.size(), folded.size()); ++at) {
        const bool is_blank_within = text[at] == ' ' && at > 0 && text[at - 1] != ' ';
        if (!is_blank_within && (text[at] <= ' ' || text[at] > '~')) break;
        if (lower_of(text[at]) != folded[at]) return false;
    }
    return core::fold(text) == folded;
}

} // namespace

std::string one_line(std::string_view text) {
    std::string line;
    const auto clean = without_controls(text);
    for (const auto word : core::words(clean)) {
        if (!line.empty()) line += ' ';
        line += word;
    }
    return line;
}

std::string several_lines(std::string_view text) {
    const auto clean = without_controls(text);
    std::string note;
    bool is_after_blank = false;
    for (auto line : split(clean, "\n")) {
        line = line.substr(0, line.find_last_not_of(' ') + 1);
        if (line.empty()) {
            is_after_blank = true;
            continue;
        }
        if (!note.empty()) note += is_after_blank ? "\n\n" : "\n";
        note += line;
        is_after_blank = false;
    }
    return note;
}

void add_paragraph(std::string& note, std::string_view paragraph) {
    if (paragraph.empty()) return;
    if (!note.empty()) note += "\n\n";
    note += paragraph;
}

std::string label(std::string_view text) {
    return core::slug(one_line(text));
}

std::string percent_decoded(std::string_view text) {
    const auto digit = [](char c) {
        constexpr std::string_view digits = "0123456789abcdef";
        return digits.find(c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c);
    };
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto high = text[at] == '%' && at + 2 < text.size() ? digit(text[at + 1]) : text.npos;
        const auto low = high != text.npos ? digit(text[at + 2]) : text.npos;
        if (low != text.npos) {
            bytes += static_cast<char>(high * 16 + low);
            at += 2;
        } else {
            bytes += text[at];
        }
    }
    return core::is_valid_utf8(bytes) ? one_line(bytes) : std::string(text);
}

bool add_once(std::vector<std::string>& texts, std::string text) {
    if (text.empty()) return true;
    const auto folded = core::fold(text);
    if (std::ranges::any_of(texts, [&](const auto& each) { return folds_to(each, folded); })) return true;
    if (texts.size() >= most_texts) return false;
    texts.push_back(std::move(text));
    return true;
}

bool KnownTexts::add(std::vector<std::string>& texts, std::string text) {
    constexpr std::size_t few = 16;
    if (texts.size() < few) return add_once(texts, std::move(text));
    if (text.empty()) return true;
    if (folded_.empty())
        for (const auto& each : texts) folded_.insert(core::fold(each));
    auto folded = core::fold(text);
    if (folded_.contains(folded)) return true;
    if (texts.size() >= most_texts) return false;
    folded_.insert(std::move(folded));
    texts.push_back(std::move(text));
    return true;
}

std::vector<std::string> each_once(std::vector<std::string> texts) {
    std::unordered_set<std::string> seen;
    std::erase_if(texts, [&seen](const auto& text) { return text.empty() || !seen.insert(core::fold(text)).second; });
    return texts;
}

std::string lower(std::string_view text) {
    std::string lowered(text);
    std::ranges::transform(lowered, lowered.begin(), lower_of);
    return lowered;
}

std::string upper(std::string_view text) {
    std::string raised(text);
    for (char& each : raised)
        if (each >= 'a' && each <= 'z') each = static_cast<char>(each - 'a' + 'A');
    return raised;
}

std::optional<int> whole_number(std::string_view text) {
    if (text.starts_with('-')) return std::nullopt;
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

bool equals_ignoring_case(std::string_view left, std::string_view right) {
    return std::ranges::equal(left, right, {}, lower_of, lower_of);
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> parts;
    for (auto end = text.find(separator); end != text.npos; end = text.find(separator)) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + separator.size());
    }
    parts.push_back(text);
    return parts;
}

} // namespace kith::exchange
