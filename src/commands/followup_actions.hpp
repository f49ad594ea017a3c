// What is done to one follow-up, the same for the commands and for the review. Each changes the journal, which the
// caller saves.
#pragma once

#include "followup_target.hpp"
#include "session.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kith::commands {

/// The contact that closes follow-ups.
struct Contact {
    core::Moment date;
    std::string note;
    std::string channel;
    std::vector<std::string> tags;
};

/// What has been done, for the answer.
struct Closing {
    core::Followup followup; ///< A computed one with the id `@person`.
    std::optional<core::Interaction> interaction;
    std::optional<core::Followup> successor;
};

/// A contact of today, with the channel and the tags that the note names.
[[nodiscard]] Contact contact_today(const std::optional<std::string>& note, Session& session);

/// Logs the contact and closes what is written down; only closes it with `no_log`, which is for what is written down.
[[nodiscard]] Closing close(const Target& target, const Contact& contact, bool no_log, Session& session);
[[nodiscard]] std::string confirm(const std::vector<Closing>& closings, Session& session);

/// A day to put off to, or a usage Failure where it is past.
core::Moment require_not_past(const core::Moment& moment, Session& session);
/// To a day without a time at the hour at which it was due. Of a computed one the person is put off.
[[nodiscard]] core::Followup snooze_one(const Target& target, const core::Moment& until, Session& session);
/// A usage Failure for a computed one, which says what to do instead.
[[nodiscard]] core::Followup drop_one(const Target& target, Session& session);

} // namespace kith::commands
