#include "program.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

using kith::test::Program;

namespace {

using Files = std::map<std::string, std::string>;

constexpr auto people = "[[person]]\nid = \"ana\"\nwas = [\"ana-s\"]\nname = \"Ana Souza\"\n";

std::string interaction(const std::string& id, const std::string& date, const std::string& more = {}) {
    return "[[interaction]]\nid = \"" + id + "\"\ndate = " + date + "\nwith = [\"ana\"]\n" + more;
}

/// The findings without the directory.
std::string said(const std::string& out) {
    std::string text = out;
    const std::string directory = "/home/me/kith/";
    for (auto at = text.find(directory); at != std::string::npos; at = text.find(directory))
        text.erase(at, directory.size());
    return text;
}

/// All regular keys, each used as it should be.
Files sound_journal() {
    return {
        {"people.toml", std::string(people) +
                            "every = \"3w\"\nlate = \"4w\"\nbirthday = \"02-29\"\n"
                            "handles = { linkedin = \"a\" }\nshoe_size = 38\n\n[group.rust]\nevery = \"4w\"\n"},
        {"strategy.toml",
         "[balance]\nin_person = 40\n[in_person]\nper_week = 2\n\n[[goal]]\nid = \"g\"\ntext = \"G\"\n\n[[audience]]\n"
         "id = \"a\"\ntext = \"A\"\n\n[[platform]]\nid = \"linkedin\"\ngoals = [\"g\"]\naudience = "
         "[\"a\"]\n\n[[topic]]\n"
         "id = \"t\"\ntext = \"T\"\n\n[[channel]]\nid = \"climbing\"\nmode = \"in-person\"\n\n[[post]]\nid = \"p\"\n"
         "title = \"P\"\nplatform = \"linkedin\"\ntopic = \"t\"\n"},
        {"config.toml", "week_start = \"sunday\"\n[event]\nfollow_up = \"none\"\n"},
        {"log/2026-10.toml",
         interaction("a1", "2026-10-01", "channel = \"climbing\"\n") + "\n" +
             interaction("a2", "2026-10-01T09:00:00", "channel = \"linkedin\"\nkind = \"comment\"\n")},
        {"log/2026-11.toml",
         "[[interaction]]\nid = \"a3\"\ndate = 2026-11-22\nwith = [\"ana-s\"]\nchannel = \"coffee\"\n"
         "mode = \"online\"\nby = \"them\"\nhelp = \"asked\"\nevent = \"conf\"\ncloses = \"f1\"\n"},
        {"events/2026.toml", "[[event]]\nid = \"conf\"\nname = \"Conf\"\nstart = 2026-09-09\nend = 2026-09-09\n"
                             "status = \"attended\"\nmet = [\"ana\"]\n"},
        {"followups/2026.toml", "[[followup]]\nid = \"f1\"\ncreated = 2026-11-01\ndue = 2027-01-02\nwith = [\"ana\"]\n"
                                "action = \"coffee\"\nevery = \"+2w\"\norigin = \"a1\"\nevent = \"conf\"\n"
                                "done = 2026-11-22\nclosed_by = \"a3\"\n"}};
}

} // namespace

TEST_CASE("check finds nothing in a sound journal, nor in an empty one") {
    Program program(sound_journal());
    const auto outcome = program.run({"check"});
    CHECK(outcome.out == "");
    CHECK(outcome.err == "kith: checked 7 files, 12 records: all well\n");
    CHECK(outcome.status == 0);
    CHECK(program.run({"check", "--json"}).out == "[]\n");
    CHECK(program.run({"check", "-q"}).err == "");
    CHECK(program.files.locked_paths().empty());
    CHECK(Program().run({"check"}).err == "kith: checked 0 files, 0 records: all well\n");
}

