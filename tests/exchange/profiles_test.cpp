#include "planning.hpp"
#include "reading.hpp"

#include <doctest/doctest.h>

using namespace kith;
using test::read;

TEST_CASE("the numbers of LinkedIn's public profiles tell people of one name apart") {
    const std::string header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
    const auto batch =
        read(exchange::read_linkedin, header + "John,Smith,https://www.linkedin.com/pub/john-smith/1/2/3,,,,\n"
                                               "John,Smith,https://www.linkedin.com/pub/john-smith/4/5/6/?trk=x,,,,\n");
    REQUIRE(batch.people.size() == 2);
    CHECK(batch.people[0].key == "pub/john-smith/1/2/3");
    CHECK(batch.people[1].key == "pub/john-smith/4/5/6");
    CHECK(batch.people[1].record.handles == core::TextTable{{"linkedin", "pub/john-smith/4/5/6"}});
}
