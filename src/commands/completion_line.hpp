// A half-typed line of the shell, as far as the definitions of the commands explain it.
#pragma once

#include "options.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::commands {

/// What the shell may put where the cursor is.
struct Candidate {
    std::string value;
    std::string description;
    friend bool operator==(const Candidate&, const Candidate&) = default;
};

/// A value that may stand there, by its name in the definitions.
struct Wanted {
    std::string value; ///< `WHO`, `EVENT`, `ID`; or the value itself: `markdown`.
    std::string noun;  ///< What an ID is of: `event`, `goal`.
    friend bool operator==(const Wanted&, const Wanted&) = default;
};

struct Line {
    std::string path; ///< Of the command: `log list`.
    Texts words;      ///< Before the cursor, without options and the words of the path.
    Text directory;   ///< What --dir and --today say on the line itself.
    Text today;
    std::string prefix;                ///< Of the word at the cursor, with all candidates: `--with=`.
    std::string open;                  ///< What is typed of that word besides.
    std::vector<Candidate> candidates; ///< Subcommands or options, also those that do not begin with `open`.
    std::vector<Wanted> wanted;
    std::vector<Candidate> options; ///< To offer where there is nothing else.
};

/// The words that a path may go on with, with what each does.
[[nodiscard]] std::vector<Candidate> next_commands(const std::string& path);

/// Reads the words after `kith`; the last, which may be empty, is the one at the cursor. What is not understood is
/// passed over.
[[nodiscard]] Line read_line(std::span<const std::string> words);

/// What may be the word at `place` (from 0) of those that a usage names: `WHO` at any place but the first of
/// `ID WHO... [OPTIONS]`.
[[nodiscard]] std::vector<std::string> values_at(std::string_view usage, std::size_t place);

} // namespace kith::commands
