#include "reading.hpp"

#include <doctest/doctest.h>

using namespace kith;
using test::read;
using test::refusal;

namespace {

std::string card(const std::string& lines) {
    return "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Souza\n" + lines + "\nEND:VCARD\n";
}

core::Person person_with(const std::string& lines) {
    const auto batch = read(exchange::read_vcard, card(lines));
    REQUIRE(batch.people.size() == 1);
    return batch.people.front().record;
}

} // namespace

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

TEST_CASE("control characters cut nothing off") {
    CHECK(person_with("NOTE:one\x01two\x1b[31m three\x7f").note == "one two [31m three");
}

TEST_CASE("everything of a card that has no place in kith is named, with how often") {
    const auto passed_over = [](const std::string& lines) {
        return read(exchange::read_vcard, card(lines)).passed_over;
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
        many += std::string("URL:https://") + each + ".example\nTEL:" + each + "\n";
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

TEST_CASE("groups become labels, but in a card of kith's own") {
    const std::string groups = "CATEGORIES:N\u00facleo Duro,Core,CORE\n";
    CHECK(person_with(groups).groups == std::vector<std::string>{"nucleo-duro", "core"});
    CHECK(person_with("UID:kith-person-ana\n" + groups).groups == std::vector<std::string>{"N\u00facleo Duro", "Core"});
}

TEST_CASE("a card that is none of a person is told") {
    const auto told = [](const std::string& kind) {
        const auto batch =
            read(exchange::read_vcard, card("UID:a") + "BEGIN:VCARD\nVERSION:4.0\n" + kind + "\nEND:VCARD\n");
        CHECK((batch.people.size() == 1) == !batch.skipped.empty());
        if (batch.skipped.empty()) return std::string();
        CHECK(batch.skipped.front().line == 6);
        CHECK(!batch.skipped.front().is_note);
        return batch.skipped.front().reason;
    };
    CHECK(told("KIND:group\nFN:Rust Friends\nMEMBER:urn:uuid:b") ==
          "Rust Friends is a group, and nobody of it is in this file");
    CHECK(told("X-ADDRESSBOOKSERVER-KIND:group\nFN:Rust") == "Rust is a group, and nobody of it is in this file");
    CHECK(told("KIND:group\nFN:\nMEMBER:a") == "a group without a name");
    CHECK(told("KIND:group\nFN:!!!\nMEMBER:a") == "!!! is a group, and its name has no letter or digit");
    CHECK(told("KIND:ORG\nFN:Ferrous") == "Ferrous is an organisation");
    CHECK(told("KIND:location\nFN:The Barn") == "The Barn is a place");
    CHECK(told("KIND:application\nFN:Cron") == "Cron is a program");
    CHECK(told("KIND:device\nFN:Printer") == "Printer is a device");
    CHECK(told("KIND:thing\nFN:Chair") == "Chair is a thing");
    CHECK(told("KIND:individual\nFN:Bo Li").empty());
    CHECK(told("KIND:x-friend\nFN:Bo Li").empty());
    CHECK(told("X-ABSHOWAS:COMPANY\nFN:Ferrous") == "Ferrous is an organisation");
    // What the card says of its kind is right, wherever it stands.
    CHECK(told("KIND:individual\nX-ABSHOWAS:COMPANY\nFN:Bo Li").empty());
    CHECK(told("X-ABSHOWAS:COMPANY\nKIND:individual\nFN:Bo Li").empty());
    for (const std::string kind :
         {"X-ADDRESSBOOKSERVER-KIND:group\nX-ABSHOWAS:COMPANY", "X-ABSHOWAS:COMPANY\nKIND:group"})
        CHECK(told(kind + "\nFN:Rust\nMEMBER:b") == "Rust is a group, and nobody of it is in this file");
    const auto group = [](const std::string& members) {
        const auto batch =
            read(exchange::read_vcard, card("UID:a") + card("UID:o\nKIND:org") + "BEGIN:VCARD\nKIND:group\nFN:Rust\n" +
                                           members + "END:VCARD\n");
        CHECK(batch.people.front().record.groups == std::vector<std::string>{"rust"});
        std::vector<exchange::Skipped> of_group;
        for (const auto& skipped : batch.skipped)
            if (skipped.line == 12) of_group.push_back(skipped);
        return of_group;
    };
    CHECK(group("MEMBER:a\n").empty()); // Its name is with its people.
    CHECK(group("MEMBER:b\nMEMBER:a\nMEMBER:o\nMEMBER:mailto:c@x.org\n") ==
          std::vector{exchange::noted(12, "the group Rust: 3 of its 4 members are nobody in this file")});
    CHECK(group("MEMBER:a\nMEMBER:b\n") ==
          std::vector{exchange::noted(12, "the group Rust: 1 of its 2 members is nobody in this file")});
}

TEST_CASE("a group has its members by their UIDs, or by any of their e-mails") {
    const auto told_of = [](const std::string& member) {
        const auto batch =
            read(exchange::read_vcard, "BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:A\nFN:Ana\nEMAIL:ana@x.org\n"
                                       "EMAIL:Ana@Ferrous.example\nEMAIL:ana+x@x.org\nEND:VCARD\n"
                                       "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Rust\nMEMBER:" +
                                           member + "\nEND:VCARD\n");
        const bool is_in = batch.people.front().record.groups == std::vector<std::string>{"rust"};
        CHECK(is_in == batch.skipped.empty());
        return is_in ? "" : batch.skipped.front().reason;
    };
    for (const std::string member : {"a", "urn:uuid:a", "mailto:ana@x.org", "MAILTO:ANA@X.ORG",
                                     "mailto:ana@ferrous.example", "mailto:ana%2Bx@x.org", "Mailto:Ana%2bx@x.org"}) {
        CAPTURE(member);
        CHECK(told_of(member).empty());
    }
    CHECK(told_of("urn:uuid:%61") == "Rust is a group, and nobody of it is in this file");
    CHECK(told_of("mailto:bo@x.org") == "Rust is a group, and nobody of it is in this file");
}

TEST_CASE("Google's own groups are none of the user's") {
    const auto batch = read(exchange::read_vcard, card("CATEGORIES:myContacts,Rust Meetup,* starred"));
    CHECK(batch.people.front().record.groups == std::vector<std::string>{"rust-meetup"});
    CHECK(batch.passed_over == std::vector<std::string>{"myContacts of CATEGORIES", "* starred of CATEGORIES"});
}

TEST_CASE("a value that is none is told, and the person comes in without it") {
    const auto told = [](const std::string& lines) {
        const auto batch = read(exchange::read_vcard, card(lines));
        REQUIRE(batch.people.size() == 1);
        REQUIRE(batch.skipped.size() == 1);
        CHECK(batch.skipped.front().line == 4);
        CHECK(batch.skipped.front().is_note);
        return batch.skipped.front().reason;
    };
    CHECK(told("BDAY:1990-02-30") == "Ana Souza comes in without the birthday '1990-02-30': there is no such day");
    CHECK(told("BDAY:20010231") == "Ana Souza comes in without the birthday '20010231': there is no such day");
    CHECK(told("EMAIL:ana") == "Ana Souza comes in without the e-mail 'ana': it is no address");
    CHECK(told("CATEGORIES:!!!,Core,,!!!") ==
          "Ana Souza comes in without the group '!!!': its name has no letter or digit");
    CHECK(person_with("UID:kith-person-ana\nCATEGORIES:!!!").groups == std::vector<std::string>{"!!!"});
    CHECK(read(exchange::read_vcard, card("CATEGORIES:!!!\nUID:kith-person-ana")).skipped.empty());
    CHECK(person_with("EMAIL:ana\nEMAIL:ana@example.org").email == "ana@example.org");
    CHECK(told("NOTE;ENCODING=QUOTED-PRINTABLE:a=ZZb=C3=A9") ==
          "Ana Souza has '=ZZ' in NOTE, which is no quoted-printable and stays so");
    CHECK(person_with("NOTE;QUOTED-PRINTABLE:a=ZZb=C3=A9").note == "a=ZZbé");
}

TEST_CASE("quoted-printable that is not UTF-8 and does not say what it is was written by an older program") {
    const std::string name = "N;ENCODING=QUOTED-PRINTABLE:M=FCller;Hans";
    const auto batch = read(exchange::read_vcard, "BEGIN:VCARD\nVERSION:2.1\n" + name + "\nEND:VCARD\n");
    CHECK(batch.people.at(0).record.name == "Hans Müller");
    CHECK(batch.encoding == "Windows-1252");
    CHECK(read(exchange::read_vcard, card("NOTE;QUOTED-PRINTABLE:=81=E9")).encoding == "ISO-8859-1");
    CHECK(read(exchange::read_vcard, card("NOTE;QUOTED-PRINTABLE:=C3=A9")).encoding.empty());
    CHECK(refusal(exchange::read_vcard, card("NOTE;QUOTED-PRINTABLE:=C3=A9 =E9")) == "4: 'NOTE' is not text in UTF-8");
    CHECK(refusal(exchange::read_vcard, card("NOTE;QUOTED-PRINTABLE;CHARSET=UTF-8:=E9")) ==
          "4: 'NOTE' is not text in UTF-8");
}

TEST_CASE("what is wrong with a file is said with its line") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"", ""},
        {"\n\n", ""},
        {"hello\n", "1: this is not within a vCard"},
        {"BEGIN:VCARD\nFN:Ana\n", "1: a vCard begins here and has no end"},
        {"BEGIN:VCARD\nFN:Ana\nBEGIN:VCARD\nFN:Bo\nEND:VCARD\n", "1: a vCard begins here and has no end"},
        {"BEGIN:VCARD\nFN:Jos\xE9\nEND:VCARD\n", "2: 'FN' is not text in UTF-8; 'iconv -f WINDOWS-1252 -t UTF-8' makes "
                                                 "it so where the file is an older program's"},
        {"BEGIN:VCARD\nFN;CHARSET=NO-SUCH:Jose\nEND:VCARD\n", "2: 'FN' is not text in UTF-8"},
        {"BEGIN:VCARD\nFN;ENCODING=b:****\nEND:VCARD\n", "2: 'FN' is not text in UTF-8"},
        {"BEGIN:VCARD\nVERSION:9.0\nFN:Ana\nEND:VCARD\n",
         "2: version '9.0' is none of 2.1, 3.0 and 4.0, which kith reads"},
        {card(std::string("NOTE:one\0two", 12)), "4: 'NOTE' has a NUL byte in it"},
        {card("NOTE;ENCODING=QUOTED-PRINTABLE:one=00two"), "4: 'NOTE' is not text in UTF-8"},
        {"BEGIN:VCARD\nFN:Ana\nwhat is this\nEND:VCARD\n", "3: this is no line of a vCard"},
        {card("NOTE:" + std::string(1024 * 1024 + 1, 'a')), "4: 'NOTE' holds more than a megabyte"},
        {card("PHOTO:" + std::string(3 * 1024 * 1024, 'a')), ""},
    };
    for (const auto& [text, said] : cases) {
        CAPTURE(text.substr(0, 200));
        CHECK(refusal(exchange::read_vcard, text) == said);
    }
}

