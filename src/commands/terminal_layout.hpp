// How wide the output may be, and with which signs texts are parted and cut, and bars and heat maps drawn: those that
// the terminal's locale can show.
#pragma once

#include "kith/commands/environment.hpp"
#include "kith/render/style.hpp"

#include <cstddef>
#include <optional>

namespace kith::commands {

/// Of the terminal: COLUMNS where it is set, else as it tells; nothing for a pipe.
[[nodiscard]] std::optional<std::size_t> width_of(const Environment& environment);

/// Those of Unicode where the locale is one of UTF-8, else ASCII. It is that of LC_ALL, else LC_CTYPE, else LANG, the
/// first that is set and not empty; where none is, UTF-8 is taken for granted.
[[nodiscard]] render::Signs signs_of(const Environment& environment);

} // namespace kith::commands
