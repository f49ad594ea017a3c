// Who has gone quiet: people without a cadence with whom one used to be in touch, and since when one is not.
//
// Somebody is suggested who
//   - has no cadence, neither of their own nor of a group, nor an open follow-up, and is not snoozed;
//   - had contact in the last three years often enough for a rhythm (rhythm.hpp); attempts do not count;
//   - has been quiet for more than twice the usual gap, and for two weeks at least.
// Those come first whose silence is the most usual gaps long; among equals those with more contacts, then by id.
#pragma once

#include "kith/core/contacts.hpp"
#include "kith/core/journal.hpp"
#include "kith/core/people.hpp"
#include "kith/core/rhythm.hpp"

#include <string>
#include <vector>

namespace kith::core {

struct Suggestion {
    PersonId person;
    int contacts = 0; ///< Of the last three years.
    Rhythm rhythm;
    int quiet_days = 0; ///< Since the last contact.
    LastContact last;
    std::string why; ///< `about every 3 weeks until Fri 12 Jun, quiet for 5 months, tried 4 days ago`
};

struct SuggestionInput {
    const People& people;
    Date today;
    const std::vector<Followup>& followups;       ///< At least the open ones.
    const std::vector<Interaction>& interactions; ///< At least those from suggestions_from(today) on, oldest first.
};

/// The first day whose contacts count.
[[nodiscard]] Date suggestions_from(Date today);

[[nodiscard]] std::vector<Suggestion> suggestions(const SuggestionInput& input);

} // namespace kith::core
