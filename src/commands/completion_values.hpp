// What the journal has to offer for a half-typed line of the shell.
#pragma once

#include "completion_line.hpp"
#include "session.hpp"

#include <string_view>
#include <vector>

namespace kith::commands {

/// What the values wanted of a line may be: only what begins with what is typed of it, whatever the case and accents.
/// Opens people.toml, strategy.toml, the events, the follow-ups or the last months of the log as the values need. A
/// file that cannot be read offers nothing.
[[nodiscard]] std::vector<Candidate> values_for(const Line& line, Session& session);

/// Whether a text begins with another, whatever the case and accents.
[[nodiscard]] bool begins_with(std::string_view text, std::string_view beginning);

} // namespace kith::commands
