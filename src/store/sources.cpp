#include "sources.hpp"

#include "byte_search.hpp"
#include "plain_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <optional>

namespace kith::store {
namespace {

constexpr std::string_view date_key = "\ndate = ";

/// Escapes of code points, which may stand for any character.
bool has_escapes(std::string_view source) {
    for (auto at = source.find('\\'); at != std::string_view::npos; at = source.find('\\', at + 2))
        if (const char kind = at + 1 < source.size() ? source[at + 1] : '\0'; kind == 'u' || kind == 'U') return true;
    return false;
}

/// Whether a key may stand in the source, in whatever form.
bool may_have_key(std::string_view source, std::string_view key) {
    const char* const end = source.data() + source.size();
    for (auto at = find_needle(source.data(), end, key); at != end; at = find_needle(at + 1, end, key)) {
        const auto before = source.substr(0, static_cast<std::size_t>(at - source.data()));
        const auto last = before.find_last_not_of(" \t");
        const bool is_word =
            last != std::string_view::npos && std::string_view("\n\"'").find(before[last]) == before.npos;
        if (!is_word) return true;
    }
    return has_escapes(source);
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

/// Whether `wanted` stands there, compared in one or two steps.
template<std::size_t size> bool stands_at(std::string_view text, std::size_t at, const char (&wanted)[size]) {
    return text.size() >= at + size - 1 && std::memcmp(text.data() + at, wanted, size - 1) == 0;
}

/// Where the next line begins that has a bracket first, the end of the text where there is none; nothing where a line
/// may have one after blanks.
std::optional<std::size_t> next_header(std::string_view text, std::size_t from) {
    for (std::size_t at = find_byte(text, '[', from); at != text.npos; at = find_byte(text, '[', at + 1)) {
        if (text[at - 1] == '\n') return at;
        if ((text[at - 1] == ' ' && text[at - 2] != '=') || text[at - 1] == '\t') return std::nullopt;
    }
    return text.size();
}

/// Whether a value of ten bytes is the date of a day before another; whether there is such a day is not asked. No value
/// but a date begins with a digit and has these signs there.
bool is_before(const char* date, const char* day) {
    if (!is_digit(date[0]) || date[4] != '-' || date[7] != '-') return false;
    const char* const end = date + 10;
    const auto [here, there] = std::mismatch(date, end, day); // Most differ in the year.
    return here != end && *here < *there;
}

/// Whether a text ends in `key` and a date before the day.
template<std::size_t size> bool ends_before(std::string_view text, const char (&key)[size], std::string_view day) {
    constexpr std::size_t length = size - 1 + 10;
    return text.size() >= length && stands_at(text, text.size() - length, key) &&
           is_before(text.data() + text.size() - 10, day.data());
}

/// Whether the lines of a follow-up, its header among them, end in the day it was closed on, one before `day`.
bool ends_closed(std::string_view source, std::string_view day) {
    const auto pass_over_ends = [&source] {
        while (source.ends_with('\n') || source.ends_with('\r')) source.remove_suffix(1);
    };
    pass_over_ends();
    if (source.ends_with('"')) {
        constexpr std::string_view closed_by = "closed_by = \"";
        const auto line = take_last_line(source);
        if (!stands_at(line, 0, "closed_by = \"") || find_byte(line, '"', closed_by.size()) != line.size() - 1)
            return false;
        pass_over_ends();
    }
    return ends_before(source, "\ndone = ", day) || ends_before(source, "\ndropped = ", day);
}

/// Whether the third line says that it was created in the year; the second is the id.
bool begins_in(std::string_view source, std::string_view year) {
    constexpr std::string_view created = "created = ";
    constexpr std::size_t header = 12;
    const std::size_t id = stands_at(source, 0, "[[followup]]\n") ? header : std::min(source.find('\n'), source.size());
    if (!stands_at(source, id + 1, "id = ")) return false;
    constexpr std::size_t usual = std::string_view("\nid = \"01234567\"").size();
    const bool is_usual = id + usual < source.size() && source[id + usual] == '\n';
    const std::size_t end = is_usual ? id + usual : find_byte(source, '\n', id + 1);
    if (end == std::string_view::npos || !stands_at(source, end + 1, "created = ")) return false;
    constexpr std::size_t digits = 4;
    const std::size_t date = end + 1 + created.size();
    return year.size() == digits && source.size() >= date + digits &&
           std::memcmp(source.data() + date, year.data(), digits) == 0;
}

} // namespace

bool has_quotes_of_lines(std::string_view source) {
    // In one go without a branch and with one comparison a byte, so that many are looked at in one step.
    // What `"` and `'` have in common: 0x22 and 0x27, 0x23 and 0x26 between them.
    const auto is_quote = [source](std::size_t at) {
        return static_cast<unsigned char>((static_cast<unsigned char>(source[at]) & 0xFAU) == 0x22);
    };
    unsigned char found = 0;
    for (std::size_t i = 2; i < source.size(); ++i)
        found = static_cast<unsigned char>(found | (is_quote(i) & is_quote(i - 1) & is_quote(i - 2)));
    return found != 0;
}

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

bool is_plainly_dated_outside(std::string_view source, const core::DateRange& days) {
    const char* const end = source.data() + source.size();
    const char* const at = find_needle(source.data(), end, date_key);
    if (at == end) return false;
    const auto rest = source.substr(static_cast<std::size_t>(at - source.data()));
    const auto date = date_after(date_key, rest);
    // Two dates are those of two records, where the header of one is gone.
    return date && !days.contains(*date) && !has_needle(rest.substr(1), date_key);
}

bool is_dated_outside(std::string_view source, const core::DateRange& days) {
    // A string over lines or a sub-table could say such a line too.
    return is_plainly_dated_outside(source, days) && !has_quotes_of_lines(source) &&
           source.find("\n[") == std::string_view::npos;
}

bool may_be_with(std::string_view source, const std::unordered_set<std::string_view>& ids) {
    constexpr std::string_view with = "\nwith = [";
    const char* const end = source.data() + source.size();
    const char* const begin = find_needle(source.data(), end, with);
    if (begin == end) return may_have_key(source, "with");
    auto rest = source.substr(static_cast<std::size_t>(begin - source.data()) + with.size() - 1);
    if (has_needle(rest, with)) return true; // Two records, where the header of one is gone.
    const Source list{rest.substr(0, length_of_line(rest)), false};
    const auto has_another = [&](Source element) {
        std::string_view id;
        return take(element, id) && !ids.contains(id);
    };
    // Escapes, the other quotes, lists over lines and what else is not plain are read as well.
    return !each_in_list(list, has_another);
}

bool holds_only_closed(std::string_view source, std::string_view file_name, std::string_view day) {
    constexpr std::string_view folder = "followups/";
    constexpr std::string_view header = "[[followup]]";
    if (!file_name.starts_with(folder)) return false;
    const auto year = file_name.substr(folder.size(), 4);
    // A string over lines hides nothing: whichever line it ends in is none of those that a record may end with here, so
    // that the line before a header, and the last, are keys of the follow-up that is open there.
    while (stands_at(source, 0, "[[followup]]")) {
        const auto end = next_header(source, header.size());
        const std::string_view record(source.data(), end.value_or(0));
        if (!begins_in(record, year) || !ends_closed(record, day)) return false;
        source.remove_prefix(record.size());
    }
    return source.empty();
}

std::optional<core::Problem> listed_in_a_value(const Document& document, std::string_view kind) {
    const auto tables = document.tables_in({});
    if (std::ranges::find(tables, kind) != tables.end()) return std::nullopt;
    const auto fields = document.table({}).value_or(core::Fields{});
    const auto found = std::ranges::find(fields, kind, &core::Field::key);
    if (found == fields.end()) return std::nullopt;
    return core::Problem{core::ProblemKind::bad_data, fmt::format("'{}' is not read as records", kind),
                         core::Place{document.name(), found->line, 0},
                         fmt::format("write [[{}]] above the keys of each", kind)};
}

core::Problem misplaced(const Document& document, std::size_t index, const std::string& belongs_in) {
    const auto& record = document.records()[index];
    return {core::ProblemKind::bad_data, fmt::format("this {} belongs in {}", record.kind, belongs_in),
            core::Place{document.name(), record.line, 0}, "'kith check --fix' moves it"};
}

} // namespace kith::store
