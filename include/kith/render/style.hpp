// Colour and weight by meaning, on only where it was decided to be on.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kith::render {

enum class Style {
    plain,
    heading,  ///< A section's title.
    strong,   ///< A person's or an event's name.
    faint,    ///< Ids and what is beside the point.
    pressing, ///< Overdue.
    good,     ///< Done, reached.
};

/// How the output is laid out: decided once a command.
struct Layout {
    bool color = false;
    std::optional<std::size_t>
        width; ///< Columns of the terminal; nothing where lines may be as long as they are (a pipe).
};

/// The text, escaped for the terminal, in its style.
[[nodiscard]] std::string paint(std::string_view text, Style style, const Layout& layout);

} // namespace kith::render
