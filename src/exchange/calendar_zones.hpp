// Time zones of a calendar, and times moved from one to another.
#pragma once

#include "calendar_entries.hpp"
#include "libical.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace kith::exchange {

/// A zone of the system, else one of libical: as the file describes it, or by its name.
struct CalendarZone {
    ZoneOffset offset;               ///< Empty where it is one of libical.
    icaltimezone* library = nullptr; ///< nullptr where it is one of the system.
};

/// nullptr is a clock that hangs on every wall: a time without a zone, or with one that nobody knows.
using Zone = const CalendarZone*;

class CalendarZones {
  public:
    /// `texts` are VTIMEZONEs by their TZID. A core::Failure of kind usage where there is no zone called `user_zone`.
    CalendarZones(const Libical& library, const FindZone& find_zone,
                  const std::map<std::string, std::string, std::less<>>& texts, const std::string& user_zone);

    /// By its TZID. What names a place (`Europe/Lisbon`), also as Windows does or with more before it, is the system's
    /// zone, for most programs describe in a file but the rules of the day on which they wrote it. Any other name
    /// (`EST`) is first what the file says it is.
    [[nodiscard]] Zone find(const std::string& id);
    [[nodiscard]] Zone utc() const { return &utc_; }
    /// Of a written time.
    [[nodiscard]] Zone zone_of(const WrittenTime& time) { return find(time.zone); }

    /// The same instant on the clocks of another zone. A day stays that day, and a time where either zone is unknown.
    [[nodiscard]] core::Moment convert(const core::Moment& moment, Zone from, Zone to) const;
    /// What the wall clock shows where the user is: as it is written for a time without a zone.
    [[nodiscard]] core::Moment on_the_wall(const core::Moment& moment, Zone zone) const;

    /// So many days later on the clock of a zone, then so many seconds that pass: a change of the clock is no hour.
    [[nodiscard]] core::Moment later(const core::Moment& moment, std::chrono::days days, std::chrono::seconds passing,
                                     Zone zone) const;

  private:
    struct Free {
        const Libical* library;
        void operator()(icaltimezone* zone) const { library->free_timezone(zone, 1); }
    };
    [[nodiscard]] std::optional<CalendarZone> look_up(const std::string& id);
    [[nodiscard]] icaltimezone* described(const std::string& id);
    [[nodiscard]] std::chrono::seconds instant_of(const core::Moment& moment, const CalendarZone& zone) const;
    [[nodiscard]] std::optional<core::Moment> shown_at(std::chrono::seconds instant, const CalendarZone& zone) const;

    const Libical& library_;
    const FindZone& find_zone_;
    const std::map<std::string, std::string, std::less<>>& texts_;
    std::map<std::string, std::optional<CalendarZone>, std::less<>> found_;
    std::vector<std::unique_ptr<icaltimezone, Free>> owned_;
    CalendarZone utc_;
    Zone user_zone_;
};

/// On the clock of a zone; of none where it is nullptr.
[[nodiscard]] icaltimetype to_library(const core::Moment& moment, icaltimezone* zone);
/// Nothing for a day that no journal can hold.
[[nodiscard]] std::optional<core::Moment> from_library(const icaltimetype& time);

} // namespace kith::exchange
