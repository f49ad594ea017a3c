#include "kith/exchange/batch.hpp"

#include <doctest/doctest.h>

using namespace kith;

TEST_CASE("a text is pulled in pieces until it is at its end") {
    const auto pull = exchange::pull_from("abcde", 2);
    CHECK(pull() == "ab");
    CHECK(pull() == "cd");
    CHECK(pull() == "e");
    CHECK(pull().empty());
    CHECK(pull().empty());
}
