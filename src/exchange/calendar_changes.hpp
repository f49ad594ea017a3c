// What the days of a series become by an entry that stands for one of them and for all after it.
#pragma once

#include "calendar_zones.hpp"

#include <chrono>
#include <vector>

namespace kith::exchange {

/// Holds from a day of a series until the next one does. Moments are on the clock of the series' zone.
struct SeriesChange {
    const CalendarComponent* entry;
    core::Moment from; ///< When that day would have been,
    core::Moment to;   ///< and when it is.

    /// Whether the days from there on take place no more.
    [[nodiscard]] bool is_end() const { return entry->status == "CANCELLED"; }
    [[nodiscard]] std::chrono::days distance() const { return std::chrono::abs(to.date - from.date); }
    /// Another day of the series, moved by as much.
    [[nodiscard]] core::Moment moved(const core::Moment& start) const;
};

/// In their order, of the entries that replace days of a series; lasts as long as these.
[[nodiscard]] std::vector<SeriesChange> changes_of(const std::vector<const CalendarComponent*>& replacing, Zone zone,
                                                   CalendarZones& zones);
/// The one that holds on a day of the series; nullptr where none does.
[[nodiscard]] const SeriesChange* change_at(const std::vector<SeriesChange>& changes, const core::Moment& start);

} // namespace kith::exchange
