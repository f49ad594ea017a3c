// What one does with interactions that are there: list, show, edit, remove.
#pragma once

#include "kith/commands/command.hpp"

#include <vector>

namespace kith::commands {

[[nodiscard]] std::vector<Command> log_verbs();

} // namespace kith::commands