TEST_CASE("check says what is wrong within a record, with its line") {
    struct Case {
        std::string file;
        std::string text;
        std::string out; ///< Whole lines, without the directory.
    };
    const std::string month = "log/2026-11.toml";
    const std::string start = interaction("a1", "2026-11-02");
    const std::vector<Case> cases{
        {month, start + "mode = \"both\"\n",
         "log/2026-11.toml:5: error: interaction: 'mode' cannot be 'both'; it takes online, in-person\n"},
        {month, start + "by = \"us\"\n",
         "log/2026-11.toml:5: error: interaction: 'by' cannot be 'us'; it takes me, them\n"},
        {month, start + "help = \"yes\"\n",
         "log/2026-11.toml:5: error: interaction: 'help' cannot be 'yes'; it takes offered, asked, received\n"},
        {month, start + "minutes = \"45\"\n",
         "log/2026-11.toml:5: error: interaction: 'minutes' should be a whole number, not a text\n"},
        {month, start + "kind = \"chess\"\n",
         "log/2026-11.toml:5: remark: interaction: 'kind' is 'chess', a value of your own; the usual ones are comment, "
         "share, "
         "advice, message, call, meeting, introduction, collaboration, post\n"},
        {month, start + "channel = \"pigeon\"\n",
         "log/2026-11.toml:5: remark: interaction: 'channel' names the channel 'pigeon', which is not there\n"},
        {month, start + "event = \"x\"\ncloses = \"y\"\n",
         "log/2026-11.toml:5: remark: interaction: 'event' names the event 'x', which is not there\n"
         "log/2026-11.toml:6: remark: interaction: 'closes' names the followup 'y', which is not there\n"},
        {month, start + "tag = [\"a\"]\nmood = \"good\"\n",
         "log/2026-11.toml:5: remark: interaction: 'tag' is a key of your own; did you mean 'tags'?\n"},
        {month, "[[interaction]]\nid = \"a\"\nwith = [\"bo\"]\n",
         "log/2026-11.toml:1: error: interaction: 'date' is missing\n"
         "log/2026-11.toml:3: remark: interaction: 'with' names 'bo', who is not among the people\n"},
        {month, "[[interaction]]\ndate = 2026-11-02\n",
         "log/2026-11.toml:1: remark: interaction: it has no 'id'; give it one of its own\n"},
        {month, interaction("a", "2026-11-23"),
         "log/2026-11.toml:3: remark: interaction: it is dated 2026-11-23, which is still to come; plans are "
         "follow-ups\n"},
        {month,
         interaction("a", "2026-11-03") + "\n" + interaction("b", "2026-11-02") + "\n" + interaction("c", "2026-11-02"),
         ""}, // Of whatever order: records are sorted when they are read.
        {month, "[[interactions]]\nid = \"a\"\n\n[[mood]]\ngood = true\n",
         "log/2026-11.toml:1: remark: interactions: no kind of record that kith knows; did you mean interaction?\n"},
        {month, "[[followup]]\nid = \"a\"\n",
         "log/2026-11.toml:1: error: [[followup]] is not read in this file; it belongs in followups/\n"},
        {month, "[interaction]\nid = \"a\"\n",
         "log/2026-11.toml:2: error: [interaction] is not read as a record; write [[interaction]]\n"},
        {"log/2026-11.toml", "# mine\ninteraction = [\n  { id = \"a\", date = 2026-11-20 },\n]\n",
         "log/2026-11.toml:2: error: 'interaction' is not read as records; write [[interaction]] above the keys of "
         "each\n"},
        {"events/2026.toml", "[[event]]\nid = \"e\"\nstart = 2026-09-09\nend = 2026-09-08\nstatus = \"gone\"\n",
         "events/2026.toml:1: remark: event: it has no 'name'\n"
         "events/2026.toml:4: error: event: it ends on 2026-09-08, before it starts\n"
         "events/2026.toml:5: error: event: 'status' cannot be 'gone'; it takes planned, attended, skipped\n"},
        {"followups/2026.toml",
         "[[followup]]\nid = \"f\"\ncreated = 2026-11-01\ndue = 2026-12-01\naction = \"chess\"\nevery = \"often\"\n"
         "done = 2026-11-02\ndropped = 2026-11-03\n",
         "followups/2026.toml:1: remark: followup: it says with nobody ('with' is empty)\n"
         "followups/2026.toml:5: remark: followup: 'action' is 'chess', a value of your own; the usual ones are "
         "coffee, "
         "message, collaborate, introduce, share, other\n"
         "followups/2026.toml:6: error: followup: 'every' cannot be 'often'; write a period such as 2w, or +2w to "
         "count from "
         "the due date\n"
         "followups/2026.toml:8: error: followup: 'done' and 'dropped' exclude each other; keep one\n"},
        {"people.toml", "[[person]]\nid = \"ana\"\nevery = \"3 moons\"\nbirthday = \"2 may\"\nmet_at = \"x\"\n",
         "people.toml:1: remark: person: it has no 'name'\n"
         "people.toml:3: error: person: '3 moons' is not a period such as 3d, 2w, 1m or 1y\n"
         "people.toml:4: error: person: 'birthday' cannot be '2 may'; write 1990-05-02, or \"05-02\" without the year\n"
         "people.toml:5: remark: person: 'met_at' names the event 'x', which is not there\n"},
        {"people.toml", std::string(people) + "every = \"3w\"\nlate = \"2w\"\n\n[group.rust]\nevery = 4\n",
         "people.toml:6: remark: person: 'late' is shorter than 'every'\n"
         "people.toml:9: error: 'group.rust.every' should be a text in quotes; the value is left out\n"},
        {"strategy.toml",
         "[balance]\nin_person = 101\n\n[[goal]]\nid = \"g\"\nby = \"soon\"\n\n[[platform]]\nid = \"p\"\ngoals = "
         "[\"x\"]\n"
         "audience = [\"y\"]\n\n[[channel]]\nid = \"c\"\n\n[[post]]\nid = \"w\"\ntitle = \"T\"\nplatform = "
         "\"q\"\ntopic = \"z\"\n",
         "strategy.toml:2: error: 'balance.in_person' should be a whole number from 0 to 100; the value is left out\n"
         "strategy.toml:4: remark: goal: it has no 'text'\n"
         "strategy.toml:6: error: goal: 'by' should be a date such as 2026-11-22, not a text\n"
         "strategy.toml:10: remark: platform: 'goals' names the goal 'x', which is not there\n"
         "strategy.toml:11: remark: platform: 'audience' names the audience 'y', which is not there\n"
         "strategy.toml:13: error: channel: it has no 'mode'; it takes online, in-person\n"
         "strategy.toml:19: remark: post: 'platform' names the platform 'q', which is not there\n"
         "strategy.toml:20: remark: post: 'topic' names the topic 'z', which is not there\n"},
        {"config.toml", "week_start = \"friday\"\n",
         "config.toml:1: error: 'week_start' should be \"monday\" or \"sunday\"; the value is left out\n"},
        {"log/november.toml", "broken",
         "log/november.toml: remark: this file is not read; the log's files are named like 2026-11.toml\n"},
        {"events/2026.toml~", "",
         "events/2026.toml~: remark: this file is not read; the files here are named like 2026.toml\n"},
    };
    for (const auto& each : cases) {
        Files files{{"people.toml", people}};
        files[each.file] = each.text;
        Program program(files);
        const auto outcome = program.run({"check"});
        CHECK(said(outcome.out) == each.out);
        CHECK(outcome.status == (each.out.find(": error: ") == std::string::npos ? 0 : 1));
    }
}

