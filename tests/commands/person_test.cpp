#include "program.hpp"

#include <doctest/doctest.h>

using kith::test::Program;

namespace {

constexpr auto people = R"(# the people
[[person]]
id = "ana-souza"
name = "Ana Souza"
aliases = ["asouza", "Aninha"]
groups = ["rust", "mentors"]
every = "3w"
email = "ana@example.org"
handles = { linkedin = "in/anasouza" }
note = "Prefers voice messages."  # really

[[person]]
id = "bo-li"
name = "Bo Li"
met = 2026-09-09
met_at = "rustconf-2026"

[[person]]
id = "ana-lee"
was = ["a-lee"]
name = "Ana Lee"
groups = ["mentors"]
city = "Berlin"
met = 2024-01-05

[group.mentors]
every = "4w" # often enough
)";

constexpr auto log = R"([[interaction]]
id = "k7f2q9xa"
date = 2026-11-20
with = ["ana-souza"]
channel = "coffee"
note = "Coffee with Ana"

[[interaction]]
id = "p0c4t7ne"
date = 2026-11-21
with = ["a-lee", "bo-li"]
channel = "email"
kind = "advice"
tags = ["rust"]
note = "Sent the list"
)";

constexpr auto events = R"([[event]]
id = "rustconf-2026"
name = "RustConf 2026"
start = 2026-09-09
place = "Montreal"
met = ["bo-li"]
)";

Program journal() {
    return Program(std::map<std::string, std::string>{
        {"people.toml", people}, {"log/2026-11.toml", log}, {"events/2026.toml", events}});
}

/// What the command added to people.toml, when all that was there stayed as it was.
std::string added(const Program& program) {
    const std::string text = program.file("people.toml").value_or("");
    const std::string before = people;
    const auto groups = before.find("\n[group.mentors]");
    if (!text.starts_with(before.substr(0, groups)) || !text.ends_with(before.substr(groups)))
        return "changed: " + text;
    return text.substr(groups, text.size() - before.size());
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), with);
}

} // namespace

TEST_CASE("person add writes one block with the keys given") {
    auto program = journal();
    const auto outcome = program.run({"person",         "add",        "Carla",    "Díaz",
                                      "--every",        "2w",         "--late",   "3w",
                                      "--group",        "Mentors",    "--group",  "go",
                                      "--met-at",       "rustconf",   "--email",  "carla@example.org",
                                      "--birthday",     "2 may 1990", "--handle", "mastodon=@carla@example.org",
                                      "--alias",        "cd",         "--city",   "Porto",
                                      "--organisation", "Ferrous",    "--role",   "Engineer",
                                      "--note",         "Likes tea"});
    CHECK(outcome.err == "");
    CHECK(outcome.out == "added  carla-diaz  Carla Díaz  every 2 weeks, mentors, go, Ferrous, Porto\n");
    CHECK(outcome.status == 0);
    CHECK(added(program) == R"(
[[person]]
id = "carla-diaz"
name = "Carla Díaz"
aliases = ["cd"]
groups = ["mentors", "go"]
every = "2w"
late = "3w"
met_at = "rustconf-2026"
organisation = "Ferrous"
role = "Engineer"
city = "Porto"
email = "carla@example.org"
birthday = 1990-05-02
handles = { mastodon = "@carla@example.org" }
note = "Likes tea"
)");
}

TEST_CASE("person add answers -q with the id, --json with the record, and --dry-run with the diff") {
    auto program = journal();
    CHECK(program.run({"person", "add", "-q", "Carla Díaz"}).out == "carla-diaz\n");
    CHECK(program.run({"person", "add", "Cem", "--met", "yesterday", "--json"}).out ==
          "{\n  \"id\": \"cem\",\n  \"name\": \"Cem\",\n  \"met\": \"2026-11-21\"\n}\n");
    const auto before = program.files.files;
    const auto outcome = program.run({"person", "add", "Dana", "--dry-run"});
    CHECK(outcome.out.find("+id = \"dana\"\n") != std::string::npos);
    CHECK(program.files.files == before);
}

