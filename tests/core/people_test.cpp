#include "kith/core/error.hpp"
#include "kith/core/people.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

using namespace kith::core;

namespace {

Person person(std::string id, std::string name, std::vector<std::string> aliases = {}, std::string email = {}) {
    Person made;
    made.id = {std::move(id)};
    made.name = std::move(name);
    made.aliases = std::move(aliases);
    made.email = std::move(email);
    return made;
}

Group group(std::string name, std::optional<Period> every, std::optional<Period> late = {}) {
    return {std::move(name), every, late};
}

constexpr Period weeks(int count) {
    return {count, Unit::week};
}

People a_few_people() {
    auto ana = person("ana-souza", "Ana Souza", {"asouza", "Aninha"}, "ana@example.org");
    ana.was = {{"ana-s"}, {"anna-sousa"}};
    ana.handles = {{"mastodon", "@ana@mas.example"}, {"email-2", "Ana@work.example"}, {"phone", "a@b"}};
    return {{ana, person("ana-lee", "Ana Lee"), person("jose-alvarez", "José Álvarez", {}, "Jose@Example.org"),
             person("bo-li", "Bo Li", {"李波"}), person("liam-o-brien", "Liam O’Brien"),
             person("jean-luc", "Jean-Luc Picard", {"@captain"}), person("", "Marta Nováková"),
             person("max", "Max Meier"), person("max-2", "Maxine Power"), person("dana", "")},
            {}};
}

/// The id (or, where there is none, the name) of the one who is meant; `?` for several, nothing for nobody.
std::string meant(const People& people, std::string_view word) {
    const auto match = people.match(word);
    if (match.outcome == Match::Outcome::none) return match.people.empty() ? "" : "wrong";
    if (match.outcome == Match::Outcome::several) return match.people.size() > 1 ? "?" : "wrong";
    const auto& one = *match.people.at(0);
    return one.id.empty() ? one.name : one.id.text;
}

std::string problem_of(const People& people, std::string_view word) {
    try {
        (void)people.require(word);
    } catch (const Failure& failure) {
        return failure.what();
    }
    return "";
}

} // namespace

TEST_CASE("who is meant by a word") {
    struct Case {
        std::string_view word;
        std::string_view expected;
    };
    const auto people = a_few_people();
    const auto cases = std::to_array<Case>({
        {"ana-souza", "ana-souza"},
        {"ANA-SOUZA", "ana-souza"},
        {"aná-souza", "ana-souza"},
        {"@ana-souza", "ana-souza"},
        {" ana-souza ", "ana-souza"},
        {"ana-s", "ana-souza"},
        {"Anna-Sousa", "ana-souza"},
        {"anna", "ana-souza"},
        {"Ana Souza", "ana-souza"},
        {"ana  souza", "ana-souza"},
        {"@Ana Souza", "ana-souza"},
        {"ANINHA", "ana-souza"},
        {"@aninha", "ana-souza"},
        {"ana@example.org", "ana-souza"},
        {"ANA@EXAMPLE.ORG", "ana-souza"},
        {"ana@WORK.example", "ana-souza"},
        {"@ana@work.example", "ana-souza"},
        {"ana@work", ""},
        {"ana@mas.example", ""},
        {"a@b", ""},
        {"jose@example.org", "jose-alvarez"},
        {"souza", "ana-souza"},
        {"ouz", "ana-souza"},
        {"na Sou", "ana-souza"},
        {"ana-l", "ana-lee"},
        {"lee", "ana-lee"},
        {"ana", "?"},
        {"an", "?"},
        {"@ana", "?"},
        {"jose", "jose-alvarez"},
        {"José", "jose-alvarez"},
        {"JOSÉ ÁLVAREZ", "jose-alvarez"},
        {"Jose\u0301 Alvarez", "jose-alvarez"},
        {"alva", "jose-alvarez"},
        {"李波", "bo-li"},
        {"李", "bo-li"},
        {"bo", "bo-li"},
        {"o'brien", "liam-o-brien"},
        {"O’BRIEN", "liam-o-brien"},
        {"Liam O'Brien", "liam-o-brien"},
        {"li", "bo-li"},
        {"Luc", "jean-luc"},
        {"2", ""},
        {"jean-luc picard", "jean-luc"},
        {"Jean‐Luc", "jean-luc"},
        {"picard", "jean-luc"},
        {"captain", "jean-luc"},
        {"@captain", "jean-luc"},
        {"marta", "Marta Nováková"},
        {"Marta Novakova", "Marta Nováková"},
        {"max", "max"},
        {"Max", "max"},
        {"max-2", "max-2"},
        {"maxi", "max-2"},
        {"dana", "dana"},
        {"dan", "dana"},
        {"nobody", ""},
        {"ana souza lee", ""},
        {"example.org", ""},
        {"", ""},
        {"  ", ""},
        {"@", ""},
        {"\xff", ""},
    });
    for (const auto& [word, expected] : cases) {
        CAPTURE(word);
        CHECK(meant(people, word) == expected);
    }
}

