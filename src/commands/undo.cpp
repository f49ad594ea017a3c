// kith undo: the last writes taken back.
#include "kith/core/error.hpp"
#include "kith/core/text.hpp"
#include "kith/store/record_changes.hpp"
#include "kith/store/undo_store.hpp"

#include "nouns.hpp"
#include "options.hpp"
#include "session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace kith::commands {
namespace {

store::UndoStore require_undo_store(Session& session) {
    auto store = session.undo_store();
    if (!store) core::fail_usage("there is no place where it is noted what was written", "set HOME or XDG_STATE_HOME");
    if (store->is_empty()) core::fail_not_found("there is nothing to take back");
    return *std::move(store);
}

bool is_undo(const store::Write& write) {
    return write.command.starts_with("undo ");
}

/// The command that was taken back or done again in the end: `log` for `undo log`.
std::string_view original_command(std::string_view command) {
    for (const std::string_view word : {"undo ", "redo "})
        if (command.starts_with(word)) return command.substr(word.size());
    return command;
}

/// The commands of an undo of several: `person add` and `import` of `person add, import`.
std::vector<std::string> parts_of(std::string_view commands) {
    std::vector<std::string> parts;
    while (!commands.empty()) {
        const auto end = std::min(commands.find(", "), commands.size());
        parts.emplace_back(commands.substr(0, end));
        commands.remove_prefix(std::min(end + 2, commands.size()));
    }
    return parts;
}

std::string summary_of(const store::Write& write) {
    return store::summary(write.command, store::net_changes(write.changes));
}

/// `undone  log  Coffee with Ana (k7f2q9xa)`
render::Row row_of(const store::Write& write) {
    return {
        {is_undo(write) ? "redone" : "undone"}, {std::string(original_command(write.command))}, {summary_of(write)}};
}

core::Fields fields_of(const store::Write& write) {
    return {{"step", is_undo(write) ? "redone" : "undone", 0},
            {"command", std::string(original_command(write.command)), 0},
            {"summary", summary_of(write), 0}};
}

/// What this is called where it is taken back in turn: after the commands, the latest first, each once.
std::string name_of(const std::vector<store::Write>& writes) {
    std::vector<std::string> commands;
    for (const auto& write : writes)
        for (const auto& command : parts_of(original_command(write.command)))
            if (std::ranges::find(commands, command) == commands.end()) commands.push_back(command);
    return fmt::format("{} {}", is_undo(writes.front()) ? "redo" : "undo", core::join(commands, ", "));
}

[[noreturn]] void refuse_too_many(std::size_t there_are) {
    if (there_are == 0) core::fail_not_found("there is nothing to take back");
    core::fail_not_found(there_are == 1 ? "only the last write can be taken back"
                                        : fmt::format("only the last {} writes can be taken back", there_are));
}

int undo(const Texts& words, Session& session) {
    if (words.size() > 1) core::fail_usage(fmt::format("'{}' is one word too many", words[1]), "kith undo 2");
    constexpr int most = static_cast<int>(store::UndoStore::most_writes);
    const int count = words.empty() ? 1 : require_number(words.front(), "undo", 1, most);
    const auto store = require_undo_store(session);
    const std::vector<std::string_view> keys{"step", "command", "summary"};
    session.begin_writing(keys);
    const auto writes = store.last_writes(static_cast<std::size_t>(count), session.journal().directory());
    if (writes.size() < static_cast<std::size_t>(count)) refuse_too_many(writes.size());
    session.save_texts({name_of(writes), store::taking_back(writes)});
    std::vector<core::Fields> records;
    std::vector<render::Row> rows;
    for (const auto& write : writes) {
        records.push_back(fields_of(write));
        rows.push_back(row_of(write));
    }
    return session.answer(records, keys, render::to_text(rows, session.layout()));
}

Action bind_undo(CLI::App& app) {
    auto given = std::make_shared<Texts>();
    words(app, "N", *given, "how many writes, 1 unless told");
    return [given](Session& session) { return undo(*given, session); };
}

} // namespace

std::vector<Command> undo_commands() {
    return {
        {"undo", "[N]", "take back the last writes",
         "Puts the files back as they were before the last command that wrote, or the last N. The last 50 are kept, "
         "outside of the journal. An undo is a write too: undoing it does it again. Where a file was changed since, "
         "by hand or by git, it is refused and nothing happens. -n shows what would be put back.",
         "kith undo -n", bind_undo}};
}

} // namespace kith::commands
