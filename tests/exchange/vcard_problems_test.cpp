// What is wrong with cards, and what is made of them all the same.
#include "vcard_reading.hpp"

#include <doctest/doctest.h>

using namespace kith;
using test::card_with;
using test::person_with;
using test::read;
using test::refusal;

TEST_CASE("control characters cut nothing off") {
    CHECK(person_with("NOTE:one\x01two\x1b[31m three\x7f").note == "one two [31m three");
}

TEST_CASE("a value that is none is told, and the person comes in without it") {
    const auto told = [](const std::string& lines) {
        const auto batch = read(exchange::read_vcard, card_with(lines));
        REQUIRE(batch.people.size() == 1);
        REQUIRE(batch.skipped.size() == 1);
        CHECK(batch.skipped.front().line == 4);
        CHECK(batch.skipped.front().is_note);
        return batch.skipped.front().reason;
    };
    CHECK(told("BDAY:1990-02-30") == "Ana Souza comes in without the birthday '1990-02-30': there is no such day");
    CHECK(told("BDAY:20010231") == "Ana Souza comes in without the birthday '20010231': there is no such day");
    CHECK(told("EMAIL:ana") == "Ana Souza comes in without the e-mail 'ana': it is no address");
    CHECK(told("TEL:ask Bo") == "Ana Souza comes in without the phone 'ask Bo': it has no digit");
    CHECK(person_with("TEL:\nTEL:1-800-FLOWERS").handles == core::TextTable{{"phone", "1-800-FLOWERS"}});
    CHECK(told("CATEGORIES:!!!,Core,,!!!") ==
          "Ana Souza comes in without the group '!!!': its name has no letter or digit");
    CHECK(person_with("UID:kith-person-ana\nCATEGORIES:!!!").groups == std::vector<std::string>{"!!!"});
    CHECK(read(exchange::read_vcard, card_with("CATEGORIES:!!!\nUID:kith-person-ana")).skipped.empty());
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
    CHECK(read(exchange::read_vcard, card_with("NOTE;QUOTED-PRINTABLE:=81=E9")).encoding == "ISO-8859-1");
    CHECK(read(exchange::read_vcard, card_with("NOTE;QUOTED-PRINTABLE:=C3=A9")).encoding.empty());
    CHECK(refusal(exchange::read_vcard, card_with("NOTE;QUOTED-PRINTABLE:=C3=A9 =E9")) ==
          "4: 'NOTE' is not text in UTF-8");
    CHECK(refusal(exchange::read_vcard, card_with("NOTE;QUOTED-PRINTABLE;CHARSET=UTF-8:=E9")) ==
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
        {card_with(std::string("NOTE:one\0two", 12)), "4: 'NOTE' has a NUL byte in it"},
        {card_with("NOTE;ENCODING=QUOTED-PRINTABLE:one=00two"), "4: 'NOTE' is not text in UTF-8"},
        {"BEGIN:VCARD\nFN:Ana\nwhat is this\nEND:VCARD\n", "3: this is no line of a vCard"},
        {card_with("NOTE:" + std::string(1024 * 1024 + 1, 'a')), "4: 'NOTE' holds more than a megabyte"},
        {card_with("PHOTO:" + std::string(3 * 1024 * 1024, 'a')), ""},
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
             "rubbish\nmore\nBEGIN:VCARD\nFN:Jos\xE9\nEND:VCARD\nBEGIN:VCARD\nFN:Cut\n" + card_with(""), options);
    REQUIRE(batch.people.size() == 1);
    CHECK(batch.people.front().line == 8);
    CHECK(batch.skipped ==
          std::vector<exchange::Skipped>{{1, "this is not within a vCard"},
                                         {4, "'FN' is not text in UTF-8; 'iconv -f WINDOWS-1252 -t UTF-8' makes it so "
                                             "where the file is an older program's"},
                                         {6, "a vCard begins here and has no end"}});

    // What stands between two cards is told once, also behind a broken one.
    const auto stray = read(exchange::read_vcard,
                            "BEGIN:VCARD\nFN:Jos\xE9\nEND:VCARD\none\ntwo\n" + card_with("") + "three\n", options);
    REQUIRE(stray.skipped.size() == 3);
    CHECK(stray.skipped[1] == exchange::Skipped{4, "this is not within a vCard"});
    CHECK(stray.skipped[2] == exchange::Skipped{11, "this is not within a vCard"});

    const auto large = read(exchange::read_vcard,
                            card_with("NOTE:" + std::string(1024 * 1024 + 1, 'a')) + card_with("TITLE:CTO"), options);
    REQUIRE(large.people.size() == 1);
    CHECK(large.people.front().record.role == "CTO");
    CHECK(large.skipped == std::vector<exchange::Skipped>{{4, "'NOTE' holds more than a megabyte"}});
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
    const auto batch =
        read(exchange::read_vcard, card_with("") + "BEGIN:VCARD\nVERSION:2.1\nTEL;CELL:+351 1\nEND:VCARD\n"
                                                   "BEGIN:VCARD\nEMAIL:bo@example.org\nEND:VCARD\n");
    REQUIRE(batch.people.size() == 2);
    CHECK(batch.people.back().record.name == "bo@example.org");
    CHECK(batch.skipped == std::vector<exchange::Skipped>{{6, "no name and no address"}});
}
