#include "pseudo_terminal.hpp"

#include <array>
#include <csignal>
#include <poll.h>
#include <pty.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>

namespace kith::test {
namespace {

constexpr int patience_in_milliseconds = 20'000;

/// For execve, which wants them writable.
std::vector<char*> pointers_to(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (auto& text : texts) pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

} // namespace

PseudoTerminal::PseudoTerminal(const std::string& program, const std::vector<std::string>& arguments,
                               const std::vector<std::string>& variables) {
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> environment = variables;
    const auto argument_pointers = pointers_to(words);
    const auto variable_pointers = pointers_to(environment);
    const winsize size{24, 80, 0, 0};
    if (::openpty(&terminal_, &line_, nullptr, nullptr, &size) != 0) throw std::runtime_error("no pseudo-terminal");
    program_ = ::fork();
    if (program_ != 0) return;
    ::close(terminal_);
    ::login_tty(line_);
    ::execve(argument_pointers.front(), argument_pointers.data(), variable_pointers.data());
    ::_exit(127);
}

PseudoTerminal::~PseudoTerminal() {
    if (program_ > 0) {
        ::kill(program_, SIGKILL);
        ::waitpid(program_, nullptr, 0);
    }
    ::close(line_);
    ::close(terminal_);
}

std::string PseudoTerminal::wait_for(const std::string& text) {
    std::array<char, 4096> bytes{};
    while (unread_.find(text) == std::string::npos) {
        pollfd output{terminal_, POLLIN, 0};
        const bool is_there = ::poll(&output, 1, patience_in_milliseconds) == 1;
        const auto received = is_there ? ::read(terminal_, bytes.data(), bytes.size()) : 0;
        if (received <= 0) throw std::runtime_error("'" + text + "' did not come, but: " + unread_);
        unread_.append(bytes.data(), static_cast<std::size_t>(received));
    }
    const auto end = unread_.find(text) + text.size();
    const auto seen = unread_.substr(0, end);
    unread_.erase(0, end);
    return seen;
}

void PseudoTerminal::press(const std::string& keys) {
    if (::write(terminal_, keys.data(), keys.size()) != static_cast<ssize_t>(keys.size()))
        throw std::runtime_error("the terminal takes no keys");
}

void PseudoTerminal::send(int signal) {
    ::kill(program_, signal);
}

int PseudoTerminal::wait() {
    int status = 0;
    for (int waited = 0; ::waitpid(program_, &status, WNOHANG) == 0; ++waited) {
        if (waited == patience_in_milliseconds)
            throw std::runtime_error("the program does not end; it printed: " + unread_);
        ::poll(nullptr, 0, 1);
    }
    program_ = -1;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

void PseudoTerminal::wait_for_lines() const {
    for (int waited = 0; waited < patience_in_milliseconds; ++waited) {
        if ((mode() & (ICANON | ECHO)) == (ICANON | ECHO)) return;
        ::poll(nullptr, 0, 1);
    }
    throw std::runtime_error("the terminal does not take lines");
}

void PseudoTerminal::wait_for_keys() const {
    for (int waited = 0; waited < patience_in_milliseconds; ++waited) {
        if ((mode() & ICANON) == 0) return;
        ::poll(nullptr, 0, 1);
    }
    throw std::runtime_error("the terminal does not take keys");
}

tcflag_t PseudoTerminal::mode() const {
    termios settings{};
    if (::tcgetattr(line_, &settings) != 0) throw std::runtime_error("the terminal tells no mode");
    return settings.c_lflag;
}

} // namespace kith::test
