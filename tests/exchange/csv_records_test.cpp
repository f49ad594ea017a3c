// Tables of entries, events and follow-ups, as other programs write them.
#include "reading.hpp"

#include <doctest/doctest.h>

#include <utility>

using namespace kith;
using test::read;
using test::refusal;

namespace {

/// The batch without the keys of its records, which are fingerprints.
std::string shown(std::string_view text, const core::TextTable& columns = {}) {
    auto options = test::options_of_tests();
    options.columns = columns;
    options.channels = {"coffee", "email"};
    auto said = test::shown(read(exchange::read_csv, text, options));
    for (auto at = said.find(", key "); at != said.npos; at = said.find(", key "))
        said.erase(at, said.find('\n', at) - at);
    return said;
}

} // namespace

TEST_CASE("tables of entries, events and follow-ups are told by the names of their columns") {
    CHECK(shown("Date,Person,Note,Via\n2026-11-20,Ana Souza,Tea,Coffee\n") ==
          "line 2\ndate: 2026-11-20\nwith: Ana Souza\nchannel: coffee\nnote: Tea\n\n");
    CHECK(shown("date,text,mode,channel\n2026-11-20,Tea,In person,coffee\n") ==
          "line 2\ndate: 2026-11-20\nchannel: coffee\nmode: in-person\nnote: Tea\n\n");
    CHECK(shown("ID,When,Who,Subject,Details,Tags\n1,2026-11-20,\"Ana, Bo Li\","
                "Tea,And cake,\"Rust Meetup, food\"\n") ==
          "line 2\ndate: 2026-11-20\nwith: Ana | Bo Li\ntags: Rust Meetup | food\nnote: Tea\n\nAnd cake\n\n");
    CHECK(shown("Title,Start Date,End Date,Location\n"
                "RustConf,2026-09-09,2026-09-11,Porto\n,2026-09-09,,\n"
                "Meetup,2026-09-09,2026-09-08,\n") ==
          "line 2\nname: RustConf\nstart: 2026-09-09\nend: 2026-09-11\nplace: Porto\n\n"
          "line 4\nname: Meetup\nstart: 2026-09-09\n\nskipped 3: an event without a name\n"
          "note 4: Meetup comes in without the end '2026-09-08': it is before the start\n");
    CHECK(shown("Due on,Who,Task\n2026-12-06,Ana,Slides\n") == "line 2\ndue: 2026-12-06\nwith: Ana\nnote: Slides\n\n");
}

TEST_CASE("tables whose columns have German names") {
    CHECK(shown("Betreff;Beginnt am;Beginnt um;Endet am;Endet um;Ganztägiges Ereignis;Ort;Beschreibung\n"
                "RustConf;9.9.2026;09:00:00;10.9.2026;18:00:00;Aus;Porto;Mit Ana\n"
                "Messe;24.12.2026;00:00:00;26.12.2026;00:00:00;Ein;;\n") ==
          "line 2\nname: RustConf\nstart: 2026-09-09T09:00:00\nend: 2026-09-10T18:00:00\nplace: Porto\n"
          "note: Mit Ana\n\nline 3\nname: Messe\nstart: 2026-12-24\nend: 2026-12-25\n\n");
    CHECK(shown("Fällig;Wer;Notiz\n6.12.2026;Ana;Folien\n") == "line 2\ndue: 2026-12-06\nwith: Ana\nnote: Folien\n\n");
    CHECK(shown("Datum;Wer;Notiz\n20.11.2026;Ana;Tee\n") == "line 2\ndate: 2026-11-20\nwith: Ana\nnote: Tee\n\n");
    CHECK(shown("Name;Gruppen;Notiz;Gruppe\nAna Souza;Rust;aus Porto;Chor\n") ==
          "line 2\nname: Ana Souza\ngroups: rust | chor\nnote: aus Porto\n\n");
}

