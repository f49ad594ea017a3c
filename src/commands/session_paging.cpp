// What is longer than the terminal is high goes through the pager.
#include "kith/core/text.hpp"

#include "session.hpp"

#include <ostream>
#include <vector>

namespace kith::commands {

bool Session::wants_pager(std::string_view text) const {
    const auto& terminal = environment_.terminal;
    if (options_.json || options_.format || options_.quiet || !is_interactive() || !terminal.height) return false;
    if (environment_.variable("TERM") == "dumb") return false;
    // The last line is for the prompt that comes after.
    return render::lines_on_screen(text, layout().width) >= *terminal.height;
}

void Session::page(std::string_view text) {
    if (!wants_pager(text)) return print(text);
    const auto chosen = environment_.variable("PAGER");
    std::vector<std::string> pagers{"less"};
    if (chosen) {
        const std::string pager(core::trim(*chosen));
        if (pager.empty() || pager == "cat") return print(text);
        pagers.insert(pagers.begin(), pager);
    }
    // Not at all where it fits after all, with colours, and leaving on the terminal what was read.
    system::Variables variables;
    if (!environment_.variable("LESS")) variables.emplace_back("LESS", "FRX");
    journal_.directory().unlock(); // Nobody waits until this is read.
    environment_.out.flush();
    environment_.err.flush();
    for (const auto& pager : pagers)
        if (environment_.processes.page(pager, std::string(text), variables)) return;
    print(text);
}

} // namespace kith::commands
