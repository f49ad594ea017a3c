#include "kith/core/phrase.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kith::core;

namespace {

const Date sunday = Date{std::chrono::year{2026} / 11 / 22};

} // namespace

TEST_CASE("a date before a colon is taken, with the colon and the blanks after it") {
    struct Case {
        std::string text, date, rest;
    };
    const std::vector<Case> cases{
        {"yesterday: Coffee with Ana", "2026-11-21", "Coffee with Ana"},
        {"Yesterday:   Coffee", "2026-11-21", "Coffee"},
        {"  yesterday:\t Coffee ", "2026-11-21", "Coffee "},
        {"yesterday : Coffee", "2026-11-21", "Coffee"},
        {"yesterday:", "2026-11-21", ""},
        {"yesterday: ", "2026-11-21", ""},
        {"yesterday:\nCoffee", "2026-11-21", "Coffee"},
        {"Monday: standup notes", "2026-11-16", "standup notes"},
        {"sunday: x", "2026-11-22", "x"},
        {"22 nov 18:30: Dinner", "2026-11-22T18:30:00", "Dinner"},
        {"22 nov: 18:30 Dinner", "2026-11-22", "18:30 Dinner"},
        {"22 nov 18:30:15: Dinner", "2026-11-22T18:30:15", "Dinner"},
        {"yesterday at 9:05: standup: notes", "2026-11-21T09:05:00", "standup: notes"},
        {"2026-11-20T18:30: Dinner", "2026-11-20T18:30:00", "Dinner"},
        {"2026-11-20T18:30:00: Dinner", "2026-11-20T18:30:00", "Dinner"},
        {"2026-11-20 18:30: Dinner", "2026-11-20T18:30:00", "Dinner"},
        {"2026-11-20: Dinner", "2026-11-20", "Dinner"},
        {"nov 20, 2025: Dinner", "2025-11-20", "Dinner"},
        {"23 nov: a year ago", "2025-11-23", "a year ago"},
        {"3 days ago: x", "2026-11-19", "x"},
        {"a week ago: x", "2026-11-15", "x"},
        {"last friday: lunch", "2026-11-20", "lunch"},
        {"2w: x", "2026-11-08", "x"},
        {"-3d: x", "2026-11-19", "x"},
        {"in 2w: send slides", "2026-12-06", "send slides"},
        {"today: see http://example.org", "2026-11-22", "see http://example.org"},
        {"today: yesterday: x", "2026-11-22", "yesterday: x"},
        {"today: José", "2026-11-22", "José"},
        // Without a blank after the colon only where letters follow.
        {"today:x", "2026-11-22", "x"},
        {"today:Coffee with Ana", "2026-11-22", "Coffee with Ana"},
        {"today:Éva", "2026-11-22", "Éva"},
        {"22 nov 18:30:Dinner", "2026-11-22T18:30:00", "Dinner"},
        {"2026-11-20T18:30:Dinner", "2026-11-20T18:30:00", "Dinner"},
        {"2w:x", "2026-11-08", "x"},
        // A time alone is one of today.
        {"18:30: Dinner", "2026-11-22T18:30:00", "Dinner"},
        {" 9:05: standup: notes", "2026-11-22T09:05:00", "standup: notes"},
        {"9:05:15: x", "2026-11-22T09:05:15", "x"},
        {"12:30:Lunch", "2026-11-22T12:30:00", "Lunch"},
    };
    for (const auto& [text, date, rest] : cases) {
        CAPTURE(text);
        const auto leading = leading_date(text, {sunday, Facing::past, WeekStart::monday});
        REQUIRE(leading);
        CHECK(to_text(leading->moment) == date);
        CHECK(text.substr(leading->length) == rest);
    }
}

TEST_CASE("a leading date looks where the facing does") {
    const PhraseContext ahead{sunday, Facing::future, WeekStart::monday};
    const auto period = leading_date("2w: send slides", ahead);
    REQUIRE(period);
    CHECK(to_text(period->moment) == "2026-12-06");
    CHECK(period->length == 4);
    const auto weekday = leading_date("friday 9:05: call", ahead);
    REQUIRE(weekday);
    CHECK(to_text(weekday->moment) == "2026-11-27T09:05:00");
    CHECK(weekday->length == 13);
}

TEST_CASE("a text without a date before a colon is only a text") {
    const std::vector<std::string> texts{
        "", " ", ":", ": x", "::", "Friday drinks", "friday", "yesterday", "yesterday Coffee", "today Coffee: with Ana",
        "Note: x", "Coffee: yesterday", "with Ana yesterday: x", "http://x", "https://example.org: x",
        "mailto:ana@example.org", "18:30 x", "at 18:30: x", "T18:30: x", "24:00: x", "12:30:15 x", "12:30:(",
        "yesterday 24:00: x", "yesterday 18:60: x", "2026-02-30: x", "32 nov: x", "nov: x", "may: x", "2x: y", "2: x",
        "w: x", "next: x", "last: x", "in: x", "ago: x", "week: x", "Friday drinks: great", "not today: x", "today!: x",
        "today; x", "today, x", "today - x", "(today): x", "today\xff: x", "today\u00a0: x", "to day: x", "tues day: x",
        "99999999999d: x", "0d: x",
        // A colon that no blank follows may belong to a time, an address, a smiley or a ratio.
        "today:18", "today:18:30", "today:18:30 x", "today:30: x", "today://x", "today:/x", "today::x", "mon:)",
        "fri:-)", "today:(", "sat:1 sun:2", "today :x", "Today :smile: x", "yesterday 18:30:15.5: x",
        "2026-11-20T18:30:00Z: x"};
    for (const auto& text : texts) {
        CAPTURE(text);
        CHECK_FALSE(leading_date(text, {sunday, Facing::past, WeekStart::monday}));
        CHECK_FALSE(leading_date(text, {sunday, Facing::future, WeekStart::monday}));
    }
}

TEST_CASE("a long text without a date is refused at once") {
    CHECK_FALSE(leading_date(std::string(1'000'000, ':'), {sunday, Facing::past, WeekStart::monday}));
    CHECK_FALSE(leading_date(std::string(1'000'000, 'x') + ": y", {sunday, Facing::past, WeekStart::monday}));
}
