#include "html.hpp"

#include "kith/core/text.hpp"

#include <fmt/format.h>

namespace kith::render {
namespace {

std::string_view entity(char byte) {
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return {};
    }
}

/// A name may be written from right to left; what is beside it is not to be drawn along.
std::string inline_html(const Phrase& phrase) {
    std::string html;
    for (const auto& cell : phrase) {
        const auto text = escape_html(cell.text);
        html += cell.style == Style::strong ? fmt::format("<b><bdi>{}</bdi></b>", text) : text;
    }
    return html;
}

std::string head(const Row& row) {
    std::string html;
    for (const auto& cell : row)
        html += cell.text.empty() ? "<td></td>" : fmt::format(R"(<th scope="col">{}</th>)", escape_html(cell.text));
    return fmt::format("<thead><tr>{}</tr></thead>\n", html);
}

std::string body_row(const Row& row) {
    auto html = fmt::format(R"(<tr><th scope="row"><bdi>{}</bdi></th>)", escape_html(row.front().text));
    for (std::size_t column = 1; column < row.size(); ++column)
        html += fmt::format("<td>{}</td>", escape_html(row[column].text));
    return html + "</tr>\n";
}

struct ToHtml {
    std::string operator()(const Phrase& phrase) const { return fmt::format("<p>{}</p>\n", inline_html(phrase)); }
    std::string operator()(const Table& table) const {
        auto html = "<table>\n" + head(table.rows.front()) + "<tbody>\n";
        for (std::size_t row = 1; row < table.rows.size(); ++row) html += body_row(table.rows[row]);
        return html + "</tbody>\n</table>\n";
    }
    std::string operator()(const Bullets& bullets) const {
        std::string html = "<ul>\n";
        for (const auto& item : bullets.items) html += fmt::format("<li>{}</li>\n", inline_html(item));
        return html + "</ul>\n";
    }
};

} // namespace

std::string escape_html(std::string_view text) {
    std::string escaped;
    for (const char byte : core::escape_controls(text)) {
        const auto known = entity(byte);
        if (known.empty())
            escaped += byte;
        else
            escaped += known;
    }
    return escaped;
}

std::string to_html(const Block& block) {
    return std::visit(ToHtml{}, block);
}

} // namespace kith::render
