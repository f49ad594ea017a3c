// Values in the cells of tables: dates, addresses, numbers.
#include "reading.hpp"

#include <doctest/doctest.h>

using namespace kith;
using test::read;
using test::refusal;

TEST_CASE("the colon that Google's former tables escape in addresses is a colon") {
    CHECK(test::shown(read(exchange::read_csv,
                           "Name,Website 1 - Value,GitHub,Notes\n"
                           "Bo,http\\://bo.example ::: https\\://github.com/boli,https\\://github.com/bo,a\\://b\n"
                           "Cy,c:\\://cy,,\nDi,di.example/a\\://b,,\n")) ==
          "line 2, key Bo\nname: Bo\nhandles: website=http://bo.example | github=boli | github-2=bo\nnote: a\\://b\n\n"
          "line 3, key Cy\nname: Cy\nhandles: website=c:\\://cy\n\n"
          "line 4, key Di\nname: Di\nhandles: website=di.example/a\\://b\n\n");
}

TEST_CASE("an apostrophe is the text's own but before what kith guards in its own columns") {
    const auto note = [](const std::string& header, const std::string& cell) {
        const auto batch = read(exchange::read_csv, header + "\nAna," + cell + ",\n");
        return batch.people.front().record.note + batch.people.front().record.city;
    };
    for (const std::string text : {"'@home", "'+1", "'tis", "''=x"}) {
        CHECK(note("Name,Notes,Fax", text) == text);
        CHECK(note("Name,City,Fax", text) == text);
    }
    CHECK(note("name,note,city", "'@home") == "@home");
    CHECK(note("name,city,role", "'+1") == "+1");
    CHECK(note("name,city,role", "''=x") == "'=x");
    CHECK(note("name,note,city", "'tis") == "'tis");
}

TEST_CASE("what is no address is no e-mail, and the person comes in") {
    CHECK(test::shown(read(exchange::read_csv, "Name,Email\nAna,not-an-email\nBo,nobody; bo@x.org\n,no\n")) ==
          "line 2, key Ana\nname: Ana\n\nline 3, key bo@x.org\nname: Bo\nemail: bo@x.org\n\n"
          "note 2: Ana comes in without the e-mail 'not-an-email': it is no address\nnote 3: Bo comes in without "
          "the e-mail 'nobody': it is no address\n"
          "skipped 4: no name and no address; e-mail 'no': it is no address\n");
}

TEST_CASE("a group without a letter or digit is left out, and told of with its line") {
    CHECK(test::shown(read(exchange::read_csv, "Name,Groups\nAna,!!! ; rust;;* mine\nBo, \n")) ==
          "line 2, key Ana\nname: Ana\ngroups: rust\n\nline 3, key Bo\nname: Bo\n\n"
          "note 2: Ana comes in without the group '!!!': its name has no letter or digit\n");
}

TEST_CASE("what is beyond nine of a network is told of with its line") {
    std::string phones = "1";
    std::string pages = "a.example";
    for (int number = 2; number <= 10; ++number) phones += " ::: " + std::to_string(number);
    for (int number = 2; number <= 10; ++number) pages += " ::: a" + std::to_string(number) + ".example";
    const auto batch = read(exchange::read_csv, "Name,Phone,Website\nBo,1 ::: 1,\nAna," + phones + "," + pages + "\n");
    CHECK(batch.people.back().record.handles.size() == 18);
    CHECK(batch.skipped ==
          std::vector<exchange::Skipped>{
              {3, "Ana comes in without the phone '10': nine of a network are the most", true},
              {3, "Ana comes in without the website 'a10.example': nine of a network are the most", true}});
}

TEST_CASE("what has no digit is no telephone, and the person comes in") {
    CHECK(test::shown(read(exchange::read_csv, "Name,Phone,Mobile\nAna,n/a,123\nBo,- ::: 1-800-TEA,\nCy,٣٤,\n"
                                               ",unknown,\n")) ==
          "line 2, key Ana\nname: Ana\nhandles: phone=123\n\nline 3, key Bo\nname: Bo\nhandles: phone=1-800-TEA\n\n"
          "line 4, key Cy\nname: Cy\nhandles: phone=٣٤\n\n"
          "note 2: Ana comes in without the phone 'n/a': it has no digit\n"
          "note 3: Bo comes in without the phone '-': it has no digit\n"
          "skipped 5: no name and no address; phone 'unknown': it has no digit\n");
}

