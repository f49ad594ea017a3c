// What an import makes of the journal, kind by kind, as data.
#pragma once

#include "kith/core/fields.hpp"
#include "kith/exchange/plan.hpp"

#include <cstddef>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::commands {

/// What becomes of one kind of record.
struct Kind {
    std::string_view name; ///< `person`
    std::string_view one;  ///< In words.
    std::string_view many;
    std::size_t there = 0;
    std::size_t added = 0;
    std::function<core::Fields(std::size_t)> added_at; ///< They may be too many to be there together as fields.
    std::vector<std::pair<core::Fields, core::Fields>> changed; ///< Before and after.
};

/// Those that an import has to do with; as long as the plan is there.
[[nodiscard]] std::vector<Kind> kinds_of(const exchange::Plan& plan);

} // namespace kith::commands
