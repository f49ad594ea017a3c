// What the keys of sources tell of people, and what else speaks for or against it.
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
using exchange::IncomingPerson;

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

TEST_CASE("somebody of the name who has the same telephone may have another e-mail by now") {
    const auto jan = [](const std::string& email, const std::string& phone, const std::string& birthday) {
        auto one = card("Jan Berg", email, email);
        if (!phone.empty()) one.record.handles = {{"phone", phone}};
        one.record.birthday = birthday;
        return one;
    };
    const auto before =
        carried_out(planned({batch({jan("jan@old.org", "+351 912 345 678", "1990-01-02")})}, journal({})), journal({}));
    const auto count = [&before](const IncomingPerson& now) {
        return carried_out(planned({batch({now})}, before), before).people.all().size();
    };
    CHECK(count(jan("jan@new.org", "+351912345678", "")) == 1);
    CHECK(count(jan("jan@new.org", "", "1990-01-02")) == 1);
    CHECK(count(jan("jan@new.org", "", "01-02")) == 2);
    CHECK(count(jan("jan@new.org", "+351 912 345 678", "1960-01-02")) == 2);
    CHECK(count(jan("jan@new.org", "555 0303", "")) == 2);
}

TEST_CASE("a row that has the id of somebody here as kith wrote it is that one, whatever is short in the name") {
    const auto mum = person("mum", "Mum");
    const auto row = batch({card("Mum", "mum")}, "csv");
    CHECK(planned({row}, journal({mum})).people.added.empty());
    CHECK(planned({batch({card("Dad", "mum")}, "csv")}, journal({mum})).people.added.size() == 1);
}
