// Who was last in contact is the same, however much of the log is read for it.
#include "kith/store/journal_store.hpp"

#include "generated_documents.hpp"
#include "memory_files.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <string>
#include <vector>

using namespace kith;

namespace {

const std::string people = "[[person]]\nid = \"ana\"\nwas = [\"ana-s\"]\nname = \"Ana\"\n\n"
                           "[[person]]\nid = \"bo\"\nname = \"Bo\"\n\n[[person]]\nid = \"cy\"\nname = \"Cy\"\n";

/// Nearly always as kith writes them, with people that nobody asks for among those that one does.
std::string generated_month(test::Chance& chance, int month) {
    static const std::vector<std::string> with{
        R"(["ana"])",       R"(["ana-s"])", R"(["bo"])",      R"(["dee"])",      R"(["dee", "eva"])",
        R"(["dee", "bo"])", R"(["dee"])",   R"(["c\u0079"])", R"(["dee"])",      "[\"dee\"] # bo",
        "[\n  \"bo\",\n]",  R"(['cy'])",    R"(["dee"])",     R"(["dee", "cy"])"};
    std::string text = chance.one_in(4) ? "# mine\n\n" : "";
    const std::size_t usual = chance.one_in(3) ? with.size() : 7;
    for (std::size_t count = chance.below(6); count > 0; --count) {
        text += fmt::format("[[interaction]]\ndate = 2026-{:02}-{:02}\n", month, chance.below(28) + 1);
        if (!chance.one_in(8)) text += "with = " + with[chance.below(usual)] + "\n";
        if (chance.one_in(4)) text += "answered = false\n";
        if (chance.one_in(4)) text += "note = \"with = [\\\"bo\\\"]\"\n";
        if (chance.one_in(12)) text += "mine = \"\"\"\nwith = [\"bo\"]\n\"\"\"\n";
        text += "\n";
    }
    return text;
}

core::Contacts observed(store::JournalStore& journal, const std::vector<core::PersonId>& wanted, core::Date as_of) {
    core::Contacts contacts(journal.people(), wanted, as_of);
    const auto all = journal.interactions(core::all_days);
    for (auto entry = all.rbegin(); entry != all.rend(); ++entry) contacts.observe(*entry);
    return contacts;
}

std::string in_words(const core::Contacts& contacts, const std::vector<core::PersonId>& wanted) {
    std::string words;
    for (const auto& id : wanted) {
        const auto& last = contacts.of(id);
        words += fmt::format("{}: {} {}\n", id.text, last.contact ? core::to_text(last.contact->date) : "never",
                             last.attempt ? core::to_text(*last.attempt) : "");
    }
    return words;
}

} // namespace

TEST_CASE("the last contacts are those of the whole log, whatever part of it is at hand") {
    test::Chance chance(31);
    const core::Date as_of = *core::make_date(2026, 11, 22);
    const std::vector<core::PersonId> wanted{{"ana-s"}, {"bo"}, {"cy"}, {"nobody"}};
    std::map<std::string, int> seen;
    for (int i = 0; i < 1500; ++i) {
        std::map<std::string, std::string> contents{{"/kith/people.toml", people}};
        for (int month = 7; month <= 11; ++month)
            contents[fmt::format("/kith/log/2026-{:02}.toml", month)] = generated_month(chance, month);
        test::MemoryFiles files(contents);
        store::JournalStore journal(files, "/kith");
        const auto expected = in_words(observed(journal, wanted, as_of), wanted);
        for (const auto& [name, text] : contents) INFO(name << ":\n" << text);
        REQUIRE(in_words(journal.contacts(wanted, as_of), wanted) == expected);
        const core::Date from = as_of - std::chrono::days{static_cast<int>(chance.below(100))};
        const auto recent = journal.interactions({from, as_of});
        REQUIRE(in_words(journal.contacts(wanted, as_of, recent, from), wanted) == expected);
        ++seen[expected];
    }
    CHECK(seen.size() > 500);
}
