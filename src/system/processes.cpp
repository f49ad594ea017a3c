#include "kith/system/processes.hpp"

#include "descriptor.hpp"
#include "refusal.hpp"
#include "regular_file.hpp"

#include <climits>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <string_view>
#include <sys/stat.h>
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

/// Texts as the system's calls want them: writable, for a program that gets copies and is welcome to write, and with a
/// null at the end.
class TextArray {
  public:
    explicit TextArray(std::vector<std::string> texts) : texts_(std::move(texts)) {
        for (auto& text : texts_) pointers_.push_back(text.data());
        pointers_.push_back(nullptr);
    }
    TextArray(const TextArray&) = delete;
    TextArray& operator=(const TextArray&) = delete;
    ~TextArray() = default;

    [[nodiscard]] char* const* data() const { return pointers_.data(); }

  private:
    std::vector<std::string> texts_;
    std::vector<char*> pointers_;
};

std::vector<std::string> environment_with(const Variables& variables) {
    std::vector<std::string> texts;
    for (char** each = environ; *each != nullptr; ++each) {
        const std::string_view text = *each;
        const auto name = text.substr(0, text.find('='));
        if (std::ranges::none_of(variables, [name](const auto& variable) { return variable.first == name; }))
            texts.emplace_back(text);
    }
    for (const auto& [name, value] : variables)
        if (value) texts.push_back(name + "=" + *value);
    return texts;
}

/// Where the child's standard streams lead, unless to those of this process.
class Streams {
  public:
    Streams() { ::posix_spawn_file_actions_init(&actions_); }
    Streams(const Streams&) = delete;
    Streams& operator=(const Streams&) = delete;
    ~Streams() { ::posix_spawn_file_actions_destroy(&actions_); }

    void read_nothing() { ::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0); }
    void lead(int stream, const Descriptor& to) { ::posix_spawn_file_actions_adddup2(&actions_, to.number(), stream); }
    [[nodiscard]] const posix_spawn_file_actions_t* address() const { return &actions_; }

  private:
    posix_spawn_file_actions_t actions_{};
};

pid_t start(std::span<const std::string> arguments, const Variables& variables, const sigset_t& restored,
            const Streams& streams) {
    if (arguments.empty()) refuse("run", "a program", "its name is empty");
    const TextArray words({arguments.begin(), arguments.end()});
    const TextArray environment(environment_with(variables));
    const SpawnAttributes attributes(restored);
    pid_t child = 0;
    const int error = ::posix_spawnp(&child, words.data()[0], streams.address(), attributes.address(), words.data(),
                                     environment.data());
    if (error == ENOENT) refuse("run", arguments.front(), "there is no such program");
    if (error != 0) refuse("run", arguments.front(), error);
    return child;
}

/// The two ends of a pipe.
struct Pipe {
    explicit Pipe(std::array<int, 2> numbers) : read_end(numbers[0]), write_end(numbers[1]) {}
    Descriptor read_end;
    Descriptor write_end;
};

std::array<int, 2> open_pipe(const std::string& program) {
    std::array<int, 2> numbers{};
    if (::pipe2(numbers.data(), O_CLOEXEC) != 0) refuse("run", program, errno);
    return numbers;
}

/// Takes what is there to read; false at the end.
bool take_some(const Descriptor& from, std::string& into) {
    std::array<char, 16384> buffer{};
    const auto received = ::read(from.number(), buffer.data(), buffer.size());
    if (received < 0) return errno == EINTR;
    into.append(buffer.data(), static_cast<std::size_t>(received));
    return received > 0;
}

/// Reads both to their ends, whichever has something first: a program that waits for one to be read would never end.
void take_all(Pipe& out, Pipe& err, Captured& into) {
    std::array<pollfd, 2> waiting{{{out.read_end.number(), POLLIN, 0}, {err.read_end.number(), POLLIN, 0}}};
    while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
        if (::poll(waiting.data(), waiting.size(), -1) < 0) continue;
        if (waiting[0].revents != 0 && !take_some(out.read_end, into.out)) waiting[0].fd = -1;
        if (waiting[1].revents != 0 && !take_some(err.read_end, into.err)) waiting[1].fd = -1;
    }
}

bool is_same_file(const std::string& left, const std::string& right) {
    struct stat first {
    }, second{};
    return ::stat(left.c_str(), &first) == 0 && ::stat(right.c_str(), &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

/// The first file of the name that PATH leads to and that may be run; empty where there is none.
std::string find_on_path(const std::string& name) {
    const char* variable = std::getenv("PATH");
    for (std::string_view rest = variable == nullptr ? "" : variable; !rest.empty();) {
        const auto end = std::min(rest.find(':'), rest.size());
        auto candidate = std::string(rest.substr(0, end)) + "/" + name;
        if (::access(candidate.c_str(), X_OK) == 0) return candidate;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {};
}

class SystemProcesses : public Processes {
  public:
    int run(std::span<const std::string> arguments, const Variables& variables) override;
    [[nodiscard]] Captured capture(std::span<const std::string> arguments, const Variables& variables) override;
    [[nodiscard]] std::string own_program() override;
    [[nodiscard]] std::string edit(const std::string& editor, const std::string& text,
                                   const std::string& suffix) override;
};

int SystemProcesses::run(std::span<const std::string> arguments, const Variables& variables) {
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
    const pid_t child = start(arguments, variables, restored, Streams{});
    return wait_for(child, arguments.front());
}

Captured SystemProcesses::capture(std::span<const std::string> arguments, const Variables& variables) {
    const Handling child_ended(SIGCHLD, SIG_DFL);
    sigset_t restored;
    ::sigemptyset(&restored);
    ::sigaddset(&restored, SIGPIPE);
    const std::string program = arguments.empty() ? std::string{} : arguments.front();
    Pipe out(open_pipe(program));
    Pipe err(open_pipe(program));
    Streams streams;
    streams.read_nothing();
    streams.lead(STDOUT_FILENO, out.write_end);
    streams.lead(STDERR_FILENO, err.write_end);
    const pid_t child = start(arguments, variables, restored, streams);
    (void)out.write_end.close();
    (void)err.write_end.close();
    Captured captured;
    take_all(out, err, captured);
    captured.status = wait_for(child, program);
    return captured;
}

std::string SystemProcesses::own_program() {
    std::string path(PATH_MAX, '\0');
    const auto length = ::readlink("/proc/self/exe", path.data(), path.size());
    if (length <= 0) return "kith";
    path.resize(static_cast<std::size_t>(length));
    const auto name = path.substr(path.find_last_of('/') + 1);
    return is_same_file(find_on_path(name), path) ? name : path;
}

std::string SystemProcesses::edit(const std::string& editor, const std::string& text, const std::string& suffix) {
    auto command = split_command(editor);
    if (command.empty()) refuse("edit", "the text", "no editor is set", "set VISUAL or EDITOR");
    TemporaryFile draft(temporary_directory() + "/kith-", suffix);
    if (!draft.is_open() || !write_all(draft.descriptor(), text) || !draft.descriptor().close()) {
        refuse("write", draft.path(), errno);
    }
    command.push_back(draft.path());
    if (const int status = run(command, {}); status != 0) {
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
