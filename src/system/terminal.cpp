#include "kith/system/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

namespace kith::system {

namespace {

std::optional<std::size_t> columns_of(int descriptor) {
    winsize size{};
    if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return std::nullopt;
    return size.ws_col;
}

} // namespace

Terminal inspect_terminal() {
    Terminal terminal;
    terminal.input_is_terminal = ::isatty(STDIN_FILENO) == 1;
    terminal.output_is_terminal = ::isatty(STDOUT_FILENO) == 1;
    terminal.error_is_terminal = ::isatty(STDERR_FILENO) == 1;
    if (terminal.output_is_terminal) terminal.width = columns_of(STDOUT_FILENO);
    return terminal;
}

} // namespace kith::system
