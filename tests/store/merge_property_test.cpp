// Random histories of several clones: all end with the same records, and nothing is lost. The histories come by chance,
// from fixed seeds; KITH_HISTORIES says how many.
#include "clones.hpp"
#include "holds_for.hpp"
#include "merge_properties.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <cstdlib>
#include <string>

using namespace kith::test;

namespace {

std::uint64_t histories() {
    const char* wanted = std::getenv("KITH_HISTORIES");
    return wanted == nullptr ? 200 : std::strtoull(wanted, nullptr, 10);
}

/// What became wrong in one history; empty where nothing did.
std::string run_history(Chance& chance) {
    Clones clones(2 + chance.below(3), chance);
    for (auto steps = 5 + chance.below(30); steps > 0; --steps) {
        const auto clone = chance.below(clones.count());
        if (!chance.one_in(4)) {
            clones.edit(clone);
        } else if (auto problem = clones.pull(clone, chance.below(clones.count())); !problem.empty()) {
            return problem;
        }
    }
    for (int order = 0; order < 2; ++order) {
        auto pulled = clones;
        if (auto problem = pulled.pull_all(); !problem.empty()) return problem;
        for (std::size_t clone = 0; clone < pulled.count(); ++clone)
            if (auto problem = pulled.difference(clone); !problem.empty()) return problem + "\n" + pulled.text(clone);
    }
    return {};
}

} // namespace

TEST_CASE("clones that pull from each other end with the same records and no lost change") {
    holds_for(histories(), run_history);
}

TEST_CASE("sides that change records of any form are merged key by key, or told as conflicts") {
    holds_for(histories(), merges_by_keys);
}
