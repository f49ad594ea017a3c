// People with more than one e-mail.
#include "kith/exchange/origin.hpp"
#include "kith/exchange/plan.hpp"
#include "kith/exchange/write_vcard.hpp"

#include "planning.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kith;
using namespace kith::test;
using exchange::IncomingPerson;
using exchange::JournalRecords;

namespace {

IncomingPerson with_emails(const std::vector<std::string>& emails, const std::string& key = {}) {
    auto incoming = card("Ana Souza", key, emails.front());
    incoming.emails = emails;
    return incoming;
}

/// `a@x.org, email-2 b@y.org`: of the only person, after the card was imported twice, the second time for nothing.
std::string emails_after(const IncomingPerson& card, JournalRecords& records) {
    records = carried_out(planned({batch({card})}, records), records);
    CHECK(changes_nothing(planned({batch({card})}, records)));
    REQUIRE(records.people.all().size() == 1);
    const auto& person = records.people.all().front();
    std::string text = person.email;
    for (const auto& [network, name] : person.handles) text += ", " + network + " " + name;
    return text;
}

} // namespace

TEST_CASE("further e-mails are kept beside the first, and tell who somebody is") {
    auto records = journal({});
    CHECK(emails_after(with_emails({"a@x.org", "b@y.org"}), records) == "a@x.org, email-2 b@y.org");
    CHECK(emails_after(with_emails({"B@y.org"}, "uid"), records) == "a@x.org, email-2 b@y.org");
    auto lima = card("Ana Lima", "", "b@y.org");
    CHECK(emails_after(lima, records) == "a@x.org, email-2 b@y.org");
    CHECK(emails_after(with_emails({"c@z.org", "b@y.org"}, "other"), records) ==
          "a@x.org, email-2 b@y.org, email-3 c@z.org");
}

TEST_CASE("the e-mail of cards made one is a further one") {
    const auto first = with_emails({"a@x.org"}, "u-1");
    const auto second = with_emails({"b@y.org"}, "u-1");
    const auto plan = planned({batch({first, second})}, journal({}));
    REQUIRE(plan.people.added.size() == 1);
    CHECK(plan.people.added[0].email == "a@x.org");
    CHECK(plan.people.added[0].handles == core::TextTable{{"email-2", "b@y.org"}});
}

TEST_CASE("two files that each have another e-mail of somebody are both right") {
    const std::vector<exchange::Batch> files{batch({with_emails({"a@x.org"}, "u-1")}),
                                             batch({with_emails({"b@y.org"}, "u-1")})};
    const auto now = carried_out(planned(files, journal({})), journal({}));
    REQUIRE(now.people.all().size() == 1);
    CHECK(now.people.all()[0].email == "a@x.org");
    CHECK(now.people.all()[0].handles == core::TextTable{{"email-2", "b@y.org"}});
    CHECK(changes_nothing(planned(files, now)));
}

TEST_CASE("beside an e-mail from elsewhere that of a card is a further one, but none that was edited comes back") {
    auto ana = person("ana", "Ana Souza");
    ana.email = "b@y.org";
    auto records = journal({ana});
    CHECK(emails_after(with_emails({"a@x.org", "b@y.org"}, "u-1"), records) == "b@y.org, email-2 a@x.org");

    records = journal({});
    CHECK(emails_after(with_emails({"a@x.org"}, "u-1"), records) == "a@x.org");
    auto edited = records.people.all().front();
    edited.email = "new@x.org";
    records = journal({edited});
    CHECK(emails_after(with_emails({"a@x.org"}, "u-1"), records) == "new@x.org");

    // Nor one that was edited in its place, or taken off.
    records = journal({});
    CHECK(emails_after(with_emails({"a@x.org", "b@y.org", "c@z.org"}, "u-1"), records) ==
          "a@x.org, email-2 b@y.org, email-3 c@z.org");
    edited = records.people.all().front();
    edited.handles = {{"email-2", "new@y.org"}};
    records = journal({edited});
    CHECK(emails_after(with_emails({"a@x.org", "b@y.org", "c@z.org"}, "u-1"), records) == "a@x.org, email-2 new@y.org");
}

