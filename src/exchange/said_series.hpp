// What the files of one command have said of a calendar's series, and of what it cancels.
#pragma once

#include "kith/core/date.hpp"
#include "kith/exchange/batch.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace kith::exchange {

/// By UID, or key. Of two entries that speak of one UID both must say it.
void note_ranges(std::unordered_map<std::string, core::DateRange>& ranges, std::span<const EventSeries> series);

/// A day at either end of what a file was read for may lie outside of it in another time zone.
[[nodiscard]] bool is_surely_in(const core::DateRange& range, core::Date day);

/// Which of several events that start then are cancelled: those of the same moment; where none is, those of the day.
[[nodiscard]] std::vector<bool> cancelled_of(const std::vector<core::Moment>& starts,
                                             const std::vector<core::Moment>& cancelled);

/// What the files of one command have said of series so far: the first that says something of one is right.
class SaidSeries {
  public:
    /// Those of another file of which nothing was said.
    [[nodiscard]] std::vector<EventSeries> unsaid(std::span<const EventSeries> series) const;
    void add(std::span<const EventSeries> series);
    /// Whether a file said that such an event does not take place.
    [[nodiscard]] bool excludes(std::string_view key, const core::Moment& start) const;
    /// The places of those in another file that one has cancelled before; `series` are that file's.
    [[nodiscard]] std::unordered_set<std::size_t> cancelled_in(const PackedList<Incoming<core::Event>>& events,
                                                               std::span<const EventSeries> series) const;

  private:
    std::unordered_map<std::string, core::DateRange> ranges_;                     ///< By UID, or key.
    std::unordered_map<std::string, std::vector<core::Moment>> cancelled_starts_; ///< By UID, of what is no series.
};

} // namespace kith::exchange
