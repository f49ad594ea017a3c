// Times of tables: in columns of their own, and in zones.
#include "kith/exchange/local_clock.hpp"

#include "reading.hpp"

#include <doctest/doctest.h>

using namespace kith;
using test::read;

namespace {

/// An hour ahead of UTC.
std::optional<core::Moment> clock_of_winter(std::chrono::seconds time) {
    time += std::chrono::hours{1};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    return core::Moment{core::Date{day}, time - day};
}

exchange::Batch read_in_winter(const exchange::Pull& pull, const exchange::ReadOptions& options) {
    return exchange::read_table(pull, options, clock_of_winter);
}

std::string shown(std::string_view text, const core::TextTable& columns = {}) {
    auto options = test::options_of_tests();
    options.columns = columns;
    auto said = test::shown(read(read_in_winter, text, options));
    for (auto at = said.find(", key "); at != said.npos; at = said.find(", key "))
        said.erase(at, said.find('\n', at) - at);
    return said;
}

constexpr std::string_view header = "Subject,Start Date,Start Time,End Date,End Time,All day event\n";

std::string event(const std::string& row) {
    return shown(std::string(header) + row + "\n");
}

} // namespace

TEST_CASE("a calendar's days and times stand in columns of their own") {
    CHECK(event("\"Team; lunch\",12/13/2026,12:00:00 PM,12/13/2026,1:00:00 PM,False") ==
          "line 2\nname: Team; lunch\nstart: 2026-12-13T12:00:00\nend: 2026-12-13T13:00:00\n\n");
    for (const std::string time : {"18:30", "18:30:00", "6:30 PM", "6:30PM", "6:30\u202fpm"})
        CHECK(event("X,2026-12-01," + time + ",,,") == "line 2\nname: X\nstart: 2026-12-01T18:30:00\n\n");
    CHECK(event("X,2026-12-01,6 pm,,,") == "line 2\nname: X\nstart: 2026-12-01T18:00:00\n\n");
    CHECK(event("X,2026-12-01 09:00,18:30,,,") == "line 2\nname: X\nstart: 2026-12-01T09:00:00\n\n");
    CHECK(event("X,2026-12-01,noon,,,") ==
          "line 2\nname: X\nstart: 2026-12-01\n\nnote 2: X comes in without the start_time 'noon': it is no time\n");
}

TEST_CASE("what lasts all day has no times, and does not last until the day whose midnight is its end") {
    CHECK(event("X,12/24/2026,12:00:00 AM,12/26/2026,12:00:00 AM,True") ==
          "line 2\nname: X\nstart: 2026-12-24\nend: 2026-12-25\n\n");
    CHECK(event("X,12/24/2026,,12/26/2026,,TRUE") == "line 2\nname: X\nstart: 2026-12-24\nend: 2026-12-26\n\n");
}

TEST_CASE("a time of the end without a day is on the day of the start, or in the night after it") {
    const auto end = [](const std::string& text, const core::TextTable& columns = {}) {
        const auto said = shown(text, columns);
        const auto at = said.find("end: ");
        return at == said.npos ? said.substr(said.find("note")) : said.substr(at + 5, said.find('\n', at) - at - 5);
    };
    CHECK(end("Title,Start,End Time,Place\nMeetup,2026-12-03 18:30,21:00,Porto\n") == "2026-12-03T21:00:00");
    CHECK(end(std::string(header) + "X,2026-12-03,18:30,,9:00 PM,\n") == "2026-12-03T21:00:00");
    CHECK(end(std::string(header) + "X,2026-12-03,,,21:00,\n") == "2026-12-03T21:00:00");
    CHECK(end("Event,Date,Start Time,End Time\nX,2026-12-03,18:30,21:00\n", {{"name", "Event"}, {"start", "Date"}}) ==
          "2026-12-03T21:00:00");
    CHECK(end("End Time,Subject,Start Time,Start Date\n21:00,X,18:30,2026-12-03\n") == "2026-12-03T21:00:00");
    CHECK(end(std::string(header) + "X,2026-12-03,22:00,,2:30 AM,\n") == "2026-12-04T02:30:00");
    CHECK(end(std::string(header) + "X,2026-12-03,18:30,,17:00,\n") ==
          "note 2: X comes in without the end_time '17:00': it is before the start\n");
    CHECK(end(std::string(header) + "X,2026-12-03,18:30,,late,\n") ==
          "note 2: X comes in without the end_time 'late': it is no time\n");
    CHECK(end(std::string(header) + "X,9999-12-31,22:00,,2:30,\n") ==
          "note 2: X comes in without the end_time '2:30': it is before the start\n");
    CHECK(event("X,2026-12-03,18:30,,21:00,true") == "line 2\nname: X\nstart: 2026-12-03\n\n");
}