TEST_CASE("check reports every file that does not parse and goes on with the others") {
    Program program({{"people.toml", "[[person]]\nid = \n"},
                     {"log/2026-10.toml", "<<<<<<< HEAD\n"},
                     {"log/2026-11.toml", interaction("a1", "2026-11-02", "by = \"us\"\n")}});
    const auto outcome = program.run({"check", "--fix"});
    const std::string out = said(outcome.out);
    CHECK(out.starts_with("people.toml:2:"));
    CHECK(out.find("\nlog/2026-10.toml:1:1: error: git left a conflict here") != std::string::npos);
    CHECK(out.ends_with("log/2026-11.toml:5: error: interaction: 'by' cannot be 'us'; it takes me, them\n"));
    CHECK(std::ranges::count(out, '\n') == 3);
    CHECK(outcome.err == "kith: checked 3 files, 1 record: 3 errors, 0 remarks\n");
    CHECK(outcome.status == 1);
    CHECK(program.files.replaced_paths().empty());
}

TEST_CASE("a file that cannot be read is an error of its own") {
    Program program(sound_journal());
    program.files.fail_to_read("/home/me/kith/log/2026-10.toml");
    const auto outcome = program.run({"check"});
    CHECK(said(outcome.out) == "log/2026-10.toml: error: cannot read log/2026-10.toml: Input/output error\n");
    CHECK(outcome.status == 1);
}

