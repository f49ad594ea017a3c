#include "kith/system/keyboard.hpp"

#include "refusal.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

namespace kith::system {

namespace {

/// What ends or stops a process that has a terminal. SIGABRT is how a fault of the program itself ends it.
constexpr std::array<int, 6> signals{SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGABRT, SIGTSTP};

/// A signal's handler can reach nothing else: the terminal as it was, and whether it is that now.
struct TerminalState {
    termios usual{};
    termios by_key{};
    volatile std::sig_atomic_t is_by_key = 0;
    volatile std::sig_atomic_t was_stopped = 0;
};
TerminalState state;

void set(const termios& mode, int when) {
    while (::tcsetattr(STDIN_FILENO, when, &mode) != 0 && errno == EINTR) {
    }
}

void act_as_usual(int signal) {
    struct sigaction usual {};
    struct sigaction ours {};
    usual.sa_handler = SIG_DFL;
    ::sigaction(signal, &usual, &ours);
    sigset_t alone;
    ::sigemptyset(&alone);
    ::sigaddset(&alone, signal);
    ::raise(signal);
    ::pthread_sigmask(SIG_UNBLOCK, &alone, nullptr); // Here it takes effect; only after a stop does it go on.
    ::pthread_sigmask(SIG_BLOCK, &alone, nullptr);
    ::sigaction(signal, &ours, nullptr);
}

void on_signal(int signal) {
    const int error = errno;
    const bool is_by_key = state.is_by_key != 0;
    if (is_by_key) set(state.usual, TCSANOW);
    // The cursor stands behind a prompt; what the shell prints next begins a line of its own.
    if (signal != SIGTSTP) (void)!::write(STDOUT_FILENO, "\n", 1);
    act_as_usual(signal);
    if (is_by_key) set(state.by_key, TCSANOW);
    state.was_stopped = 1;
    errno = error;
}

sigset_t held_signals() {
    sigset_t held;
    ::sigemptyset(&held);
    for (const int signal : signals)
        if (signal != SIGABRT) ::sigaddset(&held, signal);
    return held;
}

class HeldSignals {
  public:
    HeldSignals() {
        const auto held = held_signals();
        ::pthread_sigmask(SIG_BLOCK, &held, &before_);
    }
    HeldSignals(const HeldSignals&) = delete;
    HeldSignals& operator=(const HeldSignals&) = delete;
    ~HeldSignals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

  private:
    sigset_t before_{};
};

void switch_to(bool by_key, int when) {
    const HeldSignals held;
    state.is_by_key = by_key ? 1 : 0;
    set(by_key ? state.by_key : state.usual, when);
}

/// How many bytes follow the first one of a character in UTF-8.
std::size_t bytes_after(unsigned char first) {
    if (first >= 0xf0) return 3;
    if (first >= 0xe0) return 2;
    return first >= 0xc0 ? 1 : 0;
}

/// The bytes that are there already, at most so many: those of one key come together.
std::string bytes_at_hand(std::size_t most) {
    constexpr int milliseconds = 20;
    std::string bytes;
    pollfd input{STDIN_FILENO, POLLIN, 0};
    char byte = 0;
    while (bytes.size() < most && ::poll(&input, 1, milliseconds) == 1 && ::read(STDIN_FILENO, &byte, 1) == 1)
        bytes += byte;
    return bytes;
}

class TerminalKeyboard : public Keyboard {
  public:
    TerminalKeyboard();
    TerminalKeyboard(const TerminalKeyboard&) = delete;
    TerminalKeyboard& operator=(const TerminalKeyboard&) = delete;
    ~TerminalKeyboard() override;

    [[nodiscard]] std::optional<std::string> key() override;
    [[nodiscard]] std::optional<std::string> line() override;
    void undisturbed(const std::function<void()>& work) override {
        const HeldSignals held;
        work();
    }

  private:
    std::array<struct sigaction, signals.size()> before_{};
};

TerminalKeyboard::TerminalKeyboard() {
    if (::tcgetattr(STDIN_FILENO, &state.usual) != 0) refuse("read keys from", "the terminal", errno);
    state.by_key = state.usual;
    state.by_key.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO | IEXTEN);
    state.by_key.c_cc[VMIN] = 1;
    state.by_key.c_cc[VTIME] = 0;
    struct sigaction ours {};
    ours.sa_handler = on_signal;
    ::sigfillset(&ours.sa_mask);
    for (std::size_t i = 0; i < signals.size(); ++i) {
        ::sigaction(signals[i], nullptr, &before_[i]);
        if (before_[i].sa_handler != SIG_IGN) ::sigaction(signals[i], &ours, nullptr);
    }
    switch_to(true, TCSAFLUSH); // What was typed before there was a question answers none.
}

TerminalKeyboard::~TerminalKeyboard() {
    switch_to(false, TCSADRAIN);
    for (std::size_t i = 0; i < signals.size(); ++i) ::sigaction(signals[i], &before_[i], nullptr);
}

std::optional<std::string> TerminalKeyboard::key() {
    constexpr unsigned char escape = 0x1b;
    constexpr std::size_t longest_sequence = 16;
    while (true) {
        if (state.was_stopped != 0) {
            state.was_stopped = 0;
            return redraw;
        }
        char byte = 0;
        const auto received = ::read(STDIN_FILENO, &byte, 1);
        if (received < 0 && errno == EINTR) continue;
        if (received <= 0) return std::nullopt;
        const auto first = static_cast<unsigned char>(byte);
        return byte + bytes_at_hand(first == escape ? longest_sequence : bytes_after(first));
    }
}

std::optional<std::string> TerminalKeyboard::line() {
    switch_to(false, TCSADRAIN);
    std::string text;
    char byte = 0;
    while (byte != '\n') {
        const auto received = ::read(STDIN_FILENO, &byte, 1);
        if (received < 0 && errno == EINTR) continue;
        if (received <= 0) break;
        if (byte != '\n') text += byte;
    }
    switch_to(true, TCSAFLUSH);
    state.was_stopped = 0;
    return byte == '\n' || !text.empty() ? std::optional(text) : std::nullopt;
}

} // namespace

std::unique_ptr<Keyboard> listen_to_terminal() {
    return std::make_unique<TerminalKeyboard>();
}

} // namespace kith::system
