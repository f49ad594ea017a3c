#include "event_key.hpp"

namespace kith::exchange {

std::optional<SeriesKey> series_key(std::string_view key) {
    const auto slash = key.rfind('/');
    if (slash == key.npos) return std::nullopt;
    constexpr std::size_t day_size = 10;
    const auto moment = key.substr(slash + 1);
    if (moment.size() > day_size && moment[day_size] != 'T') return std::nullopt;
    const auto day = core::parse_iso_date(moment.substr(0, day_size));
    return day ? std::optional(SeriesKey{key.substr(0, slash), *day, moment.size() > day_size}) : std::nullopt;
}

std::string uid_in(const std::string& key) {
    const auto in_series = series_key(key);
    return in_series ? std::string(in_series->uid) : key;
}

std::string unmistakable(std::string uid) {
    if (series_key(uid)) uid.replace(uid.rfind('/'), 1, "%2F");
    return uid;
}

} // namespace kith::exchange
