// From the words of the command line to an action and an exit status.
#include "kith/commands/command.hpp"
#include "kith/commands/environment.hpp"
#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "dispatch.hpp"
#include "global_options.hpp"
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

/// A Failure where not all of the answer could be written. A reader that has seen enough is none.
void flush(std::ostream& out) {
    errno = 0;
    out.flush();
    if (!out && errno != EPIPE)
        throw core::Failure({core::ProblemKind::io, "the answer could not be written to the output", std::nullopt, {}});
}

int act(const BoundCommand& bound, Session& session, std::ostream& err) {
    const auto tell_remarks = [&] {
        for (const auto& remark : session.journal().remarks()) err << "kith: " << core::to_text(remark) << '\n';
    };
    try {
        const int status = bound.action(session);
        tell_remarks();
        return status;
    } catch (const core::Failure& failure) {
        tell_remarks();
        throw session.after_what_was_written(failure);
    }
}

int perform(std::span<const std::string> arguments, Environment& environment) {
    refuse_broken_text(arguments);
    const Choice choice = choose_command(arguments);
    BoundCommand bound(*choice.command);
    const GlobalTexts& globals = bound.globals;
    parse(*bound.app, *choice.command, choice.arguments);
    if (globals.version) {
        environment.out << "kith " << KITH_VERSION << '\n';
        return 0;
    }
    if (globals.help) {
        environment.out << help_text(*choice.command, *bound.app, environment);
        return 0;
    }
    Session session(environment, resolve(globals, environment, *choice.command));
    const int status = act(bound, session, environment.err);
    flush(environment.out);
    if (environment.leave) environment.leave(status);
    return status;
}

} // namespace

int run(std::span<const std::string> arguments, Environment& environment) {
    try {
        const int status = perform(arguments, environment);
        flush(environment.out);
        return status;
    } catch (const core::Failure& failure) {
        environment.out.flush();
        for (const auto& problem : failure.problems()) environment.err << "kith: " << core::to_text(problem) << '\n';
        return core::exit_status(failure);
    }
}

} // namespace kith::commands
