#include "kith/core/near_date.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kith::core;

namespace {

const PhraseContext sunday{Date{std::chrono::year{2026} / 11 / 22}, Facing::past, WeekStart::monday};

} // namespace

TEST_CASE("words that are meant as a day are told, with the day in words that are read") {
    struct Case {
        std::string said, day;
    };
    const std::vector<Case> cases{
        {"yesterday evening", "yesterday"},
        {"Yesterday  Evening", "yesterday"},
        {"yesterday in the evening", "yesterday"},
        {"yesterday, late evening", "yesterday"},
        {"yesterday at noon", "yesterday"},
        {"yesterday 6pm", "yesterday"},
        {"yesterday at 6", "yesterday"},
        {"yesterday around 6 pm", "yesterday"},
        {"yesterday around 18:30", "yesterday"},
        {"yesterday evening 18:30", "yesterday"},
        {"monday 18h30", "monday"},
        {"last friday night", "last friday"},
        {"22 nov 2025 morning", "22 nov 2025"},
        {"3 days ago at lunchtime", "3 days ago"},
        {"on friday", "friday"},
        {"on 20 nov", "20 nov"},
        {"on monday morning", "monday"},
        {"late yesterday", "yesterday"},
        {"yesterday evening with Ana", "yesterday"},
        {"last night with Ana", "yesterday"},
        {"two days ago with Ana", "2 days ago"},
        {"monday with Ana Souza, Bo Li and Cy", "monday"},
        {"two weeks ago", "2 weeks ago"},
        {"a few days ago", ""},
        {"last night", "yesterday"},
        {"the day before yesterday", "2 days ago"},
        {"last weekend", ""},
        {"last week friday", ""},
        {"tomorrow evening", ""}, // There is no way to log that.
    };
    for (const auto& [said, day] : cases) {
        CAPTURE(said);
        const auto text = said + ": walk with Ana: long";
        const auto near = near_date(text, sunday);
        REQUIRE(near);
        CHECK(near->said == said);
        CHECK(near->day == day);
        if (!day.empty()) CHECK(parse_date(day, sunday));
    }
}

TEST_CASE("of what may be a sentence, is read as a date, or means today, nothing is told") {
    for (const std::string said : {"",
                                   "May",
                                   "June",
                                   "in May",
                                   "last May",
                                   "early May",
                                   "May 2026",
                                   "May Lin",
                                   "April and May",
                                   "March release",
                                   "Today I learned",
                                   "today",
                                   "today evening",
                                   "this morning",
                                   "tonight",
                                   "sunday evening",
                                   "on sunday",
                                   "Good morning",
                                   "Night",
                                   "at noon",
                                   "Monday meeting",
                                   "Monday Night Football",
                                   "Monday's meeting",
                                   "Friday drinks",
                                   "Friday drinks in the evening",
                                   "Sunday Times",
                                   "Sun and sea",
                                   "yesterday",
                                   "friday 18:30",
                                   "yesterday's walk",
                                   "2 weeks in",
                                   "2 weeks in the evening",
                                   "3 weeks late",
                                   "2w evening",
                                   "1 year",
                                   "10 days a week",
                                   "22 people",
                                   "two of us",
                                   "ago",
                                   "a week ago in Lisbon",
                                   "last call",
                                   "last",
                                   "next steps",
                                   "next",
                                   "on call",
                                   "on the phone",
                                   "on",
                                   "late",
                                   "Late reply",
                                   "early",
                                   "Second try",
                                   "Ana",
                                   "6pm",
                                   "3x",
                                   "with Ana",
                                   "on with Ana",
                                   "yesterday a b c d e evening",
                                   "on friday on friday"}) {
        CAPTURE(said);
        CHECK_FALSE(near_date(said + ": x", sunday));
    }
    CHECK_FALSE(near_date("yesterday evening", sunday));
    CHECK_FALSE(near_date("yesterday evening we met", sunday));
    CHECK_FALSE(near_date("yesterday evening:x", sunday));
    CHECK_FALSE(near_date(std::string(1'000'000, 'x') + ": y", sunday));
}
