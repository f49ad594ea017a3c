// How much of a random id is enough, for setting that off in lists.
#pragma once

#include "kith/core/unique_prefixes.hpp"

#include "session.hpp"

namespace kith::commands {

/// Of the entries, among all that `log show` and the others would find. None without colours, and none where only the
/// months of `days` are open and there are others: a list of a week does not open ten years for this.
[[nodiscard]] core::UniquePrefixes entry_prefixes(const core::DateRange& days, Session& session);
/// Of the follow-ups, the closed ones too. None without colours.
[[nodiscard]] core::UniquePrefixes followup_prefixes(Session& session);
/// Of the posts of the strategy. None without colours.
[[nodiscard]] core::UniquePrefixes post_prefixes(Session& session);

} // namespace kith::commands
