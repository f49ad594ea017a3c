// The figures of a report at their edges: halves, the day itself, the last day of a period.
#include "kith/core/report.hpp"

#include "day.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace kith::core;
using kith::test::on;

namespace {

Followup due(std::string_view day, std::string_view created = "2026-10-01") {
    Followup followup;
    followup.due = {on(day), std::nullopt};
    followup.created = on(created);
    return followup;
}

Followup done(Followup followup, std::string_view day) {
    followup.done = on(day);
    return followup;
}

Person person(std::string_view id) {
    Person made;
    made.id = {std::string(id)};
    made.name = std::string(id);
    return made;
}

/// The week of Monday, 16 to Sunday, 22 November 2026, on that Sunday unless told.
Report::Followups count(std::vector<Followup> followups, std::string_view today = "2026-11-22") {
    const People people;
    const Strategy strategy;
    return make_report({period_at(PeriodKind::week, on("2026-11-18"), WeekStart::monday),
                        on(today),
                        WeekStart::monday,
                        people,
                        strategy,
                        {},
                        {},
                        {},
                        {},
                        std::move(followups),
                        {}})
        .followups;
}

} // namespace

TEST_CASE("in person is rounded half up and online is the rest") {
    struct Case {
        int online, in_person, percent;
    };
    const std::vector<Case> cases{{0, 1, 100}, {1, 0, 0},   {1, 1, 50},    {2, 1, 33},    {1, 2, 67},       {7, 1, 13},
                                  {1, 7, 88},  {199, 1, 1}, {200, 1, 0},   {1, 199, 100}, {1, 198, 99},     {5, 3, 38},
                                  {3, 5, 63},  {9, 1, 10},  {2000, 11, 1}, {2000, 10, 0}, {999999999, 1, 0}};
    for (const auto& [online, in_person, percent] : cases) {
        CAPTURE(online);
        CAPTURE(in_person);
        CHECK(balance_percent(online, in_person) == std::pair{100 - percent, percent});
    }
    CHECK_FALSE(balance_percent(0, 0));
}

TEST_CASE("a follow-up that is done on its day is on time") {
    const auto counted = count({done(due("2026-11-18"), "2026-11-17"), done(due("2026-11-18"), "2026-11-18"),
                                done(due("2026-11-18"), "2026-11-19")});
    CHECK(counted.done == 3);
    CHECK(counted.on_time == 2);
}

TEST_CASE("follow-ups are done within the period, its first and last day included") {
    CHECK(count({done(due("2026-11-30"), "2026-11-15"), done(due("2026-11-30"), "2026-11-23")}, "2026-11-30").done ==
          0);
    CHECK(count({done(due("2026-11-30"), "2026-11-16"), done(due("2026-11-30"), "2026-11-22")}, "2026-11-30").done ==
          2);
}

TEST_CASE("what is due is counted from the period's end or today, whichever is earlier") {
    const std::vector<Followup> followups{due("2026-11-19"), due("2026-11-20"), due("2026-11-21"), due("2026-11-27"),
                                          due("2026-11-28"), due("2026-11-29"), due("2026-11-30")};
    const auto of_week = count(followups, "2026-12-24");
    CHECK(of_week.overdue == 3);
    CHECK(of_week.due_today == 0);
    CHECK(of_week.due_next == 3);
    const auto in_week = count(followups, "2026-11-20");
    CHECK(in_week.overdue == 1);
    CHECK(in_week.due_today == 1);
    CHECK(in_week.due_next == 2);
}

TEST_CASE("a follow-up is open from the day it was written until the day it was closed") {
    CHECK(count({due("2026-11-10", "2026-11-22")}).overdue == 1);
    CHECK(count({due("2026-11-10", "2026-11-23")}).overdue == 0);
    CHECK(count({done(due("2026-11-10"), "2026-11-22")}).overdue == 0);
    CHECK(count({done(due("2026-11-10"), "2026-11-23")}).overdue == 1);
    auto dropped = due("2026-11-10");
    dropped.dropped = on("2026-11-22");
    CHECK(count({dropped}).overdue == 0);
    CHECK(count({dropped}).dropped == 1);
    dropped.dropped = on("2026-11-23");
    CHECK(count({dropped}).overdue == 1);
    CHECK(count({dropped}).dropped == 0);
}

TEST_CASE("the lag after an event is the median, between two the middle") {
    const People people({person("ana"), person("bo"), person("eva")}, {});
    Event event;
    event.id = {"conf"};
    event.start = {on("2026-11-16"), std::nullopt};
    event.end = {on("2026-11-17"), std::nullopt};
    event.met = {{"ana"}, {"bo"}, {"eva"}};
    const auto contact = [](std::string_view who, std::string_view day) {
        Interaction interaction;
        interaction.with = {{std::string(who)}};
        interaction.date = {on(day), std::nullopt};
        return interaction;
    };
    const auto figures = [&](const std::vector<Interaction>& contacts) {
        return event_figures(event, contacts, {}, people, on("2026-11-30"));
    };
    CHECK_FALSE(figures({}).median_lag_days);
    CHECK(figures({contact("ana", "2026-11-20")}).median_lag_days == 3);
    CHECK(figures({contact("ana", "2026-11-18"), contact("bo", "2026-11-21")}).median_lag_days == 2.5);
    CHECK(figures({contact("ana", "2026-11-18"), contact("bo", "2026-11-21"), contact("eva", "2026-11-30")})
              .median_lag_days == 4);
}

TEST_CASE("who is named in the period before is counted once, whole entries or not, by whichever id") {
    auto ana = person("ana");
    ana.was = {{"ana-s"}};
    const People people({ana, person("bo")}, {});
    const Strategy strategy;
    Interaction whole;
    whole.date.date = on("2026-11-15");
    whole.with = {{"bo"}, {"cy"}};
    auto of_period = whole;
    of_period.date.date = on("2026-11-16");
    of_period.with = {{"dee"}};
    const auto report = make_report({period_at(PeriodKind::week, on("2026-11-18"), WeekStart::monday),
                                     on("2026-11-22"),
                                     WeekStart::monday,
                                     people,
                                     strategy,
                                     {whole, of_period},
                                     {},
                                     {{"ana"}, {"bo"}, {"ana-s"}, {"ana"}},
                                     {},
                                     {},
                                     {}});
    CHECK(report.before.people == 3);
}
