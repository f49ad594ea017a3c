#include "vcard_reading.hpp"

#include <doctest/doctest.h>

using namespace kith;
using test::card_with;
using test::person_with;
using test::read;
using test::refusal;

TEST_CASE("a telephone's export: photos, groups, a number without a name") {
    CHECK(test::shown(read(exchange::read_vcard, test::sample("phone.vcf"))) ==
          R"(line 1, key 8d1f6a3e-0001-4000-8000-00000000A11A
name: Ana Souza
aliases: Aninha | asouza
groups: rust-meetup | mentors | rust-friends
organisation: Ferrous
role: Compiler engineer
city: Lisboa
email: ana@example.org
birthday: 05-02
handles: phone=+351 91 555 01 02 | phone-2=+351 21 555 01 00 | linkedin=in/anasouza | mastodon=@ana@social.example.org
note: Prefers voice messages.
Met at the meetup, by the window; likes tea.
emails: ana@example.org | ana@home.example

skipped 42: no name and no address
skipped 48: Ferrous Systems is an organisation
passed over X-ABLABEL (2)
passed over PHOTO
passed over departments of ORG
passed over ADR but for the city
passed over titles of N
)");
}

TEST_CASE("version 2.1: quoted-printable with soft line breaks, a character set, a photo in Base64") {
    CHECK(test::shown(read(exchange::read_vcard, test::sample("old-phone.vcf"))) == R"(line 1, key jose@example.com
name: José Álvarez
organisation: Astilleros
email: jose@example.com
birthday: 1988-02-29
handles: phone=+34 600 000 000 | phone-2=+34 91 000 00 00
note: Hablé con él en la feria; le gusta el café
y el té.

passed over PHOTO
passed over departments of ORG
)");
}

TEST_CASE("version 4.0") {
    CHECK(test::shown(read(exchange::read_vcard, test::sample("service.vcf"))) ==
          R"(line 1, key 4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
name: 李波
groups: llvm
email: bo@example.net
birthday: 04-12
handles: phone=+86-10-5550-1234 | github=boli | website=https://boli.example/
note: Works on LLVM; knows; \ everyone 🚀
emails: bo@example.net | bo.li@work.example

line 18, key Chloé Dubois
name: Chloé Dubois
role: Organiser
city: Paris

note 21: Chloé Dubois comes in without the birthday 'circa 1980': it is no date
passed over GENDER
passed over PHOTO
passed over ADR but for the city
)");
}

TEST_CASE("line ends, a byte-order mark, blank lines, and small letters") {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        CAPTURE(end);
        const auto batch = read(exchange::read_vcard, "\xEF\xBB\xBF" + end + "begin:vcard" + end + "fn:Ana So" + end +
                                                          " uza" + end + "end:vcard" + end + end);
        REQUIRE(batch.people.size() == 1);
        CHECK(batch.people.front().record.name == "Ana Souza");
        CHECK(batch.people.front().line == 2);
    }
}

TEST_CASE("a letter that is cut in two by a folded line is whole again") {
    CHECK(
        read(exchange::read_vcard, "BEGIN:VCARD\r\nFN:Jos\xC3\r\n \xA9\r\nEND:VCARD\r\n").people.front().record.name ==
        "José");
}

TEST_CASE("the name") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"FN:Ana Souza\nN:Lima;Ana;;;", "Ana Souza"},
        {"N:Souza;Ana;Maria;Dr.;PhD", "Ana Maria Souza"},
        {"FN:\nN:Souza;Ana", "Ana Souza"},
        {"FN:\nNICKNAME:Aninha", "Aninha"},
        {"FN:\nORG:Ferrous;Sales", "Ferrous"},
        {"FN:\nEMAIL:ana@example.org", "ana@example.org"},
        {"FN:  Ana \t Souza\\n", "Ana Souza"},
        {R"(N:Souza\, jr.;Ana \; Maria)", "Ana ; Maria Souza, jr."},
    };
    for (const auto& [lines, name] : cases) {
        CAPTURE(lines);
        const auto batch = read(exchange::read_vcard, "BEGIN:VCARD\n" + lines + "\nEND:VCARD\n");
        REQUIRE(batch.people.size() == 1);
        CHECK(batch.people.front().record.name == name);
    }
}

