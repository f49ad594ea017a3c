// Git's marker lines: written around what excludes each other, and read again.
#pragma once

#include "kith/store/merge.hpp"

#include <string>
#include <string_view>

namespace kith::store {

/// Both sides between marker lines, each of whole lines.
[[nodiscard]] std::string conflict_block(std::string_view ours, std::string_view theirs, std::string_view line_ending);

/// Without reading them: one conflict from the first to the last line in which the sides differ.
[[nodiscard]] Merged merge_by_lines(std::string_view ours, std::string_view theirs);

} // namespace kith::store
