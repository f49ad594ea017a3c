// The verbs of kith strategy, by what they are about; strategy.cpp puts them into one list.
#pragma once

#include "kith/commands/command.hpp"

#include <vector>

namespace kith::commands {

[[nodiscard]] std::vector<Command> goal_verbs();
[[nodiscard]] std::vector<Command> audience_verbs();
[[nodiscard]] std::vector<Command> platform_verbs();
[[nodiscard]] std::vector<Command> topic_verbs();
[[nodiscard]] std::vector<Command> channel_verbs();
[[nodiscard]] std::vector<Command> post_verbs();
[[nodiscard]] std::vector<Command> balance_verbs();
[[nodiscard]] std::vector<Command> remove_verbs();

} // namespace kith::commands
