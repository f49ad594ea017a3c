#include "report_event.hpp"

#include "standing_for.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>

namespace kith::core {
namespace {

/// An event and those met there.
struct Meeting {
    const Event* event;
    std::set<PersonId> met;
    std::map<PersonId, Date> first; ///< The first day after the event on which each of them was followed up.
};

void note(Meeting& meeting, const PersonId& person, Date day) {
    if (day <= last_day(*meeting.event)) return;
    const auto [entry, is_new] = meeting.first.try_emplace(person, day);
    if (!is_new) entry->second = std::min(entry->second, day);
}

/// Goes over what happened once, however many events there are.
class FollowUpsOfMeetings {
  public:
    FollowUpsOfMeetings(std::vector<Meeting>& meetings, const People& people, Date today)
        : people_(&people), today_(today) {
        for (auto& meeting : meetings)
            for (const auto& person : meeting.met) of_person_[person.text].push_back(&meeting);
    }

    void add(const Interaction& interaction) {
        const auto is_the_meeting = [&interaction](const Event& event) {
            return !event.id.empty() && interaction.event == event.id && interaction.kind == "meeting";
        };
        add(interaction.with, interaction.date.date, [&](const Event& event) { return !is_the_meeting(event); });
    }
    void add(const Followup& followup) {
        if (!followup.done || followup.event.empty()) return;
        add(followup.with, *followup.done, [&](const Event& event) { return followup.event == event.id; });
    }

  private:
    template<class Counts> void add(const std::vector<PersonId>& with, Date day, Counts counts) {
        if (day > today_) return;
        for (const auto& named : with) {
            const PersonId& person = standing_for(named, *people_);
            const auto found = of_person_.find(person.text);
            if (found == of_person_.end()) continue;
            for (Meeting* meeting : found->second)
                if (counts(*meeting->event)) note(*meeting, person, day);
        }
    }

    const People* people_;
    Date today_;
    std::unordered_map<std::string_view, std::vector<Meeting*>> of_person_;
};

std::optional<double> median(std::vector<int> values) {
    if (values.empty()) return std::nullopt;
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    if (values.size() % 2 == 1) return values[middle];
    return (values[middle - 1] + values[middle]) / 2.0;
}

Meeting meeting_at(const Event& event, const People& people) {
    Meeting meeting{&event, {}, {}};
    for (const auto& person : event.met) meeting.met.insert(people.resolve(person));
    return meeting;
}

Report::EventFigures figures_of(const Meeting& meeting, const People& people) {
    const Event& event = *meeting.event;
    Report::EventFigures figures;
    figures.id = event.id;
    figures.name = event.name;
    figures.met = static_cast<int>(meeting.met.size());
    for (const auto& id : meeting.met) {
        const Person* person = people.find(id);
        if (person != nullptr && !event.id.empty() && person->met_at == event.id) ++figures.met_new;
    }
    std::vector<int> lags;
    for (const auto& [person, day] : meeting.first) lags.push_back(days_between(last_day(event), day));
    figures.followed_up = static_cast<int>(lags.size());
    figures.median_lag_days = median(std::move(lags));
    return figures;
}

} // namespace

std::vector<Report::EventFigures> figures_of_events(std::span<const Event* const> events,
                                                    const std::vector<Interaction>& interactions,
                                                    const std::vector<Followup>& followups, const People& people,
                                                    Date today) {
    std::vector<Meeting> meetings;
    for (const Event* event : events) meetings.push_back(meeting_at(*event, people));
    if (std::ranges::any_of(meetings, [](const Meeting& meeting) { return !meeting.met.empty(); })) {
        FollowUpsOfMeetings gathering(meetings, people, today);
        for (const auto& interaction : interactions) gathering.add(interaction);
        for (const auto& followup : followups) gathering.add(followup);
    }
    std::vector<Report::EventFigures> figures;
    for (const auto& meeting : meetings) figures.push_back(figures_of(meeting, people));
    return figures;
}

Report::EventFigures event_figures(const Event& event, const std::vector<Interaction>& interactions,
                                   const std::vector<Followup>& followups, const People& people, Date today) {
    return figures_of_events(std::array{&event}, interactions, followups, people, today).front();
}

} // namespace kith::core
