#include "kith/system/local_time.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

using namespace kith;
using std::chrono::seconds;

namespace {

seconds instant(const std::string& text) {
    const auto moment = core::parse_iso_moment(text).value();
    return moment.date.time_since_epoch() + moment.time.value();
}

/// What a clock there shows, by either way of asking.
std::string shown(const std::string& zone, const std::string& utc) {
    const auto time = instant(utc);
    const auto moment = system::local_clock(zone)(time).value();
    const auto offset = system::zone_offset(zone).value()(time);
    CHECK(moment.date.time_since_epoch() + moment.time.value() - offset == time);
    return core::to_text(moment);
}

} // namespace

TEST_CASE("a clock in another zone shows what it showed on that day") {
    CHECK(shown("Asia/Jerusalem", "2015-07-01T21:00:00") == "2015-07-02T00:00:00");
    CHECK(shown("America/Sao_Paulo", "2014-06-01T02:30:00") == "2014-05-31T23:30:00");
    CHECK(shown("Asia/Tehran", "2018-07-01T12:00:00") == "2018-07-01T16:30:00");
    CHECK(shown("Pacific/Apia", "2011-12-30T09:59:59") == "2011-12-29T23:59:59");
    CHECK(shown("Pacific/Apia", "2011-12-30T10:00:00") == "2011-12-31T00:00:00");
    CHECK(shown("Europe/Lisbon", "2026-10-25T00:59:59") == "2026-10-25T01:59:59");
    CHECK(shown("Europe/Lisbon", "2026-10-25T01:00:00") == "2026-10-25T01:00:00");
    CHECK(shown("Australia/Sydney", "2016-04-04T07:30:00") == "2016-04-04T17:30:00");
    CHECK(shown("America/New_York", "2007-11-04T08:30:00") == "2007-11-04T03:30:00");
    CHECK(shown("Europe/Lisbon", "2400-07-01T12:00:00") == "2400-07-01T13:00:00");
    CHECK(shown("Asia/Tokyo", "0001-01-01T12:00:00") == "0001-01-01T21:18:59");
}

TEST_CASE("a zone that the system does not know has no offset, and the clock of UTC") {
    for (const std::string name :
         {"", "Europe", "Europe/Lissabon", "zone.tab", "/usr/share/zoneinfo/Europe/Lisbon", "Asia/../Europe/Lisbon"}) {
        CAPTURE(name);
        CHECK(!system::zone_offset(name));
    }
    CHECK(core::to_text(system::local_clock("Europe/Lissabon")(seconds{0}).value()) == "1970-01-01T00:00:00");
    CHECK(!system::local_clock("UTC")(instant("9999-12-31T23:59:59") + seconds{1}));
}

TEST_CASE("the zone of the process is what it was") {
    const char* const before = std::getenv("TZ");
    const std::string name = before != nullptr ? before : "none";
    CHECK(shown("Asia/Tokyo", "2026-11-22T12:00:00") == "2026-11-22T21:00:00");
    const char* const after = std::getenv("TZ");
    CHECK((after != nullptr ? after : "none") == name);
}
