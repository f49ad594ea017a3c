// Git's marker lines: written around what excludes each other, and read again.
#pragma once

#include "kith/store/merge.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kith::store {

/// Both sides between marker lines, each of whole lines.
[[nodiscard]] std::string conflict_block(std::string_view ours, std::string_view theirs, std::string_view line_ending);

/// Without reading them: one conflict from the first to the last line in which the sides differ.
[[nodiscard]] Merged merge_by_lines(std::string_view ours, std::string_view theirs);

/// What a text with marker lines has outside of its conflicts. Nothing where it has none, or where its marker lines do
/// not go together.
[[nodiscard]] std::optional<std::string> outside_conflicts(std::string_view text);

} // namespace kith::store