TEST_CASE("a birthday may be said in several ways") {
    struct Case {
        std::string said;
        std::string written;
    };
    const std::vector<Case> cases{{"1990-05-02", "1990-05-02"}, {"05-02", "\"05-02\""}, {"02-29", "\"02-29\""},
                                  {"may 2 1990", "1990-05-02"}, {"2 may", "\"05-02\""}, {"22 nov", "\"11-22\""},
                                  {" 05-02 ", "\"05-02\""}};
    for (const auto& each : cases) {
        CAPTURE(each.said);
        Program program;
        CHECK(program.run({"person", "add", "Dana", "--birthday", each.said}).err == "");
        CHECK(program.file("people.toml") ==
              "[[person]]\nid = \"dana\"\nname = \"Dana\"\nbirthday = " + each.written + "\n");
    }
}

TEST_CASE("person add and edit refuse what a record cannot hold, and write nothing") {
    struct Case {
        std::vector<std::string> arguments;
        int status;
        std::string said; ///< A part of what is said.
    };
    const std::vector<Case> cases{
        {{"add"}, 2, "needs a name"},
        {{"add", " "}, 2, "the name is empty"},
        {{"add", "Ana\nSouza"}, 2, "the name has a line break"},
        {{"add", "ana  SOUZA"},
         1,
         "Ana Souza is already there as ana-souza; give a name that tells them apart, or say --another"},
        {{"add", "Dana", "--every", "soon"}, 2, "--every"},
        {{"add", "Dana", "--every", "4w", "--late", "3w"},
         2,
         "late after 3 weeks would come before it is due, after 4 weeks"},
        {{"add", "Dana", "--met", "someday"}, 2, "--met"},
        {{"add", "Dana", "--met-at", "nowhere"}, 1, "there is no event 'nowhere'"},
        {{"add", "Dana", "--email", "dana"}, 2, "'dana' is no e-mail address"},
        {{"add", "Dana", "--email", "dana@"}, 2, "'dana@' is no e-mail address"},
        {{"add", "Dana", "--handle", "linkedin"}, 2, "'linkedin' does not say NETWORK=NAME"},
        {{"add", "Dana", "--handle", "=dana"}, 2, "'=dana' does not say NETWORK=NAME"},
        {{"add", "Dana", "--birthday", "02-30"}, 2, "'02-30' is no birthday"},
        {{"add", "Dana", "--birthday", "friday"}, 2, "'friday' is no birthday"},
        {{"add", "Dana", "--birthday", "3 days ago"}, 2, "'3 days ago' is no birthday"},
        {{"add", "Dana", "--birthday", "2030-05-02"}, 2, "still to come"},
        {{"add", "Dana", "--alias", ""}, 2, "--alias is empty"},
        {{"add", "Dana", "--group", "a\tb"}, 2, "the group has a line break"},
        {{"add", "Dana", "--name", "Dana"}, 2, "there is no option '--name'"},
        {{"edit", "ana", "--city", "Bern"}, 1, "'ana' could be ana-lee (Ana Lee) or ana-souza (Ana Souza)"},
        {{"edit", "bo"}, 2, "there is nothing to change"},
        {{"edit", "--city", "Lisbon"}, 2, "'kith person edit' needs a person"},
        {{"edit", "nobody", "--city", "Lisbon"}, 1, "nobody is called 'nobody'"},
        {{"edit", "bo", "--name", "Ana Lee"}, 1, "Ana Lee is already there as ana-lee"},
        {{"edit", "bo", "--met", "today", "--no-met"}, 2, "--met and --no-met exclude each other"},
        {{"edit", "ana-souza", "--late", "2w"}, 2, "late after 2 weeks"},
        {{"edit", "ana-souza", "--no-alias", "Anna"}, 1, "Ana Souza has no alias 'Anna'; there are asouza, Aninha"},
        {{"edit", "bo", "--no-handle", "mastodon"}, 1, "Bo Li has no handle 'mastodon'"},
        {{"edit", "ana-souza", "--no-alias", ""}, 1, "Ana Souza has no alias ''"},
        {{"edit", "ana-souza", "--edit"}, 1, "the editor needs a terminal"},
        {{"merge", "ana-souza"}, 2, "takes two people"},
        {{"merge", "ana-souza", "asouza"}, 2, "are both ana-souza already"},
        {{"merge", "ana-lee", "a-lee"}, 2, "are both ana-lee already"},
        {{"remove"}, 2, "needs a person"},
        {{"remove", "bo", "nobody"}, 1, "nobody is called 'nobody'"},
        {{"group"}, 2, "needs the group's name"},
        {{"group", "gardeners"}, 1, "there is no group 'gardeners'; there are mentors, rust"},
        {{"group", "rust", "--late", "2w"}, 2, "--late needs a cadence"},
        {{"group", "mentors", "--late", "2w"}, 2, "late after 2 weeks would come before it is due, after 4 weeks"},
        {{"group", "mentors", "--every", "2w", "--no-every"}, 2, "exclude each other"},
        {{"show"}, 2, "needs a person"},
    };
    for (const auto& each : cases) {
        auto program = journal();
        auto arguments = each.arguments;
        arguments.insert(arguments.begin(), "person");
        const auto outcome = program.run(arguments);
        CAPTURE(outcome.err);
        CHECK(outcome.status == each.status);
        CHECK(outcome.err.find(each.said) != std::string::npos);
        CHECK(outcome.out == "");
        CHECK(program.files.replaced_paths().empty());
    }
}

