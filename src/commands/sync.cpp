// kith sync: what was written here goes to the other machines, and theirs comes here.
#include "kith/core/error.hpp"
#include "kith/core/text.hpp"
#include "kith/store/record_changes.hpp"
#include "kith/store/repository.hpp"

#include "conflicts.hpp"
#include "nouns.hpp"
#include "session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace kith::commands {
namespace {

using store::Repository;

constexpr int most_attempts = 5;

[[noreturn]] void refuse(std::string message, std::string hint) {
    throw core::Failure({core::ProblemKind::io, std::move(message), std::nullopt, std::move(hint)});
}

/// What was done so far.
struct Progress {
    Session& session;
    std::vector<core::Fields> steps;

    /// `committed  sync: 2 interactions`: at once, since what follows may take a while, or fail.
    void tell(std::string_view step, std::string details) {
        session.say(fmt::format("{:<9}  {}\n", step, core::escape_controls(details)));
        session.environment().out.flush();
        steps.push_back({{"step", std::string(step), 0}, {"details", std::move(details), 0}});
    }
};

std::string commits(int count) {
    return fmt::format("{} commit{}", count, count == 1 ? "" : "s");
}

Repository require_repository(Session& session) {
    auto repository = Repository::find(session.git(), session.environment().files);
    if (!repository)
        refuse(fmt::format("{} is in no git repository", session.journal().directory().path()),
               "'kith init --git' makes it one");
    return *std::move(repository);
}

std::string require_branch(const Repository& repository) {
    const auto operation = repository.operation_in_progress();
    if (operation && *operation != "merge")
        refuse(fmt::format("a {} is in progress in git", *operation),
               fmt::format("conclude it with 'kith git {0} --continue' or take it back with 'kith git {0} --abort'",
                           *operation));
    if (const auto mark = repository.mark_of_merge_cut_off())
        refuse("git was stopped in the midst of a merge and may have left files short",
               fmt::format("'kith git stash -u' puts them back as they were committed and keeps what stands there now; "
                           "then remove {} and sync again",
                           *mark));
    const auto branch = repository.branch();
    if (!branch) refuse("the repository is on no branch (its HEAD is detached)", "go to one: kith git switch main");
    return *branch;
}

void require_author(const Repository& repository) {
    if (repository.knows_author()) return;
    refuse("git does not know who you are, so nothing was committed",
           "kith git config user.name \"Your Name\"; kith git config user.email you@example.org");
}

/// What a commit now would hold. A Failure with its place where a file does not parse: other machines could not read
/// it either.
std::vector<store::FileChange> uncommitted(const Repository& repository, Session& session) {
    auto& directory = session.journal().directory();
    std::vector<store::FileChange> changes;
    for (const auto& name : repository.changed_files()) {
        auto text = directory.text(name);
        if (text && store::is_journal_file(name)) (void)store::Document::parse(directory.path_of(name), *text);
        changes.push_back({name, repository.committed_text(name), std::move(text)});
    }
    return changes;
}

/// Without what is as it was committed, which git notes: it calls that changed where it was killed after its commit.
std::vector<store::FileChange> with_index_settled(const Repository& repository,
                                                  std::vector<store::FileChange> changes) {
    const auto settled = std::ranges::stable_partition(
        changes, [](const store::FileChange& change) { return !change.after || change.before != change.after; });
    std::vector<std::string> names;
    for (const auto& change : settled) names.push_back(change.name);
    repository.take_in(names);
    changes.erase(settled.begin(), settled.end());
    return changes;
}

void commit(const Repository& repository, Progress& progress) {
    const auto changes = with_index_settled(repository, uncommitted(repository, progress.session));
    if (changes.empty()) return;
    require_author(repository);
    std::vector<std::string> names;
    for (const auto& change : changes) names.push_back(change.name);
    const auto message = store::commit_message("sync", changes);
    repository.commit(names, message);
    progress.tell("committed", message.substr(0, message.find('\n')));
}

/// A merge that was left to the user and is resolved now. A Failure that names what is not.
void conclude_merge(const Repository& repository, Progress& progress) {
    if (!repository.operation_in_progress()) return;
    auto& directory = progress.session.journal().directory();
    std::vector<core::Problem> problems;
    std::vector<std::string> resolved;
    for (const auto& file : repository.unmerged()) {
        const auto path = directory.path_of(file.name);
        if (!store::is_journal_file(file.name)) {
            problems.push_back(foreign_conflict(path));
            continue;
        }
        const auto text = directory.text(file.name);
        const auto left = conflicts_in(path, text.value_or(""));
        problems.insert(problems.end(), left.begin(), left.end());
        if (!left.empty()) continue;
        (void)store::Document::parse(path, text.value_or(""));
        resolved.push_back(file.name);
    }
    if (!problems.empty()) throw core::Failure(std::move(problems));
    (void)uncommitted(repository, progress.session);
    require_author(repository);
    repository.take_in(resolved);
    repository.conclude_merge("sync: merge");
    progress.tell("merged", "the conflicts are resolved");
}

/// Does git's merge again by records where it left conflicts: a clone may not have been told how kith merges.
void resolve(const Repository& repository, const std::string& message, Session& session) {
    auto& directory = session.journal().directory();
    const auto unmerged = repository.unmerged();
    auto remerge = merge_by_records(unmerged, directory);
    directory.write(remerge.changes);
    repository.take_in(remerge.merged);
    for (const auto& file : unmerged)
        if (!store::is_journal_file(file.name))
            remerge.conflicts.push_back(foreign_conflict(directory.path_of(file.name)));
    if (!remerge.conflicts.empty()) throw core::Failure(std::move(remerge.conflicts));
    repository.conclude_merge(message);
}

/// Where the branch is exchanged.
struct Counterpart {
    std::string remote;
    std::string branch;
    bool is_upstream = false;

