// How a table is written down: its delimiter, its encoding, and what is no table.
#include "reading.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace kith;
using test::read;
using test::refusal;

TEST_CASE("the delimiter is noticed") {
    for (const std::string text :
         {"name,role\nAna,\"CTO; CEO\"\n", "name;role\nAna;\"CTO; CEO\"\n", "name\trole\nAna\tCTO; CEO\n",
          "name|role\nAna|CTO; CEO\n", "sep=;\r\nname;role\r\nAna;\"CTO; CEO\"\r\n", "name,role\rAna,CTO; CEO\r"}) {
        CAPTURE(text);
        const auto batch = read(exchange::read_csv, text);
        REQUIRE(batch.people.size() == 1);
        CHECK(batch.people.front().record.name == "Ana");
        CHECK(batch.people.front().record.role == "CTO; CEO");
    }
}

TEST_CASE("what Excel says of the delimiter is taken where it can be one, and is no row") {
    for (const std::string first : {"sep=^", "sep=a", "sep=1", "sep=\"", "sep='", "sep= ", "sep="}) {
        CAPTURE(first);
        const char sign = first.back() == '^' ? '^' : ',';
        const auto batch = read(exchange::read_csv, first + "\nname" + sign + "city\nAna" + sign + "Paris\n");
        REQUIRE(batch.people.size() == 1);
        CHECK(batch.people.front().line == 3);
        CHECK(batch.people.front().record.name == "Ana");
        CHECK(batch.people.front().record.city == "Paris");
    }
    CHECK(read(exchange::read_csv, "sep=x,name\n,Ana\n").people.front().line == 2);
}

TEST_CASE("blank lines before the header do not hide its delimiter") {
    for (const std::string text :
         {"\nname;city\nAna;Paris\n", "\r\n \r\nname,city\r\nAna,Paris\r\n", "\n\nsep=a\n\nname|city\nAna|Paris\n"}) {
        CAPTURE(text);
        const auto batch = read(exchange::read_csv, text);
        REQUIRE(batch.people.size() == 1);
        CHECK(batch.people.front().record.city == "Paris");
    }
    CHECK(read(exchange::read_csv, "\n\nname;city\nAna;Paris\n").people.front().line == 4);
}

TEST_CASE("a title above a header that is known is passed over, and else it is said what the first line must be") {
    for (const std::string text :
         {"My contacts\n\nName,City\nAna,Paris\n", "My contacts, 2026;;\n;;\nName;City;Fax\nAna;Paris;\n",
          "sep=;\r\nMy contacts\r\n\r\nName;City\r\nAna;Paris\r\n",
          "\"My contacts, as of November\",,\nName,City,Fax\nAna,Paris,\n",
          "\"Contacts, all\"\nName,City\nAna,Paris\n"}) {
        CAPTURE(text);
        const auto batch = read(exchange::read_csv, text);
        REQUIRE(batch.people.size() == 1);
        CHECK(batch.people.front().record.city == "Paris");
        CHECK(batch.people.front().line == std::ranges::count(text, '\n'));
    }
    const std::string unknown = "My contacts\n\nWer,Wo\nAna,Paris\n";
    CHECK(refusal(exchange::read_csv, unknown) == "1: this line names no columns");
    CHECK(refusal(exchange::read_csv, "\nMy contacts\nBo,Paris\nName,City\n") == "2: this line names no columns");
    auto options = test::options_of_tests();
    options.columns = {{"name", "Wer"}};
    CHECK(read(exchange::read_csv, unknown, options).people.at(0).line == 4);
    CHECK(refusal(exchange::read_csv, "\"My\nName,City\nAna,Paris\n") == "1: a quote is opened here and never closed");
    // A header of one column is one.
    CHECK(read(exchange::read_csv, "Name\nSouza Ana\n").people.size() == 1);
    CHECK(refusal(exchange::read_csv, "Stadt\nParis\n") == "1: no column here is known to hold a name or an e-mail");
}

