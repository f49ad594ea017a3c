#include "child.hpp"

#include "refusal.hpp"

#include <algorithm>
#include <fcntl.h>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace kith::system {

namespace {

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

} // namespace

Handling::Handling(int signal, void (*handler)(int)) : signal_(signal) {
    struct sigaction changed {};
    changed.sa_handler = handler;
    ::sigaction(signal, &changed, &before_);
}

Handling::~Handling() {
    ::sigaction(signal_, &before_, nullptr);
}

sigset_t Background::restored() const {
    sigset_t restored;
    ::sigemptyset(&restored);
    ::sigaddset(&restored, SIGPIPE);
    if (!interrupt_.was_ignored()) ::sigaddset(&restored, SIGINT);
    if (!quit_.was_ignored()) ::sigaddset(&restored, SIGQUIT);
    return restored;
}

void Streams::read_nothing() {
    ::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
}

std::array<int, 2> open_pipe(const std::string& program) {
    std::array<int, 2> numbers{};
    if (::pipe2(numbers.data(), O_CLOEXEC) != 0) refuse("run", program, errno);
    return numbers;
}

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

int wait_for(pid_t child, const std::string& program) {
    int status = 0;
    while (::waitpid(child, &status, 0) < 0) {
        if (errno != EINTR) refuse("wait for", program, errno);
    }
    constexpr int signalled = 128;
    return WIFSIGNALED(status) ? signalled + WTERMSIG(status) : WEXITSTATUS(status);
}

} // namespace kith::system
