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
    drawn,    ///< A sign of ours between texts, such as `·`; with Signs::ascii its like.
};

/// What kith itself draws with: bars, signs between texts, what stands for something cut. Texts of the user stay.
enum class Signs { unicode, ascii };

/// What stands between two texts: ` · `, or its like in ASCII.
[[nodiscard]] std::string_view between_texts(Signs signs);

/// How the output is laid out: decided once a command.
struct Layout {
    bool color = false;
    std::optional<std::size_t>
        width; ///< Columns of the terminal; nothing where lines may be as long as they are (a pipe).
    Signs signs = Signs::unicode;
};

/// The text, escaped for the terminal, in its style.
[[nodiscard]] std::string paint(std::string_view text, Style style, const Layout& layout);
/// How many lines a painted text takes on a terminal, where those that are wider go on in the next.
[[nodiscard]] std::size_t lines_on_screen(std::string_view text, std::optional<std::size_t> width);
/// At most `width` columns; where something was cut, it ends in `…` or `..`.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t width, Signs signs);

} // namespace kith::render
