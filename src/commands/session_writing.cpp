// The one place where what a command changed goes to the disk, and what follows from that.
#include "kith/core/error.hpp"
#include "kith/render/diff.hpp"
#include "kith/store/record_changes.hpp"
#include "kith/store/repository.hpp"

#include "session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace kith::commands {

void Session::save() {
    auto& directory = journal_.directory();
    const auto changes = directory.pending();
    if (options_.dry_run) return show_diff(changes);
    directory.commit();
    for (const auto& each : std::exchange(news_, {})) note(each);
    after_writing({std::string(options_.command), changes});
}

void Session::save_texts(const store::Write& write) {
    if (options_.dry_run) return show_diff(write.changes);
    journal_.directory().write(write.changes);
    after_writing(write);
}

void Session::show_diff(const std::vector<store::FileChange>& changes) {
    std::string diff;
    for (const auto& change : changes) {
        const std::string* before = change.before ? &*change.before : nullptr;
        diff += render::unified_diff(change.name, before, change.after);
    }
    page(diff);
    has_diff_ = true;
}

void Session::after_writing(const store::Write& write) {
    if (write.changes.empty()) return;
    try {
        if (auto store = undo_store()) store->keep(write);
    } catch (const core::Failure& failure) {
        // The journal is written: what is lost is only the way back.
        note(fmt::format("'kith undo' will not know of this: {}", failure.what()));
    }
    try {
        if (journal_.config().auto_commit) commit_to_git(write);
    } catch (const core::Failure& failure) {
        note(fmt::format("written, but not committed: {}", failure.what()));
    }
}

void Session::commit_to_git(const store::Write& write) {
    auto repository = store::Repository::find(git(), environment_.files);
    if (!repository)
        return note("written, but not committed: auto_commit is on and there is no git repository; 'kith init --git' "
                    "makes one");
    if (const auto operation = repository->operation_in_progress())
        return note(fmt::format("written, but not committed: a {} is in progress in git", *operation));
    auto names = repository->changed_files();
    std::erase_if(names, [&write](const std::string& name) {
        return std::ranges::find(write.changes, name, &store::FileChange::name) == write.changes.end();
    });
    if (!names.empty()) repository->commit(names, store::commit_message(write.command, write.changes));
}

store::Git Session::git() const {
    return {environment_.processes, journal_.directory().path(), environment_.terminal.input_is_terminal};
}

std::optional<store::UndoStore> Session::undo_store() const {
    const auto variable = [this](const std::string& name) {
        const auto value = environment_.variable(name);
        return value && value->starts_with('/') ? value : std::nullopt;
    };
    std::optional<std::string> state = variable("XDG_STATE_HOME");
    if (const auto home = variable("HOME"); !state && home) state = *home + "/.local/state";
    if (!state) return std::nullopt;
    return store::UndoStore(environment_.files, *state + "/kith", journal_.directory().path());
}

} // namespace kith::commands
