#include "kith/core/phrase.hpp"

#include "listed.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kith::core;

namespace {

const Date sunday = Date{std::chrono::year{2026} / 11 / 22};

PhraseContext facing(Facing way, Date today = sunday) {
    return {today, way, WeekStart::monday};
}

void check_refused(const std::vector<std::string>& texts) {
    for (const auto& text : texts) {
        CAPTURE(text);
        CHECK_FALSE(parse_date(text, facing(Facing::past)));
        CHECK_FALSE(parse_date(text, facing(Facing::future)));
    }
}

} // namespace

TEST_CASE("days that the calendar does not have are refused") {
    check_refused(listed(R"(
        2026-02-30 | 2026-02-29 | 2025-02-29 | 1900-02-29 | 2100-02-29 | 2026-04-31 | 2026-11-31 | 2026-11-32
        2026-11-00 | 31.11.2026 | 22.13.2026 | 2026/02/30 | 2026-00-10 | 2026-13-01 | 2026-99-99 | 0000-01-01 | 0000-12-31 | 32 nov | 31 nov | 0 nov
        00 nov | 99 nov | nov 32 | nov 31 | nov 0 | 30 feb | feb 30 | 31 feb | 30 feb 2026 | feb 30 2024
        29 feb 2026 | feb 29, 2025 | 31 april | june 31 | 31 sept | 1 jan 0000 | 0th nov | 32nd nov
        2026-02-30 18:30 | 2026-02-30T18:30 | 2026-13-01 at 9:05)"));
}

TEST_CASE("numbers that are not in the form are refused") {
    check_refused(listed(R"(
        2026 | 2026-11 | 11-22 | 2026-1-22 | 2026-11-2 | 26-11-22 | 26/11/22 | 2026.11.22 | 22.11.26
        22/11/2026 | 22.11. | 22.11 | 2026/11 | 022.11.2026 | 22..2026 | 22.11.2026. | 2026/11/22/ | 22.11/2026 | 11/22/2026 | 22-11-2026 | 20261122 | 2026-11-22- | -2026-11-22 | +2026-11-22 | 12026-11-22
        2026-011-22 | 2026-11-022 | 2026-W47 | 2026-326 | 2026-11-22x | x2026-11-22 | 2026 11 22 | 2026-11 22
        2026- 11-22 | 22 | 1 | 0 | -1 | +1 | 1.5 | 22 11 2026 | 2026--1-22 | 2026-11--2 | 2026-11-22 2026-11-22)"));
}

TEST_CASE("half a date, or one and a half, is refused") {
    check_refused(listed(R"(
        nov | november | nov 2025 | 2025 nov | nov nov | 22 22 | 22 nov 25 | 22 nov 125 | 22 nov 02025
        22 nov 12025 | nov 22 25 | 022 nov | 222 nov | 22 nov nov | 22 nov 22 | nov 22 nov | 2025 22 nov
        2025 nov 22 | 22 2025 nov | 22 nov 2025 2025 | 22 of nov | the 22nd | 22nd | 22nd of nov | 22th nov
        1th nov | 2st nov | 3nd nov | 11st nov | 12nd nov | 13rd nov | 22 nd nov | nov 22 nd | st nov | nd 22 nov
        22nov | nov22 | 22-nov | 22-nov-2025 | 22/nov | 22. nov | -22 nov | +22 nov | nov -22 | 22 nov -2025
        22 noviembre | 22 nove | 22 n | 22 dez | 22 mai | 22 janvier | 22 sep. | 22 nov. | last nov | next nov
        last 22 nov | next 22 nov | in nov | in 22 nov | 22 nov ago | may | march | 22 nov next year | eoy | eod
        end of week | end of month | q4)"));
}

TEST_CASE("words that are nearly a date are refused") {
    check_refused({"", " ", "\t\n"});
    check_refused(listed(R"(
        now | todya | to day | tomorow | yesterda | yesterdays | todays | tonight | this morning | today today
        not today | today yesterday | yesterday ago | in today | last today | next tomorrow | next | last
        this friday | this week | tues day | frida | fridays | f | fr | mo | tu | wednes | thurday | m | fri sat
        fri fri | friday last | friday next | last last friday | next next fri | last next fri | last fri next
        friday ago | in friday | on friday | fri 22 | 22 fri | friday nov | fri 2026 | friday in 2 weeks | friday 2w
        2w friday | last eow | next eom | eow eom | in eow | eow ago | a friday | every friday | coffee | null | nan
        inf | 0x10d | 1e3d | never | always | @today | today! | today. | (today) | "today" | 'today' | today?
        today- | -today | +today | today+1d | today + 1d | today -1d | last day | next day | last days | next weeks
        last months | next 2 weeks | last 3 days | past week | coming week | week | weeks | month | day | year)"));
}

TEST_CASE("commas are refused where no date has one") {
    check_refused(listed(R"(
        , | ,today | today, | 2026-11-22, | 22, nov | nov, 22 | nov 22,, 2025 | nov 22, , 2025 | nov 22,
        nov 22 2025, | , nov 22 2025 | last, friday | 3, days ago | 3 days, ago | in, 2 weeks | 2w,
        yesterday,, 18:30 | yesterday 18:30, | yesterday at, 18:30 | sun,, 22 nov | fri, | , 18:30)"));
}

TEST_CASE("distances that are not one are refused") {
    check_refused(listed(R"(
        in weeks | in week | in | ago | days ago | weeks ago | week ago | in a | a ago | a week | a | an week ago
        in an week | in a weeks | a weeks ago | a days ago | in 2 | 2 ago | in 2 weeks ago | in 2w ago
        in 3 days 2 weeks | 2 weeks 3 days | 2w3d | 2w 3d | 1w 2 | in two weeks x | in 0 days | 0 days ago | 0d | 0w
        00m | -0d | +0d | in 0w | in 00 days | 2x | 2 | w | d | ww | 2ww | 2dd | d2 | w2 | 2 w | in 2 w | 2 d ago
        2days | 2weeks | in 2weeks | 2wk | 2 wks | 2mo | 2min | 2h | 2 hours | in 2 hours | 5 minutes ago | 2s | 2q
        in 2.5 weeks | 2.5w | 1,5w | --3d | ++3d | +-3d | -+3d | - 3d | + 3d | - | + | 3d- | 3d+ | 3-d | in -3d
        in +3d | -3d ago | +3d ago | in -3 days | -3 days ago | -a week | +a week | last 2w | next 2w | in last week
        last week ago | 3 days ago ago | in in 2w | ago 3 days | 3 ago days | days 3 ago | weeks in 2 | 2 weeks in
        in 3 fridays | 3 fridays ago | in 1 fortnight | 1/2 d)"));
}

TEST_CASE("counts beyond 9999 and dates beyond the calendar are refused") {
    check_refused(listed(R"(
        10000d | 10000w | 00001d | 99999999999d | -99999999999d | +99999999999d | in 99999999999 days
        99999999999 days ago | 2147483647d | 2147483648d | -2147483648d | 4294967297d | 9223372036854775807w
        9223372036854775808w | 18446744073709551617y | in 10000 years | 9999y | +9999y | -9999y | in 9999 years
        9999 years ago | in 7974 years | 2026 years ago)"));
    check_refused({std::string(500, '9') + "d", "in " + std::string(500, '9') + " weeks"});
    CHECK(parse_date("in 7973 years", facing(Facing::past)) == Moment{*make_date(9999, 11, 22), std::nullopt});
    CHECK(parse_date("2025 years ago", facing(Facing::past)) == Moment{*make_date(1, 11, 22), std::nullopt});

    const Date first = *make_date(1, 1, 1);
    for (const std::string text : {"yesterday", "1 day ago", "-1d", "-1w", "-1m", "-1y", "last week", "last month",
                                   "last year", "last monday", "last fri"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_date(text, facing(Facing::past, first)));
    }
    CHECK_FALSE(parse_date("2 jan", facing(Facing::past, first)));
    CHECK_FALSE(parse_date("sunday", facing(Facing::past, first)));
    CHECK(parse_date("monday", facing(Facing::past, first)) == Moment{first, std::nullopt});
    const Date last = *make_date(9999, 12, 31);
    for (const std::string text : {"tomorrow", "in a day", "+1d", "+1w", "+1m", "+1y", "next week", "next month",
                                   "next year", "next friday", "next mon", "eow"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_date(text, facing(Facing::future, last)));
    }
    CHECK_FALSE(parse_date("30 dec", facing(Facing::future, last)));
    CHECK_FALSE(parse_date("sat", facing(Facing::future, last)));
    CHECK(parse_date("friday", facing(Facing::future, last)) == Moment{last, std::nullopt});
}

TEST_CASE("times that no day has, and times alone, are refused") {
    check_refused(listed(R"(
        18:30 | at 18:30 | T18:30 | 0:00 | 24:00 | today 24:00 | today 24:01 | today 25:00 | today 18:60
        today 18:30:60 | today 99:99 | today 18:5 | today 18: | today :30 | today 18 | today 18h | today 18h30
        today 6pm | today 6:30pm | today 6:30 pm | today 1830 | today 18.30 | today 018:30 | today 18:300
        today 18:30:5 | today 18:30:055 | today 18:30.5 | today 18:30:15.5 | today -1:30 | today 1:-3 | today +1:30
        today 18:30 19:00 | today 18:30-19:00 | today at | today at at 18:30 | today at T18:30 | today @18:30
        today @ 18:30 | today on 18:30 | 18:30 today | at 18:30 today | at today 18:30 | todayT18:30 | fridayT18:30
        2wT18:30 | 2026-11-22T | 2026-11-22T 18:30 | 2026-11-22T18 | 2026-11-22T1830 | 2026-11-22T24:00
        2026-11-22T18:60 | 2026-11-22TT18:30 | 2026-11-22T18:30Z | 2026-11-22T18:30+01:00 | 2026-11-22T18:30:00.000
        2026-11-22 T | 2026-11-22 T 18:30 | 2026-11-2218:30 | 2026-11-22x18:30 | 2026-11-22 18:30Z
        2026-11-22_18:30 | 22 18:30 nov | 22 nov 18:30 2025 | fri at noon | today noon | today midnight
        3 days 18:30 ago | in 18:30 | 2 18:30)"));
}

TEST_CASE("characters that only look like a date's are refused") {
    check_refused(listed(R"(
        ٢٠٢٦-١١-٢٢ | ２０２６-11-22 | ２２ nov | २२ nov | ３ days ago | in ２ weeks | ２w | 2ｗ | 2026‑11‑22 | 2026–11–22
        −3d | ＋3d | yesterday 18：30 | ｔoday | frıday | FRİDAY | 今日 | 昨日 | hôy | 🙂 | today 🙂)"));
    check_refused({"22 n\u043ev", "tod\u0430y", "today\u00a0", "\u00a0today", "last\u00a0friday", "22\u2009nov",
                   "today\u200b", "\u200btoday", "\ufefftoday", "\xff", "today\xff", "\xc3", "22 nov \x80",
                   "today\x1b[0m", "\x1b[31mtoday", "today\x7f"});
    check_refused({std::string("today\0", 6), std::string("to\0day", 6), std::string("\0", 1)});
    check_refused({std::string("2026-11-22\0", 11), std::string("\0today", 6)});
}

TEST_CASE("no text is read in a way that depends on what stands around it") {
    const std::vector<std::string> accepted{"today",      "22 nov", "22 nov 2025", "last friday",     "in 2 weeks",
                                            "3 days ago", "-3d",    "fri 9:05",    "2026-11-22T18:30"};
    for (const auto& text : accepted) {
        REQUIRE(parse_date(text, facing(Facing::past)));
        for (const std::string extra : {"x", "-", ":", "today", "ago", "in", "x y", "#tag", "with Ana"}) {
            CAPTURE(text);
            CAPTURE(extra);
            CHECK_FALSE(parse_date(text + " " + extra, facing(Facing::past)));
            CHECK_FALSE(parse_date(extra + " " + text, facing(Facing::future)));
        }
    }
}
