// What a repository does with others: fetching, merging, pushing.
#include "kith/core/error.hpp"
#include "kith/core/text.hpp"
#include "kith/store/data_directory.hpp"
#include "kith/store/document.hpp"
#include "kith/store/repository.hpp"

#include "git_output.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

namespace kith::store {
namespace {

std::string trimmed(const std::string& output) {
    return std::string(core::trim(output));
}

/// In git's directory: the commit that a merge began at, and the one that was merged, each on a line.
constexpr std::string_view merge_mark = "/kith-merging";

/// Whether a text still has all lines of another one in their order, so that none is short or missing.
bool is_only_added_to(const std::string& before, const std::string& after) {
    const auto wanted = split(before, '\n');
    auto next = wanted.begin();
    for (const auto& line : split(after, '\n'))
        if (next != wanted.end() && line == *next) ++next;
    return next == wanted.end();
}

/// Whether a text has lines that one side has added to what both had: those with ids, where there are such, since only
/// they are of nobody else.
bool has_lines_of(const std::string& text, const std::string& side, const std::string& before) {
    const auto had = split(before, '\n');
    const std::set<std::string> known(had.begin(), had.end());
    std::set<std::string> added, with_ids;
    for (auto& line : split(side, '\n')) {
        if (line.empty() || known.contains(line)) continue;
        if (line.starts_with("id = ")) with_ids.insert(line);
        added.insert(std::move(line));
    }
    const auto& telling = with_ids.empty() ? added : with_ids;
    return std::ranges::any_of(split(text, '\n'), [&telling](const auto& line) { return telling.contains(line); });
}

bool can_be_read(const std::string& path, const std::string& text) {
    try {
        (void)Document::parse(path, text);
        return true;
    } catch (const core::Failure&) {
        return false;
    }
}

} // namespace

std::vector<std::string> Repository::remotes() const {
    return split(git_.require("list its remotes", {"remote"}), '\n');
}

void Repository::fetch(const std::string& remote) const {
    (void)git_.require("fetch from " + remote, {"fetch", "-q", remote},
                       "what was written is committed here; 'kith sync' again later");
}

std::vector<std::string> Repository::branches_of(const std::string& remote) const {
    const std::string folder = "refs/remotes/" + remote + "/";
    std::vector<std::string> names;
    for (const auto& line : split(git_.require("list branches", {"for-each-ref", "--format=%(refname)", folder}), '\n'))
        if (line.starts_with(folder) && line != folder + "HEAD") names.push_back(line.substr(folder.size()));
    return names;
}

std::optional<std::string> Repository::commit_of(const std::string& name) const {
    const auto answer = git_.ask({"rev-parse", "-q", "--verify", name + "^{commit}"});
    return answer.status == 0 ? std::optional(trimmed(answer.out)) : std::nullopt;
}

bool Repository::contains(const std::string& commit, const std::string& other) const {
    return git_.ask({"merge-base", "--is-ancestor", other, commit}).status == 0;
}

int Repository::count_between(const std::optional<std::string>& from, const std::string& to) const {
    std::vector<std::string> arguments{"rev-list", "--count", to};
    if (from) arguments.push_back("^" + *from);
    const auto output = trimmed(git_.require("count commits", arguments));
    int count = 0;
    std::from_chars(output.data(), output.data() + output.size(), count);
    return count;
}

bool Repository::has_staged_changes() const {
    return git_.ask({"diff", "--cached", "--quiet", "--no-ext-diff"}).status == 1;
}

bool Repository::merge(const std::string& commit, const std::string& message) const {
    const auto mark = git_directory_ + std::string(merge_mark);
    const auto head = commit_of("HEAD");
    files_->replace(mark, head.value_or("") + "\n" + commit + "\n");
    try {
        const bool is_merged = merge_marked(head, commit, message);
        files_->remove(mark);
        return is_merged;
    } catch (const core::Failure&) {
        // What stopped git by itself left nothing half written; what killed it is known by its changes.
        if (changed_files().empty()) files_->remove(mark);
        throw;
    }
}

std::optional<std::string> Repository::mark_of_merge_cut_off() const {
    auto path = git_directory_ + std::string(merge_mark);
    const auto mark = files_->read(path);
    if (!mark || operation_in_progress()) return std::nullopt;
    auto commits = split(*mark, '\n');
    std::erase(commits, "");
    const bool is_at_its_beginning = commits.empty() || commits.front() == commit_of("HEAD").value_or("");
    const auto is_whole = [&](const std::string& name) {
        return commits.size() > 1 && is_untouched_by(commits[1], name) && is_whole_since_commit(name);
    };
    if (is_at_its_beginning && !std::ranges::all_of(changed_files(), is_whole)) return path;
    files_->remove(path);
    return std::nullopt;
}

/// Whether nothing of a file can have been lost since it was committed: the user, or kith, has added to it.
bool Repository::is_whole_since_commit(const std::string& name) const {
    const auto path = git_.directory() + "/" + name;
    const auto text = files_->read(path);
    return text && is_only_added_to(committed_text(name).value_or(""), *text) &&
           (!is_journal_file(name) || can_be_read(path, *text));
}

/// Whether nothing of a commit has come into the file.
bool Repository::is_untouched_by(const std::string& commit, const std::string& name) const {
    const auto text = files_->read(git_.directory() + "/" + name);
    const auto theirs = text_in(commit, name);
    return !text || !theirs || !has_lines_of(*text, *theirs, committed_text(name).value_or(""));
}

bool Repository::merge_marked(const std::optional<std::string>& head, const std::string& commit,
                              const std::string& message) const {
    const bool is_unrelated = head && git_.ask({"merge-base", *head, commit}).status != 0;
    if (head && !contains(commit, *head) && has_staged_changes())
        return merge_beside_staged(commit, message, is_unrelated);
    // Whatever the user's configuration says of merges: this one is an ordinary one.
    std::vector<std::string> arguments{"merge",          "-q", "--ff", "--commit", "--no-squash", "--no-edit",
                                       "--no-autostash", "-m", message};
    if (is_unrelated) arguments.emplace_back("--allow-unrelated-histories");
    arguments.push_back(commit);
    try {
        (void)git_.require("merge", arguments);
    } catch (const core::Failure&) {
        if (operation_in_progress() != "merge") throw;
        return false;
    }
    return true;
}

/// git begins no merge while something is staged. So the merge is made beside the work tree and then moved to, which
/// leaves staged changes alone and is refused where they are in the way.
bool Repository::merge_beside_staged(const std::string& commit, const std::string& message, bool is_unrelated) const {
    std::vector<std::string> arguments{"merge-tree", "--write-tree", "--no-messages"};
    if (is_unrelated) arguments.emplace_back("--allow-unrelated-histories");
    arguments.insert(arguments.end(), {"HEAD", commit});
    const auto merged = git_.ask(arguments);
    if (merged.status != 0)
        throw core::Failure({core::ProblemKind::io, "git can merge only when nothing is staged", std::nullopt,
                             "commit or unstage what you staged, then 'kith sync' again"});
    const auto made =
        trimmed(git_.require("merge", {"commit-tree", trimmed(merged.out), "-p", "HEAD", "-p", commit, "-m", message}));
    (void)git_.require("merge", {"merge", "-q", "--ff-only", "--no-autostash", made});
    return true;
}

Repository::Push Repository::push(const std::string& remote, const std::string& to, bool as_upstream) const {
    const auto from = branch();
    if (!from)
        throw core::Failure({core::ProblemKind::io, "the branch was left while it was fetched", std::nullopt,
                             "what was committed is safe here; 'kith git switch' goes back to a branch"});
    std::vector<std::string> arguments{"push", "--porcelain"};
    if (as_upstream) arguments.emplace_back("--set-upstream");
    arguments.insert(arguments.end(), {remote, fmt::format("refs/heads/{}:refs/heads/{}", *from, to)});
    const auto answer = git_.ask(arguments);
    if (answer.status == 0) return Push::done;
    // `!<tab>FROM:TO<tab>[rejected] (fetch first)`; two pushes at the very same time get as far as the lock.
    for (const auto& line : split(answer.out, '\n')) {
        const bool is_behind = line.find("[rejected]") != std::string::npos;
        const bool is_race =
            line.find("cannot lock ref") != std::string::npos || line.find("failed to update ref") != std::string::npos;
        if (line.starts_with('!') && (is_behind || is_race)) return Push::outrun;
    }
    const auto reason = reason_in(answer.err);
    throw core::Failure({core::ProblemKind::io, fmt::format("git could not push to {}: {}", remote, reason),
                         std::nullopt, "what was committed is safe here"});
}

} // namespace kith::store
