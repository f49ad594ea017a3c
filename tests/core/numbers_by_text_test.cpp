// As a map from texts to numbers.
#include "kith/core/numbers_by_text.hpp"
#include "kith/core/slug_ids.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

namespace kith::core {
namespace {

TEST_CASE("many texts have their numbers, and others none") {
    NumbersByText numbers;
    CHECK(numbers.empty());
    CHECK(numbers.find("") == nullptr);
    constexpr std::uint32_t count = 20000;
    for (std::uint32_t i = 0; i < count; ++i) CHECK(numbers.try_emplace("person-" + std::to_string(i), i).second);
    CHECK(numbers.try_emplace("", 7).second);
    CHECK(numbers.size() == count + 1);
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto text = "person-" + std::to_string(i);
        const auto* number = numbers.find(text);
        REQUIRE(number != nullptr);
        CHECK(*number == i);
        CHECK(!numbers.contains(text + "-"));
    }
    CHECK(*numbers.find("") == 7);
}

TEST_CASE("the first number stays, and may be changed") {
    NumbersByText numbers;
    numbers.reserve(100);
    ++*numbers.try_emplace("ana", 0).first;
    const auto [number, is_new] = numbers.try_emplace("ana", 9);
    CHECK(!is_new);
    CHECK(*number == 1);
}

TEST_CASE("ids of one name are numbered, around those that are taken") {
    SlugIds ids("person");
    ids.take("ana-2");
    CHECK(ids.next("Ana") == "ana");
    CHECK(ids.next("Ána") == "ana-3");
    CHECK(ids.next("ana") == "ana-4");
    ids.take("Bo");
    CHECK(ids.next("bo") == "bo-2");
    CHECK(ids.next("!") == "person");
    CHECK(ids.next("?") == "person-2");
}

} // namespace
} // namespace kith::core
