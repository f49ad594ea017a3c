// A question opens only the months it needs.
#include "kith/commands/environment.hpp"

#include "program.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

using namespace kith;

namespace {

/// Ten years of months up to November 2026: Ana and Bo every month but the last two, in which only Ana is seen; Old
/// Friend only in 2018.
std::map<std::string, std::string> ten_years() {
    std::map<std::string, std::string> files;
    files["people.toml"] = "[[person]]\nid = \"ana-souza\"\nname = \"Ana Souza\"\nevery = \"3w\"\n\n"
                           "[[person]]\nid = \"bo-li\"\nname = \"Bo Li\"\nevery = \"6w\"\n\n"
                           "[[person]]\nid = \"old-friend\"\nname = \"Old Friend\"\n";
    int number = 0;
    for (int year = 2016; year <= 2026; ++year) {
        for (int month = 1; month <= (year == 2026 ? 11 : 12); ++month) {
            std::string text;
            const bool is_recent = year == 2026 && month >= 10;
            for (const std::string who : {"ana-souza", is_recent ? "ana-souza" : "bo-li"})
                text += fmt::format(
                    "[[interaction]]\nid = \"x{:07}\"\ndate = {}-{:02}-05\nwith = [\"{}\"]\nchannel = \"email\"\n\n",
                    ++number, year, month, who);
            if (year == 2018)
                text += fmt::format("[[interaction]]\nid = \"o{:07}\"\ndate = {}-{:02}-06\nwith = [\"old-friend\"]\n\n",
                                    ++number, year, month);
            text.pop_back();
            files[fmt::format("log/{}-{:02}.toml", year, month)] = text;
        }
    }
    return files;
}

/// The months whose log was read, each once, sorted: `2026-11`.
std::vector<std::string> months_read(const test::Program& program) {
    std::vector<std::string> months;
    for (const auto& path : program.files.read_paths()) {
        const auto at = path.find("/log/");
        if (at != std::string::npos) months.push_back(path.substr(at + 5, 7));
    }
    std::ranges::sort(months);
    months.erase(std::unique(months.begin(), months.end()), months.end());
    return months;
}

std::vector<std::string> months_read_by(const std::vector<std::string>& arguments, int expected_status = 0) {
    test::Program program(ten_years());
    const auto outcome = program.run(arguments);
    CAPTURE(outcome.err);
    CHECK(outcome.status == expected_status);
    return months_read(program);
}

using Months = std::vector<std::string>;

} // namespace

TEST_CASE("logging opens one month, that of the entry") {
    CHECK(months_read_by({"log", "Coffee with Ana"}) == Months{"2026-11"});
    CHECK(months_read_by({"log", "Coffee with Ana", "--on", "2019-03-07"}) == Months{"2019-03"});
    CHECK(months_read_by({"log", "Coffee with Ana", "--follow-up", "2w: slides"}) == Months{"2026-11"});
}

TEST_CASE(
    "the week's report opens the months of its trend, and goes back only until everyone with a cadence has been seen") {
    // The trend's eight weeks begin on 28 September 2026, and Bo was last seen in that month.
    CHECK(months_read_by({"report", "--json"}) == Months{"2026-09", "2026-10", "2026-11"});
}

TEST_CASE("the report goes back further for a cadence, newest first, and no further than needed") {
    test::Program program(ten_years());
    auto& people = program.files.files["/home/me/kith/people.toml"];
    people += "every = \"1y\"\n"; // Old Friend, last seen in December 2018.
    CHECK(program.run({"report", "--json"}).status == 0);
    const auto months = months_read(program);
    CHECK(months.front() == "2018-12");
    CHECK(months.back() == "2026-11");
}

TEST_CASE("the due list goes newest first only until everyone with a cadence has been seen") {
    CHECK(months_read_by({"followup"}) == Months{"2026-09", "2026-10", "2026-11"});
}

TEST_CASE("a list opens the months of its days only") {
    CHECK(months_read_by({"log", "list", "--since", "2020-02-03", "--until", "2020-03-01"}) ==
          Months{"2020-02", "2020-03"});
}

TEST_CASE("an export opens what it writes, and for people no log") {
    CHECK(months_read_by({"export", "people", "--as", "vcard"}).empty());
    CHECK(months_read_by({"export", "log", "--since", "2020-02-03", "--until", "2020-03-01"}) ==
          Months{"2020-02", "2020-03"});
}

TEST_CASE("the calendar opens the months of its days only") {
    CHECK(months_read_by({"report", "calendar", "2020"}).size() == 12);
    CHECK(months_read_by({"report", "calendar"}).front() == "2025-11");
    CHECK(months_read_by({"report", "calendar", "--of", "2018-03-01", "--with", "bo"}).back() == "2018-03");
    CHECK(months_read_by({"report", "calendar", "2011"}).empty());
}

TEST_CASE("the report of a few days opens the eight weeks of its calendar") {
    CHECK(months_read_by({"report", "--since", "2026-11-20", "--as", "html"}) ==
          Months{"2026-09", "2026-10", "2026-11"});
}

TEST_CASE("people, events and the strategy open no month") {
    CHECK(months_read_by({"event", "list"}).empty());
    CHECK(months_read_by({"strategy", "post", "list"}).empty());
    CHECK(months_read_by({"person", "add", "Jane Doe"}).empty());
    CHECK(months_read_by({"event", "add", "Meetup", "--on", "2026-12-01"}).empty());
}

