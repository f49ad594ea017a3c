// What becomes of a file that two machines changed, case by case.
#include "kith/store/merge.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kith;

namespace {

store::Merged merge(const std::string& base, const std::string& ours, const std::string& theirs) {
    return store::merge({"base.toml", base}, {"ours.toml", ours}, {"theirs.toml", theirs});
}

std::string entry(const std::string& id, const std::string& date, const std::string& more = {}) {
    return "[[interaction]]\nid = \"" + id + "\"\ndate = " + date + "\n" + more;
}

} // namespace

TEST_CASE("both sides append to the same month") {
    const auto base = entry("a1", "2026-11-01");
    const auto ours = base + "\n" + entry("b1", "2026-11-05") + "\n" + entry("b2", "2026-11-09");
    const auto theirs = base + "\n" + entry("c1", "2026-11-03") + "\n" + entry("c2", "2026-11-07");
    const auto merged = merge(base, ours, theirs);
    CHECK(merged.conflicts.empty());
    CHECK(merged.text == base + "\n" + entry("c1", "2026-11-03") + "\n" + entry("b1", "2026-11-05") + "\n" +
                             entry("c2", "2026-11-07") + "\n" + entry("b2", "2026-11-09"));
    CHECK(merge(base, theirs, ours).text == merged.text);
}

TEST_CASE("a key changed to two values is a conflict around that record alone") {
    const auto base = entry("a1", "2026-11-01", "note = \"x\"\n") + "\n" + entry("a2", "2026-11-02");
    const auto ours = entry("a1", "2026-11-01", "note = \"ours\"\ntags = [\"t\"]\n") + "\n" + entry("a2", "2026-11-02");
    const auto theirs = entry("a1", "2026-11-01", "note = \"theirs\"\nminutes = 5\n") + "\n" +
                        entry("a2", "2026-11-02", "minutes = 7\n");
    const auto merged = merge(base, ours, theirs);
    REQUIRE(merged.conflicts.size() == 1);
    CHECK(store::to_text(merged.conflicts[0]) == "'note' of interaction a1 was changed on both sides");
    CHECK(merged.conflicts[0].line == 1);
    CHECK(merged.text == "<<<<<<< ours\n" +
                             entry("a1", "2026-11-01", "note = \"ours\"\nminutes = 5\ntags = [\"t\"]\n") + "=======\n" +
                             entry("a1", "2026-11-01", "note = \"theirs\"\nminutes = 5\ntags = [\"t\"]\n") +
                             ">>>>>>> theirs\n\n" + entry("a2", "2026-11-02", "minutes = 7\n"));
}
