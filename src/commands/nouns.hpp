// The commands of each noun; command.cpp puts them into one table.
#pragma once

#include "kith/commands/command.hpp"

#include <vector>

namespace kith::commands {

[[nodiscard]] std::vector<Command> today_commands();
[[nodiscard]] std::vector<Command> strategy_commands();
[[nodiscard]] std::vector<Command> log_commands();
[[nodiscard]] std::vector<Command> event_commands();
[[nodiscard]] std::vector<Command> followup_commands();
[[nodiscard]] std::vector<Command> report_commands();
[[nodiscard]] std::vector<Command> person_commands();
[[nodiscard]] std::vector<Command> import_commands();
[[nodiscard]] std::vector<Command> check_commands();
[[nodiscard]] std::vector<Command> undo_commands();
[[nodiscard]] std::vector<Command> export_commands();
[[nodiscard]] std::vector<Command> init_commands();
[[nodiscard]] std::vector<Command> sync_commands();
[[nodiscard]] std::vector<Command> git_commands();
[[nodiscard]] std::vector<Command> merge_file_commands();
[[nodiscard]] std::vector<Command> completion_commands();
[[nodiscard]] std::vector<Command> help_commands();

} // namespace kith::commands
