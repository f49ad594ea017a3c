#include "kith/exchange/readers.hpp"
#include "kith/exchange/write_vcard.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace kith;
using exchange::VcardVersion;

namespace {

core::Person ana() {
    core::Person person;
    person.id = {"ana-souza"};
    person.name = "Ana Maria Souza";
    person.aliases = {"asouza", "Souza; Ana"};
    person.groups = {"rust", "mentors"};
    person.organisation = "Ferrous, Ltd.";
    person.role = "Compiler engineer";
    person.city = "Lisbon";
    person.email = "ana@example.org";
    person.birthday = "1990-05-02";
    person.handles = {{"linkedin", "in/anasouza"}, {"phone", "+351 21 000"}, {"website", "https://ana.example.org"}};
    person.note = "Prefers voice\nmessages.";
    return person;
}

bool has_line(const std::string& text, const std::string& line) {
    return text.find("\r\n" + line + "\r\n") != std::string::npos;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find("\r\n");
        REQUIRE(end != std::string_view::npos);
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end + 2);
    }
    return lines;
}

} // namespace

TEST_CASE("a person is a card") {
    CHECK(exchange::write_vcard(ana(), VcardVersion::v3) ==
          "BEGIN:VCARD\r\n"
          "VERSION:3.0\r\n"
          "UID:kith-person-ana-souza\r\n"
          "FN:Ana Maria Souza\r\n"
          "N:Souza;Ana Maria;;;\r\n"
          "NICKNAME:asouza\r\n"
          "NICKNAME:Souza\\; Ana\r\n"
          "EMAIL:ana@example.org\r\n"
          "X-SOCIALPROFILE;TYPE=linkedin;X-USER=in/anasouza:https://www.linkedin.com/i\r\n"
          " n/anasouza\r\n"
          "TEL:+351 21 000\r\n"
          "URL:https://ana.example.org\r\n"
          "ADR:;;;Lisbon;;;\r\n"
          "ORG:Ferrous\\, Ltd.\r\n"
          "TITLE:Compiler engineer\r\n"
          "BDAY:1990-05-02\r\n"
          "CATEGORIES:rust,mentors\r\n"
          "NOTE:Prefers voice\\nmessages.\r\n"
          "END:VCARD\r\n");
}

