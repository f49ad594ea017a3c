// The one place where what a command changed goes to the disk, and what follows from that.
#include "kith/core/error.hpp"
#include "kith/core/text.hpp"
#include "kith/render/diff.hpp"
#include "kith/store/record_changes.hpp"
#include "kith/store/repository.hpp"

#include "session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <string_view>
#include <utility>

namespace kith::commands {
namespace {

/// Why an action failed; empty where it did not.
template<class Action> std::string reason_of(Action action) {
    try {
        action();
        return {};
    } catch (const core::Failure& failure) {
        return failure.what();
    }
}

core::Problem written_before(bool can_undo) {
    return {core::ProblemKind::io, "what was written before that is in the journal", std::nullopt,
            can_undo ? "'kith undo' takes it back" : ""};
}

core::Failure with(core::Problem problem, const core::Failure& failure) {
    auto problems = failure.problems();
    problems.push_back(std::move(problem));
    return core::Failure(std::move(problems));
}

} // namespace

core::Failure Session::after_what_was_written(const core::Failure& failure) const {
    return written_ ? with(*written_, failure) : failure;
}

void Session::save(bool is_last) {
    auto& directory = journal_.directory();
    if (options_.dry_run) return show_diff(is_last ? directory.take_pending() : directory.pending());
    try {
        write({std::string(options_.command), directory.take_steps()});
    } catch (const core::Failure&) {
        tell_what_was_edited();
        throw;
    }
}

void Session::tell_what_was_edited() {
    if (core::trim(edited_).empty()) return;
    environment_.err << "kith: what came from the editor, to be kept by hand:\n";
    for (std::string_view rest = edited_; !rest.empty();) {
        const auto end = rest.find('\n');
        environment_.err << "    " << core::escape_controls(rest.substr(0, end)) << '\n';
        rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
    }
}

void Session::save_texts(const store::Write& write) {
    if (options_.dry_run) return show_diff(store::net_changes(write.changes));
    this->write(write);
}

void Session::write(const store::Write& write) {
    auto undo = undo_store();
    std::string why_no_undo;
    try {
        journal_.directory().write(write.changes, [&] {
            if (undo && !write.changes.empty()) why_no_undo = reason_of([&] { undo->begin(write); });
        });
    } catch (const core::Failure& failure) {
        if (!undo || !why_no_undo.empty() || !has_left_a_part(*undo)) throw;
        written_.reset();
        throw with(written_before(true), failure);
    }
    for (const auto& each : std::exchange(news_, {})) note(each);
    if (write.changes.empty()) return;
    if (undo && why_no_undo.empty()) why_no_undo = reason_of([&] { undo->finish(); });
    written_ = written_before(undo && why_no_undo.empty());
    // The journal is written: what is lost is only the way back.
    if (!why_no_undo.empty()) note(fmt::format("'kith undo' will not know of this: {}", why_no_undo));
    after_writing(write);
}

void Session::show_diff(const std::vector<store::FileChange>& changes) {
    std::string diff;
    const bool may_be_paged = is_interactive();
    for (const auto& change : changes) {
        const std::string* before = change.before ? &*change.before : nullptr;
        render::unified_diff(change.name, before, change.after, [&](std::string_view piece) {
            if (may_be_paged)
                diff += piece;
            else
                print(piece);
        });
    }
    if (may_be_paged) page(diff);
    has_diff_ = true;
}

bool Session::has_left_a_part(store::UndoStore& undo) {
    try {
        store::DataDirectory as_it_is(environment_.files, journal_.directory().path());
        return undo.give_up(as_it_is);
    } catch (const core::Failure&) {
        return false;
    }
}

void Session::after_writing(const store::Write& write) {
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
    if (repository->mark_of_merge_cut_off())
        return note("written, but not committed: git was stopped in the midst of a merge; 'kith sync' says what to do");
    auto names = repository->changed_files();
    const auto changes = store::net_changes(write.changes);
    std::erase_if(names, [&changes](const std::string& name) {
        return std::ranges::find(changes, name, &store::FileChange::name) == changes.end();
    });
    if (!names.empty()) repository->commit(names, store::commit_message(write.command, changes));
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
