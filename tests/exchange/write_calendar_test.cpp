#include "kith/exchange/write_calendar.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace kith;
using exchange::CalendarOptions;

namespace {

core::Date day(const char* text) {
    return *core::parse_iso_date(text);
}

const CalendarOptions plain{day("2026-11-22"), {}, false};

core::People people() {
    core::Person ana;
    ana.id = {"ana-souza"};
    ana.name = "Ana Souza";
    return {{ana}, {}};
}

core::Event conference() {
    core::Event event;
    event.id = {"rustconf-2026"};
    event.name = "RustConf 2026";
    event.start = {day("2026-09-09"), std::nullopt};
    return event;
}

core::AgendaItem slides() {
    core::AgendaItem item;
    item.followup.id = {"m3qd8w1z"};
    item.followup.due = {day("2026-12-06"), std::nullopt};
    item.followup.with = {{"ana-souza"}};
    item.followup.action = "message";
    item.followup.note = "send her the slides";
    item.followup.snoozed = 2;
    item.why = "noted Sun 22 Nov, put off 2 times";
    core::Interaction last;
    last.date = {day("2026-11-19"), std::nullopt};
    last.note = "works on LLVM";
    item.last.contact = std::make_shared<const core::Interaction>(last);
    return item;
}

bool has_line(const std::string& text, const std::string& line) {
    return text.find("\r\n" + line + "\r\n") != std::string::npos;
}

std::string written(const exchange::CalendarItem& entry, const CalendarOptions& options = plain) {
    const std::vector<exchange::CalendarItem> entries{entry};
    return exchange::write_calendar(entries, options);
}

} // namespace

TEST_CASE("a calendar of nothing is one too") {
    CHECK(exchange::write_calendar({}, plain) == "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//kith//kith//EN\r\n"
                                                 "CALSCALE:GREGORIAN\r\nX-WR-CALNAME:kith\r\nEND:VCALENDAR\r\n");
}

TEST_CASE("an event has the days and times that it says, its end excluded") {
    struct Case {
        const char* start;
        const char* end;
        const char* dtstart;
        const char* dtend;
    };
    for (const Case& each :
         {Case{"2026-09-09", "", "DTSTART;VALUE=DATE:20260909", "DTEND;VALUE=DATE:20260910"},
          Case{"2026-09-30", "2026-10-02", "DTSTART;VALUE=DATE:20260930", "DTEND;VALUE=DATE:20261003"},
          Case{"2026-12-31T18:30:00", "", "DTSTART:20261231T183000", ""},
          Case{"2026-09-09T18:30:00", "2026-09-09T22:00:05", "DTSTART:20260909T183000", "DTEND:20260909T220005"},
          Case{"2026-09-09T18:30:00", "2026-09-11", "DTSTART:20260909T183000", "DTEND:20260912T000000"},
          Case{"2026-09-09", "2026-09-11T12:00:00", "DTSTART;VALUE=DATE:20260909", "DTEND;VALUE=DATE:20260912"},
          Case{"2026-09-09", "2026-09-01", "DTSTART;VALUE=DATE:20260909", "DTEND;VALUE=DATE:20260910"},
          Case{"9999-12-31", "", "DTSTART;VALUE=DATE:99991231", ""}}) {
        CAPTURE(each.start);
        CAPTURE(each.end);
        auto event = conference();
        event.start = *core::parse_iso_moment(each.start);
        if (*each.end != '\0') event.end = core::parse_iso_moment(each.end);
        const auto text = written(exchange::entry_of(event, people()));
        CHECK(has_line(text, each.dtstart));
        if (*each.dtend != '\0')
            CHECK(has_line(text, each.dtend));
        else
            CHECK(text.find("DTEND") == std::string::npos);
    }
}

TEST_CASE("an event says where, what for, with whom and what became of it") {
    auto event = conference();
    event.place = "Montréal; Canada";
    event.goal = "Meet three";
    event.met = {{"ana-souza"}, {"someone"}};
    event.note = "badge";
    event.tags = {"rust", "a,b"};
    event.url = "https://example.org/a,b";
    event.status = "skipped";
    const auto text = written(exchange::entry_of(event, people()));
    CHECK(has_line(text, "UID:kith-event-rustconf-2026"));
    CHECK(has_line(text, "DTSTAMP:20261122T000000Z"));
    CHECK(has_line(text, "SUMMARY:RustConf 2026"));
    CHECK(has_line(text, "LOCATION:Montréal\\; Canada"));
    CHECK(has_line(text, "DESCRIPTION:Goal: Meet three\\nMet: Ana Souza\\, someone\\nbadge"));
    CHECK(has_line(text, "CATEGORIES:rust,a\\,b"));
    CHECK(has_line(text, "URL:https://example.org/a,b"));
    CHECK(has_line(text, "STATUS:CANCELLED"));
}

