// The people that figures are made of are all people, without what no figure says.
#include "kith/core/records.hpp"
#include "kith/store/journal_store.hpp"

#include "generated_records.hpp"
#include "memory_files.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>

using namespace kith;
using namespace kith::test;

namespace {

std::string to_count(core::Person person) {
    person.aliases = {}, person.organisation = {}, person.role = {}, person.city = {};
    person.email = {}, person.handles = {}, person.note = {};
    return store::to_toml("person", core::to_fields(person));
}

/// Nothing where the journal is refused.
template<class Ask> std::optional<std::string> read_from(const std::string& text, Ask ask) {
    MemoryFiles files({{"/kith/people.toml", text}});
    store::JournalStore journal(files, "/kith");
    std::string read;
    try {
        const core::People& people = ask(journal);
        for (const auto& person : people.all()) read += to_count(person);
        for (const auto& [name, every, late] : people.groups())
            read += name + " " + (every ? core::to_text(*every) : "") + " " + (late ? core::to_text(*late) : "") + "\n";
    } catch (const core::Failure&) {
        return std::nullopt;
    }
    for (const auto& remark : journal.remarks()) read += core::to_text(remark) + "\n";
    return read;
}

const core::People& all(store::JournalStore& journal) {
    return journal.people();
}
const core::People& for_figures(store::JournalStore& journal) {
    return journal.people_to_count();
}

} // namespace

TEST_CASE("the people for figures are those of the file") {
    Chance chance(51);
    int valid = 0;
    for (int i = 0; i < 3000; ++i) {
        const auto text = generated_file<core::Person>(chance);
        CAPTURE(text);
        const auto read = read_from(text, all);
        valid += static_cast<int>(read.has_value());
        REQUIRE(read_from(text, for_figures) == read);
    }
    CHECK(valid > 1000);
}

TEST_CASE(
    "of two people with one id both are there where they differ in what is left out, and one where they are the same") {
    const std::string ana = "[[person]]\nid = \"ana\"\nname = \"Ana\"\ncity = \"Porto\"\n\n";
    const std::string other = "[[person]]\nid = \"ana\"\nname = \"Ana\"\ncity = \"Lisbon\"\n\n";
    CHECK(read_from(ana + ana, for_figures) == read_from(ana, for_figures));
    CHECK(read_from(ana + other, for_figures) == read_from(ana + other, all));
    CHECK(read_from(ana + other, for_figures) != read_from(ana, for_figures));
}

TEST_CASE("people are read once, whoever asks first") {
    const std::string ana = "[[person]]\nid = \"ana\"\nname = \"Ana\"\ncity = \"Porto\"\n";
    MemoryFiles files({{"/kith/people.toml", ana}});
    store::JournalStore journal(files, "/kith");
    SUBCASE("all of them") {
        const auto& people = journal.people();
        CHECK(&journal.people_to_count() == &people);
    }
    SUBCASE("those for figures, of whom more is still to be had") {
        CHECK(journal.people_to_count().all().front().city.empty());
        CHECK(journal.people().all().front().city == "Porto");
    }
}
