// Export and import are inverse; an import is one write, one step back, and one commit.
#include "../../src/commands/import_answer.hpp"
#include "program.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

namespace {

using kith::test::Program;
namespace fs = std::filesystem;

std::map<std::string, std::string> example_journal() {
    const fs::path root = KITH_SOURCE_DIR "/examples/journal";
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        files[fs::relative(entry.path(), root).string()] = {std::istreambuf_iterator<char>(file), {}};
    }
    return files;
}

/// Records that people write by hand, and texts that are hard on a format.
std::map<std::string, std::string> odd_journal() {
    return {
        {"people.toml", "[[person]]\nname = \"No Id\"\n\n"
                        "[[person]]\nid = \"x\"\nname = \"Zoë \\u0007 \\u202e 👩‍👩‍👧 \\\"q\\\" \\\\ "
                        "\\n\\t|,;\"\nbirthday = \"05-02\"\n"
                        "was = [\"y\", \"z\"]\nunknown = 1.5\nlate = \"5w\"\nsnoozed_until = 2026-12-01\n"
                        "imported = { from = \"linkedin\", key = \"in/x\", name = \"00000000\" }\n"
                        "[person.handles]\n\"a b\" = \"c\"\n\n[group.\"my friends\"]\nevery = \"2m\"\nlate = \"3m\"\n"},
        {"log/2026-11.toml", "[[interaction]]\ndate = 2026-11-22\nnote = \"no id\"\n\n"
                             "[[interaction]]\nid = \"a\"\ndate = 2026-11-22T18:30:00\nwith = [\"y\", \"nobody\"]\n"
                             "answered = false\nminutes = 0\nmode = \"online\"\ntags = [\"a\", \"b c\"]\n\n"
                             "[[interaction]]\nid = \"b\"\ndate = 2026-11-22\nnote = '''\nlines\n'''\n"},
        {"log/0001-01.toml", "[[interaction]]\nid = \"c\"\ndate = 0001-01-01\n"},
        {"events/2026.toml", "[[event]]\nid = \"e\"\nname = \"E\"\nstart = 2026-09-09T08:00:00\nend = 2026-09-11\n"},
        {"followups/2025.toml", "[[followup]]\nid = \"f\"\ncreated = 2025-12-31\ndue = 2026-01-01\nevery = \"+2w\"\n"
                                "snoozed = 3\ndropped = 2026-01-02\n"},
        {"followups/2026.toml", "[[followup]]\nid = \"g\"\ndue = 2026-01-01T09:00:00\ndone = 2026-01-03\n"},
        {"strategy.toml", "[balance]\nin_person = 0\n\n[in_person]\nevents_per_month = 2\n\n"
                          "[[channel]]\nid = \"climbing\"\nmode = \"in-person\"\n\n"
                          "[[post]]\nid = \"p\"\ntitle = \"T\"\non = 2026-12-01\n"}};
}

} // namespace

TEST_CASE("what is exported as JSON is the same journal once it is imported") {
    for (const auto& files : {example_journal(), odd_journal(), std::map<std::string, std::string>{}}) {
        Program here{files};
        const auto exported = here.run({"export", "all", "--as", "json"});
        REQUIRE(exported.status == 0);
        Program there;
        there.input = exported.out;
        const auto imported = there.run({"import", "--yes", "-"});
        if (exported.out.find("nobody") == std::string::npos) CHECK(imported.err.empty());
        CHECK(imported.status == 0);
        CHECK(there.run({"export", "all", "--as", "json"}).out == exported.out);
        const auto after = there.files.files;

        // Into itself it changes nothing, here and there.
        for (Program* program : {&here, &there}) {
            const auto before = program->files.files;
            program->input = exported.out;
            CHECK(program->run({"import", "--yes", "-"}).status == 0);
            CHECK(program->files.files == before);
        }
        CHECK(there.files.files == after);
    }
}

TEST_CASE("keys that kith does not know come along, as they stand") {
    const std::string people = "[[person]]\nid = \"ana\"\nname = \"Ana Souza\"\nfax = \"+351 1\" # home\n"
                               "rating = 1.5\nat = 08:30:00\nlists = [\n  [1, 2],\n]\n\n[person.custom]\na = 1\n";
    const std::string log = "[[interaction]]\nid = \"k7f2q9xa\"\ndate = 2026-11-20\nmood = \"good\"\n\n"
                            "[[interaction]]\nid = \"k7f2q9xb\"\ndate = 2026-11-21\nnote = \"\"\"\na = b\n\"\"\"\n";
    Program here{{{"people.toml", people}, {"log/2026-11.toml", log}}};
    for (const std::vector<std::string>& what : {std::vector<std::string>{"all"}, {"people"}}) {
        const auto exported = here.run({"export", what.front(), "--as", "json"});
        Program there;
        there.input = exported.out;
        REQUIRE(there.run({"import", "--yes", "-"}).status == 0);
        CHECK(there.files.files.at("/home/me/kith/people.toml") == people);
        const auto imported = there.files.files;
        there.input = exported.out;
        CHECK(there.run({"import", "--yes", "-"}).status == 0);
        CHECK(there.files.files == imported);
        CHECK(there.run({"export", what.front(), "--as", "json"}).out == exported.out);
    }
    CHECK(here.run({"export", "all", "--anonymous"}).out.find("rating") == std::string::npos);
}

