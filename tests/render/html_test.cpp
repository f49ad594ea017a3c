// What the page says; how a browser has it is in tests/report_page.py.
#include "kith/render/report.hpp"

#include "sample_report.hpp"
#include "texts.hpp"

#include <doctest/doctest.h>

namespace kith::render {
namespace {

using test::has;

std::string page_of(const core::Report& report, std::string_view today = "2026-11-22") {
    return to_html(report, sample_people(), day(today));
}

TEST_CASE("the page forbids itself everything but its own styles") {
    const auto page = page_of(sample_report());
    CHECK(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"));
    CHECK(has(page, R"(content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'")"));
    CHECK(has(page, "<meta name=\"viewport\""));
    CHECK(has(page, "prefers-color-scheme: dark"));
    CHECK_FALSE(has(page, "<script"));
    CHECK_FALSE(has(page, "href="));
    CHECK_FALSE(has(page, "src="));
}

TEST_CASE("the page has its title, its day, and every section") {
    const auto page = page_of(sample_report());
    CHECK(has(page, "<title>Week 2026-W47 (16–22 Nov 2026)</title>"));
    CHECK(has(page, "<h1>Week 2026-W47</h1>\n<p class=\"quiet\">16–22 Nov 2026 · as of 22 Nov 2026</p>\n"));
    CHECK(has(page_of(sample_report(), "2026-12-24"), "<p class=\"quiet\">16–22 Nov 2026</p>\n"));
    CHECK(has(page, "<p>9 people, 1 new (<b><bdi>Bo Li</bdi></b>) · most: "));
    CHECK(has(page, "<tr><th scope=\"row\"><bdi>in person</bdi></th><td>3</td><td>3</td><td>2</td></tr>\n"));
    CHECK(has(page, "<li><b><bdi>Dana O&#39;Neil</bdi></b>: every 3 weeks, last contact 30 Sep 2026</li>\n"));
    for (const auto* name : {"Balance", "Platforms", "Kinds", "Help", "People", "Events", "Follow-ups", "Posts",
                             "Trend", "Reconnect", "Log", "Calendar"}) {
        CAPTURE(name);
        CHECK(has(page, "<h2>" + std::string(name) + "</h2>"));
    }
}

TEST_CASE("the charts are named, and described for those who do not see them") {
    const auto page = page_of(sample_report());
    CHECK(has(page, "<title id=\"balance-name\">Balance over time</title>\n"
                    "<desc id=\"balance-description\">In person, of those that are online or in person: "
                    "2026-W40 0%, 2026-W41 20%, 2026-W42 none, "));
    CHECK(has(page, "2026-W47 27%. The target is 40%.</desc>"));
    CHECK(has(page, "<desc id=\"platforms-description\">Entries, of those planned: linkedin 5 of 5, mastodon 2 of 3, "
                    "blog 1.</desc>"));
    CHECK(has(page, "<title>18 Nov 2026: 4 entries</title>"));
    CHECK(has(page, "<tr><th scope=\"row\"><bdi>Nov 2026</bdi></th><td>4</td><td>1</td></tr>\n"));
    auto report = sample_report();
    report.balance.target_in_person_percent.reset();
    CHECK_FALSE(has(page_of(report), "class=\"target\""));
}

TEST_CASE("below a column stands as much of its period as fits") {
    struct Case {
        core::ReportPeriod period;
        std::string_view label, shown;
    };
    const auto at = [](core::PeriodKind kind) {
        return core::period_at(kind, day("2026-11-22"), core::WeekStart::monday);
    };
    const Case cases[] = {
        {at(core::PeriodKind::week), "2026-W47", ">W47<"},
        {at(core::PeriodKind::month), "2026-11", ">Nov<"},
        {at(core::PeriodKind::quarter), "2026-Q4", ">Q4<"},
        {at(core::PeriodKind::year), "2026", ">2026<"},
        {core::custom_period({day("2026-11-03"), day("2026-11-09")}), "2026-11-03..2026-11-09", ">3 Nov<"},
        {core::custom_period({day("2024-11-03"), day("2026-11-09")}), "2024-11-03..2026-11-09", ">2024<"},
    };
    for (const auto& [period, label, shown] : cases) {
        CAPTURE(label);
        auto report = sample_report();
        report.period = period;
        report.trend = {{std::string(label), 2, 1}};
        CHECK(has(page_of(report), shown));
    }
}

TEST_CASE("what is empty has no chart") {
    const auto page = page_of(empty_report());
    CHECK(has(page, "<p>Nothing is logged in this week yet.</p>\n</main>"));
    CHECK_FALSE(has(page, "<svg"));
}

TEST_CASE("no text becomes markup") {
    auto report = hostile_report();
    report.platforms.push_back({"\"onload=\"a'b]]>", 1, 1});
    report.people.newly = {{"a\xe2\x80\xae"
                            "b"}};
    const auto page = page_of(report);
    CHECK(has(page, "<bdi>1. &lt;script&gt; &amp; [link](x) `code` |</bdi>"));
    CHECK(has(page, "<bdi>&quot;onload=&quot;a&#39;b]]&gt;</bdi>"));
    CHECK(has(page, "<bdi>a\\u202eb</bdi>"));
    CHECK(has(page, "a|b\\x1b[2J"));
    CHECK_FALSE(has(page, "<script"));
    CHECK_FALSE(has(page, "\x1b"));
}

} // namespace
} // namespace kith::render
