// kith git: git in the data directory.
#include "kith/core/error.hpp"

#include "nouns.hpp"
#include "options.hpp"
#include "session.hpp"

#include <memory>
#include <ostream>

namespace kith::commands {
namespace {

int git(const Texts& words, Session& session) {
    if (words.empty()) core::fail_usage("'kith git' needs a command of git's", "kith git status");
    if (session.options().dry_run)
        core::fail_usage("--dry-run is not known to all of git's commands", "where it is: kith git push --dry-run");
    if (session.options().json || session.options().format)
        core::fail_usage("what git prints is git's own",
                         "many of its commands have a --format: kith git log --format=%s");
    session.environment().out.flush();
    session.environment().err.flush();
    return session.git().run(words);
}

Action bind_git(CLI::App& app) {
    auto given = std::make_shared<Texts>();
    words(app, "ARGS", *given, "a command of git's and all that follows, as it is");
    return [given](Session& session) { return git(*given, session); };
}

} // namespace

std::vector<Command> git_commands() {
    return {{"git", "ARGS...", "run git in the data directory",
             "Runs git with these arguments and ends with its status. Options before git's command are kith's own, "
             "those after it are git's; to put options of git's before its command, say -- first.",
             "kith git log --oneline -n 5", bind_git, true}};
}

} // namespace kith::commands
