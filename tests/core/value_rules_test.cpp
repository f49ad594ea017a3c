#include "kith/core/value_rules.hpp"

#include <doctest/doctest.h>

using namespace kith::core;

TEST_CASE("what a key may hold") {
    struct Case {
        std::string_view kind, key, text;
        bool may;
    };
    const std::vector<Case> cases{
        {"person", "birthday", "1990-05-02", true},  {"person", "birthday", "05-02", true},
        {"person", "birthday", "2001-02-31", false}, {"interaction", "mode", "online", true},
        {"interaction", "mode", "Online", false},    {"interaction", "by", "them", true},
        {"interaction", "by", "us", false},          {"interaction", "help", "asked", true},
        {"interaction", "kind", "chess", false},     {"interaction", "kind", "", true},
        {"event", "status", "skipped", true},        {"followup", "action", "dance", false},
        {"followup", "every", "+2w", true},          {"followup", "every", "2w", true},
        {"followup", "every", "++2w", false},        {"channel", "mode", "in-person", true},
    };
    for (const auto& [kind, key, text, may] : cases) {
        CAPTURE(text);
        const auto* rule = value_rule(kind, key);
        REQUIRE(rule != nullptr);
        CHECK(may_hold(*rule, text) == may);
    }
    CHECK(value_rule("interaction", "channel") == nullptr);
    CHECK(value_rule("event", "mode") == nullptr);
}

TEST_CASE("which values exclude each other") {
    Event event;
    event.start = *parse_iso_moment("2026-11-22T18:30");
    event.end = parse_iso_moment("2026-11-22"); // The day counts where there is no time.
    CHECK_FALSE(contradiction_in(event));
    event.end = parse_iso_moment("2026-11-22T10:00");
    CHECK(contradiction_in(event));
    event.end = parse_iso_moment("2026-11-21");
    REQUIRE(contradiction_in(event));
    CHECK(contradiction_in(event)->key == "end");
    CHECK(contradiction_in(event)->message == "it ends on 2026-11-21, before it starts");

    Followup followup;
    followup.dropped = parse_iso_date("2026-11-22");
    CHECK_FALSE(contradiction_in(followup));
    followup.done = followup.dropped;
    REQUIRE(contradiction_in(followup));
    CHECK(contradiction_in(followup)->message == "'done' and 'dropped' exclude each other");
    CHECK_FALSE(contradiction_in(Goal{}));
}
