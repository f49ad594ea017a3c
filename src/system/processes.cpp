#include "kith/system/processes.hpp"

#include "kith/core/error.hpp"

#include "child.hpp"
#include "descriptor.hpp"
#include "refusal.hpp"
#include "regular_file.hpp"

#include <climits>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <poll.h>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace kith::system {

namespace {

/// The words of an editor's or a pager's command: blanks separate, single or double quotes hold together what is
/// between them.
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
    [[nodiscard]] bool page(const std::string& pager, const std::string& text, const Variables& variables) override;
};

int SystemProcesses::run(std::span<const std::string> arguments, const Variables& variables) {
    const Background background;
    const pid_t child = start(arguments, variables, background.restored(), Streams{});
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
    std::string room;
    const auto edited = read_regular_file(draft.path(), room);
    if (!edited) refuse("read", draft.path(), "the editor removed it", "nothing was changed");
    return std::string(*edited);
}

bool SystemProcesses::page(const std::string& pager, const std::string& text, const Variables& variables) try {
    const auto command = split_command(pager);
    const Background background;
    const Handling broken_pipe(SIGPIPE, SIG_IGN);
    Pipe pipe(open_pipe(pager));
    Streams streams;
    streams.lead(STDIN_FILENO, pipe.read_end);
    const pid_t child = start(command, variables, background.restored(), streams);
    (void)pipe.read_end.close();
    (void)write_all(pipe.write_end, text); // Who leaves before the end has seen enough.
    (void)pipe.write_end.close();
    (void)wait_for(child, pager);
    return true;
} catch (const core::Failure&) {
    return false;
}

} // namespace

std::unique_ptr<Processes> make_processes() {
    return std::make_unique<SystemProcesses>();
}

} // namespace kith::system
