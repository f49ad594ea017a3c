#include "kith/core/people.hpp"
#include "kith/core/text.hpp"

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

People some_people() {
    auto ana = person("ana-souza", "Ana Souza", {"asouza", "Aninha"}, "ana@example.org");
    ana.was = {{"ana-s"}};
    ana.handles = {{"mastodon", "@ana@mas.example"}, {"email-2", "Ana@work.example"}, {"email-3", "ana@old.example"}};
    return {{ana,
             person("bo-li", "Bo Li", {"李波"}),
             person("jose-alvarez", "José Álvarez"),
             person("maria-lopez", "Maria López"),
             person("maria-rossi", "Maria Rossi"),
             person("maria-rossi-costa", "Maria Rossi Costa"),
             person("will-stone", "Will Stone"),
             person("may-chen", "May Chen", {"Doctor May"}),
             person("liam-o-brien", "Liam O’Brien"),
             person("jean-luc", "Jean-Luc Picard"),
             person("vincent", "van der Berg"),
             person("j-doe", "J. Doe"),
             person("kim-ray", "Dr. Kim Ray"),
             person("king", "Martin Luther King, Jr."),
             person("bob-smith", "Robert \"Bob\" Smith"),
             person("li-wei", "李 伟"),
             person("eve", "Eve"),
             person("twin", "Tom Twin"),
             person("twin-2", "Tom Twin", {"Tommy"}),
             person("", "Nora Handwritten"),
             person("x", "Xavier Q", {"Q"}),
             person("walk-er", "Lunch Walker"),
             person("zoe", "zoe hill")},
            {}};
}

const std::vector<std::string>& some_channels() {
    static const std::vector<std::string> channels{"linkedin", "coffee",    "lunch", "walk",    "email",
                                                   "call",     "pair-code", "x",     "meeting", "café-club"};
    return channels;
}

Recognised recognised(std::string_view text) {
    return recognise(text, some_people(), some_channels());
}

std::string people_in(std::string_view text) {
    std::vector<std::string> ids;
    for (const auto& id : recognised(text).people) ids.push_back(id.text);
    return join(ids, " ");
}

std::string tags_in(std::string_view text) {
    return join(recognised(text).tags, " ");
}

struct Case {
    std::string_view text;
    std::string_view expected;
};

} // namespace

TEST_CASE("people are taken from a text") {
    const auto cases = std::to_array<Case>({
        {"", ""},
        {"Coffee with Ana", "ana-souza"},
        {"Coffee with Ana Souza", "ana-souza"},
        {"coffee with ANA SOUZA", "ana-souza"},
        {"coffee with aná souzá", "ana-souza"},
        {"coffee with ana souza", "ana-souza"},
        {"coffee with Ana   Souza", "ana-souza"},
        {"coffee with Ana\nSouza", "ana-souza"},
        {"Ana and Bo", "ana-souza bo-li"},
        {"Bo and Ana", "bo-li ana-souza"},
        {"Ana, Bo, Ana", "ana-souza bo-li"},
        {"Ana,Bo", "ana-souza bo-li"},
        {"Ana—great talk", "ana-souza"},
        {"Ana&Bo", "ana-souza bo-li"},
        {"(Ana)", "ana-souza"},
        {"\"Ana\"", "ana-souza"},
        {"“Ana”", "ana-souza"},
        {"'Ana'", "ana-souza"},
        {"*Ana*", "ana-souza"},
        {"Ana.", "ana-souza"},
        {"Ana!?…", "ana-souza"},
        {"Ana: a talk", "ana-souza"},
        {"Ana's talk", "ana-souza"},
        {"Ana’s talk", "ana-souza"},
        {"Ana Souza's talk", "ana-souza"},
        {"Ana's Souza", "ana-souza"},
        {"asouza", "ana-souza"},
        {"aninha", "ana-souza"},
        {"@Aninha", "ana-souza"},
        {"ana-souza", "ana-souza"},
        {"ANA-SOUZA", "ana-souza"},
        {"@ana-souza,", "ana-souza"},
        {"@ana", "ana-souza"},
        {"@Ana Souza", "ana-souza"},
        {"ana-s", "ana-souza"},
        {"mail to ana@example.org.", "ana-souza"},
        {"mail to <ANA@example.org>", "ana-souza"},
        {"mail to (ana@example.org)", "ana-souza"},
        {"mail to bo@example.org", ""},
        {"mail to ana@work.example.", "ana-souza"},
        {"(ana@OLD.example)", "ana-souza"},
        {"mail to @ana@mas.example", ""},
        {"banana", ""},
        {"Anab", ""},
        {"Ana-related", ""},
        {"ana_souza", ""},
        {"@stranger", ""},
        {"Zed", ""},
    });
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(people_in(text) == expected);
    }
}

