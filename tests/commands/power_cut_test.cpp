// Every command that writes, with the power cut before each of its writes in turn: the journal stays whole, nothing
// that was there is gone, undo takes back what was written, and the command can be said again.
#include "program.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <sstream>

using kith::test::Outcome;
using kith::test::PowerCut;
using kith::test::Program;

namespace {

using Files = std::map<std::string, std::string>;
using Words = std::vector<std::string>;

const std::string home = "/home/me/kith/";

struct Case {
    Words command;
    std::vector<Words> before{}; ///< Said first, on the same journal.
    Files files{};               ///< Beside those of every journal here.
    std::string input{};
};

Files journal() {
    return {
        {"people.toml", "[[person]]\nid = \"ana\"\nname = \"Ana Souza\"\nevery = \"3w\"\n\n[[person]]\nid = \"bo\"\n"
                        "name = \"Bo Li\"\naliases = [\"bob\"]\n\n[group.rust]\nevery = \"4w\"\n"},
        {"log/2026-10.toml", "[[interaction]]\nid = \"a1\"\ndate = 2026-10-01\nwith = [\"bo\"]\n"},
        {"log/2026-11.toml", "[[interaction]]\nid = \"a2\"\ndate = 2026-11-19\nwith = [\"ana\"]\nnote = \"Tea\"\n"},
        {"events/2026.toml", "[[event]]\nid = \"conf\"\nname = \"Conf\"\nstart = 2026-11-19\n"},
        {"followups/2026.toml", "[[followup]]\nid = \"f1\"\ncreated = 2026-11-01\ndue = 2026-11-20\nwith = [\"ana\"]\n"
                                "every = \"2w\"\n\n[[followup]]\nid = \"f2\"\ncreated = 2026-11-02\ndue = 2026-11-21\n"
                                "with = [\"bo\"]\nevent = \"conf\"\n"},
        {"strategy.toml", "[[platform]]\nid = \"linkedin\"\ntopics = []\n\n[[goal]]\nid = \"g\"\ntext = \"G\"\n\n"
                          "[[post]]\nid = \"p\"\ntitle = \"P\"\nplatform = \"linkedin\"\n"},
    };
}

std::vector<Case> cases() {
    const std::string misplaced = "[[interaction]]\nid = \"m1\"\ndate = 2026-10-05\nwith = [\"ana\"]\n\n"
                                  "[[interaction]]\nid = \"m2\"\ndate = 2026-11-05\nwith = [\"ana\"]\n";
    return {
        {{"log", "Coffee with Ana"}},
        {{"log", "Lunch", "--with", "Eva Ruiz", "--event", "conf", "--follow-up", "next week: call her"}},
        {{"log", "-"}, {}, {}, "1 oct: Tea with Ana\n2 nov: Tea with Bo\nTea alone\n"},
        {{"log", "edit", "a2", "--note", "Green tea"}},
        {{"log", "edit", "a2", "--on", "2026-10-15"}},
        {{"log", "remove", "a1", "a2", "--yes"}},
        {{"event", "add", "Meetup", "--on", "2027-01-02"}},
        {{"event", "met", "conf", "Eva Ruiz: hiring", "Bo Li", "Kim Oh"}},
        {{"event", "attend", "conf"}},
        {{"event", "skip", "conf"}},
        {{"event", "edit", "conf", "--on", "2027-01-03"}},
        {{"event", "remove", "conf"}},
        {{"followup", "add", "send slides", "--with", "ana", "--on", "2026-12-01"}},
        {{"followup", "done", "f1", "f2", "@ana", "talked to them"}},
        {{"followup", "snooze", "f1", "f2", "@ana", "2w"}},
        {{"followup", "drop", "f2"}},
        {{"followup", "edit", "f1", "--note", "soon"}},
        {{"person", "add", "Eva Ruiz", "--every", "2w"}},
        {{"person", "edit", "ana", "--city", "Lisbon"}},
        {{"person", "group", "rust", "--every", "2w"}},
        {{"person", "merge", "ana", "bo"}},
        {{"person", "remove", "ana"}},
        {{"strategy", "balance", "40", "--per-week", "2", "--events-per-month", "1"}},
        {{"strategy", "goal", "done", "g"}},
        {{"strategy", "topic", "add", "Diagnostics"}},
        {{"strategy", "platform", "edit", "linkedin", "--per-week", "3"}},
        {{"strategy", "post", "publish", "p", "--url", "https://example.org/p"}},
        {{"strategy", "remove", "goal", "g"}},
        {{"init"}},
        {{"check", "--fix"}, {}, {{"log/2026-09.toml", misplaced}}},
        {{"undo"}, {{"log", "Lunch", "--with", "Eva Ruiz", "--follow-up", "tomorrow: call her"}}},
        {{"undo"}, {{"log", "edit", "a2", "--on", "2026-10-15"}}},
        {{"undo"}, {{"log", "edit", "a2", "--on", "2026-10-15"}, {"undo"}}},
        {{"undo", "3"},
         {{"log", "edit", "a1", "--note", "x"},
          {"log", "edit", "a2", "--on", "2026-10-15"},
          {"log", "edit", "a2", "--on", "2026-11-16"}}},
    };
}

Program program_for(const Case& each) {
    auto files = journal();
    files.insert(each.files.begin(), each.files.end());
    Program program(files);
    program.variables["XDG_STATE_HOME"] = "/home/me/.state";
    for (const auto& words : each.before) CHECK(program.run(words).status == 0);
    program.input = each.input;
    return program;
}

Files journal_in(const Program& program) {
    Files files;
    for (const auto& [path, text] : program.files.files)
        if (path.starts_with(home)) files.emplace(path.substr(home.size()), text);
    return files;
}

/// `person ana`, for each record.
std::set<std::string> records_in(const Files& files) {
    std::set<std::string> records;
    for (const auto& [name, text] : files) {
        std::istringstream lines(text);
        std::string kind;
        for (std::string line; std::getline(lines, line);) {
            if (line.starts_with("[[")) kind = line.substr(2, line.find(']') - 2);
            if (line.starts_with("id = \"")) records.insert(kind + " " + line.substr(6, line.rfind('"') - 6));
        }
    }
    return records;
}

/// What the two have in common.
std::set<std::string> common(const std::set<std::string>& a, const std::set<std::string>& b) {
    std::set<std::string> both;
    std::ranges::set_intersection(a, b, std::inserter(both, both.end()));
    return both;
}

bool runs_out_of_power(Program& program, const Words& words, std::size_t change) {
    program.files.cut_power_at(change);
    bool is_cut = false;
    try {
        (void)program.run(words);
    } catch (const PowerCut&) {
        is_cut = true;
    }
    program.files.cut_power_at(0);
    return is_cut;
}

/// Nothing that is not read as it was meant, and all that was there before and is to stay.
void expect_whole(Program& program, const std::set<std::string>& kept) {
    program.input.clear();
    const auto checked = program.run({"check"});
    const auto records = records_in(journal_in(program));
    CHECK(std::ranges::includes(records, kept));
    // Of a record on its way to another file it is said that it belongs there, and of its copy that it is one.
    const bool is_on_its_way =
        checked.out.find("belongs in ") != std::string::npos || checked.out.find(": a copy of '") != std::string::npos;
    CHECK_MESSAGE((checked.status == 0 || is_on_its_way), checked.out);
    CHECK(program.run({"check", "--fix"}).status == 0);
    CHECK(std::ranges::includes(records_in(journal_in(program)), kept));
}

/// What was written only into the system's memory is lost with the power.
void forget_what_was_put(Program& program) {
    std::erase_if(program.files.files, [](const auto& file) { return file.first.starts_with("/home/me/.state"); });
}

std::string in_words(const Words& words) {
    std::string text;
    for (const auto& word : words) text += word + " ";
    return text;
}

} // namespace

