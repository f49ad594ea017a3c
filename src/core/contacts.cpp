#include "kith/core/contacts.hpp"

#include "standing_for.hpp"

#include <algorithm>
#include <unordered_set>

namespace kith::core {

Contacts::Contacts(const People& people, std::vector<PersonId> wanted, Date as_of) : people_(&people), as_of_(as_of) {
    last_.reserve(wanted.size());
    for (const auto& id : wanted) last_.try_emplace(people.resolve(id).text);
    missing_ = last_.size();
    has_former_ids_ = std::ranges::any_of(people.all(), [](const Person& person) { return !person.was.empty(); });
}

Contacts::ById::iterator Contacts::find(std::string_view person) {
    const auto found = last_.find(person);
    if (found != last_.end() || !has_former_ids_) return found;
    return last_.find(standing_for(PersonId{std::string(person)}, *people_).text);
}

void Contacts::observe_later(std::string_view person, Date day, bool is_attempt) {
    const auto waiting = day > as_of_ ? last_.end() : find(person);
    if (waiting == last_.end()) return;
    LastContact& last = waiting->second;
    if (is_attempt) {
        last.attempt = day;
        return;
    }
    if (!latest_day_ || latest_day_->date.date != day) {
        Interaction entry;
        entry.date.date = day;
        latest_day_ = std::make_shared<const Interaction>(std::move(entry));
    }
    if (!last.contact) --missing_;
    last.contact = latest_day_;
    last.attempt.reset();
}

void Contacts::observe(const Interaction& interaction) {
    if (interaction.date.date > as_of_) return;
    for (const auto& named : interaction.with) {
        const auto waiting = find(named.text);
        if (waiting == last_.end() || waiting->second.contact) continue;
        LastContact& last = waiting->second;
        if (is_attempt(interaction)) {
            if (!last.attempt) last.attempt = interaction.date.date;
            continue;
        }
        last.contact = std::make_shared<const Interaction>(interaction);
        --missing_;
    }
}

void Contacts::observe_before(const Contacts& earlier) {
    for (auto& [id, last] : last_) {
        const auto before = last.contact ? earlier.last_.end() : earlier.last_.find(id);
        if (before == earlier.last_.end()) continue;
        last.contact = before->second.contact;
        if (!last.attempt) last.attempt = before->second.attempt;
        if (last.contact) --missing_;
    }
}

void Contacts::keep_only(const std::vector<PersonId>& wanted) {
    std::unordered_set<std::string> kept;
    for (const auto& id : wanted) kept.insert(people_->resolve(id).text);
    std::erase_if(last_, [&kept](const auto& each) { return !kept.contains(each.first); });
    missing_ = static_cast<std::size_t>(
        std::ranges::count_if(last_, [](const auto& each) { return each.second.contact == nullptr; }));
}

std::vector<PersonId> Contacts::missing() const {
    std::vector<PersonId> missing;
    for (const auto& [id, last] : last_)
        if (!last.contact) missing.push_back({id});
    return missing;
}

const LastContact& Contacts::of(const PersonId& person) const {
    static const LastContact none;
    const auto found = last_.find(people_->resolve(person).text);
    return found == last_.end() ? none : found->second;
}

} // namespace kith::core
