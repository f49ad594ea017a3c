#include "kith/system/processes.hpp"

#include "descriptor.hpp"
#include "refusal.hpp"
#include "regular_file.hpp"

#include <csignal>
#include <cstdlib>
#include <spawn.h>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace kith::system {

namespace {

/// A signal's handling, changed for as long as the object lives.
class Handling {
  public:
    Handling(int signal, void (*handler)(int)) : signal_(signal) {
        struct sigaction changed {};
        changed.sa_handler = handler;
        ::sigaction(signal, &changed, &before_);
    }
    Handling(const Handling&) = delete;
    Handling& operator=(const Handling&) = delete;
    ~Handling() { ::sigaction(signal_, &before_, nullptr); }

    [[nodiscard]] bool was_ignored() const { return before_.sa_handler == SIG_IGN; }

  private:
    int signal_;
    struct sigaction before_ {};
};

/// What a child starts with: the signals that only its parent ignores act on it as ever.
class SpawnAttributes {
  public:
    explicit SpawnAttributes(const sigset_t& restored) {
        ::posix_spawnattr_init(&attributes_);
        ::posix_spawnattr_setsigdefault(&attributes_, &restored);
        ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
    }
    SpawnAttributes(const SpawnAttributes&) = delete;
    SpawnAttributes& operator=(const SpawnAttributes&) = delete;
    ~SpawnAttributes() { ::posix_spawnattr_destroy(&attributes_); }

    [[nodiscard]] const posix_spawnattr_t* address() const { return &attributes_; }

  private:
    posix_spawnattr_t attributes_{};
};

int wait_for(pid_t child, const std::string& program) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) refuse("wait for", program, errno);
    }
    constexpr int signalled = 128;
    return WIFSIGNALED(status) ? signalled + WTERMSIG(status) : WEXITSTATUS(status);
}

/// The words of an editor's command: blanks separate, single or double quotes hold together what is between them.
std::vector<std::string> split_command(std::string_view command) {
    std::vector<std::string> words;
    char quote = '\0';
    bool is_in_word = false;
    for (const char character : command) {
        if (quote != '\0') {
            if (character == quote)
                quote = '\0';
            else
                words.back() += character;
            continue;
        }
        if (character == ' ' || character == '\t') {
            is_in_word = false;
            continue;
        }
        if (!is_in_word) words.emplace_back();
        is_in_word = true;
        if (character == '\'' || character == '"')
            quote = character;
        else
            words.back() += character;
    }
    if (quote != '\0') refuse("run", command, "a quote in it is not closed");
    return words;
}

std::string temporary_directory() {
    const char* chosen = std::getenv("TMPDIR");
    return chosen != nullptr && *chosen != '\0' ? chosen : "/tmp";
}

class SystemProcesses : public Processes {
  public:
    int run(std::span<const std::string> arguments) override;
    [[nodiscard]] std::string edit(const std::string& editor, const std::string& text,
                                   const std::string& suffix) override;
};

int SystemProcesses::run(std::span<const std::string> arguments) {
    if (arguments.empty()) refuse("run", "a program", "its name is empty");
    // The interface wants writable texts, and the program that gets a copy of them is welcome to write.
    std::vector<std::string> copies(arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (auto& copy : copies) pointers.push_back(copy.data());
    pointers.push_back(nullptr);

    // Ctrl-C and Ctrl-\ go to everyone at the terminal; they are meant for the program in front.
    const Handling interrupt(SIGINT, SIG_IGN);
    const Handling quit(SIGQUIT, SIG_IGN);
    // Where children are reaped unseen there is no status to wait for.
    const Handling child_ended(SIGCHLD, SIG_DFL);
    sigset_t restored;
    ::sigemptyset(&restored);
    ::sigaddset(&restored, SIGPIPE);
    if (!interrupt.was_ignored()) ::sigaddset(&restored, SIGINT);
    if (!quit.was_ignored()) ::sigaddset(&restored, SIGQUIT);
    const SpawnAttributes attributes(restored);

    pid_t child = 0;
    const int error = ::posix_spawnp(&child, pointers.front(), nullptr, attributes.address(), pointers.data(), environ);
    if (error == ENOENT) refuse("run", arguments.front(), "there is no such program");
    if (error != 0) refuse("run", arguments.front(), error);
    return wait_for(child, arguments.front());
}

std::string SystemProcesses::edit(const std::string& editor, const std::string& text, const std::string& suffix) {
    auto command = split_command(editor);
    if (command.empty()) refuse("edit", "the text", "no editor is set", "set VISUAL or EDITOR");
    TemporaryFile draft(temporary_directory() + "/kith-", suffix);
    if (!draft.is_open() || !write_all(draft.descriptor(), text) || !draft.descriptor().close()) {
        refuse("write", draft.path(), errno);
    }
    command.push_back(draft.path());
    if (const int status = run(command); status != 0) {
        refuse("edit", "the text", command.front() + " ended with status " + std::to_string(status),
               "nothing was changed");
    }
    auto edited = read_regular_file(draft.path());
    if (!edited) refuse("read", draft.path(), "the editor removed it", "nothing was changed");
    return *std::move(edited);
}

} // namespace

std::unique_ptr<Processes> make_processes() {
    return std::make_unique<SystemProcesses>();
}

} // namespace kith::system
