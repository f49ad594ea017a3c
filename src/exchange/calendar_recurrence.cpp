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
constexpr int most_steps = 15000;

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
#else
    ~Rule() = default;
    [[nodiscard]] icalrecurrencetype_frequency frequency() const {
        return rule_.freq;
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

std::string add_by_rule(std::vector<core::Moment>& starts, const CalendarComponent& entry, Zone zone,
                        const core::DateRange& range, const Libical& library) {
    // Another calendar than ours needs more of libical than is wanted here.
    if (entry.rule.find("RSCALE=") != std::string::npos) return "recurs by another calendar";
    const Rule rule(library, entry.rule);
    if (rule.frequency() == ICAL_SECONDLY_RECURRENCE || rule.frequency() == ICAL_MINUTELY_RECURRENCE)
        return "recurs by the minute";
    if (rule.frequency() == ICAL_HOURLY_RECURRENCE) return "recurs by the hour";
    if (!is_ever(entry.rule)) return "recurs on a day that no month of its rule has";
    if (rule.frequency() == ICAL_NO_RECURRENCE) return "recurs by a rule that cannot be read";
    const std::unique_ptr<icalrecur_iterator, FreeIterator> iterator(
        rule.iterator(to_library(entry.start->moment, zone)), FreeIterator{&library});
    if (!iterator) return "recurs by a rule that cannot be read";
    for (int step = 0; step < most_steps; ++step) {
        const auto moment = from_library(library.next(iterator.get()));
        if (!moment || moment->date > range.to) return {};
        if (range.contains(moment->date)) starts.push_back(*moment);
    }
    return "recurs too often to be written out to the end";
}

} // namespace

bool is_same_time(const core::Moment& left, const core::Moment& right) {
    return left.date == right.date && (!left.time || !right.time || *left.time == *right.time);
}

Occurrences occurrences_of(const CalendarComponent& entry, const core::DateRange& range, const Libical& library,
                           CalendarZones& zones) {
    Occurrences result;
    const auto zone = zones.zone_of(*entry.start);
    const auto add = [&](const core::Moment& moment) {
        if (range.contains(moment.date)) result.starts.push_back(moment);
    };
    add(entry.start->moment);
    for (const auto& time : entry.also) add(zones.convert(time.moment, zones.zone_of(time), zone));
    if (!entry.rule.empty()) result.problem = add_by_rule(result.starts, entry, zone, range, library);
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
