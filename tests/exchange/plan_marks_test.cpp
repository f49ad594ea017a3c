// What a source had or said, and is not what the record has: marks of it in the record.
#include "kith/exchange/origin.hpp"
#include "kith/exchange/plan.hpp"

#include "planning.hpp"
#include "reading.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kith;
using namespace kith::test;

TEST_CASE("who was known by the name and is renamed here is still found by a table that has no other key") {
    for (const bool has_crowd : {false, true}) {
        auto ana = card("Ana Souza", "Ana Souza");
        ana.record.city = "Lisbon";
        auto before = journal({person("ana-souza", "Ana Souza")});
        const auto tables = batch({ana}, "csv");
        before = carried_out(planned({tables}, before), before);
        auto people = before.people.all();
        people[0].name = "Ana Costa";
        if (has_crowd) // Very many have the key, from a table that counts its rows.
            for (int i = 0; i < 30; ++i) {
                auto other = person("other-" + std::to_string(i), "Other " + std::to_string(i));
                other.imported = {{"from", "csv"}, {"key", "Ana Souza"}};
                people.push_back(other);
            }
        const auto renamed = journal(people);
        CHECK(changes_nothing(planned({tables}, renamed)));
        ana.record.city = "Porto";
        const auto after = carried_out(planned({batch({ana}, "csv")}, renamed), renamed);
        CHECK(after.people.all().size() == people.size());
        CHECK(after.people.all()[0].city == "Porto");
    }
}

namespace {

std::string phones_of(const exchange::JournalRecords& records) {
    std::string phones;
    for (const auto& [network, number] : records.people.all()[0].handles) phones += number + " ";
    return phones;
}

} // namespace

TEST_CASE("a dropped telephone stays, whichever files are brought in with its own") {
    const std::string ana = "BEGIN:VCARD\nVERSION:3.0\nUID:u-1\nFN:Ana Souza\nEMAIL:ana@x.example\n";
    const auto cards = [&](const std::string& phones) {
        return read(exchange::read_vcard, ana + phones + "END:VCARD\n");
    };
    const auto table = read(exchange::read_csv, "name,email\nAna Souza,ana@x.example\n");
    for (const bool is_table_first : {true, false}) {
        const auto with_table = [&](const exchange::Batch& other) {
            return is_table_first ? std::vector{table, other} : std::vector{other, table};
        };
        auto now = journal({});
        for (const std::string phones : {"TEL:1111111\nTEL:2222222\n", "TEL:1111111\n", "TEL:1111111\n"})
            now = carried_out(planned(with_table(cards(phones)), now), now);
        now = carried_out(planned({cards("TEL:1111111\nTEL:3333333\n")}, now), now);
        CHECK(phones_of(now) == "1111111 2222222 3333333 ");
    }
}

TEST_CASE("a dropped telephone stays, though a table of the same source has no place for it") {
    const auto table = [](const std::string& text) { return read(exchange::read_csv, text); };
    const auto contacts = [&](const std::string& phone) {
        return table("name,email,phone\nBo Li,bo@x.example," + phone + "\n");
    };
    const auto attending = table("name,email\nBo Li,bo@x.example\n");
    for (const bool is_first : {true, false}) {
        auto now = carried_out(planned({contacts("+351 1")}, journal({})), journal({}));
        const auto emptied = contacts("");
        const auto files = is_first ? std::vector{attending, emptied} : std::vector{emptied, attending};
        now = carried_out(planned(files, now), now);
        CHECK(changes_nothing(planned(files, now)));
        now = carried_out(planned({contacts("+351 2")}, now), now);
        CHECK(phones_of(now) == "+351 1 +351 2 ");
    }
}

TEST_CASE("a table without a column for telephones drops none") {
    const auto table = [](const std::string& text) { return read(exchange::read_csv, text); };
    const auto contacts = table("name,email,phone\nBo Li,bo@x.example,+351 1\n");
    const auto attending = table("name,email\nBo Li,bo@x.example\n");
    auto now = carried_out(planned({contacts}, journal({})), journal({}));
    CHECK(changes_nothing(planned({attending}, now)));
    now = carried_out(planned({table("name,email,phone\nBo Li,bo@x.example,\n")}, now), now);
    now = carried_out(planned({table("name,email,phone\nBo Li,bo@x.example,+351 2\n")}, now), now);
    CHECK(phones_of(now) == "+351 1 +351 2 ");
}

TEST_CASE("two names of somebody who has no key are told once, however often the files come") {
    const auto row = [](const std::string& name) { return batch({card(name, "ana@x.example", "ana@x.example")}); };
    const auto as_here = row("Ana Souza");
    const auto other = row("Ana M. Souza");
    auto now = journal({person("ana-souza", "Ana Souza")});
    auto people = now.people.all();
    people[0].email = "ana@x.example";
    now = journal(people);
    for (const auto& each : {as_here, other, as_here}) now = carried_out(planned({each}, now), now);
    people = now.people.all();
    people[0].name = "Maria Costa";
    const auto renamed = journal(people);
    for (const auto& files :
         {std::vector{as_here}, std::vector{other}, std::vector{as_here, other}, std::vector{other, as_here}}) {
        for (const auto& records : {now, renamed}) {
            const auto again = planned(files, records);
            CHECK(changes_nothing(again));
            for (const auto& told : again.skipped) CHECK(told.empty());
        }
    }
}