TEST_CASE("--another adds somebody of the same name under an id of their own") {
    auto program = journal();
    CHECK(program.run({"person", "add", "Ana Souza", "--another", "-q"}).out == "ana-souza-2\n");
}

TEST_CASE("person edit changes the lines of its keys and no others") {
    struct Case {
        std::vector<std::string> options;
        std::string before;
        std::string after;
    };
    const std::vector<Case> cases{
        {{"--every", "2w"}, "every = \"3w\"", "every = \"2w\""},
        {{"--name", "Ana de Souza"}, "name = \"Ana Souza\"", "name = \"Ana de Souza\""},
        {{"--name", "ana souza"}, "name = \"Ana Souza\"", "name = \"ana souza\""},
        {{"--alias", "Ani", "--alias", "asouza"}, "\"Aninha\"]", "\"Aninha\", \"Ani\"]"},
        {{"--group", "go"}, "\"mentors\"]", "\"mentors\", \"go\"]"},
        {{"--handle", "github=ana"}, "\"in/anasouza\" }", "\"in/anasouza\", github = \"ana\" }"},
        {{"--handle", "linkedin=in/ana"}, "\"in/anasouza\"", "\"in/ana\""},
        {{"--note", "Tea"}, "\"Prefers voice messages.\"", "\"Tea\""},
        {{"--no-email"}, "email = \"ana@example.org\"\n", ""},
        {{"--no-alias", "ASOUZA"}, "[\"asouza\", \"Aninha\"]", "[\"Aninha\"]"},
        {{"--no-alias"}, "aliases = [\"asouza\", \"Aninha\"]\n", ""},
        {{"--no-alias", "asouza", "--no-alias", "Aninha"}, "aliases = [\"asouza\", \"Aninha\"]\n", ""},
        {{"--no-alias", "--alias", "Ani"}, "[\"asouza\", \"Aninha\"]", "[\"Ani\"]"},
        {{"--no-group", "rust"}, "[\"rust\", \"mentors\"]", "[\"mentors\"]"},
        {{"--no-handle", "LinkedIn"}, "handles = { linkedin = \"in/anasouza\" }\n", ""},
        {{"--no-handle"}, "handles = { linkedin = \"in/anasouza\" }\n", ""},
    };
    for (const auto& each : cases) {
        auto program = journal();
        std::vector<std::string> arguments{"person", "edit", "ana", "souza"};
        arguments.insert(arguments.end(), each.options.begin(), each.options.end());
        const auto outcome = program.run(arguments);
        CAPTURE(each.options.front());
        CHECK(outcome.err == "");
        CHECK(outcome.status == 0);
        CHECK(outcome.out.starts_with("changed  ana-souza  "));
        CHECK(program.file("people.toml") == replaced(people, each.before, each.after));
    }
}

