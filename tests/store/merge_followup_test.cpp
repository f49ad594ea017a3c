// Follow-ups and posts that both sides closed.
#include "kith/core/agenda.hpp"

#include "merge_cases.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kith::test;

namespace {

std::string followup(const std::string& lines) {
    return "[[followup]]\nid = \"m3qd8w1z\"\ncreated = 2026-11-01\ndue = 2026-11-20\n" + lines;
}

std::string done(const std::string& date, const std::string& interaction) {
    return "done = " + date + "\n" + (interaction.empty() ? "" : "closed_by = \"" + interaction + "\"\n");
}

} // namespace

TEST_CASE("of two closings the earlier date wins, then the smaller id") {
    struct Case {
        const char* name;
        std::string ours;
        std::string theirs;
        std::string merged;
    };
    const Case cases[] = {
        {"earlier here", done("2026-11-18", "z1"), done("2026-11-19", "a1"), done("2026-11-18", "z1")},
        {"earlier there", done("2026-11-19", "a1"), done("2026-11-18", "z1"), done("2026-11-18", "z1")},
        {"one day", done("2026-11-18", "z1"), done("2026-11-18", "a1"), done("2026-11-18", "a1")},
        {"one without an interaction", done("2026-11-18", ""), done("2026-11-18", "a1"), done("2026-11-18", "a1")},
        {"earlier without an interaction", done("2026-11-17", ""), done("2026-11-18", "a1"), done("2026-11-17", "")},
        {"dropped twice", "dropped = 2026-11-19\n", "dropped = 2026-11-18\n", "dropped = 2026-11-18\n"},
        {"closed here, put off there", done("2026-11-18", "z1"), "snoozed = 1\n",
         "snoozed = 1\n" + done("2026-11-18", "z1")},
    };
    for (const auto& each : cases)
        check({each.name, followup(""), followup(each.ours), followup(each.theirs), followup(each.merged)});
}

TEST_CASE("three clones closed it: every order of merging ends with the earliest") {
    const auto base = followup("");
    const auto fifth = followup(done("2026-11-05", "a1"));
    const auto fourth = followup(done("2026-11-04", "b1"));
    const auto third = followup(done("2026-11-03", "c1"));
    const auto fifth_and_fourth = merge(base, fifth, fourth);
    const auto fifth_and_third = merge(base, fifth, third);
    CHECK(fifth_and_fourth.text == fourth);
    CHECK(merge(fifth, fifth_and_fourth.text, fifth_and_third.text).text == third);
}

TEST_CASE("done against dropped is a conflict") {
    check({"a follow-up",
           followup(""),
           followup(done("2026-11-18", "z1")),
           followup("dropped = 2026-11-19\n"),
           conflict(followup(done("2026-11-18", "z1")), followup("dropped = 2026-11-19\n")),
           {"followup m3qd8w1z is done on one side and dropped on the other"}});
    const auto post = [](const std::string& lines) { return "[[post]]\nid = \"w8r2k5vn\"\ntitle = \"T\"\n" + lines; };
    check({"a post",
           post(""),
           post("published = 2026-11-18\nurl = \"u\"\n"),
           post("dropped = 2026-11-18\n"),
           conflict(post("published = 2026-11-18\nurl = \"u\"\n"), post("dropped = 2026-11-18\nurl = \"u\"\n")),
           {"post w8r2k5vn is published on one side and dropped on the other"}});
}

TEST_CASE("a recurring follow-up that was closed twice has one successor") {
    const auto successor = [](const std::string& created, const std::string& due, const std::string& origin,
                              const std::string& lines = {}) {
        return "[[followup]]\nid = \"" + kith::core::successor_id({"m3qd8w1z"}).text + "\"\ncreated = " + created +
               "\ndue = " + due + "\norigin = \"" + origin + "\"\nevery = \"2w\"\n" + lines;
    };
    const std::string every = "every = \"2w\"\n";
    const auto ours = followup(every + done("2026-11-18", "z1")) + "\n" + successor("2026-11-18", "2026-12-02", "z1");
    const auto theirs = followup(every + done("2026-11-17", "a1")) + "\n" + successor("2026-11-17", "2026-12-01", "a1");
    check({"the one of the closing that counts", followup(every), ours, theirs, theirs});
    check({"closed again by one", followup(every), ours + done("2026-12-01", "z2"), theirs,
           theirs + done("2026-12-01", "z2")});
    check({"closed on one day, written down on two, without an interaction", "",
           successor("2026-11-18", "2026-12-16", ""), successor("2026-11-18", "2026-12-02", ""),
           successor("2026-11-18", "2026-12-02", "")});
    const auto put_off = followup(every + done("2026-11-18", "z1")) + "\n" +
                         successor("2026-11-18", "2026-12-24", "z1", "snoozed = 1\n");
    check({"put off by one", followup(every), put_off, theirs,
           followup(every + done("2026-11-17", "a1")) + "\n" +
               successor("2026-11-17", "2026-12-24", "a1", "snoozed = 1\n")});
}

TEST_CASE("a follow-up that both sides added keeps the one date there is, and the earlier of two times") {
    const auto added = [](const std::string& lines) { return "[[followup]]\nid = \"m3qd8w1z\"\n" + lines; };
    const auto none = added("note = \"slides\"\n");
    for (const std::string date : {"due = 2026-11-20\n", "due = \"soon\"\n", "created = 2026-11-02\n"}) {
        for (const auto& merged : {merge("", none, added(date)), merge("", added(date), none)}) {
            CHECK(merged.conflicts.empty());
            CHECK(merged.text.find(date) != std::string::npos);
            CHECK(merged.text.find("note = \"slides\"\n") != std::string::npos);
        }
    }
    const auto early = added("due = 2026-11-20T09:00:00\n");
    CHECK(merge("", early, added("due = 2026-11-20T18:00:00\n")).text == early);
    CHECK(merge("", added("due = 2026-11-20T18:00:00\n"), early).text == early);
}
