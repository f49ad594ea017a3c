#include "reading.hpp"

#include <doctest/doctest.h>

using namespace kith;
using test::read;
using test::refusal;

TEST_CASE("Google Contacts") {
    CHECK(test::shown(read(exchange::read_csv, test::sample("google.csv"))) == R"(line 2, key ana@example.org
name: Ana Souza
aliases: Aninha
groups: rust-meetup
organisation: Ferrous
role: Compiler engineer
city: Lisboa
email: ana@example.org
birthday: 05-02
handles: phone=+351 91 555 01 02 | phone-2=+351 21 555 01 00 | github=anasouza
note: Tea, no coffee.
Second line
emails: ana@example.org | ana@home.example | ana@work.example

line 4, key Bo Li
name: Bo Li
birthday: 1991-04-12

skipped 5: no name and no address
)");
}

TEST_CASE("Outlook, in Windows-1252") {
    CHECK(test::shown(read(exchange::read_csv, test::sample("outlook.csv"))) == R"(line 2, key jose@example.com
name: José Álvarez
groups: ships | friends
organisation: Astilleros
role: Ventas
city: Gijón
email: jose@example.com
birthday: 1988-02-29
handles: phone=+34 600 000 000
note: Él “prefiere” té

line 3, key chloe@example.net
name: Chloé Dubois
email: chloe@example.net
birthday: 1990-02-05

line 4, key Søren Holm
name: Søren Holm

passed over Title
)");
}

TEST_CASE("Outlook in German") {
    const std::string table =
        "\"Anrede\",\"Vorname\",\"Weitere Vornamen\",\"Nachname\",\"Suffix\",\"Firma\",\"Abteilung\",\"Position\","
        "\"Straße geschäftlich\",\"Ort geschäftlich\",\"Telefon geschäftlich\",\"Telefon privat\",\"Mobiltelefon\","
        "\"E-Mail-Adresse\",\"E-Mail-Typ\",\"E-Mail: Angezeigter Name\",\"E-Mail 2: Adresse\",\"E-Mail 2: Typ\","
        "\"Geburtstag\",\"Notizen\",\"Kategorien\",\"Ort\",\"Webseite\"\r\n"
        "\"Frau\",\"Jana\",\"Maria\",\"Müller\",,\"Werft\",,\"Leiterin\",\"Kai 1\",\"Kiel\",\"+49 431 1\",\"+49 431 "
        "2\","
        "\"+49 170 3\",\"jana@werft.example\",\"SMTP\",\"Jana Müller "
        "(jana@werft.example)\",\"jm@home.example\",\"SMTP\","
        "\"17.05.1985\",\"Mag Tee\",\"Schiffe;Freunde\",,\"https://github.com/janam\"\r\n";
    CHECK(test::shown(read(exchange::read_csv, table)) == R"(line 2, key jana@werft.example
name: Jana Maria Müller
groups: schiffe | freunde
organisation: Werft
role: Leiterin
city: Kiel
email: jana@werft.example
birthday: 1985-05-17
handles: phone=+49 431 1 | phone-2=+49 431 2 | phone-3=+49 170 3 | github=janam
note: Mag Tee
emails: jana@werft.example | jm@home.example

passed over Anrede
passed over Straße geschäftlich
)");
}

