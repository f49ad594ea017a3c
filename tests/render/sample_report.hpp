// The report that the documentation shows, for the tests of how it looks.
#pragma once

#include "kith/core/people.hpp"
#include "kith/core/report.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::render {

[[nodiscard]] inline core::Date day(std::string_view text) {
    return core::parse_iso_date(text).value();
}

[[nodiscard]] inline core::Person person(std::string id, std::string name) {
    core::Person result;
    result.id = {std::move(id)};
    result.name = std::move(name);
    return result;
}

[[nodiscard]] inline core::People sample_people() {
    return {{person("ana-souza", "Ana Souza"), person("bo-li", "Bo Li"), person("dana-o", "Dana O'Neil")}, {}};
}

/// Someone whose cadence has run out.
[[nodiscard]] inline core::AgendaItem reconnect_item(std::string id, std::string every, std::string why,
                                                     std::optional<core::Date> last = {}) {
    core::AgendaItem item;
    item.source = core::Source::cadence;
    item.state = core::State::overdue;
    item.followup.id = {"@" + id};
    item.followup.with = {{std::move(id)}};
    item.followup.every = std::move(every);
    item.why = std::move(why);
    if (last) {
        core::Interaction contact;
        contact.date.date = *last;
        item.last.contact = std::make_shared<const core::Interaction>(contact);
    }
    return item;
}

[[nodiscard]] inline std::vector<core::Report::TrendPoint> sample_trend() {
    return {{"2026-W40", 2, 0}, {"2026-W41", 4, 1}, {"2026-W42", 0, 0}, {"2026-W43", 12, 2},
            {"2026-W44", 6, 2}, {"2026-W45", 5, 1}, {"2026-W46", 6, 3}, {"2026-W47", 8, 3}};
}

/// The eight weeks of the trend, without an entry.
[[nodiscard]] inline core::Calendar sample_calendar() {
    return core::make_calendar({day("2026-09-28"), day("2026-11-22")}, core::WeekStart::monday, {}, {});
}

[[nodiscard]] inline core::Report sample_report() {
    core::Report report;
    report.period = {core::PeriodKind::week, "2026-W47", {day("2026-11-16"), day("2026-11-22")}};
    report.interactions = {12, 8, 3, 1, 2};
    report.balance = {73, 27, 40};
    report.planned = {2, 1};
    report.before = {"2026-W46", 9, 6, 3, 0, 7, 2, 33};
    report.platforms = {{"linkedin", 5, 5}, {"mastodon", 3, 2}, {"blog", std::nullopt, 1}};
    report.kinds = {{"comment", 6}, {"advice", 1}, {"message", 2}, {"meeting", 3}};
    report.help = {5, 1, 2};
    report.people = {9, {{"bo-li"}}, {{"ana-souza", 3}, {"bo-li", 2}, {"cy", 1}}};
    report.events = {{{"rustconf-2026"}, "RustConf 2026", 3, 2, 2, 1.5}};
    report.followups = {4, 3, 0, 2, 5};
    report.posts = {2, 1};
    report.trend = sample_trend();
    report.reconnect = {reconnect_item("dana-o", "3w", "every 3 weeks, last 7 weeks ago", day("2026-09-30"))};
    report.calendar = sample_calendar();
    report.calendar.days[51] = {day("2026-11-18"), 2, 1, 1};
    report.log = {7, 2};
    return report;
}

/// The same week without an entry.
[[nodiscard]] inline core::Report empty_report() {
    core::Report report;
    report.period = sample_report().period;
    report.before.label = "2026-W46";
    report.calendar = sample_calendar();
    report.log = {7, 7};
    return report;
}

/// Names that would do harm raw.
[[nodiscard]] inline core::Report hostile_report() {
    auto report = sample_report();
    report.platforms = {{"a|b\x1b[2J", 1, 1}};
    report.kinds = {{"*bold*", 1}};
    report.people.newly = {{"#head\nline"}};
    report.events.front().name = "1. <script> & [link](x) `code` |";
    report.reconnect.front().followup.with = {{"- _list_"}};
    report.reconnect.front().why = "every 3 weeks (a\x1b"
                                   "b)";
    return report;
}

} // namespace kith::render