TEST_CASE("the birthday") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"BDAY:1990-05-02", "1990-05-02"},
        {"BDAY:19900502", "1990-05-02"},
        {"BDAY:1990-05-02T00:00:00Z", "1990-05-02"},
        {"BDAY:19900502T103000", "1990-05-02"},
        {"BDAY;VALUE=date:--0502", "05-02"},
        {"BDAY:--05-02", "05-02"},
        {"BDAY:--0229", "02-29"},
        {"BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29", "02-29"},
        {"BDAY:1990-02-30", ""},
        {"BDAY:1990", ""},
        {"BDAY:0000-00-00", ""},
        {"BDAY:", ""},
    };
    for (const auto& [line, birthday] : cases) {
        CAPTURE(line);
        CHECK(person_with(line).birthday == birthday);
    }
}

TEST_CASE("addresses of profiles become handles") {
    const std::vector<std::pair<std::string, core::TextTable>> cases{
        {"URL:http://linkedin.com/in/AnaSouza?trk=x", {{"linkedin", "in/anasouza"}}},
        {"URL:https://pt.linkedin.com/in/jos%C3%A9-lima/", {{"linkedin", "in/josé-lima"}}},
        {"URL:www.linkedin.com/company/ferrous", {{"website", "www.linkedin.com/company/ferrous"}}},
        {"URL:https://www.facebook.com/profile.php?id=1", {{"website", "https://www.facebook.com/profile.php?id=1"}}},
        {"URL:https://www.facebook.com/people/X/1", {{"website", "https://www.facebook.com/people/X/1"}}},
        {"URL:https://t.me/joinchat/A", {{"website", "https://t.me/joinchat/A"}}},
        {"URL:https://t.me/+A", {{"website", "https://t.me/+A"}}},
        {"URL:https://github.com/AnaSouza", {{"github", "anasouza"}}},
        {"URL:https://twitter.com/ana", {{"x", "ana"}}},
        {"URL:https://x.com/@ana", {{"x", "ana"}}},
        {"URL:https://social.example.org/@ana", {{"mastodon", "@ana@social.example.org"}}},
        {"URL:https://bsky.app/profile/ana.example.org", {{"bluesky", "ana.example.org"}}},
        {"URL:https://netflix.com/ana", {{"website", "https://netflix.com/ana"}}},
        {"URL:https://a.example\nURL:https://b.example",
         {{"website", "https://a.example"}, {"website-2", "https://b.example"}}},
        {"URL:https://a.example\nURL:https://a.example", {{"website", "https://a.example"}}},
        {"X-SOCIALPROFILE;TYPE=twitter;x-user=ana:http://twitter.com/ana", {{"x", "ana"}}},
        {"X-SOCIALPROFILE;TYPE=flickr;x-user=ana:", {{"flickr", "ana"}}},
        {"X-SOCIALPROFILE;TYPE=linkedin:in/anasouza", {{"linkedin", "in/anasouza"}}},
        {"X-SOCIALPROFILE;TYPE=mastodon:@ana@example.org", {{"mastodon", "@ana@example.org"}}},
        {"X-SOCIALPROFILE:https://ana.example", {{"website", "https://ana.example"}}},
        {"TEL;TYPE=FAX:1\nTEL;TYPE=CELL:2", {{"phone", "2"}}},
    };
    for (const auto& [lines, handles] : cases) {
        CAPTURE(lines);
        CHECK(person_with(lines).handles == handles);
    }
}

