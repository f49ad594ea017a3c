#include "global_options.hpp"

#include "kith/core/error.hpp"
#include "kith/core/phrase.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

namespace kith::commands {
namespace {

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

} // namespace

BoundCommand::BoundCommand(const Command& command) : app(std::make_shared<CLI::App>()) {
    app->set_help_flag();
    declare(*app, globals);
    action = command.bind(*app);
}

std::shared_ptr<CLI::App> app_of(const Command& command) {
    auto bound = std::make_shared<BoundCommand>(command);
    return {bound, bound->app.get()};
}

GlobalOptions resolve(const GlobalTexts& globals, const Environment& environment, const Command& command) {
    if (globals.json && globals.format) core::fail_usage("--json and --format exclude each other");
    return {directory_of(globals, environment),
            today_of(globals, environment),
            globals.json,
            globals.format,
            wants_color(globals, environment),
            globals.quiet,
            globals.dry_run,
            command.path};
}

} // namespace kith::commands
