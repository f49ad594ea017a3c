// kith report calendar: a year of days at a glance.
#pragma once

#include "kith/commands/command.hpp"

namespace kith::commands {

[[nodiscard]] Action bind_report_calendar(CLI::App& app);

} // namespace kith::commands
