#include "kith/core/brief.hpp"

#include <algorithm>
#include <set>

namespace kith::core {
namespace {

constexpr std::size_t most_contacts = 5;

void note_contact(const Interaction& contact, Date today, std::vector<Date>& days, Brief& brief) {
    const Date day = contact.date.date;
    ++brief.contacts;
    if (!brief.first_contact) brief.first_contact = day;
    if (day >= subtract(today, rhythm_memory)) days.push_back(day);
    brief.attempts = 0;
    brief.last_attempt.reset();
    brief.last.insert(brief.last.begin(), contact);
    if (brief.last.size() > most_contacts) brief.last.pop_back();
}

/// What the log says; the interactions are the person's, oldest first.
void look_through(const std::vector<Interaction>& interactions, Date today, Brief& brief) {
    std::vector<Date> days;
    for (const auto& interaction : interactions) {
        if (interaction.date.date > today) continue;
        if (!interaction.help.empty()) brief.help.push_back(interaction);
        if (is_attempt(interaction)) {
            ++brief.attempts;
            brief.last_attempt = interaction.date.date;
        } else {
            note_contact(interaction, today, days, brief);
        }
    }
    std::ranges::reverse(brief.help);
    brief.rhythm = rhythm_of(std::move(days));
}

std::vector<AgendaItem> open_with(const Person& person, const std::vector<Interaction>& interactions,
                                  const BriefInput& input) {
    Contacts contacts(input.people, {person.id}, input.today);
    for (auto entry = interactions.rbegin(); entry != interactions.rend(); ++entry) contacts.observe(*entry);
    auto items = Agenda{input.people, input.today}.open(input.followups, contacts);
    std::erase_if(items,
                  [&](const AgendaItem& item) { return !names_person(item.followup.with, person, input.people); });
    return items;
}

std::vector<Event> shared_events(const Person& person, const std::vector<Interaction>& interactions,
                                 std::vector<Event> events, const People& people) {
    std::set<EventId> there{person.met_at};
    for (const auto& interaction : interactions) there.insert(interaction.event);
    there.erase(EventId{});
    std::erase_if(events, [&](const Event& event) {
        return !there.contains(event.id) && !names_person(event.met, person, people);
    });
    std::ranges::stable_sort(events, std::ranges::greater{}, first_day);
    return events;
}

std::string name_of(const EventId& id, const std::vector<Event>& events) {
    const auto found = std::ranges::find(events, id, &Event::id);
    return found == events.end() || id.empty() || found->name.empty() ? id.text : found->name;
}

} // namespace

Brief make_brief(const Person& person, const BriefInput& input) {
    Brief brief;
    brief.person = person;
    brief.cadence = input.people.cadence_of(person);
    brief.birthday = birthday_near(person, input.today);
    brief.met_at = name_of(person.met_at, input.events);
    auto interactions = input.interactions;
    std::erase_if(interactions,
                  [&](const Interaction& each) { return !names_person(each.with, person, input.people); });
    look_through(interactions, input.today, brief);
    brief.open = open_with(person, interactions, input);
    brief.events = shared_events(person, interactions, input.events, input.people);
    return brief;
}

int count_help(const Brief& brief, std::string_view help) {
    return static_cast<int>(std::ranges::count(brief.help, help, &Interaction::help));
}

} // namespace kith::core
