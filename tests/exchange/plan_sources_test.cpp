// Several sources that know the same person, at once and by turns.
#include "kith/exchange/origin.hpp"
#include "kith/exchange/plan.hpp"

#include "planning.hpp"
#include "reading.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace kith;
using namespace kith::test;

TEST_CASE("two address books that are brought in by turns do not overwrite each other") {
    const auto of = [](const std::string& key, const std::string& organisation, const std::string& city) {
        auto ana = card("Ana Souza", key, "ana@example.org");
        ana.record.organisation = organisation;
        ana.record.city = city;
        return batch({ana});
    };
    const auto phone = of("phone-1", "Alpha", "");
    const auto mail = of("mail-1", "Beta", "Lisbon");
    auto now = carried_out(planned({phone}, journal({})), journal({}));
    now = carried_out(planned({mail}, now), now);
    REQUIRE(now.people.all().size() == 1);
    CHECK(now.people.all().front().organisation == "Alpha");
    CHECK(now.people.all().front().city == "Lisbon");
    for (const auto& again : {phone, mail, phone}) CHECK(changes_nothing(planned({again}, now)));
    CHECK(changes_nothing(planned({mail, phone}, now)));

    now = carried_out(planned({of("phone-1", "Gamma", "Faro")}, now), now);
    now = carried_out(planned({of("mail-1", "Delta", "Porto")}, now), now);
    CHECK(now.people.all().front().organisation == "Gamma");
    CHECK(now.people.all().front().city == "Porto");
}

TEST_CASE("an address that was the key and changes is no other source") {
    const auto of = [](const std::string& email, const std::string& profile, const std::string& role) {
        auto ana = card("Ana Souza", profile.empty() ? email : profile, email);
        if (!profile.empty()) ana.record.handles = {{"linkedin", profile}};
        if (!profile.empty()) ana.key_kind = exchange::KeyKind::profile;
        ana.record.role = role;
        return batch({ana}, profile.empty() ? "csv" : "linkedin");
    };
    auto now = carried_out(planned({of("a@x.org", "in/ana", "Engineer")}, journal({})), journal({}));
    now = carried_out(planned({of("a@x.org", "in/ana-souza", "Lead")}, now), now);
    REQUIRE(now.people.all().size() == 1);
    CHECK(now.people.all().front().role == "Lead");

    auto row = of("", "", "Engineer");
    row.people[0].key = "Ana Souza";
    now = carried_out(planned({row}, journal({})), journal({}));
    now = carried_out(planned({of("a@x.org", "", "Lead")}, now), now);
    REQUIRE(now.people.all().size() == 1);
    CHECK(now.people.all().front().role == "Lead");
    CHECK(exchange::origins(now.people.all().front().imported).size() == 1);
}

TEST_CASE("of two files that say different things the one named first is right, and both again change nothing") {
    const auto of = [](const std::string& organisation, const std::string& network) {
        auto ana = card("Ana Souza", "uid", "ana@example.org");
        ana.record.organisation = organisation;
        ana.record.handles = {{network, organisation}};
        return ana;
    };
    for (const std::string from : {"vcard", "csv", ""}) {
        auto first = batch({of("Alpha", "github")}, from);
        auto second = batch({of("Beta", "mastodon")}, from);
        first.people[0].record.id = second.people[0].record.id = {from.empty() ? "ana-souza" : ""};
        second.people[0].record.city = "Lisbon";
        auto now = journal({});
        for (const auto& files : {std::vector{first, second}, std::vector{second, first}}) {
            now = carried_out(planned(files, now), now);
            REQUIRE(now.people.all().size() == 1);
            const auto& ana = now.people.all().front();
            CHECK(ana.organisation == files.front().people[0].record.organisation);
            CHECK(ana.handles.size() == 2);
            CHECK(ana.city == "Lisbon");
            CHECK(changes_nothing(planned(files, now)));
        }
    }
}

