#include "kith/commands/command.hpp"

#include "nouns.hpp"

namespace kith::commands {

const std::vector<Command>& all_commands() {
    static const std::vector<Command> commands = [] {
        std::vector<Command> all;
        for (const auto noun :
             {today_commands, strategy_commands, log_commands, event_commands, followup_commands, report_commands,
              person_commands, import_commands, export_commands, init_commands, check_commands, undo_commands,
              sync_commands, git_commands, merge_file_commands, completion_commands, help_commands}) {
            const auto part = noun();
            all.insert(all.end(), part.begin(), part.end());
        }
        return all;
    }();
    return commands;
}

} // namespace kith::commands