TEST_CASE("a power cut before any write leaves a whole journal, and the command can be said again") {
    std::size_t cuts = 0;
    for (const auto& each : cases()) {
        CAPTURE(in_words(each.command));
        auto whole = program_for(each);
        const auto before = records_in(journal_in(whole));
        REQUIRE(whole.run(each.command).status == 0);
        const auto done = journal_in(whole);
        const auto kept = common(before, records_in(done));
        for (std::size_t change = 1;; ++change) {
            CAPTURE(change);
            auto program = program_for(each);
            if (!runs_out_of_power(program, each.command, change)) break;
            ++cuts;
            if (change % 2 == 0) forget_what_was_put(program);
            auto other = program;
            expect_whole(other, kept);
            CHECK(other.run({"log", "Tea with Bo"}).status == 0);
            if (each.command.front() == "undo" || each.command.size() < 2) continue; // Said again it would be a redo.
            program.input = each.input;
            const auto again = program.run(each.command);
            expect_whole(program, kept);
            // What was done already may be refused, and what is gone cannot be named again.
            const bool is_done = journal_in(program) == done || each.command.at(1) == "remove";
            CHECK_MESSAGE((again.status == 0 || is_done), again.err);
        }
    }
    CHECK(cuts > 100);
    MESSAGE(cuts, " power cuts");
}

TEST_CASE("what was written before a power cut is taken back as it was") {
    for (const auto& each : cases()) {
        if (each.command.front() == "undo") continue; // Taken back, it is a redo.
        CAPTURE(in_words(each.command));
        const auto before = journal_in(program_for(each));
        for (std::size_t change = 1;; ++change) {
            CAPTURE(change);
            auto program = program_for(each);
            if (!runs_out_of_power(program, each.command, change)) break;
            const auto cut_off = journal_in(program);
            const bool is_noted = std::ranges::any_of(
                program.files.files, [](const auto& file) { return file.first.starts_with("/home/me/.state"); });
            if (cut_off == before || !is_noted) continue; // A single file, and cut off between it and its note.
            const auto undone = program.run({"undo"});
            CHECK_MESSAGE(undone.status == 0, undone.err);
            CHECK(journal_in(program) == before);
        }
    }
}

TEST_CASE("a disk that fills up between two files leaves a whole journal and a way back, and says so") {
    for (const auto& each : cases()) {
        CAPTURE(in_words(each.command));
        const auto before = journal_in(program_for(each));
        for (std::size_t nth = 1;; ++nth) {
            CAPTURE(nth);
            auto program = program_for(each);
            program.files.fail_at_replace(nth);
            const auto outcome = program.run(each.command);
            if (outcome.status == 0) break;
            CHECK(outcome.status == 1);
            CHECK(outcome.err.find("kith: cannot write " + home) != std::string::npos);
            const bool is_changed = journal_in(program) != before;
            CHECK((outcome.err.find("'kith undo' takes it back") != std::string::npos) == is_changed);
            if (!is_changed) continue;
            CHECK(program.run({"undo"}).status == 0);
            CHECK(journal_in(program) == before);
        }
    }
}
