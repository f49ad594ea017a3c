#include "kith/core/calendar.hpp"

#include "day.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace kith::core {
namespace {

using test::on;

Interaction entry(std::string_view date, std::string channel) {
    Interaction interaction;
    interaction.date.date = on(date);
    interaction.channel = std::move(channel);
    return interaction;
}

std::string in_text(const DateRange& days) {
    return to_text(days.from) + ".." + to_text(days.to);
}

TEST_CASE("a calendar has every day once, with what was logged on it") {
    const auto calendar = make_calendar({on("2026-11-19"), on("2026-11-22")}, WeekStart::monday,
                                        {entry("2026-11-18", "email"), entry("2026-11-20", "email"),
                                         entry("2026-11-20", "coffee"), entry("2026-11-20", "nowhere")},
                                        {});
    REQUIRE(calendar.days.size() == 4);
    CHECK(calendar.days[0] == CalendarDay{on("2026-11-19"), 0, 0, 0});
    CHECK(calendar.days[1] == CalendarDay{on("2026-11-20"), 1, 1, 1});
    CHECK(calendar.find(on("2026-11-20")) == &calendar.days[1]);
    CHECK(calendar.find(on("2026-11-18")) == nullptr);
    CHECK(calendar.find(on("2026-11-23")) == nullptr);
    CHECK(Calendar{}.find(on("2026-11-20")) == nullptr);
}

TEST_CASE("an attempt is counted on its side, and as an attempt") {
    auto attempt = entry("2026-11-20", "email");
    attempt.answered = false;
    const auto calendar = make_calendar({on("2026-11-20"), on("2026-11-20")}, WeekStart::monday, {attempt}, {});
    REQUIRE(calendar.days.size() == 1);
    CHECK(calendar.days.front() == CalendarDay{on("2026-11-20"), 1, 0, 0, 1});
    CHECK(calendar.days.front().total() == 1);
}

TEST_CASE("a year of weeks ends with the week of the day") {
    CHECK(in_text(year_of_weeks(on("2026-11-22"), WeekStart::monday)) == "2025-11-17..2026-11-22");
    CHECK(in_text(year_of_weeks(on("2026-11-22"), WeekStart::sunday)) == "2025-11-23..2026-11-28");
    CHECK(in_text(year_of_weeks(on("0001-01-03"), WeekStart::monday)) == "0001-01-01..0001-01-07");
    CHECK(in_text(year_of_weeks(on("9999-12-31"), WeekStart::monday)) == "9998-12-28..9999-12-31");
}

TEST_CASE("weeks are split into bands as alike as can be") {
    struct Case {
        std::string_view from, to;
        WeekStart week_start;
        std::size_t most;
        std::vector<std::string> bands;
    };
    const std::vector<Case> cases{
        {"2026-11-16", "2026-11-22", WeekStart::monday, 9, {"2026-11-16..2026-11-22"}},
        {"2026-11-22", "2026-11-23", WeekStart::monday, 9, {"2026-11-16..2026-11-29"}},
        {"2026-11-22", "2026-11-23", WeekStart::sunday, 9, {"2026-11-22..2026-11-28"}},
        {"2026-11-02", "2026-11-22", WeekStart::monday, 2, {"2026-11-02..2026-11-08", "2026-11-09..2026-11-22"}},
        {"2026-11-16", "2026-11-29", WeekStart::monday, 0, {"2026-11-16..2026-11-22", "2026-11-23..2026-11-29"}},
    };
    for (const auto& [from, to, week_start, most, expected] : cases) {
        CAPTURE(from);
        CAPTURE(most);
        std::vector<std::string> bands;
        for (const auto& band : week_bands({on(from), on(to)}, week_start, most)) bands.push_back(in_text(band));
        CHECK(bands == expected);
    }
}

} // namespace
} // namespace kith::core
