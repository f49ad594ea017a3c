// Where in a merged file the records stand that only the other side has.
#pragma once

#include "merge_units.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kith::store {

/// A unit of the merged text.
struct MergedUnit {
    Unit unit;                         ///< In a conflict with what ours has; its source is empty where ours has none.
    std::optional<std::string> theirs; ///< In a conflict: the source that theirs has, empty where it has none.
    std::vector<std::string> keys;     ///< In a conflict.
    bool is_only_ours = false;
};

using MergedUnits = std::vector<MergedUnit>;

/// Puts `added`, which are some of `theirs` in their order, among the units: in time where the kind goes by time, else
/// after what they stand below in `theirs`. Of two new ones that could stand either way the one with the smaller key
/// comes first, whichever side it is from.
[[nodiscard]] MergedUnits with_added(MergedUnits units, const Units& theirs, const MergedUnits& added);

} // namespace kith::store
