// What a report counts of the log is the same in one go over its lines and with every entry read.
#include "kith/store/log_to_count.hpp"

#include "../../src/store/plain_entry.hpp"
#include "../../src/store/plain_record.hpp"
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

const std::string people =
    "[[person]]\nid = \"ana\"\nwas = [\"ana-s\"]\nname = \"Ana\"\n\n"
    "[[person]]\nid = \"bo\"\nname = \"Bo\"\n\n[[person]]\nid = \"cy\"\nname = \"Cy\"\n\n"
    "[[person]]\nid = \"florentine-von-aue\"\nwas = [\"florentine-maier\"]\nname = \"Florentine\"\n";
const std::string own_channel = "[[channel]]\nid = \"climbing\"\nmode = \"in-person\"\n";
const std::vector<core::PersonId> wanted{{"ana-s"}, {"bo"}, {"cy"}, {"nobody"}, {"florentine-von-aue"}};

core::Date some_day(Chance& chance) {
    return *core::make_date(2026, 9, 15) + std::chrono::days{static_cast<int>(chance.below(90))};
}

/// Entries as kith writes them, of one day or several, and one in so many of them in another way.
std::string generated_month(Chance& chance, int month, std::size_t odd) {
    static const std::vector<std::string> with{R"(["ana"])",
                                               R"(["ana-s"])",
                                               R"(["bo", "ana"])",
                                               R"(["dee"])",
                                               "[]",
                                               R"(["florentine-maier"])",
                                               R"(["florentine-von-aue", "dee"])"};
    static const std::vector<std::string> odd_lines{"with = [\"c\\u0079\"]\n",
                                                    "mode = 'online'\n",
                                                    "mine = 1\n",
                                                    "answered = \"no\"\n",
                                                    "kind = 3\n",
                                                    "# about it\n",
                                                    "id = \"twice\"\n",
                                                    "note = \"\"\"a\n[[interaction]]\n\"\"\"\n"};
    std::vector<std::string> days;
    for (std::size_t count = chance.below(7); count > 0; --count)
        days.push_back(fmt::format("2026-{:02}-{:02}{}", month, chance.below(3) * 9 + 1 + chance.below(2),
                                   chance.one_in(3) ? fmt::format("T{:02}:00:00", 10 + chance.below(4)) : ""));
    if (!chance.one_in(4)) std::ranges::sort(days);
    std::string text = chance.one_in(6) ? "# mine\n\n" : "";
    for (const auto& day : days) {
        text += "[[interaction]]\n";
        if (!chance.one_in(6)) text += fmt::format("id = \"{}\"\n", chance.below(100000));
        text += "date = " + day + "\n";
        if (!chance.one_in(6)) text += "with = " + chance.of(with) + "\n";
        if (!chance.one_in(4)) text += chance.one_in(3) ? "channel = \"climbing\"\n" : "channel = \"email\"\n";
        if (chance.one_in(5)) text += "mode = \"online\"\n";
        if (chance.one_in(3)) text += "answered = false\n";
        if (chance.one_in(4)) text += "note = \"with \\\"bo\\\"\"\n";
        if (chance.one_in(odd)) text += chance.of(odd_lines);
        if (chance.one_in(2)) text += "\n";
    }
    return text;
}

std::map<std::string, std::string> generated_journal(Chance& chance, std::size_t odd) {
    std::map<std::string, std::string> contents{{"/kith/people.toml", people}, {"/kith/strategy.toml", own_channel}};
    for (int month = 9; month <= 12; ++month)
        contents[fmt::format("/kith/log/2026-{:02}.toml", month)] = generated_month(chance, month, odd);
    return contents;
}

store::LogQuestion generated_question(Chance& chance) {
    std::vector<core::Date> days{some_day(chance), some_day(chance), some_day(chance), some_day(chance),
                                 some_day(chance)};
    std::ranges::sort(days);
    return {{days[0], days[4]}, days[1], days[2], wanted, days[3]};
}

std::string in_words(const core::Contacts& contacts) {
    std::string words;
    for (const auto& id : wanted) {
        const auto& last = contacts.of(id);
        words += fmt::format("{}: {} {}\n", id.text, last.contact ? core::to_text(last.contact->date.date) : "never",
                             last.attempt ? core::to_text(*last.attempt) : "");
    }
    return words;
}

