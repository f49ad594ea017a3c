// What is known of the terminal: whether a person sits at it and how large it is. Decided once, passed as a value.
#pragma once

#include <cstddef>
#include <optional>

namespace kith::system {

struct Terminal {
    bool input_is_terminal = false;
    bool output_is_terminal = false;
    bool error_is_terminal = false;
    std::optional<std::size_t> width;    ///< Columns, where the output is a terminal that tells.
    std::optional<std::size_t> height{}; ///< Lines, likewise.
};

/// The one of this process.
[[nodiscard]] Terminal inspect_terminal();

} // namespace kith::system
