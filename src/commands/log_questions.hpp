// kith log alone, on a terminal: asked step by step.
#pragma once

#include "entry.hpp"

namespace kith::commands {

/// All that `kith log` can be told.
struct LogOptions {
    Texts words;
    EntryOptions entry;
    Text follow_up;
    bool edit = false;
};

/// Asks with whom, how, what, when and what next, each where the options do not say it, and puts the answers in as if
/// they had been typed as options. What would be refused is told at once and asked again. A Failure where somebody
/// leaves: nothing is written by then.
[[nodiscard]] LogOptions ask_for_entry(LogOptions options, Session& session);

} // namespace kith::commands
