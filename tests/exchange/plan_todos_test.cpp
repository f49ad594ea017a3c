// What becomes of follow-ups when their calendar has changed.
#include "calendar_planning.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kith;
using namespace kith::test;

TEST_CASE("a to-do that its calendar cancels is dropped, unless it was changed or closed here") {
    const auto todo = [](const std::string& lines) {
        return "BEGIN:VTODO\nUID:t\nSUMMARY:Call\nDUE:20261130\n" + lines + "END:VTODO";
    };
    const auto cancelled = batch_of(todo("STATUS:CANCELLED\nLAST-MODIFIED:20261120T100000Z\n"));
    const auto before = imported(todo(""));
    const auto plan = planned({cancelled}, before);
    CHECK(plan.skipped.at(0).empty());
    const auto after = carried_out(plan, before);
    CHECK(after.followups.at(0).dropped == core::make_date(2026, 11, 20));
    const auto again = planned({cancelled}, after);
    CHECK(changes_nothing(again));
    CHECK(again.skipped.at(0) == std::vector<exchange::Skipped>{{3, "Call is cancelled"}});
    CHECK(changes_nothing(planned({cancelled}, journal({}))));

    auto moved = before, closed = before;
    moved.followups.at(0).due.date = *core::make_date(2026, 12, 1);
    closed.followups.at(0).done = core::make_date(2026, 11, 21);
    for (const auto& records : {moved, closed}) CHECK(changes_nothing(planned({cancelled}, records)));
}

TEST_CASE("a to-do that its calendar has closed is open again when it is so there, but not what was closed here") {
    const auto todo = [](const std::string& lines) {
        return batch_of("BEGIN:VTODO\nUID:t\nSUMMARY:Call\nDUE:20261130\n" + lines + "END:VTODO");
    };
    const auto open = todo("STATUS:NEEDS-ACTION\n");
    const auto there = carried_out(planned({open}, journal({})), journal({}));
    const auto cancelled = todo("STATUS:CANCELLED\nLAST-MODIFIED:20261120T100000Z\n");
    const auto completed = todo("STATUS:COMPLETED\nCOMPLETED:20261120T100000Z\n");
    for (const auto& closed : {cancelled, completed}) {
        const auto closed_there = carried_out(planned({closed}, there), there);
        REQUIRE_FALSE(core::is_open(closed_there.followups.at(0)));
        const auto back = carried_out(planned({open}, closed_there), closed_there);
        CHECK(back.followups == there.followups);
        CHECK(carried_out(planned({closed}, back), back).followups == closed_there.followups);
        // Two files of one command come to an end, too.
        CHECK(changes_nothing(planned({closed, open}, closed_there)));
        const auto both = carried_out(planned({open, closed}, closed_there), closed_there);
        CHECK(changes_nothing(planned({open, closed}, both)));
    }
    const auto dropped_there = carried_out(planned({cancelled}, there), there);
    const auto done_there = carried_out(planned({completed}, dropped_there), dropped_there);
    CHECK(done_there.followups.at(0).done == core::make_date(2026, 11, 20));
    CHECK_FALSE(done_there.followups.at(0).dropped);

    auto done = there, dropped = there;
    done.followups.at(0).done = core::make_date(2026, 11, 21);
    dropped.followups.at(0).dropped = core::make_date(2026, 11, 20);
    for (const auto& records : {done, dropped}) {
        CHECK(changes_nothing(planned({open}, records)));
        const auto after = carried_out(planned({cancelled}, records), records);
        CHECK(changes_nothing(planned({open}, after)));
    }
}

TEST_CASE("of two that say of a to-do that it is cancelled, and that it is open, the first is right") {
    const auto todo = [](const std::string& status) {
        return "BEGIN:VTODO\nUID:t\nSUMMARY:Call\nDUE:20261130\nSTATUS:" + status + "\nEND:VTODO";
    };
    const auto open = batch_of(todo("NEEDS-ACTION"));
    const auto cancelled = batch_of(todo("CANCELLED"));
    const auto both = batch_of(todo("CANCELLED") + "\n" + todo("NEEDS-ACTION"));
    for (const auto& files : {std::vector{cancelled, open}, {both}}) {
        const auto plan = planned(files, journal({}));
        CHECK(changes_nothing(plan));
        CHECK(plan.skipped.at(0).front() == exchange::Skipped{3, "Call is cancelled"});
        CHECK(plan.skipped.back().back().reason == "Call, which an entry before it has cancelled");
        const auto there = carried_out(planned({open}, journal({})), journal({}));
        const auto after = carried_out(planned(files, there), there);
        CHECK_FALSE(core::is_open(after.followups.at(0)));
        CHECK(changes_nothing(planned(files, after)));
    }
    const auto open_first = carried_out(planned({open, cancelled}, journal({})), journal({}));
    CHECK(core::is_open(open_first.followups.at(0)));
    CHECK(changes_nothing(planned({open, cancelled}, open_first)));
}

TEST_CASE("another export of the same to-do, with the time of that export, changes nothing") {
    const auto exported = [](const std::string& lines) {
        return batch_of("BEGIN:VTODO\nUID:t\nSUMMARY:Call\nDUE:20261130\n" + lines + "END:VTODO");
    };
    const auto there = carried_out(planned({exported("DTSTAMP:20261101T100000Z\n")}, journal({})), journal({}));
    CHECK_FALSE(there.followups.at(0).created);
    CHECK(changes_nothing(planned({exported("DTSTAMP:20261115T100000Z\n")}, there)));

    const std::string created = "CREATED:20261020T100000Z\n";
    const auto dated =
        carried_out(planned({exported("DTSTAMP:20261101T100000Z\n" + created)}, journal({})), journal({}));
    CHECK(dated.followups.at(0).created == core::make_date(2026, 10, 20));
    CHECK(changes_nothing(planned({exported(created + "DTSTAMP:20261115T100000Z\n")}, dated)));
}
