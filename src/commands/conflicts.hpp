// What git could not merge, merged by records: only what says two things at once is left for a person.
#pragma once

#include "kith/core/error.hpp"
#include "kith/store/data_directory.hpp"
#include "kith/store/repository.hpp"

#include <string>
#include <vector>

namespace kith::commands {

struct Remerge {
    std::vector<store::FileChange> changes; ///< Not written yet.
    std::vector<std::string> merged;        ///< The files in which no conflict is left.
    std::vector<core::Problem> conflicts;   ///< Those that are left, with their places.
};

/// The merge of the journal's files among these done again, from their three sides.
[[nodiscard]] Remerge merge_by_records(const std::vector<store::Unmerged>& files, store::DataDirectory& directory);

[[nodiscard]] bool has_conflicts(std::string_view text);

/// What git's marker lines stand around, each with its place in the file `path`.
[[nodiscard]] std::vector<core::Problem> conflicts_in(const std::string& path, std::string_view text);

/// A conflict in a file that is not the journal's.
[[nodiscard]] core::Problem foreign_conflict(const std::string& path);

} // namespace kith::commands