TEST_CASE("person edit sets what was not there") {
    auto program = journal();
    CHECK(program.run({"person", "edit", "bo", "--snoozed-until", "in 2 weeks", "--birthday", "05-02"}).status == 0);
    CHECK(program.file("people.toml") == replaced(people, "met_at = \"rustconf-2026\"\n",
                                                  "met_at = \"rustconf-2026\"\nsnoozed_until = 2026-12-06\n"
                                                  "birthday = \"05-02\"\n"));
}

TEST_CASE("a person that --no-alias took for its value is still the person") {
    auto program = journal();
    CHECK(program.run({"person", "edit", "--no-alias", "ana-souza"}).status == 0);
    CHECK(program.file("people.toml") == replaced(people, "aliases = [\"asouza\", \"Aninha\"]\n", ""));
    CHECK(program.run({"person", "edit", "--no-group", "rust", "ana-souza"}).status == 0);
    CHECK(program.file("people.toml")->find("groups = [\"mentors\"]\nevery") != std::string::npos);
    CHECK(program.run({"person", "edit", "--no-group", "rust", "--no-alias", "x"}).status == 2);
}

TEST_CASE("what is as it should be already is no failure and no write") {
    auto program = journal();
    const auto outcome = program.run({"person", "edit", "ana-lee", "--city", "Berlin"});
    CHECK(outcome.status == 0);
    CHECK(outcome.out == "as before  ana-lee  Ana Lee  every 4 weeks (mentors), mentors, Berlin\n");
    CHECK(program.files.replaced_paths().empty());
}

TEST_CASE("person edit opens the editor with the options applied") {
    auto program = journal();
    program.terminal.input_is_terminal = true;
    program.variables["EDITOR"] = "ed -s";
    program.processes.editing = [](const std::string& text) { return text + "nickname = \"B\"  # mine\n"; };
    CHECK(program.run({"person", "edit", "bo", "--city", "Bern", "--edit"}).err == "");
    REQUIRE(program.processes.edits.size() == 1);
    CHECK(program.processes.edits.front().editor == "ed -s");
    CHECK(program.processes.edits.front().text.find("city = \"Bern\"\n") != std::string::npos);
    CHECK(program.file("people.toml") ==
          replaced(people, "met_at = \"rustconf-2026\"\n",
                   "met_at = \"rustconf-2026\"\ncity = \"Bern\"\nnickname = \"B\"  # mine\n"));
}

TEST_CASE("person list tells cadence, last contact and what is due, by name") {
    auto program = journal();
    const auto outcome = program.run({"person", "list"});
    CHECK(outcome.err == "");
    CHECK(outcome.out == "ana-lee    Ana Lee    mentors        every 4 weeks (mentors)  last yesterday   Sat 21 Nov  "
                         "due Sat 19 Dec  in 3 weeks\n"
                         "ana-souza  Ana Souza  rust, mentors  every 3 weeks            last 2 days ago  Fri 20 Nov  "
                         "due Fri 11 Dec  in 2 weeks\n"
                         "bo-li      Bo Li                                              last yesterday   Sat 21 Nov\n");
}

