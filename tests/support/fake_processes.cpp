#include "fake_processes.hpp"

namespace kith::test {

int FakeProcesses::run(std::span<const std::string> arguments, const system::Variables& /*variables*/) {
    runs.emplace_back(arguments.begin(), arguments.end());
    return running(arguments);
}

system::Captured FakeProcesses::capture(std::span<const std::string> arguments,
                                        const system::Variables& /*variables*/) {
    runs.emplace_back(arguments.begin(), arguments.end());
    return capturing(arguments);
}

std::string FakeProcesses::edit(const std::string& editor, const std::string& text, const std::string& suffix) {
    edits.push_back({editor, text, suffix});
    return editing(text);
}

bool FakeProcesses::page(const std::string& pager, const std::string& text, const system::Variables& variables) {
    if (!paging(pager)) return false;
    pages.push_back({pager, text, variables});
    return true;
}

} // namespace kith::test
