// Events as they are shown: in a list, and one with what came of it.
#pragma once

#include "kith/commands/command.hpp"
#include "kith/core/journal.hpp"
#include "kith/render/table.hpp"

#include "session.hpp"

#include <string>
#include <vector>

namespace kith::commands {

/// `Wed 9 Sep`, `Wed 9 Sep to Fri 11 Sep`, `Wed 9 Sep 18:30 to 21:00`
[[nodiscard]] std::string days_in_words(const core::Event& event, core::Date today);
/// How far they are from today, from the day of them that is nearest: `in 3 weeks`, `now` in their middle.
[[nodiscard]] std::string distance_in_words(const core::Event& event, core::Date today);
[[nodiscard]] render::Row row_of(const core::Event& event, Session& session);

[[nodiscard]] std::vector<Command> event_showing_commands();

} // namespace kith::commands
