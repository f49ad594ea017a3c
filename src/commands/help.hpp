// The short help of a command, from its literal and its options.
#pragma once

#include "kith/commands/command.hpp"
#include "kith/commands/environment.hpp"

#include <string>

namespace CLI {
class App;
}

namespace kith::commands {

/// Usage, what it does, the subcommands, the options, an example; as wide as the terminal, but from 20 to 80 columns,
/// and the example as it is.
[[nodiscard]] std::string help_text(const Command& command, const CLI::App& app, const Environment& environment);

/// `see 'kith log list --help'`
[[nodiscard]] std::string help_pointer(const Command& command);

} // namespace kith::commands
