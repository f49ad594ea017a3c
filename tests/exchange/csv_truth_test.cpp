// Follow-ups of tables that only say whether they are done, and optional days that are none.
#include "reading.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kith;
using test::read;
using test::refusal;

namespace {

constexpr std::string_view header = "Due,Who,Done,Dropped\n";

/// What is read of a follow-up of Ana, due on `due`, without its beginning.
std::string closed(const std::string& due, const std::string& done, const std::string& dropped = "") {
    const auto said =
        test::shown(read(exchange::read_csv, std::string(header) + due + ",Ana," + done + "," + dropped + "\n"));
    return said.substr(said.find("with: Ana\n") + 10);
}

/// The batch without the keys of its records, which are fingerprints.
std::string shown(const std::string& text) {
    auto said = test::shown(read(exchange::read_csv, text));
    for (auto at = said.find(", key "); at != said.npos; at = said.find(", key "))
        said.erase(at, said.find('\n', at) - at);
    return said;
}

} // namespace

TEST_CASE("that a follow-up is not done says nothing, in a column of days") {
    for (const std::string word : {"no", "No", "false", "0", "Nein", "FALSCH", "non", "não", "-", "open", "offen", " "})
        CHECK(closed("2026-11-01", word, word) == "\n");
}

TEST_CASE("a follow-up that is done on no day is done on the day it was due, and that is noted") {
    for (const std::string word : {"yes", "x", "TRUE", "1", "Ja", "erledigt", "done"})
        CHECK(closed("2026-11-01 10:00", word) ==
              "done: 2026-11-01\n\nnote 2: the follow-up of 2026-11-01 comes in without the day of done '" + word +
                  "': that on which it was due is taken for it\n");
    CHECK(closed("2026-11-01", "", "yes").starts_with("dropped: 2026-11-01\n"));
    CHECK(closed("2026-11-22", "yes").starts_with("done: 2026-11-22\n"));
    CHECK(closed("2026-11-23", "yes") ==
          "\nnote 2: the follow-up of 2026-11-23 comes in without the done 'yes': it is no day, and the due date is "
          "still to come\n");
}

TEST_CASE("a status says whether a follow-up is done, where no column says when") {
    const auto said = [](const std::string& status) {
        return shown("Due,Who,Note,Status\n2026-11-01,Ana,Tea," + status + "\n");
    };
    const std::string open = "line 2\ndue: 2026-11-01\nwith: Ana\nnote: Tea\n";
    const std::string told = "': that on which it was due is taken for it\n";
    for (const std::string word : {"open", "Offen", "To do", "in progress", ""}) CHECK(said(word) == open + "\n");
    for (const std::string word : {"done", "Closed", "erledigt", "Complete"})
        CHECK(said(word) == open +
                                "done: 2026-11-01\n\nnote 2: the follow-up of 2026-11-01 comes in without the day of "
                                "done '" +
                                word + told);
    CHECK(said("Cancelled") == open +
                                   "dropped: 2026-11-01\n\nnote 2: the follow-up of 2026-11-01 comes in without the "
                                   "day of dropped 'Cancelled" +
                                   told);
    CHECK(said("with Bo") ==
          open + "\nnote 2: the follow-up of 2026-11-01 comes in without the done 'with Bo': it is no date\n");
    CHECK(shown("Due,Who,Status,Done\n2026-11-01,Ana,closed,2026-11-03\n") ==
          "line 2\ndue: 2026-11-01\nwith: Ana\ndone: 2026-11-03\n\npassed over Status\n");
}

TEST_CASE("an event of a table was attended or not, once it is over") {
    const auto said = [](const std::string& start, const std::string& attended) {
        return shown("Event,Start,Attended\nConf," + start + "," + attended + "\n");
    };
    const std::string over = "line 2\nname: Conf\nstart: 2026-11-01\n";
    CHECK(said("2026-11-01", "yes") == over + "status: attended\n\n");
    CHECK(said("2026-11-01", "Nein") == over + "status: skipped\n\n");
    CHECK(said("2026-12-01", "no") == "line 2\nname: Conf\nstart: 2026-12-01\n\n");
    CHECK(said("2026-12-01", "yes") == "line 2\nname: Conf\nstart: 2026-12-01\n\nnote 2: Conf comes in without the "
                                       "status 'yes': it is still to come\n");
    CHECK(shown("Event,Start,Attended,Status\nConf,2026-11-01,yes,skipped\n") ==
          over + "status: skipped\n\npassed over Attended\n");
}

TEST_CASE("how often a follow-up repeats is its period") {
    CHECK(shown("Due,Who,Repeat\n2026-12-01,Ana,2w\n") == "line 2\ndue: 2026-12-01\nwith: Ana\nevery: 2w\n\n");
}

TEST_CASE("an optional day that is none is noted, and the row comes in") {
    CHECK(closed("2026-11-01", "Ana knows") ==
          "\nnote 2: the follow-up of 2026-11-01 comes in without the done 'Ana knows': it is no date\n");
    CHECK(closed("2026-11-01", "31 Feb 2026") ==
          "\nnote 2: the follow-up of 2026-11-01 comes in without the done '31 Feb 2026': there is no such day\n");
    CHECK(test::shown(read(exchange::read_csv, "id,Name,Start,End\n7,Conf,2026-12-01,TBD\n")) ==
          "line 2, key 7\nname: Conf\nstart: 2026-12-01\n\nnote 2: Conf comes in without the end 'TBD': it is no "
          "date\n");
    // One that would be a day if it were written out is worth writing out.
    CHECK(refusal(exchange::read_csv, std::string(header) + "2026-11-01,Ana,5/2/2026,\n") ==
          "2: 'done' is 5/2/2026, and it could be two days; write days as 2026-02-05 or 5 Feb 2026");
}

TEST_CASE("in kith's own table a follow-up is done on a day, or the row is broken") {
    const std::string own =
        "id,created,due,with,action,note,event,origin,every,snoozed,done,dropped,closed_by,imported\n";
    CHECK(refusal(exchange::read_csv, own + "f1,,2026-11-01,ana,,,,,,,yes,,,\n") ==
          "2: 'done' should be a date such as 2026-11-22, not a text");
}
