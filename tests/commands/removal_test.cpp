// What happens around the question before several records are removed.
#include "program.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

using namespace kith;
using Action = test::MemoryFiles::Action;

namespace {

test::Program twelve_events() {
    std::string events;
    for (int day = 10; day < 22; ++day)
        events += fmt::format("[[event]]\nid = \"e{0}\"\nname = \"E{0}\"\nstart = 2026-11-{0}\n\n", day);
    test::Program program(std::map<std::string, std::string>{{"events/2026.toml", events}});
    program.show_on(80);
    program.terminal.height = 24;
    return program;
}

std::vector<std::string> remove_all() {
    std::vector<std::string> arguments{"event", "remove"};
    for (int day = 10; day < 22; ++day) arguments.push_back(fmt::format("e{}", day));
    return arguments;
}

} // namespace

TEST_CASE("of many records ten are shown, and how many there are beyond") {
    auto program = twelve_events();
    const auto outcome = program.run(remove_all());
    CHECK(outcome.status == 1);
    CHECK(outcome.err.starts_with("remove  e10  Tue 10 Nov  E10\n"));
    CHECK(outcome.err.find("remove  e19  Thu 19 Nov  E19\nand 2 more\nremove 12 events? [y/N] ") != std::string::npos);
    CHECK(program.files.paths(Action::replace).empty());
}

TEST_CASE("nobody waits to write while it asks") {
    auto program = twelve_events();
    program.input = "y\n";
    CHECK(program.run(remove_all()).status == 0);
    std::vector<Action> actions;
    for (const auto& call : program.files.calls)
        if (call.action == Action::lock || call.action == Action::unlock) actions.push_back(call.action);
    CHECK(actions == std::vector{Action::lock, Action::unlock, Action::lock, Action::unlock});
}

TEST_CASE("it asks on the terminal also where the answer goes into a file, and not where it cannot be seen") {
    auto program = twelve_events();
    program.input = "y\n";
    program.terminal.output_is_terminal = false;
    CHECK(program.run({"event", "remove", "e10", "e11"}).status == 0);
    program.terminal.error_is_terminal = false;
    CHECK(program.run({"event", "remove", "e12", "e13"}).status == 2);
}
