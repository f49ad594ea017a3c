// A day by its text, for tests.
#pragma once

#include "kith/core/date.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace kith::test {

/// The day of `2026-11-22`; where that is none, the test case ends as failed.
[[nodiscard]] inline core::Date on(std::string_view text) {
    const auto date = core::parse_iso_date(text);
    REQUIRE_MESSAGE(date.has_value(), std::string{text});
    return *date;
}

} // namespace kith::test