TEST_CASE("person list filters by the record and by the last contact") {
    struct Case {
        std::vector<std::string> options;
        std::string ids;
    };
    const std::vector<Case> cases{
        {{"--with", "bo"}, "bo-li\n"},
        {{"--group", "mentors"}, "ana-lee\nana-souza\n"},
        {{"--group", "mentors", "--limit", "1"}, "ana-lee\n"},
        {{"--group", "mentors", "--reverse"}, "ana-souza\nana-lee\n"},
        {{"--event", "rustconf"}, "bo-li\n"},
        {{"--grep", "VOICE"}, "ana-souza\n"},
        {{"--grep", "in/ana"}, "ana-souza\n"},
        {{"--via", "email"}, "ana-lee\nbo-li\n"},
        {{"--mode", "in-person"}, "ana-souza\n"},
        {{"--kind", "advice"}, "ana-lee\nbo-li\n"},
        {{"--tag", "rust", "--group", "mentors"}, "ana-lee\n"},
        {{"--since", "yesterday"}, "ana-lee\nbo-li\n"},
        {{"--until", "2026-11-20"}, "ana-souza\n"},
        {{"--until", "2026-11-01"}, ""},
    };
    for (const auto& each : cases) {
        auto program = journal();
        std::vector<std::string> arguments{"person", "list", "--format", "{id}"};
        arguments.insert(arguments.end(), each.options.begin(), each.options.end());
        CAPTURE(each.options.front());
        const auto outcome = program.run(arguments);
        CHECK(outcome.out == each.ids);
        CHECK(outcome.status == 0);
        arguments.emplace_back("--exit-code");
        CHECK(program.run(arguments).status == (each.ids.empty() ? 0 : 10));
    }
}

TEST_CASE("person list has its keys for scripts, and an empty one says so") {
    auto program = journal();
    CHECK(program.run({"person", "list", "--with", "bo", "--json"}).out == R"([
  {
    "id": "bo-li",
    "name": "Bo Li",
    "met": "2026-09-09",
    "met_at": "rustconf-2026",
    "last_contact": "2026-11-21"
  }
]
)");
    CHECK(program.run({"person", "list", "--format", "{id} {last_contact} {due} {handles.linkedin}"}).out ==
          "ana-lee 2026-11-21 2026-12-19 \nana-souza 2026-11-20 2026-12-11 in/anasouza\nbo-li 2026-11-21  \n");
    Program empty;
    const auto outcome = empty.run({"person", "list"});
    CHECK(outcome.status == 0);
    CHECK(outcome.out == "");
    CHECK(outcome.err == "kith: nobody\n");
    CHECK(empty.run({"person", "list", "--json"}).out == "[]\n");
}

TEST_CASE("an open follow-up is what is due of a person") {
    auto program = journal();
    program.files.files["/home/me/kith/followups/2026.toml"] =
        "[[followup]]\nid = \"m3qd8w1z\"\ncreated = 2026-11-20\ndue = 2026-11-24\nwith = [\"bo-li\", \"a-lee\"]\n";
    CHECK(program.run({"person", "list", "--format", "{id} {due}"}).out ==
          "ana-lee 2026-11-24\nana-souza 2026-12-11\nbo-li 2026-11-24\n");
}

TEST_CASE("person show tells the record, all that happened, and what is open") {
    auto program = journal();
    program.files.files["/home/me/kith/followups/2026.toml"] =
        "[[followup]]\nid = \"m3qd8w1z\"\ncreated = 2026-11-20\ndue = 2026-12-06\nwith = [\"bo-li\"]\n"
        "action = \"message\"\nnote = \"send the slides\"\n";
    const auto outcome = program.run({"person", "show", "bo", "li"});
    CHECK(outcome.err == "");
    CHECK(outcome.out == R"(id            bo-li
name          Bo Li
met           2026-09-09 · 2 months ago
met_at        rustconf-2026
last_contact  2026-11-21 · yesterday
due           2026-12-06 · in 2 weeks

Timeline
rustconf-2026  Wed 9 Sep   2 months ago  event          RustConf 2026   Montreal
p0c4t7ne       Sat 21 Nov  yesterday     email  online  Ana Lee, Bo Li  Sent the list

Open
upcoming  Sun 6 Dec  in 2 weeks  Bo Li  message: send the slides  m3qd8w1z  noted Fri 20 Nov · last yesterday: Sent the list
)");
    CHECK(program.run({"person", "show", "bo", "--json"}).out.starts_with("{\n  \"id\": \"bo-li\",\n"));
    CHECK(program.run({"person", "show", "bo", "--format", "{name}: {due}"}).out == "Bo Li: 2026-12-06\n");
}

