// A person from what was typed: the options of `person add` and `person edit`, one for each key of the record.
#pragma once

#include "options.hpp"
#include "session.hpp"

#include <array>
#include <string>
#include <string_view>

namespace kith::commands {

struct PersonOptions {
    Text name, every, late, snoozed_until, met, met_at, organisation, role, city, email, birthday, note;
    Texts aliases, groups, handles;
    std::array<bool, 11> without{}; ///< The `--no-KEY` of every single key but the name.
    Removal no_aliases, no_groups, no_handles;
    bool another = false;
};

/// Those that set keys; `--name` is declared by declare_removals, since a new person's name is no option.
void declare_keys(CLI::App& app, PersonOptions& options);
void declare_removals(CLI::App& app, PersonOptions& options);

/// Whether any key is set or taken off.
[[nodiscard]] bool changes_anything(const PersonOptions& options);

/// The person with what the options say: first what is taken off, then what is set. Lists grow. A Failure for a value
/// that the key cannot have, a name that somebody else has (unless --another), or something to take off that is not
/// there.
[[nodiscard]] core::Person with_options(core::Person person, const PersonOptions& options, Session& session);

/// A name on one line, with single blanks.
[[nodiscard]] std::string require_name(std::string_view text, std::string_view what);
/// Fails where another person has the name, unless that is meant.
void refuse_namesake(const core::Person& person, const PersonOptions& options, Session& session);
/// The group's name as it is written already, else as it is given.
[[nodiscard]] std::string require_group_name(std::string_view text, const core::People& people);
/// Fails where `late` would come before `every`.
void refuse_late_before_every(const std::optional<core::Period>& every, const std::optional<core::Period>& late,
                              core::Date today);

} // namespace kith::commands