TEST_CASE("short names of columns, and the halves of a name") {
    const auto person = [](const std::string& text) { return test::shown(read(exchange::read_csv, text)); };
    CHECK(person("Last,First,Tel\nSouza,Ana,12\n") == "line 2, key Ana Souza\nname: Ana Souza\nhandles: phone=12\n\n");
    CHECK(person("Name,Last,Mobile\nAna Souza,2026-10-01,12\n") ==
          "line 2, key Ana Souza\nname: Ana Souza\nhandles: phone=12\n\npassed over Last\n");
    CHECK(person("Name,First,Last\nAna Souza,2026-01-01,2026-10-01\n") ==
          "line 2, key Ana Souza\nname: Ana Souza\n\npassed over First\npassed over Last\n");
    CHECK(person("Name;Vorname;Telefon;Ort\nMüller;Jürgen;12;Kiel\n") ==
          "line 2, key Jürgen Müller\nname: Jürgen Müller\ncity: Kiel\nhandles: phone=12\n\n");
    CHECK(person("Name;Vorname;Nachname\nJürgen A. Müller;Jürgen;Müller\n") ==
          "line 2, key Jürgen A. Müller\nname: Jürgen A. Müller\n\n");
    CHECK(person("Surname,First Name,E-mail Type,E-mail Display Name\nSouza,Ana,SMTP,Ana\n") ==
          "line 2, key Ana Souza\nname: Ana Souza\n\n");
}

TEST_CASE("a job is what people do") {
    CHECK(test::shown(read(exchange::read_csv, "Name,Company,Job\nAna Souza,Acme,Engineer\n")) ==
          "line 2, key Ana Souza\nname: Ana Souza\norganisation: Acme\nrole: Engineer\n\n");
}

TEST_CASE("columns that the user names") {
    auto options = test::options_of_tests();
    options.columns = {{"name", "Wer"}, {"role", "tut WAS"}, {"phone", "Ruf"}};
    const auto batch = read(exchange::read_csv, "Wer,Tut was,Ruf,City,Name\nAna,CTO,123,Lisbon,4711\n", options);
    REQUIRE(batch.people.size() == 1);
    CHECK(test::shown(batch.people.front()) ==
          "line 2, key Ana\nname: Ana\nrole: CTO\ncity: Lisbon\nhandles: phone=123\n");

    const auto said = [&](const core::TextTable& columns) {
        options.columns = columns;
        try {
            static_cast<void>(exchange::read_csv(exchange::pull_from("Wer,City\nAna,Lisbon\n"), options));
            return std::string();
        } catch (const core::Failure& failure) {
            CHECK(core::exit_status(failure) == 2);
            return core::to_text(failure.problems().front());
        }
    };
    CHECK(said({{"name", "Who"}}) == "there is no column 'Who'; there are 'Wer', 'City'");
    CHECK(said({{"nome", "Wer"}}).starts_with("'nome' is no key of a person; the keys are id, was, name, "));
}

TEST_CASE("two columns for one value are told") {
    CHECK(refusal(exchange::read_csv, "Name,City,city\nAna,Porto,Lisbon\n") == "1: two columns are called 'city'");
    CHECK(refusal(exchange::read_csv, "Date,Note,Date\n") == "1: two columns are called 'Date'");
    CHECK(test::shown(read(exchange::read_csv, "Name,Home City,Business City,Company,Organization,Fax,Fax\n"
                                               "Ana,Porto,Lisbon,Ferrous,Ferrous,,\nBo,,Paris,,ACME,,\n")) ==
          "line 2, key Ana\nname: Ana\norganisation: Ferrous\ncity: Porto\n\n"
          "line 3, key Bo\nname: Bo\norganisation: ACME\ncity: Paris\n\n"
          "passed over Business City where there is Home City\n");
    CHECK(read(exchange::read_csv, "Name,Email,Email\nAna,a@x.org,b@x.org\n").people.front().emails ==
          std::vector<std::string>{"a@x.org", "b@x.org"});

    const auto said = [](const core::TextTable& columns) {
        auto options = test::options_of_tests();
        options.columns = columns;
        return refusal(exchange::read_csv, "A,B,B\nAna,Lisbon,x\n", options);
    };
    CHECK(said({{"name", "A"}, {"city", "B"}}) == "1: two columns are called 'B'");
    CHECK(said({{"name", "A"}, {"city", "A"}}) == "--map: 'A' is said to be 'name' and 'city'");
    auto options = test::options_of_tests();
    options.columns = {{"name", "A"}, {"name", "B"}};
    CHECK(refusal(exchange::read_csv, "A,B\n", options) ==
          "--map: 'name' holds one value, and is said to be in 'A' and in 'B'");
    options.columns = {{"date", "A"}, {"due", "B"}};
    CHECK(refusal(exchange::read_csv, "A,B\n", options) == "'due' is no key of an entry");
    options.columns = {{"foo", "B"}};
    CHECK(refusal(exchange::read_csv, "Date,B\n", options) == "'foo' is no key of an entry");
    CHECK(refusal(exchange::read_csv, "Date,Person,Note,B\n", options) == "'foo' is no key of an entry");
    options.columns = {{"date", "A"}};
    CHECK(refusal(exchange::read_csv, "A,B\n", options) ==
          "1: no column here is known to hold with whom it was, or a note");
}