TEST_CASE("what another source says otherwise is told once, when it first says it") {
    auto first = card("Nora Quinn", "uid-1", "n@example.org");
    first.record.organisation = "X";
    first.record.note = "Met in Faro; likes tea";
    first.record.groups = {"rust"};
    first.record.handles = {{"phone", "+1"}};
    auto other = card("Nora Quinn-Lee", "", "n@example.org");
    other.record.organisation = "Y";
    other.record.note = "likes tea";
    other.record.groups = {"club", "rust"};
    other.record.handles = {{"phone", "+2"}, {"mastodon", "@nora"}};
    other.record.city = "Porto";
    const std::string told = "Nora Quinn: name 'Nora Quinn-Lee', groups 'club', organisation 'Y' are not taken: "
                             "what is here stays";
    const auto reason_of = [](const std::vector<exchange::Skipped>& skipped) {
        REQUIRE(skipped.size() == 1);
        CHECK(skipped.front().is_note);
        return skipped.front().reason;
    };
    const auto before = carried_out(planned({batch({first})}, journal({})), journal({}));
    const auto plan = planned({batch({other}, "csv")}, before);
    CHECK(reason_of(plan.skipped[0]) == told);
    REQUIRE(plan.people.changed.size() == 1);
    CHECK(plan.people.changed[0].after.city == "Porto");
    CHECK(plan.people.changed[0].after.handles ==
          core::TextTable{{"phone", "+1"}, {"mastodon", "@nora"}, {"phone-2", "+2"}});
    const auto again = planned({batch({other}, "csv")}, carried_out(plan, before));
    CHECK(changes_nothing(again));
    CHECK(again.skipped[0].empty());
    CHECK(reason_of(planned({batch({first}), batch({other}, "csv")}, journal({})).skipped[1]) == told);
}

TEST_CASE("what a source that is known says otherwise is told once, whenever it first says it") {
    auto known = card("Nora Quinn", "in/nora", "n@example.org");
    known.record.organisation = "Acme";
    known.record.role = "Dev";
    known.record.handles = {{"mastodon", "@nora"}};
    const auto linkedin = batch({known}, "linkedin");
    auto other = card("Nora Quinn", "1", "n@example.org");
    auto now = carried_out(planned({linkedin}, journal({})), journal({}));
    now = carried_out(planned({batch({other})}, now), now);

    const auto told = [&](const std::string& reason) {
        const auto plan = planned({batch({other})}, now);
        REQUIRE(plan.skipped[0].size() == 1);
        CHECK(plan.skipped[0].front() == exchange::Skipped{1, reason, true});
        now = carried_out(plan, now);
        const auto again = planned({batch({other})}, now);
        CHECK(changes_nothing(again));
        CHECK(again.skipped[0].empty());
        const auto first = planned({linkedin}, now);
        CHECK(changes_nothing(first));
        CHECK(first.skipped[0].empty());
    };
    other.record.organisation = "Beta";
    other.record.role = "Boss";
    told("Nora Quinn: organisation 'Beta', role 'Boss' are not taken: what is here stays");
    other.record.organisation = "Gamma";
    told("Nora Quinn: organisation 'Gamma' is not taken: what is here stays");
    other.record.handles = {{"mastodon", "@nora_q"}};
    told("Nora Quinn: mastodon '@nora_q' is not taken: what is here stays");
    other.record.name = "Nora Lee";
    told("Nora Quinn: name 'Nora Lee' is not taken: what is here stays");

    // It is no value that was taken: it comes in where there is none any more, and does not follow what the user wrote.
    auto edited = now.people.all().front();
    edited.organisation = "Gamma";
    edited.role.clear();
    now = journal({edited});
    now = carried_out(planned({batch({other})}, now), now);
    CHECK(now.people.all().front().role == "Boss");
    other.record.organisation = "Delta";
    CHECK(planned({batch({other})}, now).people.changed.front().after.organisation == "Gamma");
}

