// What two keys of a record say together: the start and the end of an event, and whether a follow-up is done or
// dropped.
#pragma once

#include "kith/core/journal.hpp"
#include "kith/exchange/origin.hpp"

#include <string>

namespace kith::exchange {

/// updated() of an event. Where nobody has edited them both its start and its end are the source's, which may have no
/// end any more; where only the end was edited it moves along with the start, and else both stay. A source that is no
/// calendar and says no end says nothing of it: it moves along, too. An end without a start is passed over.
[[nodiscard]] core::Event updated_event(const core::Event& event, const SourceState& source);

/// Whether one is done and the other dropped.
[[nodiscard]] bool is_closed_otherwise(const core::Followup& said, const core::Followup& known);

// A record of kith's own, `restored` from a file that says the fields, over the one that was there: an end that the
// file does not say moves along with the start, and what is done there is dropped here no more.
void join_keys(core::Event& restored, const core::Event& there, const core::Fields& said, bool is_said);
void join_keys(core::Followup& restored, const core::Followup& there, const core::Fields& said, bool is_said);
template<class Record> void join_keys(Record&, const Record&, const core::Fields&, bool) {}

} // namespace kith::exchange
