// What files make of the journal: compared with it, and written into it.
#pragma once

#include "kith/exchange/plan.hpp"

#include "session.hpp"

#include <vector>

namespace kith::commands {

// Both show how far they are to who waits at the terminal.

[[nodiscard]] exchange::Plan make_plan(const std::vector<exchange::Batch>& batches, bool takes_offered,
                                       Session& session);
/// In memory, until the session saves it.
void write(const exchange::Plan& plan, Session& session);

/// Whether what is written could be taken back, as it shows when it is put together in memory, where it is then.
[[nodiscard]] bool can_be_undone(const exchange::Plan& plan, Session& session);

} // namespace kith::commands
