// The brief on a person, from the journal.
#pragma once

#include "kith/core/brief.hpp"
#include "kith/render/json.hpp"

#include "session.hpp"

namespace kith::commands {

/// Searches the whole log for the person and parses what names them.
[[nodiscard]] core::Brief brief_of(const core::Person& person, Session& session);

/// As --json: person, contact, contacts, followups, events, help.
[[nodiscard]] render::Document document_of(const core::Brief& brief, Session& session);

} // namespace kith::commands