TEST_CASE("a name follows its source also where its key there has changed with it") {
    auto mary = card("Mary Jones", "in/maryj", "mary@example.org");
    mary.record.handles = {{"linkedin", "in/maryj"}};
    mary.key_kind = exchange::KeyKind::profile;
    const auto before = carried_out(planned({batch({mary}, "linkedin")}, journal({})), journal({}));
    mary.record.name = "Mary Smith";
    mary.record.handles = {{"linkedin", "in/marysmith"}};
    mary.key = "in/marysmith";
    const auto after = carried_out(planned({batch({mary}, "linkedin")}, before), before);
    REQUIRE(after.people.all().size() == 1);
    CHECK(after.people.all().front().name == "Mary Smith");
    CHECK(changes_nothing(planned({batch({mary}, "linkedin")}, after)));
}

TEST_CASE("an address that stands in for a name gives way to one") {
    const auto address = card("info@example.org", "", "info@example.org");
    const auto named = card("Bob Lee", "", "info@example.org");
    CHECK(planned({batch({address, named})}, journal({})).people.added.front().name == "Bob Lee");
    const auto before = carried_out(planned({batch({address})}, journal({})), journal({}));
    const auto after = carried_out(planned({batch({named}, "csv")}, before), before);
    REQUIRE(after.people.all().size() == 1);
    CHECK(after.people.all().front().name == "Bob Lee");
}

TEST_CASE("a key of an address book's own is one, whatever it looks like") {
    // With an @, as some programs make them, or the same as the number of a telephone.
    for (const auto& [first_key, second_key] : std::vector<std::pair<std::string, std::string>>{
             {"aaa1@contacts.example", "bbb2@contacts.example"}, {"u-1", "u-2"}, {"1", "2"}}) {
        CAPTURE(first_key);
        auto jo = card("Jo Poe", first_key, "jo@example.org");
        jo.record.role = "Baker";
        jo.record.handles = {{"phone", "1"}};
        auto other = card("Joanna Poe", second_key, "jo@example.org");
        other.record.role = "Pilot";
        other.record.organisation = "Foo";
        other.record.aliases = {"Jo Poe"};
        const auto first = batch({jo});
        const auto second = batch({other});
        auto now = carried_out(planned({first}, journal({})), journal({}));
        const auto plan = planned({second}, now);
        CHECK(plan.skipped[0].size() == 1);
        now = carried_out(plan, now);
        REQUIRE(now.people.all().size() == 1);
        CHECK(now.people.all().front().name == "Jo Poe");
        CHECK(now.people.all().front().role == "Baker");
        CHECK(now.people.all().front().organisation == "Foo");
        CHECK(exchange::origins(now.people.all().front().imported).size() == 2);
        for (const auto& again : {first, second, first}) CHECK(changes_nothing(planned({again}, now)));

        // A card without one is a further source beside it, too.
        auto keyless = card("Jo Poe", "", "jo@example.org");
        keyless.record.role = "Cook";
        now = carried_out(planned({batch({keyless})}, now), now);
        CHECK(now.people.all().front().role == "Baker");
        CHECK(exchange::origins(now.people.all().front().imported).size() == 3);
        CHECK(changes_nothing(planned({first}, now)));
    }
}

TEST_CASE("each reader says what kind of key it gives") {
    using exchange::KeyKind;
    const auto kind_of = [](const auto& reader, const std::string& text) {
        const auto batch = read(reader, text);
        REQUIRE(batch.people.size() == 1);
        return batch.people[0].key_kind;
    };
    const std::string bo = "BEGIN:VCARD\nVERSION:3.0\nFN:Bo Li\nEMAIL:bo@example.org\n";
    CHECK(kind_of(exchange::read_vcard, bo + "END:VCARD\n") == KeyKind::address);
    CHECK(kind_of(exchange::read_vcard, bo + "UID:bo@example.org\nEND:VCARD\n") == KeyKind::own);
    CHECK(kind_of(exchange::read_csv, "name,email\nBo Li,bo@example.org\n") == KeyKind::address);
    CHECK(kind_of(exchange::read_csv, "id,name,email\nbo@example.org,Bo Li,bo@example.org\n") == KeyKind::own);
    const std::string header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
    CHECK(kind_of(exchange::read_linkedin, header + "Bo,Li,,bo@example.org,,,\n") == KeyKind::address);
    CHECK(kind_of(exchange::read_linkedin, header + "Bo,Li,https://linkedin.com/in/bo,,,,\n") == KeyKind::profile);
}