TEST_CASE("the date of an event is its start, but beside what an entry has") {
    CHECK(shown("Date,Event,Start Time,End Time\n2026-12-03,Meetup,18:30,21:00\n") ==
          "line 2\nname: Meetup\nstart: 2026-12-03T18:30:00\nend: 2026-12-03T21:00:00\n\n");
    CHECK(shown("Event,Day,Place\nMeetup,2026-12-03,Porto\n") ==
          "line 2\nname: Meetup\nstart: 2026-12-03\nplace: Porto\n\n");
    CHECK(shown("Event,Date,Name\nMeetup,2026-12-03,Ana\n").starts_with("line 2\nname: Ana\n"));
    CHECK(shown("Date,Event,Who,Note\n2026-11-20,rust-porto,Ana,Tea\n") ==
          "line 2\ndate: 2026-11-20\nwith: Ana\nevent: rust-porto\nnote: Tea\n\n");
    CHECK(shown("Date,Subject,Start Time,End Time,With\n2026-11-20,Tea,18:30,19:00,Ana\n")
              .starts_with("line 2\ndate: 2026-11-20T18:30:00\nwith: Ana\nnote: Tea\n"));
}

TEST_CASE("columns of entries, events and follow-ups that the user names") {
    CHECK(shown("Wann,Wer,Was\n2026-11-20,Ana,Tee\n", {{"date", "Wann"}, {"with", "Wer"}, {"note", "Was"}}) ==
          "line 2\ndate: 2026-11-20\nwith: Ana\nnote: Tee\n\n");
    CHECK(shown("Date,Person,Was\n2026-11-20,Ana,Tee\n", {{"note", "Was"}}) ==
          "line 2\ndate: 2026-11-20\nwith: Ana\nnote: Tee\n\n");
    CHECK(shown("Was,Beginn\nRustConf,2026-09-09\n", {{"name", "Was"}, {"start", "Beginn"}}) ==
          "line 2\nname: RustConf\nstart: 2026-09-09\n\n");
    CHECK(shown("Bis,Was\n2026-12-06,Folien\n", {{"due", "Bis"}, {"note", "Was"}}) ==
          "line 2\ndue: 2026-12-06\nnote: Folien\n\n");
    CHECK(shown("Name,Date,Notes\nAna,2026-11-20,Tea\n", {{"date", "Date"}, {"with", "Name"}}) ==
          "line 2\ndate: 2026-11-20\nwith: Ana\nnote: Tea\n\n");
    CHECK(shown("Name,Date,Notes\nAna,2026-11-20,Tea\n", {{"name", "Name"}}) ==
          "line 2\nname: Ana\nnote: Tea\n\npassed over Date\n");
}

TEST_CASE("a table of people is one whatever else is in it, and one that could be two is refused with the ways out") {
    for (const std::string header :
         {"Name,Birthday,Notes", "Name,E-mail,Date", "First Name,Last Name,Date,Note", "Name,Company,Start,Notes",
          "Name,Phone,Due,Note", "Full Name,Location", "Person,Note", "Name,Geburtstag,Notizen", "Name,Firma,Start,Ort",
          "Vorname,E-Mail-Adresse,Kategorien,Webseite"}) {
        CAPTURE(header);
        CHECK(read(exchange::read_csv, header + "\nAna,b@example.org,,\n").people.size() == 1);
    }
    CHECK(
        read(exchange::read_csv, "Name,Start,Ort,Notizen,Kategorien,Webseite\nX,2026-12-01,Kiel,,,\n").events.size() ==
        1);
    CHECK(read(exchange::read_csv, "Date,Person,Notizen,Kategorien\n2026-11-20,Ana,Tee,\n").interactions.size() == 1);
    CHECK(read(exchange::read_csv, "Due,Person,Notizen\n2026-12-01,Ana,Tee\n").followups.size() == 1);
    CHECK(refusal(exchange::read_csv, "Name,Date,Notizen\n") ==
          "1: these columns could be of people or of entries of the log");
    try {
        static_cast<void>(exchange::read_csv(exchange::pull_from("Name,Date,Notes\nAna,2026-11-20,Tea\n"), {}));
        FAIL("it is not refused");
    } catch (const core::Failure& failure) {
        const auto& problem = failure.problems().front();
        CHECK(problem.place->line == 1);
        CHECK(problem.message == "these columns could be of people or of entries of the log");
        CHECK(problem.hint ==
              "--map name=\"Name\" reads people, --map date=\"Date\",with=\"Name\" reads entries of the log");
    }
    CHECK(refusal(exchange::read_csv, "Date,Who,Note,Due\n") ==
          "1: these columns could be of entries of the log or of follow-ups");
}

