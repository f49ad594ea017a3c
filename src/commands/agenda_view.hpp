// The agenda of today, from the journal.
#pragma once

#include "kith/core/agenda.hpp"

#include "session.hpp"

#include <vector>

namespace kith::commands {

/// Everything that is not closed, the most pressing first. The last contact is known of everyone concerned.
[[nodiscard]] std::vector<core::AgendaItem> open_agenda(Session& session);
/// What is overdue, due today or a birthday near: reads no more of the log than these need.
[[nodiscard]] std::vector<core::AgendaItem> pressing_agenda(Session& session);
/// What is done or dropped, oldest first.
[[nodiscard]] std::vector<core::AgendaItem> closed_agenda(Session& session);

} // namespace kith::commands
