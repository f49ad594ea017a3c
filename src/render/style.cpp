#include "kith/render/style.hpp"

#include "kith/core/text.hpp"

#include <fmt/format.h>

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
    case Style::plain:
        break;
    }
    return "";
}

} // namespace

std::string paint(std::string_view text, Style style, const Layout& layout) {
    auto safe = core::escape_controls(text);
    const auto rendition = rendition_of(style);
    if (!layout.color || rendition.empty() || safe.empty()) return safe;
    return fmt::format("\x1b[{}m{}\x1b[0m", rendition, safe);
}

} // namespace kith::render
