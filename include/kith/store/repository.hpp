// The git repository that the data directory lies in, by itself or as a part of a larger one. Only the journal's own
// files are ever added or committed, and nothing is ever reset or forced.
#pragma once

#include "kith/store/git.hpp"
#include "kith/system/files.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::store {

/// A file that git could not merge, as it is on the three sides; nothing on a side that has no such file.
struct Unmerged {
    std::string name; ///< From the data directory; `../` leads out of it.
    std::optional<std::string> base, ours, theirs;
};

/// Names of files are those within the data directory. Where git refuses, a Failure has its reason.
class Repository {
  public:
    /// Nothing where the directory is in no repository, or in one that ignores it. A Failure where git is not
    /// installed.
    [[nodiscard]] static std::optional<Repository> find(const Git& git, system::Files& files);
    /// Makes the data directory one.
    static Repository create(const Git& git, system::Files& files);

    /// A value of the configuration, wherever it is set.
    [[nodiscard]] std::optional<std::string> setting(const std::string& name) const;
    /// Sets it in this repository alone.
    void set(const std::string& name, const std::string& value) const;

    /// The branch that commits go to; nothing where HEAD is detached.
    [[nodiscard]] std::optional<std::string> branch() const;
    /// `merge`, `rebase`, `cherry-pick`, `revert`: what was begun and waits to be concluded.
    [[nodiscard]] std::optional<std::string> operation_in_progress() const;
    /// Whether git knows a name and an e-mail address for commits.
    [[nodiscard]] bool knows_author() const;

    /// The journal's files that are not as they were last committed, new and removed ones too, without those that are
    /// not merged.
    [[nodiscard]] std::vector<std::string> changed_files() const;
    /// As last committed; nothing where it was not.
    [[nodiscard]] std::optional<std::string> committed_text(const std::string& name) const;
    /// Commits these files as they are on the disk, and nothing else: what was staged stays staged.
    void commit(const std::vector<std::string>& names, const std::string& message) const;

    /// The files that a merge, rebase or cherry-pick left unmerged, of the whole repository.
    [[nodiscard]] std::vector<Unmerged> unmerged() const;
    /// Has git note the files as they are now: merged, or settled.
    void take_in(const std::vector<std::string>& names) const;
    /// Commits the merge in progress: with the message that git kept for it, or with this one where git was killed
    /// before it kept one.
    void conclude_merge(const std::string& message) const;

    [[nodiscard]] std::vector<std::string> remotes() const;
    void fetch(const std::string& remote) const;
    /// The branches of a remote as last fetched.
    [[nodiscard]] std::vector<std::string> branches_of(const std::string& remote) const;
    /// The commit that a name means; nothing where there is none yet.
    [[nodiscard]] std::optional<std::string> commit_of(const std::string& name) const;
    [[nodiscard]] bool contains(const std::string& commit, const std::string& other) const;
    [[nodiscard]] int count_between(const std::optional<std::string>& from, const std::string& to) const;

    /// Merges a commit into the branch, fast-forwarding where that does; histories without a common beginning too. What
    /// was staged stays staged. False where conflicts are left, with the merge in progress.
    [[nodiscard]] bool merge(const std::string& commit, const std::string& message) const;
    /// The file that says so where a merge was cut off by a kill or a power cut: git writes files where they stand, so
    /// that some may be short or missing, and they are not to be committed as they are. Nothing where all is well, or
    /// where files have only been added to since.
    [[nodiscard]] std::optional<std::string> mark_of_merge_cut_off() const;

    enum class Push { done, outrun }; ///< Outrun: someone else pushed meanwhile.
    /// Pushes the branch without force, and makes the remote's branch its upstream where that is asked for.
    [[nodiscard]] Push push(const std::string& remote, const std::string& to, bool as_upstream) const;

  private:
    Repository(Git git, system::Files& files, std::string prefix, std::string git_directory);

    [[nodiscard]] bool has_staged_changes() const;
    [[nodiscard]] bool merge_marked(const std::optional<std::string>& head, const std::string& commit,
                                    const std::string& message) const;
    [[nodiscard]] bool merge_beside_staged(const std::string& commit, const std::string& message,
                                           bool is_unrelated) const;
    [[nodiscard]] bool is_own(const std::string& name) const;
    [[nodiscard]] bool is_whole_since_commit(const std::string& name) const;
    [[nodiscard]] bool is_untouched_by(const std::string& commit, const std::string& name) const;
    [[nodiscard]] std::optional<std::string> text_in(const std::string& commit, const std::string& name) const;

    Git git_;
    system::Files* files_;
    std::string prefix_; ///< Of the data directory in the repository: empty, or with a slash at its end.
    std::string git_directory_;
};

} // namespace kith::store
