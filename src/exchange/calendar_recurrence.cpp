#include "calendar_recurrence.hpp"

#include "plain_text.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <memory>
#include <string_view>

namespace kith::exchange {
namespace {

/// As many as forty years of days.
constexpr std::size_t most_written = 15000;
constexpr std::size_t most_times_a_day = 24;
/// A hundred years of days with one time each.
constexpr Effort most_effort_of_one = 40'000;

/// A rule of libical, whichever its version.
class Rule {
  public:
    Rule(const Libical& library, const std::string& text)
        : library_(library), rule_(library.recurrence_from_string(text.c_str())) {}
    Rule(const Rule&) = delete;
    Rule& operator=(const Rule&) = delete;
#if ICAL_CHECK_VERSION(4, 0, 0)
    ~Rule() {
        if (rule_ != nullptr) library_.free_recurrence(rule_);
    }
    [[nodiscard]] icalrecurrencetype_frequency frequency() const {
        return rule_ == nullptr ? ICAL_NO_RECURRENCE : rule_->freq;
    }
    [[nodiscard]] icaltimetype& until() {
        return rule_->until;
    }
    [[nodiscard]] int interval() const {
        return std::max<int>(rule_->interval, 1);
    }
    /// 0 where it does not say how often.
    [[nodiscard]] int count() const {
        return rule_->count;
    }
#else
    ~Rule() = default;
    [[nodiscard]] icalrecurrencetype_frequency frequency() const {
        return rule_.freq;
    }
    [[nodiscard]] icaltimetype& until() {
        return rule_.until;
    }
    [[nodiscard]] int interval() const {
        return std::max<int>(rule_.interval, 1);
    }
    /// 0 where it does not say how often.
    [[nodiscard]] int count() const {
        return rule_.count;
    }
#endif
    [[nodiscard]] icalrecur_iterator* iterator(const icaltimetype& start) const {
        return library_.new_iterator(rule_, start);
    }

