#include "brief_view.hpp"

#include "person_view.hpp"
#include "present.hpp"

#include <algorithm>

namespace kith::commands {
namespace {

core::Moment day(core::Date date) {
    return {date, std::nullopt};
}

/// The first day on which something is due; birthdays come by themselves.
std::optional<core::Date> due_day(const core::Brief& brief) {
    std::optional<core::Date> first;
    for (const auto& item : brief.open)
        if (item.source != core::Source::birthday)
            first = std::min(first.value_or(item.followup.due.date), item.followup.due.date);
    return first;
}

core::Fields person_fields(const core::Brief& brief) {
    PersonView view{brief.person, nullptr, due_day(brief)};
    if (!brief.last.empty()) view.last = std::make_shared<const core::Interaction>(brief.last.front());
    return fields_of(view);
}

core::Fields contact_fields(const core::Brief& brief, core::Date today) {
    core::Fields fields{{"count", std::int64_t{brief.contacts}, 0}};
    if (brief.first_contact) fields.push_back({"first", day(*brief.first_contact), 0});
    if (!brief.last.empty()) {
        const core::Date last = brief.last.front().date.date;
        fields.push_back({"last", day(last), 0});
        fields.push_back({"days_since", std::int64_t{core::days_between(last, today)}, 0});
    }
    if (brief.rhythm) fields.push_back({"usual_days", std::int64_t{brief.rhythm->usual_days}, 0});
    fields.push_back({"attempts_since", std::int64_t{brief.attempts}, 0});
    if (brief.last_attempt) fields.push_back({"last_attempt", day(*brief.last_attempt), 0});
    return fields;
}

core::Fields help_fields(const core::Brief& brief) {
    core::Fields fields;
    for (const auto& help : core::help_values())
        fields.push_back({help, std::int64_t{core::count_help(brief, help)}, 0});
    return fields;
}

} // namespace

core::Brief brief_of(const core::Person& person, Session& session) {
    auto& journal = session.journal();
    return core::make_brief(person, {journal.people(), session.today(), interactions_with(person, session),
                                     journal.events(), journal.followups_open_since(session.today())});
}

render::Document document_of(const core::Brief& brief, Session& session) {
    std::vector<core::Fields> contacts, followups, events;
    for (const auto& contact : brief.last) contacts.push_back(fields_of(contact, session.journal().strategy()));
    for (const auto& item : brief.open) followups.push_back(fields_of(item));
    for (const auto& event : brief.events) events.push_back(core::to_fields(event));
    return {{"person", person_fields(brief)},  {"contact", contact_fields(brief, session.today())},
            {"contacts", std::move(contacts)}, {"followups", std::move(followups)},
            {"events", std::move(events)},     {"help", help_fields(brief)}};
}

} // namespace kith::commands
