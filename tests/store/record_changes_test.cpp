// What a change did, in the words of a commit's message.
#include "kith/store/record_changes.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace kith::store {
namespace {

const std::string coffee = "[[interaction]]\nid = \"aaaaaaaa\"\ndate = 2026-11-22\nnote = \"Coffee with José\"\n";
const std::string lunch = "[[interaction]]\nid = \"bbbbbbbb\"\ndate = 2026-11-22\nnote = \"Lunch\"\n";
const std::string ana = "[[person]]\nid = \"ana-souza\"\nname = \"Ana Souza\"\n";
const std::string slides = "[[followup]]\nid = \"cccccccc\"\nnote = \"send slides\"\n";

std::string message(std::string_view command, const std::vector<FileChange>& changes) {
    return commit_message(command, changes);
}

TEST_CASE("one record is named in the subject alone") {
    CHECK(message("log", {{"log/2026-11.toml", std::nullopt, coffee}}) == "log: Coffee with José (aaaaaaaa)\n");
    CHECK(message("log", {{"log/2026-11.toml", lunch, coffee + "\n" + lunch}}) == "log: Coffee with José (aaaaaaaa)\n");
    CHECK(message("log remove", {{"log/2026-11.toml", coffee, std::nullopt}}) ==
          "log remove: Coffee with José (aaaaaaaa)\n");
    CHECK(message("person edit", {{"people.toml", ana, ana + "every = \"3w\"\n"}}) ==
          "person edit: Ana Souza (ana-souza)\n");
}

TEST_CASE("of several records those come first that the command is about, and each has a line") {
    CHECK(message("log", {{"people.toml", std::nullopt, ana},
                          {"log/2026-11.toml", std::nullopt, coffee + "\n" + lunch},
                          {"followups/2026.toml", std::nullopt, slides}}) ==
          "log: Coffee with José (aaaaaaaa) and 1 more\n"
          "\n"
          "added person Ana Souza (ana-souza)\n"
          "added interaction Coffee with José (aaaaaaaa)\n"
          "added interaction Lunch (bbbbbbbb)\n"
          "added followup send slides (cccccccc)\n");
    CHECK(message("followup done", {{"log/2026-11.toml", std::nullopt, lunch},
                                    {"followups/2026.toml", slides, slides + "done = 2026-11-22\n"}})
              .starts_with("followup done: send slides (cccccccc)\n\nadded interaction Lunch (bbbbbbbb)\n"
                           "changed followup send slides (cccccccc)\n"));
}

TEST_CASE("a command about no kind counts them") {
    CHECK(message("sync", {{"people.toml", std::nullopt, ana}, {"log/2026-11.toml", coffee, lunch}})
              .starts_with("sync: 1 person, 2 entries\n\n"));
    CHECK(message("sync", {{"config.toml", std::nullopt, "week_start = \"sunday\"\n"}}) == "sync: config.toml\n");
}

TEST_CASE("a record that moves to another file is one change, and none where it stays as it was") {
    CHECK(message("log edit", {{"log/2026-10.toml", coffee, ""},
                               {"log/2026-11.toml", lunch, lunch + "\n" + coffee + "minutes = 5\n"}}) ==
          "log edit: Coffee with José (aaaaaaaa)\n");
    CHECK(message("check", {{"log/2026-10.toml", coffee, ""}, {"log/2026-11.toml", lunch, lunch + "\n" + coffee}}) ==
          "check: log/2026-10.toml, log/2026-11.toml\n");
}

TEST_CASE("a long or missing text, and files that do not parse") {
    const auto subject = message(
        "log", {{"log/2026-11.toml", std::nullopt,
                 "[[interaction]]\nid = \"aaaaaaaa\"\nnote = \"\"\"\n" + std::string(100, 'x') + "\nmore\"\"\"\n"}});
    CHECK(subject == "log: " + std::string(58, 'x') + ".. (aaaaaaaa)\n");
    CHECK(message("log", {{"log/2026-11.toml", std::nullopt, "[[interaction]]\nid = \"aaaaaaaa\"\n"}}) ==
          "log: aaaaaaaa\n");
    CHECK(message("log", {{"log/2026-11.toml", std::nullopt,
                           "[[interaction]]\nid = \"a\"\nnote = \"\\u001b[31m\"\n"}}) == "log: \\x1b[31m (a)\n");
    CHECK(message("check", {{"people.toml", "<<<<<<< ours\n" + ana, ana}}) == "check: Ana Souza (ana-souza)\n");
}

} // namespace
} // namespace kith::store
