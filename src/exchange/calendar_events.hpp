// The events of a calendar as the journal has them, every recurrence one of its own.
#pragma once

#include "calendar_recurrence.hpp"

namespace kith::exchange {

class CalendarEvents {
  public:
    CalendarEvents(const Libical& library, CalendarZones& zones, const ReadOptions& options);

    struct Found {
        std::vector<Incoming<core::Event>> events;
        std::optional<core::DateRange> series = {}; ///< Where these are all of a series that has a UID.
    };
    /// The event or, where it recurs, the events of one entry. `replacing` are those entries of the same UID that stand
    /// for one of its recurrences each. What was not taken is added to `skipped`.
    [[nodiscard]] Found events_of(const CalendarComponent& entry,
                                  const std::vector<const CalendarComponent*>& replacing,
                                  std::vector<Skipped>& skipped);
    /// That of an entry that replaces a recurrence; nothing where it lies outside of what was asked for.
    [[nodiscard]] std::optional<Incoming<core::Event>> replacement(const CalendarComponent& entry);

    /// As many as forty daily series have in two years, or three hundred weekly ones.
    static constexpr std::size_t most_recurrences = 30000;

    /// What is wrong with the end of an entry, which is then read as one that says none; nothing where nothing is.
    [[nodiscard]] std::optional<Skipped> end_problem(const CalendarComponent& entry);

  private:
    [[nodiscard]] core::DateRange range_of(const CalendarComponent& entry) const;
    [[nodiscard]] Incoming<core::Event> event_at(const CalendarComponent& entry, const core::Moment& start);

    const Libical& library_;
    CalendarZones& zones_;
    const ReadOptions& options_;
    Effort effort_left_ = most_effort;
    std::size_t left_ = most_recurrences; ///< None once there was a series that has more.
};

} // namespace kith::exchange
