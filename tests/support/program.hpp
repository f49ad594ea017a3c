// The whole program on a disk in memory, on a day that does not change.
#pragma once

#include "kith/core/date.hpp"
#include "kith/system/terminal.hpp"

#include "fake_processes.hpp"
#include "memory_files.hpp"
#include "scripted_keyboard.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kith::test {

/// What a command left behind.
struct Outcome {
    int status = 0;
    std::string out;
    std::string err;
    std::optional<int> left; ///< The status that the process was left with, before what is in memory was given back.
};

/// Tests set what they need and run one command after the other on the same files.
struct Program {
    MemoryFiles files;
    FakeProcesses processes;
    core::Date today = *core::parse_iso_date("2026-11-22"); ///< A Sunday.
    std::map<std::string, std::string> variables{{"KITH_DIR", "/home/me/kith"}};
    system::Terminal terminal; ///< A pipe unless told.
    std::string input;
    KeyScript keyboard;
    std::uint64_t random = 0; ///< Counts up, so that the ids are `10000000`, `20000000`, ...

    Program() = default;
    /// Files of the data directory, by their names in it: `log/2026-11.toml`.
    explicit Program(const std::map<std::string, std::string>& journal);

    /// On a terminal of so many columns, without colours; in a pipe where there is no number.
    void show_on(std::optional<std::size_t> width);

    /// `{"log", "Coffee with Ana"}`
    [[nodiscard]] Outcome run(const std::vector<std::string>& arguments);

    /// The text of a file of the data directory; nothing where there is none.
    [[nodiscard]] std::optional<std::string> file(const std::string& name) const;
};

} // namespace kith::test
