// Very many people of one name, or with one address.
#include "kith/exchange/plan.hpp"

#include "planning.hpp"

#include <doctest/doctest.h>

#include <ctime>
#include <string>
#include <vector>

using namespace kith;
using namespace kith::test;
using exchange::IncomingPerson;

namespace {

constexpr int many = 2000;

std::vector<IncomingPerson> namesakes(const std::string& organisation) {
    std::vector<IncomingPerson> cards;
    for (int number = 0; number < many; ++number) {
        auto john = card("John Smith");
        john.record.handles = {{"phone", std::to_string(number)}};
        john.record.organisation = organisation;
        cards.push_back(john);
    }
    return cards;
}

/// Fails where each is compared with each, which takes minutes; as it is, seconds, also with sanitizers.
class Watch {
  public:
    ~Watch() { CHECK(std::clock() - begin_ < 30 * CLOCKS_PER_SEC); }

  private:
    std::clock_t begin_ = std::clock(); // Of this process alone.
};

} // namespace

TEST_CASE("many cards of one name without a key are found again, also once all have changed") {
    const Watch watch;
    const auto now = carried_out(planned({batch(namesakes(""))}, journal({})), journal({}));
    REQUIRE(now.people.all().size() == many);
    CHECK(changes_nothing(planned({batch(namesakes(""))}, now)));
    const auto plan = planned({batch(namesakes("Acme"))}, now);
    CHECK(plan.people.added.empty());
    REQUIRE(plan.people.changed.size() == many);
    for (const auto& [before, after] : plan.people.changed) {
        CHECK(before.handles == after.handles); // Each is who has the number.
        CHECK(after.organisation == "Acme");
    }
}

TEST_CASE("the same card many times is as many people each time") {
    const Watch watch;
    const std::vector<IncomingPerson> cards(many, card("John Smith"));
    const auto now = carried_out(planned({batch(cards)}, journal({})), journal({}));
    REQUIRE(now.people.all().size() == many);
    CHECK(changes_nothing(planned({batch(cards)}, now)));
}

TEST_CASE("a mailbox of an office that very many have makes nobody one") {
    const Watch watch;
    std::vector<IncomingPerson> rows;
    for (int number = 0; number < many; ++number)
        rows.push_back(card("John Smith" + std::to_string(number), "info@acme.example", "info@acme.example"));
    const auto now = carried_out(planned({batch(rows, "csv")}, journal({})), journal({}));
    CHECK(now.people.all().size() == many);
    CHECK(changes_nothing(planned({batch(rows, "csv")}, now)));
}

TEST_CASE("many people of kith's own with one name are found again where others have their ids") {
    const Watch watch;
    exchange::Batch file;
    std::vector<core::Person> there;
    for (int number = 0; number < many; ++number) {
        auto john = person("john-smith-" + std::to_string(number), "John Smith");
        john.email = "here" + std::to_string(number) + "@example.org";
        there.push_back(john);
        john.email = "there" + std::to_string(number) + "@example.org";
        if (number % 2 == 0) john.email.clear();
        if (number % 2 == 0) john.birthday = "1980-01-01";
        there.back().birthday = number % 2 == 0 ? "1981-01-01" : "";
        john.note = std::to_string(number);
        file.people.push_back({{john, {}, 2}, {}, false});
    }
    const auto before = journal(there);
    const auto plan = planned({file}, before);
    CHECK(plan.people.added.size() == many);
    CHECK(changes_nothing(planned({file}, carried_out(plan, before))));
}

TEST_CASE("very many groups are found again") {
    const Watch watch;
    exchange::Batch file;
    for (int number = 0; number < 10 * many; ++number) {
        core::Group group;
        group.name = "group-" + std::to_string(number);
        group.every = core::Period{4, core::Unit::week};
        file.groups.push_back({group, {}, 1});
    }
    const auto plan = planned({file}, journal({}));
    REQUIRE(plan.groups.added.size() == file.groups.size());
    auto records = journal({});
    records.people = core::People({}, {plan.groups.added.begin(), plan.groups.added.end()});
    const auto again = planned({file, file}, records);
    CHECK(again.groups.added.empty());
    CHECK(again.groups.changed.empty());
}
