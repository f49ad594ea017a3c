#include "plan_series.hpp"

#include "kith/core/records.hpp"
#include "kith/exchange/origin.hpp"

#include "event_key.hpp"
#include "said_series.hpp"

#include <algorithm>
#include <chrono>
#include <set>

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

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

/// Those that are there `shift` days later, each once.
Pairs shifted(const std::vector<SeriesDay>& there, const std::vector<SeriesDay>& fresh, days shift) {
    Pairs pairs;
    auto next = fresh.begin();
    for (std::size_t i = 0; i < there.size(); ++i) {
        next = std::lower_bound(next, fresh.end(), there[i].day + shift,
                                [](const SeriesDay& each, core::Date day) { return each.day < day; });
        if (next == fresh.end()) break;
        if (next->day == there[i].day + shift) pairs.emplace_back(i, next++ - fresh.begin());
    }
    return pairs;
}

/// The shift that the most have, and more than one: of two alike the smaller, forward before back.
Pairs shifted_together(const std::vector<SeriesDay>& there, const std::vector<SeriesDay>& fresh, days limit) {
    Pairs most;
    for (days shift{1}; shift <= limit; ++shift)
        for (const auto each : {shift, -shift})
            if (auto pairs = shifted(there, fresh, each); pairs.size() > std::max<std::size_t>(most.size(), 1))
                most = std::move(pairs);
    return most;
}

const std::string skipped_status = "skipped";

/// Whether it was the calendar that took the event off, and nobody has said otherwise since.
bool is_skipped_there(const core::Event& event, const std::string& from, const std::string& key) {
    return event.status == skipped_status &&
           is_as_taken(event.imported, {from, key, {{"status", skipped_status, 0}}, {}});
}

} // namespace

Pairs moved_days(std::vector<SeriesDay> there, std::vector<SeriesDay> fresh, std::vector<core::Date> all) {
    Pairs moved;
    if (there.empty() || fresh.empty()) return moved;
    std::ranges::stable_sort(there, {}, &SeriesDay::day);
    std::ranges::stable_sort(fresh, {}, &SeriesDay::day);
    const auto limit = farthest(std::move(all));
    auto pairs = shifted_together(there, fresh, limit);
    if (pairs.empty())
        for (std::size_t i = 0; i < there.size(); ++i) {
            const auto other = nearest(fresh, there[i].day, false);
            if (between(fresh[other].day, there[i].day) <= limit && nearest(there, fresh[other].day, true) == i)
                pairs.emplace_back(i, other);
        }
    for (const auto& [before, now] : pairs) moved.emplace_back(there[before].place, fresh[now].place);
    return moved;
}

SeriesComparison::SeriesComparison(std::span<const EventSeries> series, std::string from, core::Date today)
    : from_(std::move(from)), today_(today) {
    note_ranges(said_, series);
    for (const auto& each : series)
        if (each.cancelled_start) cancelled_starts_[each.uid].push_back(*each.cancelled_start);
}

void SeriesComparison::put(const std::string& uid, core::Date day, Former former, const core::Event& event) {
    auto& series = series_[uid];
    if (const auto said = said_.find(uid); said != said_.end()) series.range = said->second;
    series.there.push_back({day, series.events.size()});
    series.events.push_back(std::move(former));
    series.starts.push_back(event.start);
}

void SeriesComparison::note_known(const core::Event& event) {
    if (cancelled_starts_.empty()) return;
    for (const auto& [from, key] : origins(event.imported)) {
        if (from != from_ || !cancelled_starts_.contains(uid_in(key))) continue;
        auto& known = known_[uid_in(key)];
        const auto in_series = series_key(key);
        ++known.count;
        known.is_shared = known.is_shared || !in_series || in_series->has_time;
        known.is_further = known.is_further || (in_series && in_series->has_time);
    }
}

void SeriesComparison::note_there(std::size_t number, const core::Event& event) {
    for (const auto& [from, key] : origins(event.imported)) {
        if (from != from_) continue;
        const auto in_series = series_key(key);
        if (said_.contains(key))
            put(key, event.start.date, {number, key}, event);
        else if (in_series)
            put(std::string(in_series->uid), in_series->day, {number, key}, event);
    }
}

void SeriesComparison::note_in_file(std::size_t place, const Incoming<core::Event>& incoming, bool is_known) {
    const auto in_series = series_key(incoming.key);
    auto found = in_series ? series_.find(std::string(in_series->uid)) : series_.end();
    const bool is_alone = found == series_.end();
    if (is_alone) found = series_.find(incoming.key);
    if (found == series_.end()) return;
    auto& series = found->second;
    // An event that is alone is all that is left of its series, unless it is here: then those have its UID only.
    if (is_alone && !series.range && !is_known) series.range = core::all_days;
    const auto day = is_alone ? incoming.record.start.date : in_series->day;
    series.all.push_back(day);
    if (!is_known) series.fresh.push_back({day, place});
}

