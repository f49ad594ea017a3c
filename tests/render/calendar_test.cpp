#include "kith/core/text.hpp"
#include "kith/render/calendar.hpp"

#include "sample_report.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

namespace kith::render {
namespace {

core::Calendar calendar_of(std::string_view from, std::string_view to,
                           core::WeekStart week_start = core::WeekStart::monday) {
    return core::make_calendar({day(from), day(to)}, week_start, {}, {});
}

/// The eight weeks of the sample, one day for each shade.
core::Calendar shaded_calendar() {
    auto calendar = sample_calendar();
    int entries = 0;
    for (const std::size_t at : {0U, 8U, 16U, 24U, 32U, 40U}) calendar.days[at].online = ++entries;
    calendar.days[55].in_person = 12;
    calendar.days[55].attempts = 1;
    return calendar;
}

std::size_t widest(const std::string& text) {
    std::size_t width = 0;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        CHECK_FALSE(line.ends_with(' '));
        width = std::max(width, core::display_width(line));
    }
    return width;
}

TEST_CASE("eight weeks on a terminal") {
    CHECK(to_text(shaded_calendar(), day("2026-11-22"), {false, 80}) ==
          R"(8 weeks · Mon 28 Sep to Sun 22 Nov

    Oct     Nov
Mon ░ · · · · · · ·
Tue · ▒ · · · · · ·
Wed · · ▓ · · · · ·
Thu · · · ▓ · · · ·
Fri · · · · █ · · ·
Sat · · · · · █ · ·
Sun · · · · · · · █

· none, ░ 1, ▒ 2, ▓ 3 or 4, █ 5 or more

33 entries on 7 of 56 days: 21 online, 12 in person; 1 was an attempt without an
answer
)");
}

TEST_CASE("in ASCII a day is its count") {
    const auto text = to_text(shaded_calendar(), day("2026-11-22"), {false, 80, Signs::ascii});
    CHECK(text.starts_with("8 weeks - Mon 28 Sep to Sun 22 Nov\n"));
    CHECK(text.find("\nFri . . . . 5 . . .\n") != std::string::npos);
    CHECK(text.find("\nSun . . . . . . . +\n") != std::string::npos);
    CHECK(text.find("\n. none, 1-9 entries, + more\n") != std::string::npos);
    CHECK(std::ranges::all_of(text, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; }));
}

TEST_CASE("a year of weeks fits every terminal, in as many bands as it takes") {
    auto calendar = calendar_of("2025-11-17", "2026-11-22");
    calendar.days.back().online = 1;
    struct Case {
        std::size_t width, widest, bands;
    };
    const Case cases[] = {{120, 109, 1}, {110, 109, 1}, {80, 57, 1}, {60, 57, 1},
                          {56, 52, 2},   {40, 39, 2},   {20, 20, 4}};
    for (const auto& [width, expected, bands] : cases) {
        CAPTURE(width);
        const auto text = to_text(calendar, day("2026-11-22"), {false, width});
        CHECK(widest(text) <= std::max(width, expected));
        std::size_t mondays = 0;
        for (auto at = text.find("\nMon "); at != std::string::npos; at = text.find("\nMon ", at + 1)) ++mondays;
        CHECK(mondays == bands);
    }
    CHECK(to_text(calendar, day("2026-11-22"), {false, {}}) == to_text(calendar, day("2026-11-22"), {false, 80}));
}

TEST_CASE("weeks begin where the user has them begin, and days to come are blank") {
    auto calendar = calendar_of("2026-11-15", "2026-11-28", core::WeekStart::sunday);
    calendar.days[1].online = 1;
    calendar.days[12].unclassified = 1; // Written by hand, in the future.
    const auto text = to_text(calendar, day("2026-11-23"), {false, 80});
    CHECK(text.find("    Nov\nSun · ·\nMon ░ ·\nTue ·\nWed ·\nThu ·\nFri · ░\nSat ·\n") != std::string::npos);
    CHECK(text.ends_with("2 entries on 2 of 10 days: 1 online, 0 in person, 1 unclassified\n"));
}

TEST_CASE("without an entry there is nothing to draw") {
    CHECK(to_text(calendar_of("2025-01-01", "2025-12-31"), day("2026-11-22"), {false, 80}) ==
          "Year 2025 · Wed 1 Jan 2025 to Wed 31 Dec 2025\n\nno entries on 365 days\n");
    CHECK(to_text(calendar_of("2027-01-01", "2027-12-31"), day("2026-11-22"), {false, 80}) ==
          "Year 2027 · Fri 1 Jan 2027 to Fri 31 Dec 2027\n\nno entries yet\n");
    CHECK(to_text(core::Calendar{}, day("2026-11-22"), {false, 80}).empty());
}

TEST_CASE("colour changes the looks of the calendar and not the text") {
    const auto plain = to_text(shaded_calendar(), day("2026-11-22"), {false, 80});
    auto colored = to_text(shaded_calendar(), day("2026-11-22"), {true, 80});
    CHECK(colored.find("\x1b[32m░\x1b[0m") != std::string::npos);
    for (auto begin = colored.find('\x1b'); begin != std::string::npos; begin = colored.find('\x1b'))
        colored.erase(begin, colored.find('m', begin) - begin + 1);
    CHECK(colored == plain);
}

} // namespace
} // namespace kith::render
