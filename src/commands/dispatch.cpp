#include "dispatch.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "help.hpp"
#include "options.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace kith::commands {
namespace {

constexpr std::array<std::string_view, 4> global_with_value{"--dir", "--today", "--format", "--color"};
constexpr std::array<std::string_view, 8> global_flags{"--json",    "-q", "--quiet", "-n",
                                                       "--dry-run", "-h", "--help",  "--version"};

/// How many arguments a global option at the front of these takes up; 0 where there is none.
std::size_t global_option_length(std::span<const std::string> arguments) {
    const std::string_view first = arguments.front();
    const std::string_view name = first.substr(0, first.find('='));
    if (std::ranges::find(global_with_value, name) != global_with_value.end()) return name == first ? 2 : 1;
    return std::ranges::find(global_flags, first) != global_flags.end() || first == "-qn" || first == "-nq" ? 1 : 0;
}

bool is_prefix_of_a_command(const std::string& path) {
    return std::ranges::any_of(all_commands(),
                               [&path](const Command& command) { return command.path.starts_with(path + " "); });
}

/// Where in the arguments the next word of a path may stand: past global options; nothing where something else comes
/// first.
std::optional<std::size_t> next_word_at(std::span<const std::string> arguments, std::size_t from) {
    while (from < arguments.size()) {
        const std::size_t length = global_option_length(arguments.subspan(from));
        if (length == 0) return arguments[from].starts_with('-') ? std::nullopt : std::optional(from);
        from += length;
    }
    return std::nullopt;
}

} // namespace

const Command* find_command(std::string_view path) {
    for (const auto* commands : {&all_commands(), &hidden_commands()})
        for (const auto& command : *commands)
            if (command.path == path) return &command;
    return nullptr;
}

std::vector<std::string_view> next_words(std::string_view path) {
    std::vector<std::string_view> words;
    for (const auto& command : all_commands()) {
        std::string_view rest = command.path;
        if (!path.empty() && !rest.starts_with(std::string(path) + " ")) continue;
        rest.remove_prefix(path.empty() ? 0 : path.size() + 1);
        const std::string_view word = rest.substr(0, rest.find(' '));
        if (!word.empty() && std::ranges::find(words, word) == words.end()) words.push_back(word);
    }
    return words;
}

Path find_path(std::span<const std::string> arguments) {
    Path path;
    for (auto at = next_word_at(arguments, 0); at; at = next_word_at(arguments, *at + 1)) {
        const std::string longer = path.text.empty() ? arguments[*at] : path.text + " " + arguments[*at];
        if (find_command(longer) == nullptr && !is_prefix_of_a_command(longer)) break;
        path.text = longer;
        path.places.push_back(*at);
    }
    return path;
}

std::vector<std::string> without(const Path& path, std::span<const std::string> arguments) {
    std::vector<std::string> rest;
    for (std::size_t i = 0; i < arguments.size(); ++i)
        if (std::ranges::find(path.places, i) == path.places.end()) rest.push_back(arguments[i]);
    return rest;
}

void refuse_word(const std::string& word, const std::string& path) {
    const auto candidates = next_words(path);
    std::string hint;
    if (const auto near = core::nearest(word, candidates)) hint = fmt::format("did you mean '{}'? ", *near);
    const std::vector<std::string> listed(candidates.begin(), candidates.end());
    if (!listed.empty()) hint += fmt::format("there are {}", core::join(listed, ", "));
    if (path.empty()) core::fail_usage(fmt::format("there is no command '{}'", word), hint);
    core::fail_usage(fmt::format("'kith {}' has no subcommand '{}'", path, word), hint);
}

std::vector<const Command*> subcommands_of(std::string_view path) {
    std::vector<const Command*> commands;
    for (const auto& command : all_commands()) {
        const bool is_below = path.empty() ? !command.path.empty() && command.path.find(' ') == std::string_view::npos
                                           : command.path.starts_with(std::string(path) + " ");
        if (is_below) commands.push_back(&command);
    }
    return commands;
}

Choice choose_command(std::span<const std::string> arguments) {
    const Path found = find_path(arguments);
    const std::string& path = found.text;
    const auto unknown = next_word_at(arguments, found.places.empty() ? 0 : found.places.back() + 1);
    const Command* command = find_command(path);
    if (command == nullptr) {
        if (unknown) refuse_word(arguments[*unknown], path);
        std::vector<std::string> listed;
        for (const auto word : next_words(path)) listed.emplace_back(word);
        const bool wants_help =
            std::ranges::any_of(arguments, [](const auto& word) { return word == "--help" || word == "-h"; });
        command = wants_help ? find_command(path.substr(0, path.find(' '))) : nullptr;
        if (command == nullptr)
            core::fail_usage(fmt::format("'kith {}' needs a subcommand", path),
                             "there are " + core::join(listed, ", "));
    }
    if (path.empty() && unknown) refuse_word(arguments[*unknown], path);
    Choice choice{command, without(found, arguments)};
    if (command->takes_rest && unknown) // The words of the path stand before it.
        choice.arguments.insert(choice.arguments.begin() + static_cast<std::ptrdiff_t>(*unknown - found.places.size()),
                                "--");
    return choice;
}

void refuse_extra(const std::string& extra, const CLI::App& app, const Command& command) {
    if (extra.size() < 2 || extra.front() != '-') {
        if (!subcommands_of(command.path).empty()) refuse_word(extra, std::string(command.path));
        core::fail_usage(fmt::format("'{}' is one word too many", extra), help_pointer(command));
    }
    if (extra.find(' ') < extra.find('='))
        core::fail_usage(fmt::format("'{}' begins as an option does", extra), "where it is text, put -- before it");
    const std::string name = extra.substr(0, extra.find('='));
    std::vector<std::string> names;
    for (const CLI::Option* each : app.get_options())
        for (const auto& long_name : each->get_lnames()) names.push_back("--" + long_name);
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    const auto near = core::nearest(name, candidates);
    core::fail_usage(fmt::format("there is no option '{}'", name),
                     near ? fmt::format("did you mean '{}'?", *near) : help_pointer(command));
}

} // namespace kith::commands