TEST_CASE("what is exact wins over what is a part") {
    const People people({person("bo", "Bogdan Novak"), person("x-1", "Bo"), person("x-2", "Bob Ray", {"novak"}),
                         person("ray", "Zoe Hill", {}, "zoe@example.org")},
                        {});
    CHECK(meant(people, "bo") == "bo");
    CHECK(meant(people, "novak") == "x-2");
    CHECK(meant(people, "ray") == "ray");
    CHECK(meant(people, "bob") == "x-2");
    CHECK(meant(people, "x") == "?");
}

TEST_CASE("a whole word that only one has wins over a part of one") {
    const People people({person("bo-li", "Bo Li"), person("x-1", "Robert Smith", {"Bob"}), person("x-2", "Zoe Smith"),
                         person("maria-lopez", "Mia Lopez"), person("marianne-weber", "Marianne Weber"),
                         person("x-3", "Dr. Jo van Dyk", {"Big Jo"}), person("joe-3", "Joe Dyker"), person("x-4", "")},
                        {});
    CHECK(meant(people, "bo") == "bo-li");
    CHECK(meant(people, "BÓ") == "bo-li");
    CHECK(meant(people, "@bo") == "bo-li");
    CHECK(meant(people, "b") == "?");
    CHECK(meant(people, "rob") == "x-1");
    CHECK(meant(people, "smith") == "?");
    CHECK(meant(people, "maria") == "maria-lopez");
    CHECK(meant(people, "jo") == "x-3");
    CHECK(meant(people, "jo van dyk") == "x-3");
    CHECK(meant(people, "van dyk") == "x-3");
    CHECK(meant(people, "3") == "");
    CHECK(meant(people, "x") == "?");
    CHECK(problem_of(people, "smith") ==
          "'smith' could be x-1 (Robert Smith) or x-2 (Zoe Smith); use more of the name");
}

TEST_CASE("an id in use wins over a former one") {
    auto heir = person("ana-b", "Ana B");
    heir.was = {{"ana-a"}};
    const People people({heir, person("ana-a", "Ana A")}, {});
    CHECK(meant(people, "ana-a") == "ana-a");
    CHECK(meant(people, "ANA-A") == "ana-a");
    CHECK(meant(People({heir, person("x", "y", {"Ana-A"})}, {}), "ANA-A") == "ana-b");
    CHECK(people.resolve({"ana-a"}) == PersonId{"ana-a"});
}

TEST_CASE("of two records with one id the first stands") {
    const People people({person("ana", "Ana First"), person("ana", "Ana Second")}, {});
    CHECK(people.name_of({"ana"}) == "Ana First");
    CHECK(people.all().size() == 2);
}

TEST_CASE("ids as records have them") {
    const auto people = a_few_people();
    CHECK(people.find({"ana-souza"})->name == "Ana Souza");
    CHECK(people.find({"ana-s"})->name == "Ana Souza");
    CHECK(people.find({"Ana-Souza"}) == nullptr);
    CHECK(people.find({"ana"}) == nullptr);
    CHECK(people.find({""}) == nullptr);
    CHECK(people.resolve({"ana-s"}) == PersonId{"ana-souza"});
    CHECK(people.resolve({"ana-souza"}) == PersonId{"ana-souza"});
    CHECK(people.resolve({"stranger"}) == PersonId{"stranger"});
    CHECK(people.name_of({"ana-s"}) == "Ana Souza");
    CHECK(people.name_of({"stranger"}) == "stranger");
    CHECK(people.name_of({"dana"}) == "dana");
    CHECK(People().find({"ana"}) == nullptr);
    CHECK(People().match("ana").outcome == Match::Outcome::none);
}

TEST_CASE("a copy is as good as the original") {
    auto original = a_few_people();
    const auto copy = original;
    original = People();
    CHECK(copy.require("ana-souza").name == "Ana Souza");
    CHECK(&copy.require("ana-souza") == &copy.all().front());
}

TEST_CASE("what is not found or not clear is said with a way out") {
    const auto people = a_few_people();
    CHECK(people.require("souza").id == PersonId{"ana-souza"});
    CHECK(problem_of(people, "ana") ==
          "'ana' could be ana-lee (Ana Lee) or ana-souza (Ana Souza); use more of the name");
    CHECK(problem_of(people, "ma") ==
          "'ma' could be Marta Nováková, max (Max Meier) or max-2 (Maxine Power); use more of the name");
    CHECK(problem_of(people, "Anna Suza") == "nobody is called 'Anna Suza'; did you mean ana-souza (Ana Souza)? "
                                             "'kith person add' adds somebody new");
    CHECK(problem_of(people, "Jsoe") == "nobody is called 'Jsoe'; did you mean jose-alvarez (José Álvarez)? "
                                        "'kith person add' adds somebody new");
    CHECK(problem_of(people, "dnaa") ==
          "nobody is called 'dnaa'; did you mean dana? 'kith person add' adds somebody new");
    CHECK(problem_of(people, "Zebedee") == "nobody is called 'Zebedee'; 'kith person add' adds somebody new");
    CHECK(problem_of(People(), "Ana") == "nobody is called 'Ana'; 'kith person add' adds somebody new");
    CHECK(problem_of(people, " ") == "the name of a person is empty; give an id, a name or a part of it");
}

