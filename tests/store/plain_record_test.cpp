// The short ways of reading, which look at bytes, say the same as the long ones.
#include "kith/core/records.hpp"
#include "kith/core/strategy.hpp"
#include "kith/store/journal_store.hpp"
#include "kith/store/log_to_count.hpp"

#include "../../src/store/plain_record.hpp"
#include "counted_in_place.hpp"
#include "generated_records.hpp"
#include "memory_files.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

using namespace kith;
using namespace kith::test;

namespace {

template<class Record> void check_records(std::uint64_t seed) {
    test::Chance chance(seed);
    int valid = 0;
    for (int i = 0; i < 4000; ++i) {
        const std::string text = generated_record<Record>(chance);
        CAPTURE(text);
        std::optional<store::Document> document;
        try {
            document = store::Document::parse("file.toml", text);
        } catch (const core::Failure&) {
            continue;
        }
        ++valid;
        const auto decoded = store::decode<Record>(*document, 0);
        const auto whole = core::from_fields<Record>(document->fields(0));
        REQUIRE(decoded.record == whole.record);
        REQUIRE(decoded.problems.size() == whole.problems.size());
    }
    CHECK(valid > 2000);
}

/// The records and remarks of a file that holds this text, or that it is refused.
template<class Record> std::string what_is_read(const std::string& name, const std::string& text) {
    const std::map<std::string, std::string> contents{{"/kith/" + name, text}};
    test::MemoryFiles files(contents);
    store::JournalStore journal(files, "/kith");
    std::string read;
    const auto tell = [&read](const auto& records) {
        for (const auto& record : records)
            read += store::to_toml(core::kind_of<Record>(), core::to_fields(record)) + "\n";
    };
    try {
        if constexpr (std::is_same_v<Record, core::Interaction>) tell(journal.interactions(core::all_days));
        if constexpr (std::is_same_v<Record, core::Event>) tell(journal.events());
        if constexpr (std::is_same_v<Record, core::Followup>) tell(journal.followups());
        if constexpr (std::is_same_v<Record, core::Person>) {
            tell(journal.people().all());
            for (const auto& [group, every, late] : journal.people().groups())
                read += fmt::format("{} {} {}\n", group, every ? core::to_text(*every) : "",
                                    late ? core::to_text(*late) : "");
        }
    } catch (const core::Failure&) {
        return "refused";
    }
    for (const auto& remark : journal.remarks()) read += core::to_text(remark) + "\n";
    return read;
}

/// The same text with a key at its end that kith does not know, so that the file is no plain one.
template<class Record> std::string with_an_unknown_key(const std::string& text) {
    const bool ends = text.empty() || text.ends_with('\n');
    return text + (ends ? "" : "\n") + "unknown = 1\n";
}

template<class Record> bool is_plain_file(const std::string& text) {
    const auto every = [](auto&&) { return true; };
    std::vector<Record> records;
    std::vector<core::Group> found;
    if constexpr (std::is_same_v<Record, core::Person>)
        return store::read_plain_people(text, records, found);
    else
        return store::read_plain_file<Record>(text, every, every, records);
}

/// Whole files read in one pass say what they say when a document is made of them.
template<class Record> void check_files(std::uint64_t seed, const std::string& name, int least_plain = 300) {
    test::Chance chance(seed);
    int plain = 0, refused = 0;
    for (int i = 0; i < 2500; ++i) {
        const std::string text = generated_file<Record>(chance);
        CAPTURE(text);
        if (is_plain_file<Record>(text)) ++plain;
        const auto read = what_is_read<Record>(name, text);
        refused += static_cast<int>(read == "refused");
        REQUIRE(read == what_is_read<Record>(name, with_an_unknown_key<Record>(text)));
    }
    CHECK(plain > least_plain);
    CHECK(refused > 100);
}

/// What is found by a word in a file that holds this text, or why nothing is.
std::string what_is_found(const std::string& text, std::string_view word) {
    test::MemoryFiles files({{"/kith/log/2026-11.toml", text}});
    store::JournalStore journal(files, "/kith");
    try {
        const auto [record, place] = journal.require_interaction(word);
        return fmt::format("{}: {}", place.line, store::to_toml("interaction", core::to_fields(record)));
    } catch (const core::Failure& failure) {
        return failure.problems().front().kind == core::ProblemKind::bad_data ? "refused" : failure.what();
    }
}

std::ptrdiff_t misplaced_in(const store::JournalStore& journal) {
    const auto is_it = [](const core::Problem& problem) {
        return problem.message.find("belongs in") != std::string::npos;
    };
    return std::ranges::count_if(journal.remarks(), is_it);
}

bool is_parsed(const std::string& text) {
    try {
        return !store::Document::parse("file.toml", text).name().empty();
    } catch (const core::Failure&) {
        return false;
    }
}

} // namespace

