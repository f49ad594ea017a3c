#include "reading.hpp"

#include <doctest/doctest.h>

using namespace kith;
using exchange::FileKind;
using namespace std::string_literals;

TEST_CASE("a file is what it begins with, whatever it is called") {
    const std::vector<std::pair<std::string, FileKind>> samples{
        {"phone.vcf", FileKind::vcard},          {"old-phone.vcf", FileKind::vcard}, {"service.vcf", FileKind::vcard},
        {"Connections.csv", FileKind::linkedin}, {"google.csv", FileKind::csv},      {"outlook.csv", FileKind::csv},
        {"calendar.ics", FileKind::ics},         {"friends.md", FileKind::friends},
    };
    for (const auto& [name, kind] : samples) {
        CAPTURE(name);
        const auto text = test::sample(name);
        CHECK(exchange::recognise(std::string_view(text).substr(0, 4096), "-") == kind);
    }
}

TEST_CASE("blanks and a mark are nothing") {
    for (const auto& text : {""s, " \r\n\t"s, "\xEF\xBB\xBF\n"s, "\xFF\xFE\n\0"s, "\xFE\xFF"s})
        CHECK(exchange::is_blank(text));
    for (const auto& text : {"x"s, "\0"s, "\xFF\xFEx\0"s, "{}"s}) CHECK_FALSE(exchange::is_blank(text));
}

TEST_CASE("by content first, by the ending of the name second") {
    struct Case {
        std::string beginning;
        std::string name;
        std::optional<FileKind> kind;
    };
    const std::vector<Case> cases{
        {"BEGIN:VCARD\r\n", "people.csv", FileKind::vcard},
        {"\xEF\xBB\xBF\r\nbegin:vcard\n", "", FileKind::vcard},
        {"BEGIN:VCALENDAR\n", "x", FileKind::ics},
        {" \n[{\"id\": 1}]", "x.csv", FileKind::json},
        {"{}", "", FileKind::json},
        {"Connected On,First Name,Last Name\n", "", FileKind::linkedin},
        {"### Friends:\n- Ana\n", "notes.md", FileKind::friends},
        {"Name;City\n", "", FileKind::csv},
        {"My contacts\n\nName,Email\nBo,b@x.org\n", "", FileKind::csv},
        {"sep=;\nMy contacts;;\nName;Email;City\n", "", FileKind::csv},
        {"My contacts\n\nWer,Was\nBo,Tee\n", "", FileKind::csv}, // Of which it is said what is wrong.
        {"My contacts\n\nWer,Was\n", "", std::nullopt},
        {"A letter\n\nDear Ana, this is\nno table, is it?\n", "", std::nullopt},
        {"Subject,Start Date,Start Time\n", "gc.ics", FileKind::csv},
        {"Strange,Words\n", "gc.ics", FileKind::ics},
        {"\xFF\xFEN\0,\0C\0"s, "", FileKind::csv},
        {"N\0,\0C\0"s, "", FileKind::csv},
        {"name\nAna\n", "people.CSV", FileKind::csv},
        {"name\nAna\n", "", std::nullopt},
        {"", "", std::nullopt},
        {"", "phone.vcf", FileKind::vcard},
        {"", "Connections.csv", FileKind::linkedin},
        {"<html>, and so on", "", std::nullopt},
        {"Title\nx,\"a\":b\n1\n2\n", "", std::nullopt}, // A quote that is never closed.
    };
    for (const auto& [beginning, name, kind] : cases) {
        CAPTURE(beginning);
        CHECK((exchange::recognise(beginning, name) == kind));
    }
}
