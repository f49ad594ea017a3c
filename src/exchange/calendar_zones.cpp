#include "calendar_zones.hpp"

#include "kith/core/error.hpp"

#include "windows_zones.hpp"

namespace kith::exchange {

icaltimetype to_library(const core::Moment& moment, Zone zone) {
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
    if (time.is_date == 0) moment.time = std::chrono::seconds(time.hour * 3600 + time.minute * 60 + time.second);
    return moment;
}

CalendarZones::CalendarZones(const Libical& library, const std::map<std::string, std::string, std::less<>>& texts,
                             const std::string& user_zone)
    : library_(library), texts_(texts), utc_(library.utc_timezone()), user_zone_(find(user_zone)) {
    if (user_zone_ == nullptr && !user_zone.empty())
        core::fail_usage("there is no time zone '" + user_zone + "'", "name it as in Europe/Lisbon");
}

Zone CalendarZones::own_zone(const std::string& text) {
    auto* const component = library_.parse_string(text.c_str());
    if (component == nullptr) return nullptr;
    std::unique_ptr<icaltimezone, Free> zone(library_.new_timezone(), Free{&library_});
    if (library_.set_component(zone.get(), component) == 0) { // Otherwise the component is the zone's.
        library_.free_component(component);
        return nullptr;
    }
    owned_.push_back(std::move(zone));
    return owned_.back().get();
}

/// Other programs put more before the name: `/mozilla.org/20050126_1/Europe/London`.
Zone CalendarZones::zone_of_system(const std::string& id) const {
    // A name is looked up among the files of the system, so it must not lead out of their folder.
    if (id.find("..") != id.npos) return nullptr;
    if (id.front() != '/') {
        const auto* const name = zone_of_windows(id);
        return library_.builtin_timezone(name != nullptr ? name : id.c_str());
    }
    constexpr int most_parts = 3; // America/Argentina/Ushuaia
    auto slash = id.rfind('/');
    for (int parts = 2; slash != 0 && parts <= most_parts; ++parts) {
        slash = id.rfind('/', slash - 1);
        if (const auto zone = library_.builtin_timezone(id.c_str() + slash + 1); zone != nullptr) return zone;
    }
    return nullptr;
}

Zone CalendarZones::find(const std::string& id) {
    if (id.empty()) return nullptr;
    if (id == "UTC" || id == "Etc/UTC") return utc_;
    if (const auto found = found_.find(id); found != found_.end()) return found->second;
    const auto text = texts_.find(id);
    // Without an offset libical would take it for UTC.
    const bool says_offset = text != texts_.end() && text->second.find("TZOFFSETTO") != std::string::npos;
    Zone zone = !says_offset ? nullptr : own_zone(text->second);
    if (zone == nullptr) zone = zone_of_system(id);
    found_.emplace(id, zone);
    return zone;
}

core::Moment CalendarZones::convert(const core::Moment& moment, Zone from, Zone to) const {
    if (!moment.time || from == nullptr || to == nullptr || from == to) return moment;
    return from_library(library_.convert_to_zone(to_library(moment, from), to)).value_or(moment);
}

core::Moment CalendarZones::on_the_wall(const core::Moment& moment, Zone zone) const {
    return convert(moment, zone, user_zone_);
}

core::Moment CalendarZones::later(const core::Moment& moment, std::chrono::days days, std::chrono::seconds passing,
                                  Zone zone) const {
    core::Moment later{moment.date + days, moment.time};
    if (passing == std::chrono::seconds{0}) return later;
    later = convert(later, zone, utc_);
    const auto clock = later.date.time_since_epoch() + later.time.value_or(std::chrono::seconds{0}) + passing;
    const auto date = std::chrono::floor<std::chrono::days>(clock);
    const bool has_time = later.time.has_value();
    return convert({core::Date{date}, has_time ? std::optional(clock - date) : std::nullopt}, utc_, zone);
}

} // namespace kith::exchange