TEST_CASE(
    "a table with a day, people and a note is of entries though it has companies and e-mails, and days are not lost") {
    for (const std::string column : {"Company", "Email", "Job Title", "City"}) {
        CAPTURE(column);
        CHECK(shown("Date,Person," + column + ",Notes\n2026-11-20,Ana,b@example.org,Tea\n") ==
              "line 2\ndate: 2026-11-20\nwith: Ana\nnote: Tea\n\npassed over " + column + "\n");
    }
    CHECK(shown("Firma;Datum;Mit;Notiz\nContoso;20.11.2026;Ana;Tee\n") ==
          "line 2\ndate: 2026-11-20\nwith: Ana\nnote: Tee\n\npassed over Firma\n");
    CHECK(shown("Contact,Company,Deadline,Task\nAna,Contoso,2026-12-01,Slides\n") ==
          "line 2\ndue: 2026-12-01\nwith: Ana\nnote: Slides\n\npassed over Company\n");
    for (const std::string header : {"Date,Name,Company,Note", "Name,E-mail,Date,Notes", "Date,Person,Company"})
        CHECK(refusal(exchange::read_csv, header + "\n") ==
              "1: these columns could be of people or of entries of the log");
    // What only address books have is said of people, whatever days are there.
    for (const std::string header :
         {"Person,Email,Birthday,Date,Notes", "Contact,Company,Phone,Date,Notes", "Person,Email,Connected On,Day,Notes",
          "First Name,Last Name,Contact,Company,Date,Notes"})
        CHECK(read(exchange::read_csv, header + "\nAna,b,,,,\n").people.size() == 1);
}

