#include "kith/core/report.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kith::core {
namespace {

/// The first day after the event on which each of those met was followed up.
std::map<PersonId, Date> first_followups(const Event& event, const std::set<PersonId>& met,
                                         const std::vector<Interaction>& interactions,
                                         const std::vector<Followup>& followups, const People& people, Date today) {
    std::map<PersonId, Date> first;
    const auto note = [&](const PersonId& named, Date day) {
        const PersonId person = people.resolve(named);
        if (day > today || day <= last_day(event) || !met.contains(person)) return;
        const auto [entry, is_new] = first.try_emplace(person, day);
        if (!is_new) entry->second = std::min(entry->second, day);
    };
    for (const auto& interaction : interactions) {
        const bool is_the_meeting = !event.id.empty() && interaction.event == event.id && interaction.kind == "meeting";
        if (is_the_meeting || interaction.date.date <= last_day(event)) continue;
        for (const auto& person : interaction.with) note(person, interaction.date.date);
    }
    for (const auto& followup : followups) {
        if (event.id.empty() || followup.event != event.id || !followup.done) continue;
        for (const auto& person : followup.with) note(person, *followup.done);
    }
    return first;
}

std::optional<double> median(std::vector<int> values) {
    if (values.empty()) return std::nullopt;
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    if (values.size() % 2 == 1) return values[middle];
    return (values[middle - 1] + values[middle]) / 2.0;
}

} // namespace

Report::EventFigures event_figures(const Event& event, const std::vector<Interaction>& interactions,
                                   const std::vector<Followup>& followups, const People& people, Date today) {
    Report::EventFigures figures;
    figures.id = event.id;
    figures.name = event.name;
    std::set<PersonId> met;
    for (const auto& person : event.met) met.insert(people.resolve(person));
    figures.met = static_cast<int>(met.size());
    for (const auto& id : met) {
        const Person* person = people.find(id);
        if (person != nullptr && !event.id.empty() && person->met_at == event.id) ++figures.met_new;
    }
    std::vector<int> lags;
    for (const auto& [person, day] : first_followups(event, met, interactions, followups, people, today))
        lags.push_back(days_between(last_day(event), day));
    figures.followed_up = static_cast<int>(lags.size());
    figures.median_lag_days = median(std::move(lags));
    return figures;
}

} // namespace kith::core
