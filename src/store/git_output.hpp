// Taking apart what git writes for programs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kith::store {

/// The parts between separators, without an empty one after the last.
[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);

/// One file in `git status --porcelain=v2 -z --no-renames`.
struct StatusEntry {
    char sort = '1';  ///< `1` changed, `u` not merged, `?` not known to git.
    std::string path; ///< From the top of the repository.
};
[[nodiscard]] std::vector<StatusEntry> read_status(std::string_view output);

/// One side of a file in `git ls-files -u -z`.
struct Stage {
    std::string object;
    char number = '1'; ///< `1` base, `2` ours, `3` theirs.
    std::string path;
};
[[nodiscard]] std::vector<Stage> read_stages(std::string_view output);

} // namespace kith::store