TEST_CASE("an unknown person is not found, an empty one wrong usage") {
    const auto status = [](std::string_view word) {
        try {
            (void)a_few_people().require(word);
        } catch (const Failure& failure) {
            return exit_status(failure);
        }
        return 0;
    };
    CHECK(status("ana-souza") == 0);
    CHECK(status("ana") == 1);
    CHECK(status("Zebedee") == 1);
    CHECK(status("") == 2);
    CHECK(status("@") == 2);
}

TEST_CASE("two people of one name are told apart by id") {
    const People people({person("ana-souza-2", "Ana Souza"), person("ana-souza", "Ana Souza")}, {});
    CHECK(problem_of(people, "Ana Souza") ==
          "'Ana Souza' could be ana-souza (Ana Souza) or ana-souza-2 (Ana Souza); use the id");
    CHECK(meant(people, "ana-souza") == "ana-souza");
}

TEST_CASE("a long list of candidates is cut") {
    std::vector<Person> many;
    for (int i = 10; i < 23; ++i) many.push_back(person("ana-" + std::to_string(i), "Ana " + std::to_string(i)));
    const People people(many, {});
    const auto match = people.match("ana");
    CHECK(match.people.size() == 10);
    CHECK(match.more == 3);
    CHECK(match.people.front()->id == PersonId{"ana-10"});
    const auto problem = problem_of(people, "ana");
    CHECK(problem.starts_with("'ana' could be ana-10 (Ana 10), ana-11 (Ana 11), "));
    CHECK(problem.ends_with(", ana-19 (Ana 19) and 3 more; use more of the name"));
}

TEST_CASE("cadence is one's own, or the shortest of the groups'") {
    const std::vector<Group> groups{group("mentors", weeks(4), weeks(6)), group("friends", Period{1, Unit::month}),
                                    group("quiet", std::nullopt, weeks(9)), group("close", Period{20, Unit::day})};
    const People people({}, groups);
    const auto cadence = [&](std::vector<std::string> of, std::optional<Period> every = {},
                             std::optional<Period> late = {}) {
        auto somebody = person("ana", "Ana");
        somebody.groups = std::move(of);
        somebody.every = every;
        somebody.late = late;
        return people.cadence_of(somebody);
    };
    CHECK_FALSE(cadence({}));
    CHECK_FALSE(cadence({"quiet"}));
    CHECK_FALSE(cadence({"unknown"}));
    CHECK_FALSE(cadence({}, {}, weeks(5)));

    const auto own = cadence({"close"}, weeks(3));
    CHECK(own->every == weeks(3));
    CHECK(own->group.empty());
    CHECK_FALSE(own->late);
    CHECK(cadence({"mentors"}, weeks(3), weeks(5))->late == weeks(5));
    CHECK_FALSE(cadence({"mentors"}, weeks(3))->late);

    CHECK(cadence({"friends", "mentors"})->group == "mentors");
    CHECK(cadence({"mentors", "friends"})->group == "mentors");
    CHECK(cadence({"mentors", "friends", "close", "quiet"})->group == "close");
    CHECK(cadence({"mentors"})->late == weeks(6));
    CHECK(cadence({"mentors"}, {}, weeks(5))->late == weeks(5));
    CHECK_FALSE(cadence({"friends"})->late);
    CHECK(cadence({"unknown", "friends"})->every == Period{1, Unit::month});
}

TEST_CASE("of equal cadences that of the first group named") {
    const People people({}, {group("b", weeks(2)), group("a", Period{14, Unit::day})});
    auto ana = person("ana", "Ana");
    ana.groups = {"a", "b"};
    CHECK(people.cadence_of(ana)->group == "a");
    ana.groups = {"b", "a"};
    CHECK(people.cadence_of(ana)->group == "b");
}

TEST_CASE("a new id is not taken, by a former id neither") {
    auto heir = person("bo", "Bo");
    heir.was = {{"cy-lee"}};
    const People people({person("ana-souza", "Ana Souza"), person("ana-souza-2", "Ana Souza"), heir,
                         person("Dana-O", "Dana O"), person("李波", "李波"), person("person", "?")},
                        {});
    struct Case {
        std::string_view name;
        std::string_view expected;
    };
    const auto cases = std::to_array<Case>({
        {"Eve Hall", "eve-hall"},
        {"Ana Souza", "ana-souza-3"},
        {"ANA  SOUZÁ", "ana-souza-3"},
        {"Cy Lee", "cy-lee-2"},
        {"Dana O", "dana-o-2"},
        {"李波", "李波-2"},
        {"李娜", "李娜"},
        {"!?", "person-2"},
        {"O’Hara", "o-hara"},
    });
    for (const auto& [name, expected] : cases) {
        CAPTURE(name);
        CHECK(people.new_id(name).text == expected);
    }
    CHECK(People().new_id("👍").text == "person");
}
