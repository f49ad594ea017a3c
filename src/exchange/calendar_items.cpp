#include "kith/exchange/write_calendar.hpp"

#include "record_uid.hpp"

namespace kith::exchange {
namespace {

/// `text` below what is there, in a line of its own.
void add_line(std::string& description, const std::string& text) {
    if (text.empty()) return;
    if (!description.empty()) description += '\n';
    description += text;
}

std::string names_of(const std::vector<core::PersonId>& ids, const core::People& people) {
    std::string names;
    for (const auto& id : ids) names += (names.empty() ? "" : ", ") + people.name_of(id);
    return names;
}

std::string matter_of(const core::AgendaItem& item) {
    if (item.source == core::Source::cadence) return "reconnect";
    if (item.source == core::Source::birthday) return "birthday";
    const auto& followup = item.followup;
    if (!followup.note.empty()) return followup.note;
    return followup.action.empty() ? "follow up" : followup.action;
}

CalendarItem::Standing standing_of(const core::Followup& followup) {
    using Standing = CalendarItem::Standing;
    if (followup.done) return Standing::done;
    return followup.dropped ? Standing::cancelled : Standing::open;
}

} // namespace

CalendarItem entry_of(const core::Event& event, const core::People& people) {
    using Standing = CalendarItem::Standing;
    CalendarItem entry;
    entry.uid = uid_of(event);
    entry.summary = event.name.empty() ? event.id.text : event.name;
    if (!event.goal.empty()) add_line(entry.description, "Goal: " + event.goal);
    if (!event.met.empty()) add_line(entry.description, "Met: " + names_of(event.met, people));
    add_line(entry.description, event.note);
    entry.place = event.place;
    entry.url = event.url;
    entry.categories = event.tags;
    entry.start = event.start;
    if (event.end && event.end->date >= event.start.date) entry.end = event.end;
    if (event.status == "skipped") entry.standing = Standing::cancelled;
    if (event.status == "attended") entry.standing = Standing::confirmed;
    return entry;
}

CalendarItem entry_of(const core::AgendaItem& item, const core::People& people) {
    const auto& followup = item.followup;
    CalendarItem entry;
    entry.uid = uid_of(followup);
    const auto names = names_of(followup.with, people);
    entry.summary = names.empty() ? matter_of(item) : names + ": " + matter_of(item);
    entry.description = item.why;
    if (const auto& last = item.last.contact)
        add_line(entry.description,
                 "last contact " + core::to_text(last->date.date) + (last->note.empty() ? "" : ": " + last->note));
    if (!followup.action.empty()) entry.categories = {followup.action};
    entry.start = followup.due;
    entry.done = followup.done;
    entry.standing = standing_of(followup);
    entry.sequence = followup.snoozed;
    entry.is_duty = true;
    return entry;
}

std::optional<CalendarItem> birthday_of(const core::Person& person) {
    auto day = core::parse_iso_date(person.birthday);
    const bool has_year = day.has_value();
    if (!day && person.birthday.size() == 5) day = core::parse_iso_date("2000-" + person.birthday);
    if (!day) return std::nullopt;
    CalendarItem entry;
    entry.uid = birthday_uid(person);
    entry.summary = (person.name.empty() ? person.id.text : person.name) + ": birthday";
    if (has_year) entry.description = "born " + core::to_text(*day);
    entry.categories = {"birthday"};
    entry.start = {*day, std::nullopt};
    entry.is_yearly = true;
    return entry;
}

} // namespace kith::exchange