    [[nodiscard]] std::string name() const { return remote + "/" + branch; }
};

std::string choose_remote(const Repository& repository, const std::string& branch) {
    const auto remotes = repository.remotes();
    const auto set = repository.setting("branch." + branch + ".remote");
    if (set && std::ranges::find(remotes, *set) != remotes.end()) return *set;
    if (remotes.empty())
        refuse("there is no remote to sync with; what was written is committed here", "kith git remote add origin URL");
    if (remotes.size() == 1) return remotes.front();
    if (std::ranges::find(remotes, "origin") != remotes.end()) return "origin";
    refuse(fmt::format("there are several remotes: {}", core::join(remotes, ", ")),
           fmt::format("say which one: kith git push --set-upstream {} {}", remotes.front(), branch));
}

/// The upstream; without one, or with one that the remote does not have, the remote's only branch or the one of the
/// same name: two machines may have begun with `main` and `master`, and a clone of an empty remote expects either.
Counterpart choose_counterpart(const Repository& repository, const std::string& remote, const std::string& branch) {
    constexpr std::string_view heads = "refs/heads/";
    const auto theirs = repository.branches_of(remote);
    const auto upstream = repository.setting("branch." + branch + ".merge");
    if (upstream && upstream->starts_with(heads) && repository.setting("branch." + branch + ".remote") == remote) {
        const auto name = upstream->substr(heads.size());
        const bool is_there = std::ranges::find(theirs, name) != theirs.end();
        if (is_there || theirs.size() != 1) return {remote, name, true};
    }
    const bool is_other = theirs.size() == 1 && theirs.front() != branch;
    return {remote, is_other ? theirs.front() : branch, false};
}

void merge(const Repository& repository, const Counterpart& counterpart, const std::string& theirs,
           Progress& progress) {
    const auto ours = repository.commit_of("HEAD");
    if (ours && repository.contains(*ours, theirs)) return;
    if (ours && !repository.contains(theirs, *ours)) require_author(repository);
    const int count = repository.count_between(ours, theirs);
    const auto message = "sync: merge " + counterpart.name();
    if (!repository.merge(theirs, message)) resolve(repository, message, progress.session);
    progress.tell("merged", fmt::format("{} from {}", commits(count), counterpart.name()));
}

/// Fetches, merges and pushes; false where someone else pushed in between.
bool exchange(const Repository& repository, const std::string& remote, const std::string& branch, Progress& progress) {
    auto& directory = progress.session.journal().directory();
    directory.unlock(); // The network may be slow, and others want to write.
    repository.fetch(remote);
    directory.lock();
    commit(repository, progress);
    const auto counterpart = choose_counterpart(repository, remote, branch);
    const auto theirs = repository.commit_of("refs/remotes/" + counterpart.name());
    if (theirs) merge(repository, counterpart, *theirs, progress);
    directory.unlock();
    const auto ours = repository.commit_of("HEAD");
    if (!ours) {
        progress.session.note("there is nothing to sync yet");
        return true;
    }
    const int count = repository.count_between(theirs, *ours);
    if (count > 0 || !counterpart.is_upstream) {
        if (repository.push(remote, counterpart.branch, !counterpart.is_upstream) == Repository::Push::outrun)
            return false;
    }
    if (count > 0)
        progress.tell("pushed", fmt::format("{} to {}", commits(count), counterpart.name()));
    else
        progress.tell("in sync", fmt::format("with {}", counterpart.name()));
    return true;
}

std::vector<std::string_view> keys_of_steps() {
    return {"step", "details"};
}

/// The steps were told as they were taken; as data they come at the end.
int answer(const Progress& progress) {
    return progress.session.answer(progress.steps, keys_of_steps(), {});
}

int sync(Session& session) {
    session.require_format(keys_of_steps());
    const auto repository = require_repository(session);
    const auto branch = require_branch(repository);
    if (session.options().dry_run) {
        session.save_texts({"sync", uncommitted(repository, session)});
        return 0;
    }
    session.begin_writing(keys_of_steps());
    Progress progress{session, {}};
    conclude_merge(repository, progress);
    commit(repository, progress);
    const auto remote = choose_remote(repository, branch);
    for (int attempt = 0; attempt < most_attempts; ++attempt)
        if (exchange(repository, remote, branch, progress)) return answer(progress);
    refuse("someone else pushed in between, each time", "what was written is committed here; 'kith sync' again");
}

Action bind_sync(CLI::App&) {
    return sync;
}

} // namespace

std::vector<Command> sync_commands() {
    return {
        {"sync", "", "commit, fetch, merge and push",
         "Commits what changed in the journal's files and in no others, fetches, merges by records, and pushes; the "
         "first push sets the upstream. Nothing is reset or forced, and what you have staged stays staged. What says "
         "two things at once is named with its line and left for you, with both sides in the file; once you have "
         "decided, 'kith sync' concludes the merge. -n shows what would be committed.",
         "kith sync", bind_sync}};
}

} // namespace kith::commands
