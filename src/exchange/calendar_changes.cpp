#include "calendar_changes.hpp"

#include <algorithm>

namespace kith::exchange {

core::Moment SeriesChange::moved(const core::Moment& start) const {
    const auto date = start.date + (to.date - from.date);
    if (!to.time || !from.time || !start.time) return {date, to.time};
    const auto clock = date.time_since_epoch() + *start.time + *to.time - *from.time;
    const auto days = std::chrono::floor<std::chrono::days>(clock);
    return {core::Date{days}, clock - days};
}

std::vector<SeriesChange> changes_of(const std::vector<const CalendarComponent*>& replacing, Zone zone,
                                     CalendarZones& zones) {
    const auto in_zone = [&](const WrittenTime& time) { return zones.convert(time.moment, zones.zone_of(time), zone); };
    std::vector<SeriesChange> changes;
    for (const auto* entry : replacing) {
        const bool is_readable = entry->status == "CANCELLED" || (entry->start && !entry->summary.empty());
        if (!entry->is_from_then_on || !is_readable) continue;
        changes.push_back({entry, in_zone(*entry->replaces), in_zone(entry->start ? *entry->start : *entry->replaces)});
    }
    std::ranges::stable_sort(changes, {}, &SeriesChange::from);
    return changes;
}

const SeriesChange* change_at(const std::vector<SeriesChange>& changes, const core::Moment& start) {
    const auto begins_after = [](const core::Moment& day, const SeriesChange& change) {
        return day.time ? day < change.from : day.date < change.from.date;
    };
    const auto after = std::upper_bound(changes.begin(), changes.end(), start, begins_after);
    return after == changes.begin() ? nullptr : &*std::prev(after);
}

} // namespace kith::exchange
