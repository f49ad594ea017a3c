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
