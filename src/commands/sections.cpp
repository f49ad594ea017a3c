#include "sections.hpp"

#include "kith/core/text.hpp"
#include "kith/render/lines.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace kith::commands {
namespace {

constexpr std::size_t indentation = 2;

/// Whether every byte is ASCII, as in an address. Chinese and Japanese have no blanks.
bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char each) { return static_cast<unsigned char>(each) < 0x80; });
}

/// Broken between words, blanks staying where it is not. An address that is wider is whole in a line of its own: the
/// terminal breaks it, so that it can be clicked and copied.
std::vector<std::string> lines_of(std::string_view text, std::size_t width) {
    const auto safe = core::escape_controls(text);
    std::vector<std::string> lines{""};
    auto left = std::string_view(safe).substr(0, safe.find_last_not_of(' ') + 1);
    std::size_t used = 0;
    while (!left.empty()) {
        const auto word = left.find_first_not_of(' ');
        const auto end = std::min(left.find(' ', word), left.size());
        const auto needed = core::display_width(left.substr(0, end));
        if (used + needed <= width) {
            lines.back() += left.substr(0, end);
            used += needed;
        } else {
            if (used > 0) lines.emplace_back();
            const auto whole = left.substr(word, end - word);
            for (auto& piece : is_ascii(whole) ? std::vector{std::string(whole)} : core::wrap(whole, width)) {
                if (!lines.back().empty()) lines.emplace_back();
                lines.back() = std::move(piece);
            }
            used = core::display_width(lines.back());
        }
        left.remove_prefix(end);
    }
    return lines;
}

/// A row for each line of the cell.
std::vector<render::Row> rows_of(const render::Cell& cell, std::size_t width) {
    std::vector<render::Row> rows;
    for (const auto& text : render::lines_of(cell.text))
        for (auto& line : lines_of(text, width)) rows.push_back({{std::move(line), cell.style}});
    return rows;
}

/// Where the last cell has several lines, a row for each.
std::vector<render::Row> parted(const std::vector<render::Row>& rows) {
    std::vector<render::Row> lines;
    for (const auto& row : rows) {
        auto first = row;
        for (auto& text : render::lines_of(row.back().text)) {
            first.back() = {std::move(text), row.back().style};
            lines.push_back(std::exchange(first, render::Row(row.size())));
        }
    }
    return lines;
}

std::size_t widest_of(const std::vector<std::string>& lines) {
    std::size_t width = 0;
    for (const std::string_view line : lines)
        width = std::max(width, core::display_width(line.substr(0, line.find('\n'))));
    return width;
}

} // namespace

std::string set_in(std::string_view text, std::size_t indentation) {
    std::string lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n') + 1;
        lines += std::string(indentation, ' ');
        lines += text.substr(0, end);
        text.remove_prefix(end);
    }
    return lines;
}

render::Layout set_in(render::Layout layout) {
    if (layout.width) layout.width = std::max(*layout.width, indentation + 1) - indentation;
    return layout;
}

std::string section_rows(const std::vector<render::Row>& rows, render::Layout layout) {
    return set_in(render::to_text(rows, set_in(layout)));
}

std::string paragraph(std::string_view text, const render::Layout& layout) {
    if (!layout.width) return core::escape_controls(text) + "\n";
    return core::join(lines_of(text, *layout.width), "\n") + "\n";
}

std::string whole_rows(const std::vector<render::Row>& rows, const render::Layout& layout) {
    constexpr std::size_t gap = 2, least = 16;
    if (!layout.width) return render::to_text(parted(rows), layout);
    std::vector<render::Row> before;
    for (const auto& row : rows) before.emplace_back(row.begin(), row.end() - 1);
    const render::Layout unbounded{layout.color, std::nullopt, layout.signs};
    const auto taken = widest_of(render::to_texts(before, {})) + gap;
    if (*layout.width < taken + least) {
        const auto labels = render::to_texts(before, layout);
        std::string text;
        for (std::size_t i = 0; i < rows.size(); ++i)
            text += labels[i] + section_rows(rows_of(rows[i].back(), *set_in(layout).width), unbounded);
        return text;
    }
    std::vector<render::Row> lines;
    for (const auto& row : rows) {
        auto first = row;
        for (auto& line : rows_of(row.back(), *layout.width - taken)) {
            first.back() = std::move(line.front());
            lines.push_back(std::exchange(first, render::Row(row.size())));
        }
    }
    return render::to_text(lines, unbounded);
}

void add_section(std::string& text, std::string_view heading, std::string_view lines, const render::Layout& layout) {
    if (lines.empty()) return;
    if (!text.empty()) text += '\n';
    text += render::paint(heading, render::Style::heading, layout) + "\n";
    text += lines;
}

} // namespace kith::commands