TEST_CASE("check finds ids that mean more than one record") {
    Program program(
        {{"people.toml",
          "[[person]]\nid = \"ana\"\nname = \"Ana\"\naliases = [\"A\"]\n\n[[person]]\nid = \"ana\"\n"
          "name = \"Anna\"\n\n[[person]]\nid = \"bo\"\nname = \"Bo\"\nwas = [\"ana\", \"bo-l\"]\n\n[[person]]\n"
          "id = \"cy\"\nname = \"BO\"\naliases = [\"a\"]\nwas = [\"bo-l\"]\n"},
         {"log/2026-10.toml", interaction("a1", "2026-10-02")},
         {"log/2026-11.toml", interaction("a1", "2026-11-02")}});
    const auto outcome = program.run({"check", "--fix"});
    CHECK(
        said(outcome.out) ==
        "people.toml:6: error: person: the id 'ana' is also that of people.toml:1; give one of them another id\n"
        "people.toml:13: error: person: 'was' claims 'ana', which is also people.toml:1's; keep it with one of them\n"
        "people.toml:17: remark: person: somebody else is called 'BO' too, at people.toml:10; where they are one "
        "person: kith "
        "person merge\n"
        "people.toml:18: remark: person: somebody else is called 'a' too, at people.toml:1; where they are one person: "
        "kith "
        "person merge\n"
        "people.toml:19: error: person: 'was' claims 'bo-l', which is also people.toml:10's; keep it with one of them\n"
        "log/2026-11.toml:1: error: interaction: the id 'a1' is also that of log/2026-10.toml:1; give one of them "
        "another id\n");
    CHECK(outcome.status == 1);
    CHECK(program.files.replaced_paths().empty());
}

TEST_CASE("check --fix takes out copies, also of records in the wrong file") {
    const std::string kept = interaction("a1", "2026-11-02");
    const Files files{{"people.toml", people},
                      {"log/2026-10.toml", "# October\n\n" + kept + "\n" + interaction("a2", "2026-10-03")},
                      {"log/2026-11.toml", kept + "\n" + kept + "\n" + kept}};
    Program program(files);
    const auto found = program.run({"check"});
    CHECK(said(found.out) ==
          "log/2026-10.toml:3: error: this interaction belongs in log/2026-11.toml; 'kith check --fix' moves it\n"
          "log/2026-10.toml:3: error: interaction: a copy of 'a1' at log/2026-11.toml:1; 'kith check --fix' takes it "
          "out\n"
          "log/2026-11.toml:6: error: interaction: a copy of 'a1' at log/2026-11.toml:1; 'kith check --fix' takes it "
          "out\n"
          "log/2026-11.toml:11: error: interaction: a copy of 'a1' at log/2026-11.toml:1; 'kith check --fix' takes it "
          "out\n");
    CHECK(found.status == 1);
    const auto mended = program.run({"check", "--fix"});
    CHECK(mended.out == "took out the copy of the interaction a1 in log/2026-10.toml\n"
                        "took out the copy of the interaction a1 in log/2026-11.toml\n"
                        "took out the copy of the interaction a1 in log/2026-11.toml\n");
    CHECK(mended.err == "kith: checked 3 files, 3 records: all well\n");
    CHECK(mended.status == 0);
    CHECK(program.file("log/2026-10.toml") == "# October\n\n" + interaction("a2", "2026-10-03"));
    CHECK(program.file("log/2026-11.toml") == kept);
    CHECK(program.run({"check", "--fix"}).err == "kith: checked 3 files, 3 records: all well\n");
}

