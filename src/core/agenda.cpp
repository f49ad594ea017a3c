#include "kith/core/agenda.hpp"

#include "kith/core/phrase.hpp"

#include "standing_for.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace kith::core {
namespace {

State state_on(Date due, Date today) {
    if (due < today) return State::overdue;
    return due == today ? State::due : State::upcoming;
}

std::string tried(const LastContact& last, Date today) {
    return last.attempt ? fmt::format(", tried {}", to_relative_text(*last.attempt, today)) : std::string{};
}

std::string why_written(const Followup& followup, Date today) {
    std::string why;
    const auto add = [&why](const std::string& part) { why += (why.empty() ? "" : ", ") + part; };
    if (!followup.event.empty())
        add("after " + followup.event.text);
    else if (followup.created)
        add("noted " + to_short_text(*followup.created, today));
    if (!followup.every.empty()) {
        const bool strict = followup.every.front() == '+';
        const auto period = parse_period(std::string_view(followup.every).substr(strict ? 1 : 0));
        add("every " + (period ? to_words(*period) : followup.every) + (strict ? " from its day" : ""));
    }
    if (followup.snoozed == 1)
        add("put off once");
    else if (followup.snoozed > 1)
        add(fmt::format("put off {} times", followup.snoozed));
    return why.empty() ? "written down" : why;
}

AgendaItem written_item(const Followup& followup, const Contacts& contacts, Date today) {
    AgendaItem item;
    item.followup = followup;
    item.source = Source::written;
    item.state = is_open(followup) ? state_on(followup.due.date, today) : State::closed;
    if (!followup.with.empty()) item.last = contacts.of(followup.with.front());
    item.why = why_written(followup, today) + tried(item.last, today);
    item.urgency = days_between(followup.due.date, today);
    return item;
}

std::string why_cadence(const People::Cadence& cadence, const LastContact& last, const Person& person, Date today) {
    std::string why = "every " + to_words(cadence.every);
    if (!cadence.group.empty()) why += fmt::format(" ({})", cadence.group);
    if (last.contact)
        why += ", last " + to_relative_text(last.contact->date.date, today);
    else if (person.met)
        why += ", met " + to_relative_text(*person.met, today) + ", no contact yet";
    else
        why += ", no contact yet";
    return why + tried(last, today);
}

/// Without the reason, which takes longest to say.
AgendaItem silent_cadence_item(const Person& person, const People::Cadence& cadence, const Contacts& contacts,
                               Date today) {
    AgendaItem item;
    item.source = Source::cadence;
    item.followup.id = {"@" + person.id.text};
    item.followup.with = {person.id};
    item.followup.every = to_text(cadence.every);
    item.last = contacts.of(person.id);
    const std::optional<Date> since = item.last.contact ? std::optional(item.last.contact->date.date) : std::nullopt;
    Date due = since ? add(*since, cadence.every) : person.met.value_or(today);
    Date late = cadence.late ? add(since.value_or(due), *cadence.late) : due;
    if (person.snoozed_until && *person.snoozed_until > due) {
        due = *person.snoozed_until;
        late = std::max(late, due);
    }
    item.followup.due = {due, std::nullopt};
    item.state = state_on(due, today);
    if (item.state == State::overdue && today <= late) item.state = State::due;
    item.urgency = static_cast<double>(days_between(due, today)) / length_in_days(cadence.every, since.value_or(due));
    return item;
}

AgendaItem cadence_item(const Person& person, const People::Cadence& cadence, const Contacts& contacts, Date today) {
    auto item = silent_cadence_item(person, cadence, contacts, today);
    item.why = why_cadence(cadence, item.last, person, today);
    return item;
}

/// A snooze to a day about the birthday was meant for it; a longer one is of the cadence alone.
bool is_put_off(const Person& person, Date birthday, Date today) {
    return person.snoozed_until && *person.snoozed_until > today &&
           days_between(birthday, *person.snoozed_until) <= 2 * birthday_days;
}

std::optional<AgendaItem> birthday_item(const Person& person, const Contacts& contacts, Date today) {
    const auto day = birthday_near(person, today);
    if (!day) return std::nullopt;
    AgendaItem item;
    item.last = contacts.of(person.id);
    if (item.last.contact && days_between(item.last.contact->date.date, *day) <= birthday_days) return std::nullopt;
    if (is_put_off(person, *day, today)) return std::nullopt;
    item.source = Source::birthday;
    item.followup.id = {"@" + person.id.text + "/birthday"};
    item.followup.with = {person.id};
    item.followup.due = {*day, std::nullopt};
    item.state = state_on(*day, today);
    item.why = "birthday " + to_relative_text(*day, today);
    if (const auto born = parse_iso_date(person.birthday); born && year_of(*born) < year_of(*day))
        item.why += fmt::format(", turns {}", year_of(*day) - year_of(*born));
    item.why += tried(item.last, today);
    item.urgency = days_between(*day, today);
    return item;
}

bool presses_more(const AgendaItem& a, const AgendaItem& b) {
    if (a.state != b.state) return a.state < b.state;
    if (a.state != State::upcoming && a.urgency != b.urgency) return a.urgency > b.urgency;
    return std::tie(a.followup.due, a.followup.id) < std::tie(b.followup.due, b.followup.id);
}

/// Each item is moved once only: with its last contact it is large.
std::vector<AgendaItem> in_order(std::vector<AgendaItem> items) {
    std::vector<AgendaItem*> order;
    order.reserve(items.size());
    for (auto& item : items) order.push_back(&item);
    std::ranges::stable_sort(order, [](const AgendaItem* a, const AgendaItem* b) { return presses_more(*a, *b); });
    std::vector<AgendaItem> sorted;
    sorted.reserve(items.size());
    for (auto* item : order) sorted.push_back(std::move(*item));
    return sorted;
}

/// The ids of those whom the follow-ups name for which `counts` is true.
template<class Counts> std::unordered_set<std::string_view> named_in(const std::vector<Followup>& followups,
                                                                     const People& people, Counts counts) {
    std::unordered_set<std::string_view> ids;
    for (const auto& followup : followups)
        if (counts(followup))
            for (const auto& id : followup.with) ids.insert(standing_for(id, people).text);
    return ids;
}

} // namespace