TEST_CASE("a broken card is passed over and told where that is asked for") {
    auto options = test::options_of_tests();
    options.skips_broken = true;
    const auto batch =
        read(exchange::read_vcard,
             "rubbish\nmore\nBEGIN:VCARD\nFN:Jos\xE9\nEND:VCARD\nBEGIN:VCARD\nFN:Cut\n" + card(""), options);
    REQUIRE(batch.people.size() == 1);
    CHECK(batch.people.front().line == 8);
    CHECK(batch.skipped ==
          std::vector<exchange::Skipped>{{1, "this is not within a vCard"},
                                         {4, "'FN' is not text in UTF-8; 'iconv -f WINDOWS-1252 -t UTF-8' makes it so "
                                             "where the file is an older program's"},
                                         {6, "a vCard begins here and has no end"}});

    // What stands between two cards is told once, also behind a broken one.
    const auto stray =
        read(exchange::read_vcard, "BEGIN:VCARD\nFN:Jos\xE9\nEND:VCARD\none\ntwo\n" + card("") + "three\n", options);
    REQUIRE(stray.skipped.size() == 3);
    CHECK(stray.skipped[1] == exchange::Skipped{4, "this is not within a vCard"});
    CHECK(stray.skipped[2] == exchange::Skipped{11, "this is not within a vCard"});

    const auto large =
        read(exchange::read_vcard, card("NOTE:" + std::string(1024 * 1024 + 1, 'a')) + card("TITLE:CTO"), options);
    REQUIRE(large.people.size() == 1);
    CHECK(large.people.front().record.role == "CTO");
    CHECK(large.skipped == std::vector<exchange::Skipped>{{4, "'NOTE' holds more than a megabyte"}});
}

