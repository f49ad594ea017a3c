// Kith's own tables come back as they were, whatever the texts in them.
#include "kith/core/records.hpp"
#include "kith/exchange/readers.hpp"
#include "kith/exchange/write_csv.hpp"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

using namespace kith;

namespace {

/// Texts of what is hard on a table.
class Texts {
  public:
    explicit Texts(unsigned seed) : engine_(seed) {}

    std::string text() {
        constexpr std::array<std::string_view, 26> pieces{";",
                                                          "; ",
                                                          "\\",
                                                          "\\s",
                                                          "\\e",
                                                          "'",
                                                          "''",
                                                          "=",
                                                          "+1",
                                                          "-",
                                                          "@",
                                                          " ",
                                                          "  ",
                                                          "\n",
                                                          "\n\n",
                                                          "\t",
                                                          "\"",
                                                          "\"\"",
                                                          ",",
                                                          ":",
                                                          "://",
                                                          "é",
                                                          "\xF0\x9F\x91\xA9",
                                                          "a",
                                                          "|",
                                                          "sep=;"};
        std::string text;
        for (auto count = number(6); count > 0; --count) text += pieces.at(number(pieces.size()));
        return text;
    }
    std::vector<std::string> list() {
        std::vector<std::string> texts;
        for (auto count = number(4); count > 0; --count) texts.push_back(text());
        return texts;
    }
    core::TextTable table() {
        core::TextTable table;
        for (auto count = number(4); count > 0; --count) table.emplace_back(text() + std::to_string(count), text());
        return table;
    }

  private:
    std::size_t number(std::size_t below) { return std::uniform_int_distribution<std::size_t>(0, below - 1)(engine_); }

    std::mt19937 engine_;
};

template<class Record> std::string table_of(const std::vector<Record>& records) {
    const auto keys = core::keys_of<Record>();
    std::string table = exchange::csv_header(keys);
    for (const auto& record : records) table += exchange::csv_row(core::to_fields(record), keys);
    return table;
}

core::Person person(Texts& texts, int number) {
    core::Person person;
    person.id = {"p" + std::to_string(number)};
    person.name = "N" + texts.text();
    person.aliases = texts.list();
    person.groups = texts.list();
    person.city = texts.text();
    person.handles = texts.table();
    person.note = texts.text();
    person.imported = texts.table();
    return person;
}

core::Followup followup(Texts& texts, int number) {
    core::Followup followup;
    followup.id = {"f" + std::to_string(number)};
    followup.due = {*core::parse_iso_date("2026-11-22"), std::nullopt};
    followup.note = texts.text();
    followup.every = "+2w";
    for (auto& text : texts.list())
        if (!text.empty()) followup.with.push_back({text});
    return followup;
}

exchange::Batch read(const std::string& table) {
    return exchange::read_csv(exchange::pull_from(table), {});
}

} // namespace

TEST_CASE("people and follow-ups of any texts come back from a table as they were") {
    for (unsigned seed = 1; seed <= 300; ++seed) {
        CAPTURE(seed);
        Texts texts(seed);
        std::vector<core::Person> persons;
        std::vector<core::Followup> followups;
        for (int number = 0; number < 4; ++number) {
            persons.push_back(person(texts, number));
            followups.push_back(followup(texts, number));
        }
        const auto people = read(table_of(persons)).people;
        REQUIRE(people.size() == persons.size());
        for (std::size_t i = 0; i < people.size(); ++i) CHECK(people[i].record == persons[i]);
        const auto back = read(table_of(followups)).followups;
        REQUIRE(back.size() == followups.size());
        for (std::size_t i = 0; i < back.size(); ++i) CHECK(back[i].record == followups[i]);
    }
}

TEST_CASE("in a table a list is read as people write it, too") {
    const auto people = read("id,was,name,aliases,groups,every,late,snoozed_until,met,met_at,organisation,role,city,"
                             "email,birthday,handles,note,imported\n"
                             "ana,,Ana, a ;b;; c ,,,,,,,,,,,,linkedin : in/ana ;,,\n")
                            .people;
    REQUIRE(people.size() == 1);
    CHECK(people[0].record.aliases == std::vector<std::string>{"a", "b", "c"});
    CHECK(people[0].record.handles == core::TextTable{{"linkedin", "in/ana"}});
}
