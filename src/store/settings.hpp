// The plain tables of the journal: groups, targets, settings; and the strategy as a whole.
#pragma once

#include "kith/core/config.hpp"
#include "kith/core/journal.hpp"
#include "kith/core/strategy.hpp"
#include "kith/store/document.hpp"

#include <vector>

namespace kith::store {

/// Targets that are more than this are a slip.
inline constexpr int most_percent = 100;
inline constexpr int most_contacts = 10000;

// Each fills `into` as far as the document goes and returns what is wrong in it.
[[nodiscard]] std::vector<core::Problem> read_groups(const Document& document, std::vector<core::Group>& into);
[[nodiscard]] std::vector<core::Problem> read_targets(const Document& document, core::Targets& into);
[[nodiscard]] std::vector<core::Problem> read_strategy(const Document& document, core::Strategy& into);
[[nodiscard]] std::vector<core::Problem> read_config(const Document& document, core::Config& into);

} // namespace kith::store