TEST_CASE("a birthday is written as each version wants it") {
    struct Case {
        const char* birthday;
        const char* in_v3;
        const char* in_v4;
    };
    for (const Case& each : {Case{"1990-05-02", "BDAY:1990-05-02", "BDAY:19900502"},
                             Case{"05-02", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-02", "BDAY:--0502"},
                             Case{"02-29", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29", "BDAY:--0229"}}) {
        CAPTURE(each.birthday);
        auto person = ana();
        person.birthday = each.birthday;
        CHECK(has_line(exchange::write_vcard(person, VcardVersion::v3), each.in_v3));
        CHECK(has_line(exchange::write_vcard(person, VcardVersion::v4), each.in_v4));
    }
    auto person = ana();
    person.birthday = "in spring";
    CHECK(exchange::write_vcard(person, VcardVersion::v3).find("BDAY") == std::string::npos);
}

TEST_CASE("version 4.0 says that the uid is a text") {
    const auto card = exchange::write_vcard(ana(), VcardVersion::v4);
    CHECK(has_line(card, "VERSION:4.0"));
    CHECK(has_line(card, "UID;VALUE=text:kith-person-ana-souza"));
}

TEST_CASE("a name of one word is a given name, and a person without a name is called by the id") {
    auto person = ana();
    person.name = "李波";
    CHECK(has_line(exchange::write_vcard(person, VcardVersion::v3), "N:;李波;;;"));
    person.name.clear();
    CHECK(has_line(exchange::write_vcard(person, VcardVersion::v3), "FN:ana-souza"));
    person.id = {};
    person.name = "Zoë Ångström";
    CHECK(has_line(exchange::write_vcard(person, VcardVersion::v3), "UID:kith-person-zoe-angstrom"));
}

TEST_CASE("the parts of a name are what they are") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"Ana Souza 🌻", "Souza;Ana;;;"},
        {"🌻 Ana", ";Ana;;;"},
        {"🌻", ";🌻;;;"},
        {"Dr. Ana Maria Souza PhD", "Souza;Ana Maria;;Dr.;PhD"},
        {"Prof. Dr. med. Ana Souza, PhD, MBA", "Souza;Ana;;Prof.,Dr. med.;PhD,MBA"},
        {"Ana Souza, CSM", "Souza;Ana;;;CSM"},
        {"Ana Souza, Dr.", "Souza;Ana;;Dr.;"},
        {"Dr. Souza", "Souza;;;Dr.;"},
        {"Rev Bishop", "Bishop;Rev;;;"},
        {"Bishop, Rev", "Bishop;Rev;;;"},
        {"Ana PhD", ";Ana;;;PhD"},
        {"Jane Smith Jr.", "Smith;Jane;;;Jr."},
        {"Jane Smith, Jr.", "Smith;Jane;;;Jr."},
        {"John Smith III", "Smith;John;;;III"},
        {"Smith Jr., John", "Smith;John;;;Jr."},
        {"Amartya Sen", "Sen;Amartya;;;"},
        {"Hans Meier jun.", "Meier;Hans;;;jun."},
        {"Meier, Hans Sen.", "Meier;Hans;;;Sen."},
        {"Jan van der Berg", "van der Berg;Jan;;;"},
        {"Dr. Jan Piet Van Der Berg", "Van Der Berg;Jan Piet;;Dr.;"},
        {"Van der Berg, Jan", "Van der Berg;Jan;;;"},
        {"Van der Berg", "Van der Berg;;;;"},
        {"von Neumann", "von Neumann;;;;"},
        {"Van Morrison", "Morrison;Van;;;"},
        {"Al Di Meola", "Di Meola;Al;;;"},
        {"Ben de la Cruz", "de la Cruz;Ben;;;"},
        {"Dr. Ben St. Claire", "St. Claire;Ben;;Dr.;"},
        {"St. Claire", "St. Claire;;;;"},
        {"Al Pacino", "Pacino;Al;;;"},
        {"al Di Meola", "al Di Meola;;;;"},
        {"De la Cruz", "De la Cruz;;;;"},
        {"Maria da Silva e Costa", "da Silva e Costa;Maria;;;"},
        {"José Ortega y Gasset", "Ortega y Gasset;José;;;"},
        {"Ahmad bin Abdullah", "bin Abdullah;Ahmad;;;"},
        {"Fatima El Idrissi", "El Idrissi;Fatima;;;"},
        {"Siobhán Ní Bhriain", "Ní Bhriain;Siobhán;;;"},
        {"Cian Ó Briain", "Ó Briain;Cian;;;"},
        {"Erik ten Hag", "ten Hag;Erik;;;"},
        {"Souza, Dr. Ana Maria", "Souza;Ana Maria;;Dr.;"},
        {"SOUZA, ANA", "SOUZA;ANA;;;"},
        {"Smith, J.", "Smith;J.;;;"},
        {"Smith, JP", "Smith;JP;;;"},
        {"Gabriel García Márquez", "Márquez;Gabriel García;;;"},
        {"García Márquez, Gabriel", "García Márquez;Gabriel;;;"},
        {"Ana Souza, engineer, mother", "Souza;Ana;;;"},
        {"Katarzyna (Kasia) Nowak [PL]", "Nowak;Katarzyna;;;"},
        {"(Ana)", ";(Ana);;;"},
        {R"(Ana "Nina, Nana" Souza)", R"(Souza;Ana "Nina\, Nana";;;)"},
        {R"(Eve "E;v,e" O'Neill: \ 2)", R"(2;Eve "E\;v\,e" O'Neill: \\;;;)"},
        {"Ana Souza | Rust", "Souza;Ana;;;"},
        {"Ana Souza - Ferrous", "Souza;Ana;;;"},
        {"Ana Souza; \\o/", "\\\\o/;Ana Souza\\;;;;"},
        {"李 波", "李;波;;;"},
        {", ", ";\\,;;;"},
        {"Souza, ", ";Souza;;;"},
        {", Ana", ";Ana;;;"},
        {"Dr.", ";Dr.;;;"},
        {"PhD, Dr.", "PhD;;;Dr.;"},
    };
    for (const auto& [name, parts] : cases) {
        CAPTURE(name);
        auto person = ana();
        person.name = name;
        CHECK(has_line(exchange::write_vcard(person, VcardVersion::v3), "N:" + parts));
    }
}

