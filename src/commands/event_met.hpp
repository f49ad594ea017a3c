// kith event met: the heart of an event. New people, a meeting with each, a follow-up for each; said twice, it adds
// nothing twice.
#pragma once

#include "kith/commands/command.hpp"

namespace kith::commands {

[[nodiscard]] Command met_command();

} // namespace kith::commands
