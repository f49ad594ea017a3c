// The review by somebody who presses keys: what transcripts/followup_review.txt does not show.
#include "program.hpp"
#include "texts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>

using kith::test::count;
using kith::test::has;
using kith::test::Outcome;
using kith::test::Program;

namespace {

constexpr auto people = R"([[person]]
id = "ana-souza"
name = "Ana Souza"

[[person]]
id = "bo-li"
name = "Bo Li"
every = "2w"
birthday = "11-24"
)";

constexpr auto log = R"([[interaction]]
id = "a1a1a1a1"
date = 2026-10-20
with = ["bo-li"]
)";

constexpr auto followups = R"([[followup]]
id = "m3qd8w1z"
created = 2026-11-01
due = 2026-11-20
with = ["ana-souza"]
note = "send her the slides"

[[followup]]
id = "p0c4t7ne"
created = 2026-11-01
due = 2026-11-21
with = ["ana-souza"]
every = "2w"
)";

/// Due, in this order: m3qd8w1z, @bo-li, p0c4t7ne, @bo-li/birthday.
Program journal() {
    Program program(std::map<std::string, std::string>{
        {"people.toml", people}, {"log/2026-10.toml", log}, {"followups/2026.toml", followups}});
    program.show_on(80);
    return program;
}

Outcome review(Program& program, std::deque<std::string> keys, std::deque<std::string> lines = {}) {
    program.keyboard.keys = std::move(keys);
    program.keyboard.lines = std::move(lines);
    return program.run({"followup", "review"});
}

std::string last_line(const std::string& text) {
    const auto end = text.find_last_of('\n');
    return text.substr(text.find_last_of('\n', end - 1) + 1);
}

} // namespace

TEST_CASE("the keys do what the commands of their names do") {
    struct Case {
        std::string key, line;
        std::vector<std::string> command;
    };
    const std::vector<Case> cases{
        {"d", "", {"followup", "done", "m3qd8w1z"}},
        {"n", "Sent by mail, email #rust", {"followup", "done", "m3qd8w1z", "--note", "Sent by mail, email #rust"}},
        {"w", "", {"followup", "snooze", "m3qd8w1z"}},
        {"u", "22 dec", {"followup", "snooze", "m3qd8w1z", "22 dec"}},
        {"x", "", {"followup", "drop", "m3qd8w1z"}},
    };
    for (const auto& each : cases) {
        CAPTURE(each.key);
        auto reviewed = journal();
        const auto outcome = review(reviewed, {each.key, "q"}, {each.line});
        auto commanded = journal();
        const auto expected = commanded.run(each.command);
        CHECK(expected.status == 0);
        CHECK(outcome.status == 0);
        CHECK(outcome.err == "");
        CHECK(has(outcome.out, expected.out));
        CHECK(reviewed.files.files == commanded.files.files);
        CHECK(reviewed.files.files != journal().files.files);
    }
}

TEST_CASE("skip, help, quit and keys that do nothing write nothing") {
    auto program = journal();
    const auto outcome = review(program, {"s", "?", "j", "D\xcc\x81", "\x1b[A", "\x1b", "é", "S", "b", "b", "b", "q"});
    CHECK(outcome.status == 0);
    CHECK(last_line(outcome.out) == "4 left\n");
    CHECK(count(outcome.out, "that key does nothing here; ? shows those that do\n") == 5);
    CHECK(has(outcome.out, "\nu  until  puts it off until a day that it asks for\n"));
    CHECK(has(outcome.out, "> back\nthere is none before this one\n"));
    CHECK(program.files.files == journal().files.files);
    CHECK(program.files.locked_paths().empty());
}

TEST_CASE("a line that is empty, or the end of input, goes back to the item") {
    for (const std::string key : {"n", "u"}) {
        auto program = journal();
        const auto outcome = review(program, {key, key, "q"}, {"  "});
        CHECK(last_line(outcome.out) == "4 left\n");
        CHECK(program.files.files == journal().files.files);
    }
}

TEST_CASE("a date that is none or is past is asked for again, and so is a note with an arrow key in it") {
    auto program = journal();
    const auto outcome =
        review(program, {"u", "n", "q"}, {"some day", "yesterday", "2w", "a\x1b[Db", "\xff", "called"});
    CHECK(count(outcome.out, "until when (friday, 2w, 22 dec): ") == 3);
    CHECK(has(outcome.out, "'some day' is not a date; write one like 2026-12-22, 22 dec, tomorrow"));
    CHECK(has(outcome.out, "2026-11-21 is past; snooze to a day to come"));
    CHECK(count(outcome.out, "there is a character in it that is no text; once more\n") == 2);
    CHECK(last_line(outcome.out) == "1 done, 1 put off, 2 left\n");
    CHECK(has(*program.file("log/2026-11.toml"), "note = \"called\"\n"));
}

TEST_CASE("what is computed can be done and put off, but not dropped, which says what to do instead") {
    auto program = journal();
    const auto dropped = review(program, {"s", "x", "q"});
    CHECK(has(dropped.out, "> drop\n@bo-li is computed and cannot be dropped; 'kith followup snooze' puts it off"));
    CHECK(last_line(dropped.out) == "4 left\n");
    CHECK(program.files.files == journal().files.files);
    CHECK(!program.files.is_locked());

    const auto put_off = review(program, {"s", "w", "q"});
    CHECK(has(*program.file("people.toml"), "snoozed_until = 2026-11-29\n"));
    CHECK(last_line(put_off.out) == "1 put off, 3 left\n");
}

