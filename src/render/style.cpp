#include "kith/render/style.hpp"

#include "kith/core/abridged.hpp"
#include "kith/core/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::render {
namespace {

/// The parameters of the terminal's "select graphic rendition"; empty for none. Only the eight basic colours, which
/// every theme makes legible on its own ground.
std::string_view rendition_of(Style style) {
    switch (style) {
    case Style::heading:
        return "36";
    case Style::strong:
        return "1";
    case Style::faint:
        return "2";
    case Style::pressing:
        return "33";
    case Style::good:
        return "32";
    case Style::drawn:
    case Style::plain:
        break;
    }
    return "";
}

/// The signs that are drawn between texts, each as wide as what stands for it.
std::string in_ascii(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        const bool is_dot = text.starts_with("·"), is_times = text.starts_with("×");
        plain += is_dot ? '-' : is_times ? 'x' : text.front();
        text.remove_prefix(is_dot || is_times ? 2 : 1);
    }
    return plain;
}

/// What a line looks like without the renditions that paint() puts in.
std::string unpainted(std::string_view line) {
    std::string plain;
    for (auto begin = line.find("\x1b["); begin != std::string_view::npos; begin = line.find("\x1b[")) {
        plain += line.substr(0, begin);
        line.remove_prefix(std::min(line.find('m', begin), line.size() - 1) + 1);
    }
    return plain.append(line);
}

} // namespace

std::string_view between_texts(Signs signs) {
    return signs == Signs::unicode ? " · " : " - ";
}

std::string paint(std::string_view text, Style style, const Layout& layout) {
    auto safe = core::escape_controls(text);
    if (style == Style::drawn && layout.signs == Signs::ascii) safe = in_ascii(safe);
    const auto rendition = rendition_of(style);
    if (!layout.color || rendition.empty() || safe.empty()) return safe;
    return fmt::format("\x1b[{}m{}\x1b[0m", rendition, safe);
}

std::size_t lines_on_screen(std::string_view text, std::optional<std::size_t> width) {
    std::size_t lines = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const auto columns = width ? core::display_width(unpainted(text.substr(0, end))) : 0;
        lines += columns > 0 ? (columns - 1) / *width + 1 : 1;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string shortened(std::string_view text, std::size_t width, Signs signs) {
    return signs == Signs::unicode ? core::truncate(text, width) : core::abridged(text, width);
}

} // namespace kith::render
