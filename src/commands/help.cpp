#include "help.hpp"

#include "kith/core/text.hpp"

#include "dispatch.hpp"
#include "options.hpp"
#include "sections.hpp"
#include "terminal_layout.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace kith::commands {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

/// How wide all lines are, also in a pipe, but the examples, which are to be copied.
std::size_t line_width(const Environment& environment) {
    constexpr std::size_t least = 20, most = 80;
    return std::clamp(width_of(environment).value_or(most), least, most);
}

std::string name_of(const Command& command) {
    return command.path.empty() ? "kith" : fmt::format("kith {}", command.path);
}

/// The lines of a text, each set in.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indentation = 0) {
    std::string lines;
    for (const auto& line : core::wrap(text, width - indentation)) lines += std::string(indentation, ' ') + line + "\n";
    return lines;
}

/// `  left   right`, the right side wrapped under itself.
std::string two_columns(const std::string& left, std::string_view right, std::size_t left_width, std::size_t width) {
    std::string text;
    const auto lines = core::wrap(right, width - left_width - 4);
    for (std::size_t i = 0; i < lines.size(); ++i)
        text += fmt::format("  {}  {}\n", core::pad(i == 0 ? left : "", left_width), lines[i]);
    return text;
}

/// `  left` and below it the right side: where there is little room beside it.
std::string one_column(const Rows& rows, std::size_t width) {
    std::string text;
    for (const auto& [left, right] : rows) text += wrapped(left, width, 2) + wrapped(right, width, 6);
    return text;
}

std::string two_columns(const Rows& rows, std::size_t line_width) {
    constexpr std::size_t widest = 30, legible = 24;
    std::size_t width = 0;
    for (const auto& row : rows) width = std::max(width, std::min(core::display_width(row.first), widest));
    if (width + 4 + legible > line_width) return one_column(rows, line_width);
    std::string text;
    for (const auto& [left, right] : rows) {
        if (core::display_width(left) > width) text += wrapped(left, line_width, 2);
        text += two_columns(core::display_width(left) > width ? "" : left, right, width, line_width);
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

std::string arguments_in(const CLI::App& app, std::size_t width) {
    Rows rows;
    for (const CLI::Option* option : app.get_options())
        if (option->get_positional() && !option->get_description().empty())
            rows.emplace_back(option->get_name(true), option->get_description());
    return rows.empty() ? std::string{} : "\nArguments:\n" + two_columns(rows, width);
}

std::string options_in(const CLI::App& app, bool everywhere, std::size_t width) {
    Rows rows;
    for (const CLI::Option* option : app.get_options())
        if (!option->get_positional() && (option->get_group() == "Everywhere") == everywhere)
            rows.emplace_back(name_of(*option), option->get_description());
    return rows.empty() ? std::string{}
                        : fmt::format("\n{}:\n{}", everywhere ? "Options of every command" : "Options",
                                      two_columns(rows, width));
}

std::string subcommands_in(const Command& command, std::size_t width) {
    Rows rows;
    for (const Command* each : subcommands_of(command.path)) {
        std::string usage = fmt::format(
            "{} {}", command.path.empty() ? each->path : each->path.substr(command.path.size() + 1), each->arguments);
        rows.emplace_back(std::string(core::trim(usage)), std::string(each->summary));
    }
    return rows.empty()
               ? std::string{}
               : fmt::format("\n{}:\n{}", command.path.empty() ? "Commands" : "Subcommands", two_columns(rows, width));
}

} // namespace

std::string help_pointer(const Command& command) {
    return fmt::format("see '{} --help'", name_of(command));
}

std::string help_text(const Command& command, const CLI::App& app, const Environment& environment) {
    const auto width = line_width(environment);
    auto text = wrapped(fmt::format("{}: {}", name_of(command), command.summary), width) + '\n';
    text += wrapped(fmt::format("Usage: {} {}", name_of(command), command.arguments), width);
    if (!command.details.empty()) text += '\n' + wrapped(command.details, width);
    text += subcommands_in(command, width);
    text += arguments_in(app, width);
    text += options_in(app, false, width);
    text += options_in(app, true, width);
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
