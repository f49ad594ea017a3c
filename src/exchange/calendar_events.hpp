// The events of a calendar as the journal has them, every recurrence one of its own.
#pragma once

#include "calendar_changes.hpp"
#include "calendar_recurrence.hpp"

#include <map>
#include <set>

namespace kith::exchange {

/// Whether an entry is a series.
[[nodiscard]] bool recurs(const CalendarComponent& entry);

class CalendarEvents {
  public:
    CalendarEvents(const Libical& library, CalendarZones& zones, const ReadOptions& options);

    struct Found {
        std::vector<Incoming<core::Event>> events;
        std::optional<core::DateRange> series = {}; ///< Where these are all of a series that has a UID.
        std::vector<std::string> not_asked = {};    ///< Keys of days that were moved out of what was asked for.
    };
    /// The event or, where it recurs, the events of one entry. `replacing` are those entries of the same UID that stand
    /// for one of its recurrences each, or for one and all after it. What was not taken is added to `skipped`.
    [[nodiscard]] Found events_of(const CalendarComponent& entry,
                                  const std::vector<const CalendarComponent*>& replacing,
                                  std::vector<Skipped>& skipped);
    /// That of an entry that replaces a recurrence, once the series was read; `is_asked` is false where it lies outside
    /// of what was asked for.
    struct Replacement {
        Incoming<core::Event> event;
        bool is_asked = true;
    };
    [[nodiscard]] Replacement replacement(const CalendarComponent& entry);
    /// The key of the recurrence that it replaces.
    [[nodiscard]] std::string replaced_key(const CalendarComponent& entry);

    /// As many as forty daily series have in two years, or three hundred weekly ones.
    static constexpr std::size_t most_recurrences = 30000;

    /// What is wrong with the end of an entry, which is then read as one that says none; nothing where nothing is.
    [[nodiscard]] std::optional<Skipped> end_problem(const CalendarComponent& entry);

  private:
    [[nodiscard]] core::DateRange range_of(const CalendarComponent& entry) const;
    /// Of the days that they stand for.
    [[nodiscard]] std::set<std::string> keys_of(const std::vector<const CalendarComponent*>& replacing);
    [[nodiscard]] bool is_among(const std::set<std::string>& keys, const std::string& uid,
                                const core::Moment& start) const;
    [[nodiscard]] bool has_day_within(const core::DateRange& range, const std::vector<core::Moment>& starts, Zone zone,
                                      const std::vector<const CalendarComponent*>& replacing);
    /// `replaced` and `changes` are the keys and changes of `replacing`.
    [[nodiscard]] bool is_all_replaced(const CalendarComponent& entry,
                                       const std::vector<const CalendarComponent*>& replacing,
                                       const std::set<std::string>& replaced, const std::vector<SeriesChange>& changes);
    void note_crowded(const std::string& uid, const std::vector<core::Moment>& starts);
    [[nodiscard]] std::string key_of(const std::string& uid, const core::Moment& start) const;
    [[nodiscard]] Incoming<core::Event> event_at(const CalendarComponent& entry, const core::Moment& start);
    [[nodiscard]] Incoming<core::Event> event_by(const SeriesChange& change, const core::Moment& start, Zone zone);

    const Libical& library_;
    CalendarZones& zones_;
    const ReadOptions& options_;
    Effort effort_left_ = most_effort;
    std::map<std::string, std::set<core::Date>> crowded_; ///< By UID, the days on which a series has several.
    std::size_t left_ = most_recurrences;                 ///< None once there was a series that has more.
};

} // namespace kith::exchange