TEST_CASE("of two signs that the header has as many of, the one that the rows agree on is the delimiter") {
    for (const std::string text : {"Name, first;Role\nAna;CTO\nBo;CEO\n", "Name;Role, or title\nAna;\"CTO, CEO\"\n",
                                   "Role;Name, first\nCTO, CEO, and more;Ana\nCTO;Ana\n"}) {
        CAPTURE(text);
        auto options = test::options_of_tests();
        const auto header = text.substr(0, text.find('\n'));
        options.columns = {{"name", header.starts_with("Role") ? "Name, first" : header.substr(0, header.find(';'))}};
        const auto batch = read(exchange::read_csv, text, options);
        REQUIRE_FALSE(batch.people.empty());
        CHECK(batch.people.front().record.name == "Ana");
    }
    CHECK(read(exchange::read_csv, "name,role;title\nAna,CTO\n").people.front().record.name == "Ana");
}

TEST_CASE("an empty field between tabs is a field") {
    const auto batch = read(exchange::read_csv, "role\tname\tcity\n\tAna\t\n\t\t\nCTO\tBo\tParis\n");
    CHECK(test::shown(batch) == "line 2, key Ana\nname: Ana\n\nline 4, key Bo\nname: Bo\nrole: CTO\ncity: Paris\n\n");
}

TEST_CASE("the encoding is noticed") {
    const auto wide = [](std::string_view text, bool is_little) {
        std::string bytes;
        for (const char each : text) bytes += is_little ? std::string{each, '\0'} : std::string{'\0', each};
        return bytes;
    };
    const std::vector<std::string> cases{
        "name\nJos\xC3\xA9\n",
        "\xEF\xBB\xBFname\nJos\xC3\xA9\n",
        "name\nJos\xE9\n",
        "\xFF\xFE" + wide("name\nJos\xE9\n", true),
        "\xFE\xFF" + wide("name\nJos\xE9\n", false),
        wide("name\nJos\xE9\n", true),
        wide("name\nJos\xE9\n", false),
    };
    for (const auto& text : cases) {
        const auto batch = read(exchange::read_csv, text);
        REQUIRE(batch.people.size() == 1);
        CHECK(batch.people.front().record.name == "José");
    }
    CHECK(refusal(exchange::read_csv, "\xFF\xFEn") == "1: this is not text in UTF-8");
}

TEST_CASE("one bad byte among UTF-8 is refused with its line, and another encoding is told") {
    CHECK(refusal(exchange::read_csv,
                  "name,note\nJos\xC3\xA9 Pe\xC3\xB1"
                  "a,x\nBo,\xC3\n") == "3: there is a byte that is not UTF-8, as the rest of the file is");
    CHECK(refusal(exchange::read_linkedin, "First Name,Last Name\nJos\xC3\xA9,\xFF\n") ==
          "2: there is a byte that is not UTF-8, as the rest of the file is");
    const auto batch = read(exchange::read_csv, "name\nJos\xE9 Pe\xF1"
                                                "a \x93"
                                                "CAF\xC9\x94\n");
    CHECK(batch.people.front().record.name == "José Peña “CAFÉ”");
    CHECK(batch.encoding == "Windows-1252");
    CHECK(read(exchange::read_csv, "name\nJos\x81\n").encoding == "ISO-8859-1");
    CHECK(read(exchange::read_csv, "name\nJos\xC3\xA9\n").encoding.empty());
    CHECK(read(exchange::read_linkedin, "First Name,Last Name\nJos\xE9,Li\n").encoding == "Windows-1252");
}

TEST_CASE("a NUL cuts nothing off") {
    const std::string text("name\nAna\0 Souza\n", 16);
    CHECK(read(exchange::read_csv, text).people.front().record.name == "Ana Souza");
}

TEST_CASE("a file that is no text is said to be none, with the line, and not read as columns") {
    using namespace std::string_literals;
    const std::vector<std::pair<std::string, std::string>> cases{
        {"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, "3: this is not text"},
        {"PK\x03\x04\x14\0\x06\0\x08\0,name"s, "1: this is not text"},
        {"PK\x03\x04 aaaa,name\n"s, "1: this is not text"},
        {"SQLite format 3\0\x10\0\x01\x01\0@  "s, "1: this is not text"},
    };
    for (const auto& [bytes, said] : cases) {
        CHECK(refusal(exchange::read_csv, bytes) == said);
        CHECK(refusal(exchange::read_linkedin, bytes) == said);
    }
}
