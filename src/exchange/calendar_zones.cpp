#include "calendar_zones.hpp"

#include "kith/core/error.hpp"

#include "windows_zones.hpp"

namespace kith::exchange {
namespace {

using std::chrono::seconds;

seconds clock_of(const core::Moment& moment) {
    return moment.date.time_since_epoch() + moment.time.value_or(seconds{0});
}

/// By which a zone may be known elsewhere. Other programs put more before it: `/mozilla.org/20050126_1/Europe/London`.
std::vector<std::string> names_of(const std::string& id) {
    // A name is looked up among the files of the system, so it must not lead out of their folder.
    if (id.find("..") != id.npos) return {};
    if (id.front() != '/') {
        const auto* const name = zone_of_windows(id);
        return {name != nullptr ? name : id};
    }
    constexpr std::size_t most_parts = 3; // America/Argentina/Ushuaia
    std::vector<std::string> names;
    auto slash = id.rfind('/');
    while (slash != 0 && names.size() + 1 < most_parts) {
        slash = id.rfind('/', slash - 1);
        names.push_back(id.substr(slash + 1));
    }
    return names;
}

} // namespace

icaltimetype to_library(const core::Moment& moment, icaltimezone* zone) {
    icaltimetype time = ICALTIMETYPE_INITIALIZER;
    time.year = core::year_of(moment.date);
    time.month = core::month_of(moment.date);
    time.day = core::day_of(moment.date);
    time.is_date = moment.time ? 0 : 1;
    if (moment.time) {
        const auto seconds = static_cast<int>(moment.time->count());
        time.hour = seconds / 3600;
        time.minute = seconds / 60 % 60;
        time.second = seconds % 60;
        time.zone = zone;
    }
    return time;
}

std::optional<core::Moment> from_library(const icaltimetype& time) {
    const auto date = core::make_date(time.year, time.month, time.day);
    if (!date) return std::nullopt;
    core::Moment moment{*date, std::nullopt};
    if (time.is_date == 0) moment.time = seconds(time.hour * 3600 + time.minute * 60 + time.second);
    return moment;
}

CalendarZones::CalendarZones(const Libical& library, const FindZone& find_zone,
                             const std::map<std::string, std::string, std::less<>>& texts, const std::string& user_zone)
    : library_(library), find_zone_(find_zone), texts_(texts), utc_{[](seconds) { return seconds{0}; }},
      user_zone_(find(user_zone)) {
    if (user_zone_ == nullptr && !user_zone.empty())
        core::fail_usage("there is no time zone '" + user_zone + "'", "name it as in Europe/Lisbon");
}

Zone CalendarZones::find(const std::string& id) {
    if (id.empty()) return nullptr;
    if (id == "UTC" || id == "Etc/UTC") return &utc_;
    auto found = found_.find(id);
    if (found == found_.end()) found = found_.emplace(id, look_up(id)).first;
    return found->second ? &*found->second : nullptr;
}

std::optional<CalendarZone> CalendarZones::look_up(const std::string& id) {
    const auto names = names_of(id);
    std::optional<CalendarZone> of_system;
    for (const auto& name : names)
        if (auto offset = of_system ? std::nullopt : find_zone_(name)) of_system = CalendarZone{std::move(*offset)};
    const bool is_place = id.find('/') != id.npos || zone_of_windows(id) != nullptr;
    if (of_system && is_place) return of_system;
    if (auto* const zone = described(id)) return CalendarZone{{}, zone};
    if (of_system) return of_system;
    for (const auto& name : names)
        if (auto* const zone = library_.builtin_timezone(name.c_str())) return CalendarZone{{}, zone};
    return std::nullopt;
}

/// As the file has it; nullptr where it says nothing of it.
icaltimezone* CalendarZones::described(const std::string& id) {
    const auto text = texts_.find(id);
    // Without an offset libical would take it for UTC.
    if (text == texts_.end() || text->second.find("TZOFFSETTO") == std::string::npos) return nullptr;
    auto* const component = library_.parse_string(text->second.c_str());
    if (component == nullptr) return nullptr;
    std::unique_ptr<icaltimezone, Free> zone(library_.new_timezone(), Free{&library_});
    if (library_.set_component(zone.get(), component) == 0) { // Otherwise the component is the zone's.
        library_.free_component(component);
        return nullptr;
    }
    owned_.push_back(std::move(zone));
    return owned_.back().get();
}

/// Since 1970 began in UTC. What a clock shows twice is the first, and what it leaps over is by the clock before.
seconds CalendarZones::instant_of(const core::Moment& moment, const CalendarZone& zone) const {
    const auto clock = clock_of(moment);
    if (!zone.offset) {
        const auto utc = library_.convert_to_zone(to_library(moment, zone.library), library_.utc_timezone());
        return clock_of(from_library(utc).value_or(moment));
    }
    constexpr std::chrono::days day{1}; // No clock is further from UTC.
    const auto before = zone.offset(clock - day);
    for (const auto offset : {before, zone.offset(clock + day)})
        if (zone.offset(clock - offset) == offset) return clock - offset;
    return clock - before;
}

std::optional<core::Moment> CalendarZones::shown_at(seconds instant, const CalendarZone& zone) const {
    const auto clock = zone.offset ? instant + zone.offset(instant) : instant;
    const auto day = std::chrono::floor<std::chrono::days>(clock);
    const core::Moment moment{core::Date{day}, clock - day};
    if (zone.offset) return core::is_in_calendar(moment.date) ? std::optional(moment) : std::nullopt;
    return from_library(library_.convert_to_zone(to_library(moment, library_.utc_timezone()), zone.library));
}

core::Moment CalendarZones::convert(const core::Moment& moment, Zone from, Zone to) const {
    if (!moment.time || from == nullptr || to == nullptr || from == to) return moment;
    return shown_at(instant_of(moment, *from), *to).value_or(moment);
}

core::Moment CalendarZones::on_the_wall(const core::Moment& moment, Zone zone) const {
    return convert(moment, zone, user_zone_);
}

core::Moment CalendarZones::later(const core::Moment& moment, std::chrono::days days, seconds passing,
                                  Zone zone) const {
    core::Moment later{moment.date + days, moment.time};
    if (passing == seconds{0}) return later;
    later = convert(later, zone, &utc_);
    const auto clock = clock_of(later) + passing;
    const auto date = std::chrono::floor<std::chrono::days>(clock);
    const bool has_time = later.time.has_value();
    return convert({core::Date{date}, has_time ? std::optional(clock - date) : std::nullopt}, &utc_, zone);
}

} // namespace kith::exchange
