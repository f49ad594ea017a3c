#include "csv_cells.hpp"

#include "kith/core/text.hpp"

#include "content_lines.hpp"
#include "plain_text.hpp"

#include <array>
#include <cstddef>
#include <utility>

namespace kith::exchange {
namespace {

constexpr std::array<std::pair<char, char>, 3> blanks{{{' ', 's'}, {'\t', 't'}, {'\n', 'n'}}};

/// The letter that stands for a blank; 0 for anything else.
char letter_of(char sign) {
    for (const auto& [blank, letter] : blanks)
        if (blank == sign) return letter;
    return '\0';
}

std::string escaped(std::string_view text, std::string_view signs) {
    if (text.empty()) return "\\e";
    std::string cell;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char sign = text[at];
        const bool is_at_end = at == 0 || at + 1 == text.size();
        const char letter = letter_of(sign);
        if (letter != '\0' && (is_at_end || sign != ' '))
            cell += {'\\', letter};
        else if (sign == '\\' || signs.find(sign) != signs.npos)
            cell += {'\\', sign};
        else
            cell += sign;
    }
    return cell;
}

std::string unescaped(std::string_view cell) {
    std::string text;
    for (std::size_t at = 0; at < cell.size(); ++at) {
        if (cell[at] != '\\' || at + 1 == cell.size()) {
            text += cell[at];
            continue;
        }
        const char sign = cell[++at];
        char meant = sign;
        for (const auto& [blank, letter] : blanks)
            if (letter == sign) meant = blank;
        if (sign != 'e') text += meant;
    }
    return text;
}

/// The parts between semicolons, blanks around them off, escapes still in them; none that is empty.
std::vector<std::string_view> parts_of(std::string_view cell) {
    std::vector<std::string_view> parts;
    for (const auto part : split_escaped(cell, ';'))
        if (const auto text = core::trim(part); !text.empty()) parts.push_back(text);
    return parts;
}

/// Whether the text begins with what a spreadsheet calculates, after `quotes` or more quotes.
bool is_formula_after_quotes(std::string_view text, std::size_t quotes) {
    const auto at = text.find_first_not_of('\'');
    return at != text.npos && at >= quotes && std::string_view("=+-@\t").find(text[at]) != std::string_view::npos;
}

} // namespace

std::string list_in_cell(const std::vector<std::string>& texts) {
    std::vector<std::string> parts;
    for (const auto& text : texts) parts.push_back(escaped(text, ";"));
    return core::join(parts, "; ");
}

std::string table_in_cell(const core::TextTable& table) {
    std::vector<std::string> parts;
    for (const auto& [key, text] : table) parts.push_back(escaped(key, ";:") + ":" + escaped(text, ";"));
    return core::join(parts, "; ");
}

std::vector<std::string> list_of_cell(std::string_view cell) {
    std::vector<std::string> texts;
    for (const auto part : parts_of(cell)) texts.push_back(unescaped(part));
    return texts;
}

std::optional<core::TextTable> table_of_cell(std::string_view cell) {
    core::TextTable table;
    for (const auto part : parts_of(cell)) {
        const auto key = split_escaped(part, ':').front();
        if (key.size() == part.size()) return std::nullopt;
        table.emplace_back(unescaped(core::trim(key)), unescaped(core::trim(part.substr(key.size() + 1))));
    }
    return table;
}

std::vector<std::string_view> values_of(std::string_view cell) {
    for (const std::string_view separator : {":::", ";", ","})
        if (cell.find(separator) != cell.npos) return split(cell, separator);
    return {cell};
}

std::string address_in(std::string_view text) {
    const auto open = text.rfind('<');
    const auto close = text.rfind('>');
    if (open != text.npos && close != text.npos && close > open) text = text.substr(open + 1, close - open - 1);
    text = core::trim(text);
    constexpr std::string_view scheme = "mailto:";
    if (equals_ignoring_case(text.substr(0, scheme.size()), scheme)) {
        text.remove_prefix(scheme.size());
        text = text.substr(0, text.find('?'));
    }
    return std::string(text);
}

std::string guarded(std::string text) {
    if (is_formula_after_quotes(text, 0)) text.insert(0, "'");
    return text;
}

std::string unguarded(std::string text) {
    if (is_formula_after_quotes(text, 1)) text.erase(0, 1);
    return text;
}

} // namespace kith::exchange