TEST_CASE("what is under other and is more than keys is not taken") {
    for (const std::string other :
         {"id = \\\"x\\\"", "a = 1\\n[[person]]\\nid = \\\"x\\\"", "[group.x]\\nevery = \\\"1w\\\"", "a ="}) {
        CAPTURE(other);
        Program program;
        program.input = "[{\"id\": \"ana\", \"name\": \"Ana\", \"other\": \"" + other + "\"}]";
        const auto seen = program.run({"import", "--yes", "-"});
        CHECK(seen.status == 1);
        CHECK(seen.err ==
              "kith: standard input:1: 'other' should hold keys that kith does not know, as TOML; nothing was "
              "imported\n");
        CHECK(program.files.files.empty());
    }
}

TEST_CASE("what is odd in a journal of kith's own is told, and taken as it stands") {
    Program program{{{"people.toml", "[[person]]\nid = \"ana\"\nname = \"Ana\"\nwas = [\"a\"]\n"}}};
    const std::string json = R"({"people": [{"id": "bo li", "name": "Bo", "was": ["b"]}],
 "interactions": [{"date": "2026-11-20", "with": ["ana", "a", "bo li", "b", "eva"]}],
 "events": [{"id": "x/y", "name": "E", "start": "2026-11-20", "met": ["eva", "ida"]}],
 "followups": [{"due": "2026-11-20", "with": ["ida", "eva", "Ana"]}]})";
    for (const bool is_dry : {true, false}) {
        program.input = json;
        const auto seen = is_dry ? program.run({"import", "-n", "-"}) : program.run({"import", "--yes", "-"});
        CHECK(seen.status == 0);
        CHECK(seen.err.starts_with(
            "kith: standard input:1: the id 'bo li' has blanks or slashes, as kith's own never have\n"
            "kith: standard input:2: 'with' names 'eva', which is nobody's id here or in the file; it stays as "
            "written\n"
            "kith: standard input:3: the id 'x/y' has blanks or slashes, as kith's own never have\n"
            "kith: standard input:3: 'met' names 'ida', which is nobody's id here or in the file; it stays as written\n"
            "kith: standard input:4: 'with' names 'Ana', which is nobody's id here or in the file; it stays as "
            "written\n"));
    }
    CHECK(program.files.files.at("/home/me/kith/log/2026-11.toml").find("\"eva\"") != std::string::npos);
}

TEST_CASE("keys that kith does not know are named in the summary") {
    Program program;
    program.input = R"({"people": [{"id": "ana", "name": "Ana", "nick": "A"}], "songs": [{"id": "x"}]})";
    CHECK(program.run({"import", "--yes", "-"}).out == "people       1 new\nnew          people: Ana\npassed over  "
                                                       "keys of standard input: people.nick, songs\nwritten\n");
}

TEST_CASE("a journal that was exported before it was changed is put back, each record as it was") {
    Program program{example_journal()};
    const auto exported = program.run({"export", "all", "--as", "json"}).out;
    REQUIRE(program.run({"person", "edit", "ana", "--city", "Oslo"}).status == 0);
    REQUIRE(program.run({"event", "edit", "rustconf", "--on", "2027-01-01", "--until", "2027-01-02"}).status == 0);
    REQUIRE(program.run({"strategy", "balance", "70"}).status == 0);
    program.input = exported;
    CHECK(program.run({"import", "--yes", "-"}).status == 0);
    CHECK(program.run({"export", "all", "--as", "json"}).out == exported);
}

TEST_CASE("what cannot be taken back is said before it is written") {
    kith::exchange::Plan plan;
    CHECK(kith::commands::question_of(plan, true) == "Write this?");
    plan.people.added = {kith::core::Person{}, kith::core::Person{}};
    CHECK(kith::commands::question_of(plan, true) == "Write 2 people?");
    CHECK(kith::commands::question_of(plan, false) ==
          "Write 2 people, which is too much for 'kith undo' to take back?");
    plan.interactions.changed = {{{}, {}}};
    CHECK(kith::commands::question_of(plan, true) == "Write 2 people and change 1 entry?");
    plan.people.added = {};
    CHECK(kith::commands::question_of(plan, true) == "Change 1 entry?");
}

