#include "kith/render/report.hpp"

#include "sample_report.hpp"
#include "texts.hpp"

#include <doctest/doctest.h>

namespace kith::render {
namespace {

using test::has;

TEST_CASE("a week as a table") {
    auto report = sample_report();
    report.trend.erase(report.trend.begin(), report.trend.end() - 1);
    CHECK(to_csv(report) == R"(section,key,value
period,kind,week
period,label,2026-W47
period,from,2026-11-16
period,to,2026-11-22
interactions,total,12
interactions,online,8
interactions,in_person,3
interactions,unclassified,1
interactions,attempts,2
interactions,previous_total,9
balance,online_percent,73
balance,in_person_percent,27
balance,target_in_person_percent,40
platforms,linkedin.planned,5
platforms,linkedin.actual,5
platforms,mastodon.planned,3
platforms,mastodon.actual,2
platforms,blog.actual,1
kinds,comment,6
kinds,advice,1
kinds,message,2
kinds,meeting,3
help,offered,5
help,asked,1
help,received,2
people,distinct,9
people,new,bo-li
people,most.ana-souza.count,3
people,most.bo-li.count,2
people,most.cy.count,1
events,rustconf-2026.met,3
events,rustconf-2026.met_new,2
events,rustconf-2026.followed_up,2
events,rustconf-2026.median_lag_days,1.5
followups,done,4
followups,on_time,3
followups,dropped,0
followups,overdue,2
followups,due_next,5
posts,planned,2
posts,published,1
trend,2026-W47.online,8
trend,2026-W47.in_person,3
reconnect,dana-o.last_contact,2026-09-30
reconnect,dana-o.every,3w
log,days,7
log,silent_days,2
before,label,2026-W46
before,total,9
before,online,6
before,in_person,3
before,unclassified,0
before,people,7
before,followups_done,2
before,in_person_percent,33
planned,in_person,2
planned,events,1
)");
}

TEST_CASE("values are quoted where they need it, and none steers a terminal") {
    auto report = empty_report();
    report.kinds = {{"plain", 1}, {"a,b", 2}, {"say \"hi\"", 3}, {"a\x1b[2J", 4}, {"a\nb", 5}, {"=1+1", 6}};
    const auto table = to_csv(report);
    CHECK(has(table, "kinds,plain,1\nkinds,\"a,b\",2\nkinds,\"say \"\"hi\"\"\",3\nkinds,a\\x1b[2J,4\nkinds,a\\nb,5\n"
                     "kinds,=1+1,6\n"));
    CHECK_FALSE(has(table, "\nbalance,"));
    CHECK_FALSE(has(table, "\nplanned,"));
}

} // namespace
} // namespace kith::render
