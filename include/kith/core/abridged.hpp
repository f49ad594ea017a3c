// A long text of the journal as messages have it: the same on every terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kith::core {

/// At most `width` columns; where something was cut, it ends in `..`, which every locale can show. Never cuts within a
/// character and its marks.
[[nodiscard]] std::string abridged(std::string_view text, std::size_t width);

} // namespace kith::core
