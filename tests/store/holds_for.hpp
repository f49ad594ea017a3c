// Runs a property for many seeds.
#pragma once

#include "generated_documents.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

namespace kith::test {

/// `property` takes the chance of a seed and returns what broke it, or nothing. The first seed that breaks it is told,
/// and none after it is tried.
template<class Property> void holds_for(std::uint64_t seeds, Property property) {
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        Chance chance(seed);
        const std::string broken = property(chance);
        CHECK_MESSAGE(broken.empty(), "seed ", seed, ": ", broken);
        if (!broken.empty()) return;
    }
}

} // namespace kith::test
