#include "kith/render/journal_markdown.hpp"
#include "kith/render/report.hpp"

#include "sample_report.hpp"
#include "texts.hpp"

#include <doctest/doctest.h>

namespace kith::render {
namespace {

using test::has;

TEST_CASE("no text becomes Markdown") {
    const auto text = to_markdown(hostile_report(), sample_people(), day("2026-11-22"));
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(has(text, "| a\\|b\\\\x1b\\[2J | 1 | 1 |\n"));
    CHECK(has(text, "1 × \\*bold\\*\n"));
    CHECK(has(text, "(**\\#head\\\\nline**)"));
    CHECK(has(text, "| 1\\. \\<script\\> \\& \\[link\\](x) \\`code\\` \\| | 3 |"));
    CHECK(has(text, "- **\\- \\_list\\_**: every 3 weeks, last contact 30 Sep 2026\n"));
}

TEST_CASE("a note of several lines stays within its entry") {
    core::Interaction entry;
    entry.date.date = day("2026-11-22");
    entry.channel = "coffee";
    entry.note = "pasted *one*\n\n  two\twith a tab\r\n- three\n";
    CHECK(log_in_markdown({&entry, 1}, sample_people(), {}) ==
          "# Log\n\n## Nov 2026\n\n- 22 Nov 2026 · coffee: pasted \\*one\\*\n  two with a tab\n  \\- three\n");
}

TEST_CASE("an event is named, and one that is not there or has no name has its id") {
    std::vector<core::Event> events(2);
    events[0].id = {"rustconf-2026"};
    events[0].name = "RustConf *2026*";
    events[1].id = {"meetup"};
    const auto of_entry = [&events](const char* event) {
        core::Interaction entry;
        entry.date.date = day("2026-11-22");
        entry.event = {event};
        return log_in_markdown({&entry, 1}, sample_people(), events);
    };
    CHECK(has(of_entry("rustconf-2026"), "- 22 Nov 2026 (RustConf \\*2026\\*)\n"));
    CHECK(has(of_entry("meetup"), "- 22 Nov 2026 (meetup)\n"));
    CHECK(has(of_entry("gone"), "- 22 Nov 2026 (gone)\n"));
    CHECK(has(of_entry(""), "- 22 Nov 2026\n"));
    core::Person person;
    person.name = "Ana";
    person.met_at = {"rustconf-2026"};
    CHECK(has(people_in_markdown({&person, 1}, events), "- met at RustConf \\*2026\\*\n"));
    person.met = day("2026-11-22");
    CHECK(has(people_in_markdown({&person, 1}, events), "- met 22 Nov 2026 at RustConf \\*2026\\*\n"));
}

TEST_CASE("a week as Markdown") {
    auto report = sample_report();
    report.trend.erase(report.trend.begin(), report.trend.end() - 2);
    CHECK(to_markdown(report, sample_people(), day("2026-11-22")) == R"(# Week 2026-W47 (16–22 Nov 2026)

As of 22 Nov 2026.

## Balance

27% in person, 73% online · target 40% · the week before 33%

|  | 2026-W47 | 2026-W46 | target |
|---|---:|---:|---:|
| entries | 12 | 9 |  |
| in person | 3 | 3 | 2 |
| online | 8 | 6 |  |
| unclassified | 1 | 0 |  |
| in person % | 27 | 33 | 40 |
| people | 9 | 7 |  |
| follow-ups done | 4 | 2 |  |
| events | 1 |  | 1 |

1 is unclassified, so in neither; 2 were attempts without an answer

## Platforms

| platform | actual | planned |
|---|---:|---:|
| linkedin | 5 | 5 |
| mastodon | 2 | 3 |
| blog | 1 |  |

## Kinds

6 comments, 1 piece of advice, 2 messages, 3 meetings

## Help

5 offered, 1 asked for, 2 received

## People

9 people, 1 new (**Bo Li**) · most: **Ana Souza** 3, **Bo Li** 2

## Events

| event | met | new | followed up | median lag |
|---|---:|---:|---:|---:|
| RustConf 2026 | 3 | 2 | 2 | 1.5 days |

## Follow-ups

4 done (3 on time) · 2 overdue, 5 due in the next 7 days

## Posts

2 planned, 1 published

## Trend

| period | in person | online | in person % |
|---|---:|---:|---:|
| 2026-W46 | 3 | 6 | 33 |
| 2026-W47 | 3 | 8 | 27 |

## Reconnect

- **Dana O'Neil**: every 3 weeks, last contact 30 Sep 2026

## Log

nothing written on 2 of 7 days
)");
}

TEST_CASE("days are compared with as many days, and a column without a figure is left out") {
    auto report = sample_report();
    report.period = core::custom_period({day("2026-11-13"), day("2026-11-22")});
    report.planned = {};
    report.balance.target_in_person_percent.reset();
    const auto text = to_markdown(report, sample_people(), day("2026-11-22"));
    CHECK(has(text, "|  | these days | the 10 days before |\n|---|---:|---:|\n| entries | 12 | 9 |\n"));
}

TEST_CASE("an empty week as Markdown") {
    CHECK(to_markdown(empty_report(), sample_people(), day("2026-12-01")) ==
          "# Week 2026-W47 (16–22 Nov 2026)\n\nNothing is logged in this week.\n");
}

} // namespace
} // namespace kith::render
