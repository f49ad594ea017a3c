// An interaction from what was typed: the options of `log`, and what its text says by itself.
#pragma once

#include "options.hpp"
#include "session.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kith::commands {

struct EntryOptions {
    Text on, via, kind, by, minutes, event, url;
    Texts with, tags;
    bool online = false, in_person = false, offered = false, asked = false, received = false, no_answer = false;
};

void declare_entry(CLI::App& app, EntryOptions& options);

/// The date that the text begins with, before a colon; nothing where it begins otherwise. A usage Failure for a day
/// that does not exist: `30 feb: x` was meant as a date.
[[nodiscard]] std::optional<core::LeadingDate> require_leading_date(std::string_view text,
                                                                    const core::PhraseContext& context);

/// The moment, or a usage Failure for one that is still to come.
[[nodiscard]] core::Moment require_past(const core::Moment& moment, Session& session);

/// Tells of names in a text that several people have, and that were left alone.
void note_unclear(const std::vector<std::string>& names, Session& session);

/// The interaction that the text and the options say, with a new id. Adds new people to the journal. A usage Failure
/// for an empty text, a date to come, options that exclude each other.
[[nodiscard]] core::Interaction make_interaction(std::string_view text, const EntryOptions& options, Session& session);

/// The options put upon an interaction that is there: each given one sets its key; people and tags replace those
/// before.
void apply(const EntryOptions& options, core::Interaction& interaction, Session& session);

/// A follow-up from `in 2w: send slides`: due date, colon, note; the date alone will do. The action is the first word
/// that names one, else message.
[[nodiscard]] core::Followup make_followup(std::string_view text, std::string_view what, Session& session);
/// The first word of the text that names an action; `message` where none does.
[[nodiscard]] std::string action_in(std::string_view text);

} // namespace kith::commands
