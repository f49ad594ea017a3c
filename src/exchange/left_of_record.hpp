// What a file says of a record and what is not taken, as it is told.
#pragma once

#include "kith/core/journal.hpp"

#include <string>
#include <string_view>

namespace kith::exchange {

/// What a source says otherwise than the record does, which stays: `Bo Li: city 'Porto', note 'Likes tea' are not
/// taken: what is here stays`. Empty where the record has all of it, or has nothing in its place. `name` is the
/// record's in the text.
[[nodiscard]] std::string left_of(std::string_view name, const core::Fields& record, const core::Fields& said);

/// The same of a person, who has a name also as an alias, or with titles.
[[nodiscard]] std::string left_of(const core::Person& person, const core::Fields& said);

/// The same of a card that kith wrote and another program may have changed since: which of the two is newer cannot be
/// told. What the card's form alone has changed is no difference.
[[nodiscard]] std::string left_of_own(const core::Person& person, const core::Person& said);

} // namespace kith::exchange