TEST_CASE("that something lasts all day is said in several languages, and what says neither is noted") {
    const auto start = [](const std::string& word) {
        return event("X,2026-12-24,9:00,2026-12-24,10:00," + word).substr(7);
    };
    for (const std::string word : {"true", "YES", "1", "x", "on", "Ein", "Ja", "Wahr", "VRAI", "Oui", "sí", "Si",
                                   "VERDADERO", "sim", "Verdadeiro"})
        CHECK(start(word) == "name: X\nstart: 2026-12-24\nend: 2026-12-24\n\n");
    const std::string timed = "name: X\nstart: 2026-12-24T09:00:00\nend: 2026-12-24T10:00:00\n\n";
    for (const std::string word :
         {"", "false", "No", "0", "off", "Aus", "Nein", "Falsch", "FAUX", "non", "falso", "não"})
        CHECK(start(word) == timed);
    CHECK(start("maybe") == timed + "note 2: X comes in without the all_day 'maybe': it should be true or false\n");
    CHECK(shown("Date,Who,Answered\n2026-11-20,Ana,Nein\n2026-11-20,Bo,Oui\n") ==
          "line 2\ndate: 2026-11-20\nwith: Ana\nanswered: false\n\n"
          "line 3\ndate: 2026-11-20\nwith: Bo\nanswered: true\n\n");
}

TEST_CASE("times of follow-ups and entries stand in columns of their own, too") {
    CHECK(shown("Due Date,Due Time,Task\n2026-12-01,9:00 AM,Slides\n") ==
          "line 2\ndue: 2026-12-01T09:00:00\nnote: Slides\n\n");
    CHECK(shown("Date,Time,Person,Note\n2026-11-20,18:30,Ana,Tea\n") ==
          "line 2\ndate: 2026-11-20T18:30:00\nwith: Ana\nnote: Tea\n\n");
    CHECK(shown("Was,Beginn,Um\nRustConf,2026-09-09,18:30\n",
                {{"name", "Was"}, {"start", "Beginn"}, {"start_time", "Um"}}) ==
          "line 2\nname: RustConf\nstart: 2026-09-09T18:30:00\n\n");
}

TEST_CASE("a time in a zone is that of the local clock, with its day") {
    const auto date = [](const std::string& cell) {
        const auto said = shown("Date,Note\n" + cell + ",Tea\n");
        const auto at = said.find("date: ") + 6;
        return said.substr(at, said.find('\n', at) - at);
    };
    CHECK(date("2026-11-20T23:30:00Z") == "2026-11-21T00:30:00");
    CHECK(date("2026-11-20T22:30:00.000Z") == "2026-11-20T23:30:00");
    CHECK(date("2026-11-20T23:30:00+00:00") == "2026-11-21T00:30:00");
    CHECK(date("2026-11-20 23:30:00+00:00") == "2026-11-21T00:30:00");
    CHECK(date("2026-11-20 23:30:00 UTC") == "2026-11-21T00:30:00");
    CHECK(date("2026-11-20T00:30:00+0200") == "2026-11-19T23:30:00");
    CHECK(date("2026-11-20T23:30:00-05") == "2026-11-21T05:30:00");
    CHECK(date("2026-11-20T23:30:00") == "2026-11-20T23:30:00");
    CHECK(test::refusal(exchange::read_csv, "Date,Note\n2026-11-20T25:00:00Z,Tea\n") ==
          "2: 'date' is 2026-11-20T25:00:00Z, and there is no such time");
}

TEST_CASE("midnight to the second is how programs write a day, but where a time stands beside it") {
    for (const std::string day : {"2026-11-14 00:00:00", "2026-11-14T00:00:00", "2026-11-14 00:00:00.000"}) {
        for (const std::string columns : {"Date,Note", "date,note"})
            CHECK(shown(columns + "\n" + day + ",Tea\n") == "line 2\ndate: 2026-11-14\nnote: Tea\n\n");
        CHECK(shown("Date,Time,Note\n" + day + ",18:30,Tea\n") == "line 2\ndate: 2026-11-14T18:30:00\nnote: Tea\n\n");
    }
    CHECK(shown("Date,Note\n2026-11-14 00:00,Tea\n") == "line 2\ndate: 2026-11-14T00:00:00\nnote: Tea\n\n");
    CHECK(shown("Date,Note\n2026-11-14 00:00:01,Tea\n") == "line 2\ndate: 2026-11-14T00:00:01\nnote: Tea\n\n");
    CHECK(shown("Date,Time,Note\n2026-11-14,00:00:00,Tea\n") == "line 2\ndate: 2026-11-14T00:00:00\nnote: Tea\n\n");
    CHECK(shown("Subject,Start,End,All Day\nX,2026-11-14 00:00:00,2026-11-16 00:00:00,true\n") ==
          "line 2\nname: X\nstart: 2026-11-14\nend: 2026-11-15\n\n");
}
