#include "merge_cases.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace kith::test {

namespace {

std::vector<std::string> in_words(const store::Merged& merged) {
    std::vector<std::string> result;
    for (const auto& conflict : merged.conflicts) result.push_back(store::to_text(conflict));
    return result;
}

} // namespace

void check(const MergeCase& each) {
    CAPTURE(each.name);
    const auto merged = merge(each.base, each.ours, each.theirs);
    CHECK(merged.text == each.merged);
    CHECK(in_words(merged) == each.conflicts);
    auto swapped = in_words(merge(each.base, each.theirs, each.ours));
    CHECK(std::ranges::is_permutation(swapped, each.conflicts));
}

} // namespace kith::test
