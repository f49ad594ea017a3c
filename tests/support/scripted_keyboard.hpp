// Somebody at a keyboard who presses what the test says, and who looks whether the lock is held meanwhile.
#pragma once

#include "kith/system/keyboard.hpp"

#include "memory_files.hpp"

#include <deque>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>

namespace kith::test {

/// What is pressed and typed, in order; after the last the terminal is gone.
struct KeyScript {
    std::deque<std::string> keys;
    std::deque<std::string> lines;
    /// Called before each key and line is given: what others do meanwhile.
    std::function<void()> meanwhile = [] {};
};

/// Takes from the script, and shows on `echo` what is typed as a line. A std::logic_error where the lock is held while
/// somebody is asked.
[[nodiscard]] std::unique_ptr<system::Keyboard> listen_to(KeyScript& script, const MemoryFiles& files,
                                                          std::ostream& echo);

} // namespace kith::test
