// kith event met: the heart of an event. New people, a meeting with each, a follow-up for each; said twice, it adds
// nothing twice.
#pragma once

#include "kith/commands/command.hpp"

#include "session.hpp"

namespace kith::commands {

[[nodiscard]] Command met_command();

/// A usage Failure where the event is still to come.
void require_begun(const core::Event& event, Session& session);

} // namespace kith::commands
