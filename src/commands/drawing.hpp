// With which signs bars and heat maps are drawn: those that the terminal's locale can show.
#pragma once

#include "session.hpp"

namespace kith::commands {

/// Whether the locale is one of UTF-8. It is that of LC_ALL, else LC_CTYPE, else LANG, the first that is set and not
/// empty; where none is, UTF-8 is taken for granted.
[[nodiscard]] bool has_utf8_locale(const Environment& environment);

/// The session's layout, drawn in ASCII where that is asked for or the locale has no more.
[[nodiscard]] render::Layout drawing_layout(const Session& session, bool wants_ascii);

/// What stands between two texts of a cell, ` · `, or its like in ASCII.
[[nodiscard]] std::string_view between_texts(const Session& session);

} // namespace kith::commands
