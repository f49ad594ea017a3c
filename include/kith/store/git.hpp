// The program git, run in one directory: whatever it is told, it is told as words and never through a shell.
#pragma once

#include "kith/system/processes.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::store {

class Git {
  public:
    /// `can_ask` is whether a person is there to be asked for a password.
    Git(system::Processes& processes, std::string directory, bool can_ask);

    [[nodiscard]] const std::string& directory() const { return directory_; }

    /// With the terminal of this program; git's exit status. Streams must have been flushed.
    [[nodiscard]] int run(const std::vector<std::string>& arguments) const;

    /// What git says, in English for a program to read. A Failure only where git cannot be started.
    [[nodiscard]] system::Captured ask(const std::vector<std::string>& arguments) const;

    /// What git writes to standard output. Where its status is not 0, a Failure: `git could not commit: REASON`, with
    /// `task` for `commit`. Hooks and messages are in the user's language.
    [[nodiscard]] std::string require(std::string_view task, const std::vector<std::string>& arguments,
                                      std::string_view hint = {}) const;

  private:
    [[nodiscard]] system::Captured capture(const std::vector<std::string>& arguments, bool in_english) const;

    system::Processes* processes_;
    std::string directory_;
    bool can_ask_;
};

/// Whether a file of the directory is a symbolic link that git tracks; not where there is no git, or no repository.
[[nodiscard]] bool tracks_link(const Git& git, const std::string& name);

/// The line of git's standard error that says why, without `fatal:` before it; with the files that it lists below.
[[nodiscard]] std::string reason_in(std::string_view error_output);

} // namespace kith::store
