// The door to the keyboard: one key at a time, without Enter.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace kith::system {

/// While it lives the terminal gives keys as they are pressed and does not echo them. As it was before is the terminal
/// when the object is gone, and when a signal ends or stops the process meanwhile.
class Keyboard {
  public:
    virtual ~Keyboard() = default;

    /// Waits for a key: its character in UTF-8, control characters as they are, a key without one (an arrow) as the
    /// sequence it sends; `redraw` where the process was stopped and goes on. Nothing where the terminal is gone.
    [[nodiscard]] virtual std::optional<std::string> key() = 0;

    /// Waits for a line, which is echoed and can be mended as ever, without its line break. Nothing at the end of
    /// input. What was typed beyond it is forgotten, so that pasted lines are not taken for keys.
    [[nodiscard]] virtual std::optional<std::string> line() = 0;

    /// Does what must not be cut in two: signals that end or stop the process wait until it is done.
    virtual void undisturbed(const std::function<void()>& work) = 0;

    /// Ctrl-L, which asks for the same on a terminal.
    static constexpr auto redraw = "\f";
};

/// The terminal at standard input. One at a time.
[[nodiscard]] std::unique_ptr<Keyboard> listen_to_terminal();

} // namespace kith::system
