// The subcommands of `person` that look, and those that concern more than one record.
#pragma once

#include "kith/commands/command.hpp"

#include <vector>

namespace kith::commands {

[[nodiscard]] std::vector<Command> person_showing_commands();
[[nodiscard]] std::vector<Command> person_merging_commands();
[[nodiscard]] std::vector<Command> person_group_commands();

} // namespace kith::commands
