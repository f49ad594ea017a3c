// What the second reader cannot tell is left to be read again where it can be told.
#include "kith/store/second_reader.hpp"

#include "memory_files.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

using namespace kith;

namespace {

const std::string name = "/kith/followups/2026.toml";
const std::string followup = "[[followup]]\nid = \"aaaaaaaa\"\ndue = 2026-11-12\n";

std::optional<std::vector<core::Followup>> read_beside(const std::string& text, bool is_link = false) {
    test::MemoryFiles files;
    files.files[name] = text;
    if (is_link) files.links[name] = "/elsewhere/2026.toml";
    std::optional<std::vector<core::Followup>> read;
    store::SecondReader second(files, "/kith", system::make_worker());
    second.give([&read](store::JournalStore& journal) { read = journal.followups(); });
    second.wait();
    return read;
}

} // namespace

TEST_CASE("what is read beside is there after the wait") {
    const auto read = read_beside(followup);
    REQUIRE(read.has_value());
    CHECK(read->size() == 1);
}

TEST_CASE("a file that does not parse gives no answer beside") {
    CHECK_FALSE(read_beside("[[followup\n").has_value());
}

TEST_CASE("a link that leads out is not followed beside") {
    CHECK_FALSE(read_beside(followup, true).has_value());
}