TEST_CASE("kith's own tables come back as they were") {
    const auto people = read(exchange::read_csv,
                             "id,was,name,aliases,groups,every,late,snoozed_until,met,met_at,organisation,role,city,"
                             "email,birthday,handles,note,imported\n"
                             "ana-souza,,Ana Souza,asouza; Aninha,rust; mentors,3w,,,2024-05-02,,,,,,05-02,"
                             "linkedin:in/ana; mastodon:@ana@example.org,\"'-) one\ntwo, \"\"three\"\"\",\n");
    CHECK(people.from.empty());
    CHECK(test::shown(people) == R"(line 2, key ana-souza
id: ana-souza
name: Ana Souza
aliases: asouza | Aninha
groups: rust | mentors
every: 3w
met: 2024-05-02
birthday: 05-02
handles: linkedin=in/ana | mastodon=@ana@example.org
note: -) one
two, "three"

)");
    CHECK(test::shown(read(exchange::read_csv, "id,date,with,minutes,answered,note\n"
                                               "k7f2q9xa,2026-11-22T18:30:00,ana-souza; bo-li,45,false,Tea\n")) ==
          "line 2, key k7f2q9xa\nid: k7f2q9xa\ndate: 2026-11-22T18:30:00\nwith: ana-souza | bo-li\nanswered: false\n"
          "minutes: 45\nnote: Tea\n\n");
    CHECK(test::shown(read(exchange::read_csv, "id,name,start,end\nrustconf,RustConf,2026-09-09,2026-09-11\n")) ==
          "line 2, key rustconf\nid: rustconf\nname: RustConf\nstart: 2026-09-09\nend: 2026-09-11\n\n");
    CHECK(test::shown(read(exchange::read_csv, "id,due,note,every\nm3qd8w1z,2026-12-06,slides,'+2w\n")) ==
          "line 2, key m3qd8w1z\nid: m3qd8w1z\ndue: 2026-12-06\nnote: slides\nevery: +2w\n\n");
}

TEST_CASE("a table with some of kith's keys is not kith's own") {
    const auto people = read(exchange::read_csv, "id,name,email,city\n1,Ana Souza,a@x.org,Porto\n");
    CHECK(people.from == "csv");
    REQUIRE(people.people.size() == 1);
    CHECK(people.people.front().key == "1");
    CHECK(people.people.front().record.id.empty());
    CHECK(read(exchange::read_csv, "id,date,note\nk7f2q9xa,2026-11-22,Tea\n").from == "csv");
}

TEST_CASE("columns that say something and are not read are told once") {
    CHECK(test::shown(read(exchange::read_csv, "Name,Fax,Pager,E-mail 1 - Label,Assistant,E-mail 1 - Value\n"
                                               "Ana,1,,Work,,ana@example.org\nBo,2, ,,Eva,\n")) ==
          "line 2, key ana@example.org\nname: Ana\nemail: ana@example.org\n\n"
          "line 3, key Bo\nname: Bo\n\npassed over Fax\npassed over Assistant\n");
}