TEST_CASE("a person's agent within the card is not another person") {
    const auto batch = read(exchange::read_vcard, card("AGENT:\nBEGIN:VCARD\nFN:Bo Li\nEND:VCARD\nTITLE:CTO"));
    REQUIRE(batch.people.size() == 1);
    CHECK(batch.people.front().record.name == "Ana Souza");
    CHECK(batch.people.front().record.role == "CTO");
}

TEST_CASE("a file of photos is read a piece at a time, never held as a whole") {
    std::size_t cards = 0;
    std::string piece;
    const exchange::Pull pull = [&]() -> std::string_view {
        if (++cards > 500) return {};
        piece = "BEGIN:VCARD\nFN:Person " + std::to_string(cards) + "\nPHOTO;ENCODING=b:\n";
        for (int line = 0; line < 300; ++line) piece += " " + std::string(74, 'A') + "\n";
        return piece += "END:VCARD\n";
    };
    CHECK(exchange::read_vcard(pull, test::options_of_tests()).people.size() == 500);
}

TEST_CASE("a whole card without a name and an address is skipped") {
    const auto batch = read(exchange::read_vcard, card("") + "BEGIN:VCARD\nVERSION:2.1\nTEL;CELL:+351 1\nEND:VCARD\n"
                                                             "BEGIN:VCARD\nEMAIL:bo@example.org\nEND:VCARD\n");
    REQUIRE(batch.people.size() == 2);
    CHECK(batch.people.back().record.name == "bo@example.org");
    CHECK(batch.skipped == std::vector<exchange::Skipped>{{6, "no name and no address"}});
}