std::string_view to_text(Source source) {
    switch (source) {
    case Source::written:
        return "written";
    case Source::cadence:
        return "cadence";
    case Source::birthday:
        break;
    }
    return "birthday";
}

std::string_view to_text(State state) {
    switch (state) {
    case State::overdue:
        return "overdue";
    case State::due:
        return "due";
    case State::upcoming:
        return "upcoming";
    case State::closed:
        break;
    }
    return "closed";
}

std::vector<PersonId> Agenda::concerned() const {
    std::vector<PersonId> ids;
    for (const auto& person : people.all())
        if (!person.id.empty() && (people.cadence_of(person) || birthday_near(person, today))) ids.push_back(person.id);
    return ids;
}

std::vector<AgendaItem> Agenda::open(const std::vector<Followup>& followups, const Contacts& contacts) const {
    std::vector<AgendaItem> items;
    items.reserve(followups.size() + people.all().size());
    for (const auto& followup : followups)
        if (is_open(followup)) items.push_back(written_item(followup, contacts, today));
    const auto has_written = named_in(followups, people, is_open);
    for (const auto& person : people.all()) {
        if (person.id.empty()) continue;
        const auto cadence = people.cadence_of(person);
        if (cadence && !has_written.contains(person.id.text))
            items.push_back(cadence_item(person, *cadence, contacts, today));
        if (auto item = birthday_item(person, contacts, today)) items.push_back(std::move(*item));
    }
    return in_order(std::move(items));
}

std::vector<Agenda::ToReconnect> Agenda::to_reconnect(const std::vector<Followup>& followups) const {
    auto all = cadences();
    leave_out_written(all, followups);
    return all;
}