TEST_CASE("names of every kind") {
    const auto cases = std::to_array<Case>({
        {"Jose", "jose-alvarez"},
        {"JOSÉ", "jose-alvarez"},
        {"Jose\u0301 said", "jose-alvarez"},
        {"jose alvarez", "jose-alvarez"},
        {"李波", "bo-li"},
        {"和 李波 吃饭", "bo-li"},
        {"李波、Ana", "bo-li ana-souza"},
        {"李 伟", "li-wei"},
        {"李", ""},
        {"Liam O'Brien", "liam-o-brien"},
        {"liam o’brien’s", "liam-o-brien"},
        {"Jean-Luc", "jean-luc"},
        {"Jean‑Luc Picard", "jean-luc"},
        {"Jean Luc", ""},
        {"a van is here", ""},
        {"Van der Berg", "vincent"},
        {"J. Doe", "j-doe"},
        {"J Doe", "j-doe"},
        {"J.", ""},
        {"Dr. Kim Ray", "kim-ray"},
        {"saw the Dr. today", ""},
        {"saw Kim today", "kim-ray"},
        {"Martin Luther King, Jr.", "king"},
        {"Martin Luther King Jr", "king"},
        {"Martin", "king"},
        {"Robert \"Bob\" Smith", "bob-smith"},
        {"Robert Bob Smith", "bob-smith"},
        {"Eve", "eve"},
        {"eve", "eve"},
        {"zoe", "zoe"},
        {"👍 Ana 🎉", "ana-souza"},
    });
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(people_in(text) == expected);
    }
}

TEST_CASE("the longest name wins") {
    const auto cases = std::to_array<Case>({
        {"Maria Rossi Costa", "maria-rossi-costa"},
        {"Maria Rossi", "maria-rossi"},
        {"Maria Rossi and Costa", "maria-rossi"},
        {"Maria Rossi, Maria Rossi Costa", "maria-rossi maria-rossi-costa"},
        {"Maria, Rossi", ""},
        {"Doctor May", "may-chen"},
        {"met Bo, Li was ill", "bo-li"},
        {"Maria \\Rossi", ""},
        {"Maria #Rossi", ""},
        {"Maria @Rossi", ""},
    });
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(people_in(text) == expected);
    }
}

TEST_CASE("a name that several have is not taken") {
    const auto cases = std::to_array<Case>({
        {"Maria", ""},
        {"@maria", ""},
        {"Maria López", "maria-lopez"},
        {"Tom", ""},
        {"Tom Twin", ""},
        {"Tommy", "twin-2"},
        {"twin", "twin"},
        {"@twin-2", "twin-2"},
    });
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(people_in(text) == expected);
    }
}

TEST_CASE("no other person is found within a name that several have") {
    const People people({person("a-1", "Ana Souza"), person("a-2", "Ana Souza"), person("maria", "Maria", {"Souza"})},
                        {});
    CHECK(recognise("Ana Souza", people, {}).people.empty());
    CHECK(recognise("Souza", people, {}).people == std::vector<PersonId>{{"maria"}});
}

TEST_CASE("a first name counts as shared when one of the people has no id") {
    CHECK(recognise("Ana", People({person("ana-souza", "Ana Souza"), person("", "Ana Lee")}, {}), {}).people.empty());
    CHECK(people_in("Nora Handwritten").empty());
}

TEST_CASE("an exact name or id wins over the first name of another") {
    const People people({person("ana", "Ana"), person("ana-souza", "Ana Souza")}, {});
    CHECK(recognise("met Ana", people, {}).people == std::vector<PersonId>{{"ana"}});
    CHECK(recognise("met Ana Souza", people, {}).people == std::vector<PersonId>{{"ana-souza"}});
}

TEST_CASE("common words are no first names") {
    const auto cases = std::to_array<Case>({
        {"will send slides", ""},
        {"Will sends slides", "will-stone"},
        {"@will", "will-stone"},
        {"in may", ""},
        {"ask May", "may-chen"},
        {"MAY", "may-chen"},
        {"will stone", "will-stone"},
    });
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(people_in(text) == expected);
    }
}

TEST_CASE("a single letter is a name only after an at sign") {
    CHECK(people_in("2 x 3, Q and a").empty());
    CHECK(people_in("@x") == "x");
    CHECK(people_in("@q") == "x");
    CHECK(people_in("Xavier") == "x");
}

