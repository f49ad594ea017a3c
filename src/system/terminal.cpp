#include "kith/system/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

namespace kith::system {

Terminal inspect_terminal() {
    Terminal terminal;
    terminal.input_is_terminal = ::isatty(STDIN_FILENO) == 1;
    terminal.output_is_terminal = ::isatty(STDOUT_FILENO) == 1;
    terminal.error_is_terminal = ::isatty(STDERR_FILENO) == 1;
    winsize size{};
    if (!terminal.output_is_terminal || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return terminal;
    if (size.ws_col > 0) terminal.width = size.ws_col;
    if (size.ws_row > 0) terminal.height = size.ws_row;
    return terminal;
}

} // namespace kith::system
