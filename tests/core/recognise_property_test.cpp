// One text alone looks only at the people whom it may name; it finds who is found by an index of all.
#include "kith/core/people.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace kith::core;

namespace {

// Parts of names in every way that letters are written, and all that stands in or between words.
constexpr auto parts = std::to_array<std::string_view>(
    {"a", "A", "b", "ana", "Ana", "lu", "é",  "É",  "e\u0301", "ß",      "ø",      "Ŋ",     "ĳ", "ŀ", "ŉ",
     "İ", "ı", "ǅ", "ſ",   "Ω",   "ж",  "李", "가", "א",       "’",      "'",      "'s",    "-", "–", "…",
     ".", "_", "+", "/",   "@",   "&",  "\\", "×",  "÷",       "ª",      "🙂",   "3",     "½", " ", "  ",
     " ", " ", ",", "(",   ")",   "\"", "“",  "”",  "\u00a0",  "\u00ad", "\u0345", "\u3000"});

class Writer {
  public:
    /// Few parts make for many names that are nearly the same.
    void choose_parts() {
        for (auto& part : chosen_) part = parts[between(0, parts.size() - 1)];
        chosen_[0] = "a";
        chosen_[1] = "B";
    }
    std::string text(std::size_t most_parts) {
        std::string text;
        for (auto left = between(1, most_parts); left > 0; --left) text += chosen_[between(0, chosen_.size() - 1)];
        return text;
    }
    std::size_t between(std::size_t least, std::size_t most) {
        return std::uniform_int_distribution<std::size_t>(least, most)(random_);
    }

  private:
    std::mt19937 random_{20261129};
    std::array<std::string_view, 5> chosen_;
};

People some_people(Writer& writer) {
    std::vector<Person> people(6);
    for (std::size_t i = 0; i < people.size(); ++i) {
        people[i].id = {"person-" + std::to_string(i)};
        people[i].name = writer.text(4);
        if (writer.between(0, 2) == 0) people[i].aliases.push_back(writer.text(3));
        if (writer.between(0, 2) == 0) people[i].was.push_back({writer.text(2)});
        if (writer.between(0, 2) == 0) people[i].email = writer.text(2) + "@example.org";
    }
    return {std::move(people), {}};
}

/// With somebody's name in it.
std::string some_text(const People& people, Writer& writer) {
    const auto& person = people.all()[writer.between(0, people.all().size() - 1)];
    const bool is_alias = !person.aliases.empty() && writer.between(0, 1) == 0;
    const auto& name = is_alias ? person.aliases.front() : person.name;
    std::string text = writer.text(3);
    text += writer.between(0, 1) == 0 ? " " : "";
    text += writer.between(0, 3) == 0 && !person.email.empty() ? person.email : name;
    text += writer.between(0, 1) == 0 ? " " : "";
    return text + writer.text(3);
}

bool is_same(const Recognised& left, const Recognised& right) {
    return left.people == right.people && left.unclear == right.unclear && left.tags == right.tags &&
           left.channel == right.channel;
}

} // namespace

TEST_CASE("a text alone names whom it names among many texts") {
    Writer writer;
    std::size_t named = 0;
    for (int journal = 0; journal < 2000; ++journal) {
        writer.choose_parts();
        const auto people = some_people(writer);
        const Recogniser recogniser(people, {});
        for (int i = 0; i < 5; ++i) {
            const auto text = some_text(people, writer);
            const auto alone = recognise(text, people, {});
            named += alone.people.size() + alone.unclear.size();
            if (is_same(alone, recogniser(text))) continue;
            CAPTURE(text);
            for (const auto& person : people.all()) INFO(person.name);
            FAIL_CHECK("another than the index of all finds");
        }
    }
    CHECK(named > 2000); // Else nothing was compared.
}
