#include "kith/core/text.hpp"
#include "kith/render/report.hpp"

#include "sample_report.hpp"
#include "texts.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace kith::render {
namespace {

using test::has;
using test::lines_of;

std::string text_of(const core::Report& report, std::string_view today = "2026-11-22",
                    std::optional<std::size_t> width = {}) {
    return to_text(report, sample_people(), day(today), {false, width});
}

/// A week with one of everything.
core::Report report_of_ones() {
    auto report = empty_report();
    report.interactions = {1, 0, 0, 1, 1};
    report.before.total = 1;
    report.before.unclassified = 1;
    report.kinds = {{"comment", 1}, {"hike", 2}};
    report.people = {1, {}, {{"bo-li", 1}}};
    report.events = {{{"meetup"}, "Meetup", 1, 0, 1, 1.0}, {{"dinner"}, "Dinner", 2, 2, 0, std::nullopt}};
    report.followups = {1, 1, 1, 1, 1};
    report.posts = {0, 1};
    report.log = {1, 1};
    return report;
}

TEST_CASE("a week on a terminal of 80 columns") {
    const std::string expected =
        R"(Week 2026-W47 · Mon 16 Nov to Sun 22 Nov

Balance     27% in person, 73% online · target 40% · the week before 33%
            in person  ███████▌             3 of 2
            online     ████████████████████ 8
            12 entries, 9 the week before
            1 is unclassified, so in neither; 2 were attempts without an answer
Before      6 online, 3 in person · 7 people · 2 follow-ups done
Platforms   linkedin  ██████████ 5 of 5
            mastodon  ██████▋    2 of 3
            blog                 1
Kinds       6 comments, 1 piece of advice, 2 messages, 3 meetings
Help        5 offered, 1 asked for, 2 received
People      9 people, 1 new (Bo Li) · most: Ana Souza 3, Bo Li 2
Events      1 of 1 event
            RustConf 2026: met 3 (2 new), 2 followed up, after 1.5 days
              (median)
Follow-ups  4 done (3 on time) · 2 overdue, 5 due in the next 7 days
Posts       2 planned, 1 published
Trend       8 weeks, 2026-W40 to 2026-W47
            in person  ▁▄▁▆▆▄██   0  1  0  2  2  1  3  3
            online     ▃▄▁█▅▅▅▆   2  4  0 12  6  5  6  8
Reconnect   Dana O'Neil · every 3 weeks, last 7 weeks ago
Log         nothing written on 2 of 7 days
)";
    CHECK(text_of(sample_report(), "2026-11-22", 80) == expected);
    CHECK(text_of(sample_report()) == expected);
}

TEST_CASE("one of something is not several") {
    CHECK(text_of(report_of_ones()) == R"(Week 2026-W47 · Mon 16 Nov to Sun 22 Nov

Balance     1 entry, 1 the week before
            1 is unclassified, so in neither; 1 was an attempt without an answer
Before      1 unclassified
Kinds       1 comment, 2 × hike
People      1 person · Bo Li 1
Events      Meetup: met 1, 1 followed up, after 1 day
            Dinner: met 2 (2 new), none followed up yet
Follow-ups  1 done (1 on time), 1 dropped · 1 overdue, 1 due in the next 7 days
Posts       0 planned, 1 published
Log         nothing written on 1 of 1 day
)");
}

TEST_CASE("an empty period says so in a line") {
    CHECK(text_of(empty_report(), "2026-11-18") ==
          "Week 2026-W47 · Mon 16 Nov to Sun 22 Nov · 4 days to go\n\nNothing is logged in this week yet.\n");
    CHECK(has(text_of(empty_report(), "2026-11-23"), "Nothing is logged in this week.\n"));
    auto report = empty_report();
    report.period = core::custom_period({day("2026-11-01"), day("2026-11-10")});
    CHECK(has(text_of(report), "Nothing is logged on these days.\n"));
}

