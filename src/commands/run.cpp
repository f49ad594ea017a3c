// From the words of the command line to an action and an exit status.
#include "kith/commands/command.hpp"
#include "kith/commands/environment.hpp"
#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "dispatch.hpp"
#include "help.hpp"
#include "options.hpp"
#include "session.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Error.hpp>
#include <CLI/Formatter.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <ostream>

namespace kith::commands {
namespace {

/// The options that every command has, as typed.
struct GlobalTexts {
    Text directory, today, format, color;
    bool json = false, quiet = false, dry_run = false, help = false, version = false;
};

void declare(CLI::App& app, GlobalTexts& globals) {
    option(app, "--dir", globals.directory, "DIR", "the data directory (KITH_DIR)");
    option(app, "--today", globals.today, "DATE", "what counts as today (KITH_TODAY)");
    flag(app, "--json", globals.json, "machine output: one JSON document");
    option(app, "--format", globals.format, "TEMPLATE", "a line per record, e.g. '{date}\\t{with}\\t{note}'");
    option(app, "--color", globals.color, "auto|always|never", "colours; NO_COLOR and CLICOLOR_FORCE are honoured");
    flag(app, "-q,--quiet", globals.quiet, "only what was asked for: a new record's id, or nothing");
    flag(app, "-n,--dry-run", globals.dry_run, "show the change as a diff of the files, write nothing");
    flag(app, "-h,--help", globals.help, "this text");
    flag(app, "--version", globals.version, "the version");
    for (CLI::Option* each : app.get_options()) each->group("Everywhere");
}

std::string directory_of(const GlobalTexts& globals, const Environment& environment) {
    if (globals.directory) return require_text(*globals.directory, "--dir");
    const auto variable = [&environment](const std::string& name) {
        const auto value = environment.variable(name);
        return value && !value->empty() ? value : std::nullopt;
    };
    if (const auto own = variable("KITH_DIR")) return *own;
    if (const auto data = variable("XDG_DATA_HOME"); data && data->front() == '/') return *data + "/kith";
    if (const auto home = variable("HOME")) return *home + "/.local/share/kith";
    core::fail_usage("there is no home directory to keep the journal in", "set KITH_DIR or give --dir");
}

core::Date today_of(const GlobalTexts& globals, const Environment& environment) {
    const core::PhraseContext context{environment.today, core::Facing::past, core::WeekStart::monday};
    if (globals.today) return core::require_date(*globals.today, "--today", context).date;
    if (const auto value = environment.variable("KITH_TODAY"); value && !value->empty())
        return core::require_date(*value, "KITH_TODAY", context).date;
    return environment.today;
}

bool wants_color(const GlobalTexts& globals, const Environment& environment) {
    const std::string when = require_choice(globals.color.value_or("auto"), "--color", {"auto", "always", "never"});
    if (when != "auto") return when == "always";
    const auto is_set = [&environment](const char* name) {
        const auto value = environment.variable(name);
        return value && !value->empty();
    };
    if (is_set("NO_COLOR")) return false;
    if (is_set("CLICOLOR_FORCE") && environment.variable("CLICOLOR_FORCE") != "0") return true;
    return environment.terminal.output_is_terminal && environment.variable("TERM") != "dumb";
}

void refuse_broken_text(std::span<const std::string> arguments) {
    for (const auto& argument : arguments)
        if (!core::is_valid_utf8(argument) || argument.find('\0') != std::string::npos)
            core::fail_usage(fmt::format("'{}' is not valid UTF-8 text", argument), "kith keeps its files in UTF-8");
}

/// What CLI11 found wrong, in our words.
[[noreturn]] void refuse(const CLI::ParseError& error, const Command& command) {
    std::string message = error.what();
    const auto colon = message.find(':');
    const std::string name = message.substr(0, colon);
    const bool is_mismatch = dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr;
    const bool has_none = message.find("missing") != std::string::npos || message.ends_with("received 0");
    if (is_mismatch && has_none)
        message = name + " needs a value";
    else if (is_mismatch)
        message = name + " is given more than once";
    core::fail_usage(message, help_pointer(command));
}

void parse(CLI::App& app, const Command& command, const std::vector<std::string>& arguments) {
    std::vector<std::string> reversed;
    std::ranges::transform(arguments, std::back_inserter(reversed), guard);
    std::ranges::reverse(reversed);
    app.allow_extras();
    try {
        app.parse(reversed);
    } catch (const CLI::ParseError& error) {
        refuse(error, command);
    }
    auto extras = app.remaining();
    std::erase(extras, "--"); // Only says that the rest are words.
    if (!extras.empty()) refuse_extra(extras.front(), app, command);
}

int perform(std::span<const std::string> arguments, Environment& environment) {
    refuse_broken_text(arguments);
    const Choice choice = choose_command(arguments);
    CLI::App app;
    app.set_help_flag();
    GlobalTexts globals;
    declare(app, globals);
    const Action action = choice.command->bind(app);
    parse(app, *choice.command, choice.arguments);
    if (globals.version) {
        environment.out << "kith " << KITH_VERSION << '\n';
        return 0;
    }
    if (globals.help) {
        environment.out << help_text(*choice.command, app);
        return 0;
    }
    if (globals.json && globals.format) core::fail_usage("--json and --format exclude each other");
    Session session(environment,
                    {directory_of(globals, environment), today_of(globals, environment), globals.json, globals.format,
                     wants_color(globals, environment), globals.quiet, globals.dry_run, choice.command->path});
    const auto tell_remarks = [&] {
        for (const auto& remark : session.journal().remarks())
            environment.err << "kith: " << core::to_text(remark) << '\n';
    };
    try {
        const int status = action(session);
        tell_remarks();
        return status;
    } catch (const core::Failure&) {
        tell_remarks();
        throw;
    }
}

} // namespace

int run(std::span<const std::string> arguments, Environment& environment) {
    try {
        const int status = perform(arguments, environment);
        errno = 0;
        environment.out.flush();
        if (!environment.out && errno != EPIPE) // A reader that has seen enough is no error.
            throw core::Failure(
                {core::ProblemKind::io, "the answer could not be written to the output", std::nullopt, {}});
        return status;
    } catch (const core::Failure& failure) {
        environment.out.flush();
        for (const auto& problem : failure.problems()) environment.err << "kith: " << core::to_text(problem) << '\n';
        return core::exit_status(failure);
    }
}

} // namespace kith::commands
