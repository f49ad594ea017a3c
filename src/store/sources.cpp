#include "sources.hpp"

#include "kith/core/text.hpp"

#include "byte_search.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <optional>

namespace kith::store {
namespace {

constexpr std::string_view date_key = "\ndate = ";

/// Three quotes in a row; perhaps true of three in a row of `#` or `&` too. In one go without a branch and with one
/// comparison a byte, so that many are looked at in one step.
bool has_quotes_of_lines(std::string_view source) {
    // What `"` and `'` have in common: 0x22 and 0x27, 0x23 and 0x26 between them.
    const auto is_quote = [source](std::size_t at) {
        return static_cast<unsigned char>((static_cast<unsigned char>(source[at]) & 0xFAU) == 0x22);
    };
    unsigned char found = 0;
    for (std::size_t i = 2; i < source.size(); ++i)
        found = static_cast<unsigned char>(found | (is_quote(i) & is_quote(i - 1) & is_quote(i - 2)));
    return found != 0;
}

/// Escapes of code points, which may stand for any character.
bool has_escapes(std::string_view source) {
    for (auto at = source.find('\\'); at != std::string_view::npos; at = source.find('\\', at + 2))
        if (const char kind = at + 1 < source.size() ? source[at + 1] : '\0'; kind == 'u' || kind == 'U') return true;
    return false;
}

/// The date that follows `start`, where the line begins with it: `start` is `date = `.
std::optional<core::Date> date_after(std::string_view start, std::string_view line) {
    return line.starts_with(start) ? core::parse_iso_date(line.substr(start.size(), 10)) : std::nullopt;
}

/// Takes the last line off a text that ends in `\n`, without its terminator.
std::string_view take_last_line(std::string_view& text) {
    if (text.ends_with('\n')) text.remove_suffix(1);
    const void* const before = text.empty() ? nullptr : ::memrchr(text.data(), '\n', text.size());
    const auto* const end = static_cast<const char*>(before);
    const std::size_t begin = before == nullptr ? 0 : static_cast<std::size_t>(end - text.data()) + 1;
    auto line = text.substr(begin);
    text = text.substr(0, begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// Where the next line begins that has a bracket first; the end of the text where there is none.
std::size_t next_header(std::string_view text, std::size_t from) {
    std::size_t at = text.find('[', from);
    while (at != std::string_view::npos && text[at - 1] != '\n') at = text.find('[', at + 1);
    return std::min(at, text.size());
}

/// Whether the lines of a follow-up, its header among them, end in the day it was closed on, one before `day`.
bool ends_closed(std::string_view source, core::Date day) {
    auto line = take_last_line(source);
    while (line.empty() && !source.empty()) line = take_last_line(source);
    if (line.starts_with("closed_by = ")) line = take_last_line(source);
    const auto done = date_after("done = ", line);
    const auto date = done ? done : date_after("dropped = ", line);
    return date && *date < day;
}

/// Whether the third line says that it was created in the year; the second is the id.
bool begins_in(std::string_view source, std::string_view year) {
    constexpr std::string_view created = "created = ";
    const std::size_t id = source.find('\n');
    const std::size_t end = id == std::string_view::npos ? id : source.find('\n', id + 1);
    if (end == std::string_view::npos || !source.substr(id + 1).starts_with("id = ")) return false;
    source.remove_prefix(end + 1);
    return source.starts_with(created) && source.substr(created.size()).starts_with(year);
}

} // namespace

bool mentions_any(std::string_view source, std::span<const std::string> needles) {
    const auto is_there = [source](const std::string& needle) { return has_needle(source, needle); };
    return std::ranges::any_of(needles, is_there) || has_escapes(source);
}

Mentions::Mentions(std::string_view text, std::span<const std::string> needles)
    : end_(text.data() + text.size()), needles_(needles), next_(needles.size(), nullptr),
      has_escapes_(has_escapes(text)) {}

bool Mentions::in(std::string_view source) {
    const char* const begin = source.data();
    bool is_there = has_escapes_ && has_escapes(source);
    for (std::size_t i = 0; i < needles_.size(); ++i) {
        if (next_[i] == nullptr || next_[i] < begin) next_[i] = find_needle(begin, end_, needles_[i]);
        is_there = is_there || next_[i] < begin + source.size();
    }
    return is_there;
}

bool is_dated_within(std::string_view source, std::string_view file_name) {
    if (!file_name.starts_with("log/")) return true;
    const std::size_t at = source.find(date_key);
    return at != std::string_view::npos && source.substr(at + date_key.size()).starts_with(file_name.substr(4, 7));
}

bool is_dated_outside(std::string_view source, const core::DateRange& days) {
    const std::size_t at = source.find(date_key);
    if (at == std::string_view::npos) return false;
    const auto date = date_after(date_key, source.substr(at));
    // A string over lines or a sub-table could say such a line too.
    return date && !days.contains(*date) && !has_quotes_of_lines(source) &&
           source.find("\n[") == std::string_view::npos;
}

bool is_plainly_with(std::string_view source, const std::unordered_set<std::string_view>& ids) {
    constexpr std::string_view with = "\nwith = [";
    const std::size_t begin = source.find(with);
    if (begin == std::string_view::npos) return false;
    auto rest = source.substr(begin + with.size());
    rest = rest.substr(0, rest.find('\n'));
    if (rest.find('\\') != std::string_view::npos) return true; // It may stand for any character.
    for (std::size_t quote = rest.find('"'); quote != std::string_view::npos; quote = rest.find('"')) {
        rest.remove_prefix(quote + 1);
        const std::size_t length = std::min(rest.find('"'), rest.size());
        if (ids.contains(rest.substr(0, length))) return true;
        rest.remove_prefix(std::min(length + 1, rest.size()));
    }
    return false;
}

bool holds_only_closed(std::string_view source, std::string_view file_name, core::Date day) {
    constexpr std::string_view folder = "followups/";
    constexpr std::string_view header = "[[followup]]";
    if (!file_name.starts_with(folder) || has_quotes_of_lines(source)) return false;
    const auto year = file_name.substr(folder.size(), 4);
    while (source.starts_with(header)) {
        const auto record = source.substr(0, next_header(source, header.size()));
        if (!begins_in(record, year) || !ends_closed(record, day)) return false;
        source.remove_prefix(record.size());
    }
    return source.empty();
}

std::size_t count_headers(std::string_view text) {
    constexpr std::string_view header = "\n[[";
    std::size_t count = 1;
    for (auto at = text.find(header); at != std::string_view::npos; at = text.find(header, at + header.size())) ++count;
    return count;
}

core::Problem misplaced(const Document& document, std::size_t index, const std::string& belongs_in) {
    const auto& record = document.records()[index];
    return {core::ProblemKind::bad_data, fmt::format("this {} belongs in {}", record.kind, belongs_in),
            core::Place{document.name(), record.line, 0}, "'kith check --fix' moves it"};
}

} // namespace kith::store
