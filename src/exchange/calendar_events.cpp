#include "calendar_events.hpp"

#include "left_out.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace kith::exchange {
namespace {

using std::chrono::seconds;
constexpr std::chrono::days longest{3660}; ///< Ten years; what says more is a mistake.
constexpr std::chrono::days farthest{366}; ///< How far days of a series are looked for that another day has moved.

seconds clock_of(const core::Moment& moment) {
    return moment.date.time_since_epoch() + moment.time.value_or(seconds{0});
}

/// How long something is: on the clock of its zone, and by the seconds that pass.
struct Length {
    std::chrono::days days{0};
    seconds on_clock{0}; ///< Of less than a day, where an end says it.
    seconds passing{0};

    [[nodiscard]] seconds sum() const { return days + on_clock + passing; }
};

/// How long it says to be; nothing where it does not say. May be of any sign and size.
Length said_length(const CalendarComponent& entry, const Libical& library, CalendarZones& zones) {
    if (entry.end) {
        const auto end = zones.convert(entry.end->moment, zones.zone_of(*entry.end), zones.zone_of(*entry.start));
        const auto length = clock_of(end) - clock_of(entry.start->moment);
        const auto days = std::chrono::floor<std::chrono::days>(length);
        return {days, length - days, {}};
    }
    if (entry.duration.empty()) return {};
    const auto said = library.duration_from_string(entry.duration.c_str());
    if (library.is_bad_duration(said) != 0) return {};
    const int sign = said.is_neg != 0 ? -1 : 1;
    const auto days = std::int64_t{said.weeks} * 7 + said.days;
    const auto passing = std::int64_t{said.hours} * 3600 + std::int64_t{said.minutes} * 60 + said.seconds;
    return {std::chrono::days{sign * days}, {}, seconds{sign * passing}};
}

/// When it ends on the clock of its zone; nothing for what has no end, or one that cannot be so.
std::optional<core::Moment> end_of(const core::Moment& start, const Length& length, Zone zone,
                                   const CalendarZones& zones) {
    if (length.sum() <= seconds{0} || length.sum() > longest) return std::nullopt;
    const auto clock = clock_of(start) + length.on_clock;
    const auto date = std::chrono::floor<std::chrono::days>(clock);
    const core::Moment same_day{core::Date{date}, start.time ? std::optional(clock - date) : std::nullopt};
    return zones.later(same_day, length.days, length.passing, zone);
}

/// The last day of what has no time; else the moment of the end, which at the end of a later day is that day.
std::optional<core::Moment> last_before(const core::Moment& start, core::Moment end) {
    const core::Moment day_before{end.date - std::chrono::days{1}, std::nullopt};
    const bool is_later_day = day_before.date > start.date;
    if (!start.time && !is_later_day) return std::nullopt;
    if (is_later_day && end.time.value_or(seconds{0}) == seconds{0}) end = day_before;
    return end > start && core::is_in_calendar(end.date) ? std::optional(end) : std::nullopt;
}

/// Of a series not all of whose days are known, how much of it came in; it is skipped where none did.
Skipped not_written_out(const CalendarComponent& entry, std::string_view problem,
                        const std::vector<Incoming<core::Event>>& events, const core::Moment& first) {
    if (events.empty()) return {entry.line, fmt::format("{} {}", entry.summary, problem)};
    const bool is_first = events.size() == 1 && events.front().record.start == first;
    return noted(entry.line, fmt::format("{} {}: only {} came in", entry.summary, problem,
                                         is_first ? "the first one" : fmt::format("{} of them", events.size())));
}

} // namespace

bool recurs(const CalendarComponent& entry) {
    return !entry.rule.empty() || !entry.also.empty();
}

CalendarEvents::CalendarEvents(const Libical& library, CalendarZones& zones, const ReadOptions& options)
    : library_(library), zones_(zones), options_(options) {}

std::optional<Skipped> CalendarEvents::end_problem(const CalendarComponent& entry) {
    if (!entry.end && !entry.duration.empty() &&
        library_.is_bad_duration(library_.duration_from_string(entry.duration.c_str())) != 0)
        return noted(entry.end_line,
                     comes_without(entry.summary, fmt::format("duration '{}': it cannot be read", entry.duration)));
    const auto length = said_length(entry, library_, zones_).sum();
    if (length < seconds{0})
        return noted(entry.end_line,
                     fmt::format("{} comes in without its end, which is before its start", entry.summary));
    if (length > longest)
        return noted(
            entry.end_line,
            fmt::format("{} comes in without its end, which is more than ten years after its start", entry.summary));
    return std::nullopt;
}

