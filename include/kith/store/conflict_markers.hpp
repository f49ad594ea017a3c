// The lines that git and kith set around what two sides say differently.
#pragma once

#include <optional>
#include <string_view>

namespace kith::store {

/// What stands below the line: `<<<<<<<` ours, `|||||||` the common base, `=======` theirs, `>>>>>>>` neither.
enum class Marker { ours, base, theirs, end };

/// The seven signs.
[[nodiscard]] std::string_view to_text(Marker marker);
/// The marker that a line is, by itself or with a name after a blank; nothing for any other line.
[[nodiscard]] std::optional<Marker> marker_in(std::string_view line);

} // namespace kith::store
