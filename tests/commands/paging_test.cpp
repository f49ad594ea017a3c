// What goes through the pager, and what does not.
#include "kith/core/error.hpp"

#include "program.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <functional>
#include <span>
#include <string>

using namespace kith;

namespace {

/// Thirty entries on a terminal of 24 lines.
test::Program long_log() {
    std::string log;
    for (int day = 1; day <= 20; ++day)
        log += fmt::format("[[interaction]]\nid = \"x{:07}\"\ndate = 2026-11-{:02}\nnote = \"Tea\"\n\n", day, day);
    test::Program program(std::map<std::string, std::string>{{"log/2026-11.toml", log}});
    program.show_on(80);
    program.terminal.height = 20;
    return program;
}

} // namespace

TEST_CASE("a list as long as the terminal is high goes through less, with the status of its own") {
    auto program = long_log();
    const auto outcome = program.run({"log", "list", "--exit-code"});
    CHECK(outcome.out.empty());
    CHECK(outcome.status == 10);
    REQUIRE(program.processes.pages.size() == 1);
    const auto& page = program.processes.pages.front();
    CHECK(page.pager == "less");
    CHECK(page.text.starts_with("x0000001  Sun 1 Nov   3 weeks ago  unclassified  Tea\n"));
    CHECK(page.variables == system::Variables{{"LESS", "FRX"}});
}

TEST_CASE("a shorter one does not, but where its lines go on in the next") {
    auto program = long_log();
    CHECK(program.run({"log", "list", "--limit", "19"}).out.starts_with("x0000002"));
    CHECK(program.processes.pages.empty());
    program.terminal.height = 25;
    CHECK_FALSE(program.run({"log", "list"}).out.empty());
    CHECK(program.run({"log", "add", std::string(900, 'x')}).status == 0);
    CHECK(program.run({"log", "show", "1"}).out.find("xxx") != std::string::npos);
    program.terminal.height = 10;
    CHECK(program.run({"log", "show", "1"}).out.empty());
    CHECK(program.processes.pages.size() == 1);
}

TEST_CASE("$PAGER comes before less, and its options of less before ours") {
    auto program = long_log();
    program.variables["PAGER"] = " most -w ";
    program.variables["LESS"] = "-S";
    CHECK(program.run({"log", "list"}).out.empty());
    REQUIRE(program.processes.pages.size() == 1);
    CHECK(program.processes.pages.front().pager == "most -w");
    CHECK(program.processes.pages.front().variables.empty());
}

TEST_CASE("where the pager is not there it is less, and without less the text as it is") {
    auto program = long_log();
    program.variables["PAGER"] = "most";
    program.processes.paging = [](const std::string& pager) { return pager != "most"; };
    CHECK(program.run({"log", "list"}).out.empty());
    CHECK(program.processes.pages.front().pager == "less");
    program.processes.paging = [](const std::string&) { return false; };
    const auto outcome = program.run({"log", "list"});
    CHECK(outcome.out.starts_with("x0000001"));
    CHECK(outcome.err.empty());
}

TEST_CASE("what is not for somebody who sits and reads never goes through a pager") {
    const auto is_paged = [](const std::function<void(test::Program&)>& prepare, std::vector<std::string> options) {
        auto program = long_log();
        prepare(program);
        options.insert(options.begin(), {"log", "list"});
        const auto outcome = program.run(options);
        CHECK(outcome.status == 0);
        CHECK(outcome.out.empty() != program.processes.pages.empty());
        return outcome.out.empty();
    };
    CHECK(is_paged([](auto&) {}, {}));
    for (const std::vector<std::string>& options :
         {std::vector<std::string>{"--json"}, {"--format", "{id}"}, {"--quiet"}})
        CHECK_FALSE(is_paged([](auto&) {}, options));
    for (const std::string off : {"", " ", "cat"})
        CHECK_FALSE(is_paged([&off](auto& program) { program.variables["PAGER"] = off; }, {}));
    CHECK_FALSE(is_paged([](auto& program) { program.variables["TERM"] = "dumb"; }, {}));
    CHECK_FALSE(is_paged([](auto& program) { program.terminal.output_is_terminal = false; }, {}));
    CHECK_FALSE(is_paged([](auto& program) { program.terminal.input_is_terminal = false; }, {}));
    CHECK_FALSE(is_paged([](auto& program) { program.terminal.height.reset(); }, {}));
}

TEST_CASE("reports, pages of a record, diffs and what check finds are paged too") {
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"report"},
                                                      {"report", "calendar", "2026"},
                                                      {"report", "--as", "markdown"},
                                                      {"log", "show", "x0000001"},
                                                      {"log", "remove", "x0000001", "-n"},
                                                      {"check"},
                                                      {}}) {
        auto program = long_log();
        program.files.files["/home/me/kith/people.toml"] = "[[person]]\nid = \"a\"\n\n[[person]]\nid = \"b\"\n";
        program.terminal.height = 2;
        CHECK(program.run(arguments).out.empty());
        CHECK(program.processes.pages.size() == 1);
    }
}

TEST_CASE("nobody waits to write until the answer has been read") {
    auto program = long_log();
    program.terminal.height = 2;
    bool is_locked = false;
    program.processes.paging = [&](const std::string&) {
        is_locked = is_locked || program.files.is_locked();
        return true;
    };
    CHECK(program.run({"log", "remove", "x0000001", "x0000002", "--yes"}).status == 0);
    CHECK(program.processes.pages.size() == 1);
    CHECK_FALSE(is_locked);
}

TEST_CASE("COLUMNS says how wide the terminal is, and nothing of a pipe") {
    auto program = long_log();
    program.variables["COLUMNS"] = "30";
    program.terminal.height = 100;
    CHECK(program.run({"log", "list", "--limit", "1"}).out == "x0000020  Fri 20 Nov\n  unclassified  Tea\n");
    program.variables["COLUMNS"] = "wide";
    CHECK(program.run({"log", "list", "--limit", "1"}).out == "x0000020  Fri 20 Nov  2 days ago  unclassified  Tea\n");
    program.variables["COLUMNS"] = "30";
    program.terminal = {};
    CHECK(program.run({"log", "list", "--limit", "1"}).out == "x0000020  Fri 20 Nov  2 days ago  unclassified  Tea\n");
}

TEST_CASE("the page of the files is printed as man has it, and pages are found by their own names") {
    test::Program program;
    program.processes.capturing = [](std::span<const std::string> arguments) {
        CHECK(arguments.back() == "kith-format");
        return system::Captured{0, "KITH-FORMAT(5)\n", {}};
    };
    CHECK(program.run({"help", "format"}).out == "KITH-FORMAT(5)\n");
    CHECK(program.run({"help", "kith-format"}).out == "KITH-FORMAT(5)\n");
    CHECK(program.run({"help", "kith-log", "list"}).out == program.run({"help", "log", "list"}).out);
    program.processes.capturing = [](std::span<const std::string>) { return system::Captured{16, {}, {}}; };
    const auto outcome = program.run({"help", "format"});
    CHECK(outcome.status == 1);
    CHECK(outcome.err.find("kith-format is not installed") != outcome.err.npos);
}