TEST_CASE("an e-mail that the source has in the place of another follows it, one beside it is a further one") {
    auto records = journal({});
    CHECK(emails_after(with_emails({"a@x.org", "b@y.org"}, "u-1"), records) == "a@x.org, email-2 b@y.org");
    CHECK(emails_after(with_emails({"b@y.org", "a@x.org"}, "u-1"), records) == "a@x.org, email-2 b@y.org");
    CHECK(emails_after(with_emails({"c@z.org", "b@y.org"}, "u-1"), records) == "c@z.org, email-2 b@y.org");
    CHECK(emails_after(with_emails({"d@z.org", "c@z.org"}, "u-1"), records) ==
          "c@z.org, email-2 b@y.org, email-3 d@z.org");
}

TEST_CASE("further e-mails go out as e-mails") {
    auto ana = person("ana", "Ana Souza");
    ana.email = "a@x.org";
    ana.handles = {{"email-2", "b@y.org"}};
    using exchange::VcardVersion;
    CHECK(exchange::write_vcard(ana, VcardVersion::v4).find("\r\nEMAIL;PREF=1:a@x.org\r\nEMAIL:b@y.org\r\n") !=
          std::string::npos);
    CHECK(exchange::write_vcard(ana, VcardVersion::v3).find("\r\nEMAIL;TYPE=PREF:a@x.org\r\nEMAIL:b@y.org\r\n") !=
          std::string::npos);
    ana.handles.clear();
    CHECK(exchange::write_vcard(ana, VcardVersion::v4).find("\r\nEMAIL:a@x.org\r\n") != std::string::npos);
}

TEST_CASE("nobody is renamed to the address that stands in for a name") {
    const auto named = card("Ana Souza", "u-1", "a@x.org");
    const auto nameless = card("A@x.org", "u-1", "a@x.org");
    auto records = carried_out(planned({batch({named})}, journal({})), journal({}));
    CHECK(changes_nothing(planned({batch({nameless})}, records)));
    records = carried_out(planned({batch({nameless})}, journal({})), journal({}));
    CHECK(records.people.all().at(0).name == "A@x.org");
    records = carried_out(planned({batch({named})}, records), records);
    CHECK(records.people.all().at(0).name == "Ana Souza");
    CHECK(changes_nothing(planned({batch({nameless})}, records)));
}

TEST_CASE("an address that the source has no more gives its place to the one that is new there") {
    auto incoming = card("Ana Souza", "uid-1", "ana@former.example");
    incoming.emails = {"ana@former.example", "ana@home.example"};
    const auto before = carried_out(planned({batch({incoming})}, journal({})), journal({}));
    for (const std::vector<std::string>& emails :
         {std::vector<std::string>{"ana@home.example", "ana@new.example"}, {"ana@new.example", "ana@home.example"}}) {
        incoming.record.email = emails.front();
        incoming.emails = emails;
        const auto after = carried_out(planned({batch({incoming})}, before), before);
        CHECK(after.people.all().front().email == "ana@new.example");
        CHECK(after.people.all().front().handles == core::TextTable{{"email-2", "ana@home.example"}});
        CHECK(changes_nothing(planned({batch({incoming})}, after)));

        auto edited = before.people.all().front();
        edited.email = "ana@own.example";
        const auto own = carried_out(planned({batch({incoming})}, journal({edited})), journal({edited}));
        CHECK(own.people.all().front().email == "ana@own.example");
    }
}

TEST_CASE("an e-mail for which somebody has no room is told") {
    std::vector<std::string> nine;
    for (int i = 1; i <= 9; ++i) nine.push_back("a" + std::to_string(i) + "@x.org");
    auto records = journal({});
    (void)emails_after(with_emails(nine, "u-1"), records);
    REQUIRE(exchange::origins(records.people.all().front().imported).size() == 1);
    auto tenth = with_emails({"a1@x.org", "b@x.org"}, "u-9");
    const auto plan = planned({batch({tenth}, "google")}, records);
    REQUIRE(plan.skipped[0].size() == 1);
    CHECK(plan.skipped[0].front().reason.ends_with(" comes in without the e-mails beyond the ninth: b@x.org"));
    const auto same = planned({batch({with_emails(nine, "u-1")})}, records);
    CHECK(same.skipped[0].empty());
}
