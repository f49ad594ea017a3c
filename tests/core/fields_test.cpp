#include "kith/core/fields.hpp"

#include <doctest/doctest.h>

using namespace kith::core;

namespace {

const Moment day{Date{std::chrono::year{2026} / 11 / 22}, std::nullopt};
const Moment evening{day.date, std::chrono::hours{18}};

} // namespace

TEST_CASE("type_in_words says what a value is") {
    CHECK(type_in_words(Value{std::string{"Ana"}}) == "a text");
    CHECK(type_in_words(Value{std::int64_t{45}}) == "a whole number");
    CHECK(type_in_words(Value{true}) == "true or false");
    CHECK(type_in_words(Value{day}) == "a date");
    CHECK(type_in_words(Value{evening}) == "a date");
    CHECK(type_in_words(Value{std::vector<std::string>{}}) == "a list of texts");
    CHECK(type_in_words(Value{TextTable{}}) == "a table");
    CHECK(type_in_words(Value{Unmodelled{"a floating-point number"}}) == "a floating-point number");
}

TEST_CASE("changes are what was set, in the order of after, then what was removed, in the order of before") {
    const Fields before{{"city", std::string{"Lisbon"}, 2},
                        {"name", std::string{"Ana"}, 3},
                        {"role", std::string{"CTO"}, 4},
                        {"late", std::string{"2w"}, 5}};
    const Fields after{
        {"note", std::string{"new"}}, {"name", std::string{"Ana Souza"}}, {"city", std::string{"Lisbon"}}};

    const std::vector<Change> expected{{"note", Value{std::string{"new"}}},
                                       {"name", Value{std::string{"Ana Souza"}}},
                                       {"role", std::nullopt},
                                       {"late", std::nullopt}};
    CHECK(changes(before, after) == expected);
}

TEST_CASE("equal fields are no change, wherever they stand") {
    const Fields one{{"name", std::string{"Ana"}, 2}, {"minutes", std::int64_t{45}, 3}};
    const Fields other{{"minutes", std::int64_t{45}, 0}, {"name", std::string{"Ana"}, 9}};
    CHECK(changes(one, one).empty());
    CHECK(changes(one, other).empty());
    CHECK(changes({}, {}).empty());
}

TEST_CASE("all of a new record is set and all of a removed one is removed") {
    const Fields record{{"name", std::string{"Ana"}}, {"answered", false}};
    CHECK(changes({}, record) == std::vector<Change>{{"name", Value{std::string{"Ana"}}}, {"answered", Value{false}}});
    CHECK(changes(record, {}) == std::vector<Change>{{"name", std::nullopt}, {"answered", std::nullopt}});
}

TEST_CASE("a value that only changes its type, its time or the order of its list is a change") {
    struct Case {
        Value before;
        Value after;
    };
    const std::vector<Case> cases{
        {std::string{"45"}, std::int64_t{45}},
        {std::string{"true"}, true},
        {std::int64_t{1}, true},
        {day, evening},
        {std::vector<std::string>{"a", "b"}, std::vector<std::string>{"b", "a"}},
        {std::vector<std::string>{}, TextTable{}},
        {TextTable{{"linkedin", "in/ana"}}, TextTable{{"linkedin", "in/anasouza"}}},
        {Unmodelled{"a time alone"}, Unmodelled{"a floating-point number"}},
    };
    for (const auto& [before, after] : cases) {
        CAPTURE(type_in_words(before));
        CAPTURE(type_in_words(after));
        CHECK(changes({{"key", before}}, {{"key", after}}) == std::vector<Change>{{"key", after}});
        CHECK(changes({{"key", after}}, {{"key", before}}) == std::vector<Change>{{"key", before}});
    }
}