TEST_CASE("a name that nobody has is not parted") {
    auto person = ana();
    person.name = "Ana";
    while (person.name.size() <= 1000) person.name += " (b)";
    const auto batch = exchange::read_vcard(exchange::pull_from(exchange::write_vcard(person, VcardVersion::v3)), {});
    CHECK(batch.people[0].record.name == person.name);
    const auto begin = exchange::write_vcard(person, VcardVersion::v3);
    CHECK(begin.find("\r\nN:;Ana (b) (b)") != std::string::npos);
}

TEST_CASE("a card that kith wrote has the name as it was, and nothing of it is passed over") {
    for (const std::string name : {"Dr. Ana Maria Souza PhD 🌻", "Ana Souza, PhD, MBA", "Van der Berg, Jan",
                                   "Prof. Dr. med. Jane Smith Jr., CSM", "Jan van der Berg (Acme)", "李 波"}) {
        CAPTURE(name);
        for (const auto version : {VcardVersion::v3, VcardVersion::v4}) {
            auto person = ana();
            person.name = name;
            const auto batch = exchange::read_vcard(exchange::pull_from(exchange::write_vcard(person, version)), {});
            REQUIRE(batch.people.size() == 1);
            CHECK(batch.people.front().record.name == name);
            CHECK(batch.passed_over.empty());
        }
    }
}

TEST_CASE("lines are folded at 75 bytes, never within a character") {
    for (const std::string_view sign : {"a", "é", "波", "🦀"}) {
        for (std::size_t blanks = 0; blanks < 4; ++blanks) {
            auto person = ana();
            person.note = std::string(blanks, ' ');
            for (int i = 0; i < 200; ++i) person.note += sign;
            std::string unfolded;
            for (const auto& line : lines_of(exchange::write_vcard(person, VcardVersion::v3))) {
                CHECK(line.size() <= 75);
                REQUIRE(!line.empty());
                const auto begin = static_cast<unsigned char>(line[line[0] == ' ' ? 1 : 0]);
                CHECK((begin & 0xC0U) != 0x80U);
                unfolded += line[0] == ' ' ? line.substr(1) : "\r\n" + line;
            }
            CHECK(unfolded.find("\r\nNOTE:" + person.note + "\r\n") != std::string::npos);
        }
    }
}

TEST_CASE("what could end a line, or steer a terminal, does not come through") {
    auto person = ana();
    person.name = "Eve\r\nEND:VCARD\x1b[2J\u009b";
    person.handles = {{"my \"own\": net", "a\nb"}};
    const auto card = exchange::write_vcard(person, VcardVersion::v3);
    CHECK(has_line(card, "FN:Eve\\nEND:VCARD[2J"));
    CHECK(has_line(card, "X-SOCIALPROFILE;TYPE=\"my 'own': net\";X-USER=a b:a\\nb"));
    CHECK(card.find('\x1b') == std::string::npos);
}

