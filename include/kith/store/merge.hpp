// Two machines wrote in the same file: the records of both are brought together, and only what says two things at once
// is left for a person.
#pragma once

#include "kith/core/error.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::store {

/// A file as one side of a merge has it.
struct Version {
    std::string name; ///< As places show it: `log/2026-11.toml`, `:3:log/2026-11.toml`.
    std::string text; ///< Empty for a side that has no such file.
};

/// What both sides changed in ways that exclude each other. The merged text holds both between the marker lines of git,
/// around that record alone.
struct Conflict {
    std::string subject;           ///< `interaction k7f2q9xa`, `[group.mentors]`; empty where lines were merged.
    std::vector<std::string> keys; ///< `note`, `handles.linkedin`; empty where one side took the whole record out.
    int line = 0;                  ///< Of its first marker line in the merged text, from 1.
};

/// `'note' of interaction k7f2q9xa was changed on both sides`
[[nodiscard]] std::string to_text(const Conflict& conflict);

struct Merged {
    std::string text;
    std::vector<Conflict> conflicts; ///< In the order of the text.
    /// What is wrong in versions that are not valid TOML; looked for where both sides changed something. Then all from
    /// the first to the last line in which the sides differ is one conflict.
    std::vector<core::Problem> unreadable;
};

/// Brings the changes that `ours` and `theirs` made to `base` together, record by record (by kind and id, or without an
/// id by what it holds) and in a record key by key. What only one side changed is taken as it stands there, with its
/// comments. Lists of texts are merged as sets. A record added on both sides is merged as if it had been empty before.
/// New records stand in the order of the file's kind. Where both sides closed a follow-up, the earlier date wins, then
/// the smaller id. Line ends are those of `ours`. With the sides swapped the records are the same.
[[nodiscard]] Merged merge(const Version& base, const Version& ours, const Version& theirs);

/// What a text with git's marker lines had on the two sides, and before where the markers tell (`merge.conflictStyle`
/// diff3); without conflict lines all three have the same.
struct Sides {
    std::optional<std::string> base;
    std::string ours;
    std::string theirs;
};

/// Nothing where the text has no conflict, or where its marker lines do not go together.
[[nodiscard]] std::optional<Sides> sides_of_conflicts(std::string_view text);

} // namespace kith::store