core::DateRange CalendarEvents::range_of(const CalendarComponent& entry) const {
    const core::DateRange asked{options_.since.value_or(core::all_days.from),
                                options_.until.value_or(core::all_days.to)};
    if (!recurs(entry)) return asked;
    const core::Period year{1, core::Unit::year};
    const auto from = core::subtract(options_.today, year);
    const auto to = core::add(options_.today, year);
    return {options_.since.value_or(asked.to < from ? core::subtract(asked.to, year) : from),
            options_.until.value_or(asked.from > to ? core::add(asked.from, year) : to)};
}

Incoming<core::Event> CalendarEvents::event_at(const CalendarComponent& entry, const core::Moment& start) {
    Incoming<core::Event> incoming;
    incoming.line = entry.line;
    auto& event = incoming.record;
    event.name = entry.summary;
    const auto zone = zones_.zone_of(*entry.start);
    event.start = zones_.on_the_wall(start, zone);
    if (const auto end = end_of(start, said_length(entry, library_, zones_), zone, zones_))
        event.end = last_before(event.start, zones_.on_the_wall(*end, zone));
    event.place = entry.location;
    event.url = entry.url;
    event.note = entry.description;
    event.tags = entry.categories;
    incoming.key = entry.uid.empty() ? entry.summary + "/" + core::to_text(event.start.date) : entry.uid;
    return incoming;
}

Incoming<core::Event> CalendarEvents::event_by(const SeriesChange& change, const core::Moment& start, Zone zone) {
    return event_at(*change.entry, zones_.convert(change.moved(start), zone, zones_.zone_of(*change.entry->start)));
}

CalendarEvents::Found CalendarEvents::events_of(const CalendarComponent& entry,
                                                const std::vector<const CalendarComponent*>& replacing,
                                                std::vector<Skipped>& skipped) {
    const bool is_series = recurs(entry);
    const auto refuse_more = [&] {
        left_ = 0;
        skipped.push_back({entry.line, fmt::format("{} is not written out: the series of this file have more than {} "
                                                   "days; --since and --until make them fewer",
                                                   entry.summary, most_recurrences)});
        return Found{};
    };
    if (is_series && left_ == 0) return refuse_more();
    const auto range = range_of(entry);
    const auto zone = zones_.zone_of(*entry.start);
    const auto changes = is_series ? changes_of(replacing, zone, zones_) : std::vector<SeriesChange>{};
    // A day more on either side, as the user's zone may have another day.
    std::chrono::days more{1};
    for (const auto& change : changes)
        more = std::max(more, std::min(change.distance(), farthest) + std::chrono::days{1});
    const core::DateRange wide{std::max(range.from, core::all_days.from + more) - more,
                               std::min(range.to, core::all_days.to - more) + more};
    auto found = occurrences_of(entry, wide, library_, zones_, effort_left_);
    if (is_series && found.starts.size() > left_) return refuse_more();
    Found result;
    if (is_series && !entry.uid.empty()) note_crowded(entry.uid, found.starts);
    const auto replaced = keys_of(replacing);
    for (const auto& start : found.starts) {
        if (is_among(replaced, entry.uid, start)) continue;
        const auto* const change = change_at(changes, start);
        if (change != nullptr && change->is_end()) continue;
        auto event = change != nullptr ? event_by(*change, start, zone) : event_at(entry, start);
        if (is_series && !entry.uid.empty()) event.key = key_of(entry.uid, start);
        if (range.contains(event.record.start.date))
            result.events.push_back(std::move(event));
        else if (change != nullptr)
            result.not_asked.push_back(std::move(event.key));
    }
    if (!found.problem.empty())
        skipped.push_back(
            not_written_out(entry, found.problem, result.events, zones_.on_the_wall(entry.start->moment, zone)));
    if (!is_series) return result;
    left_ -= std::min(left_, result.events.size());
    if (result.events.empty() && found.problem.empty() && !has_day_within(range, found.starts, zone, replacing) &&
        !is_all_replaced(entry, replacing, replaced, changes))
        skipped.push_back({entry.line, fmt::format("{} has no day from {} to {}; see --since and --until",
                                                   entry.summary, core::to_text(range.from), core::to_text(range.to))});
    if (found.problem.empty() && !entry.uid.empty()) result.series = range;
    return result;
}