TEST_CASE("a first import can be taken back, and one into a long file where its lines are few enough") {
    const auto person = [](const std::string& id, std::size_t note) {
        return "[[person]]\nid = \"" + id + "\"\nname = \"" + id + "\"\nnote = \"" + std::string(note, 'x') + "\"\n";
    };
    const std::string question = "which is too much for 'kith undo' to take back";
    const auto asked = [&](const std::map<std::string, std::string>& journal, const std::string& cards) {
        Program program{journal};
        program.files.files["a.vcf"] = cards;
        program.terminal.input_is_terminal = true;
        program.input = "n\n";
        return program.run({"import", "a.vcf"}).err.find(question) != std::string::npos;
    };
    const std::string card = "BEGIN:VCARD\nVERSION:4.0\nFN:Rui Costa\nEND:VCARD\n";
    CHECK(!asked({}, card));
    const auto long_file = person("a", 10) + "\n" + person("b", 34'000'000) + "\n" + person("c", 10);
    CHECK(!asked({{"people.toml", long_file}}, card));
    const std::string both_ends = "BEGIN:VCARD\nVERSION:4.0\nUID:kith-person-a\nFN:a\nTITLE:CTO\nEND:VCARD\n"
                                  "BEGIN:VCARD\nVERSION:4.0\nUID:kith-person-c\nFN:c\nTITLE:CTO\nEND:VCARD\n";
    CHECK(asked({{"people.toml", long_file}}, both_ends));
}

TEST_CASE("a failure while it is written leaves the journal as it was") {
    Program program{example_journal()};
    program.files.files["new.vcf"] = "BEGIN:VCARD\nVERSION:4.0\nFN:Rui Costa\nEND:VCARD\n";
    const auto before = program.files.files;
    program.files.fail_at_replace(1);
    CHECK(program.run({"import", "--yes", "new.vcf"}).status == 1);
    CHECK(program.files.files == before);
    CHECK(program.run({"import", "--yes", "new.vcf"}).status == 0);
    CHECK(program.files.replaced_paths() == std::vector<std::string>{"/home/me/kith/people.toml"});
}

TEST_CASE("what is said of an import is whole on a narrow terminal") {
    Program program;
    program.terminal.width = 40;
    program.input = "name,email\nJohn Smith,a@example.org\nJohn Smith,b@example.org\n,\n";
    const auto seen = program.run({"import", "--as", "csv", "--yes", "-"});
    CHECK(seen.out.find("John Smith: if they are one,\n") != std::string::npos);
    CHECK(seen.out.find("kith person merge john-smith\n") != std::string::npos);
    CHECK(seen.out.find(" john-smith-2\n") != std::string::npos);
    CHECK(seen.out.find("…") == std::string::npos);
}

TEST_CASE("where standard input is the data the terminal itself is asked") {
    Program program;
    program.input = "name\nRui Costa\n";
    CHECK(program.run({"import", "--as", "csv", "-"}).status == 2);
    program.terminal.error_is_terminal = true;
    CHECK(program.run({"import", "--as", "csv", "-"}).status == 2);
    program.files.files["/dev/tty"] = "n\n";
    CHECK(program.run({"import", "--as", "csv", "-"}).status == 1);
    CHECK(!program.file("people.toml"));
    program.files.files["/dev/tty"] = "yes\n";
    const auto seen = program.run({"import", "--as", "csv", "-"});
    CHECK(seen.status == 0);
    CHECK(seen.err == "Write 1 person? [y/N] ");
    CHECK(program.file("people.toml"));
}

TEST_CASE("what would be written is told to programs as what was") {
    Program program;
    program.files.files["a.vcf"] = "BEGIN:VCARD\nVERSION:4.0\nFN:Rui Costa\nEND:VCARD\n";
    const auto planned = program.run({"import", "-n", "--json", "a.vcf"});
    CHECK(planned.err.empty());
    CHECK(!program.file("people.toml"));
    auto written = program.run({"import", "--yes", "--json", "a.vcf"}).out;
    const std::string done = "\"written\": true";
    REQUIRE(written.find(done) != std::string::npos);
    written.replace(written.find(done), done.size(), "\"written\": false");
    CHECK(planned.out == written);
    CHECK(program.run({"import", "-n", "--format", "{summary}", "a.vcf"}).out.find("@@") == std::string::npos);
}

TEST_CASE("a plan and its writing show how far they are") {
    std::string table = "name\n";
    for (int i = 0; i < 20000; ++i) table += "Person " + std::to_string(i) + "\n";
    Program program;
    program.files.files["a.csv"] = table;
    program.terminal.error_is_terminal = true;
    const auto seen = program.run({"import", "--yes", "a.csv"});
    CHECK(seen.err.find("\rcomparing with the journal  ") != std::string::npos);
    CHECK(seen.err.find("\rputting the records in place  ") != std::string::npos);
    CHECK(seen.err.ends_with(" \r"));
}