TEST_CASE("a record reads the same in one go and key by key") {
    check_records<core::Interaction>(1);
    check_records<core::Followup>(2);
    check_records<core::Person>(3);
    check_records<core::Event>(4);
    check_records<core::Post>(5);
    check_records<core::Platform>(6);
}

TEST_CASE("a table that is not valid is not plain") {
    for (const std::string table :
         {R"({ x = "a", x = "b" })", R"({ x = "a", })", R"({ x = "a" y = "b" })", R"({ x = "a)"}) {
        CAPTURE(table);
        const auto source = "[[person]]\nid = \"ana\"\nname = \"Ana\"\nhandles = " + table + "\n";
        CHECK_FALSE(store::read_plain<core::Person>(source).has_value());
    }
    const auto ana =
        store::read_plain<core::Person>("[[person]]\nname = \"Ana\"\nhandles = { x = \"a\", y-z = \"é\" }\n");
    REQUIRE(ana.has_value());
    CHECK(ana->handles == core::TextTable{{"x", "a"}, {"y-z", "é"}});
}

TEST_CASE("a file of plain records reads the same in one pass and as a document") {
    check_files<core::Interaction>(11, "log/2026-11.toml");
    check_files<core::Followup>(12, "followups/2026.toml");
    check_files<core::Event>(13, "events/2026.toml");
    check_files<core::Person>(14, "people.toml", 100); // With the most keys, more of them are odd.
}

TEST_CASE("what is read to count is all, but for what is not counted") {
    test::Chance chance(16);
    int left_out = 0;
    for (int i = 0; i < 1500; ++i) {
        std::string text;
        for (std::size_t count = chance.below(4) + 1; count > 0; --count)
            text += plain_record<core::Interaction>(chance) + "\n";
        if (!is_parsed(text)) continue;
        CAPTURE(text);
        test::MemoryFiles files({{"/kith/log/2026-11.toml", text}});
        store::JournalStore journal(files, "/kith");
        auto all = journal.interactions(core::all_days);
        const store::LogQuestion everything{
            core::all_days, core::all_days.from, core::all_days.from, {}, core::all_days.to};
        auto counted = test::counted_in_place(journal, files, everything).interactions;
        left_out += static_cast<int>(all != counted);
        for (auto* records : {&all, &counted})
            for (auto& record : *records) record.tags = {}, record.note = {}, record.url = {}, record.closes = {};
        REQUIRE(all == counted);
    }
    CHECK(left_out > 100);
}

TEST_CASE("a record is found the same by bytes and in a document") {
    test::Chance chance(15);
    const std::vector<std::string> words{"ana-souza", "ana", "back\\slash", "2026-11-1", "zzz", "A", "2"};
    int found = 0, plain = 0;
    for (int i = 0; i < 2500; ++i) {
        std::string text = chance.one_in(4) ? "# mine\n\n" : "";
        for (std::size_t count = chance.below(3) + 1; count > 0; --count)
            text += plain_record<core::Interaction>(chance) + (chance.one_in(2) ? "\n" : "");
        if (chance.one_in(4)) text.insert(chance.below(text.size()), chance.of(odd_bytes));
        const auto& word = chance.of(words);
        CAPTURE(text);
        CAPTURE(word);
        const auto said = what_is_found(text, word);
        plain += static_cast<int>(is_plain_file<core::Interaction>(text));
        found += static_cast<int>(said.find("[[interaction]]") != std::string::npos);
        REQUIRE(said == what_is_found(with_an_unknown_key<core::Interaction>(text), word));
    }
    CHECK(plain > 500);
    CHECK(found > 300);
}