void Agenda::leave_out_written(std::vector<ToReconnect>& all, const std::vector<Followup>& followups) const {
    const auto was_open = [this](const Followup& followup) { return was_open_on(followup, today); };
    const auto has_written = named_in(followups, people, was_open);
    std::erase_if(all, [&](const ToReconnect& each) { return has_written.contains(each.person->id.text); });
}

std::vector<Agenda::ToReconnect> Agenda::cadences() const {
    std::vector<ToReconnect> all;
    for (const auto& person : people.all()) {
        if (person.id.empty()) continue;
        if (auto cadence = people.cadence_of(person)) all.push_back({&person, std::move(*cadence)});
    }
    return all;
}

std::vector<AgendaItem> Agenda::reconnect(const std::vector<ToReconnect>& all, const Contacts& contacts) const {
    std::vector<AgendaItem> items;
    for (const auto& [person, cadence] : all) {
        auto item = silent_cadence_item(*person, cadence, contacts, today);
        if (!is_pressing(item)) continue;
        item.why = why_cadence(cadence, item.last, *person, today);
        items.push_back(std::move(item));
    }
    return in_order(std::move(items));
}

std::vector<AgendaItem> Agenda::closed(const std::vector<Followup>& followups, const Contacts& contacts) const {
    std::vector<AgendaItem> items;
    for (const auto& followup : followups)
        if (!is_open(followup)) items.push_back(written_item(followup, contacts, today));
    const auto closed_on = [](const AgendaItem& item) {
        return item.followup.done ? *item.followup.done : *item.followup.dropped;
    };
    std::ranges::stable_sort(items, {}, closed_on);
    return items;
}

bool was_open_on(const Followup& followup, Date day) {
    return (!followup.created || *followup.created <= day) && (!followup.done || *followup.done > day) &&
           (!followup.dropped || *followup.dropped > day);
}

bool is_pressing(const AgendaItem& item) {
    return item.state == State::overdue || item.state == State::due ||
           (item.source == Source::birthday && item.state == State::upcoming);
}

std::optional<Date> next_birthday(std::string_view birthday, Date from) {
    std::optional<Date> sample = parse_iso_date(birthday);
    if (!sample && birthday.size() == 5) sample = parse_iso_date("2000-" + std::string(birthday));
    if (!sample) return std::nullopt;
    for (int year = year_of(from); year <= year_of(from) + 1; ++year) {
        auto day = make_date(year, month_of(*sample), day_of(*sample));
        if (!day) day = make_date(year, 2, 28);
        if (day && *day >= from) return day;
    }
    return std::nullopt;
}

std::optional<Date> birthday_near(const Person& person, Date today) {
    const auto day = next_birthday(person.birthday, subtract(today, {birthday_days, Unit::day}));
    return day && days_between(today, *day) <= birthday_days ? day : std::nullopt;
}

std::optional<Date> next_due(const Followup& followup, Date closed, Date today) {
    const bool strict = !followup.every.empty() && followup.every.front() == '+';
    const auto period = parse_period(std::string_view(followup.every).substr(strict ? 1 : 0));
    if (!period) return std::nullopt;
    if (!strict) return std::max(add(closed, *period), today);
    const Date least = std::max(add(closed, {1, Unit::day}), today);
    // Step by step from the due date, since months differ in length: the 31st comes back after a February.
    Period ahead = *period;
    while (add(followup.due.date, ahead) < least) ahead.count += period->count;
    return add(followup.due.date, ahead);
}

FollowupId successor_id(const FollowupId& id) {
    // FNV-1a, folded to 40 bits: http://www.isthe.com/chongo/tech/comp/fnv/
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : "successor of " + id.text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return {id_from_bits(hash ^ (hash >> 40))};
}

std::string id_from_bits(std::uint64_t bits) {
    constexpr std::string_view alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    std::string id;
    for (int i = 0; i < 8; ++i, bits >>= 5) id += alphabet[bits & 31];
    return id;
}

} // namespace kith::core
