// What the report says, in phrases that the terminal and Markdown share. A phrase is a row of cells without anything
// between them, raw; empty where there is nothing to say.
#pragma once

#include "kith/core/people.hpp"
#include "kith/core/report.hpp"
#include "kith/render/table.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::render {

using Phrase = Row;

/// Those that are not empty, with `between` between them.
[[nodiscard]] Phrase joined(const std::vector<Phrase>& phrases, std::string_view between);

/// `1 person`, `2 people`.
[[nodiscard]] std::string counted(int count, std::string_view one, std::string_view several);

/// `Mon 16 Nov to Sun 22 Nov`; of a single day `Sun 22 Nov`.
[[nodiscard]] std::string days_in_words(const core::DateRange& days, core::Date today);

/// `week`; of a custom period `10 days`.
[[nodiscard]] std::string name_of(const core::ReportPeriod& period);
/// `Week 2026-W47`; empty for a custom period, which has but its days.
[[nodiscard]] std::string title_of(const core::ReportPeriod& period);
/// `the week before`, `the 10 days before`
[[nodiscard]] std::string name_of_before(const core::ReportPeriod& period);
/// Whether the period has ended.
[[nodiscard]] bool is_past(const core::Report& report, core::Date today);
/// The day as of which is told what is due, `as of Sun 22 Nov`; empty where that is today and in the period.
[[nodiscard]] std::string as_of_in_words(const core::Report& report, core::Date today);

/// `Nothing is logged in this week yet.`; empty where there is an entry.
[[nodiscard]] Phrase nothing_logged(const core::Report& report, core::Date today);

/// `27% in person, 73% online · target 40% · the week before 33%`
[[nodiscard]] Phrase balance(const core::Report& report);
/// `12 entries, 9 the week before`
[[nodiscard]] Phrase entries(const core::Report& report);
/// `2 were attempts without an answer`
[[nodiscard]] std::string attempts_in_words(int attempts);
/// What to know of these figures: `1 is unclassified, so in neither; 2 were attempts without an answer`
[[nodiscard]] Phrase remarks(const core::Report& report);
/// The period before in figures: `6 online, 3 in person · 7 people · 2 follow-ups done`
[[nodiscard]] Phrase before(const core::Report& report);
/// `5 of 5`; the count alone where nothing is planned.
[[nodiscard]] Cell of_planned(int actual, std::optional<int> planned);
/// `6 comments, 2 messages`
[[nodiscard]] Phrase kinds(const core::Report& report);
/// `5 offered, 1 asked for, 2 received`
[[nodiscard]] Phrase help(const core::Report& report);
/// `9 people, 1 new (Bo Li) · most: Ana Souza 3`
[[nodiscard]] Phrase people_met(const core::Report& report, const core::People& people);
/// `1 of 1 event`; empty where there is no target, or it comes to less than half an event.
[[nodiscard]] Phrase events_planned(const core::Report& report);
/// `RustConf 2026: met 3 (2 new), 1 followed up, after 1.5 days (median)`
[[nodiscard]] Phrase event(const core::Report::EventFigures& figures);
/// `4 done (3 on time) · 2 overdue, 5 due in the next 7 days`
[[nodiscard]] Phrase followups(const core::Report& report, core::Date today);
/// `2 planned, 1 published`
[[nodiscard]] Phrase posts(const core::Report& report);
/// `8 weeks, 2026-W40 to 2026-W47`; empty where nothing was classified in any of them.
[[nodiscard]] Phrase trend_span(const core::Report& report);
/// `nothing written on 2 of 7 days`
[[nodiscard]] Phrase silence(const core::Report& report);
/// The name of the person that an item is about.
[[nodiscard]] std::string name_of(const core::AgendaItem& item, const core::People& people);
/// `1.5 days`
[[nodiscard]] std::string lag(double days);

} // namespace kith::render
