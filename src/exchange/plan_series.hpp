// Series of a calendar: which of their days are others since they were brought in, and which are no more.
#pragma once

#include "kith/core/date.hpp"
#include "kith/exchange/batch.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace kith::exchange {

/// A day of a series, and where its event is.
struct SeriesDay {
    core::Date day;
    std::size_t place = 0;
};

/// Which days that were there are which of the new ones, as the places of both: those that all have moved by as many
/// days, else those that are nearer to each other than to any other; and none farther than another day of the series
/// might be. `all` are the days that the series has now, the new ones too.
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

    /// Notes any event of the journal, be it told by a key of the file or not.
    void note_known(const core::Event& event);
    /// Notes an event of the journal that no key of the file tells.
    void note_there(std::size_t number, const core::Event& event);
    [[nodiscard]] bool has_noted_any() const { return !series_.empty(); }
    /// Notes an event of the file once all of the journal are noted, and whether its key told which one it is.
    void note_in_file(std::size_t place, const Incoming<core::Event>& incoming, bool is_known);
    /// Once all are noted.
    void compare();

    /// The event that is now the one at this place of the file; nullptr where none is. Lasts as long as this.
    [[nodiscard]] const Former* moved_to(std::size_t place) const;
    /// Days to come on which the file says that nothing takes place.
    [[nodiscard]] const std::vector<Former>& gone() const { return gone_; }

  private:
    struct Series {
        std::optional<core::DateRange> range; ///< For which the file has all of its days; nothing where it has not.
        std::vector<Former> events;
        std::vector<core::Moment> starts; ///< Of the events.
        std::vector<SeriesDay> there;     ///< By their places among the events.
        std::vector<SeriesDay> fresh;
        std::vector<core::Date> all;
    };
    void put(const std::string& uid, core::Date day, Former former, const core::Event& event);
    void compare(const std::string& uid, const Series& series);
    [[nodiscard]] std::vector<bool> may_be_gone(const std::string& uid, const Series& series) const;

    std::unordered_map<std::string, core::DateRange> said_;                       ///< By UID, or key.
    std::unordered_map<std::string, std::vector<core::Moment>> cancelled_starts_; ///< By UID, of what is no series.
    /// What the journal has of a UID of which the file cancels something.
    struct Known {
        std::size_t count = 0;
        bool is_shared = false;  ///< Whether those are events that are no series.
        bool is_further = false; ///< Whether one is a further one of such a UID.
    };
    std::unordered_map<std::string, Known> known_;
    std::unordered_map<std::string, Series> series_; ///< Of the journal, by UID, or key of a cancelled day.
    std::string from_;
    core::Date today_;
    std::unordered_map<std::size_t, Former> moved_;
    std::vector<Former> gone_;
};

/// Whether a day of a series stays where it is when its series moves: it is over, or somebody has said how it went.
[[nodiscard]] bool is_settled(const core::Event& event, const std::string& from, const std::string& key,
                              core::Date today);

/// Whether an event that stays on its day is over, and what is said is to come: then that is another one.
[[nodiscard]] bool is_over_before(const core::Event& known, const core::Event& said, const std::string& from,
                                  const std::string& key, core::Date today);

/// Whether a day of a series that came under this key stays as it is here, whatever the series has become: it is over.
/// What its calendar has moved to a day to come, or has again after it took it off, is not.
[[nodiscard]] bool is_over(const core::Event& known, const core::Event& said, const std::string& from,
                           const std::string& key, core::Date today);

/// Takes from `skipped` what is told of cancelled entries by which events are changed: those with these keys, each with
/// when it starts.
void forget_cancelled(const std::vector<std::pair<std::string, core::Moment>>& changed,
                      std::span<const EventSeries> series, std::vector<Skipped>& skipped);

/// What the calendar says of an event that does not take place: that it is skipped. Nothing where the user has moved it
/// to another day.
[[nodiscard]] std::optional<core::Fields> said_of_gone(const core::Event& event, const std::string& from,
                                                       const std::string& key);
/// What it says of one that takes place, where it said before that it does not. What says a status stays as it is. What
/// somebody has attended was when it was, wherever the calendar has it now.
[[nodiscard]] core::Event taking_place(core::Event said, const core::Event& known, const std::string& from,
                                       const std::string& key);

} // namespace kith::exchange
