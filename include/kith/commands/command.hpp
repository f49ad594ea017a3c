// A command as one literal: its words, what it does, and its options. Help, man pages and completions are loops over
// the table of them.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace kith::commands {

class Session;

/// Does the command's work and returns the exit status.
using Action = std::function<int(Session&)>;

struct Command {
    std::string_view path;      ///< `log list`; empty for kith alone.
    std::string_view arguments; ///< What follows, for the usage line: `TEXT...`.
    std::string_view summary;   ///< One line, lower case, no full stop.
    std::string_view details;   ///< Sentences; may be empty.
    std::string_view example;   ///< One or more lines of shell.
    Action (*bind)(CLI::App&);  ///< Declares the options and returns what to do with them.
    bool takes_rest = false;    ///< From the first word that is no option on, everything is for another program.
};

/// Every command, by noun, in the order of the documentation.
[[nodiscard]] const std::vector<Command>& all_commands();

/// What only other programs call, such as the completions of the shells: found by its path, and shown nowhere.
[[nodiscard]] const std::vector<Command>& hidden_commands();

/// The options of a command, its own and, of the group `Everywhere`, those of every command: for what describes them.
[[nodiscard]] std::shared_ptr<CLI::App> app_of(const Command& command);

} // namespace kith::commands
