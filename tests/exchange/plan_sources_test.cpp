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
