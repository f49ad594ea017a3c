#include "kith/core/contacts.hpp"

#include "standing_for.hpp"

namespace kith::core {

Contacts::Contacts(const People& people, std::vector<PersonId> wanted, Date as_of) : people_(&people), as_of_(as_of) {
    for (const auto& id : wanted) {
        const PersonId person = people.resolve(id);
        open_.insert(person);
        last_[person];
    }
}

void Contacts::observe(const Interaction& interaction) {
    if (interaction.date.date > as_of_) return;
    for (const auto& named : interaction.with) {
        const PersonId& person = standing_for(named, *people_);
        const auto waiting = open_.find(person);
        if (waiting == open_.end()) continue;
        LastContact& last = last_[person];
        if (is_attempt(interaction)) {
            if (!last.attempt) last.attempt = interaction.date.date;
            continue;
        }
        last.contact = std::make_shared<const Interaction>(interaction);
        open_.erase(waiting);
    }
}

const LastContact& Contacts::of(const PersonId& person) const {
    static const LastContact none;
    const auto found = last_.find(people_->resolve(person));
    return found == last_.end() ? none : found->second;
}

} // namespace kith::core
