// One key that both sides changed: what it holds afterwards.
#pragma once

#include "kith/core/fields.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::store {

/// The three values of a key; nothing where it is absent.
struct Values {
    std::optional<core::Value> base;
    std::optional<core::Value> ours;
    std::optional<core::Value> theirs;
};

struct MergedValue {
    std::optional<core::Value> ours;    ///< Nothing takes the key out.
    std::optional<core::Value> theirs;  ///< The same but for what is in conflict.
    std::vector<std::string> conflicts; ///< The keys of a table that have two values.
};

/// Lists of texts as sets, tables of texts by their keys; an absent one is empty. Nothing for values of other types.
[[nodiscard]] std::optional<MergedValue> merge_values(const Values& values);

/// Keys that say one thing together: whether a follow-up is closed, and by what.
struct Decision {
    enum class Outcome { ours, theirs, conflict };

    std::vector<std::string_view> keys;
    Outcome outcome = Outcome::conflict;
};

/// What the rules of the journal decide about a record that both sides changed or added; without `base` it was added.
[[nodiscard]] std::vector<Decision> decide(std::string_view kind, const core::Fields* base, const core::Fields& ours,
                                           const core::Fields& theirs);

} // namespace kith::store