TEST_CASE("of two keys of one source with other addresses a name makes nobody one, in one file as in two") {
    const auto of = [](const std::string& key, const std::string& phone, const std::string& organisation) {
        auto jo = card("Jo Poe", key);
        if (!phone.empty()) jo.record.handles = {{"phone", phone}};
        jo.record.organisation = organisation;
        return jo;
    };
    const auto people_after = [](const std::vector<exchange::IncomingPerson>& cards) {
        auto now = journal({});
        std::size_t alike = 0;
        for (const auto& card : cards) {
            const auto plan = planned({batch({card})}, now);
            alike += plan.alike.size();
            now = carried_out(plan, now);
        }
        for (const auto& card : cards) CHECK(changes_nothing(planned({batch({card})}, now)));
        CHECK(alike == now.people.all().size() - 1);
        return now.people.all().size();
    };
    const auto first = of("aaa-1", "+351 210 555 0134", "");
    const auto second = of("bbb-2", "+351 210 555 0135", "Foo");
    CHECK(people_after({first, second}) == 2);
    CHECK(people_after({second, first}) == 2);
    CHECK(planned({batch({first, second})}, journal({})).people.added.size() == 2);
    auto with_email = card("Jo Poe", "bbb-2", "jo@example.org");
    CHECK(people_after({first, with_email}) == 2);

    // One is, where an address is the same, where one has none, or where the source has no keys.
    CHECK(people_after({first, of("bbb-2", "00351-2105550134", "Foo")}) == 1);
    CHECK(people_after({first, of("bbb-2", "210 5550134", "Foo")}) == 1);
    CHECK(people_after({first, of("bbb-2", "", "Foo")}) == 1);
    CHECK(people_after({of("aaa-1", "", ""), second}) == 1);
    CHECK(people_after({of("", "1", ""), second}) == 1);
}

TEST_CASE("where the name is all that two have in common another organisation speaks against it") {
    auto known = person("john", "John Smith");
    known.organisation = "Acme";
    const auto of = [](const std::string& organisation) {
        auto john = card("John Smith", "in/js-1");
        john.key_kind = exchange::KeyKind::profile;
        john.record.handles = {{"linkedin", "in/js-1"}};
        john.record.organisation = organisation;
        john.record.role = "VP";
        return john;
    };
    const auto plan = planned({batch({of("Globex")}, "linkedin")}, journal({known}));
    CHECK(plan.people.changed.empty());
    REQUIRE(plan.people.added.size() == 1);
    CHECK(plan.people.added.front().organisation == "Globex");
    CHECK(plan.alike == std::vector<exchange::Alike>{{"John Smith", {"john"}, {"john-smith"}}});
    const auto now = carried_out(plan, journal({known}));
    CHECK(changes_nothing(planned({batch({of("Globex")}, "linkedin")}, now)));

    const auto is_john = [&known](const exchange::IncomingPerson& incoming) {
        return planned({batch({incoming}, "linkedin")}, journal({known})).people.added.empty();
    };
    CHECK(is_john(of("")));
    CHECK(is_john(of("ACME GmbH")));
    known.organisation = "The Acme Company";
    CHECK(is_john(of("Acme")));
    known.organisation.clear();
    CHECK(is_john(of("Globex")));

    // Whoever has more in common may have gone elsewhere.
    known.organisation = "Acme";
    known.handles = {{"phone", "+1 210 555 0134"}};
    auto with_phone = of("Globex");
    CHECK_FALSE(is_john(with_phone));
    with_phone.record.handles.emplace_back("phone", "001 210 5550134");
    CHECK(is_john(with_phone));
    known.birthday = "1980-01-31";
    auto born = of("Globex");
    born.record.birthday = "1980-01-31";
    CHECK(is_john(born));
}

