// The id that now stands for one in a record: for going over many of them, of which each was a text to copy.
#pragma once

#include "kith/core/people.hpp"

namespace kith::core {

/// As People::resolve; lives as long as the people and `id`.
[[nodiscard]] inline const PersonId& standing_for(const PersonId& id, const People& people) {
    const Person* const person = people.find(id);
    return person != nullptr && !person->id.empty() ? person->id : id;
}

} // namespace kith::core
