// Series of a calendar: which of their days are others since they were brought in, and which are no more.
#pragma once

#include "kith/core/date.hpp"
#include "kith/exchange/batch.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace kith::exchange {

/// A day of a series: `u/2026-12-01` is one of the series `u`, and so is `u/2026-12-01T18:30:00`.
struct SeriesKey {
    std::string_view uid;
    core::Date day;
};

/// Nothing for the key of an event that is alone. Lasts as long as the key.
[[nodiscard]] std::optional<SeriesKey> series_key(std::string_view key);

/// A day of a series, and where its event is.
struct SeriesDay {
    core::Date day;
    std::size_t place = 0;
};

/// Which days that were there are which of the new ones, as the places of both: those that are nearer to each other
/// than to any other, and not so far apart as another day of the series might be. `all` are the days that the series
/// has now, the new ones too.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>>
moved_days(std::vector<SeriesDay> there, std::vector<SeriesDay> fresh, std::vector<core::Date> all);

/// The series of one file against the events that came from it before.
class SeriesComparison {
  public:
    /// An event of the journal, and the key that it has had so far.
    struct Former {
        std::size_t number = 0;
        std::string key;
    };

    SeriesComparison(std::span<const EventSeries> series, std::string from, core::Date today);
    [[nodiscard]] bool is_empty() const { return series_.empty(); }

    /// Notes an event of the journal that no key of the file tells.
    void note_there(std::size_t number, const core::Event& event);
    /// Notes an event of the file, and whether its key told which one it is.
    void note_in_file(std::size_t place, std::string_view key, bool is_known);
    /// Once all are noted.
    void compare();

    /// The event that is now the one at this place of the file; nullptr where none is. Lasts as long as this.
    [[nodiscard]] const Former* moved_to(std::size_t place) const;
    /// Days to come on which the file says that nothing takes place.
    [[nodiscard]] const std::vector<Former>& gone() const { return gone_; }

  private:
    struct Series {
        std::string_view uid;
        core::DateRange range = core::all_days;
        std::vector<Former> events;
        std::vector<core::Date> starts; ///< Of the events.
        std::vector<SeriesDay> there;   ///< By their places among the events.
        std::vector<SeriesDay> fresh;
        std::vector<core::Date> all;
    };
    [[nodiscard]] bool is_gone(const Series& series, std::size_t event) const;

    std::unordered_map<std::string_view, Series> series_; ///< By UID.
    std::string from_;
    core::Date today_;
    std::unordered_map<std::size_t, Former> moved_;
    std::vector<Former> gone_;
};

/// Whether somebody has said how it went, so that it stays on its day.
[[nodiscard]] bool is_settled(const core::Event& event, const std::string& from, const std::string& key);

/// What the calendar says of an event that does not take place: that it is skipped. Nothing where the user has moved it
/// to another day.
[[nodiscard]] std::optional<core::Fields> said_of_gone(const core::Event& event, const std::string& from,
                                                       const std::string& key);
/// What it says of one that takes place, where it said before that it does not.
[[nodiscard]] core::Event taking_place(core::Event said, const core::Event& known, const std::string& from,
                                       const std::string& key);

} // namespace kith::exchange
