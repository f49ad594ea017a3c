// What events of a calendar are called: an event that is alone by its UID, a day of a series by that and the day.
#pragma once

#include "kith/core/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kith::exchange {

/// A day of a series: `u/2026-12-01` is one of the series `u`, and so is `u/2026-12-01T18:30:00`.
struct SeriesKey {
    std::string_view uid;
    core::Date day;
    bool has_time = false; ///< As of events that share a UID and are no series, and of a series with several on a day.
};

/// Nothing for the key of an event that is alone. Lasts as long as the key.
[[nodiscard]] std::optional<SeriesKey> series_key(std::string_view key);

/// That of the series, or the key itself.
[[nodiscard]] std::string uid_in(const std::string& key);

/// A UID that cannot be taken for a day of another one's series; mostly as it is.
[[nodiscard]] std::string unmistakable(std::string uid);

} // namespace kith::exchange