std::string in_words(const store::LogToCount& log) {
    std::string words = in_words(log.contacts);
    std::vector<std::string> earlier;
    for (const auto& [date, mode, is_attempt] : log.earlier)
        earlier.push_back(fmt::format("{} {} {}\n", core::to_text(date), core::to_text(mode), is_attempt));
    std::ranges::sort(earlier);
    for (const auto& each : earlier) words += each;
    std::vector<std::string> named;
    for (const auto& person : log.named) named.push_back(person.text);
    std::ranges::sort(named);
    words += fmt::format("{}\n", fmt::join(named, " "));
    for (auto each : log.interactions) {
        each.tags = {}, each.note = {}, each.url = {}, each.closes = {};
        words += store::to_toml("interaction", core::to_fields(each));
    }
    return words;
}

/// In one go, and what that leaves of the contacts.
store::LogToCount in_one_go(store::JournalStore& journal, system::Files& files, const store::LogQuestion& question) {
    auto log = counted_in_place(journal, files, question);
    log.contacts = journal.contacts_before(log.contacts_from, std::move(log.contacts));
    return log;
}

/// By all that the journal tells of the days, and of those before them.
store::LogToCount with_every_entry(store::JournalStore& journal, const store::LogQuestion& question) {
    store::LogToCount log{
        {}, {}, {}, core::Contacts(journal.people(), question.wanted, question.as_of), core::all_days.from};
    const auto all = journal.interactions({core::all_days.from, question.days.to});
    for (auto entry = all.rbegin(); entry != all.rend(); ++entry) log.contacts.observe(*entry);
    for (const auto& each : all) {
        if (!question.days.contains(each.date.date)) continue;
        if (each.date.date >= question.whole_from) {
            log.interactions.push_back(each);
            continue;
        }
        log.earlier.push_back(core::counted(each, journal.strategy()));
        if (each.date.date >= question.named_from)
            log.named.insert(log.named.end(), each.with.begin(), each.with.end());
    }
    return log;
}

/// Nothing where the journal is refused.
template<class Read>
std::optional<std::string> read_from(const std::map<std::string, std::string>& contents, Read read) {
    MemoryFiles files(contents);
    store::JournalStore journal(files, "/kith");
    try {
        return in_words(read(journal, files));
    } catch (const core::Failure&) {
        return std::nullopt;
    }
}

void check_journals(std::uint64_t seed, std::size_t odd, int journals) {
    Chance chance(seed);
    std::map<std::string, int> seen;
    for (int i = 0; i < journals; ++i) {
        const auto contents = generated_journal(chance, odd);
        const auto question = generated_question(chance);
        const auto expected =
            read_from(contents, [&](auto& journal, auto&) { return with_every_entry(journal, question); });
        if (!expected) continue;
        for (const auto& [name, text] : contents) INFO(name << ":\n" << text);
        const auto read = [&](auto& journal, auto& files) { return in_one_go(journal, files, question); };
        REQUIRE(read_from(contents, read) == expected);
        ++seen[*expected];
    }
    CHECK(seen.size() > static_cast<std::size_t>(journals / 3));
}

} // namespace

TEST_CASE("what is counted of the log is what every entry says") {
    check_journals(41, 1000, 1500);
}

TEST_CASE("entries in other forms are counted too") {
    check_journals(42, 12, 1500);
}

TEST_CASE("an entry read where it stands says what the whole record says") {
    Chance chance(43);
    int plain = 0;
    for (int i = 0; i < 6000; ++i) {
        const auto text =
            chance.one_in(2) ? plain_record<core::Interaction>(chance) : generated_record<core::Interaction>(chance);
        CAPTURE(text);
        store::PlainEntry entry{"left", {}, {"from"}, "an", "other", false};
        const auto whole = store::read_plain<core::Interaction>(text);
        if (!store::read_plain_entry(text, entry)) continue;
        ++plain;
        REQUIRE(whole.has_value());
        REQUIRE(entry.id == whole->id.text);
        REQUIRE(entry.date == whole->date);
        REQUIRE(std::ranges::equal(entry.with, whole->with, {}, {}, &core::PersonId::text));
        REQUIRE(entry.channel == whole->channel);
        REQUIRE(entry.mode == whole->mode);
        REQUIRE(entry.answered == whole->answered);
    }
    CHECK(plain > 500);
}

TEST_CASE("an escape in what is counted leaves an entry to be read as a whole") {
    store::PlainEntry entry;
    const std::string begin = "[[interaction]]\ndate = 2026-11-12\n";
    CHECK(store::read_plain_entry(begin + "note = \"a \\\"word\\\"\"\n", entry));
    CHECK_FALSE(store::read_plain_entry(begin + "with = [\"c\\u0079\"]\n", entry));
    CHECK_FALSE(store::read_plain_entry(begin + "channel = \"\\u0079\"\n", entry));
}
