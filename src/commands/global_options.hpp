// The options that every command has, from what was typed and the environment.
#pragma once

#include "kith/commands/command.hpp"
#include "kith/commands/environment.hpp"

#include "options.hpp"
#include "session.hpp"

#include <memory>

namespace kith::commands {

/// As typed.
struct GlobalTexts {
    Text directory, today, format, color;
    bool json = false, quiet = false, dry_run = false, help = false, version = false;
};

/// A command with its options bound: its own and, of the group `Everywhere`, those of every command.
struct BoundCommand {
    explicit BoundCommand(const Command& command);
    BoundCommand(const BoundCommand&) = delete;
    BoundCommand& operator=(const BoundCommand&) = delete;

    GlobalTexts globals;
    std::shared_ptr<CLI::App> app;
    Action action;
};

/// What was typed, with the environment's say where nothing was. A usage Failure for what cannot be.
[[nodiscard]] GlobalOptions resolve(const GlobalTexts& globals, const Environment& environment, const Command& command);

} // namespace kith::commands
