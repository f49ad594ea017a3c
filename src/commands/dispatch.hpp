// Which command a line of words asks for.
#pragma once

#include "kith/commands/command.hpp"

#include <span>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace kith::commands {

struct Choice {
    const Command* command = nullptr;
    std::vector<std::string> arguments; ///< All but the words that named the command.
};

/// The command with the longest path that the first words make, global options aside. A usage Failure with the nearest
/// command where there is none.
[[nodiscard]] Choice choose_command(std::span<const std::string> arguments);

/// What to say of a word or an option that the command has no place for.
[[noreturn]] void refuse_extra(const std::string& extra, const CLI::App& app, const Command& command);

/// The commands one word longer than `path`.
[[nodiscard]] std::vector<const Command*> subcommands_of(std::string_view path);

} // namespace kith::commands
