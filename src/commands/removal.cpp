#include "removal.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace kith::commands {

void declare_removal(CLI::App& app, const std::string& value, RemovalWords& given, const std::string& help) {
    words(app, value, given.words, help);
    flag(app, "--yes", given.yes, "remove several without being asked");
}

bool may_remove(std::vector<render::Row> rows, std::string_view things, bool yes, Session& session) {
    constexpr std::size_t most_shown = 10;
    const auto count = rows.size();
    if (count < 2 || yes || session.options().dry_run) return true;
    const auto& environment = session.environment();
    if (!environment.terminal.input_is_terminal || !environment.terminal.error_is_terminal)
        core::fail_usage(
            fmt::format("{} {} are removed only after a yes, and there is no terminal to ask on", count, things),
            "say it with --yes");
    rows.resize(std::min(count, most_shown));
    for (auto& row : rows) row.front().text = "remove";
    environment.err << render::to_text(rows, session.layout());
    if (count > most_shown) environment.err << fmt::format("and {} more\n", count - most_shown);
    session.journal().directory().unlock();
    const auto answer = core::fold(session.ask(fmt::format("remove {} {}? [y/N]", count, things)).value_or(""));
    if (answer != "y" && answer != "yes") {
        session.note("nothing was removed");
        return false;
    }
    session.journal().directory().lock();
    return true;
}

} // namespace kith::commands