TEST_CASE("a large file shows how far it is to who waits at the terminal, and to nobody else") {
    std::string cards;
    for (int i = 0; i < 20; ++i) cards += "BEGIN:VCARD\nVERSION:4.0\nUID:1\nFN:Rui Costa\nEND:VCARD\n";
    cards += "BEGIN:VCARD\nVERSION:4.0\nFN:Eva Ruiz\nPHOTO:" + std::string(5'000'000, 'A') + "\nEND:VCARD\n";
    Program program;
    program.input = cards;
    program.terminal.error_is_terminal = true;
    const auto seen = program.run({"import", "--yes", "-"});
    CHECK(seen.status == 0);
    CHECK(seen.err.find("\rreading standard input  4 MB") != std::string::npos);
    CHECK(seen.err.ends_with(" \r"));
    program.files.files["big.vcf"] = cards;
    const auto of_file = program.run({"import", "--yes", "big.vcf"});
    CHECK(of_file.err.starts_with("\rreading big.vcf  "));
    CHECK(of_file.err.find("%") != std::string::npos);
    CHECK(of_file.err.ends_with(" \r"));
    CHECK(program.run({"import", "--yes", "-", "-q"}).err.empty());
    program.terminal.error_is_terminal = false;
    CHECK(program.run({"import", "--yes", "-"}).err.empty());
}

TEST_CASE("a table's time in a zone becomes that of the local clock") {
    for (const auto& [zone, date] : {std::pair{"Europe/Berlin", "2026-07-21T01:30:00"},
                                     {":America/New_York", "2026-07-20T19:30:00"},
                                     {"UTC", "2026-07-20T23:30:00"}}) {
        Program program;
        program.variables["TZ"] = zone;
        program.input = "Date,Note\n2026-07-20T23:30:00Z,Tea\n";
        REQUIRE(program.run({"import", "--yes", "--as", "csv", "-"}).status == 0);
        CHECK(program.file("log/2026-07.toml")->find(date) != std::string::npos);
    }
}

TEST_CASE("a slip in the options is told before it is asked where to ask") {
    Program program{example_journal()};
    const auto seen = program.run({"import", "--since", "foo", "x.ics"});
    CHECK(seen.status == 2);
    CHECK(seen.err.find("--since") != seen.err.npos);
    CHECK(seen.err.find("terminal") == seen.err.npos);
}

TEST_CASE("where nobody can be asked the files are read and their summary is shown before that is said") {
    Program program;
    program.files.files["a.vcf"] = "BEGIN:VCARD\nVERSION:4.0\nFN:Rui Costa\nEND:VCARD\n";
    program.files.files["broken.vcf"] = "BEGIN:VCARD\nVERSION:4.0\nFN:Rui Costa\n";
    const std::string why = "kith: nothing was written: import asks before it writes, and there is no terminal to ask "
                            "on; --yes writes without asking, -n shows what would be written\n";
    const std::string summary = "people  1 new\nnew     people: Rui Costa\n";
    const auto seen = program.run({"import", "a.vcf"});
    CHECK(seen.status == 2);
    CHECK(seen.out == summary);
    CHECK(seen.err == why);
    for (const std::vector<std::string>& form : {std::vector<std::string>{"--json"}, {"--format", "{summary}"}}) {
        std::vector<std::string> words{"import", "a.vcf"};
        words.insert(words.end(), form.begin(), form.end());
        const auto data = program.run(words);
        CHECK(data.status == 2);
        CHECK(data.out.empty());
        CHECK(data.err == summary + why);
    }
    const auto quiet = program.run({"import", "a.vcf", "-q"});
    CHECK(quiet.status == 2);
    CHECK(quiet.out.empty());
    CHECK(quiet.err == why);
    CHECK(!program.file("people.toml"));

    const auto broken = program.run({"import", "a.vcf", "broken.vcf"});
    CHECK(broken.status == 1);
    CHECK(broken.out.empty());
    CHECK(broken.err == "kith: broken.vcf:1: a vCard begins here and has no end; nothing was imported\n");

    REQUIRE(program.run({"import", "--yes", "a.vcf"}).status == 0);
    const auto there = program.run({"import", "a.vcf"});
    CHECK(there.status == 0);
    CHECK(there.out == "people  1 already there\n");
    CHECK(there.err.empty());
    const auto data = program.run({"import", "a.vcf", "--json"});
    CHECK(data.status == 0);
    CHECK(data.out.find("\"written\": false") != std::string::npos);
}