void SeriesComparison::compare() {
    for (const auto& [uid, series] : series_)
        if (series.range) compare(uid, series);
    std::ranges::sort(gone_, {}, &Former::number);
}

void SeriesComparison::compare(const std::string& uid, const Series& series) {
    auto there = series.there;
    std::erase_if(there, [&series](const SeriesDay& each) { return !series.range->contains(each.day); });
    std::vector<bool> is_moved(series.events.size());
    for (const auto& [event, place] : moved_days(std::move(there), series.fresh, series.all)) {
        moved_.emplace(place, series.events[event]);
        is_moved[event] = true;
    }
    const auto may_be = may_be_gone(uid, series);
    for (std::size_t i = 0; i < series.events.size(); ++i) {
        const auto day = series.starts[i].date;
        const bool is_to_come = day >= today_ || series.events[i].key == uid;
        if (!is_moved[i] && may_be[i] && is_to_come && is_surely_in(*series.range, day))
            gone_.push_back(series.events[i]);
    }
}

/// All, but of several events that share a UID and are no series only those that the file cancels, where it does that.
std::vector<bool> SeriesComparison::may_be_gone(const std::string& uid, const Series& series) const {
    const auto cancelled = cancelled_starts_.find(uid);
    const auto known = known_.find(uid);
    const bool are_several =
        known != known_.end() && known->second.is_shared && (known->second.count > 1 || known->second.is_further);
    if (cancelled == cancelled_starts_.end() || !are_several) return std::vector(series.events.size(), true);
    return cancelled_of(series.starts, cancelled->second);
}

const SeriesComparison::Former* SeriesComparison::moved_to(std::size_t place) const {
    const auto found = moved_.find(place);
    return found == moved_.end() ? nullptr : &found->second;
}

bool is_settled(const core::Event& event, const std::string& from, const std::string& key, core::Date today) {
    if (event.start.date < today && series_key(key)) return true;
    return !event.status.empty() && event.status != "planned" && !is_skipped_there(event, from, key);
}

bool is_over_before(const core::Event& known, const core::Event& said, const std::string& from, const std::string& key,
                    core::Date today) {
    return known.start.date < today && said.start.date >= today && is_settled(known, from, key, today);
}

bool is_over(const core::Event& known, const core::Event& said, const std::string& from, const std::string& key,
             core::Date today) {
    const bool is_before = known.start.date < today && said.start.date < today;
    if (from != "ics" || !is_before || !series_key(key) || is_skipped_there(known, from, key)) return false;
    const auto all = origins(known.imported);
    return std::ranges::find(all, std::pair(from, key)) != all.end();
}

void forget_cancelled(const std::vector<std::pair<std::string, core::Moment>>& changed,
                      std::span<const EventSeries> series, std::vector<Skipped>& skipped) {
    std::set<std::string> uids;
    std::set<std::pair<std::string, core::Date>> days;
    for (const auto& [key, start] : changed) {
        uids.insert({key, uid_in(key)});
        days.insert({uid_in(key), start.date});
    }
    const auto is_of_day = [&days](const EventSeries& each) {
        return each.cancelled_start && days.contains({each.uid, each.cancelled_start->date});
    };
    std::set<std::string> told_by_day; // Of several that are cancelled under one UID each is told by itself.
    for (const auto& each : series)
        if (is_of_day(each)) told_by_day.insert(each.uid);
    std::set<int> lines;
    for (const auto& each : series) {
        const bool is_meant = told_by_day.contains(each.uid) ? is_of_day(each) : uids.contains(each.uid);
        if (each.cancelled_line != 0 && is_meant) lines.insert(each.cancelled_line);
    }
    std::erase_if(skipped, [&lines](const Skipped& told) { return !told.is_note && lines.contains(told.line); });
}

std::optional<core::Fields> said_of_gone(const core::Event& event, const std::string& from, const std::string& key) {
    const auto fields = core::to_fields(event);
    const auto start = std::ranges::find(fields, "start", &core::Field::key);
    if (start == fields.end() || !is_as_taken(event.imported, {from, key, {*start}, {}})) return std::nullopt;
    return core::Fields{{"status", skipped_status, 0}};
}

core::Event taking_place(core::Event said, const core::Event& known, const std::string& from, const std::string& key) {
    if (said.status.empty() && is_skipped_there(known, from, key)) said.status = "planned";
    if (from == "ics" && known.status == "attended") {
        said.start = known.start;
        said.end = known.end;
    }
    return said;
}

} // namespace kith::exchange
