// Time zones by the names that Windows, and so Outlook and Exchange, has for them.
#pragma once

#include <string_view>

namespace kith::exchange {

/// `America/New_York` of `Eastern Standard Time`; nullptr for any other name.
[[nodiscard]] const char* zone_of_windows(std::string_view name);

} // namespace kith::exchange