TEST_CASE("a refused command writes nothing at all") {
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"log", "Coffee", "--via", "nonsense"},
                                                      {"followup", "done", "nope"},
                                                      {"log", "tomorrow: x"},
                                                      {"event", "met", "nope", "A B"}}) {
        test::Program program(ten_years());
        const auto before = program.files.files;
        CHECK(program.run(arguments).status != 0);
        CHECK(program.files.files == before);
    }
}

TEST_CASE("done in the middle of a failure completes on the second run") {
    test::Program program(std::map<std::string, std::string>{
        {"people.toml", "[[person]]\nid = \"ana-souza\"\nname = \"Ana Souza\"\n"},
        {"followups/2026.toml", "[[followup]]\nid = \"m3qd8w1z\"\ncreated = 2026-11-01\ndue = "
                                "2026-11-20\nwith = [\"ana-souza\"]\nevery = \"2w\"\n"}});
    program.files.fail_at_replace(2); // The interaction is written, the follow-up is not.
    CHECK(program.run({"followup", "done", "m3qd"}).status == 1);
    CHECK(program.run({"check"}).status == 0);
    const auto log = program.file("log/2026-11.toml");
    REQUIRE(log.has_value());
    CHECK(program.run({"followup", "done", "m3qd"}).status == 0);
    CHECK(program.file("log/2026-11.toml") == log);
    const auto followups = program.file("followups/2026.toml").value_or("");
    CHECK(followups.find("done = 2026-11-22") != std::string::npos);
    CHECK(program.run({"followup", "done", "m3qd"}).status == 0);
    CHECK(program.file("followups/2026.toml") == followups);
}

TEST_CASE("met that is cut off at any write completes on the second run") {
    for (std::size_t nth = 1; nth <= 4; ++nth) {
        test::Program program(
            {{"people.toml", ""},
             {"events/2026.toml", "[[event]]\nid = \"meetup\"\nname = \"Meetup\"\nstart = 2026-11-19\n"}});
        program.files.fail_at_replace(nth);
        CHECK(program.run({"event", "met", "meetup", "Ana Souza", "Bo Li"}).status == 1);
        CHECK(program.run({"check"}).status == 0);
        CHECK(program.run({"event", "met", "meetup", "Ana Souza", "Bo Li"}).status == 0);
        const auto log = program.file("log/2026-11.toml").value_or("");
        const auto count = [](const std::string& text, const std::string& part) {
            int found = 0;
            for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
            return found;
        };
        CHECK(count(log, "[[interaction]]") == 2);
        CHECK(count(program.file("people.toml").value_or(""), "[[person]]") == 2);
        CHECK(count(program.file("followups/2026.toml").value_or(""), "[[followup]]") == 2);
        CHECK(count(program.file("events/2026.toml").value_or(""), "\"ana-souza\", \"bo-li\"") == 1);
    }
}

TEST_CASE("an entry moved to another month keeps its comments and is never gone") {
    const std::string record =
        "[[interaction]]\nid = \"k7f2q9xa\" # mine\ndate = 2026-11-02\nnote = 'kept' # as typed\nmood = \"good\"\n";
    for (std::size_t nth = 0; nth <= 3; ++nth) {
        test::Program program(std::map<std::string, std::string>{{"log/2026-11.toml", record}});
        if (nth > 0) program.files.fail_at_replace(nth);
        CHECK(program.run({"log", "edit", "k7f2", "--on", "2026-10-30"}).status == (nth > 0 ? 1 : 0));
        const std::string all =
            program.file("log/2026-10.toml").value_or("") + program.file("log/2026-11.toml").value_or("");
        CHECK(all.find("note = 'kept' # as typed\nmood = \"good\"\n") != std::string::npos);
        const auto listed = program.run({"log", "list", "--format", "{id}"});
        CHECK(listed.out == "k7f2q9xa\n");
    }
}

TEST_CASE("an answer that cannot be written is an error, not a silence") {
    test::Program program(ten_years());
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    std::ostringstream err;
    std::istringstream in;
    commands::Environment environment{program.today,
                                      [](const std::string&) { return std::optional<std::string>("/home/me/kith"); },
                                      program.files,
                                      program.processes,
                                      {},
                                      [] { return std::uint64_t{1}; },
                                      in,
                                      out,
                                      err};
    const std::vector<std::string> arguments{"log", "list", "--today", "2026-11-22"};
    CHECK(commands::run(arguments, environment) == 1);
    CHECK(err.str() == "kith: the answer could not be written to the output\n");
}

TEST_CASE("on a narrow terminal the reasons of the due list stand in a line of their own, and nothing is wider") {
    test::Program program(std::map<std::string, std::string>{
        {"people.toml", "[[person]]\nid = \"nora\"\nname = \"Nora O'Neill\"\nevery = \"3w\"\n"},
        {"log/2026-10.toml",
         "[[interaction]]\nid = \"k7f2q9xa\"\ndate = 2026-10-01\nwith = [\"nora\"]\nnote = \"Asks for my "
         "salary range, and then for much more than that\"\n"}});
    program.show_on(60);
    CHECK(program.run({"followup"}).out == "overdue  Thu 22 Oct  4 weeks ago  Nora O'Neill  reconnect\n"
                                           "          @nora  every 3 weeks, last 7 weeks ago: Asks for\n"
                                           "                 my salary range, and then for much more th…\n");
    CHECK(program.run({}).out.find("\n            @nora  every 3 weeks, last 7 weeks ago: ") != std::string::npos);
}
