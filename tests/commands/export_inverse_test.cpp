// Whatever stands in a journal comes back from its JSON: records with and without ids, in the right file and not, with
// keys of the user's own.
#include "program.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace {

using kith::test::Program;
using Files = std::map<std::string, std::string>;

class GeneratedJournal {
  public:
    explicit GeneratedJournal(unsigned seed) : engine_(seed) {}

    Files files() {
        std::string people;
        for (auto count = number(5); count > 0; --count) people += person(std::to_string(count));
        people += "[group.mentors]\nevery = \"4w\"\n" + keys() + "\n[group.\"my friends\"]\n" + keys();
        Files files{{"people.toml", people}, {"strategy.toml", "[balance]\nin_person = 40\n\n"}};
        for (const std::string month : {"2026-10", "2026-11"})
            for (auto count = number(5); count > 0; --count)
                files["log/" + month + ".toml"] += record("interaction", day() + maybe("note = \"" + text() + "\"\n"));
        files["events/2026.toml"] = record("event", "name = \"E\"\nstart = 2026-09-09\n");
        files["followups/2026.toml"] = record("followup", "created = 2026-01-02\ndue = 2026-12-01\n");
        for (const std::string kind : {"goal", "audience", "topic"})
            files["strategy.toml"] += record(kind, "text = \"" + text() + "\"\n");
        files["strategy.toml"] += record("platform", "per_week = 3\n") + record("channel", "mode = \"online\"\n") +
                                  record("post", "title = \"T\"\n");
        return files;
    }

  private:
    std::size_t number(std::size_t below) { return std::uniform_int_distribution<std::size_t>(0, below - 1)(engine_); }
    std::string maybe(std::string lines) { return number(2) == 0 ? std::string() : lines; }

    /// With a name or without, but never without anything that tells who it is.
    std::string person(const std::string& number_of_person) {
        const auto email = "email = \"a" + number_of_person + "@example.org\"\n";
        const auto cadence = maybe("every = \"3w\"\n");
        if (number(4) == 0) return record("person", cadence + email);
        return record("person", "name = \"" + text() + "\"\n" + cadence + maybe(email));
    }
    /// Of either month, whatever the file.
    std::string day() {
        return "date = 2026-1" + std::to_string(number(2)) + "-0" + std::to_string(1 + number(2)) + "\n";
    }
    std::string text() {
        constexpr std::array<std::string_view, 6> words{"Ana", "é🚀", "\\\"q\\\"", "\\n", "a = b", "# no"};
        std::string text = "x";
        for (auto count = number(4); count > 0; --count) text += " " + std::string(words.at(number(words.size())));
        return text;
    }
    /// Keys that kith does not know.
    std::string keys() {
        constexpr std::array<std::string_view, 6> lines{
            "mine = 1.5 # good\n",          "lists = [\n  [1], # one\n  [\"]\"],\n]\n",
            "\"a b\".c = 08:30:00\n",       "text_of = '''\n[[person]]\nid = \"x\"\n'''\n",
            "# Above.\nlate_one = \"x\"\n", "table = { a = { b = 1 } }\n"};
        std::string keys;
        for (const auto line : lines) keys += number(4) == 0 ? std::string(line) : std::string();
        return keys;
    }
    std::string record(const std::string& kind, const std::string& known) {
        std::string record = "[[" + kind + "]]\n";
        const bool needs_id = kind == "platform" || kind == "channel";
        if (needs_id || number(4) != 0) record += "id = \"i" + std::to_string(++last_) + "\"\n";
        record += known + keys();
        const auto table = "\n[" + kind + ".custom";
        if (number(4) == 0) record += table + "]\na = 1\n" + maybe(table + ".deep]\nb = 2\n");
        return record + "\n";
    }

    std::mt19937 engine_;
    int last_ = 0;
};

std::string exported(Program& program) {
    const auto seen = program.run({"export", "all"});
    REQUIRE(seen.status == 0);
    return seen.out;
}

void import(Program& program, const std::string& json) {
    program.input = json;
    const auto seen = program.run({"import", "--yes", "-"});
    CAPTURE(seen.err);
    CHECK(seen.status == 0);
}

const std::string folder = "/home/me/kith/";

} // namespace

TEST_CASE("any journal comes back from its JSON as it was, keys of the user's own too") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        Program here{GeneratedJournal(seed).files()};
        const auto before = here.files.files;
        const auto json = exported(here);
        Program there;
        import(there, json);
        REQUIRE(exported(there) == json);
        const auto once = there.files.files;
        import(there, json);
        CHECK(there.files.files == once);
        import(here, json);
        CHECK(here.files.files == before);
    }
}

