// The brief to read before meeting somebody: who they are, how one met, what was last, what is open.
#pragma once

#include "kith/core/agenda.hpp"
#include "kith/core/journal.hpp"
#include "kith/core/people.hpp"
#include "kith/core/rhythm.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::core {

struct Brief {
    Person person;
    std::optional<People::Cadence> cadence;
    std::string met_at;           ///< The name of the event one met at; empty where none is known.
    std::optional<Date> birthday; ///< Where it is near (birthday_days).

    int contacts = 0; ///< Attempts are none.
    std::optional<Date> first_contact;
    std::optional<Rhythm> rhythm; ///< Of the last three years.
    int attempts = 0;             ///< Without an answer, since the last contact.
    std::optional<Date> last_attempt;
    std::vector<Interaction> last; ///< The latest contacts, five at most, the latest first.

    std::vector<AgendaItem> open;  ///< The most pressing first; the cadence and the birthday too.
    std::vector<Event> events;     ///< Where both were, the latest first.
    std::vector<Interaction> help; ///< Offered, asked for or received, the latest first.
};

struct BriefInput {
    const People& people;
    Date today;
    std::vector<Interaction> interactions; ///< At least all those with the person, oldest first.
    std::vector<Event> events;             ///< At least those where both were.
    std::vector<Followup> followups;       ///< At least the open ones with the person.
};

[[nodiscard]] Brief make_brief(const Person& person, const BriefInput& input);

/// How often help was `offered`, `asked` or `received`.
[[nodiscard]] int count_help(const Brief& brief, std::string_view help);

} // namespace kith::core
