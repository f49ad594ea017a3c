// What an id on the command line of `followup` names: a follow-up written down, or a person's computed one.
#pragma once

#include "session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kith::commands {

struct Target {
    std::optional<core::Followup> followup; ///< Written down; else computed for `person`.
    core::PersonId person;
    bool is_birthday = false;
};

/// `m3qd`, `@ana-souza`, `@ana-souza/birthday`. A Failure where there is none, or the person has no cadence and no
/// birthday.
[[nodiscard]] Target require_target(const std::string& word, Session& session);

/// Each word once.
[[nodiscard]] std::vector<Target> require_targets(const std::vector<std::string>& words, std::string_view command,
                                                  Session& session);

/// The id that the target is shown by: the follow-up's, `@person` or `@person/birthday`.
[[nodiscard]] std::string id_of(const Target& target);

/// What to call a follow-up on the command line: its id, or without one the day it is due.
[[nodiscard]] std::string word_for(const core::Followup& followup);
/// A hint: how one that is closed is opened again.
[[nodiscard]] std::string way_to_reopen(const core::Followup& followup);

/// `2w`, or with a plus strict from the due date; a usage Failure for anything else.
[[nodiscard]] std::string require_recurrence(const std::string& text);

} // namespace kith::commands