TEST_CASE("what a source changes of a value that was edited here is told once") {
    auto source = card("Ana Souza", "u-1");
    source.record.city = "Lisbon";
    source.record.role = "Dev";
    source.record.groups = {"rust"};
    source.record.handles = {{"linkedin", "in/ana"}, {"mastodon", "@ana"}};
    auto now = carried_out(planned({batch({source})}, journal({})), journal({}));
    auto edited = now.people.all().front();
    edited.city = "Porto";
    edited.role.clear();
    edited.groups.emplace_back("own");
    edited.handles = {{"linkedin", "in/ana-s"}};
    now = journal({edited});
    CHECK(changes_nothing(planned({batch({source})}, now)));
    CHECK(planned({batch({source})}, now).skipped[0].empty());

    source.record.city = "Faro";
    source.record.role = "Lead";
    source.record.groups = {"rust", "gcc"};
    source.record.handles = {{"linkedin", "in/ana-souza"}, {"mastodon", "@ana_s"}};
    const auto plan = planned({batch({source})}, now);
    REQUIRE(plan.skipped[0].size() == 1);
    CHECK(plan.skipped[0].front().reason == "Ana Souza: groups 'gcc', city 'Faro', linkedin 'in/ana-souza' are not "
                                            "taken: what is here stays");
    now = carried_out(plan, now);
    auto after = now.people.all().front();
    after.imported = edited.imported;
    CHECK(after == edited);
    CHECK(changes_nothing(planned({batch({source})}, now)));
    CHECK(planned({batch({source})}, now).skipped[0].empty());
}

TEST_CASE("a handle that is only written otherwise is not told as another") {
    auto first = card("Ana Souza", "u-1", "ana@example.org");
    first.record.handles = {{"phone", "+49 89 636-00"}, {"x", "ana"}};
    auto other = card("Ana Souza", "", "ana@example.org");
    other.record.handles = {{"phone", "+49 89 63600"}, {"x", "@Ana"}};
    const auto before = carried_out(planned({batch({first})}, journal({})), journal({}));
    CHECK(planned({batch({other}, "csv")}, before).skipped[0].empty());
}

TEST_CASE("a row that says no more than a name is found again when somebody else has come who is called so") {
    const auto jane = [](const std::string& email) { return card("Jane Roe", email, email); };
    auto without = card("Jane Roe", "Jane Roe");
    without.record.handles = {{"phone", "+49 1"}};
    const std::vector files{batch({jane("w@y.example")}, "csv"), batch({without}, "csv"),
                            batch({jane("jane@z.example")})};
    const auto now = carried_out(planned(files, journal({})), journal({}));
    CHECK(now.people.all().size() == 2);
    CHECK(planned(files, now).people.added.empty());
    CHECK(planned(files, now).people.changed.empty());
    for (const auto& file : files) CHECK(planned({file}, now).people.added.empty());
}

TEST_CASE("a card that has no more than a name is found with and without its title, whoever else is called so") {
    auto eva = card("Dr. Eva Berg", "Dr. Eva Berg");
    eva.record.handles = {{"linkedin", "in/eva"}};
    auto without = card("Eva Berg", "Eva Berg");
    without.record.handles = eva.record.handles;
    const auto other = card("Eva Berg", "u-7", "eb@z.example");
    auto now =
        carried_out(planned({batch({card("Eva Berg", "eva@x.example", "eva@x.example")})}, journal({})), journal({}));
    const std::vector files{batch({eva}), batch({without, other})};
    for (int turn = 0; turn < 2; ++turn)
        for (const auto& file : files) now = carried_out(planned({file}, now), now);
    CHECK(now.people.all().size() == 2);
    for (const auto& file : files) CHECK(planned({file}, now).people.added.empty());
}

TEST_CASE("of somebody of whom the user made one, both cards go on to say what they said, and none comes back") {
    auto first = card("Ana Souza", "u-1", "ana@x.example");
    auto second = card("Ana M. Souza", "u-2", "ana@y.example");
    second.record.city = "Lisbon";
    auto now = carried_out(planned({batch({first, second})}, journal({})), journal({}));
    REQUIRE(now.people.all().size() == 2);
    auto one = now.people.all().front();
    const auto& other = now.people.all().back();
    one.was = {other.id};
    one.aliases = {other.name};
    one.city = other.city;
    one.handles = {{"email-2", "ana@y.example"}};
    one.imported = exchange::with_origins(one.imported, other.imported);
    now = journal({one});
    for (const auto& cards : {std::vector{first, second}, std::vector{second, first}}) {
        const auto once = carried_out(planned({batch(cards)}, now), now);
        CHECK(once.people.all().size() == 1);
        CHECK(changes_nothing(planned({batch(cards)}, once)));
        auto moved = cards;
        for (auto& each : moved)
            if (each.key == "u-2") each.record.city = "Faro";
        CHECK(carried_out(planned({batch(moved)}, once), once).people.all().front().city == "Faro");
    }
    // Brought in from tables before, they have no card's key yet.
    one.imported = {{"from", "csv"}, {"key", "ana@x.example"}};
    const auto from_tables = journal({one});
    const auto after = carried_out(planned({batch({first, second})}, from_tables), from_tables);
    CHECK(after.people.all().size() == 1);
    CHECK(changes_nothing(planned({batch({first, second})}, after)));
    CHECK(changes_nothing(planned({batch({second, first})}, after)));
}

