// One record, or plain table, that both sides changed: merged key by key, each with its own lines.
#pragma once

#include "merge_units.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kith::store {

struct MergedRecord {
    std::string text;                  ///< Where there are conflicts, with what ours has in them.
    std::optional<std::string> theirs; ///< Where there are conflicts, with what theirs has in them.
    std::vector<std::string> keys;     ///< That are in conflict: `note`, `handles.linkedin`.
};

/// `base` is null for one that both sides added. Lines end in line feeds.
[[nodiscard]] MergedRecord merge_record(const Unit* base, const Unit& ours, const Unit& theirs);

} // namespace kith::store