TEST_CASE("an empty period still shows what is planned, due and how it went before") {
    auto report = empty_report();
    report.balance.target_in_person_percent = 40;
    report.before.in_person_percent = 33;
    report.platforms = {{"linkedin", 5, 0}};
    report.followups.overdue = 1;
    report.trend = sample_trend();
    report.trend.back() = {"2026-W47", 0, 0};
    report.reconnect = sample_report().reconnect;
    CHECK(text_of(report, "2026-11-16") == R"(Week 2026-W47 · Mon 16 Nov to Sun 22 Nov · 6 days to go

Nothing is logged in this week yet.

Balance     target 40% in person · the week before 33% in person
Platforms   linkedin             0 of 5
Follow-ups  1 overdue
Trend       8 weeks, 2026-W40 to 2026-W47
            in person  ▁▄▁▆▆▄█▁   0  1  0  2  2  1  3  0
            online     ▃▄▁█▅▅▅▁   2  4  0 12  6  5  6  0
Reconnect   Dana O'Neil · every 3 weeks, last 7 weeks ago
)");
}

TEST_CASE("each kind of period has its heading") {
    struct Case {
        core::ReportPeriod period;
        std::string_view today, heading, markdown;
    };
    const auto at = [](core::PeriodKind kind) {
        return core::period_at(kind, day("2026-11-22"), core::WeekStart::monday);
    };
    const auto days = [](std::string_view from, std::string_view to) {
        return core::custom_period({day(from), day(to)});
    };
    const Case cases[] = {
        {at(core::PeriodKind::week), "2026-11-21", "Week 2026-W47 · Mon 16 Nov to Sun 22 Nov · 1 day to go",
         "# Week 2026-W47 (16–22 Nov 2026)"},
        {at(core::PeriodKind::month), "2026-11-30", "Month 2026-11 · Sun 1 Nov to Mon 30 Nov",
         "# Month 2026-11 (1–30 Nov 2026)"},
        {at(core::PeriodKind::quarter), "2027-01-02", "Quarter 2026-Q4 · Thu 1 Oct 2026 to Thu 31 Dec 2026",
         "# Quarter 2026-Q4 (1 Oct – 31 Dec 2026)"},
        {at(core::PeriodKind::year), "2026-12-31", "Year 2026 · Thu 1 Jan to Thu 31 Dec",
         "# Year 2026 (1 Jan – 31 Dec 2026)"},
        {days("2026-11-01", "2026-11-10"), "2026-11-22", "Sun 1 Nov to Tue 10 Nov · 10 days", "# 1–10 Nov 2026"},
        {days("2026-11-22", "2026-11-22"), "2026-11-22", "Sun 22 Nov · 1 day", "# 22 Nov 2026"},
        {days("2026-12-28", "2027-01-03"), "2026-11-22", "Mon 28 Dec to Sun 3 Jan 2027 · 7 days",
         "# 28 Dec 2026 – 3 Jan 2027"},
    };
    for (const auto& [period, today, heading, markdown] : cases) {
        auto report = sample_report();
        report.period = period;
        CHECK(lines_of(text_of(report, today)).front() == heading);
        CHECK(lines_of(to_markdown(report, sample_people(), day(today))).front() == markdown);
    }
}

TEST_CASE("a custom period is compared with as many days") {
    auto report = sample_report();
    report.period = core::custom_period({day("2026-11-13"), day("2026-11-22")});
    const auto text = text_of(report);
    CHECK(has(text, "the 10 days before 33%"));
    CHECK(has(text, "12 entries, 9 the 10 days before\n"));
    CHECK(has(text, "Trend       8 periods of 10 days\n"));
    report.period = core::custom_period({day("2026-11-22"), day("2026-11-22")});
    CHECK(has(text_of(report), "the day before 33%"));
}

TEST_CASE("what is due in a period that has ended is as of its end") {
    const auto text = text_of(sample_report(), "2026-12-24");
    CHECK(has(text, "4 done (3 on time) · as of Sun 22 Nov: 2 overdue, 5 due in the 7\n            days after\n"));
    CHECK(has(text, "Reconnect   as of Sun 22 Nov\n            Dana O'Neil · every"));
}

