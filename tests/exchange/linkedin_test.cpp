#include "reading.hpp"

#include <doctest/doctest.h>

using namespace kith;
using test::read;
using test::refusal;

namespace {

const std::string header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";

} // namespace

TEST_CASE("LinkedIn's contacts as they are sent") {
    CHECK(test::shown(read(exchange::read_linkedin, test::sample("Connections.csv"))) == R"(line 5, key in/anasouza
name: Ana Souza
met: 2023-11-15
organisation: Ferrous
role: Compiler engineer, lead
email: ana@example.org
handles: linkedin=in/anasouza
note: On LinkedIn: Dr. Ana Souza, PhD 🚀

line 6, key in/bo-li-1234
name: Bo Li
met: 2024-05-02
organisation: "Quoted" & Sons
role: Works on two lines
handles: linkedin=in/bo-li-1234

line 8, key in/kasiał
name: Katarzyna Nowak
aliases: Kasia
met: 2020-01-01
handles: linkedin=in/kasiał
note: On LinkedIn: Katarzyna (Kasia) Nowak ✨

line 10, key jose@example.com
name: José Álvarez
organisation: Astilleros
email: jose@example.com

line 11, key in/libo
name: 李波
met: 2022-09-30
handles: linkedin=in/libo

skipped 9: no name
note 10: José Álvarez comes in without the day of connecting 'soon': it is no date
)");
}

TEST_CASE("the name without what people put around it") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"Ana,Souza", "Ana Souza"},
        {"Dr. Ana,Souza", "Ana Souza"},
        {"Prof. Dr. Ana,Souza", "Ana Souza"},
        {"Ana,\"Souza, MBA, PMP\"", "Ana Souza"},
        {"Ana,Souza PhD", "Ana Souza"},
        {"⭐Ana👩🏽‍💻,Souza ❤️", "Ana Souza"},
        {"Ana,Souza | Compilers", "Ana Souza Compilers"},
        {"Ana (she/her),Souza", "Ana Souza"},
        {"Jean-Luc,O'Neill", "Jean-Luc O'Neill"},
        {"Jack,Ma", "Jack Ma"},
        {"Dr.,", "Dr."},
        {"Rev,Bishop", "Rev Bishop"},
        {"Dr.,PhD", "Dr. PhD"},
        {"Prof. Dr. med. Eva,Ruiz", "Eva Ruiz"},
        {"Dr. rer. nat. Eva,Ruiz", "Eva Ruiz"},
        {"Phil,Ruiz", "Phil Ruiz"},
        {"Med. Eva,Ruiz", "Med. Eva Ruiz"},
        {"🚀,", "🚀"},
        {"  Ana  , Souza ", "Ana Souza"},
        {"علی,رضایی", "علی رضایی"},
    };
    for (const auto& [row, name] : cases) {
        CAPTURE(row);
        const auto batch = read(exchange::read_linkedin, header + row + ",,,,,\n");
        REQUIRE(batch.people.size() == 1);
        CHECK(batch.people.front().record.name == name);
    }
}

TEST_CASE("a day that there is not is said to be none, with its text and line") {
    const auto batch =
        read(exchange::read_linkedin,
             header + "Ana,Souza,,,,,31 Feb 2024\nBo,Li,,,,,\"Feb 30, 2024\"\nEva,Ruiz,,,,,31 Foo 2024\n");
    CHECK(batch.skipped ==
          std::vector<exchange::Skipped>{
              {2, "Ana Souza comes in without the day of connecting '31 Feb 2024': there is no such day", true},
              {3, "Bo Li comes in without the day of connecting 'Feb 30, 2024': there is no such day", true},
              {4, "Eva Ruiz comes in without the day of connecting '31 Foo 2024': it is no date", true}});
}

TEST_CASE("of days in numbers the column tells the order") {
    const auto days = [](const std::vector<std::string>& column) {
        std::string rows, text;
        for (const auto& day : column) rows += "Ana,Souza,,,,," + day + "\n";
        const auto batch = read(exchange::read_linkedin, header + rows);
        for (const auto& person : batch.people)
            text += (person.record.met ? core::to_text(*person.record.met) : "none") + " ";
        for (const auto& note : batch.skipped) text += note.reason;
        return text;
    };
    CHECK(days({"05/02/2024", "22/02/2024"}) == "2024-02-05 2024-02-22 ");
    CHECK(days({"05/02/2024", "02/22/2024"}) == "2024-05-02 2024-02-22 ");
    CHECK(days({"15-Nov-23"}) == "2023-11-15 ");
    CHECK(days({"05/02/2024"}) == "none Ana Souza comes in without the day of connecting '05/02/2024': it could be two "
                                  "days; write days as 2026-02-05 or 5 Feb 2026");
}

TEST_CASE("what is no address is no e-mail, and the contact comes in") {
    CHECK(test::shown(read(exchange::read_linkedin, header + "Ana,Souza,,hidden,,,\n")) ==
          "line 2, key \nname: Ana Souza\n\nnote 2: Ana Souza comes in without the e-mail 'hidden': it is no "
          "address\n");
}

TEST_CASE("columns may come in any order, and fewer of them") {
    const auto batch =
        read(exchange::read_linkedin, "Connected On,Last Name,\"First Name\"\n\"Nov 15, 2023\",Souza,Ana\n");
    CHECK(test::shown(batch) == "line 2, key \nname: Ana Souza\nmet: 2023-11-15\n\n");
}

TEST_CASE("a file that a spreadsheet has saved again has another delimiter") {
    for (const std::string delimiter : {";", "\t"}) {
        const auto row = [&](const std::string& a, const std::string& b, const std::string& c) {
            return a + delimiter + b + delimiter + c + "\n";
        };
        CHECK(test::shown(read(exchange::read_linkedin, row("Notes:", "", "") +
                                                            row("First Name", "Last Name", "Company") +
                                                            row("Ana", "Souza", "Ferrous, Inc."))) ==
              "line 3, key \nname: Ana Souza\norganisation: Ferrous, Inc.\n\n");
    }
}

TEST_CASE("what is wrong is said with its line") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"", ""},
        {header, ""},
        {"Name,City\nAna,Lisbon\n", "1: no line names the columns 'First Name' and 'Last Name'"},
        {"note\n" + header + "Ana,Souza\nBo,\"Li\n\n", "4: a quote is opened here and never closed"},
        {header + "Ana,Souza,,,Ferrous,CTO,15 Nov 2023,, \n", ""},
        {header + "Ana,Souza,,,Fer", "2: the file ends within this row"},
        {header + "Ana,Souza,,,Ferrous,CTO,15 Nov 2023", ""},
        {header + "Ana,Souza,,,Ferrous\n", ""},
        {header + "Ana,Souza,,,Ferrous, Inc.,CTO,15 Nov 2023\n", "2: 8 fields, where the header has 7"},
    };
    for (const auto& [text, said] : cases) {
        CAPTURE(text);
        CHECK(refusal(exchange::read_linkedin, text) == said);
    }
}

TEST_CASE("thirty thousand contacts") {
    std::string text = header;
    for (int number = 0; number < 30000; ++number) {
        const auto each = std::to_string(number);
        text +=
            "Ana" + each + ",Souza,https://www.linkedin.com/in/ana-" + each + ",,\"Ferrous, Inc.\",CTO,15 Nov 2023\r\n";
    }
    const auto batch = exchange::read_linkedin(exchange::pull_from(text), test::options_of_tests());
    REQUIRE(batch.people.size() == 30000);
    CHECK(batch.people.back().key == "in/ana-29999");
    CHECK(batch.people.back().line == 30001);
}
