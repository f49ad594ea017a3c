// The signs with which a command draws and parts texts, as its session has them.
#pragma once

#include "kith/render/style.hpp"

#include "session.hpp"

#include <string_view>

namespace kith::commands {

/// The session's layout, in ASCII also where that is asked for.
[[nodiscard]] render::Layout drawing_layout(const Session& session, bool wants_ascii);

/// What stands between two texts of a cell.
[[nodiscard]] std::string_view between_texts(const Session& session);

} // namespace kith::commands