TEST_CASE("figures that are not there are left out") {
    auto report = sample_report();
    report.balance = {100, 0, std::nullopt};
    report.interactions = {8, 8, 0, 0, 0};
    report.before = {"2026-W46", 0, 0, 0, 0, 0, 0, std::nullopt};
    report.planned = {};
    report.help = {};
    report.followups = {2, 2, 0, 0, 0};
    report.log.silent_days = 0;
    report.events.clear();
    report.trend.assign(8, {"2026-W40", 0, 0});
    const auto text = text_of(report);
    CHECK(has(text, "Balance     0% in person, 100% online\n"
                    "            in person                       0\n"
                    "            online     ████████████████████ 8\n"
                    "            8 entries, none the week before\n"
                    "Platforms "));
    CHECK(has(text, "Follow-ups  2 done (all on time)\n"));
    for (const auto* label : {"Before", "Help", "Events", "Trend", "Log", "unclassified", "attempt"}) {
        CAPTURE(label);
        CHECK_FALSE(has(text, label));
    }
}

TEST_CASE("long lists name ten and count the rest") {
    auto report = sample_report();
    report.people.newly.clear();
    report.reconnect.clear();
    for (int number = 1; number <= 13; ++number) {
        const auto id = "person-" + std::to_string(number);
        report.people.newly.push_back({id});
        report.reconnect.push_back(reconnect_item(id, "1m", "every 1 month, no contact yet"));
    }
    const auto text = text_of(report);
    CHECK(has(text, "13 new (person-1,"));
    CHECK(has(text, "person-10, 3 more)"));
    CHECK(has(text, "            person-10 · every 1 month, no contact yet\n            and 3 more\n"));
    CHECK_FALSE(has(text, "person-11"));
    CHECK(has(to_markdown(report, sample_people(), day("2026-11-22")),
              "- **person-13**: every 1 month, no contact yet\n"));
}

TEST_CASE("of many people those seen once are not named") {
    auto report = sample_report();
    report.people = {7, {}, {{"ana-souza", 1}, {"bo-li", 1}}};
    CHECK(has(text_of(report), "People      7 people\n"));
    report.people = {2, {}, {{"ana-souza", 1}, {"bo-li", 1}}};
    CHECK(has(text_of(report), "People      2 people · Ana Souza 1, Bo Li 1\n"));
    report.people = {0, {{"bo-li"}}, {}};
    CHECK(has(text_of(report), "People      1 new (Bo Li)\n"));
}

/// Names and ids as long as people make them.
core::Report long_report() {
    auto report = sample_report();
    report.platforms.push_back({"a-platform-with-quite-a-long-name-for-a-platform", 12, 7});
    report.kinds.push_back({"anextraordinarilylongkindwithoutanyblankinitwhatsoever", 3});
    report.events.front().name = "李波的年度大会 and the Workshop on Something Rather Long, Second Edition";
    report.interactions.online = 123456;
    return report;
}

TEST_CASE("nothing is wider than the terminal, and no line ends in a blank") {
    for (std::size_t width = 20; width < 120; ++width) {
        for (const auto& line : lines_of(text_of(long_report(), "2027-01-22", width))) {
            CAPTURE(width);
            CAPTURE(line);
            CHECK(core::display_width(line) <= width);
            CHECK_FALSE(line.ends_with(' '));
        }
    }
}

TEST_CASE("on a narrow terminal each label has its own line") {
    const auto text = text_of(sample_report(), "2026-11-22", 40);
    CHECK(has(text, "\nFollow-ups\n  4 done (3 on time) · 2 overdue, 5 due\n  in the next 7 days\nPosts\n  2 planned"));
    CHECK(has(text, "\n  in person  ▁▄▁▆▆▄██\n"));
}

TEST_CASE("targets that come to nothing in a period are not named") {
    auto report = sample_report();
    report.planned = {0, 0};
    report.platforms = {{"blog", 0, 2}};
    const auto text = text_of(report);
    CHECK(has(text, "in person  ███████▌             3\n"));
    CHECK(has(text, "Platforms   blog  2\n"));
    CHECK(has(text, "Events      RustConf"));
    report.planned = {5, 2};
    report.events.clear();
    CHECK(has(text_of(report), "in person  ███████▌             3 of 5\n"));
    CHECK(has(text_of(report), "Events      0 of 2 events\n"));
}

TEST_CASE("what is due in a period to come is as of today") {
    auto report = sample_report();
    const auto text = text_of(report, "2026-10-01");
    CHECK(has(text, "as of today: 2 overdue, 5 due in the next 7\n"));
    CHECK(has(text, "Reconnect   as of today\n"));
}

