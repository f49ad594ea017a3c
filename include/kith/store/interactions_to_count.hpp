// The log of years for figures: read without what they do not count.
#pragma once

#include "kith/store/journal_store.hpp"

#include <vector>

namespace kith::store {

/// As JournalStore::interactions of these days, but tags, notes, addresses and what they close may be left out: a
/// report on years would hold them for nothing.
[[nodiscard]] std::vector<core::Interaction> interactions_to_count(JournalStore& journal, const core::DateRange& days);

} // namespace kith::store
