#include "plan_series.hpp"

#include "kith/core/records.hpp"
#include "kith/exchange/origin.hpp"

#include <algorithm>
#include <chrono>

namespace kith::exchange {
namespace {

using std::chrono::days;

days between(core::Date left, core::Date right) {
    return std::chrono::abs(left - right);
}

/// The nearest, which must not be empty; of two as near the earlier one, or the later one.
std::size_t nearest(const std::vector<SeriesDay>& sorted, core::Date day, bool takes_later) {
    const auto after = std::ranges::lower_bound(sorted, day, {}, &SeriesDay::day);
    if (after == sorted.begin()) return 0;
    const auto place = static_cast<std::size_t>(after - sorted.begin());
    if (after == sorted.end()) return place - 1;
    const auto to_earlier = between(sorted[place - 1].day, day);
    const auto to_later = between(after->day, day);
    return to_later < to_earlier || (to_later == to_earlier && takes_later) ? place : place - 1;
}

/// How far a day may move and not be taken for its neighbour.
days farthest(std::vector<core::Date> all) {
    days least{2 * 31};
    std::ranges::sort(all);
    for (std::size_t i = 1; i < all.size(); ++i)
        if (all[i] != all[i - 1]) least = std::min(least, between(all[i], all[i - 1]));
    return least / 2;
}

const std::string skipped_status = "skipped";

/// Whether it was the calendar that took the event off, and nobody has said otherwise since.
bool is_skipped_there(const core::Event& event, const std::string& from, const std::string& key) {
    return event.status == skipped_status &&
           is_as_taken(event.imported, {from, key, {{"status", skipped_status, 0}}, {}});
}

} // namespace

std::optional<SeriesKey> series_key(std::string_view key) {
    const auto slash = key.rfind('/');
    if (slash == key.npos) return std::nullopt;
    constexpr std::size_t day_size = 10;
    const auto moment = key.substr(slash + 1);
    if (moment.size() > day_size && moment[day_size] != 'T') return std::nullopt;
    const auto day = core::parse_iso_date(moment.substr(0, day_size));
    return day ? std::optional(SeriesKey{key.substr(0, slash), *day}) : std::nullopt;
}

std::vector<std::pair<std::size_t, std::size_t>> moved_days(std::vector<SeriesDay> there, std::vector<SeriesDay> fresh,
                                                            std::vector<core::Date> all) {
    std::vector<std::pair<std::size_t, std::size_t>> moved;
    if (there.empty() || fresh.empty()) return moved;
    std::ranges::stable_sort(there, {}, &SeriesDay::day);
    std::ranges::stable_sort(fresh, {}, &SeriesDay::day);
    const auto limit = farthest(std::move(all));
    for (std::size_t i = 0; i < there.size(); ++i) {
        const auto& other = fresh[nearest(fresh, there[i].day, false)];
        if (between(other.day, there[i].day) <= limit && nearest(there, other.day, true) == i)
            moved.emplace_back(there[i].place, other.place);
    }
    return moved;
}

SeriesComparison::SeriesComparison(std::span<const EventSeries> series, std::string from, core::Date today)
    : from_(std::move(from)), today_(today) {
    for (const auto& [uid, range] : series) { // Of two with one UID both must say it.
        auto& known = series_[uid];
        known.uid = uid;
        known.range = {std::max(known.range.from, range.from), std::min(known.range.to, range.to)};
    }
}

void SeriesComparison::note_there(std::size_t number, const core::Event& event) {
    for (const auto& [from, key] : origins(event.imported)) {
        if (from != from_) continue;
        const auto in_series = series_key(key);
        auto found = in_series ? series_.find(in_series->uid) : series_.end();
        if (found == series_.end()) found = series_.find(key);
        if (found == series_.end()) continue;
        auto& series = found->second;
        series.there.push_back({in_series ? in_series->day : event.start.date, series.events.size()});
        series.events.push_back({number, key});
        series.starts.push_back(event.start.date);
    }
}

void SeriesComparison::note_in_file(std::size_t place, std::string_view key, bool is_known) {
    const auto in_series = series_key(key);
    const auto found = in_series ? series_.find(in_series->uid) : series_.end();
    if (found == series_.end()) return;
    found->second.all.push_back(in_series->day);
    if (!is_known) found->second.fresh.push_back({in_series->day, place});
}

void SeriesComparison::compare() {
    for (auto& [uid, series] : series_) {
        std::vector<bool> is_moved(series.events.size());
        for (const auto& [there, place] : moved_days(series.there, series.fresh, series.all)) {
            moved_.emplace(place, series.events[there]);
            is_moved[there] = true;
        }
        for (std::size_t i = 0; i < series.events.size(); ++i)
            if (!is_moved[i] && is_gone(series, i)) gone_.push_back(series.events[i]);
    }
    std::ranges::sort(gone_, {}, &Former::number);
}

const SeriesComparison::Former* SeriesComparison::moved_to(std::size_t place) const {
    const auto found = moved_.find(place);
    return found == moved_.end() ? nullptr : &found->second;
}

/// A day at either end of what the file was read for may lie outside of it in another time zone.
bool SeriesComparison::is_gone(const Series& series, std::size_t event) const {
    const auto& [from, to] = series.range;
    const auto day = series.starts[event];
    const bool is_alone = series.events[event].key == series.uid;
    return (day >= today_ || is_alone) && day > from && day < to;
}

bool is_settled(const core::Event& event, const std::string& from, const std::string& key) {
    return !event.status.empty() && event.status != "planned" && !is_skipped_there(event, from, key);
}

std::optional<core::Fields> said_of_gone(const core::Event& event, const std::string& from, const std::string& key) {
    const auto fields = core::to_fields(event);
    const auto start = std::ranges::find(fields, "start", &core::Field::key);
    if (start == fields.end() || !is_as_taken(event.imported, {from, key, {*start}, {}})) return std::nullopt;
    return core::Fields{{"status", skipped_status, 0}};
}

core::Event taking_place(core::Event said, const core::Event& known, const std::string& from, const std::string& key) {
    if (is_skipped_there(known, from, key)) said.status = "planned";
    return said;
}

} // namespace kith::exchange