TEST_CASE("a follow-up is an entry of its day, or a task") {
    const auto entry = exchange::entry_of(slides(), people());
    const auto as_event = written(entry);
    CHECK(has_line(as_event, "BEGIN:VEVENT"));
    CHECK(has_line(as_event, "UID:kith-followup-m3qd8w1z"));
    CHECK(has_line(as_event, "DTSTART;VALUE=DATE:20261206"));
    CHECK(has_line(as_event, "TRANSP:TRANSPARENT"));
    CHECK(has_line(as_event, "SUMMARY:Ana Souza: send her the slides"));
    CHECK(has_line(as_event, "CATEGORIES:message"));
    CHECK(has_line(as_event, "SEQUENCE:2"));
    const auto as_task = written(entry, {plain.today, {}, true});
    CHECK(has_line(as_task, "BEGIN:VTODO"));
    CHECK(has_line(as_task, "DUE;VALUE=DATE:20261206"));
    CHECK(has_line(as_task, "STATUS:NEEDS-ACTION"));
    for (const auto& text : {as_event, as_task})
        CHECK(text.find("DESCRIPTION:noted Sun 22 Nov\\, put off 2 times\\nlast contact 2026-11-19:") !=
              std::string::npos);
}

TEST_CASE("a follow-up that recurs has no rule, for the next one is written once it is done") {
    auto item = slides();
    item.followup.every = "+2w";
    CHECK(written(exchange::entry_of(item, people()), {plain.today, {}, true}).find("RRULE") == std::string::npos);
}

TEST_CASE("what is closed is so in the calendar, and rings no more") {
    auto item = slides();
    item.followup.done = day("2026-12-05");
    const CalendarOptions options{plain.today, {{1, core::Unit::day}}, true};
    const auto done = written(exchange::entry_of(item, people()), options);
    CHECK(has_line(done, "STATUS:COMPLETED"));
    CHECK(has_line(done, "COMPLETED:20261205T000000Z"));
    CHECK(done.find("VALARM") == std::string::npos);
    item.followup.done.reset();
    item.followup.dropped = day("2026-12-05");
    CHECK(has_line(written(exchange::entry_of(item, people()), options), "STATUS:CANCELLED"));
    CHECK(has_line(written(exchange::entry_of(item, people())), "STATUS:CANCELLED"));
}

TEST_CASE("computed ones have names that last") {
    auto item = slides();
    item.source = core::Source::cadence;
    item.followup.id = {"@ana-souza"};
    CHECK(has_line(written(exchange::entry_of(item, people())), "UID:kith-cadence-ana-souza"));
    CHECK(has_line(written(exchange::entry_of(item, people())), "SUMMARY:Ana Souza: reconnect"));
    item.source = core::Source::birthday;
    item.followup.id = {"@ana-souza/birthday"};
    CHECK(has_line(written(exchange::entry_of(item, people())), "UID:kith-birthday-ana-souza"));
}

TEST_CASE("a birthday comes every year") {
    core::Person person = people().all().front();
    CHECK(!exchange::birthday_of(person));
    person.birthday = "1990-05-02";
    auto text = written(*exchange::birthday_of(person));
    CHECK(has_line(text, "UID:kith-birthday-ana-souza"));
    CHECK(has_line(text, "DTSTART;VALUE=DATE:19900502"));
    CHECK(has_line(text, "RRULE:FREQ=YEARLY"));
    CHECK(has_line(text, "SUMMARY:Ana Souza: birthday"));
    person.birthday = "02-29";
    text = written(*exchange::birthday_of(person));
    CHECK(has_line(text, "DTSTART;VALUE=DATE:20000229"));
    CHECK(has_line(text, "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"));
    person.birthday = "some day";
    CHECK(!exchange::birthday_of(person));
}

TEST_CASE("an alarm rings so long before, and in the morning where there is no time") {
    struct Case {
        core::Period before;
        const char* on_a_day;
        const char* at_a_time;
    };
    using core::Unit;
    for (const Case& each : {Case{{0, Unit::day}, "PT9H", "PT0S"}, Case{{1, Unit::day}, "-PT15H", "-P1D"},
                             Case{{2, Unit::day}, "-P1DT15H", "-P2D"}, Case{{1, Unit::week}, "-P6DT15H", "-P7D"},
                             Case{{1, Unit::month}, "-P29DT15H", "-P30D"}}) {
        CAPTURE(each.on_a_day);
        auto item = slides();
        const auto on_a_day = exchange::entry_of(item, people());
        item.followup.due.time = std::chrono::hours{18};
        const auto at_a_time = exchange::entry_of(item, people());
        CHECK(
            has_line(written(on_a_day, {plain.today, {each.before}, false}), std::string("TRIGGER:") + each.on_a_day));
        CHECK(has_line(written(at_a_time, {plain.today, {each.before}, false}),
                       std::string("TRIGGER:") + each.at_a_time));
        CHECK(has_line(written(on_a_day, {plain.today, {each.before}, true}),
                       std::string("TRIGGER;RELATED=END:") + each.on_a_day));
    }
}
