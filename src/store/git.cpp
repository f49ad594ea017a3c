#include "kith/store/git.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace kith::store {
namespace {

/// kith may run within a hook of another repository: what git tells its hooks of that one is not meant for ours.
system::Variables clean_variables() {
    system::Variables variables;
    for (const char* name : {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY",
                             "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_NAMESPACE"})
        variables.emplace_back(name, std::nullopt);
    return variables;
}

/// The first line, which is taken off.
std::string_view take_line(std::string_view& text) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    return line;
}

std::vector<std::string> command_line(const std::string& directory, const std::vector<std::string>& arguments) {
    std::vector<std::string> words{"git", "-C", directory};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return words;
}

std::string reason_for(const system::Captured& captured) {
    constexpr int signalled = 128;
    constexpr int highest_of_git = 129; // For wrong usage; 128 is for what is fatal.
    // One that was killed has said what it did, not why it stopped.
    if (captured.status > highest_of_git)
        return fmt::format("it was stopped by signal {}", captured.status - signalled);
    // A hook that refuses may say why on either.
    auto reason = reason_in(captured.err.empty() ? captured.out : captured.err);
    return reason.empty() ? fmt::format("it ended with status {}", captured.status) : reason;
}

} // namespace

Git::Git(system::Processes& processes, std::string directory, bool can_ask)
    : processes_(&processes), directory_(std::move(directory)), can_ask_(can_ask) {}

int Git::run(const std::vector<std::string>& arguments) const {
    return processes_->run(command_line(directory_, arguments), clean_variables());
}

system::Captured Git::capture(const std::vector<std::string>& arguments, bool in_english) const {
    auto variables = clean_variables();
    if (in_english) variables.emplace_back("LC_ALL", "C");
    if (!can_ask_) variables.emplace_back("GIT_TERMINAL_PROMPT", "0");
    return processes_->capture(command_line(directory_, arguments), variables);
}

system::Captured Git::ask(const std::vector<std::string>& arguments) const {
    return capture(arguments, true);
}

std::string Git::require(std::string_view task, const std::vector<std::string>& arguments,
                         std::string_view hint) const {
    auto captured = capture(arguments, false);
    if (captured.status == 0) return std::move(captured.out);
    throw core::Failure({core::ProblemKind::io, fmt::format("git could not {}: {}", task, reason_for(captured)),
                         std::nullopt, std::string(hint)});
}

bool tracks_link(const Git& git, const std::string& name) {
    constexpr std::string_view mode_of_links = "120000 ";
    try {
        return git.ask({"ls-files", "--stage", "--", name}).out.starts_with(mode_of_links);
    } catch (const core::Failure&) {
        return false;
    }
}

std::string reason_in(std::string_view error_output) {
    std::string last;
    for (auto rest = error_output; !rest.empty();) {
        const auto line = core::trim(take_line(rest));
        for (const std::string_view mark : {"fatal: ", "error: ", "ERROR: "}) {
            if (!line.starts_with(mark)) continue;
            std::string reason(line.substr(mark.size()));
            for (bool is_first = true; line.ends_with(':') && rest.starts_with('\t'); is_first = false)
                reason.append(is_first ? " " : ", ").append(core::trim(take_line(rest)));
            return reason;
        }
        if (!line.empty() && !line.starts_with("hint:")) last = line;
    }
    return last;
}

} // namespace kith::store
