// What is said of a key whose value is of the wrong sort; the other keys are read all the same.
#include "kith/core/records.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kith::core;

namespace {

template<class Record> std::string problem_of(const Field& wrong) {
    Fields fields{{"id", std::string("k7f2q9xa"), 1}, wrong};
    const auto read = from_fields<Record>(fields);
    CHECK(read.record.id.text == "k7f2q9xa");
    for (const auto& problem : read.problems)
        if (problem.key == wrong.key) {
            CHECK(problem.line == wrong.line);
            return problem.message;
        }
    return {};
}

} // namespace

TEST_CASE("a value of the wrong sort is named with what it should be") {
    struct Case {
        Field field;
        std::string message;
    };
    const std::vector<Case> cases{
        {{"note", std::int64_t{3}, 4}, "'note' should be a text in quotes, not a whole number"},
        {{"tags", true, 5}, "'tags' should be a list of texts, not true or false"},
        {{"answered", std::string("no"), 6}, "'answered' should be true or false, not a text"},
        {{"minutes", std::string("45"), 7}, "'minutes' should be a whole number, not a text"},
        {{"minutes", std::int64_t{-1}, 7}, "'minutes' is out of range: -1"},
        {{"minutes", std::int64_t{2147483648}, 7}, "'minutes' is out of range: 2147483648"},
        {{"minutes", std::int64_t{2147483647}, 7}, ""},
        {{"minutes", std::int64_t{0}, 7}, ""},
        {{"date", std::string("soon"), 8}, "'date' should be a date such as 2026-11-22, not a text"},
        {{"date", std::string("2026-11-31"), 8}, "'date' should be a date such as 2026-11-22, not a text"},
        {{"date", std::string("2026-11-30"), 8}, ""},
        {{"imported", std::string("x"), 9}, "'imported' should be a table of texts, not a text"},
    };
    for (const auto& [field, message] : cases) {
        CAPTURE(field.key);
        CHECK(problem_of<Interaction>(field) == message);
    }
}

TEST_CASE("a person's cadence and birthday are read from more than one form, and nothing else is") {
    CHECK(problem_of<Person>({"every", std::string("soon"), 3}) == "'soon' is not a period such as 3d, 2w, 1m or 1y");
    CHECK(problem_of<Person>({"every", std::string("3w"), 3}).empty());
    CHECK(problem_of<Person>({"handles", std::vector<std::string>{"ana"}, 3}) ==
          "'handles' should be a table of texts, not a list of texts");
    CHECK(problem_of<Person>({"groups", std::string("rust"), 3}).empty());
    const Fields born{{"birthday", Moment{*parse_iso_date("1990-05-02"), std::nullopt}, 2}};
    CHECK(from_fields<Person>(born).record.birthday == "1990-05-02");
}

TEST_CASE("the last day of an event is that of its end, and at midnight the one before") {
    const auto last = [](const std::string& end) {
        Event event;
        event.start = *parse_iso_moment("2026-12-12T23:00:00");
        event.end = parse_iso_moment(end);
        return to_text(last_day(event));
    };
    CHECK(last("2026-12-13T00:00:00") == "2026-12-12");
    CHECK(last("2026-12-13T00:00:01") == "2026-12-13");
    CHECK(last("2026-12-13") == "2026-12-13");
    CHECK(last("2026-12-12") == "2026-12-12");
    CHECK(last("2026-12-12T00:00:00") == "2026-12-12");
}
