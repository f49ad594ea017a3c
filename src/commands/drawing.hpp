// How wide the output may be, and with which signs texts are parted and cut, and bars and heat maps drawn: those that
// the terminal's locale can show.
#pragma once

#include "session.hpp"

namespace kith::commands {

/// Of the terminal: COLUMNS where it is set, else as it tells; nothing for a pipe.
[[nodiscard]] std::optional<std::size_t> width_of(const Environment& environment);

/// Those of Unicode where the locale is one of UTF-8, else ASCII. It is that of LC_ALL, else LC_CTYPE, else LANG, the
/// first that is set and not empty; where none is, UTF-8 is taken for granted.
[[nodiscard]] render::Signs signs_of(const Environment& environment);

/// The session's layout, in ASCII also where that is asked for.
[[nodiscard]] render::Layout drawing_layout(const Session& session, bool wants_ascii);

/// What stands between two texts of a cell.
[[nodiscard]] std::string_view between_texts(const Session& session);

} // namespace kith::commands