TEST_CASE("tags") {
    const auto cases = std::to_array<Case>({
        {"#rust", "rust"},
        {"about #rust.", "rust"},
        {"(#rust)", "rust"},
        {"#rust, #c++ and #zürich!", "rust c++ zürich"},
        {"#c#", "c#"},
        {"#node.js", "node.js"},
        {"#a,#b", "a b"},
        {"#Rust #rust #RUST", "Rust"},
        {"#follow-up", "follow-up"},
        {"'#rust'", "rust"},
        {"#李波", "李波"},
        {"#rust?!", "rust"},
        {"#rust:", "rust"},
        {"#1", ""},
        {"#", ""},
        {"##x", ""},
        {"# heading", ""},
        {"a#b", ""},
        {"https://example.org/#rust", ""},
        {"\\#rust", ""},
    });
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(tags_in(text) == expected);
    }
    CHECK(people_in("#ana #Ana #ana-souza").empty());
    CHECK(recognised("#coffee").channel.empty());
}

TEST_CASE("the channel is the first channel word") {
    const auto cases = std::to_array<Case>({
        {"coffee", "coffee"},
        {"Coffee with Ana", "coffee"},
        {"COFFEE!", "coffee"},
        {"(coffee)", "coffee"},
        {"lunch after coffee", "lunch"},
        {"comment on LinkedIn, then email", "linkedin"},
        {"pair-code session", "pair-code"},
        {"Pair-Code.", "pair-code"},
        {"pair code", ""},
        {"cafe-club", "café-club"},
        {"coffees", ""},
        {"coffee-break", ""},
        {"posted on X", "x"},
        {"\\coffee then lunch", "lunch"},
        {"@coffee", ""},
        {"https://linkedin.com", ""},
        {"linkedin.com", ""},
        {"Lunch Walker", ""},
        {"lunch with Lunch Walker", "lunch"},
        {"Lunch Walker at lunch", "lunch"},
        {"nothing", ""},
    });
    for (const auto& [text, expected] : cases) {
        CAPTURE(text);
        CHECK(recognised(text).channel == expected);
    }
}

