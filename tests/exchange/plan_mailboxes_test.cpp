// Mailboxes of roles, which are nobody's own.
#include "planning.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kith;
using namespace kith::test;

namespace {

exchange::IncomingPerson row(const std::string& name, const std::string& email, const std::string& phone) {
    auto row = card(name, email, email);
    row.record.handles = {{"phone", phone}};
    return row;
}

/// How many there are after the rows were imported as one file, and one by one, the second time for nothing.
std::vector<std::size_t> people_after(const std::vector<exchange::IncomingPerson>& rows) {
    const auto file = batch(rows, "csv");
    const auto at_once = carried_out(planned({file}, journal({})), journal({}));
    CHECK(changes_nothing(planned({file}, at_once)));
    auto now = journal({});
    for (const auto& each : rows) now = carried_out(planned({batch({each}, "csv")}, now), now);
    if (now.people.all().size() == rows.size())
        for (const auto& each : rows) CHECK(changes_nothing(planned({batch({each}, "csv")}, now)));
    return {at_once.people.all().size(), now.people.all().size()};
}

} // namespace

TEST_CASE("the mailbox of a role makes nobody one whose full names differ") {
    using Counts = std::vector<std::size_t>;
    const Counts two{2, 2};
    const Counts one{1, 1};
    for (const std::string email :
         {"info@acme.example", "Office@acme.example", "no-reply@acme.example", "kontakt+2@acme.example"}) {
        CAPTURE(email);
        CHECK(people_after({row("Anna Berg", email, "111"), row("Anna Holm", email, "222")}) == two);
        for (const std::string same : {"Anna Berg", "Berg, Anna", "Anna M. Berg", "A. Berg", "Anna", "Berg"})
            CHECK(people_after({row("Anna Berg", email, "111"), row(same, email, "222")}) == one);
    }
    for (const std::string email : {"anna@acme.example", "a.berg@acme.example", "infoanna@acme.example"})
        CHECK(people_after({row("Anna Berg", email, "111"), row("Anna Holm", email, "222")}) == one);

    // They are told to be alike.
    const auto file = batch({row("Anna Berg", "info@acme.example", "1"), row("Anna Holm", "info@acme.example", "2")});
    const auto plan = planned({file}, journal({}));
    CHECK(plan.alike == std::vector<exchange::Alike>{{"Anna Holm", {"anna-berg"}, {"anna-holm"}}});
    CHECK(plan.people.added.front().handles == core::TextTable{{"phone", "1"}});
}

TEST_CASE("beside the mailbox of a role an address of one's own tells, and so does the source's key") {
    auto first = card("Anna Berg", "u-1", "info@acme.example");
    auto married = card("Anna Holm", "u-1", "info@acme.example");
    const auto now = carried_out(planned({batch({first})}, journal({})), journal({}));
    const auto after = carried_out(planned({batch({married})}, now), now);
    REQUIRE(after.people.all().size() == 1);
    CHECK(after.people.all().front().name == "Anna Holm");

    first.key.clear();
    first.key_kind = exchange::KeyKind::address;
    first.emails.push_back("anna@home.example");
    auto other = first;
    other.record.name = "Anna Holm";
    CHECK(planned({batch({first, other})}, journal({})).people.added.size() == 1);
}

TEST_CASE("an id and the mailbox of a role make nobody one") {
    exchange::Batch file;
    auto holm = person("anna", "Anna Holm");
    holm.email = "info@acme.example";
    file.people.push_back({{holm, {}, 2}, {}, false});
    auto berg = person("anna", "Anna Berg");
    berg.email = holm.email;
    CHECK(planned({file}, journal({berg})).people.added.size() == 1);
}

TEST_CASE("two cards of one file with a name and an e-mail in common and keys of their own are two, in any order") {
    const auto first = card("Ana Souza", "u-1", "ana@x.example");
    const auto second = card("Ana Souza", "u-2", "ana@x.example");
    for (const auto& rows : {std::vector{first, second}, std::vector{second, first}}) {
        const auto plan = planned({batch(rows)}, journal({}));
        CHECK(plan.alike.size() == 1);
        const auto after = carried_out(plan, journal({}));
        CHECK(after.people.all().size() == 2);
        for (const auto& again : {std::vector{first, second}, std::vector{second, first}})
            CHECK(changes_nothing(planned({batch(again)}, after)));
    }
}
