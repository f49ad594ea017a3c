// A real program on a real terminal of its own, with the test at its keyboard.
#pragma once

#include <string>
#include <sys/types.h>
#include <termios.h>
#include <vector>

namespace kith::test {

class PseudoTerminal {
  public:
    /// Runs the program with these arguments and variables (`KITH_DIR=...`), and with nothing else of this process's
    /// environment, on a terminal of 24 lines and 80 columns.
    PseudoTerminal(const std::string& program, const std::vector<std::string>& arguments,
                   const std::vector<std::string>& variables);
    PseudoTerminal(const PseudoTerminal&) = delete;
    PseudoTerminal& operator=(const PseudoTerminal&) = delete;
    ~PseudoTerminal();

    /// Waits until the program has printed the text since the last wait, and returns all up to there. A
    /// std::runtime_error, with what there is, where it does not come.
    std::string wait_for(const std::string& text);
    void press(const std::string& keys);
    void send(int signal);
    /// Waits for the end: the exit status, 128 plus the signal's number where one ended it. A std::runtime_error where
    /// it does not end.
    [[nodiscard]] int wait();
    /// Waits until the terminal echoes lines as ever. A std::runtime_error where it does not come to that.
    void wait_for_lines() const;
    /// The same for keys, one by one: libedit asks before it takes them, and the terminal would make its own of Ctrl-D.
    void wait_for_keys() const;
    /// How the terminal treats what is typed.
    [[nodiscard]] tcflag_t mode() const;

  private:
    int terminal_ = -1;
    int line_ = -1; ///< The program's end of it, held so that the terminal outlives the program.
    pid_t program_ = -1;
    std::string unread_;
};

} // namespace kith::test
