#include "kith/core/error.hpp"
#include "kith/core/phrase.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kith::core;

namespace {

const Date sunday = Date{std::chrono::year{2026} / 11 / 22};

PhraseContext facing(Facing way, Date today = sunday) {
    return {today, way, WeekStart::monday};
}

/// The one problem of a refusal, as it is printed.
template<class Refused> std::string refusal(Refused refused) {
    try {
        refused();
    } catch (const Failure& failure) {
        REQUIRE(failure.problems().size() == 1);
        REQUIRE(failure.problems()[0].kind == ProblemKind::usage);
        return failure.what();
    }
    return "accepted";
}

const std::string date_forms = "; write one like 2026-11-22, 22 nov, yesterday, last friday, in 2 weeks or 2w";
const std::string date_forms_ahead = "; write one like 2026-12-22, 22 dec, tomorrow, next friday, in 2 weeks or 2w";

} // namespace

TEST_CASE("require_date names the option, the text and what would do") {
    const auto refused = [](const std::string& text, Facing way = Facing::past) {
        return refusal([&] { static_cast<void>(require_date(text, "--on", facing(way))); });
    };
    CHECK(require_date("yesterday", "--on", facing(Facing::past)) ==
          Moment{sunday - std::chrono::days{1}, std::nullopt});
    CHECK(refused("nxt week") == "--on: 'nxt week' is not a date" + date_forms);
    CHECK(refused("nxt week", Facing::future) == "--on: 'nxt week' is not a date" + date_forms_ahead);
    CHECK(refused("") == "--on: '' is not a date" + date_forms);
    CHECK(refused("Coffee with Ana") == "--on: 'Coffee with Ana' is not a date" + date_forms);
    CHECK(refused("in 9999 years") == "--on: 'in 9999 years' is not a date" + date_forms);
    CHECK(refused("18:30") == "--on: '18:30' is not a date" + date_forms);
    CHECK(refused("22 nov 25") == "--on: '22 nov 25' is not a date" + date_forms);
    CHECK(refused("x\x1b[31m") == "--on: 'x\\x1b[31m' is not a date" + date_forms);

    CHECK(refused("2026-02-30") == "--on: there is no 2026-02-30");
    CHECK(refused("2026-13-01") == "--on: there is no 2026-13-01");
    CHECK(refused("0000-01-01") == "--on: there is no 0000-01-01");
    CHECK(refused("2026-02-30T18:30") == "--on: there is no 2026-02-30");
    CHECK(refused("30 FEB 2026") == "--on: there is no 2026-02-30");
    CHECK(refused("feb 30, 2026 at 9:05") == "--on: there is no 2026-02-30");
    CHECK(refused("32 nov") == "--on: there is no 32 November");
    CHECK(refused("feb 30") == "--on: there is no 30 February");
    CHECK(refused("31 april", Facing::future) == "--on: there is no 31 April");

    CHECK(refused("Mon 2026-11-22") == "--on: 2026-11-22 is a Sunday, not a Monday");
    CHECK(refused("Sun 6 Dec") == "--on: 2025-12-06 is a Saturday, not a Sunday");
    CHECK(refused("today 24:00") == "--on: there is no time 24:00");
    CHECK(refused("2026-11-22T18:30:75") == "--on: there is no time 18:30:75");
}

TEST_CASE("require_period names the option, the text and what would do") {
    const auto refused = [](const std::string& text) {
        return refusal([&] { static_cast<void>(require_period(text, "--every")); });
    };
    CHECK(refused("3x") == "--every: '3x' is not a period; write one like 3d, 2w, 1m or 1y");
    CHECK(refused("0d") == "--every: '0d' is not a period; write one like 3d, 2w, 1m or 1y");
    CHECK(refused("99999d") == "--every: '99999d' is not a period; write one like 3d, 2w, 1m or 1y");
}
