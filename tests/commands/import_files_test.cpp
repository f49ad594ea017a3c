// What files an import takes, and what it says of those that it does not.
#include "program.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>

using kith::test::Program;

TEST_CASE("address books and journals in UTF-16 are read") {
    const auto wide = [](const std::string& text) {
        std::string bytes = "\xFF\xFE";
        for (const char each : text) bytes += {each, '\0'};
        return bytes;
    };
    Program program;
    program.files.files["a.vcf"] = wide("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Rui Costa\r\nEND:VCARD\r\n");
    program.files.files["b.json"] = wide("[{\"id\": \"eva\", \"name\": \"Eva\"}]");
    program.files.files["c.ics"] = wide("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
    CHECK(program.run({"import", "--yes", "a.vcf", "b.json", "c.ics"}).out ==
          "people  2 new\nnew     people: Rui Costa · Eva\nwritten\n");
}

TEST_CASE("an encoding that was assumed is told before the question") {
    Program program;
    program.files.files["people.csv"] = "name\nJos\xE9\n";
    CHECK(program.run({"import", "--yes", "people.csv"}).out ==
          "people   1 new\n"
          "new      people: José\n"
          "read as  people.csv: Windows-1252, for it is not UTF-8; look whether the accents are right\nwritten\n");
    CHECK(program.run({"import", "--yes", "--json", "people.csv"}).out.find("\"encoding\": \"Windows-1252\"") !=
          std::string::npos);
}

TEST_CASE("the way out of a broken record is named where it is one") {
    const std::string good = "BEGIN:VCARD\nVERSION:4.0\nFN:Rui Costa\nEND:VCARD\n";
    const std::string broken = "BEGIN:VCARD\nVERSION:4.0\nFN:Nobody\n";
    Program program;
    program.files.files["broken.vcf"] = good + broken;
    program.files.files["lost.vcf"] = broken;
    const std::string way_out = "--skip-broken";
    CHECK(program.run({"import", "--yes", "broken.vcf"}).err.find(way_out) != std::string::npos);
    CHECK(program.run({"import", "--yes", "lost.vcf"}).err.find(way_out) == std::string::npos);
    CHECK(program.run({"import", "--yes", "--skip-broken", "broken.vcf"}).status == 0);
}

TEST_CASE("a file in which there is nothing is refused, whatever its name, and one of which nothing comes is not") {
    const std::string blank(20000, '\n');
    for (const std::string name : {"a.vcf", "a.csv", "Connections.csv", "a.ics", "friends.md", "a.json", "a.txt"})
        for (const std::string& text : {std::string(), std::string("\xEF\xBB\xBF \n"), blank}) {
            CAPTURE(name);
            Program program;
            program.files.files[name] = text;
            const auto said = program.run({"import", "--yes", name});
            CHECK(said.status == 1);
            CHECK(said.err == "kith: " + name + ": this is empty; nothing was imported\n");
        }
    Program program;
    CHECK(program.run({"import", "--yes", "-"}).err == "kith: standard input: this is empty; nothing was imported\n");
    CHECK(program.run({"import", "--yes", "--as", "csv", "-"}).status == 1);
    const std::map<std::string, std::string> files{{"a.csv", "name,city\n"},
                                                   {"Connections.csv", "First Name,Last Name,Connected On\n"},
                                                   {"a.ics", "BEGIN:VCALENDAR\nEND:VCALENDAR\n"},
                                                   {"friends.md", "### Activities:\n"},
                                                   {"a.json", "{}"},
                                                   {"b.json", "{\"people\": []}"}};
    for (const auto& [name, text] : files) {
        CAPTURE(name);
        program.files.files[name] = text;
        CHECK(program.run({"import", "--yes", name}).status == 0);
    }
}

TEST_CASE("a file that is named twice is read once") {
    Program program;
    program.files.files["a.csv"] = "name,city\n,Lisbon\nRui Costa,Porto\n";
    CHECK(program.run({"import", "--yes", "a.csv", "a.csv"}).out ==
          "people   1 new\nnew      people: Rui Costa\nskipped  a.csv:2: no name and no address\nwritten\n");
}