TEST_CASE("a birthday that a spreadsheet has written anew in kith's own table is read, or broken") {
    const auto table = [](const std::string& birthday) {
        return "id,was,name,aliases,groups,every,late,snoozed_until,met,met_at,organisation,role,city,email,birthday,"
               "handles,note,imported\nana,,Ana,,,,,,,,,,,," +
               birthday + ",,,\n";
    };
    const std::string day_first = ",,,\nbo,,Bo,,,,,,,,,,,,31/12/1990";
    const std::vector<std::pair<std::string, std::string>> read_as{
        {"1990-12-31", "1990-12-31"},  {"12-31", "12-31"},
        {"31.12.1990", "1990-12-31"},  {"31/12/1990", "1990-12-31"},
        {"12/31/1990", "1990-12-31"},  {"14-Mar", "03-14"},
        {"14. March", "03-14"},        {"Mar 14", "03-14"},
        {"14-Mar-1990", "1990-03-14"}, {"5/2/1990" + day_first, "1990-02-05"},
        {"17.05.", "05-17"},           {"5.2.", "02-05"},
    };
    for (const auto& [cell, birthday] : read_as) {
        CAPTURE(cell);
        CHECK(read(exchange::read_csv, table(cell)).people.at(0).record.birthday == birthday);
    }
    CHECK(refusal(exchange::read_csv, table("5/2/1990")) ==
          "2: 'birthday' is 5/2/1990, and it could be two days; write days as 2026-02-05 or 5 Feb 2026");
    CHECK(refusal(exchange::read_csv, table("31/02/1990")) == "2: 'birthday' is 31/02/1990, and there is no such day");
    for (const std::string cell : {"soon", "44866", "Mar-14", "40-Mar"})
        CHECK(refusal(exchange::read_csv, table(cell)) ==
              "2: 'birthday' cannot be '" + cell + "': it takes 1990-05-02, or \"05-02\" without the year");
}

TEST_CASE("a date in numbers is read where it can be one day only, and else it is said why not") {
    CHECK(test::shown(read(exchange::read_csv, "Name,Birthday,Connected On\nAna,31/12/1990,15.02.2026\n"
                                               "Bo,31/02/1990,29.02.2026\nEva,5/2/1990,soon\n")) ==
          "line 2, key Ana\nname: Ana\nmet: 2026-02-15\nbirthday: 1990-12-31\n\nline 3, key Bo\nname: Bo\n\n"
          "line 4, key Eva\nname: Eva\nbirthday: 1990-02-05\n\nnote 3: Bo comes in without the birthday "
          "'31/02/1990': there is no such day\n"
          "note 3: Bo comes in without the day of meeting '29.02.2026': there is no such day\nnote 4: Eva comes "
          "in without the day of meeting 'soon': it is no date\n");
    CHECK(
        test::shown(read(exchange::read_csv, "Name,Birthday,Met\nAna,5/2/1990,2026/11/22\n"
                                             "Bo,\"May 2, 1990\",5.2.2026\nEva,29/2/1988,5/2/2026\nLi,2/29/1988,\n")) ==
        "line 2, key Ana\nname: Ana\nmet: 2026-11-22\n\nline 3, key Bo\nname: Bo\nmet: 2026-02-05\n"
        "birthday: 1990-05-02\n\nline 4, key Eva\nname: Eva\nbirthday: 1988-02-29\n\n"
        "line 5, key Li\nname: Li\nbirthday: 1988-02-29\n\nnote 2: Ana comes in without the birthday '5/2/1990': it "
        "could be two days; write days as 2026-02-05 or 5 Feb 2026\n"
        "note 4: Eva comes in without the day of meeting '5/2/2026': it could be two days; write days as 2026-02-05 or "
        "5 Feb 2026\n");
}