TEST_CASE("entries have their days in the forms that a command takes, and a column tells the order of its numbers") {
    const auto days = [](const std::string& column) {
        std::string text;
        for (const auto& entry : read(exchange::read_csv, "Date;Note\n" + column).interactions)
            text += core::to_text(entry.record.date) + " ";
        return text;
    };
    CHECK(days("15 Nov 2023;x\n\"Nov 15, 2023\";x\n22.11.2026;x\n2026/11/22;x\n20261122;x\n05.02.2026;x\n") ==
          "2023-11-15 2023-11-15 2026-11-22 2026-11-22 2026-11-22 2026-02-05 ");
    CHECK(days("22.11.2026 18:30;x\n2026-11-22 18:30;x\n11/22/2026 6:30 PM;x\n11/22/2026 12:05 am;x\n"
               "2026-11-22T18:30:00.000Z;x\n") ==
          "2026-11-22T18:30:00 2026-11-22T18:30:00 2026-11-22T18:30:00 2026-11-22T00:05:00 2026-11-22T18:30:00 ");
    CHECK(days("2026-11-22T18:30:00.000;x\n2026-11-22T18:30+01:00;x\n") == "2026-11-22T18:30:00 2026-11-22T17:30:00 ");
    CHECK(days("15-Nov-23;x\n1-jan-69;x\n15 Nov 99 18:30;x\n") == "2023-11-15 1969-01-01 1999-11-15T18:30:00 ");
    CHECK(days("5/2/2026;x\n5/22/2026;x\n") == "2026-05-02 2026-05-22 ");
    CHECK(days("5/2/2026;x\n22/5/2026;x\n") == "2026-02-05 2026-05-22 ");
    CHECK(days("5/5/2026;x\n") == "2026-05-05 ");
    CHECK(days("05.02.2026;x\n5/22/2026;x\n5.2.2026 18:30;x\n") == "2026-02-05 2026-05-22 2026-02-05T18:30:00 ");

    const std::vector<std::pair<std::string, std::string>> wrong{
        {"5/2/2026;x\n", "2: 'date' is 5/2/2026, and it could be two days; write days as 2026-02-05 or 5 Feb 2026"},
        {"5/22/2026;x\n22/5/2026;x\n5/2/2026 18:30;x\n",
         "4: 'date' is 5/2/2026 18:30, and it could be two days; write days as 2026-02-05 or 5 Feb 2026"},
        {"5/2/2026;x\n13.11.2026;x\n",
         "2: 'date' is 5/2/2026, and it could be two days; write days as 2026-02-05 or 5 Feb 2026"},
        {"11.13.2026;x\n", "2: 'date' is 11.13.2026, and there is no such day"},
        {"31 Feb 2026;x\n", "2: 'date' is 31 Feb 2026, and there is no such day"},
        {"yesterday;x\n", "2: 'date' is yesterday, and days that look from today are not read in tables; write them as "
                          "2026-02-05 or 5 Feb 2026"},
        {"Last Friday 18:30;x\n", "2: 'date' is Last Friday 18:30, and days that look from today are not read in "
                                  "tables; write them as 2026-02-05 or 5 Feb 2026"},
        {"22 nov;x\n", "2: 'date' is 22 nov, and its year is not said; write days as 2026-02-05 or 5 Feb 2026"},
        {"22.11.;x\n", "2: 'date' is 22.11., and its year is not said; write days as 2026-02-05 or 5 Feb 2026"},
        {"2026-01-05T25:00;x\n", "2: 'date' is 2026-01-05T25:00, and there is no such time"},
        {"2026-01-05T18:60Z;x\n", "2: 'date' is 2026-01-05T18:60Z, and there is no such time"},
        {"2026-01-05 25:00;x\n", "2: 'date' is 2026-01-05 25:00, and there is no such time"},
        {"31-Feb-23;x\n", "2: 'date' is 31-Feb-23, and there is no such day"},
        {"Nov 15 23;x\n", "2: 'date' should be a date such as 2026-11-22, not a text"},
        {"11/15/23;x\n", "2: 'date' is 11/15/23, and its year has two digits; write days as 2026-02-05 or 5 Feb 2026"},
        {"5.2.23;x\n", "2: 'date' is 5.2.23, and its year has two digits; write days as 2026-02-05 or 5 Feb 2026"},
        {"15/11/23;x\n", "2: 'date' is 15/11/23, and its year has two digits; write days as 2026-02-05 or 5 Feb 2026"},
        {"2026-11-20 or so;x\n", "2: 'date' should be a date such as 2026-11-22, not a text"},
        {" ;x\n", "2: 'date' is missing"},
    };
    for (const auto& [column, said] : wrong) CHECK(refusal(exchange::read_csv, "Date;Note\n" + column) == said);
    CHECK(read(exchange::read_csv, "Name,Start,End\nX,5/2/2026,5/22/2026\nY,5/22/2026,\n").events.size() == 2);
}

TEST_CASE("a day to come is no entry's, as 'kith log' has it, and what the journal could not hold is told") {
    CHECK(shown("Date,Note,Mode\n2026-11-23,Tea,\n2026-11-22,Cake,by train\n") ==
          "line 3\ndate: 2026-11-22\nnote: Cake\n\n"
          "skipped 2: 2026-11-23 is still to come; the log is for what has happened\n"
          "note 3: the entry of 2026-11-22 comes in without the mode 'by-train': it takes online or in-person\n");
    CHECK(read(exchange::read_csv, "Due,Note\n2027-11-23,Tea\n").followups.size() == 1);
}

