// The man pages and the README against the definitions of the commands. KITH_UPDATE_MANUALS=1 writes what comes from
// the definitions into the man pages anew, and a page for a noun that has none, for review by `git diff`.
#include "kith/commands/command.hpp"
#include "kith/core/records.hpp"
#include "kith/core/text.hpp"
#include "kith/render/diff.hpp"

#include "manual.hpp"
#include "program.hpp"
#include "transcript.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace kith;
namespace fs = std::filesystem;

const fs::path project = KITH_SOURCE_DIR;

std::string read(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

fs::path page_of(const std::string& noun) {
    return project / "man" / (noun.empty() ? "kith.1" : "kith-" + noun + ".1");
}

std::string date_line() {
    const auto page = read(page_of(""));
    const auto begin = page.find(".Dd ");
    return page.substr(begin, page.find('\n', begin) - begin);
}

/// The page of a noun as its definitions have it.
std::string expected_page(const std::string& noun) {
    const auto path = page_of(noun);
    return fs::exists(path) ? test::remade(read(path), noun) : test::new_page(noun, date_line());
}

/// Examples that need a repository or files beside the journal, which the tests of git and of merging have: here it is
/// enough that they are no wrong usage.
bool needs_more(const std::string& example) {
    return example.starts_with("kith sync") || example.starts_with("kith init --git") ||
           example.starts_with("kith merge-file");
}

template<class Record> void check_keys(const std::string& page) {
    for (const auto key : core::keys_of<Record>()) {
        CAPTURE(core::kind_of<Record>());
        CAPTURE(key);
        const auto begin = page.find(fmt::format(".Ss {}\n", core::kind_of<Record>()));
        REQUIRE(begin != std::string::npos);
        const auto section = page.substr(begin, page.find("\n.S", begin + 1) - begin);
        CHECK(section.find(fmt::format("\n.It Ic {}\n", key)) != std::string::npos);
    }
}

} // namespace

TEST_CASE("the man pages say what the definitions of the commands say") {
    auto pages = test::nouns();
    pages.emplace_back();
    for (const auto& noun : pages) {
        CAPTURE(noun);
        const std::string actual = read(page_of(noun));
        const std::string expected = expected_page(noun);
        if (actual == expected) continue;
        if (std::getenv("KITH_UPDATE_MANUALS") != nullptr)
            std::ofstream(page_of(noun), std::ios::binary) << expected;
        else
            FAIL_CHECK(render::unified_diff(page_of(noun).filename().string(), &actual, expected));
    }
}

TEST_CASE("every man page is of a noun") {
    const auto nouns = test::nouns();
    for (const auto& entry : fs::directory_iterator(project / "man")) {
        const auto name = entry.path().stem().string();
        CAPTURE(name);
        const bool is_of_a_noun = name.starts_with("kith-") && std::ranges::find(nouns, name.substr(5)) != nouns.end();
        const bool is_another = name == "kith" || name == "kith-format";
        CHECK((is_of_a_noun || is_another));
    }
}

TEST_CASE("every example in the man pages works") {
    const std::string journal = read(project / "tests/manual/journal.txt");
    for (const auto& entry : fs::directory_iterator(project / "man")) {
        const auto examples = test::examples_in(read(entry.path()));
        CAPTURE(entry.path().filename().string());
        CHECK(!examples.empty());
        for (const auto& example : examples) {
            const auto said = test::replay(journal + "$ " + example + "\n").substr(journal.size());
            CAPTURE(said);
            const auto at = said.find("\n? ");
            const std::string status = at == std::string::npos ? "0" : said.substr(at + 3);
            const bool is_done = status == "0" || status == "10\n" || (needs_more(example) && status == "1\n");
            CHECK(is_done);
        }
    }
}

TEST_CASE("kith-format(5) has every key of every record") {
    const auto page = read(project / "man/kith-format.5");
    check_keys<core::Person>(page);
    check_keys<core::Interaction>(page);
    check_keys<core::Event>(page);
    check_keys<core::Followup>(page);
    check_keys<core::Goal>(page);
    check_keys<core::Audience>(page);
    check_keys<core::Platform>(page);
    check_keys<core::Topic>(page);
    check_keys<core::Channel>(page);
    check_keys<core::Post>(page);
}

TEST_CASE("the README's table has every command, in the same words") {
    const auto readme = read(project / "README.md");
    const auto begin = readme.find("\n## Commands\n");
    const auto table = readme.substr(begin, readme.find("\n## ", begin + 1) - begin);
    for (const auto& command : commands::all_commands()) {
        CAPTURE(command.path);
        CHECK(table.find(fmt::format("\n| `kith{}{}", command.path.empty() ? "" : " ", command.path)) !=
              std::string::npos);
        if (command.path.empty()) continue; // What kith alone does is said there in more words.
        CHECK(table.find(fmt::format("| {} |\n", command.summary)) != std::string::npos);
    }
}

TEST_CASE("a hidden command is nowhere to be seen, and works") {
    test::Program program;
    for (const auto& command : commands::hidden_commands()) {
        CAPTURE(command.path);
        CHECK(program.run({"--help"}).out.find(command.path) == std::string::npos);
        CHECK(program.run({"nonsense"}).err.find(command.path) == std::string::npos);
        CHECK(read(page_of("")).find(command.path) == std::string::npos);
        const auto help = program.run({std::string(command.path), "--help"});
        CHECK(help.status == 0);
    }
}
