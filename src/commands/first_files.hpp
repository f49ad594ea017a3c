// What a journal begins with: files that hold examples only, for the user to take the # off.
#pragma once

#include <string_view>

namespace kith::commands {

inline constexpr std::string_view first_strategy = "# Where I show up, and why.\n"
                                                   "\n"
                                                   "# [balance]\n"
                                                   "# in_person = 40  # percent of interactions; the rest is online\n"
                                                   "\n"
                                                   "# [[goal]]\n"
                                                   "# id = \"compiler-role\"\n"
                                                   "# text = \"Find a senior compiler role\"\n"
                                                   "\n"
                                                   "# [[platform]]\n"
                                                   "# id = \"linkedin\"\n"
                                                   "# goals = [\"compiler-role\"]\n"
                                                   "# per_week = 5\n";

inline constexpr std::string_view first_config =
    "# Settings that travel with the journal.\n"
    "\n"
    "# week_start = \"sunday\"   # or \"monday\", which holds where nothing is said\n"
    "# auto_commit = true      # a git commit for each command that writes\n"
    "\n"
    "# [event]\n"
    "# follow_up = \"2d\"        # so long after an event's end; \"none\" for none\n";

} // namespace kith::commands