TEST_CASE("the row 1 of another table is somebody else where the name and an address are others") {
    const auto row = [](const std::string& name, const std::string& email, const std::string& phone) {
        auto person = card(name, "1", email);
        person.record.handles = {{"phone", phone}};
        return batch({person}, "csv");
    };
    const auto first = row("Ana Souza", "ana@x.org", "+351 911 111 111");
    const auto other = row("Ana Lima", "ana@y.org", "+351 922 222 222");
    auto now = carried_out(planned({first}, journal({})), journal({}));
    now = carried_out(planned({other}, now), now);
    REQUIRE(now.people.all().size() == 2);
    CHECK(now.people.all()[0].name == "Ana Souza");
    CHECK(now.people.all()[1].name == "Ana Lima");
    for (const auto& batches : {std::vector{first, other}, std::vector{other, first}}) {
        CHECK(changes_nothing(planned(batches, now)));
        CHECK(planned(batches, journal({})).people.added.size() == 2);
    }

    // Somebody who has married has the telephone still.
    now = carried_out(planned({first}, journal({})), journal({}));
    const auto married = planned({row("Ana Lima", "lima@x.org", "+351 911 111 111")}, now);
    REQUIRE(married.people.changed.size() == 1);
    CHECK(married.people.changed.front().after.name == "Ana Lima");
}

TEST_CASE("a name that takes the place of an address follows its source") {
    auto now = carried_out(planned({batch({card("", "", "bo@x.org")})}, journal({})), journal({}));
    CHECK(now.people.all().front().name == "bo@x.org");
    for (const std::string name : {"Bo Li", "Bo Li-Meyer"}) {
        const auto source = batch({card(name, "u-1", "bo@x.org")});
        const auto plan = planned({source}, now);
        CHECK(plan.skipped[0].empty());
        now = carried_out(plan, now);
        REQUIRE(now.people.all().size() == 1);
        CHECK(now.people.all().front().name == name);
        CHECK(changes_nothing(planned({source}, now)));
    }
}

TEST_CASE("kith's own file beside another leaves where somebody came from") {
    auto bo = card("Bo Li");
    bo.record.organisation = "Initech";
    bo.record.handles = {{"phone", "+1"}};
    const auto table = batch({bo}, "csv");
    auto own = card("Bo Li", "", "bo@x.org");
    own.record.id = {"bo-li"};
    own.record.organisation = "Initech";
    own.record.email = "bo@x.org";
    own.record.handles = {{"linkedin", "in/bo"}};
    own.record.imported = {{"from", "vcard"}, {"key", "bo@x.org"}, {"name", "41dd915e"}};
    const auto journal_of = batch({own}, "");
    for (const auto& batches : {std::vector{table, journal_of}, std::vector{journal_of, table}}) {
        const auto now = carried_out(planned(batches, journal({})), journal({}));
        REQUIRE(now.people.all().size() == 1);
        CHECK(exchange::origins(now.people.all().front().imported).size() == 2);
        CHECK(now.people.all().front().handles.size() == 2);
        CHECK(changes_nothing(planned(batches, now)));
        CHECK(changes_nothing(planned({table}, now)));
        CHECK(changes_nothing(planned({journal_of}, now)));
    }
}

TEST_CASE("a telephone that kith's own file has is not gone for a file after it") {
    auto own = card("Ana Doe", "", "doe@x.org");
    own.record.id = {"ana-doe"};
    own.record.email = "doe@x.org";
    own.record.handles = {{"phone", "+1"}};
    own.record.imported = {{"from", "csv"}, {"key", "doe@x.org"}};
    own.record.imported.emplace_back("handle-phone", exchange::fingerprint(std::string("+1")));
    auto table = batch({card("Ana Doe", "", "doe@x.org")}, "csv");
    table.lists = {"phone", "website"};
    const std::vector batches{batch({own}, ""), table};
    const auto now = carried_out(planned(batches, journal({})), journal({}));
    REQUIRE(now.people.all().size() == 1);
    CHECK(changes_nothing(planned(batches, now)));
}
