#include "kith/core/report.hpp"

#include "report_event.hpp"
#include "standing_for.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace kith::core {
namespace {

/// What is counted over and over: for the period, the one before, each of the trend, and the calendar.
using Entries = std::vector<CountedEntry>;

Entries entries_of(const ReportInput& input) {
    Entries entries;
    entries.reserve(input.earlier.size() + input.interactions.size());
    entries = input.earlier;
    for (const auto& interaction : input.interactions) entries.push_back(counted(interaction, input.strategy));
    return entries;
}

struct ModeCounts {
    int total = 0, online = 0, in_person = 0, unclassified = 0;
};

ModeCounts count_modes(const Entries& entries, const DateRange& days) {
    ModeCounts counts;
    for (const auto& entry : entries) {
        if (!days.contains(entry.date)) continue;
        ++counts.total;
        switch (entry.mode) {
        case Mode::online:
            ++counts.online;
            break;
        case Mode::in_person:
            ++counts.in_person;
            break;
        case Mode::unclassified:
            ++counts.unclassified;
            break;
        }
    }
    return counts;
}

void fill_balance(const ReportInput& input, const Entries& entries, Report& report) {
    const ModeCounts now = count_modes(entries, input.period.days);
    report.interactions = {now.total, now.online, now.in_person, now.unclassified, 0};
    if (const auto percent = balance_percent(now.online, now.in_person)) {
        report.balance.online_percent = percent->first;
        report.balance.in_person_percent = percent->second;
    }
    const Targets& targets = input.strategy.targets;
    report.balance.target_in_person_percent = targets.in_person;
    if (targets.per_week) report.planned.in_person = planned_by_week(*targets.per_week, input.period.days);
    if (targets.events_per_month)
        report.planned.events = planned_by_month(*targets.events_per_month, input.period.days);
}

/// In how many interactions of the days each person is named.
using PeopleCounts = std::unordered_map<std::string_view, int>;

PeopleCounts count_people(const ReportInput& input, const DateRange& days) {
    PeopleCounts counts;
    std::vector<std::string_view> named;
    for (const auto& interaction : input.interactions) {
        if (!days.contains(interaction.date.date)) continue;
        named.clear();
        for (const auto& each : interaction.with) {
            const std::string_view person = standing_for(each, input.people).text;
            if (std::ranges::find(named, person) == named.end()) named.push_back(person);
        }
        for (const auto person : named) ++counts[person];
    }
    return counts;
}

bool is_done_within(const Followup& followup, const DateRange& days) {
    return followup.done && days.contains(*followup.done);
}

void fill_before(const ReportInput& input, const Entries& entries, Report& report) {
    const auto period = previous(input.period, input.week_start);
    if (!period) return;
    const ModeCounts counts = count_modes(entries, period->days);
    auto& before = report.before;
    before.label = period->label;
    before.total = counts.total;
    before.online = counts.online;
    before.in_person = counts.in_person;
    before.unclassified = counts.unclassified;
    auto people = count_people(input, period->days);
    for (const auto& person : input.named_before) people.try_emplace(standing_for(person, input.people).text, 0);
    before.people = static_cast<int>(people.size());
    before.followups_done = static_cast<int>(std::ranges::count_if(
        input.followups, [&](const Followup& followup) { return is_done_within(followup, period->days); }));
    if (const auto percent = balance_percent(counts.online, counts.in_person))
        before.in_person_percent = percent->second;
}

void fill_trend(const ReportInput& input, const Entries& entries, Report& report) {
    for (const auto& period : trend_periods(input.period, input.week_start)) {
        const ModeCounts counts = count_modes(entries, period.days);
        report.trend.push_back({period.label, counts.online, counts.in_person});
    }
}

std::vector<Tally> order_kinds(const std::map<std::string, int>& counts) {
    std::vector<Tally> kinds;
    for (const auto& kind : interaction_kinds())
        if (const auto found = counts.find(kind); found != counts.end()) kinds.push_back({kind, found->second});
    for (const auto& [kind, count] : counts)
        if (std::ranges::find(interaction_kinds(), kind) == interaction_kinds().end()) kinds.push_back({kind, count});
    return kinds;
}

std::vector<Tally> most_seen(const PeopleCounts& counts) {
    constexpr std::size_t at_most = 5;
    std::vector<std::pair<std::string_view, int>> most(std::min(at_most, counts.size()));
    std::ranges::partial_sort_copy(counts, most, [](const auto& a, const auto& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    std::vector<Tally> tallies;
    for (const auto& [person, count] : most) tallies.push_back({std::string(person), count});
    return tallies;
}

void fill_platforms(const ReportInput& input, const std::map<std::string, int>& by_channel, Report& report) {
    for (const auto& platform : input.strategy.platforms) {
        Report::PlatformUse use;
        use.id = platform.id;
        if (platform.per_week) use.planned = planned_by_week(*platform.per_week, input.period.days);
        if (const auto found = by_channel.find(platform.id); found != by_channel.end()) use.actual = found->second;
        report.platforms.push_back(std::move(use));
    }
}

int count_days_until(Date last, std::vector<Date> days) {
    std::erase_if(days, [last](Date day) { return day > last; });
    std::ranges::sort(days);
    return static_cast<int>(std::unique(days.begin(), days.end()) - days.begin());
}

/// Everything that is a count over the period's own interactions.
void fill_counts(const ReportInput& input, Report& report) {
    std::map<std::string, int> kinds, channels;
    std::vector<Date> days;
    for (const auto& interaction : input.interactions) {
        if (!input.period.days.contains(interaction.date.date)) continue;
        days.push_back(interaction.date.date);
        if (is_attempt(interaction)) ++report.interactions.attempts;
        if (!interaction.kind.empty()) ++kinds[interaction.kind];
        if (!interaction.channel.empty()) ++channels[interaction.channel];
        if (interaction.help == "offered") ++report.help.offered;
        if (interaction.help == "asked") ++report.help.asked;
        if (interaction.help == "received") ++report.help.received;
    }
    const auto people = count_people(input, input.period.days);
    report.kinds = order_kinds(kinds);
    report.people.distinct = static_cast<int>(people.size());
    report.people.most = most_seen(people);
    fill_platforms(input, channels, report);
    const Date last = as_of(input.period, input.today);
    report.log.days = std::max(0, days_between(input.period.days.from, last) + 1);
    report.log.silent_days = report.log.days - count_days_until(last, std::move(days));
}

void fill_followups(const ReportInput& input, Report& report) {
    const Date day = as_of(input.period, input.today);
    for (const auto& followup : input.followups) {
        if (is_done_within(followup, input.period.days)) {
            ++report.followups.done;
            if (*followup.done <= followup.due.date) ++report.followups.on_time;
        }
        if (followup.dropped && input.period.days.contains(*followup.dropped)) ++report.followups.dropped;
        if (!was_open_on(followup, day)) continue;
        const int ahead = days_between(day, followup.due.date);
        if (ahead < 0) ++report.followups.overdue;
        if (ahead == 0) ++report.followups.due_today;
        if (ahead > 0 && ahead <= 7) ++report.followups.due_next;
    }
}

void fill_events(const ReportInput& input, Report& report) {
    std::vector<const Event*> events;
    for (const auto& event : input.events)
        if (input.period.days.contains(first_day(event)) && event.status != "skipped") events.push_back(&event);
    std::ranges::stable_sort(events, {}, [](const Event* event) { return event->start; });
    report.events = figures_of_events(events, input.interactions, input.followups, input.people, input.today);
}

void fill_rest(const ReportInput& input, Report& report) {
    for (const auto& person : input.people.all())
        if (person.met && input.period.days.contains(*person.met)) report.people.newly.push_back(person.id);
    for (const auto& post : input.strategy.posts) {
        if (post.on && !post.dropped && input.period.days.contains(*post.on)) ++report.posts.planned;
        if (post.published && input.period.days.contains(*post.published)) ++report.posts.published;
    }
    report.reconnect = input.reconnect;
}

} // namespace

std::optional<std::pair<int, int>> balance_percent(int online, int in_person) {
    const int classified = online + in_person;
    if (classified == 0) return std::nullopt;
    const auto rounded = (200LL * in_person + classified) / (2LL * classified);
    return std::pair{100 - static_cast<int>(rounded), static_cast<int>(rounded)};
}

Report make_report(const ReportInput& input) {
    Report report;
    report.period = input.period;
    const Entries entries = entries_of(input);
    fill_balance(input, entries, report);
    fill_before(input, entries, report);
    fill_counts(input, report);
    fill_events(input, report);
    fill_followups(input, report);
    fill_trend(input, entries, report);
    report.calendar = make_calendar(calendar_days(input.period, input.week_start), input.week_start, entries);
    fill_rest(input, report);
    return report;
}

} // namespace kith::core