TEST_CASE("a contact settles the birthday that stands further down, which is said and passed over") {
    auto program = journal();
    const auto outcome = review(program, {"s", "d", "s"});
    CHECK(has(outcome.out, "@bo-li/birthday (Bo Li) is no longer due: it was settled meanwhile\n"));
    CHECK(last_line(outcome.out) == "1 done, 1 settled meanwhile, 2 left\n");
}

TEST_CASE("back shows what was done, undoes nothing, and closes nothing twice") {
    auto program = journal();
    const auto outcome = review(program, {"s", "d", "b", "d", "n", "w", "u", "x", "q"});
    CHECK(has(outcome.out, "this was done to it, and stays so:\ndone    @bo-li    Sun 22 Nov  Bo Li\n"));
    CHECK(count(outcome.out, "that is closed already; b and s go on from here\n") == 5);
    CHECK(!has(outcome.out, "what was said or done"));
    CHECK(!has(outcome.out, "until when"));
    CHECK(count(*program.file("log/2026-11.toml"), "[[interaction]]") == 1);
    CHECK(last_line(outcome.out) == "1 done, 3 left\n");
}

TEST_CASE("what was put off can still be done after going back") {
    auto program = journal();
    const auto outcome = review(program, {"w", "b", "d", "q"});
    CHECK(has(*program.file("followups/2026.toml"), "snoozed = 1\ndone = 2026-11-22\n"));
    CHECK(last_line(outcome.out) == "1 done, 3 left\n");
}

TEST_CASE("what is closed on another terminal while one waits is said and passed over") {
    struct Case {
        std::vector<std::string> elsewhere;
        std::string key;
    };
    const std::vector<Case> cases{{{"followup", "done", "m3qd8w1z"}, "d"},
                                  {{"followup", "drop", "m3qd8w1z"}, "w"},
                                  {{"followup", "snooze", "m3qd8w1z"}, "x"}};
    for (const auto& each : cases) {
        CAPTURE(each.key);
        auto program = journal();
        bool is_first = true;
        std::map<std::string, std::string> after;
        program.keyboard.meanwhile = [&] {
            if (!std::exchange(is_first, false)) return;
            Program other(std::map<std::string, std::string>{});
            other.files.files = program.files.files;
            CHECK(other.run(each.elsewhere).status == 0);
            after = program.files.files = other.files.files;
        };
        const auto outcome = review(program, {each.key, "q"});
        CHECK(has(outcome.out, "m3qd8w1z (Ana Souza) is no longer due: it was settled meanwhile\n"));
        CHECK(last_line(outcome.out) == "1 settled meanwhile, 3 left\n");
        CHECK(program.files.files == after);
    }
}

TEST_CASE("what others write while one waits is kept") {
    auto program = journal();
    program.keyboard.meanwhile = [&] { program.files.files["/home/me/kith/followups/2026.toml"] += "# a remark\n"; };
    CHECK(review(program, {"d", "q"}).status == 0);
    CHECK(has(*program.file("followups/2026.toml"), "done = 2026-11-22\n"));
    CHECK(count(*program.file("followups/2026.toml"), "# a remark\n") == 2);
}

TEST_CASE("a failure at any write is said, the item stays, and the same key completes it") {
    for (std::size_t nth = 1; nth <= 2; ++nth) {
        auto program = journal();
        program.files.fail_at_replace(nth);
        const auto outcome = review(program, {"d", "d", "q"});
        CHECK(has(outcome.out, "No space left on device\n"));
        CHECK(last_line(outcome.out) == "1 done, 3 left\n");
        CHECK(!program.files.is_locked());
        CHECK(count(*program.file("log/2026-11.toml"), "[[interaction]]") == 1);
        CHECK(has(*program.file("followups/2026.toml"), "done = 2026-11-22\n"));
        CHECK(program.run({"check"}).status == 0);
    }
}

TEST_CASE("the end of input is the end of the review, and what was done stays done") {
    for (const auto& keys : {std::deque<std::string>{"d"}, std::deque<std::string>{"d", "\x04", "d"}}) {
        auto program = journal();
        const auto outcome = review(program, keys);
        CHECK(outcome.status == 0);
        CHECK(last_line(outcome.out) == "1 done, 3 left\n");
    }
}

TEST_CASE("after a stop the page is shown again") {
    auto program = journal();
    CHECK(count(review(program, {"\f", "q"}).out, "1 of 4 · overdue Fri 20 Nov · Ana Souza · m3qd8w1z\n") == 2);
}

TEST_CASE("no page is higher or wider than the terminal") {
    std::string long_log = log;
    for (int i = 0; i < 20; ++i)
        long_log += "\n[[interaction]]\nid = \"b" + std::to_string(1000000 + i) +
                    "\"\ndate = 2026-10-20\nwith = [\"ana-souza\"]\nhelp = \"offered\"\nnote = \"" +
                    std::string(30, 'x') + " 李波 and \\u001b[31m words " + std::string(200, 'y') + "\"\n";
    auto program = journal();
    program.files.files["/home/me/kith/log/2026-10.toml"] = long_log;
    program.terminal.width = 40;
    program.terminal.height = 24;
    const auto outcome = review(program, {});
    CHECK(std::ranges::count(outcome.out, '\n') <= 24 + 2); // And the summary, with a line before it.
    CHECK(has(outcome.out, " more lines: kith report person"));
    CHECK(!has(outcome.out, "\x1b"));
}
