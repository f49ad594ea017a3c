#include "program.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>

using kith::test::Program;

namespace {

/// Twelve people, each met on three days of spring.
Program twelve() {
    std::map<std::string, std::string> files;
    for (int i = 1; i <= 12; ++i)
        files["people.toml"] += fmt::format("[[person]]\nid = \"friend-{:02}\"\nname = \"Friend {:02}\"\n\n", i, i);
    for (const std::string month : {"03", "04", "05"}) {
        auto& log = files["log/2026-" + month + ".toml"];
        for (int i = 1; i <= 12; ++i)
            log += fmt::format("[[interaction]]\nid = \"{}{:06}\"\ndate = 2026-{}-05\nwith = [\"friend-{:02}\"]\n\n",
                               month, i, month, i);
    }
    return Program(files);
}

} // namespace

TEST_CASE("ten are suggested unless told, and how many more there are is said to people only") {
    auto program = twelve();
    const auto plain = program.run({"followup", "suggest"});
    CHECK(std::ranges::count(plain.out, '\n') == 10);
    CHECK(plain.err == "kith: 2 more; --limit 12 shows them all\n");
    CHECK(program.run({"followup", "suggest", "-q"}).err.empty());
    const auto formatted = program.run({"followup", "suggest", "--format", "{id}"});
    CHECK(formatted.out.starts_with("friend-01\nfriend-02\n"));
    CHECK(formatted.err.empty());
    const auto all = program.run({"followup", "suggest", "--limit", "12"});
    CHECK(std::ranges::count(all.out, '\n') == 12);
    CHECK(all.err.empty());
}

TEST_CASE("of the log only the last three years are read") {
    auto program = twelve();
    program.files.files["/home/me/kith/log/2023-10.toml"] = "";
    program.files.files["/home/me/kith/log/2023-11.toml"] = "";
    CHECK(program.run({"followup", "suggest"}).status == 0);
    const auto read = program.files.read_paths();
    CHECK(std::ranges::find(read, "/home/me/kith/log/2023-10.toml") == read.end());
    CHECK(std::ranges::find(read, "/home/me/kith/log/2023-11.toml") != read.end());
}
