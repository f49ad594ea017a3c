// Records as the lists show them: with the derived keys of the JSON, and as rows for people.
#pragma once

#include "kith/core/agenda.hpp"
#include "kith/core/fields.hpp"
#include "kith/core/records.hpp"
#include "kith/render/table.hpp"

#include "session.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::commands {

/// All keys of the record, and `mode` as it is resolved.
[[nodiscard]] core::Fields fields_of(const core::Interaction& interaction, const core::Strategy& strategy);
/// All keys of the record, and `source`, `state`, `why`, `last`.
[[nodiscard]] core::Fields fields_of(const core::AgendaItem& item);

[[nodiscard]] std::vector<std::string_view> interaction_keys();
[[nodiscard]] std::vector<std::string_view> agenda_keys();

/// `coffee · in person`, `unclassified`
[[nodiscard]] std::string channel_in_words(const core::Interaction& interaction, const core::Strategy& strategy);
/// What is known beside date, channel, people and note: `meeting, offered, no answer, 45 min, rustconf-2026, #rust`.
[[nodiscard]] std::string details_of(const core::Interaction& interaction);

/// id, date, channel, people, note.
[[nodiscard]] render::Row row_of(const core::Interaction& interaction, Session& session);
/// state, day, people, what, id, why with the last contact
[[nodiscard]] render::Row row_of(const core::AgendaItem& item, Session& session);

/// Every key of a record with its value, a line each: `show` for people.
[[nodiscard]] std::string to_text(const core::Fields& fields, Session& session);

/// Rows whose last cell is a reason; on a terminal that is too narrow for the reasons these stand in a line of their
/// own.
[[nodiscard]] std::string with_reasons(std::vector<render::Row> rows, const render::Layout& layout);
/// The agenda, an item a row.
[[nodiscard]] std::string to_text(std::span<const core::AgendaItem> items, Session& session,
                                  const render::Layout& layout);

/// Lists of interactions and of the agenda, as --json, --format or rows.
[[nodiscard]] Listing listing_of(const std::vector<core::Interaction>& interactions, Session& session);
[[nodiscard]] Listing listing_of(const std::vector<core::AgendaItem>& items, Session& session);

/// `logged     k7f2q9xa  Sun 22 Nov  coffee · in person  Ana Souza`
[[nodiscard]] render::Row confirmation(std::string_view label, const core::Interaction& interaction, Session& session);
/// `follow-up  m3qd8w1z  Sun 6 Dec   message  send her the slides`
[[nodiscard]] render::Row confirmation(std::string_view label, const core::Followup& followup, Session& session,
                                       bool with_names);

/// `values` and those of `more` that are not among them yet.
[[nodiscard]] std::vector<std::string> merged(std::vector<std::string> values, const std::vector<std::string>& more);

} // namespace kith::commands
