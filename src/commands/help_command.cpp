// kith help: the manual of a command.
#include "kith/core/error.hpp"

#include "dispatch.hpp"
#include "help.hpp"
#include "nouns.hpp"
#include "options.hpp"
#include "session.hpp"

#include <memory>
#include <optional>

namespace kith::commands {
namespace {

const Command& require_command(const Texts& words) {
    const Path path = find_path(words);
    if (path.places.size() < words.size()) refuse_word(words[path.places.size()], path.text);
    Texts asked = words;
    asked.emplace_back("--help"); // With it `strategy goal` stands for the strategy.
    return *choose_command(asked).command;
}

/// `kith-log` for `log list`: a page is of a noun.
std::string page_of(const Command& command) {
    const std::string noun(command.path.substr(0, command.path.find(' ')));
    return noun.empty() ? "kith" : "kith-" + noun;
}

/// Whether a page was shown.
bool open_page(const std::string& page, Session& session) {
    constexpr int signalled = 128;
    try {
        auto& processes = session.environment().processes;
        if (processes.capture(std::vector<std::string>{"man", "-w", page}, {}).status != 0) return false;
        const int status = processes.run(std::vector<std::string>{"man", page}, {});
        return status == 0 || status > signalled; // Who stopped it has seen enough.
    } catch (const core::Failure&) {              // There is no man.
        return false;
    }
}

/// What man prints of it; nothing where the page is not installed.
std::optional<std::string> text_of_page(const std::string& page, Session& session) {
    try {
        const auto printed = session.environment().processes.capture(std::vector<std::string>{"man", page}, {});
        return printed.status == 0 ? std::optional(printed.out) : std::nullopt;
    } catch (const core::Failure&) { // There is no man.
        return std::nullopt;
    }
}

/// `format` for `kith-format`: pages are asked for by their names, too.
Texts without_program(Texts words) {
    constexpr std::string_view program = "kith-";
    if (!words.empty() && words.front().starts_with(program)) words.front().erase(0, program.size());
    return words;
}

/// The page of the files, which are no command and have no --help.
int help_on_format(Session& session) {
    const std::string page = "kith-format";
    if (session.environment().terminal.output_is_terminal && open_page(page, session)) return 0;
    const auto text = text_of_page(page, session);
    if (!text)
        core::fail_not_found("the page kith-format is not installed", "it is man/kith-format.5 in the source of kith");
    session.page(*text);
    return 0;
}

int help(const Texts& given, Session& session) {
    if (session.options().json || session.options().format)
        core::fail_usage("a manual page is no record", "'kith help' prints it as it is");
    const auto words = without_program(given);
    if (words == Texts{"format"}) return help_on_format(session);
    const Command& command = require_command(words);
    if (session.environment().terminal.output_is_terminal && open_page(page_of(command), session)) return 0;
    session.page(help_text(command, *app_of(command), session.environment()));
    return 0;
}

Action bind_help(CLI::App& app) {
    auto given = std::make_shared<Texts>();
    words(app, "COMMAND", *given, "the command, in as many words as it has; kith itself unless told");
    return [given](Session& session) { return help(*given, session); };
}

} // namespace

std::vector<Command> help_commands() {
    return {{"help", "[COMMAND...]", "open the manual page of a command",
             "With man, on a terminal. Elsewhere, and where the page is not installed, it prints what --help prints. "
             "The page of the files is 'kith help format'.",
             "kith help strategy", bind_help}};
}

} // namespace kith::commands
