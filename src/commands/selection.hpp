// Which records a list has, by its options: for the lists and for what is exported.
#pragma once

#include "kith/core/agenda.hpp"
#include "kith/core/journal.hpp"

#include "filters.hpp"
#include "options.hpp"
#include "person_view.hpp"
#include "session.hpp"

#include <vector>

namespace kith::commands {

struct EventChoice {
    FilterOptions filters;
    bool upcoming = false, past = false;
};

/// At most one of the flags; the open ones where there is none.
struct FollowupChoice {
    FilterOptions filters;
    bool due = false, overdue = false, open = false, closed = false;
    bool all = false; ///< Open and closed.
    Text upcoming;
};

void declare_choice(CLI::App& app, EventChoice& choice);
void declare_choice(CLI::App& app, FollowupChoice& choice);

/// Oldest first.
[[nodiscard]] std::vector<core::Interaction> chosen_interactions(const Filter& filter, Session& session);
[[nodiscard]] std::vector<core::Event> chosen_events(const EventChoice& choice, Session& session);
/// The most pressing first, closed ones by the day they were closed.
[[nodiscard]] std::vector<core::AgendaItem> chosen_items(const FollowupChoice& choice, Session& session);
/// By name. The log is read for their last contacts only `with_contacts`, or where a filter asks for these.
[[nodiscard]] std::vector<PersonView> chosen_people(const FilterOptions& options, bool with_contacts, Session& session);

} // namespace kith::commands
