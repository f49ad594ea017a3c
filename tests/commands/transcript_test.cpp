// Every file in tests/transcripts goes as it is written there. To take over what the program says now, for review by
// `git diff`, set KITH_UPDATE_TRANSCRIPTS=1, or to the name of one of them without its `.txt`.
#include "kith/render/diff.hpp"

#include "transcript.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

using kith::test::replay;

std::string read(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

std::vector<std::filesystem::path> transcripts() {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(KITH_SOURCE_DIR "/tests/transcripts"))
        if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    std::ranges::sort(paths);
    return paths;
}

TEST_CASE("the program says what the transcripts say") {
    const char* update = std::getenv("KITH_UPDATE_TRANSCRIPTS");
    REQUIRE(!transcripts().empty());
    for (const auto& path : transcripts()) {
        CAPTURE(path.filename().string());
        const bool is_updating = update != nullptr && (std::string(update) == "1" || path.stem() == update);
        const std::string expected = read(path);
        const std::string actual = replay(expected);
        if (is_updating && actual != expected) std::ofstream(path, std::ios::binary) << actual;
        const std::string difference = kith::render::unified_diff(path.filename().string(), &expected, actual);
        if (!is_updating && actual != expected) FAIL_CHECK(difference);
    }
}

TEST_CASE("a transcript is written anew with what really happens") {
    const std::string wrong = "# A remark.\n"
                              "@today 2026-11-20\n"
                              "$ kith strategy goal add 'Give a \"talk\"' --by \"in 2 w\\\"eeks\"\n"
                              "nonsense\n"
                              "? 7\n"
                              "\n"
                              "$ kith strategy goal add 'Give a \"talk\"' -q\n"
                              "\n"
                              "@expect strategy.toml\n"
                              "nothing\n"
                              "\n"
                              "@expect people.toml\n";
    const std::string right = replay(wrong);
    CHECK(right.find("nonsense") == std::string::npos);
    CHECK(right.find("\n? 2\n\n$ kith") != std::string::npos);
    CHECK(right.find("-q\ngive-a-talk\n\n@expect strategy.toml\n[[goal]]\n") != std::string::npos);
    CHECK(right.find("text = \"Give a \\\"talk\\\"\"\n\n@expect people.toml\n(no such file)\n") != std::string::npos);
    CHECK(replay(right) == right);
}

TEST_CASE("a transcript that cannot be understood says where") {
    CHECK_THROWS_WITH(replay("# top\n$ rm -rf /\n"), "line 2: only kith can be run: rm -rf /");
    CHECK_THROWS_WITH(replay("@later 2026\n"), "line 1: there is no such directive: @later 2026");
    CHECK_THROWS_WITH(replay("hello\n"), "line 1: output without a command before it: hello");
    CHECK_THROWS_WITH(replay("$ kith log \"x\n"), "a quote is not closed: kith log \"x");
}

} // namespace
