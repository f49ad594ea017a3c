// Time zones of a calendar, and times moved from one to another.
#pragma once

#include "calendar_entries.hpp"
#include "libical.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace kith::exchange {

/// nullptr is a clock that hangs on every wall: a time without a zone, or with one that nobody knows.
using Zone = icaltimezone*;

class CalendarZones {
  public:
    /// `texts` are VTIMEZONEs by their TZID. A core::Failure of kind usage where there is no zone called `user_zone`.
    CalendarZones(const Libical& library, const std::map<std::string, std::string, std::less<>>& texts,
                  const std::string& user_zone);

    /// By its TZID: the file's own, else the system's, also where Windows calls it otherwise or more is put before it.
    [[nodiscard]] Zone find(const std::string& id);
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
        void operator()(Zone zone) const { library->free_timezone(zone, 1); }
    };
    [[nodiscard]] Zone own_zone(const std::string& text);
    [[nodiscard]] Zone zone_of_system(const std::string& id) const;

    const Libical& library_;
    const std::map<std::string, std::string, std::less<>>& texts_;
    std::map<std::string, Zone, std::less<>> found_;
    std::vector<std::unique_ptr<icaltimezone, Free>> owned_;
    Zone utc_;
    Zone user_zone_;
};

[[nodiscard]] icaltimetype to_library(const core::Moment& moment, Zone zone);
/// Nothing for a day that no journal can hold.
[[nodiscard]] std::optional<core::Moment> from_library(const icaltimetype& time);

} // namespace kith::exchange
