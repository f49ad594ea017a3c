#include "report_sections.hpp"

#include "kith/core/phrase.hpp"

#include "dates.hpp"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>

namespace kith::render {
namespace {

using Blocks = std::vector<Block>;

std::string number(std::optional<int> value) {
    return value ? fmt::to_string(*value) : std::string{};
}

/// A target that comes to nothing in the period is none.
std::optional<int> target(std::optional<int> planned) {
    return planned.value_or(0) > 0 ? planned : std::nullopt;
}

/// The period beside the one before, where there is one, and the user's targets.
Table comparison(const core::Report& report) {
    const auto& [total, online, in_person, unclassified, attempts] = report.interactions;
    const auto& before = report.before;
    const bool is_custom = report.period.kind == core::PeriodKind::custom;
    Table table;
    const auto add = [&](std::string name, std::optional<int> now, std::optional<int> then,
                         std::optional<int> planned = {}) {
        if (before.label.empty()) then.reset();
        table.rows.push_back({{std::move(name)}, {number(now)}, {number(then)}, {number(planned)}});
    };
    table.rows.push_back({{""},
                          {is_custom ? "these days" : report.period.label},
                          {is_custom ? name_of_before(report.period) : before.label},
                          {"target"}});
    add("entries", total, before.total);
    add("in person", in_person, before.in_person, target(report.planned.in_person));
    add("online", online, before.online);
    if (unclassified + before.unclassified > 0) add("unclassified", unclassified, before.unclassified);
    add("in person %", report.balance.in_person_percent, before.in_person_percent,
        report.balance.target_in_person_percent);
    add("people", report.people.distinct, before.people);
    add("follow-ups done", report.followups.done, before.followups_done);
    if (const auto events = target(report.planned.events))
        add("events", static_cast<int>(report.events.size()), std::nullopt, events);
    return table;
}

/// Without the columns under whose head nothing stands.
Table without_empty_columns(const Table& table) {
    Table result{std::vector<Row>(table.rows.size())};
    for (std::size_t column = 0; column < table.rows.front().size(); ++column) {
        bool is_used = column == 0;
        for (std::size_t row = 1; row < table.rows.size(); ++row)
            is_used = is_used || !table.rows[row][column].text.empty();
        for (std::size_t row = 0; is_used && row < table.rows.size(); ++row)
            result.rows[row].push_back(table.rows[row][column]);
    }
    return result;
}

Blocks balance_blocks(const core::Report& report) {
    Blocks blocks{balance(report)};
    if (report.interactions.total + report.before.total > 0)
        blocks.emplace_back(without_empty_columns(comparison(report)));
    blocks.emplace_back(remarks(report));
    return blocks;
}

Table platforms_table(const core::Report& report) {
    Table table{{{{"platform"}, {"actual"}, {"planned"}}}};
    for (const auto& use : report.platforms)
        table.rows.push_back({{use.id}, {number(use.actual)}, {number(target(use.planned))}});
    return table;
}

Table events_table(const core::Report& report) {
    Table table{{{{"event"}, {"met"}, {"new"}, {"followed up"}, {"median lag"}}}};
    for (const auto& figures : report.events)
        table.rows.push_back({{figures.name.empty() ? figures.id.text : figures.name},
                              {number(figures.met)},
                              {number(figures.met_new)},
                              {number(figures.followed_up)},
                              {figures.median_lag_days ? lag(*figures.median_lag_days) : std::string{}}});
    return table;
}

Table trend_table(const core::Report& report) {
    Table table{{{{"period"}, {"in person"}, {"online"}, {"in person %"}}}};
    if (trend_span(report).empty()) return table;
    for (const auto& point : report.trend) {
        const auto percent = core::balance_percent(point.online, point.in_person);
        table.rows.push_back({{point.label},
                              {number(point.in_person)},
                              {number(point.online)},
                              {percent ? number(percent->second) : std::string{}}});
    }
    return table;
}

Bullets reconnects(const core::Report& report, const core::People& people) {
    Bullets bullets;
    for (const auto& item : report.reconnect) {
        const auto& every = item.followup.every;
        const auto period = core::parse_period(every);
        const auto last =
            item.last.contact ? "last contact " + in_full(item.last.contact->date.date) : "no contact yet";
        Phrase phrase{{name_of(item, people), Style::strong}, {": "}};
        if (!every.empty()) phrase.push_back({fmt::format("every {}, ", period ? core::to_words(*period) : every)});
        phrase.push_back({last});
        bullets.items.push_back(std::move(phrase));
    }
    return bullets;
}

struct IsEmpty {
    bool operator()(const Phrase& phrase) const { return phrase.empty(); }
    bool operator()(const Table& table) const { return table.rows.size() < 2; }
    bool operator()(const Bullets& bullets) const { return bullets.items.empty(); }
};

} // namespace

std::vector<Section> sections_of(const core::Report& report, const core::People& people, core::Date today) {
    std::vector<Section> sections;
    const auto add = [&sections](std::string_view name, Blocks blocks) {
        std::erase_if(blocks, [](const Block& block) { return std::visit(IsEmpty{}, block); });
        if (!blocks.empty()) sections.push_back({name, std::move(blocks)});
    };
    add("Balance", balance_blocks(report));
    add("Platforms", {platforms_table(report)});
    add("Kinds", {kinds(report)});
    add("Help", {help(report)});
    add("People", {people_met(report, people)});
    add("Events", {events_table(report)});
    add("Follow-ups", {followups(report, today)});
    add("Posts", {posts(report)});
    add("Trend", {trend_table(report)});
    add("Reconnect", {reconnects(report, people)});
    if (report.interactions.total > 0) add("Log", {silence(report)});
    return sections;
}

} // namespace kith::render
