// All that the program knows of the outside, so that a test can be the outside.
#pragma once

#include "kith/core/date.hpp"
#include "kith/system/files.hpp"
#include "kith/system/keyboard.hpp"
#include "kith/system/line_editor.hpp"
#include "kith/system/processes.hpp"
#include "kith/system/terminal.hpp"
#include "kith/system/worker.hpp"

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kith::commands {

struct Environment {
    core::Date today; ///< Of the system's clock; `--today` and KITH_TODAY come before it.
    std::function<std::optional<std::string>(const std::string&)>
        variable; ///< An environment variable; nothing where it is not set.
    system::Files& files;
    system::Processes& processes;
    system::Terminal terminal;
    std::function<std::uint64_t()> random; ///< 64 random bits, for new ids.
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    std::function<std::unique_ptr<system::Keyboard>()> listen{};       ///< To the keyboard, where a person sits at it.
    std::function<std::unique_ptr<system::LineEditor>()> edit_lines{}; ///< For whole lines, likewise.
    std::function<std::unique_ptr<system::Worker>()> hire{};           ///< For work beside the work; need not be set.
    /// Ends the process with a status where nothing is left to do but to give memory back piece by piece; need not be
    /// set. What is locked is let go with the process.
    std::function<void(int)> leave{};
};

/// The whole program as a function: `arguments` without the program's name. Returns the exit status: 0 done, 1 could
/// not be done, 2 wrong usage, 10 a list that is not empty under --exit-code. Problems are printed on `err`; nothing is
/// thrown.
[[nodiscard]] int run(std::span<const std::string> arguments, Environment& environment);

} // namespace kith::commands