TEST_CASE("a card has a thousand groups, and it is told where there are more") {
    const auto groups = [](int count) {
        std::string text = "CATEGORIES:";
        for (int i = 0; i < count; ++i) text += "g" + std::to_string(i) + ",";
        return text + "g0,G1";
    };
    CHECK(person_with(groups(150)).groups.size() == 150);
    CHECK(read(exchange::read_vcard, card(groups(1000))).skipped.empty());
    const auto batch = read(exchange::read_vcard, card(groups(1500)));
    CHECK(batch.people.front().record.groups.size() == 1000);
    CHECK(batch.skipped == std::vector<exchange::Skipped>{{1, "groups of Ana Souza beyond 1000", true}});

    std::string cards = card("UID:a");
    for (int i = 0; i < 1001; ++i)
        cards += "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:g" + std::to_string(i) + "\nMEMBER:a\nEND:VCARD\n";
    const auto members = read(exchange::read_vcard, cards);
    CHECK(members.people.front().record.groups.size() == 1000);
    CHECK(members.skipped == std::vector<exchange::Skipped>{{1, "the group g1000 of Ana Souza, beyond 1000", true}});
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
    CHECK(refusal(exchange::read_vcard, card("TITLE:\xE9\nROLE;PREF=1;CHARSET=UTF-8:\xE9")).starts_with("4: 'TITLE'"));
}

TEST_CASE("groups with accents, which have to be folded, are as quick where a file has very many") {
    const auto groups = [](int different, int count, const std::string& last) {
        std::string text = "CATEGORIES:";
        for (int i = 0; i < count; ++i) text += "\u00e9" + std::to_string(i % different) + ",";
        return card(text + last);
    };
    const auto few = read(exchange::read_vcard, groups(20, 40, "E3,\u00c917,f")).people.front().record.groups;
    CHECK(few.size() == 21);
    CHECK(few.at(17) == "e17");
    CHECK(few.back() == "f");
    const auto repeated = read(exchange::read_vcard, groups(999, 20000, "E7"));
    CHECK(repeated.people.front().record.groups.size() == 999);
    CHECK(repeated.skipped.empty());
    const auto many = read(exchange::read_vcard, groups(20000, 20000, "E7"));
    CHECK(many.people.front().record.groups.size() == 1000);
    CHECK(many.skipped == std::vector<exchange::Skipped>{{1, "groups of Ana Souza beyond 1000", true}});
}

TEST_CASE("a card has a hundred profiles, and what there is beyond is named") {
    const auto profiles = [](int count) {
        std::string text;
        for (int i = 0; i < count; ++i) text += "X-SOCIALPROFILE;TYPE=n" + std::to_string(i) + "x:ana\n";
        return read(exchange::read_vcard, card(text + "X-SOCIALPROFILE;TYPE=n7x:ana\nURL:https://a.example\nTEL:1"));
    };
    CHECK(profiles(100).people.front().record.handles.size() == 102);
    CHECK(profiles(100).passed_over.empty());
    const auto many = profiles(20000);
    CHECK(many.people.front().record.handles.size() == 102);
    CHECK(many.passed_over == std::vector<std::string>{"X-SOCIALPROFILE beyond the hundredth (19900)"});
    std::string of_one;
    for (int i = 0; i < 10; ++i) of_one += "X-SOCIALPROFILE;TYPE=flickr:ana" + std::to_string(i) + "\n";
    CHECK(read(exchange::read_vcard, card(of_one)).passed_over ==
          std::vector<std::string>{"X-SOCIALPROFILE beyond the ninth"});
}
