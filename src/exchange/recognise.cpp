// What kind of file it is, by how it begins.
#include "kith/core/text.hpp"
#include "kith/exchange/readers.hpp"

#include "csv_rows.hpp"
#include "csv_title.hpp"
#include "plain_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kith::exchange {
namespace {

constexpr std::array endings{
    std::pair<std::string_view, FileKind>{".vcf", FileKind::vcard},
    std::pair<std::string_view, FileKind>{".vcard", FileKind::vcard},
    std::pair<std::string_view, FileKind>{"connections.csv", FileKind::linkedin},
    std::pair<std::string_view, FileKind>{".csv", FileKind::csv},
    std::pair<std::string_view, FileKind>{".tsv", FileKind::csv},
    std::pair<std::string_view, FileKind>{".ics", FileKind::ics},
    std::pair<std::string_view, FileKind>{".ical", FileKind::ics},
    std::pair<std::string_view, FileKind>{"friends.md", FileKind::friends},
    std::pair<std::string_view, FileKind>{".json", FileKind::json},
};

std::string_view trimmed(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    return text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
}

/// Of a line of LinkedIn's that no other program has: `First Name,Last Name,URL,...`, in any order.
bool is_header_of_linkedin(const std::string& line) {
    const auto has = [&](std::string_view name) { return line.find(name) != line.npos; };
    return has("first name") && has("last name") && has("connected on");
}

/// A first line with at least two columns is a table's, where nothing else is known.
bool is_header_of_table(std::string_view line) {
    const auto delimiter = delimiter_of(line);
    return line.find(delimiter) != line.npos && line.find_first_of("{}<>") == line.npos;
}

/// Whether rows follow the first line, as they do a title: two lines in turn with as many cells, more than one, and no
/// blanks behind what parts them, as there are in sentences.
bool has_rows_below(std::string_view text) {
    constexpr int most_lines = 20;
    text.remove_prefix(first_line_of(text).size());
    for (int lines = 0; lines < most_lines && !text.empty(); ++lines) {
        const auto line = first_line_of(text);
        text.remove_prefix(line.size());
        const char delimiter = delimiter_of(line);
        const bool is_row = is_header_of_table(line) && line.find(std::string{delimiter, ' '}) == line.npos;
        if (is_row && std::ranges::count(line, delimiter) == std::ranges::count(first_line_of(text), delimiter))
            return true;
    }
    return false;
}

/// Whether the first line has columns that kith knows by their names, or the one below a title.
bool is_known_table(std::string_view text) {
    auto first = first_line_of(text);
    if (names_delimiter(first)) {
        text.remove_prefix(first.size());
        first = first_line_of(text);
    }
    return (is_header_of_table(first) && begins_with_header(text, {})) || lines_of_title(text, {}) > 0;
}

std::optional<FileKind> by_content(std::string_view text) {
    const auto start = lower(text.substr(0, 20));
    if (start.starts_with("begin:vcard")) return FileKind::vcard;
    if (start.starts_with("begin:vcalendar")) return FileKind::ics;
    if (start.starts_with('{') || start.starts_with('[')) return FileKind::json;
    for (auto rest = text; !rest.empty();) {
        const auto line = first_line_of(rest);
        const auto plain = lower(trimmed(line));
        if (is_header_of_linkedin(plain)) return FileKind::linkedin;
        if (plain == "### activities:" || plain == "### friends:") return FileKind::friends;
        rest.remove_prefix(line.size());
    }
    return std::nullopt;
}

std::optional<FileKind> by_name(std::string_view file_name) {
    const auto name = lower(file_name);
    const auto found = std::ranges::find_if(endings, [&](const auto& ending) { return name.ends_with(ending.first); });
    return found == endings.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

bool is_blank(std::string_view bytes) {
    const bool is_of_two_bytes = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    if (is_of_two_bytes) bytes.remove_prefix(2);
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return std::ranges::all_of(bytes, [&](char each) {
        return std::string_view(" \t\r\n").find(each) != std::string_view::npos || (is_of_two_bytes && each == '\0');
    });
}

std::optional<FileKind> recognise(std::string_view beginning, std::string_view file_name) {
    std::string decoded;
    if (utf16_of(beginning))
        if (auto file = decode_file(std::string(beginning.substr(0, beginning.size() / 2 * 2))))
            decoded = std::move(file->text);
    std::string_view text = decoded.empty() ? beginning : decoded;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    text = trimmed(text);
    if (const auto kind = by_content(text)) return kind;
    const auto named = by_name(file_name);
    if (named != FileKind::csv && named != FileKind::linkedin && is_known_table(text)) return FileKind::csv;
    if (named) return named;
    const bool is_table = is_header_of_table(first_line_of(text)) || has_rows_below(text);
    return is_table ? std::optional(FileKind::csv) : std::nullopt;
}

} // namespace kith::exchange