TEST_CASE("what is wrong is said with its line") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"", ""},
        {"\n\n", ""},
        {"name\n", ""},
        {"City,Country\nLisbon,PT\n", "1: no column here is known to hold a name or an e-mail"},
        {"name,note\nAna,\"one\ntwo\"\nBo,x,y\n", "4: 3 fields, where the header has 2"},
        {"name,note\nAna,x\nBo", "3: the file ends within this row"},
        {"name,note\nAna,x\nBo,", ""},
        {"name,note,city\nAna,x\nBo,x\n,", ""},
        {"name\n\"Ana\n", "2: a quote is opened here and never closed"},
        {"date,note\n2026-13-01,x\n", "2: 'date' is 2026-13-01, and there is no such day"},
        {"date,note\nsoon,x\n", "2: 'date' should be a date such as 2026-11-22, not a text"},
    };
    for (const auto& [text, said] : cases) {
        CAPTURE(text);
        CHECK(refusal(exchange::read_csv, text) == said);
    }
}

TEST_CASE("a broken row is passed over and told where that is asked for") {
    auto options = test::options_of_tests();
    options.skips_broken = true;
    const auto batch = read(exchange::read_csv, "name,note\nAna,x,y\nBo,z\n", options);
    CHECK(test::shown(batch) == "line 3, key Bo\nname: Bo\nnote: z\n\nskipped 2: 3 fields, where the header has 2\n");
    CHECK(test::shown(read(exchange::read_csv, "name,note\nBo,z\nEva", options)) ==
          "line 2, key Bo\nname: Bo\nnote: z\n\nskipped 3: the file ends within this row\n");
}

TEST_CASE("a table of texts without a colon is told") {
    auto options = test::options_of_tests();
    options.columns = {{"name", "Name"}, {"handles", "Mail"}};
    CHECK(test::shown(read(exchange::read_csv, "Name,Mail\nAna,a@x.org\nBo,github:bo\n", options)) ==
          "line 2, key Ana\nname: Ana\n\nline 3, key Bo\nname: Bo\nhandles: github=bo\n\n"
          "note 2: Ana comes in without the handles 'a@x.org': it should be a table of texts\n");
}

TEST_CASE("rows of entries without ids have the same key in each reading, and those that are equal each their own") {
    const std::string table = "date,with,channel,note\n"
                              "2026-01-01,ana,coffee,Slides\n"
                              "2026-01-01,ana,coffee,\n"
                              "2026-01-01,ana,coffee,\n";
    const auto options = test::options_of_tests();
    const auto rows = exchange::read_csv(exchange::pull_from(table), options).interactions;
    REQUIRE(rows.size() == 3);
    CHECK_FALSE(rows[0].key.empty());
    CHECK(rows[0].key != rows[1].key);
    CHECK(rows[2].key == rows[1].key + " 2");
    CHECK(exchange::read_csv(exchange::pull_from(table, 7), options).interactions[0].key == rows[0].key);
    const auto with_ids = "id,date,note\nk7f2q9xa,2026-01-01,Tea\n";
    CHECK(exchange::read_csv(exchange::pull_from(with_ids), options).interactions.at(0).key == "k7f2q9xa");
}

TEST_CASE("people are not called by their e-mails where their names may be in a column that is not known") {
    const std::string table = "Nome;Cognome;E-Mail;Azienda\nAna;Souza;a@x.org;Ferrous\n";
    CHECK(refusal(exchange::read_csv, table) == "1: no column here is known to hold a name");
    auto options = test::options_of_tests();
    options.columns = {{"first_name", "Nome"}, {"last_name", "Cognome"}};
    CHECK(read(exchange::read_csv, table, options).people.at(0).record.name == "Ana Souza");
    options.columns = {{"email", "E-Mail"}};
    CHECK(read(exchange::read_csv, table, options).people.at(0).record.name == "a@x.org");
    CHECK(read(exchange::read_csv, "E-mail,Company,E-mail 1 - Type,\na@x.org,Ferrous,Work,\n").people.size() == 1);
}
