// What one does with follow-ups that are there (done, snooze, drop, edit, review), and whom one might add.
#pragma once

#include "kith/commands/command.hpp"

#include <vector>

namespace kith::commands {

[[nodiscard]] std::vector<Command> closing_commands();
[[nodiscard]] std::vector<Command> followup_editing_commands();
[[nodiscard]] std::vector<Command> reviewing_commands();
[[nodiscard]] std::vector<Command> suggesting_commands();

} // namespace kith::commands