TEST_CASE("a value that the journal could not hold is told and left out, and the row comes in") {
    CHECK(shown("Due,Who,Every,Done,Dropped\n2026-12-06,Ana,weekly,2026-11-23,2026-11-24\n2026-12-06,Bo,+2w,2026-11-22,"
                "\n") ==
          "line 2\ndue: 2026-12-06\nwith: Ana\n\n"
          "line 3\ndue: 2026-12-06\nwith: Bo\nevery: +2w\ndone: 2026-11-22\n\n"
          "note 2: the follow-up of 2026-12-06 comes in without the every 'weekly': it takes a period such as 2w, or "
          "+2w to count from the due date\n"
          "note 2: the follow-up of 2026-12-06 comes in without the done '2026-11-23': it is still to come\n"
          "note 2: the follow-up of 2026-12-06 comes in without the dropped '2026-11-24': it is still to come\n");
    CHECK(shown("Date,Who,Minutes,Answered\n2026-11-22,Ana,45 min,maybe\n2026-11-22,Bo,1:30,yes\n") ==
          "line 2\ndate: 2026-11-22\nwith: Ana\n\nline 3\ndate: 2026-11-22\nwith: Bo\nanswered: true\n\n"
          "note 2: the entry of 2026-11-22 comes in without the minutes '45 min': it should be a whole number\n"
          "note 2: the entry of 2026-11-22 comes in without the answered 'maybe': it should be true or false\n"
          "note 3: the entry of 2026-11-22 comes in without the minutes '1:30': it should be a whole number\n");
    CHECK(shown("Date,Who,Minutes\n2026-11-22,Ana,-5\n") ==
          "line 2\ndate: 2026-11-22\nwith: Ana\n\nnote 2: the entry of 2026-11-22 comes in without the minutes '-5': "
          "it is out of range\n");
}

TEST_CASE("a kind, an action and a channel are those that commands take, and of kith's own table any") {
    CHECK(shown("Date,Who,Kind,Via\n2026-11-22,Ana,Meeting,Coffee\n2026-11-22,Bo,Chess,Carrier Pigeon\n") ==
          "line 2\ndate: 2026-11-22\nwith: Ana\nchannel: coffee\nkind: meeting\n\n"
          "line 3\ndate: 2026-11-22\nwith: Bo\n\n"
          "note 3: the entry of 2026-11-22 comes in without the channel 'Carrier Pigeon': there is none such; 'kith "
          "strategy channel add' or, of a network, 'kith strategy platform add' adds one\n"
          "note 3: the entry of 2026-11-22 comes in without the kind 'chess': it takes comment, share, advice, "
          "message, call, meeting, introduction, "
          "collaboration or post\n");
    CHECK(shown("due,with,action\n2026-12-06,Ana,Share\n2026-12-06,Bo,dance\n") ==
          "line 2\ndue: 2026-12-06\nwith: Ana\naction: share\n\nline 3\ndue: 2026-12-06\nwith: Bo\n\n"
          "note 3: the follow-up of 2026-12-06 comes in without the action 'dance': it takes coffee, message, "
          "collaborate, introduce, share or other\n");
    CHECK(shown("id,date,with,channel,mode,kind,by,help,answered,minutes,event,tags,note,url,closes,imported\n"
                "e1,2026-11-22,ana,pigeon,,chess,,,,,,,,,,\n") ==
          "line 2\nid: e1\ndate: 2026-11-22\nwith: ana\nchannel: pigeon\nkind: chess\n\n");
}

TEST_CASE("a channel of one's own is one, however it is written") {
    auto options = test::options_of_tests();
    options.channels = {"café", "chess-club"};
    const auto batch =
        read(exchange::read_csv, "Date,Who,Via\n2026-11-22,Ana,Cafe\n2026-11-22,Bo,Chess club\n", options);
    REQUIRE(batch.interactions.size() == 2);
    CHECK(batch.interactions[0].record.channel == "café");
    CHECK(batch.interactions[1].record.channel == "chess-club");
}

TEST_CASE("what is done is not dropped as well") {
    CHECK(shown("Due,Who,Done,Dropped\n2026-10-06,Ana,2026-10-01,2026-10-02\n") ==
          "line 2\ndue: 2026-10-06\nwith: Ana\ndone: 2026-10-01\n\n"
          "note 2: the follow-up of 2026-10-06 comes in without the dropped '2026-10-02': it is done, too, and "
          "that is "
          "kept\n");
}

TEST_CASE("nothing is noted of a row that is skipped") {
    CHECK(shown("Date,Note,Mode\n2026-11-23,Tea,by train\n") ==
          "skipped 2: 2026-11-23 is still to come; the log is for what has happened\n");
}

