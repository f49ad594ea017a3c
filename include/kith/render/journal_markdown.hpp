// The journal as a document to read: Markdown with a chapter for each kind of record, dates in full.
#pragma once

#include "kith/core/agenda.hpp"
#include "kith/core/journal.hpp"
#include "kith/core/people.hpp"
#include "kith/core/strategy.hpp"

#include <span>
#include <string>

namespace kith::render {

// A chapter each, in the order given, texts escaped; of no records a chapter without any. Events that are named and not
// among those given have their ids.

[[nodiscard]] std::string people_in_markdown(std::span<const core::Person> persons,
                                             std::span<const core::Event> events);
/// A section for each month.
[[nodiscard]] std::string log_in_markdown(std::span<const core::Interaction> interactions, const core::People& people,
                                          std::span<const core::Event> events);
[[nodiscard]] std::string events_in_markdown(std::span<const core::Event> events, const core::People& people);
/// A section for each state.
[[nodiscard]] std::string agenda_in_markdown(std::span<const core::AgendaItem> items, const core::People& people);
[[nodiscard]] std::string strategy_in_markdown(const core::Strategy& strategy);

} // namespace kith::render
