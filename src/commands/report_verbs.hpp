// The rows of `kith report` that have files of their own.
#pragma once

#include "kith/commands/command.hpp"

namespace kith::commands {

[[nodiscard]] Command report_calendar_command();

} // namespace kith::commands
