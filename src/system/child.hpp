// Starting another program and waiting for it: what run, capture and page have in common.
#pragma once

#include "kith/system/processes.hpp"

#include "descriptor.hpp"

#include <array>
#include <csignal>
#include <span>
#include <spawn.h>
#include <string>
#include <sys/types.h>

namespace kith::system {

/// A signal's handling, changed for as long as the object lives.
class Handling {
  public:
    Handling(int signal, void (*handler)(int));
    Handling(const Handling&) = delete;
    Handling& operator=(const Handling&) = delete;
    ~Handling();

    [[nodiscard]] bool was_ignored() const { return before_.sa_handler == SIG_IGN; }

  private:
    int signal_;
    struct sigaction before_ {};
};

/// While it lives Ctrl-C and Ctrl-\, which go to everyone at the terminal, are for the program in front and not for
/// this one.
class Background {
  public:
    /// The signals that a child started meanwhile has as ever.
    [[nodiscard]] sigset_t restored() const;

  private:
    Handling interrupt_{SIGINT, SIG_IGN};
    Handling quit_{SIGQUIT, SIG_IGN};
    // Where children are reaped unseen there is no status to wait for.
    Handling child_ended_{SIGCHLD, SIG_DFL};
};

/// Where the child's standard streams lead, unless to those of this process.
class Streams {
  public:
    Streams() { ::posix_spawn_file_actions_init(&actions_); }
    Streams(const Streams&) = delete;
    Streams& operator=(const Streams&) = delete;
    ~Streams() { ::posix_spawn_file_actions_destroy(&actions_); }

    void read_nothing();
    void lead(int stream, const Descriptor& to) { ::posix_spawn_file_actions_adddup2(&actions_, to.number(), stream); }
    [[nodiscard]] const posix_spawn_file_actions_t* address() const { return &actions_; }

  private:
    posix_spawn_file_actions_t actions_{};
};

/// The two ends of a pipe, which no child inherits by itself.
struct Pipe {
    explicit Pipe(std::array<int, 2> numbers) : read_end(numbers[0]), write_end(numbers[1]) {}
    Descriptor read_end;
    Descriptor write_end;
};
/// A core::Failure that names the program it is for where the system has none to give.
[[nodiscard]] std::array<int, 2> open_pipe(const std::string& program);

/// Starts a program found on PATH; the `restored` signals, which may be ignored here, act on it as ever. A
/// core::Failure where that cannot be done.
[[nodiscard]] pid_t start(std::span<const std::string> arguments, const Variables& variables, const sigset_t& restored,
                          const Streams& streams);

/// The exit status, or 128 plus the number of the signal that ended it.
[[nodiscard]] int wait_for(pid_t child, const std::string& program);

} // namespace kith::system