TEST_CASE("with dots the day comes first, whatever slashes in the column say") {
    CHECK(test::shown(read(exchange::read_csv, "Name,Birthday,Met\nBo,05.02.1990,05.02.2026\n"
                                               "Cy,11/13/1991,11/13/2025\nDi,02.13.1990,02.13.2026\n")) ==
          "line 2, key Bo\nname: Bo\nmet: 2026-02-05\nbirthday: 1990-02-05\n\n"
          "line 3, key Cy\nname: Cy\nmet: 2025-11-13\nbirthday: 1991-11-13\n\nline 4, key Di\nname: Di\n\n"
          "note 4: Di comes in without the birthday '02.13.1990': there is no such day\n"
          "note 4: Di comes in without the day of meeting '02.13.2026': there is no such day\n");
}

TEST_CASE("a birthday is a day and a month between dots, day first") {
    CHECK(test::shown(read(exchange::read_csv, "Name,Birthday\nAna,17.05.\nBo,17.5.\nCy,5.2.\nDi,29.02.\n"
                                               "Eva,31.02.\nFay,2.13.\nGil,17.05\nHu,5/13/1990\n")) ==
          "line 2, key Ana\nname: Ana\nbirthday: 05-17\n\nline 3, key Bo\nname: Bo\nbirthday: 05-17\n\n"
          "line 4, key Cy\nname: Cy\nbirthday: 02-05\n\nline 5, key Di\nname: Di\nbirthday: 02-29\n\n"
          "line 6, key Eva\nname: Eva\n\nline 7, key Fay\nname: Fay\n\nline 8, key Gil\nname: Gil\n\n"
          "line 9, key Hu\nname: Hu\nbirthday: 1990-05-13\n\n"
          "note 6: Eva comes in without the birthday '31.02.': there is no such day\n"
          "note 7: Fay comes in without the birthday '2.13.': there is no such day\n"
          "note 8: Gil comes in without the birthday '17.05': it could be two days; write days as 2026-02-05 or 5 Feb "
          "2026\n");
}

TEST_CASE("of a day that looks from today it is said that tables have none") {
    CHECK(test::shown(read(exchange::read_csv, "Name,Birthday,Met\nAna,,yesterday\n")) ==
          "line 2, key Ana\nname: Ana\n\nnote 2: Ana comes in without the day of meeting 'yesterday': days that look "
          "from today are not read in tables; write them as 2026-02-05 or 5 Feb 2026\n");
}

TEST_CASE("a year of two digits is one of a day of meeting, and none of a birthday") {
    CHECK(test::shown(read(exchange::read_csv, "Name,Birthday,Met\nAna,15-Nov-45,15-Nov-23\n")) ==
          "line 2, key Ana\nname: Ana\nmet: 2023-11-15\n\n"
          "note 2: Ana comes in without the birthday '15-Nov-45': the century is not said\n");
}

TEST_CASE("Outlook's words for no birthday are none, in English and in German") {
    for (const std::string none : {"0/0/00", "0.0.0000", "0.0.00"})
        CHECK(test::shown(read(exchange::read_csv, "Name,Birthday\nAna," + none + "\n")) ==
              "line 2, key Ana\nname: Ana\n\n");
}

TEST_CASE("a period that is none is noted with whose it is") {
    CHECK(test::shown(read(exchange::read_csv, "Name,Every\nAna,weekly\n")) ==
          "line 2, key Ana\nname: Ana\n\n"
          "note 2: Ana comes in without the every 'weekly': it is not a period such as 3d, 2w, 1m or 1y\n");
}

TEST_CASE("an e-mail is the address in what a program wrote around it") {
    const auto batch = read(exchange::read_csv, "name,email\nV,mailto:v@x.org\nW,<w@x.org>\nX Y,X Y <xy@x.org>\n"
                                                "Z,\"Z <z@x.org>; MAILTO:z@home.example?subject=Tea\"\nN,Nobody <>\n");
    REQUIRE(batch.people.size() == 5);
    CHECK(batch.people[0].emails == std::vector<std::string>{"v@x.org"});
    CHECK(batch.people[1].emails == std::vector<std::string>{"w@x.org"});
    CHECK(batch.people[2].emails == std::vector<std::string>{"xy@x.org"});
    CHECK(batch.people[3].emails == std::vector<std::string>{"z@x.org", "z@home.example"});
    CHECK(batch.people[4].emails.empty());
}
