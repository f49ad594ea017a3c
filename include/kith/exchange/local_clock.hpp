// Tables whose times are in zones, read for the clock on the user's wall.
#pragma once

#include "kith/core/date.hpp"
#include "kith/exchange/batch.hpp"

#include <chrono>
#include <functional>
#include <optional>

namespace kith::exchange {

/// What the clock shows so many seconds after 1970 began in UTC; nothing for a day that no journal can hold.
using LocalClock = std::function<std::optional<core::Moment>(std::chrono::seconds)>;

/// As read_csv(), which has the clock of UTC.
[[nodiscard]] Batch read_table(const Pull& pull, const ReadOptions& options, const LocalClock& clock);

} // namespace kith::exchange