TEST_CASE("two of one name or e-mail whom the user made one do not come back, nor is who was kept renamed") {
    const auto merged = [](const exchange::JournalRecords& records, const std::string& name) {
        REQUIRE(records.people.all().size() == 2);
        auto one = records.people.all().front();
        const auto& other = records.people.all().back();
        one.name = name;
        if (other.name != name) one.aliases = {other.name};
        one.was = {other.id};
        one.imported = exchange::with_origins(one.imported, other.imported);
        return journal({one});
    };
    auto without = card("Ana Souza", "Ana Souza");
    auto with_phone = without;
    with_phone.record.handles = {{"phone", "+351 21 555 0101"}};
    const auto mailbox = std::vector{card("Jane Roe", "ana@x.example", "ana@x.example"),
                                     card("Bo Li", "ana@x.example", "ana@x.example")};
    for (const auto& cards : {std::vector{with_phone, without}, mailbox}) {
        const auto file = batch(cards, "csv");
        auto one = merged(carried_out(planned({file}, journal({})), journal({})), cards.front().record.name);
        for (int turn = 0; turn < 2; ++turn) {
            one = carried_out(planned({file}, one), one);
            REQUIRE(one.people.all().size() == 1);
            CHECK(one.people.all().front().name == cards.front().record.name);
        }
        CHECK(changes_nothing(planned({file}, one)));
    }
}

TEST_CASE("of two files of one command a telephone is written as in the first") {
    const auto with = [](const std::string& phone) {
        auto one = card("Ana Souza", "ana@x.example", "ana@x.example");
        one.record.handles = {{"phone", phone}};
        return batch({one});
    };
    const std::vector files{with("+351 912 345 678"), with("+351912345678")};
    auto now = carried_out(planned({files[0]}, journal({})), journal({}));
    now = carried_out(planned(files, now), now);
    CHECK(now.people.all().front().handles == core::TextTable{{"phone", "+351 912 345 678"}});
    CHECK(changes_nothing(planned(files, now)));
}

TEST_CASE("a note that stands within a word of the one here is told, and paragraphs in another order are not") {
    const auto told = [](const std::string& here, const std::string& said) {
        auto one = person("ana-souza", "Ana Souza");
        one.email = "ana@x.example";
        one.note = here;
        auto incoming = card("Ana Souza", "u-1", "ana@x.example");
        incoming.record.note = said;
        return planned({batch({incoming})}, journal({one})).skipped[0].size();
    };
    CHECK(told("steak", "tea") == 1);
    CHECK(told("Likes tea.", "tea") == 0);
    CHECK(told("one\n\ntwo", "two\n\none") == 0);
    CHECK(told("one\n\ntwo", "two\n\nthree") == 1);
}

TEST_CASE("of somebody whom the user made one each profile stays, and a card of a name alone is theirs") {
    const auto row = [](const std::string& profile) {
        auto one = card("Ana Souza", profile);
        one.record.handles = {{"linkedin", profile}};
        one.key_kind = exchange::KeyKind::profile;
        return one;
    };
    const auto file = batch({row("in/ana-old"), row("in/ana-new")}, "linkedin");
    const auto two = carried_out(planned({file}, journal({})), journal({}));
    REQUIRE(two.people.all().size() == 2);
    auto one = two.people.all().back();
    const auto& gone = two.people.all().front();
    one.was = {gone.id};
    one.handles.emplace_back("linkedin-2", "in/ana-old");
    one.imported = exchange::with_origins(one.imported, gone.imported);
    CHECK(changes_nothing(planned({file}, journal({one}))));

    const auto names = batch({card("Ana Souza", "Ana Souza"), card("Ana M. Souza", "Ana M. Souza")});
    const auto with_email = batch({card("Ana M. Souza", "ana@b.example", "ana@b.example")});
    auto now = carried_out(planned({names}, journal({})), journal({}));
    now = carried_out(planned({with_email}, now), now);
    REQUIRE(now.people.all().size() == 2);
    auto kept = now.people.all().front();
    const auto& other = now.people.all().back();
    kept.was = {other.id};
    kept.aliases = {other.name};
    kept.email = other.email;
    kept.imported = exchange::with_origins(kept.imported, other.imported);
    now = journal({kept});
    for (const auto& each : {names, with_email, names}) {
        now = carried_out(planned({each}, now), now);
        REQUIRE(now.people.all().size() == 1);
        CHECK(now.people.all().front().name == "Ana Souza");
    }
}