namespace {

Files misplaced_journal() {
    return {{"people.toml", people},
            {"log/2026-10.toml", interaction("a1", "2026-10-02") + "\n# about September\n" +
                                     interaction("b1", "2026-09-05", "mood = \"good\"  # mine\n") + "\n" +
                                     interaction("c1", "2026-11-03") + "\n" + interaction("b2", "2026-09-04")},
            {"log/2026-11.toml", interaction("c0", "2026-11-02") + "\n" + interaction("a2", "2026-10-03") + "\n" +
                                     interaction("c2", "2026-11-04")},
            {"followups/2027.toml",
             "[[followup]]\nid = \"f\"\ncreated = 2026-12-30\ndue = 2027-01-02\nwith = [\"ana\"]\n"}};
}

const Files mended_files{
    {"log/2026-09.toml", interaction("b2", "2026-09-04") + "\n# about September\n" +
                             interaction("b1", "2026-09-05", "mood = \"good\"  # mine\n")},
    {"log/2026-10.toml", interaction("a1", "2026-10-02") + "\n" + interaction("a2", "2026-10-03")},
    {"log/2026-11.toml",
     interaction("c0", "2026-11-02") + "\n" + interaction("c1", "2026-11-03") + "\n" + interaction("c2", "2026-11-04")},
    {"followups/2026.toml", "[[followup]]\nid = \"f\"\ncreated = 2026-12-30\ndue = 2027-01-02\nwith = [\"ana\"]\n"},
    {"followups/2027.toml", ""}};

} // namespace

TEST_CASE("check --fix moves records to the file of their date, with their comments and keys") {
    Program program(misplaced_journal());
    const auto outcome = program.run({"check", "--fix"});
    CHECK(outcome.out == "moved the interaction b1 from log/2026-10.toml to log/2026-09.toml\n"
                         "moved the interaction c1 from log/2026-10.toml to log/2026-11.toml\n"
                         "moved the interaction b2 from log/2026-10.toml to log/2026-09.toml\n"
                         "moved the interaction a2 from log/2026-11.toml to log/2026-10.toml\n"
                         "moved the followup f from followups/2027.toml to followups/2026.toml\n");
    CHECK(outcome.err == "kith: checked 6 files, 9 records: all well\n");
    CHECK(outcome.status == 0);
    for (const auto& [name, text] : mended_files) CHECK(program.file(name) == text);
}

TEST_CASE("check --fix --dry-run shows the diff, writes nothing, and tells what would be left") {
    Program program(misplaced_journal());
    const auto before = program.files.files;
    const auto outcome = program.run({"check", "--fix", "--dry-run"});
    CHECK(program.files.files == before);
    CHECK(outcome.out.starts_with("--- a/log/2026-10.toml\n"));
    CHECK(outcome.out.find("moved") == std::string::npos);
    CHECK(outcome.err == "kith: checked 6 files, 9 records: all well\n");
    CHECK(outcome.status == 0);
}

TEST_CASE("a move cut off at any write loses no record") {
    for (std::size_t write = 1;; ++write) {
        CAPTURE(write);
        Program program(misplaced_journal());
        program.files.fail_at_replace(write);
        const bool is_complete = program.run({"check", "--fix"}).status == 0;
        const auto ids = program.run({"log", "list", "--format", "{id}"}).out;
        CHECK(ids == "b2\nb1\na1\na2\nc0\nc1\nc2\n");
        CHECK(program.run({"followup", "list", "--format", "{id}"}).out == "f\n");
        CHECK(program.run({"check", "--fix"}).status == 0);
        for (const auto& [name, text] : mended_files) CHECK(program.file(name) == text);
        if (is_complete) break;
        REQUIRE(write < 30);
    }
}

TEST_CASE("check --fix leaves alone what has more than one answer") {
    const Files files{{"people.toml", people},
                      {"log/2026-10.toml", interaction("a1", "2026-11-02")},
                      {"log/2026-09.toml", interaction("a1", "2026-11-03") + "\n" + interaction("a2", "2026-08-03")},
                      {"log/2026-08.toml", "broken\n"}};
    Program program(files);
    const auto before = program.files.files;
    CHECK(program.run({"check", "--fix"}).status == 1);
    CHECK(program.files.files == before);
}

TEST_CASE("check has its findings for scripts") {
    Program program({{"people.toml", people}, {"log/2026-11.toml", interaction("a1", "2026-11-02", "by = \"us\"\n")}});
    CHECK(program.run({"check", "--json"}).out == R"([
  {
    "file": "/home/me/kith/log/2026-11.toml",
    "line": 5,
    "severity": "error",
    "message": "interaction: 'by' cannot be 'us'",
    "hint": "it takes me, them"
  }
]
)");
    CHECK(program.run({"check", "--format", "{line} {severity}"}).out == "5 error\n");
}
