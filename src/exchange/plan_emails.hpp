// The e-mails of somebody who is there, after an import.
#pragma once

#include "kith/core/fields.hpp"
#include "kith/exchange/batch.hpp"
#include "kith/exchange/origin.hpp"

#include <string>
#include <vector>

namespace kith::exchange {

/// What the card says of the person: an e-mail that is new is a further one among the handles, but where the source has
/// another one now in the place of the one that it had. What it said before is not said again. After another file of
/// the same import has said something (`is_said`), each one is a further one.
[[nodiscard]] core::Fields fields_for(const core::Person& person, const IncomingPerson& incoming, SourceState state,
                                      bool is_said);

/// The card's e-mails that the person has neither room for nor had before: nobody has more than nine.
[[nodiscard]] std::vector<std::string> emails_without_room(const core::Person& person, const IncomingPerson& incoming,
                                                           const SourceState& state);

/// Fields that no file before has said, with all telephones and websites of this one: those are told by their values,
/// and what two files say of them is no contradiction.
[[nodiscard]] core::Fields with_lists_of(core::Fields fields, const core::Fields& said);

} // namespace kith::exchange