TEST_CASE("keys of the user's own come to records that are there, and take nothing off") {
    const Files ours{{"people.toml",
                      "[[person]]\nid = \"ana\"\nname = \"Ana\"\n# Of the office.\nfax = 1 # ours\nours = 1\n\n"
                      "[[person]]\nname = \"No Id\"\n\n[group.mentors]\nevery = \"4w\"\n"},
                     {"log/2026-11.toml", "[[interaction]]\r\nid = \"aaaaaaaa\"\r\ndate = 2026-10-02\r\n"}};
    Program program{ours};
    program.variables["XDG_STATE_HOME"] = "/home/me/.state";
    const std::string json =
        R"({"people": [{"id": "ana", "name": "Ana", "other": "fax = 2\nnew = 1.5\n\n[person.sub]\na = 1\n"},
        {"name": "No Id", "other": "x = 1"}], "groups": [{"name": "mentors", "other": "why = 1\n"}],
        "interactions": [{"id": "aaaaaaaa", "date": "2026-10-02", "other": "mood = \"good\"\n"}]})";
    program.input = json;
    const auto seen = program.run({"import", "--yes", "-"});
    CHECK(seen.out ==
          "people   2 changed\ngroups   1 changed\nentries  1 changed\nchanged  Ana (ana): other\n"
          "         No Id: other\n         mentors: other\n         2026-10-02 (aaaaaaaa): other\nwritten\n");
    CHECK(program.files.files.at(folder + "people.toml") ==
          "[[person]]\nid = \"ana\"\nname = \"Ana\"\n# Of the office.\nfax = 2 # ours\nours = 1\nnew = "
          "1.5\n\n[person.sub]\na = 1\n\n"
          "[[person]]\nname = \"No Id\"\nx = 1\n\n[group.mentors]\nevery = \"4w\"\nwhy = 1\n");
    CHECK(program.files.files.at(folder + "log/2026-11.toml") ==
          "[[interaction]]\r\nid = \"aaaaaaaa\"\r\ndate = 2026-10-02\r\nmood = \"good\"\r\n");
    program.input = json;
    CHECK(program.run({"import", "--yes", "-"}).out.find("changed") == std::string::npos);
    CHECK(program.run({"undo"}).status == 0);
    for (const auto& [name, text] : ours) CHECK(program.files.files.at(folder + name) == text);
}

TEST_CASE("somebody else with the id takes the keys of their own along") {
    Program program{{{"people.toml", "[[person]]\nid = \"ana\"\nname = \"Ana\"\nemail = \"a@example.org\"\n"}}};
    program.input = R"([{"id": "ana", "name": "Ana", "email": "b@example.org", "other": "fax = 2\n"}])";
    CHECK(program.run({"import", "--yes", "-"}).status == 0);
    CHECK(program.files.files.at(folder + "people.toml") ==
          "[[person]]\nid = \"ana\"\nname = \"Ana\"\nemail = \"a@example.org\"\n\n"
          "[[person]]\nid = \"ana-2\"\nname = \"Ana\"\nemail = \"b@example.org\"\nfax = 2\n");
}

TEST_CASE("two records that are the same and have no id stay two") {
    const std::string log = "[[interaction]]\ndate = 2026-11-20\nmood = \"good\"\n\n"
                            "[[interaction]]\ndate = 2026-11-20\nmood = \"bad\"\n";
    Program here{{{"log/2026-11.toml", log}}};
    Program there;
    import(there, exported(here));
    CHECK(there.files.files.at(folder + "log/2026-11.toml") == log);
}

TEST_CASE("names of networks may have quotes and controls in them") {
    Program program;
    const std::string json = R"([{"id": "bo", "name": "Bo", "handles": {"a\"b": "c", "f\u007f": "d"}},
        {"id": "eva", "name": "Eva"}])";
    import(program, json);
    CHECK(program.files.files.at(folder + "people.toml").find(R"({ "a\"b" = "c", "f\u007f" = "d" })") !=
          std::string::npos);
    const auto once = program.files.files;
    import(program, json);
    CHECK(program.files.files == once);
}

TEST_CASE("what a journal holds beside its records is said not to be exported") {
    Program program{
        {{"people.toml", "mine = 1\n\n[[person]]\nid = \"ana\"\nname = \"Ana\"\n\n[[book]]\ntitle = \"x\"\n\n"
                         "[[book]]\ntitle = \"y\"\n\n[shelf]\na = 1\n"},
         {"log/2026-11.toml", "[[interaction]]\nid = \"a\"\ndate = 2026-11-02\nnote = '''\n[no.table]\n'''\n"},
         {"strategy.toml", "[balance]\nin_person = 40\nwhy = \"tired\"\n"}}};
    CHECK(program.run({"export", "all"}).err ==
          "kith: not exported, for it is none of kith's: 'mine' of people.toml, [[book]] of people.toml, [shelf] of "
          "people.toml, 'why' in [balance] of strategy.toml\n");
    CHECK(program.run({"export", "all", "--anonymous"}).err.empty());
    CHECK(program.run({"export", "all", "-q"}).err.empty());
}

TEST_CASE("tables below a group's are said not to be exported") {
    Program program{{{"people.toml", "[group.mentors]\nevery = \"4w\"\n\n[group.mentors.sub]\na = 1\n\n"
                                     "[group.\"a.b\\\".c\"]\nevery = \"1w\"\n\n[group.'c.d'.sub]\na = 1\n"}}};
    CHECK(program.run({"export", "all"}).err ==
          "kith: not exported, for it is none of kith's: [group.mentors.sub] of people.toml, [group.\"c.d\".sub] of "
          "people.toml\n");
}

TEST_CASE("keys of the user's own go out with what is written about them") {
    const auto other_of = [](std::string lines) {
        const std::string entry = "[[interaction]]\nid = \"aaaaaaaa\"\ndate = 2026-11-02\n";
        Program program{{{"log/2026-11.toml", entry + std::move(lines)}}};
        const auto json = nlohmann::json::parse(exported(program));
        return json["interactions"][0].value("other", "");
    };
    CHECK(other_of("note = \"x\"\n\n# Of ten.\nrating = 4 # mine\n") == "# Of ten.\nrating = 4 # mine\n");
    CHECK(other_of("\n[[interaction.sub]]\nnote = \"known\"\n") == "[[interaction.sub]]\nnote = \"known\"\n");
    CHECK(other_of("\n[interaction.sub]\nid = \"known\"\n") == "[interaction.sub]\nid = \"known\"\n");
    CHECK(other_of("# About the note.\nnote = \"x\"\n").empty());
}