TEST_CASE("what is left out unread of the follow-ups was closed before") {
    test::Chance chance(7);
    const core::Date day = *core::make_date(2026, 11, 16);
    int left_out = 0;
    for (int i = 0; i < 4000; ++i) {
        const std::string text = generated_year(chance);
        if (!is_parsed(text)) continue;
        CAPTURE(text);
        test::MemoryFiles files({{"/kith/followups/2025.toml", text}});
        store::JournalStore journal(files, "/kith");
        auto wanted = journal.followups();
        const auto all = wanted.size();
        std::erase_if(wanted, [day](const core::Followup& followup) {
            const auto closed = followup.done ? followup.done : followup.dropped;
            return closed && *closed < day && !(followup.dropped && *followup.dropped >= day);
        });
        store::JournalStore again(files, "/kith");
        auto found = again.followups_open_since(day);
        left_out += static_cast<int>(all - found.size());
        // More may come than was asked for, where a record is written in an unusual way; never less.
        for (const auto& followup : wanted) REQUIRE(std::ranges::find(found, followup) != found.end());
        // A record in the wrong year's file is told of even so.
        REQUIRE(misplaced_in(again) == misplaced_in(journal));
    }
    CHECK(left_out > 600);
}

TEST_CASE("interactions of some days are those of all days that lie in them") {
    test::Chance chance(8);
    const core::DateRange days{*core::make_date(2026, 11, 10), *core::make_date(2026, 11, 20)};
    int outside = 0;
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        for (int record = 0; record < 3; ++record) {
            text += "[[interaction]]\n";
            if (chance.one_in(3)) text += "note = " + chance.of(values) + "\n";
            text += fmt::format("date = 2026-11-{:02}{}\n", chance.below(28) + 1, chance.one_in(5) ? "T10:00:00" : "");
            if (chance.one_in(5)) text += "[interaction.mine]\ndate = 2020-01-01\n";
        }
        if (!is_parsed(text)) continue;
        CAPTURE(text);
        test::MemoryFiles files({{"/kith/log/2026-11.toml", text}});
        store::JournalStore journal(files, "/kith");
        auto wanted = journal.interactions(core::all_days);
        std::erase_if(wanted, [&](const auto& interaction) { return !days.contains(interaction.date.date); });
        const auto found = journal.interactions(days);
        REQUIRE(found == wanted);
        outside += 3 - static_cast<int>(found.size());
    }
    CHECK(outside > 1000);
}

TEST_CASE("interactions that may mention somebody are all that do") {
    test::Chance chance(9);
    const std::vector<std::string> named{
        R"("ana-souza")", R"("an\u0061-souza")", R"('ana-souza')", R"("bo-li")", R"("a\\u0061")", R"("ana")", R"('\')"};
    const std::vector<std::string> needles{"bo-lu", "ana-souza"};
    int left_out = 0, found_some = 0;
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        for (int record = 0; record < 4; ++record) {
            text += fmt::format("[[interaction]]\ndate = 2026-11-{:02}\nwith = [{}]\n", chance.below(28) + 1,
                                chance.of(named));
            if (chance.one_in(3)) text += "note = " + chance.of(named) + "\n";
            if (chance.one_in(9)) text += "mine = 1\n";
        }
        CAPTURE(text);
        const auto is_parted = [](const core::Interaction& interaction) {
            return std::ranges::find(interaction.with, core::PersonId{"ana-souza"}) == interaction.with.end();
        };
        test::MemoryFiles files({{"/kith/log/2026-11.toml", text}});
        store::JournalStore journal(files, "/kith");
        auto wanted = journal.interactions(core::all_days);
        auto found = journal.interactions(core::all_days, needles);
        left_out += static_cast<int>(wanted.size() - found.size());
        std::erase_if(wanted, is_parted);
        std::erase_if(found, is_parted);
        REQUIRE(found == wanted);
        found_some += static_cast<int>(found.size());
    }
    CHECK(left_out > 600);
    CHECK(found_some > 1000);
}