TEST_CASE("person show has what was logged under a former id") {
    auto program = journal();
    const auto outcome = program.run({"person", "show", "ana-lee"});
    CHECK(outcome.out.find("p0c4t7ne") != std::string::npos);
    CHECK(outcome.out.find("k7f2q9xa") == std::string::npos);
}

TEST_CASE("person merge writes one file, once, and touches no log") {
    auto program = journal();
    const auto outcome = program.run({"person", "merge", "ana-souza", "ana-lee"});
    CHECK(outcome.err == "");
    CHECK(outcome.status == 0);
    CHECK(outcome.out == "kept    ana-souza  Ana Souza  every 3 weeks, rust, mentors, Berlin\n"
                         "merged  ana-lee    Ana Lee    every 4 weeks (mentors), mentors, Berlin\n");
    CHECK(program.files.replaced_paths() == std::vector<std::string>{"/home/me/kith/people.toml"});
    const std::string before = people;
    const auto from = before.find("[[person]]\nid = \"ana-lee\"");
    std::string after = before.substr(0, from) + before.substr(before.find("[group.mentors]"));
    after = replaced(after, "\"Aninha\"]", "\"Aninha\", \"Ana Lee\"]");
    after = replaced(after, "# really\n",
                     "# really\nwas = [\"ana-lee\", \"a-lee\"]\nmet = 2024-01-05\ncity = \"Berlin\"\n");
    CHECK(program.file("people.toml") == after);
    CHECK(program.run({"log", "list", "--with", "ana-souza", "--format", "{id}"}).out == "k7f2q9xa\np0c4t7ne\n");
}

