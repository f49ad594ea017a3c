#include "kith/store/repository.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text.hpp"
#include "kith/store/data_directory.hpp"
#include "kith/store/git_setup.hpp"

#include "git_output.hpp"

#include <algorithm>
#include <array>

namespace kith::store {
namespace {

std::string line_of(std::string_view output) {
    return std::string(core::trim(output.substr(0, output.find('\n'))));
}

std::vector<std::string> with(std::vector<std::string> arguments, const std::vector<std::string>& names) {
    arguments.emplace_back("--");
    arguments.insert(arguments.end(), names.begin(), names.end());
    return arguments;
}

} // namespace

Repository::Repository(Git git, system::Files& files, std::string prefix, std::string git_directory)
    : git_(std::move(git)), files_(&files), prefix_(std::move(prefix)), git_directory_(std::move(git_directory)) {}

std::optional<Repository> Repository::find(const Git& git, system::Files& files) {
    const std::vector<std::string> question{"rev-parse", "--is-inside-work-tree", "--show-prefix",
                                            "--absolute-git-dir"};
    const auto answer = git.ask(question);
    const bool is_none = answer.err.find("not a git repository") != std::string::npos ||
                         answer.err.find("cannot change to") != std::string::npos;
    if (answer.status != 0 && is_none) return std::nullopt;
    const auto lines = split(answer.out, '\n');
    if (answer.status != 0 && lines.empty()) (void)git.require("look at the directory", question);
    if (lines.size() < 3 || lines[0] != "true") return std::nullopt;
    if (!lines[1].empty() && git.ask({"check-ignore", "-q", "--", "."}).status == 0) return std::nullopt;
    return Repository(git, files, lines[1], lines[2]);
}

Repository Repository::create(const Git& git, system::Files& files) {
    (void)git.require("make a repository", {"init", "-q", "-b", "main"});
    if (auto repository = find(git, files)) return *std::move(repository);
    throw core::Failure({core::ProblemKind::io, "git made a repository and does not find it", std::nullopt, {}});
}

std::optional<std::string> Repository::setting(const std::string& name) const {
    const auto answer = git_.ask({"config", "--get", name});
    return answer.status == 0 ? std::optional(line_of(answer.out)) : std::nullopt;
}

void Repository::set(const std::string& name, const std::string& value) const {
    (void)git_.require("set " + name, {"config", "--local", name, value});
}

std::optional<std::string> Repository::branch() const {
    const auto answer = git_.ask({"symbolic-ref", "-q", "--short", "HEAD"});
    return answer.status == 0 ? std::optional(line_of(answer.out)) : std::nullopt;
}

std::optional<std::string> Repository::operation_in_progress() const {
    struct Trace {
        std::string_view file;
        const char* operation;
    };
    // A rebase leaves traces of a cherry-pick too, so it comes first.
    constexpr std::array<Trace, 5> traces{{{"rebase-merge/head-name", "rebase"},
                                           {"rebase-apply/head-name", "rebase"},
                                           {"MERGE_HEAD", "merge"},
                                           {"CHERRY_PICK_HEAD", "cherry-pick"},
                                           {"REVERT_HEAD", "revert"}}};
    for (const auto& trace : traces)
        if (files_->read(git_directory_ + "/" + std::string(trace.file))) return trace.operation;
    return std::nullopt;
}

bool Repository::knows_author() const {
    return git_.ask({"var", "GIT_AUTHOR_IDENT"}).status == 0 && git_.ask({"var", "GIT_COMMITTER_IDENT"}).status == 0;
}

bool Repository::is_own(const std::string& name) const {
    if (is_journal_file(name)) return true;
    if (name != attributes_file && name != ignore_file) return false;
    const auto text = files_->read(git_.directory() + "/" + name);
    return text && is_set_up(name, *text);
}

std::vector<std::string> Repository::changed_files() const {
    const auto output = git_.require(
        "say what has changed", {"status", "--porcelain=v2", "-z", "--no-renames", "--untracked-files=all", "--", "."});
    std::vector<std::string> names;
    for (const auto& entry : read_status(output)) {
        if (entry.sort == 'u' || !entry.path.starts_with(prefix_)) continue;
        auto name = entry.path.substr(prefix_.size());
        if (is_own(name) && std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
    return names;
}

std::optional<std::string> Repository::committed_text(const std::string& name) const {
    return text_in("HEAD", name);
}

std::optional<std::string> Repository::text_in(const std::string& commit, const std::string& name) const {
    auto answer = git_.ask({"cat-file", "blob", commit + ":./" + name});
    return answer.status == 0 ? std::optional(std::move(answer.out)) : std::nullopt;
}

void Repository::commit(const std::vector<std::string>& names, const std::string& message) const {
    // git commits only what it knows of: new files are announced, without their content.
    const auto known = split(git_.require("list its files", with({"ls-files", "-z"}, names)), '\0');
    std::vector<std::string> fresh;
    for (const auto& name : names)
        if (std::ranges::find(known, name) == known.end() && files_->read(git_.directory() + "/" + name))
            fresh.push_back(name);
    if (!fresh.empty()) (void)git_.require("take in new files", with({"add", "-N"}, fresh));
    try {
        (void)git_.require("commit", with({"commit", "-q", "--only", "--cleanup=whitespace", "-m", message}, names));
    } catch (const core::Failure&) {
        if (!fresh.empty()) (void)git_.ask(with({"rm", "-q", "--cached"}, fresh));
        throw;
    }
}

std::vector<Unmerged> Repository::unmerged() const {
    std::vector<Unmerged> files;
    for (const auto& stage : read_stages(git_.require("list its files", {"ls-files", "-u", "-z", "--", ":/"}))) {
        if (files.empty() || files.back().name != stage.path) files.push_back({stage.path, {}, {}, {}});
        auto& side =
            stage.number == '1' ? files.back().base : (stage.number == '2' ? files.back().ours : files.back().theirs);
        side = git_.require("read a file", {"cat-file", "blob", stage.object});
    }
    return files;
}

void Repository::take_in(const std::vector<std::string>& names) const {
    if (!names.empty()) (void)git_.require("take in the files", with({"add"}, names));
}

void Repository::conclude_merge(const std::string& message) const {
    // Without `strip` the names of the files that were in conflict stay in the message.
    std::vector<std::string> arguments{"commit", "-q", "--no-edit", "--cleanup=strip"};
    const auto kept = files_->read(git_directory_ + "/MERGE_MSG");
    if (core::trim(kept.value_or("")).empty()) arguments.insert(arguments.end(), {"-m", message});
    (void)git_.require("conclude the merge", arguments);
}

} // namespace kith::store