TEST_CASE("everything of a card that has no place in kith is named, with how often") {
    const auto passed_over = [](const std::string& lines) {
        return read(exchange::read_vcard, card_with(lines)).passed_over;
    };
    using Names = std::vector<std::string>;
    CHECK(passed_over("UID:1\nPRODID:x\nORG:Ferrous\nTITLE:CTO\nTEL:1").empty());
    CHECK(passed_over("PHOTO:\nGEO: ").empty());
    CHECK(passed_over("PHOTO:x\nREV:1\nitem1.X-ABLabel:y\nPHOTO:\n z\nGEO:1;2") ==
          Names{"PHOTO (2)", "REV", "X-ABLABEL", "GEO"});
    CHECK(passed_over("ORG:Ferrous;Compilers;\nORG:Astilleros\nORG:Ferrous") ==
          Names{"departments of ORG", "ORG beyond the first"});
    CHECK(passed_over("TITLE:CTO\nTITLE:CEO\nROLE:Boss\nFN:Ana S.\nBDAY:1990-05-02\nBDAY:1990-05-03") ==
          Names{"TITLE beyond the first", "FN beyond the first", "BDAY beyond the first", "ROLE beside a TITLE"});
    CHECK(passed_over("N:Souza;Ana;;Dr.;\nADR:;;;Lisboa;;;\nADR:;;;Porto;;;") ==
          Names{"ADR beyond the first", "titles of N"});
    CHECK(passed_over("AGENT:\nBEGIN:VCARD\nFN:Bo Li\nPHOTO:x\nEND:VCARD") == Names{"AGENT"});
    std::string many;
    for (const char each : std::string("abcdefghijk"))
        many += std::string("URL:https://") + each + ".example\nTEL:1" + std::to_string(each) + "\n";
    CHECK(passed_over(many) == Names{"URL beyond the ninth (2)", "TEL beyond the ninth (2)"});
    many.clear();
    for (int i = 0; i < 150; ++i) many += "X-" + std::to_string(i) + ":x\n";
    CHECK(passed_over(many).size() == 101);
    CHECK(passed_over(many).back() == "others (50)");
    // What is told as a whole is not told by its parts.
    CHECK(read(exchange::read_vcard, "BEGIN:VCARD\nFN:\nPHOTO:x\nEND:VCARD\n").passed_over.empty());
}

TEST_CASE("titles are looked for in the name by their words, however many both are") {
    const auto loses_titles = [](const std::string& name, const std::string& titles) {
        const auto card = "BEGIN:VCARD\nFN:" + name + "\nN:Souza;Ana;;" + titles + "\nEND:VCARD\n";
        return read(exchange::read_vcard, card).passed_over == std::vector<std::string>{"titles of N"};
    };
    CHECK(!loses_titles("Dr. med. Ana Souza\\, PhD\\, MBA", "Dr. med.;PhD,MBA"));
    CHECK(!loses_titles("Ana Souza\\, PhD\\, MBA", ";PhD\\, MBA"));
    CHECK(loses_titles("Dr. Ana Souza", "Dr. med.;"));
    std::string name = "Ana";
    std::string titles = "z";
    for (int i = 0; i < 40000; ++i) {
        name += " a";
        titles += ",z";
    }
    CHECK(!loses_titles(name + " z", titles + ";"));
    CHECK(loses_titles(name, titles + ";"));
}

TEST_CASE("a name of nothing but separators is none") {
    const auto read_name = [](const std::string& lines) {
        const auto batch = read(exchange::read_vcard, "BEGIN:VCARD\nVERSION:3.0\n" + lines + "END:VCARD\n");
        return batch.people.size() == 0 ? batch.skipped.front().reason : batch.people.front().record.name;
    };
    CHECK(read_name("FN:;\nN:;;;;\nEMAIL:bo@example.org\n") == "bo@example.org");
    CHECK(read_name("FN:\\, ;\nN:Li;Bo;;;\n") == "Bo Li");
    CHECK(read_name("FN:;\n") == "no name and no address");
}

TEST_CASE("a person's agent within the card is not another person") {
    const auto batch = read(exchange::read_vcard, card_with("AGENT:\nBEGIN:VCARD\nFN:Bo Li\nEND:VCARD\nTITLE:CTO"));
    REQUIRE(batch.people.size() == 1);
    CHECK(batch.people.front().record.name == "Ana Souza");
    CHECK(batch.people.front().record.role == "CTO");
}

