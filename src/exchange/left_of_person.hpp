// What a file says of somebody and what is not taken, as it is told.
#pragma once

#include "kith/core/journal.hpp"

#include <string>

namespace kith::exchange {

/// What a source that is new for the person says otherwise than the journal does, which stays: `Bo Li: city 'Porto',
/// note 'Likes tea' are not taken, for there are others here`. Empty where all of it is there.
[[nodiscard]] std::string left_of(const core::Person& person, const core::Person& said);

/// The same of a card that kith wrote and another program may have changed since: which of the two is newer cannot be
/// told. What the card's form alone has changed is no difference.
[[nodiscard]] std::string left_of_own(const core::Person& person, const core::Person& said);

} // namespace kith::exchange
