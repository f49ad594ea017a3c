// What one does with reports beside the balance: the brief on a person.
#pragma once

#include "kith/commands/command.hpp"

namespace kith::commands {

[[nodiscard]] Action bind_report_person(CLI::App& app);

} // namespace kith::commands