TEST_CASE("the first period of all has nothing before it") {
    auto report = sample_report();
    report.before = {};
    const auto text = text_of(report);
    CHECK(has(text, "            12 entries\n"));
    CHECK_FALSE(has(text, "before"));
}

TEST_CASE("in ASCII everything that is not the user's is ASCII") {
    auto report = sample_report();
    report.kinds.push_back({"vóice", 2});
    report.platforms.push_back({"a-platform-with-quite-a-long-name-for-a-platform", 4, 2});
    for (const std::size_t width : {20U, 40U, 60U, 80U, 120U}) {
        auto text = to_text(report, sample_people(), day("2027-01-22"), {false, width, Signs::ascii});
        for (const auto& line : lines_of(text)) CHECK(core::display_width(line) <= width);
        const std::string_view own = "ó";
        for (auto at = text.find(own); at != std::string::npos; at = text.find(own)) text.erase(at, own.size());
        CAPTURE(text);
        CHECK(std::ranges::all_of(text, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; }));
    }
    const auto text = to_text(report, sample_people(), day("2026-11-22"), {false, 80, Signs::ascii});
    CHECK(has(text, "27% in person, 73% online - target 40% - the week before 33%\n"));
    CHECK(has(text, "in person  ########             3 of 2\n"));
    CHECK(has(text, "3 meetings, 2 x vóice\n"));
    CHECK(has(text, "in person  _-_++-##   0  1  0  2  2  1  3  3\n"));
    CHECK(has(text, "a-platform-with-quite-a-long-nam..  #####      2 of 4\n"));
}

TEST_CASE("a wide terminal has wide bars") {
    const auto text = text_of(sample_report(), "2026-11-22", 120);
    CHECK(has(text, "            in person  ███████████████                          3 of 2\n"
                    "            online     ████████████████████████████████████████ 8\n"));
    CHECK(has(text, "mastodon  █████████████▍       2 of 3\n"));
}

TEST_CASE("colour changes the looks and not the text") {
    const auto plain = text_of(long_report(), "2026-11-22", 60);
    auto colored = to_text(long_report(), sample_people(), day("2026-11-22"), {true, 60});
    CHECK(has(colored, "\x1b[36mBalance\x1b[0m     27% in person"));
    CHECK(has(colored, "\x1b[33m2 overdue"));
    CHECK(has(colored, "\x1b[1mBo Li\x1b[0m)"));
    for (auto begin = colored.find('\x1b'); begin != std::string::npos; begin = colored.find('\x1b'))
        colored.erase(begin, colored.find('m', begin) - begin + 1);
    CHECK(colored == plain);
}

TEST_CASE("no text steers the terminal") {
    const auto text = text_of(hostile_report());
    CHECK_FALSE(has(text, "\x1b"));
    CHECK(has(text, "Platforms   a|b\\x1b[2J  ██████████ 1 of 1\n"));
    CHECK(has(text, "new (#head\\nline)"));
    CHECK(has(text, "Reconnect   - _list_ · every 3 weeks (a\\x1bb)\n"));
}

TEST_CASE("the balance in a line") {
    auto report = sample_report();
    report.interactions.unclassified = 0;
    CHECK(balance_line(report) == "this week: 8 online, 3 in person (27%, target 40%)");
    report.balance.target_in_person_percent.reset();
    report.interactions.unclassified = 2;
    CHECK(balance_line(report) == "this week: 8 online, 3 in person (27%), 2 unclassified");
    report.period.kind = core::PeriodKind::month;
    report.balance.in_person_percent.reset();
    CHECK(balance_line(report) == "this month: 2 unclassified");
    CHECK(balance_line(empty_report()) == "this week: nothing logged yet");
    report = empty_report();
    report.balance.target_in_person_percent = 40;
    CHECK(balance_line(report) == "this week: nothing logged yet (target 40% in person)");
    report.period = core::custom_period({day("2026-11-01"), day("2026-11-10")});
    CHECK(balance_line(report).starts_with("2026-11-01..2026-11-10: nothing"));
}

} // namespace
} // namespace kith::render