TEST_CASE("in kith's own table what is no number is broken, and a word that means nothing is left out") {
    const std::string entries =
        "id,date,with,channel,mode,kind,by,help,answered,minutes,event,tags,note,url,closes,imported\n";
    CHECK(refusal(exchange::read_csv, entries + "e1,2026-11-22,ana,,,,,,,45 min,,,,,,\n") ==
          "2: 'minutes' should be a whole number, not a text");
    CHECK(refusal(exchange::read_csv, entries + "@e1,2026-11-22,ana,,,,,,,,,,,,,\n") ==
          "2: 'id' cannot be '@e1': it takes words, and neither - nor @ before them");
    CHECK(shown(entries + "e1,2026-11-22,ana,,train,,,,,,,,,,,\n") ==
          "line 2\nid: e1\ndate: 2026-11-22\nwith: ana\n\n"
          "note 2: the entry of 2026-11-22 comes in without the mode 'train': it takes online or in-person\n");
}

TEST_CASE("a row of which only the day is there is no entry") {
    CHECK(shown("id,Date,Who,Note,Via\n7,2026-11-22,,,\n8,2026-11-22,,,coffee\n,2026-11-20,,Tea,\n") ==
          "line 3\ndate: 2026-11-22\nchannel: coffee\n\nline 4\ndate: 2026-11-20\nnote: Tea\n\n"
          "skipped 2: nobody and no text\n");
}

TEST_CASE("a due date alone is no follow-up") {
    CHECK(shown("Due,Who,Note\n2026-12-05,,\n2026-12-05,Ana,\n") ==
          "line 3\ndue: 2026-12-05\nwith: Ana\n\nskipped 2: nobody and no text\n");
}

TEST_CASE("tags stay as they are written, as 'kith log --tag' keeps them") {
    CHECK(shown("Date,Note,Tags\n2026-11-20,Tea,\"öl, Straße, AI/ML, #Rust\"\n") ==
          "line 2\ndate: 2026-11-20\ntags: öl | Straße | AI/ML | Rust\nnote: Tea\n\n");
}

TEST_CASE("people between commas are several, however the columns are spelt") {
    for (const std::string header : {"date,with,note", "Date,Who,Note", "When,With,Note", "date,with,text"})
        CHECK(shown(header + "\n2026-11-20,\"Ana Souza, Bo Li\",Tea\n") ==
              "line 2\ndate: 2026-11-20\nwith: Ana Souza | Bo Li\nnote: Tea\n\n");
    CHECK(shown("name,start,met\nConf,2026-11-20,\"Ana, Bo\"\n") ==
          "line 2\nname: Conf\nstart: 2026-11-20\nmet: Ana | Bo\n\n");
    // With kith's own sign between them, or before it, they are as kith joins them.
    CHECK(shown("date,with,tags\n2026-11-20,\"Souza, Ana; Li, Bo\",\"a, b\\;\"\n") ==
          "line 2\ndate: 2026-11-20\nwith: Souza, Ana | Li, Bo\ntags: a, b;\n\n");
    // In kith's own table a comma is a comma.
    CHECK(shown("id,created,due,with,action,note,event,origin,every,snoozed,done,dropped,closed_by,imported\n"
                "f1,,2026-12-01,\"Souza, Ana\",,,,,,,,,,\n") ==
          "line 2\nid: f1\ndue: 2026-12-01\nwith: Souza, Ana\n\n");
}

TEST_CASE("tags of which each has its hash are several, without commas too") {
    for (const std::string header : {"Date,Note,Tags", "date,note,tags"}) {
        CHECK(shown(header + "\n2026-11-20,Tea,#food #morning\n") ==
              "line 2\ndate: 2026-11-20\ntags: food | morning\nnote: Tea\n\n");
        CHECK(shown(header + "\n2026-11-20,Tea,\"#food #morning, rust meetup, #a b\"\n") ==
              "line 2\ndate: 2026-11-20\ntags: food | morning | rust meetup | a b\nnote: Tea\n\n");
    }
}

