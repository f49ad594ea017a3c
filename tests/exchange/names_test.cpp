// Whether two names may be those of one person.
#include "planning.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

using namespace kith;
using namespace kith::test;

namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// How many two people with one mailbox are, in either order, at once and one after the other.
std::vector<std::size_t> people_of(const std::string& name, const std::string& other) {
    constexpr auto mailbox = "family@tan.example";
    std::vector<std::size_t> counts;
    for (const auto& [first, second] : Pairs{{name, other}, {other, name}}) {
        const auto both = batch({card(first, {}, mailbox), card(second, {}, mailbox)});
        counts.push_back(planned({both}, journal({})).people.added.size());
        auto now = carried_out(planned({batch({card(first, {}, mailbox)})}, journal({})), journal({}));
        now = carried_out(planned({batch({card(second, {}, mailbox)})}, now), now);
        counts.push_back(now.people.all().size());
    }
    return counts;
}

const std::vector<std::size_t> one(4, 1);
const std::vector<std::size_t> two(4, 2);

} // namespace

TEST_CASE("a given name that is a title, too, is no title before a single word") {
    for (const auto& [name, other] : Pairs{{"Eng Tan", "Mei Tan"},
                                           {"Ing Tan", "Mei Tan"},
                                           {"Rev Tan", "Mei Tan"},
                                           {"ENG TAN", "Mei Tan"},
                                           {"MS Tan", "Mei Tan"},
                                           {"Dr. Eng Tan", "Mei Tan"},
                                           {"Eng Tan (Acme)", "Mei Tan"},
                                           {"Eng Tan PhD", "Mei Tan"},
                                           {"Eng Tan, PhD", "Mei Tan"},
                                           {"Tan, Eng", "Mei Tan"}}) {
        CAPTURE(name);
        CHECK(people_of(name, other) == two);
    }
    for (const auto& [name, other] : Pairs{{"Eng Tan", "eng tan"},
                                           {"Eng Tan", "Dr. Eng Tan"},
                                           {"Eng Tan", "Tan, Eng"},
                                           {"Eng Tan", "Tan"},
                                           {"Eng. Tan", "Mei Tan"},
                                           {"Dr. Anna Berg", "Anna Berg"},
                                           {"Dr. Berg", "Anna Berg"},
                                           {"Ms Berg", "Anna Berg"},
                                           {"Dr. Berg PhD", "Anna Berg"},
                                           {"Dr. med. Anna Berg PhD", "Anna Berg"},
                                           {"Ing Anna Berg", "Anna Berg"}}) {
        CAPTURE(name);
        CAPTURE(other);
        CHECK(people_of(name, other) == one);
    }
}

TEST_CASE("a title of another language is a title, and a word that is a name, too, has a full stop then") {
    for (const std::string title :
         {"Dra.", "Sra.", "Sr.", "Srta.", "Mag.", "Mag.a", "Dipl.-Ing.", "Dipl.-Kfm.", "Lic.", "Arq.", "Profa.", "Mgr.",
          "mgr", "MUDr.", "Prof.ª", "Frau Dr.", "Mag. Dipl.-Ing.", "Dipl.-Ing. (FH)", "Mag. rer. soc. oec."}) {
        CAPTURE(title);
        CHECK(people_of(title + " Anna Berg", "Anna Berg") == one);
        CHECK(people_of("Berg, Anna", title + " Anna Berg") == one);
        CHECK(people_of(title + " Berg", "Anna Berg") == one);
    }
    for (const auto& [name, other] : Pairs{{"Mag Berg", "Anna Berg"},
                                           {"Sen Tan", "Mei Tan"},
                                           {"Jun Tan", "Mei Tan"},
                                           {"Lic Tan", "Mei Tan"},
                                           {"Hans Peter Meier, Sr.", "Hans Peter Meier"}}) {
        CAPTURE(name);
        CHECK(people_of(name, other) == two);
    }
}

TEST_CASE("two books with a name that begins as a title does have one person") {
    const auto now = carried_out(planned({batch({card("Eng Tan", "u-1")}, "vcard")}, journal({})), journal({}));
    CHECK(planned({batch({card("Eng Tan", "e-1", "eng@tan.example")}, "csv")}, now).people.added.empty());
}

TEST_CASE("a son is another than the father, however it is written which he is") {
    for (const auto& [name, other] : Pairs{{"Hans Meier", "Meier, Hans Jr."},
                                           {"Hans Meier", "Meier, Hans jun."},
                                           {"Hans Meier", "Meier, Hans, Jr."},
                                           {"Hans Meier", "Meier Jr., Hans"},
                                           {"Hans Meier", "Hans Meier, Jr."},
                                           {"Hans Meier", "Hans Meier sen"},
                                           {"Hans Meier jun.", "Hans Meier sen."},
                                           {"Hans Meier", "Hans Meier Junior"},
                                           {"John Smith", "John Smith IV"},
                                           {"John Smith", "Smith, John IV"},
                                           {"John Smith III", "John Smith IV"},
                                           {"John Smith", "John Smith III"},
                                           {"John Smith", "Dr. John Smith II, PhD"}}) {
        CAPTURE(name);
        CAPTURE(other);
        CHECK(people_of(name, other) == two);
    }
    for (const auto& [name, other] : Pairs{{"Hans Meier Jr.", "Meier, Hans Jr."},
                                           {"Hans Meier jun.", "Hans Meier Junior"},
                                           {"Hans Meier sen", "Hans Meier Sr."},
                                           {"Meier, Hans IV", "Hans Meier iv"},
                                           {"Amartya Kumar Sen", "Amartya Sen"},
                                           {"amartya kumar sen", "Amartya Sen"},
                                           {"Sen, Amartya", "Amartya K. Sen"},
                                           {"Lee Seung Jun", "Seung Jun Lee"},
                                           {"Santos, Junior", "Junior Santos"},
                                           {"Smith, John V.", "John Smith"},
                                           {"Smith, John I.", "John I. Smith"},
                                           {"John Peter V", "John Peter"},
                                           {"Anna Berg, PhD", "Anna Berg"}}) {
        CAPTURE(name);
        CAPTURE(other);
        CHECK(people_of(name, other) == one);
    }
}
