#include "help.hpp"

#include "kith/core/text.hpp"

#include "dispatch.hpp"
#include "options.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace kith::commands {
namespace {

constexpr std::size_t line_width = 80;

std::string name_of(const Command& command) {
    return command.path.empty() ? "kith" : fmt::format("kith {}", command.path);
}

/// `  left   right`, the right side wrapped under itself.
std::string two_columns(const std::string& left, std::string_view right, std::size_t left_width) {
    std::string text;
    const auto lines = core::wrap(right, line_width - left_width - 4);
    for (std::size_t i = 0; i < lines.size(); ++i)
        text += fmt::format("  {}  {}\n", core::pad(i == 0 ? left : "", left_width), lines[i]);
    return text;
}

std::string two_columns(const std::vector<std::pair<std::string, std::string>>& rows) {
    std::size_t width = 0;
    for (const auto& row : rows) width = std::max(width, std::min<std::size_t>(core::display_width(row.first), 30));
    std::string text;
    for (const auto& [left, right] : rows) {
        if (core::display_width(left) > width) text += fmt::format("  {}\n", left);
        text += two_columns(core::display_width(left) > width ? "" : left, right, width);
    }
    return text;
}

std::string name_of(const CLI::Option& option) {
    std::string name;
    for (const auto& short_name : option.get_snames()) name += "-" + short_name + ", ";
    for (const auto& long_name : option.get_lnames()) name += "--" + long_name;
    const std::string value = option.get_type_name();
    return value.empty() ? name : name + " " + value;
}

std::string arguments_in(const CLI::App& app) {
    std::vector<std::pair<std::string, std::string>> rows;
    for (const CLI::Option* option : app.get_options())
        if (option->get_positional() && !option->get_description().empty())
            rows.emplace_back(option->get_name(true), option->get_description());
    return rows.empty() ? std::string{} : "\nArguments:\n" + two_columns(rows);
}

std::string options_in(const CLI::App& app, bool everywhere) {
    std::vector<std::pair<std::string, std::string>> rows;
    for (const CLI::Option* option : app.get_options())
        if (!option->get_positional() && (option->get_group() == "Everywhere") == everywhere)
            rows.emplace_back(name_of(*option), option->get_description());
    return rows.empty()
               ? std::string{}
               : fmt::format("\n{}:\n{}", everywhere ? "Options of every command" : "Options", two_columns(rows));
}

std::string subcommands_in(const Command& command) {
    std::vector<std::pair<std::string, std::string>> rows;
    for (const Command* each : subcommands_of(command.path)) {
        std::string usage = fmt::format(
            "{} {}", command.path.empty() ? each->path : each->path.substr(command.path.size() + 1), each->arguments);
        rows.emplace_back(std::string(core::trim(usage)), std::string(each->summary));
    }
    return rows.empty()
               ? std::string{}
               : fmt::format("\n{}:\n{}", command.path.empty() ? "Commands" : "Subcommands", two_columns(rows));
}

} // namespace

std::string help_pointer(const Command& command) {
    return fmt::format("see '{} --help'", name_of(command));
}

std::string help_text(const Command& command, const CLI::App& app) {
    std::string text = fmt::format("{}: {}\n\nUsage: {}\n", name_of(command), command.summary,
                                   core::trim(fmt::format("{} {}", name_of(command), command.arguments)));
    if (!command.details.empty()) {
        text += '\n';
        for (const auto& line : core::wrap(command.details, line_width)) text += line + "\n";
    }
    text += subcommands_in(command);
    text += arguments_in(app);
    text += options_in(app, false);
    text += options_in(app, true);
    if (command.example.empty()) return text;
    text += "\nExample:\n";
    for (auto rest = command.example; !rest.empty();) {
        const std::size_t end = rest.find('\n');
        text += fmt::format("  {}\n", rest.substr(0, end));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return text;
}

} // namespace kith::commands
