// Records as the lists show them: with the derived keys of the JSON, and as rows for people.
#pragma once

#include "kith/core/agenda.hpp"
#include "kith/core/fields.hpp"
#include "kith/core/records.hpp"
#include "kith/render/table.hpp"

#include "id_prefixes.hpp"
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
[[nodiscard]] std::string channel_in_words(const core::Interaction& interaction, Session& session);
/// What is known beside date, channel, people and note: `meeting, offered, no answer, 45 min, rustconf-2026, #rust`.
[[nodiscard]] std::string details_of(const core::Interaction& interaction);

/// An id of its own, with what is enough of it set off.
[[nodiscard]] render::Cell id_cell(const std::string& id, const core::UniquePrefixes& prefixes = {});
/// A day, or days, and beside it how far that is from today, which goes first where there is little room.
[[nodiscard]] render::Cell day_cell(std::string day, render::Style style = render::Style::plain);
[[nodiscard]] render::Cell distance_cell(std::string distance);

/// id, date, how long ago, channel, mode, people, note; the mode alone where there is no channel.
[[nodiscard]] render::Row row_of(const core::Interaction& interaction, const core::UniquePrefixes& prefixes,
                                 Session& session);
/// state, day, how far off, people, what, id, why with the last contact
[[nodiscard]] render::Row row_of(const core::AgendaItem& item, const core::UniquePrefixes& prefixes, Session& session);

/// Every key of a record with its value, a line each: `show` for people.
[[nodiscard]] std::string to_text(const core::Fields& fields, Session& session);

/// Rows whose last cells are a reason and what goes with it; on a terminal that is too narrow for these they stand in a
/// line of their own.
[[nodiscard]] std::string with_reasons(std::vector<render::Row> rows, std::size_t cells, const render::Layout& layout);
/// The agenda, an item a row; as wide as `layout`.
[[nodiscard]] std::string to_text(std::span<const core::AgendaItem> items, Session& session,
                                  const render::Layout& layout);

/// Lists of interactions, of which the months of `days` were opened, and of the agenda, as --json, --format or rows.
[[nodiscard]] Listing listing_of(const std::vector<core::Interaction>& interactions, const core::DateRange& days,
                                 Session& session);
[[nodiscard]] Listing listing_of(const std::vector<core::AgendaItem>& items, Session& session);

/// `logged     k7f2q9xa  Sun 22 Nov  coffee · in person  Ana Souza`
[[nodiscard]] render::Row confirmation(std::string_view label, const core::Interaction& interaction, Session& session);
/// `follow-up  m3qd8w1z  Sun 6 Dec   message  send her the slides`
[[nodiscard]] render::Row confirmation(std::string_view label, const core::Followup& followup, Session& session,
                                       bool with_names);

/// `values` and those of `more` that are not among them yet.
[[nodiscard]] std::vector<std::string> merged(std::vector<std::string> values, const std::vector<std::string>& more);

} // namespace kith::commands