TEST_CASE("profiles come back as they were, those on networks that are known from their addresses") {
    core::Person person;
    person.name = "Ana";
    for (const core::TextTable& handles :
         {core::TextTable{{"linkedin", "in/anasouza"}, {"linkedin-2", "in/josé-lima"}, {"x", "ana"}},
          core::TextTable{{"linkedin-2", "pub/ana"}, {"linkedin", "in/ana%2"}},
          core::TextTable{{"linkedin", "AnaSouza"}, {"mastodon", "@ana@example.org"}},
          core::TextTable{{"linkedin", "in/AnaSouza"}, {"linkedinish", "in/ana"}},
          core::TextTable{{"linkedin", "company/ferrous"}, {"github", "in/ana"}},
          core::TextTable{{"github", "ana"},
                          {"github-2", "ana-2"},
                          {"gitlab", "ana"},
                          {"codeberg", "ana"},
                          {"bluesky", "ana.example.org"},
                          {"instagram", "ana_souza"},
                          {"facebook", "ana.souza"},
                          {"threads", "ana"},
                          {"medium", "ana"},
                          {"youtube", "ana"},
                          {"tiktok", "ana"},
                          {"telegram", "ana"},
                          {"mastodon", "@ana@example.org"},
                          {"discourse", "ana"}},
          core::TextTable{{"github", "AnaSouza"},
                          {"github-2", "login"},
                          {"x", "@ana"},
                          {"telegram", "+351 1"},
                          {"medium", "josé"},
                          {"githubby", "ana"}}}) {
        person.handles = handles;
        const auto card = exchange::write_vcard(person, VcardVersion::v4);
        CAPTURE(card);
        const auto batch = exchange::read_vcard(exchange::pull_from(card), {});
        REQUIRE(batch.people.size() == 1);
        CHECK(batch.people.front().record.handles == handles);
        CHECK(batch.passed_over.empty());
    }
    person.handles = {{"linkedin", "in/josé-lima"}};
    CHECK(
        exchange::write_vcard(person, VcardVersion::v4).find(":https://www.linkedin.com\r\n /in/jos%C3%A9-lima\r\n") !=
        std::string::npos);
    const auto written = [&person](const std::string& network, const std::string& name) {
        person.handles = {{network, name}};
        const auto card = exchange::write_vcard(person, VcardVersion::v3);
        const auto begin = card.find("X-SOCIALPROFILE");
        auto line = card.substr(begin, card.find("END:VCARD") - 2 - begin);
        if (const auto fold = line.find("\r\n "); fold != std::string::npos) line.erase(fold, 3);
        return line;
    };
    CHECK(written("github", "annah") == "X-SOCIALPROFILE;TYPE=github;X-USER=annah:https://github.com/annah");
    CHECK(written("x", "ana") == "X-SOCIALPROFILE;TYPE=x;X-USER=ana:https://x.com/ana");
    CHECK(written("bluesky", "ana.org") ==
          "X-SOCIALPROFILE;TYPE=bluesky;X-USER=ana.org:https://bsky.app/profile/ana.org");
    CHECK(written("threads-2", "ana") == "X-SOCIALPROFILE;TYPE=threads-2;X-USER=ana:https://threads.com/@ana");
    // What would come back as another one stays as it is.
    CHECK(written("github", "AnnaH") == "X-SOCIALPROFILE;TYPE=github;X-USER=AnnaH:AnnaH");
    CHECK(written("github", "login") == "X-SOCIALPROFILE;TYPE=github;X-USER=login:login");
    CHECK(written("x", "@ana") == "X-SOCIALPROFILE;TYPE=x;X-USER=@ana:@ana");
    CHECK(written("telegram", "+351 1") == "X-SOCIALPROFILE;TYPE=telegram;X-USER=+351 1:+351 1");
    CHECK(written("discourse", "ana") == "X-SOCIALPROFILE;TYPE=discourse;X-USER=ana:ana");
}

TEST_CASE("where names are made up profiles have no address, which may be somebody's") {
    core::Person person;
    person.id = {"person-4"};
    person.handles = {{"github", "person-4"}};
    const auto line = [&person](exchange::ProfileAddresses addresses) {
        return lines_of(exchange::write_vcard(person, VcardVersion::v3, addresses)).at(5);
    };
    using enum exchange::ProfileAddresses;
    CHECK(line(written) == "X-SOCIALPROFILE;TYPE=github;X-USER=person-4:https://github.com/person-4");
    CHECK(line(left_out) == "X-SOCIALPROFILE;TYPE=github;X-USER=person-4:person-4");
}
