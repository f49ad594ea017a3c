// Kith's own files beside those of others.
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
