// The door to other programs: the editor, git, the pager. Arguments as they are, never through a shell.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace kith::system {

/// Variables of the environment that a program finds otherwise than this one: set, or without a value taken away.
using Variables = std::vector<std::pair<std::string, std::optional<std::string>>>;

/// What a program left behind.
struct Captured {
    int status = 0; ///< As run() returns it.
    std::string out;
    std::string err;
};

class Processes {
  public:
    virtual ~Processes() = default;

    /// Runs a program found on PATH with the terminal of this one and waits for it. Its exit status, 128 plus the
    /// signal's number where a signal ended it. A core::Failure of kind io where it cannot be started. What was written
    /// to streams before must have been flushed.
    virtual int run(std::span<const std::string> arguments, const Variables& variables) = 0;

    /// The same with nothing to read on standard input, and with what it writes returned instead of shown.
    [[nodiscard]] virtual Captured capture(std::span<const std::string> arguments, const Variables& variables) = 0;

    /// How to start this program again: its name where PATH finds it, else its absolute path.
    [[nodiscard]] virtual std::string own_program() = 0;

    /// Lets the user edit `text` in the editor: it is put into a private temporary file whose name ends in `suffix`,
    /// the command (`editor` split at blanks that are not in quotes, then the file) is run, and the file's text after
    /// it returned. The file is removed. A Failure where the editor ends with another status than 0.
    [[nodiscard]] virtual std::string edit(const std::string& editor, const std::string& text,
                                           const std::string& suffix) = 0;

    /// Lets the user read a text in the pager: its command, split like edit()'s, gets the text on standard input and is
    /// waited for. Leaving before the end is no error, nor is any exit status. False, and nothing shown, where it
    /// cannot be started. What was written to streams before must have been flushed.
    [[nodiscard]] virtual bool page(const std::string& pager, const std::string& text, const Variables& variables) = 0;
};

[[nodiscard]] std::unique_ptr<Processes> make_processes();

} // namespace kith::system
