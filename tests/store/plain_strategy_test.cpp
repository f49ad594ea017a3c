// strategy.toml says the same in one pass and as a document.
#include "kith/core/records.hpp"
#include "kith/store/journal_store.hpp"

#include "../../src/store/plain_strategy.hpp"
#include "generated_records.hpp"
#include "memory_files.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

using namespace kith;
using namespace kith::test;

namespace {

const std::vector<std::string> tables{"[balance]\nin_person = 40\n",
                                      "[balance]\n\n# half\nin_person = 50\n",
                                      "[balance]\nin_person = 101\n",
                                      "[balance]\nin_person = \"40\"\n",
                                      "[balance]\n",
                                      "[balance] # mine\nin_person = 40\n",
                                      "[in_person]\nper_week = 2\nevents_per_month = 1\n",
                                      "[in_person]\nevents_per_month = 1\nper_week = 2\n",
                                      "[in_person]\nper_week = 10001\n",
                                      "[in_person]\nevents_per_month = 10000\n",
                                      "[in_person.mine]\nper_week = 2\n",
                                      "[mine]\nx = 1\n"};

std::string some_record(Chance& chance) {
    switch (chance.below(6)) {
    case 0:
        return plain_record<core::Goal>(chance);
    case 1:
        return plain_record<core::Audience>(chance);
    case 2:
        return plain_record<core::Platform>(chance);
    case 3:
        return plain_record<core::Topic>(chance);
    case 4:
        return plain_record<core::Channel>(chance);
    default:
        return plain_record<core::Post>(chance);
    }
}

std::string generated_strategy(Chance& chance) {
    std::string text = chance.one_in(4) ? "# mine\n\n" : chance.one_in(20) ? "x = 1\n" : "";
    if (chance.one_in(2)) text += tables[chance.below(2)];
    for (std::size_t count = chance.below(4); count > 0; --count) {
        text += some_record(chance) + (chance.one_in(2) ? "\n" : "");
        if (chance.one_in(6)) text += chance.of(tables);
        if (chance.one_in(30)) text += "[[mine]]\nx = 1\n";
    }
    if (chance.one_in(6)) text.insert(chance.below(text.size() + 1), chance.of(odd_bytes));
    return text + (text.ends_with('\n') ? "" : "\n");
}

/// All that the journal reads of it, or that it is refused.
std::string what_is_read(const std::string& text) {
    const std::map<std::string, std::string> contents{{"/kith/strategy.toml", text}};
    MemoryFiles files(contents);
    store::JournalStore journal(files, "/kith");
    std::string read;
    const auto tell = [&read]<class Record>(const std::vector<Record>& records) {
        for (const auto& record : records) read += store::to_toml(core::kind_of<Record>(), core::to_fields(record));
    };
    try {
        const auto& strategy = journal.strategy();
        const auto& [in_person, per_week, events_per_month] = strategy.targets;
        read = fmt::format("{} {} {}\n", in_person.value_or(-1), per_week.value_or(-1), events_per_month.value_or(-1));
        tell(strategy.goals), tell(strategy.audiences), tell(strategy.platforms);
        tell(strategy.topics), tell(strategy.channels), tell(strategy.posts);
    } catch (const core::Failure&) {
        return "refused";
    }
    for (const auto& remark : journal.remarks()) read += core::to_text(remark) + "\n";
    return read;
}

} // namespace

TEST_CASE("the strategy reads the same in one pass and as a document") {
    Chance chance(61);
    int plain = 0, refused = 0;
    for (int i = 0; i < 4000; ++i) {
        const auto text = generated_strategy(chance);
        CAPTURE(text);
        core::Strategy strategy;
        plain += static_cast<int>(store::read_plain_strategy(text, strategy));
        const auto read = what_is_read(text);
        refused += static_cast<int>(read == "refused");
        // With a table that kith does not know, the text is no plain one.
        REQUIRE(read == what_is_read(text + "[of-my-own]\n"));
    }
    CHECK(plain > 1000);
    CHECK(refused > 100);
}

TEST_CASE("a table of the strategy that is there twice is not plain") {
    core::Strategy strategy;
    CHECK(store::read_plain_strategy("[balance]\nin_person = 40\n[in_person]\nper_week = 2\n", strategy));
    CHECK(strategy.targets.in_person == 40);
    CHECK(strategy.targets.per_week == 2);
    CHECK_FALSE(store::read_plain_strategy("[balance]\n[balance]\n", strategy));
    CHECK_FALSE(store::read_plain_strategy("[in_person]\n[in_person]\nper_week = 2\n", strategy));
}
