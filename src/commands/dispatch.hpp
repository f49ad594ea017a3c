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

/// The words at the front of a line that name a command, or begin to.
struct Path {
    std::string text;                ///< `log list`; empty where there are none.
    std::vector<std::size_t> places; ///< Where these words stand, among global options.
};
[[nodiscard]] Path find_path(std::span<const std::string> arguments);
/// The arguments that are not words of the path.
[[nodiscard]] std::vector<std::string> without(const Path& path, std::span<const std::string> arguments);

struct Choice {
    const Command* command = nullptr;
    std::vector<std::string> arguments; ///< All but the words that named the command.
};

/// The command with the longest path that the first words make, global options aside. A usage Failure with the nearest
/// command where there is none.
[[nodiscard]] Choice choose_command(std::span<const std::string> arguments);

/// A usage Failure for a word that no command's path goes on with, with the nearest that one does.
[[noreturn]] void refuse_word(const std::string& word, const std::string& path);

/// What to say of a word or an option that the command has no place for.
[[noreturn]] void refuse_extra(const std::string& extra, const CLI::App& app, const Command& command);

/// The command with this path, also a hidden one; nullptr where there is none.
[[nodiscard]] const Command* find_command(std::string_view path);

/// The words that a path may go on with.
[[nodiscard]] std::vector<std::string_view> next_words(std::string_view path);

/// The commands one word longer than `path`.
[[nodiscard]] std::vector<const Command*> subcommands_of(std::string_view path);

} // namespace kith::commands