TEST_CASE("a hundred thousand backslashes are looked at once") {
    const std::string backslashes(100'000, '\\');
    CHECK(recognised("\\" + backslashes + "Ana").text == backslashes + "Ana");
}

TEST_CASE("a backslash keeps a word from being taken") {
    struct Escape {
        std::string_view text;
        std::string_view left;
        std::string_view people;
    };
    const auto cases = std::to_array<Escape>({
        {"\\Ana", "Ana", ""},
        {"with \\Ana.", "with Ana.", ""},
        {"(\\Ana)", "(Ana)", ""},
        {"'\\Ana'", "'Ana'", ""},
        {"\\\\Ana", "\\Ana", ""},
        {"\\@ana", "@ana", ""},
        {"\\#rust", "#rust", ""},
        {"\\Ana Souza", "Ana Souza", ""},
        {"Ana \\Souza", "Ana Souza", "ana-souza"},
        {"\\Ana and Ana", "Ana and Ana", "ana-souza"},
        {"\\Ana,Bo", "Ana,Bo", "bo-li"},
        {"\\coffee with \\Ana", "coffee with Ana", ""},
        {"\\https://example.org", "https://example.org", ""},
        {"\\李波", "李波", ""},
        {"\\section \\d+ \\\\srv", "\\section \\d+ \\\\srv", ""},
        {"\\yesterday: x", "yesterday: x", ""},
        {"\\2 nov: x", "2 nov: x", ""},
        {"\\", "\\", ""},
        {"a \\ b", "a \\ b", ""},
        {"\\\\", "\\\\", ""},
        {"C:\\Users\\Ana", "C:\\Users\\Ana", ""},
        {"¯\\_(ツ)_/¯", "¯\\_(ツ)_/¯", ""},
        {"Ana\\", "Ana\\", "ana-souza"},
    });
    for (const auto& [text, left, people] : cases) {
        CAPTURE(text);
        CHECK(recognised(text).text == left);
        CHECK(people_in(text) == people);
    }
}

TEST_CASE("addresses are left alone") {
    for (const std::string_view text :
         {"https://linkedin.com/in/ana", "see https://example.org/?a=Ana,Bo", "www.ana.org/Ana,coffee", "(http://Ana)",
          "linkedin.com/in/ana", "ana@elsewhere.org", "git@Ana", "x-app://coffee"}) {
        CAPTURE(text);
        CHECK(people_in(text).empty());
        CHECK(recognised(text).channel.empty());
        CHECK(recognised(text).text == text);
    }
}

TEST_CASE("the text stays byte for byte as typed") {
    for (const std::string_view text :
         {"", "  Ana  and\tBo \n\n#rust\r\n", "e\u0301 Ana\u00a0Souza", "bad \xff bytes Ana \xc3",
          "👩‍👩‍👧‍👦 Ana", "\u202eAna", "O’Brien’s “Ana”"}) {
        CAPTURE(text);
        CHECK(recognised(text).text == text);
    }
    CHECK(people_in("bad \xff bytes Ana \xc3") == "ana-souza");
    CHECK(people_in("Ana\u00a0Souza") == "ana-souza");
    CHECK(recognised(std::string_view("Ana\0Bo", 6)).text == std::string_view("Ana\0Bo", 6));
}

TEST_CASE("everything in one line") {
    const auto result = recognised("Coffee with Ana & @bo-li about #rust, \\email later (#c++) on LinkedIn");
    CHECK(result.text == "Coffee with Ana & @bo-li about #rust, email later (#c++) on LinkedIn");
    CHECK(result.people == std::vector<PersonId>{{"ana-souza"}, {"bo-li"}});
    CHECK(result.tags == std::vector<std::string>{"rust", "c++"});
    CHECK(result.channel == "coffee");
}

TEST_CASE("one text is read as one of many") {
    const std::vector<std::string_view> parts{
        "Ana",    "ana's",    "Souza",   "José",    "Jose",   "Alvarez", "李波", "O'Brien", "Liam",   "J.",
        "@Q",     "\\Ana",    "\\\\Bo",  "Tom",     "Twin",   "van",     "der",  "Berg",    "May",    "may",
        "Doctor", "King,",    "Jr.",     "x",       "#ana",   "Will",    "will", "ana-s",   "coffee", "Lunch",
        "Zoe",    "Jean-Luc", "\"Bob\"", "nothing", "Aninha", "Kim’s",   "",     "ß",       "a"};
    const auto people = some_people();
    const Recogniser recogniser(people, some_channels());
    unsigned state = 1;
    const auto below = [&state](std::size_t bound) {
        state = state * 1664525U + 1013904223U;
        return (state >> 8U) % bound;
    };
    std::size_t found = 0;
    for (int i = 0; i < 3000; ++i) {
        std::string text;
        for (std::size_t count = below(5) + 1; count > 0; --count) text.append(parts[below(parts.size())]).append(" ");
        CAPTURE(text);
        const auto one = recognise(text, people, some_channels());
        const auto of_many = recogniser(text);
        REQUIRE(one.text == of_many.text);
        REQUIRE(one.people == of_many.people);
        REQUIRE(one.tags == of_many.tags);
        REQUIRE(one.channel == of_many.channel);
        REQUIRE(one.unclear == of_many.unclear);
        found += one.people.size();
    }
    CHECK(found > 1000);
}

TEST_CASE("nobody known, no channels") {
    const auto result = recognise("Coffee with Ana #rust", People(), {});
    CHECK(result.people.empty());
    CHECK(result.channel.empty());
    CHECK(result.tags == std::vector<std::string>{"rust"});
}

TEST_CASE("one recogniser reads many texts, of many people") {
    std::vector<Person> many;
    for (int i = 0; i < 500; ++i) {
        const auto number = std::string(1, static_cast<char>('a' + i / 26)) + static_cast<char>('a' + i % 26);
        many.push_back(person("p-" + number, "Ana Q" + number));
    }
    const Recogniser recogniser(People(many, {}), {"coffee"});
    CHECK(recogniser("coffee with Ana Qab and Ana Qcd").people == std::vector<PersonId>{{"p-ab"}, {"p-cd"}});
    CHECK(recogniser("coffee with Ana").people.empty());
    CHECK(recogniser("coffee with Ana").channel == "coffee");
}

TEST_CASE("what could be the full name of somebody new") {
    for (const std::string_view text :
         {"Ana Souza", "ana souza", "van der Berg", "李 波", "李波", "山田太郎", "홍길동", "José Álvarez",
          "Liam O’Brien", "Jean-Luc Picard", "J. R. R. Tolkien", "Robert \"Bob\" Smith", "  Ana  Souza ",
          "Мария Кузнецова", "One Two Three Four Five Six Seven Eight"}) {
        CAPTURE(text);
        CHECK(is_full_name(text));
    }
    for (const std::string_view text : {"",
                                        " ",
                                        "Ana",
                                        "李",
                                        "Ana 2",
                                        "Ana Souza2",
                                        "Ana S\x01ouza",
                                        "#rust now",
                                        "@ana souza",
                                        "Ana: hello there",
                                        "Ana Lee, Bo Li",
                                        "Ana & Bo",
                                        "ana@example.org x",
                                        "https://a b",
                                        "Ana 👍",
                                        "? !",
                                        "bad \xff name",
                                        "Ana \u202eSouza",
                                        "李波2",
                                        "One Two Three Four Five Six Seven Eight Nine",
                                        "Ana ½"}) {
        CAPTURE(text);
        CHECK_FALSE(is_full_name(text));
    }
}