/// By keys, for a series whose time has changed may have the former one beside what is replaced.
std::set<std::string> CalendarEvents::keys_of(const std::vector<const CalendarComponent*>& replacing) {
    std::set<std::string> keys;
    for (const auto* other : replacing) {
        keys.insert(replaced_key(*other));
        if (!other->replaces->moment.time) keys.insert(core::to_text(other->replaces->moment.date));
    }
    return keys;
}

bool CalendarEvents::is_among(const std::set<std::string>& keys, const std::string& uid,
                              const core::Moment& start) const {
    return keys.contains(key_of(uid, start)) || keys.contains(core::to_text(start.date));
}

/// Also of days that are replaced, or take place no more.
bool CalendarEvents::has_day_within(const core::DateRange& range, const std::vector<core::Moment>& starts, Zone zone,
                                    const std::vector<const CalendarComponent*>& replacing) {
    const auto is_within = [&](const core::Moment& start, Zone its) {
        return range.contains(zones_.on_the_wall(start, its).date);
    };
    return std::ranges::any_of(starts, [&](const auto& start) { return is_within(start, zone); }) ||
           std::ranges::any_of(replacing, [&](const auto* other) {
               return other->status != "CANCELLED" && other->start &&
                      is_within(other->start->moment, zones_.zone_of(*other->start));
           });
}

/// Looks at its first day before others are written out, and then at more and more of them.
bool CalendarEvents::is_all_replaced(const CalendarComponent& entry,
                                     const std::vector<const CalendarComponent*>& replacing,
                                     const std::set<std::string>& replaced, const std::vector<SeriesChange>& changes) {
    if (replacing.empty()) return false;
    const auto is_replaced = [&](const core::Moment& start) {
        return is_among(replaced, entry.uid, start) || change_at(changes, start) != nullptr;
    };
    const auto is_replaced_until = [&](const CalendarComponent& series, core::Date day) {
        const auto all = occurrences_of(series, {core::all_days.from, day}, library_, zones_, effort_left_);
        effort_left_ -= std::min(effort_left_, static_cast<Effort>(all.starts.size()));
        return all.problem.empty() && effort_left_ > 0 && std::ranges::all_of(all.starts, is_replaced);
    };

    const auto first = entry.start->moment.date;
    auto last = first;
    for (const auto* other : replacing) last = std::max(last, other->replaces->moment.date);
    last = std::min(last, core::all_days.to - farthest) + farthest;
    if (!changes.empty()) last = std::min(last, changes.front().from.date); // It changes all days after.
    auto without_rule = entry;
    without_rule.rule.clear();
    if (!is_replaced_until(without_rule, std::max(first, last))) return false;
    for (std::chrono::days more{7}; first + more < last; more *= 2)
        if (!is_replaced_until(entry, first + more)) return false;
    return is_replaced_until(entry, last);
}

void CalendarEvents::note_crowded(const std::string& uid, const std::vector<core::Moment>& starts) {
    for (std::size_t i = 1; i < starts.size(); ++i)
        if (starts[i].date == starts[i - 1].date) crowded_[uid].insert(starts[i].date);
}

/// By its day, and its time where the series has several on that day.
std::string CalendarEvents::key_of(const std::string& uid, const core::Moment& start) const {
    const auto crowded = crowded_.find(uid);
    const bool needs_time = crowded != crowded_.end() && crowded->second.contains(start.date);
    return uid + "/" + (needs_time ? core::to_text(start) : core::to_text(start.date));
}

std::string CalendarEvents::replaced_key(const CalendarComponent& entry) {
    const auto& replaced = *entry.replaces;
    const auto zone = zones_.zone_of(entry.start ? *entry.start : replaced);
    return key_of(entry.uid, zones_.convert(replaced.moment, zones_.zone_of(replaced), zone));
}

CalendarEvents::Replacement CalendarEvents::replacement(const CalendarComponent& entry) {
    auto event = event_at(entry, entry.start->moment);
    if (!entry.uid.empty()) event.key = replaced_key(entry);
    const bool is_asked = range_of(entry).contains(event.record.start.date);
    return {std::move(event), is_asked};
}

} // namespace kith::exchange
