#include "said_series.hpp"

#include "event_key.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kith::exchange {

void note_ranges(std::unordered_map<std::string, core::DateRange>& ranges, std::span<const EventSeries> series) {
    for (const auto& each : series) {
        auto& range = ranges.try_emplace(each.uid, each.range).first->second;
        range = {std::max(range.from, each.range.from), std::min(range.to, each.range.to)};
    }
}

bool is_surely_in(const core::DateRange& range, core::Date day) {
    return day > range.from && day < range.to;
}

std::vector<bool> cancelled_of(const std::vector<core::Moment>& starts, const std::vector<core::Moment>& cancelled) {
    const std::set<core::Moment> all(starts.begin(), starts.end());
    std::set<core::Moment> moments;
    std::set<core::Date> whole_days;
    for (const auto& start : cancelled)
        if (all.contains(start))
            moments.insert(start);
        else
            whole_days.insert(start.date);
    std::vector<bool> are_cancelled;
    for (const auto& start : starts)
        are_cancelled.push_back(moments.contains(start) || whole_days.contains(start.date));
    return are_cancelled;
}

std::vector<EventSeries> SaidSeries::unsaid(std::span<const EventSeries> series) const {
    std::vector<EventSeries> unsaid;
    for (const auto& each : series)
        if (!ranges_.contains(each.uid) && (each.cancelled_line != 0 || !cancelled_starts_.contains(each.uid)))
            unsaid.push_back(each);
    return unsaid;
}

void SaidSeries::add(std::span<const EventSeries> series) {
    auto unsaid = this->unsaid(series);
    for (const auto& each : unsaid)
        if (each.cancelled_start) cancelled_starts_[each.uid].push_back(*each.cancelled_start);
    std::erase_if(unsaid, [](const EventSeries& each) { return each.cancelled_start.has_value(); });
    note_ranges(ranges_, unsaid);
}

bool SaidSeries::excludes(std::string_view key, const core::Moment& start) const {
    const auto says = [&](std::string_view uid) {
        const auto found = ranges_.find(std::string(uid));
        return found != ranges_.end() && is_surely_in(found->second, start.date);
    };
    const auto in_series = series_key(key);
    if (!ranges_.empty() && (says(key) || (in_series && says(in_series->uid)))) return true;
    const auto cancelled = cancelled_starts_.find(uid_in(std::string(key)));
    if (cancelled == cancelled_starts_.end()) return false;
    const bool is_of_series = in_series && !in_series->has_time;
    return is_of_series || std::ranges::find(cancelled->second, start) != cancelled->second.end();
}

std::unordered_set<std::size_t> SaidSeries::cancelled_in(const PackedList<Incoming<core::Event>>& events,
                                                         std::span<const EventSeries> series) const {
    std::unordered_set<std::size_t> places;
    if (cancelled_starts_.empty()) return places;
    struct OfUid {
        std::vector<std::size_t> places;
        std::vector<core::Moment> starts;
    };
    std::map<std::string, OfUid> by_uid;
    for (std::size_t place = 0; place < events.size(); ++place) {
        const auto incoming = events[place];
        const auto uid = uid_in(incoming.key);
        if (!cancelled_starts_.contains(uid)) continue;
        by_uid[uid].places.push_back(place);
        by_uid[uid].starts.push_back(incoming.record.start);
    }
    std::set<std::string_view> recurring;
    for (const auto& each : series)
        if (each.cancelled_line == 0) recurring.insert(each.uid);
    for (const auto& [uid, of_uid] : by_uid) {
        const auto are_cancelled = cancelled_of(of_uid.starts, cancelled_starts_.at(uid));
        const bool are_all = of_uid.places.size() == 1 || recurring.contains(uid);
        for (std::size_t i = 0; i < of_uid.places.size(); ++i)
            if (are_all || are_cancelled[i]) places.insert(of_uid.places[i]);
    }
    return places;
}

} // namespace kith::exchange