TEST_CASE("of several e-mails and telephones the preferred one comes first, in the order of version 4.0") {
    const auto person_of = [](const std::string& lines) {
        const auto batch = read(exchange::read_vcard, "BEGIN:VCARD\nVERSION:4.0\nFN:Bo\n" + lines + "END:VCARD\n");
        REQUIRE(batch.people.size() == 1);
        return batch.people.front();
    };
    const auto bo = person_of("EMAIL:d@x.org\nEMAIL;PREF=20:c@x.org\nEMAIL;PREF=3:b@x.org\nEMAIL;PREF=1:a@x.org\n"
                              "EMAIL;PREF=0:e@x.org\nEMAIL;PREF=101:f@x.org\n"
                              "TEL:4\nTEL;TYPE=cell:3\nTEL;PREF=90:2\nTEL;PREF=2:1\n");
    CHECK(bo.emails == std::vector<std::string>{"a@x.org", "b@x.org", "c@x.org", "d@x.org", "e@x.org", "f@x.org"});
    CHECK(bo.record.email == "a@x.org");
    CHECK(bo.record.handles == core::TextTable{{"phone", "1"}, {"phone-2", "2"}, {"phone-3", "3"}, {"phone-4", "4"}});
    CHECK(person_of("EMAIL:b@x.org\nEMAIL;TYPE=INTERNET,PREF:a@x.org\n").record.email == "a@x.org");
}

TEST_CASE("of a property of which one is kept the preferred one is, of an address one that has a city") {
    const auto ulm_and_bonn = [](const std::string& first, const std::string& second) {
        return person_with("ADR" + first + ":;;S;Ulm;;;\nADR" + second + ":;;S;Bonn;;;").city;
    };
    CHECK(ulm_and_bonn(";type=HOME", ";type=WORK") == "Ulm");
    CHECK(ulm_and_bonn(";type=HOME", ";type=WORK;type=pref") == "Bonn");
    CHECK(ulm_and_bonn("", ";PREF=1") == "Bonn");
    CHECK(ulm_and_bonn(";PREF=20", ";PREF=3") == "Bonn");
    CHECK(ulm_and_bonn(";PREF=1", ";PREF=1") == "Ulm");
    CHECK(person_with("ADR:;;;Ulm;;;\nADR;PREF=1:;;Only a street;;;;").city == "Ulm");
    const auto ana = person_with("ORG:A\nORG;PREF=1:B\nTITLE:Clerk\nTITLE;TYPE=PREF:Chief\nFN;PREF=1:Ana Lima\n"
                                 "URL:https://a.example\nURL;TYPE=pref:https://b.example");
    CHECK(ana.organisation == "B");
    CHECK(ana.role == "Chief");
    CHECK(ana.name == "Ana Lima");
    CHECK(ana.handles.front() == std::pair<std::string, std::string>{"website", "https://b.example"});
    // Of two values that cannot be read the first in the file is told.
    CHECK(refusal(exchange::read_vcard, card_with("TITLE:\xE9\nROLE;PREF=1;CHARSET=UTF-8:\xE9"))
              .starts_with("4: 'TITLE'"));
}

TEST_CASE("a card has a hundred profiles, and what there is beyond is named") {
    const auto profiles = [](int count) {
        std::string text;
        for (int i = 0; i < count; ++i) text += "X-SOCIALPROFILE;TYPE=n" + std::to_string(i) + "x:ana\n";
        return read(exchange::read_vcard,
                    card_with(text + "X-SOCIALPROFILE;TYPE=n7x:ana\nURL:https://a.example\nTEL:1"));
    };
    CHECK(profiles(100).people.front().record.handles.size() == 102);
    CHECK(profiles(100).passed_over.empty());
    const auto many = profiles(20000);
    CHECK(many.people.front().record.handles.size() == 102);
    CHECK(many.passed_over == std::vector<std::string>{"X-SOCIALPROFILE beyond the hundredth (19900)"});
    std::string of_one;
    for (int i = 0; i < 10; ++i) of_one += "X-SOCIALPROFILE;TYPE=flickr:ana" + std::to_string(i) + "\n";
    CHECK(read(exchange::read_vcard, card_with(of_one)).passed_over ==
          std::vector<std::string>{"X-SOCIALPROFILE beyond the ninth"});
}