  private:
    const Libical& library_;
    decltype(std::declval<Libical>().recurrence_from_string("")) rule_;
};

struct FreeIterator {
    const Libical* library;
    void operator()(icalrecur_iterator* iterator) const { library->free_iterator(iterator); }
};

/// Those of a part of a rule, `BYMONTH=2,8`; none where one of them is no number.
std::vector<int> numbers_of(std::string_view rule, std::string_view name) {
    std::vector<int> numbers;
    for (const auto part : split(rule, ";")) {
        if (!part.starts_with(name) || !part.substr(name.size()).starts_with('=')) continue;
        for (const auto text : split(part.substr(name.size() + 1), ",")) {
            const char* const end = text.data() + text.size();
            if (std::from_chars(text.data(), end, numbers.emplace_back()).ptr != end) return {};
        }
    }
    return numbers;
}

/// libical looks for the 30th of February until the year 2582.
bool is_ever(std::string_view rule) {
    const auto days = numbers_of(rule, "BYMONTHDAY");
    auto months = numbers_of(rule, "BYMONTH");
    if (days.empty()) return true;
    if (months.empty()) months = {1};
    return std::ranges::any_of(months, [&days](int month) {
        const auto first = core::make_date(2024, month, 1);
        return !first || std::ranges::any_of(days, [last = core::day_of(core::end_of_month(*first))](int day) {
            return std::abs(day) <= last;
        });
    });
}

/// Those that a part lists, `MO` and `-1FR`.
std::vector<std::string_view> listed(std::string_view rule, std::string_view name) {
    for (const auto part : split(rule, ";"))
        if (part.starts_with(name)) return split(part.substr(name.size()), ",");
    return {};
}

/// How many times a rule can have on one day.
std::size_t times_a_day(std::string_view rule) {
    std::size_t times = 1;
    for (const auto part : split(rule, ";"))
        if (part.starts_with("BYHOUR=") || part.starts_with("BYMINUTE=") || part.starts_with("BYSECOND="))
            times *= std::min<std::size_t>(split(part, ",").size(), most_written);
    return times;
}

/// No month has a sixth Monday, nor from its Mondays a sixth to choose. libical looks for long.
bool is_in_any_month(std::string_view rule) {
    constexpr int most_of_a_weekday = 5;
    const auto weekdays = listed(rule, "BYDAY=");
    const auto is_sixth = [](std::string_view day) {
        int number = 0;
        std::from_chars(day.data() + (day.starts_with('+') ? 1 : 0), day.data() + day.size(), number);
        return number > most_of_a_weekday || number < -most_of_a_weekday;
    };
    if (!weekdays.empty() && std::ranges::all_of(weekdays, is_sixth)) return false;
    const auto days =
        std::max<std::size_t>({weekdays.size() * most_of_a_weekday, listed(rule, "BYMONTHDAY=").size(), 1});
    const auto places = numbers_of(rule, "BYSETPOS");
    return places.empty() || std::ranges::any_of(places, [most = days * times_a_day(rule)](int place) {
               return static_cast<std::size_t>(std::abs(std::int64_t{place})) <= most;
           });
}

/// Whether a rule comes true in each of its periods: it has no condition, or names days of each week.
bool is_plain(std::string_view rule, icalrecurrencetype_frequency frequency) {
    return std::ranges::none_of(split(rule, ";"), [frequency](std::string_view part) {
        const bool is_weekday = frequency == ICAL_WEEKLY_RECURRENCE && part.starts_with("BYDAY=");
        return part.starts_with("BY") && !is_weekday;
    });
}

/// How many days the periods of a rule have; nothing where they are months or years.
std::optional<int> days_of_period(const Rule& rule) {
    if (rule.frequency() == ICAL_DAILY_RECURRENCE) return rule.interval();
    if (rule.frequency() == ICAL_WEEKLY_RECURRENCE) return rule.interval() * 7;
    return std::nullopt;
}

/// A later start of which the days from `from` on are the same, so that those of many years before are not looked
/// through. One that counts counts from its own start.
core::Moment near_start(core::Moment start, const Rule& rule, core::Date from) {
    const auto period = days_of_period(rule);
    if (!period || rule.count() > 0) return start;
    const int before = core::days_between(start.date, from) - *period - 7; // A period may have begun before its start.
    if (before > 0) start.date += std::chrono::days{before / *period * *period};
    return start;
}

/// What libical looks through for a rule up to a day; next to nothing for a plain one.
Effort effort_of(std::string_view text, const Rule& rule, core::Date start, core::Date to) {
    if (is_plain(text, rule.frequency())) return 0;
    const auto days = Effort{core::days_between(start, to)} * static_cast<Effort>(times_a_day(text));
    return 1 + (rule.frequency() == ICAL_DAILY_RECURRENCE ? days : days / 10);
}

/// What it looks through where a rule never comes true: years up to the 26th century.
constexpr Effort effort_of_never = 500'000;

/// The last day or time that a rule says, on the clock of the zone: libical is told of no zone, nor asked for one.
void move_end(icaltimetype& until, Zone zone, const Libical& library, const CalendarZones& zones) {
    if (until.zone != library.utc_timezone()) return;
    if (const auto moment = from_library(until)) until = to_library(zones.convert(*moment, zones.utc(), zone), nullptr);
}

/// Whether a rule says that it ends before the range begins, whatever the zone.
bool ends_before(const icaltimetype& until, const core::DateRange& range) {
    const auto last = until.year == 0 ? std::nullopt : from_library(until);
    return last && last->date + std::chrono::days{2} < range.from;
}

/// Has libical look no further than a few days behind the range.
void end_by(icaltimetype& until, const core::DateRange& range, bool has_time) {
    constexpr std::chrono::days more{2}; // Whatever the zone.
    if (until.year != 0 && until.year <= core::year_of(range.to)) return;
    const auto last = std::min(range.to, core::all_days.to - more) + more;
    until = to_library({last, has_time ? std::optional(std::chrono::seconds{0}) : std::nullopt}, nullptr);
}

constexpr const char* too_long = "recurs by a rule that takes too long to work out";

std::string add_all(std::vector<core::Moment>& starts, icalrecur_iterator* iterator, const core::DateRange& range,
                    const Libical& library) {
    std::size_t written = 0;
    for (Effort before = 0; before < most_effort_of_one;) {
        const auto time = library.next(iterator);
        if (time.year == 0) return {};
        const auto moment = from_library(time); // Before 1582 libical has leap days that our calendar has not.
        if (moment && moment->date > range.to) return {};
        if (!moment || !range.contains(moment->date)) {
            ++before;
            continue;
        }
        if (written++ == most_written) return "recurs too often to be written out to the end";
        starts.push_back(*moment);
    }
    return too_long;
}

std::string add_by_rule(std::vector<core::Moment>& starts, const CalendarComponent& entry, Zone zone,
                        const core::DateRange& range, const Libical& library, const CalendarZones& zones,
                        Effort& left) {
    if (entry.start->moment.date > range.to) return {};
    // Another calendar than ours needs more of libical than is wanted here.
    if (entry.rule.find("RSCALE=") != std::string::npos) return "recurs by another calendar";
    Rule rule(library, entry.rule);
    if (rule.frequency() == ICAL_SECONDLY_RECURRENCE || rule.frequency() == ICAL_MINUTELY_RECURRENCE)
        return "recurs by the minute";
    if (rule.frequency() == ICAL_HOURLY_RECURRENCE) return "recurs by the hour";
    if (!is_ever(entry.rule)) return "recurs on a day that no month of its rule has";
    if (rule.frequency() == ICAL_NO_RECURRENCE) return "recurs by a rule that cannot be read";
    if (rule.frequency() == ICAL_MONTHLY_RECURRENCE && !is_in_any_month(entry.rule))
        return "recurs on a day that no month of its rule has";
    if (times_a_day(entry.rule) > most_times_a_day) return "recurs more than 24 times a day";
    move_end(rule.until(), zone, library, zones);
    if (ends_before(rule.until(), range)) return {};
    const auto start = near_start(entry.start->moment, rule, range.from);
    const auto effort = effort_of(entry.rule, rule, start.date, range.to);
    if (effort > std::min(most_effort_of_one, left)) return too_long;
    left -= effort;
    end_by(rule.until(), range, start.time.has_value());
    const std::unique_ptr<icalrecur_iterator, FreeIterator> iterator(rule.iterator(to_library(start, nullptr)),
                                                                     FreeIterator{&library});
    if (!iterator) {
        left -= std::min(left, effort_of_never);
        return "recurs by a rule that cannot be read, or never comes true";
    }
    return add_all(starts, iterator.get(), range, library);
}

} // namespace

bool is_same_time(const core::Moment& left, const core::Moment& right) {
    return left.date == right.date && (!left.time || !right.time || *left.time == *right.time);
}

Occurrences occurrences_of(const CalendarComponent& entry, const core::DateRange& range, const Libical& library,
                           CalendarZones& zones, Effort& left) {
    Occurrences result;
    const auto zone = zones.zone_of(*entry.start);
    const auto add = [&](const core::Moment& moment) {
        if (range.contains(moment.date)) result.starts.push_back(moment);
    };
    add(entry.start->moment);
    for (const auto& time : entry.also) add(zones.convert(time.moment, zones.zone_of(time), zone));
    if (!entry.rule.empty()) result.problem = add_by_rule(result.starts, entry, zone, range, library, zones, left);
    std::ranges::sort(result.starts);
    const auto repeated = std::ranges::unique(result.starts);
    result.starts.erase(repeated.begin(), repeated.end());

    std::vector<core::Moment> except;
    for (const auto& time : entry.except) except.push_back(zones.convert(time.moment, zones.zone_of(time), zone));
    std::ranges::sort(except);
    std::erase_if(result.starts, [&](const auto& start) {
        // What is excepted without a time stands before all times of its day.
        auto each = std::ranges::lower_bound(except, core::Moment{start.date, std::nullopt});
        while (each != except.end() && each->date == start.date && !is_same_time(*each, start)) ++each;
        return each != except.end() && each->date == start.date;
    });
    return result;
}

} // namespace kith::exchange