TEST_CASE("people with a sign or a word for and between them are several, but a name that has one is one") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"Bo Li & Ana Souza", "Bo Li | Ana Souza"},
        {"Bo and Ana", "Bo | Ana"},
        {"Bo / Ana + Cy", "Bo | Ana | Cy"},
        {"Bo und Ana", "Bo | Ana"},
        {"Bo et Ana", "Bo | Ana"},
        {"Bo y Ana", "Bo | Ana"},
        {"Bo Li e Ana Souza", "Bo Li | Ana Souza"},
        {"Bo, Cy, and Ana", "Bo | Cy | Ana"},
        {"Bo/Ana", "Bo/Ana"},
        {"Anders And", "Anders And"},
        {"Sarah Y Chen", "Sarah Y Chen"},
        {"Jos\u00e9 Ortega y Gasset", "Jos\u00e9 Ortega y Gasset"},
        {"Ana Costa e Silva", "Ana Costa e Silva"},
        {"&", "&"},
    };
    for (const auto& [cell, people] : cases) {
        CAPTURE(cell);
        for (const std::string header : {"Date,Who,Note", "date,with,note"})
            CHECK(shown(header + "\n2026-11-20,\"" + cell + "\",Tea\n") ==
                  "line 2\ndate: 2026-11-20\nwith: " + people + "\nnote: Tea\n\n");
    }
    CHECK(shown("Event,Start,Who\nConf,2026-11-20,Ana & Bo\n") ==
          "line 2\nname: Conf\nstart: 2026-11-20\nmet: Ana | Bo\n\n");
    CHECK(shown("id,created,due,with,action,note,event,origin,every,snoozed,done,dropped,closed_by,imported\n"
                "f1,,2026-12-01,Ana & Bo,,,,,,,,,,\n") == "line 2\nid: f1\ndue: 2026-12-01\nwith: Ana & Bo\n\n");
}

TEST_CASE("a list in a cell is as long as it is") {
    std::string people = "Per0";
    for (int i = 1; i < 1500; ++i) people += ";Per" + std::to_string(i);
    const auto batch =
        read(exchange::read_csv, "Date,Person,People,Note\n2026-11-20," + people + ";per1," + people + ";Eve,Tea\n");
    REQUIRE(batch.interactions.size() == 1);
    CHECK(batch.interactions.front().record.with.size() == 1501);
    CHECK(batch.interactions.front().record.with.back().text == "Eve");

    const auto thousand = people.substr(0, people.find(";Per1000;"));
    CHECK(read(exchange::read_csv, "Name,Groups\nAna," + thousand + ";per0\n").skipped.empty());
    const auto full = read(exchange::read_csv, "Name,Groups\nAna," + people + "\n");
    CHECK(full.people.front().record.groups.size() == 1000);
    CHECK(full.skipped == std::vector<exchange::Skipped>{{2, "groups of Ana beyond 1000", true}});
}

TEST_CASE("an id that stands in two rows is told, unless they say the same") {
    CHECK(shown("id,date,note\n1,2026-11-04,five\n1,2026-11-05,six\n1,2026-11-04,five\n") ==
          "line 2\nid: 1\ndate: 2026-11-04\nnote: five\n\nskipped 3: the id 1 stands in line 2 already\n");
    CHECK(shown("ID,Event,Start\n1,Conf,2026-12-04\n1,Meetup,2026-12-05\n") ==
          "line 2\nname: Conf\nstart: 2026-12-04\n\nskipped 3: the id 1 stands in line 2 already\n");
    CHECK(shown("ID,Deadline,Task\n1,2026-12-04,Call\n2,2026-12-04,Call\n1,2026-12-05,Call\n")
              .ends_with("skipped 4: the id 1 stands in line 2 already\n"));
    // A row that is no record takes the id from none.
    CHECK(shown("id,date,note\n1,2026-11-04,\n1,2026-11-05,six\n")
              .starts_with("line 3\nid: 1\ndate: 2026-11-05\nnote: six\n"));
}
