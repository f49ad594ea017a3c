// Some records of a file alone, the others passed over.
#include "kith/core/contacts.hpp"
#include "kith/store/journal_store.hpp"
#include "kith/store/log_to_count.hpp"

#include "counted_in_place.hpp"
#include "generated_records.hpp"
#include "memory_files.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

using namespace kith;
using namespace kith::test;

namespace {

const core::DateRange middle{*core::make_date(2026, 11, 10), *core::make_date(2026, 11, 20)};

std::string month_of(Chance& chance) {
    std::string text;
    for (std::size_t count = chance.below(5) + 1; count > 0; --count)
        text += plain_record<core::Interaction>(chance) + std::string(chance.below(3), '\n');
    return text;
}

/// Nothing where the journal is refused.
template<class Read> auto read_from(const std::string& month, Read read) {
    MemoryFiles files(
        {{"/kith/log/2026-11.toml", month}, {"/kith/people.toml", "[[person]]\nid = \"ana-souza\"\nname = \"Ana\"\n"}});
    store::JournalStore journal(files, "/kith");
    std::optional<decltype(read(journal))> found;
    try {
        found = read(journal);
    } catch (const core::Failure&) {
        return found;
    }
    return found;
}

auto counted(store::JournalStore& journal) {
    test::MemoryFiles none; // For the second reader, which has no month of one.
    return test::counted_in_place(journal, none, {middle, middle.from, middle.from, {}, middle.to}).interactions;
}

std::vector<core::Interaction> without_the_uncounted(std::vector<core::Interaction> all) {
    for (auto& each : all) each.tags = {}, each.note = {}, each.url = {}, each.closes = {};
    return all;
}

auto all_to_count(store::JournalStore& journal) {
    return without_the_uncounted(journal.interactions(middle));
}

std::string last_day_of_ana(store::JournalStore& journal) {
    const auto contacts = journal.contacts({{"ana-souza"}}, middle.to, {}, std::nullopt);
    const auto& last = contacts.of({"ana-souza"});
    return last.contact ? core::to_text(last.contact->date) : "never";
}

std::string last_day_in_all(store::JournalStore& journal) {
    const auto all = journal.interactions({core::all_days.from, middle.to});
    core::Contacts contacts(journal.people(), {{"ana-souza"}}, middle.to);
    for (auto entry = all.rbegin(); entry != all.rend(); ++entry) contacts.observe(*entry);
    const auto& last = contacts.of({"ana-souza"});
    return last.contact ? core::to_text(last.contact->date) : "never";
}

std::vector<core::Interaction> of_ana(std::vector<core::Interaction> all) {
    std::erase_if(all,
                  [](const auto& each) { return std::ranges::count(each.with, core::PersonId{"ana-souza"}) == 0; });
    return all;
}
auto with_ana(store::JournalStore& journal) {
    return of_ana(journal.interactions(core::all_days, std::vector<std::string>{"ana-souza"}));
}
auto with_ana_among_all(store::JournalStore& journal) {
    return of_ana(journal.interactions(core::all_days));
}

} // namespace

TEST_CASE("what is counted of a part of a month is what lies in it") {
    Chance chance(31);
    int compared = 0;
    for (int i = 0; i < 3000; ++i) {
        const auto month = month_of(chance);
        const auto wanted = read_from(month, all_to_count);
        if (!wanted) continue;
        CAPTURE(month);
        const auto found = read_from(month, counted);
        REQUIRE(found.has_value());
        REQUIRE(without_the_uncounted(*found) == *wanted);
        compared += static_cast<int>(!wanted->empty());
    }
    CHECK(compared > 300);
}

TEST_CASE("the last contact is that of the whole log") {
    Chance chance(32);
    int compared = 0;
    for (int i = 0; i < 3000; ++i) {
        const auto month = month_of(chance);
        const auto wanted = read_from(month, last_day_in_all);
        if (!wanted) continue;
        CAPTURE(month);
        REQUIRE(read_from(month, last_day_of_ana) == wanted);
        compared += static_cast<int>(*wanted != "never");
    }
    CHECK(compared > 100);
}

TEST_CASE("the entries that may be somebody's are those of the whole log") {
    Chance chance(33);
    int compared = 0;
    for (int i = 0; i < 3000; ++i) {
        const auto month = month_of(chance);
        const auto wanted = read_from(month, with_ana_among_all);
        if (!wanted) continue;
        CAPTURE(month);
        REQUIRE(read_from(month, with_ana) == wanted);
        compared += static_cast<int>(!wanted->empty());
    }
    CHECK(compared > 100);
}

TEST_CASE("what is wrong with an entry of others does not keep somebody's back") {
    const std::string own = "[[interaction]]\nid = \"b\"\ndate = 2026-11-12\nwith = [\"ana-souza\"]\n";
    const std::string broken = "[[interaction]]\nid = \"a\"\ndate = 2026-11-31\nwith = [\"bo\"]\n";
    CHECK(read_from(broken + own, with_ana)->size() == 1);
    CHECK_FALSE(read_from(own + "kind = \n", with_ana).has_value());
    CHECK(read_from("[[interaction]]\ndate = 2026-11-12\nwith = [\"ana\\u002dsouza\"]\n", with_ana)->size() == 1);
}

TEST_CASE("a record outside the days hides none within them") {
    const std::string early = "[[interaction]]\nid = \"a\"\ndate = 2026-11-02\nwith = [\"ana-souza\"]\n";
    const std::string within = "[[interaction]]\nid = \"b\"\ndate = 2026-11-12\nwith = [\"ana-souza\"]\n";
    CHECK(read_from(early + within, counted)->size() == 1);
    SUBCASE("whose header is gone") {
        const auto merged = early + within.substr(within.find('\n') + 1);
        CHECK_FALSE(read_from(merged, counted).has_value());
        const auto cy = "[[interaction]]\nid = \"c\"\ndate = 2026-11-05\nwith = [\"cy\"]\n";
        CHECK_FALSE(read_from(cy + within.substr(within.find('\n') + 1), last_day_of_ana).has_value());
    }
    SUBCASE("in a text that it does not end") {
        const auto open = early + "note = \"\"\"over\n" + within;
        CHECK_FALSE(read_from(open, counted).has_value());
        CHECK_FALSE(read_from(open, last_day_of_ana).has_value());
        CHECK(read_from(open + "\"\"\"\n", counted)->empty());
        CHECK(*read_from(open + "\"\"\"\n", last_day_of_ana) == "2026-11-02");
    }
    SUBCASE("with another table between") {
        CHECK(read_from(early + "[mine]\nx = 1\n" + within, counted)->size() == 1);
        CHECK(read_from(early + "[interaction.mine]\ndate = 2026-11-13\n" + within, counted)->size() == 1);
    }
}

TEST_CASE("what a file has in a value instead of records is told") {
    const std::map<std::string, std::string> contents{
        {"/kith/log/2026-11.toml", "# mine\ninteraction = [{ date = 2026-11-12 }]\n"}};
    MemoryFiles files(contents);
    store::JournalStore journal(files, "/kith");
    CHECK(journal.interactions(core::all_days).empty());
    REQUIRE(journal.remarks().size() == 1);
    CHECK(
        core::to_text(journal.remarks().front()) ==
        "/kith/log/2026-11.toml:2: 'interaction' is not read as records; write [[interaction]] above the keys of each");
}