TEST_CASE("person merge leaves out what is the tenth of a network, and says so") {
    std::string handles;
    for (int i = 2; i <= 9; ++i) handles += ", website-" + std::to_string(i) + " = \"w" + std::to_string(i) + "\"";
    Program program(std::map<std::string, std::string>{{"people.toml", R"([[person]]
id = "ana"
name = "Ana"
handles = { website = "w1")" + handles + R"( }

[[person]]
id = "ana-s"
name = "Ana S"
handles = { website = "w10", website-2 = "W3" }
)"}});
    CHECK(program.run({"person", "merge", "ana", "ana-s"}).err ==
          "kith: website 'w10' of Ana S is left out: there are as many as there may be\n");
    CHECK(program.file("people.toml")->find("w10") == std::string::npos);
}

TEST_CASE("person merge keeps what is imported as it is, however often it is imported again") {
    Program program(std::map<std::string, std::string>{});
    const auto import = [&](const std::string& file, const std::string& content) {
        program.files.put(file, content);
        CHECK(program.run({"import", "--yes", file}).status == 0);
    };
    const std::string first = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:a1\r\nFN:Bo Li\r\nEMAIL:a@x.example\r\n"
                              "TEL:+351 210 555 0134\r\nURL:https://a.example\r\n"
                              "X-SOCIALPROFILE:https://www.linkedin.com/in/bo-a\r\nEND:VCARD\r\n";
    const std::string second = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:b1\r\nFN:Robert Li\r\nEMAIL:b@x.example\r\n"
                               "EMAIL:c@x.example\r\nTEL:+351 999 555 0134\r\nTEL:210 5550134\r\n"
                               "URL:https://b.example\r\nX-SOCIALPROFILE:https://www.linkedin.com/in/bo-b\r\n"
                               "END:VCARD\r\n";
    import("/home/me/a.vcf", first);
    import("/home/me/b.vcf", second);
    CHECK(program.run({"person", "merge", "bo-li", "robert-li"}).status == 0);
    const auto merged = program.file("people.toml");
    CHECK(merged->find("handles = { phone = \"+351 210 555 0134\", website = \"https://a.example\", linkedin = "
                       "\"in/bo-a\", email-2 = \"b@x.example\", phone-2 = \"+351 999 555 0134\", website-2 = "
                       "\"https://b.example\", linkedin-2 = \"in/bo-b\", email-3 = \"c@x.example\" }\n") !=
          std::string::npos);
    import("/home/me/a.vcf", first);
    import("/home/me/b.vcf", second);
    CHECK(program.file("people.toml") == merged);
}

TEST_CASE("person merge keeps A's values and says what of B's is left behind") {
    Program program(std::map<std::string, std::string>{{"people.toml", R"([[person]]
id = "ana"
name = "Ana Souza"
city = "Lisbon"
every = "3w"
met = 2025-01-01
email = "ana@example.org"
handles = { github = "ana", phone = "+351 210 555 0134", email-2 = "ana@work.example" }
note = "Tea."

[[person]]
id = "ana-s"
name = "ana souza"
city = "Porto"
role = "Engineer"
every = "8w"
late = "9w"
met = 2024-01-01
met_at = "meetup"
email = "ana.s@example.net"
handles = { github = "anas", phone = "00351-2105550134", mastodon = "@ana", phone-2 = "+1 555 0199", website = "https://ana.example", email-2 = "ANA@example.org" }
note = "Climbs."
)"}});
    const auto outcome = program.run({"person", "merge", "ana", "ana-s"});
    CHECK(outcome.err == "kith: every stays '3w'; ana souza had '8w'\n"
                         "kith: city stays 'Lisbon'; ana souza had 'Porto'\n"
                         "kith: email 'ana.s@example.net' of ana souza is email-3 now\n"
                         "kith: github 'anas' of ana souza is github-2 now\n");
    CHECK(program.file("people.toml") == R"([[person]]
id = "ana"
name = "Ana Souza"
city = "Lisbon"
every = "3w"
met = 2024-01-01
email = "ana@example.org"
handles = { github = "ana", phone = "+351 210 555 0134", email-2 = "ana@work.example", email-3 = "ana.s@example.net", github-2 = "anas", mastodon = "@ana", phone-2 = "+1 555 0199", website = "https://ana.example" }
note = "Tea.\nClimbs."
was = ["ana-s"]
met_at = "meetup"
role = "Engineer"
)");
}

TEST_CASE("person remove takes records out, all or nothing") {
    auto program = journal();
    CHECK(program.run({"person", "remove", "bo", "bo-li"}).out == "removed  bo-li  Bo Li\n");
    CHECK(program.file("people.toml") ==
          replaced(people,
                   "[[person]]\nid = \"bo-li\"\nname = \"Bo Li\"\nmet = 2026-09-09\nmet_at = \"rustconf-2026\"\n\n",
                   ""));
    CHECK(program.run({"person", "remove", "-q", "ana-lee"}).out == "");
}

TEST_CASE("person group shows, sets and takes off a cadence") {
    auto program = journal();
    CHECK(program.run({"person", "group", "mentors"}).out == "mentors  every 4 weeks  Ana Souza, Ana Lee\n");
    CHECK(program.run({"person", "group", "MENTORS", "--every", "5w", "--late", "6w"}).out ==
          "mentors  every 5 weeks, late after 6 weeks  Ana Souza, Ana Lee\n");
    CHECK(program.file("people.toml") ==
          replaced(people, "every = \"4w\" # often enough\n", "every = \"5w\" # often enough\nlate = \"6w\"\n"));
    CHECK(
        program.run({"person", "group", "mentors", "--json"}).out ==
        "{\n  \"name\": \"mentors\",\n  \"every\": \"5w\",\n  \"late\": \"6w\",\n  \"members\": [\n    \"ana-souza\",\n"
        "    \"ana-lee\"\n  ]\n}\n");
    CHECK(program.run({"person", "group", "mentors", "--no-late"}).status == 0);
    CHECK(program.file("people.toml") == replaced(people, "every = \"4w\"", "every = \"5w\""));
    CHECK(program.run({"person", "group", "mentors", "--no-every"}).out == "mentors  no cadence  Ana Souza, Ana Lee\n");
    CHECK(program.run({"person", "group", "rust", "--every", "1m"}).status == 0);
    CHECK(program.file("people.toml")->ends_with("\n[group.rust]\nevery = \"1m\"\n"));
}
