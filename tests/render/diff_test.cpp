#include "kith/render/diff.hpp"

#include <doctest/doctest.h>

#include <charconv>
#include <random>
#include <sstream>
#include <vector>

namespace kith::render {
namespace {

std::string diff(const std::string& before, std::string_view after) {
    return unified_diff("log/2026-11.toml", &before, after);
}

const std::string head = "--- a/log/2026-11.toml\n+++ b/log/2026-11.toml\n";

/// One line a letter.
std::string lines(std::string_view letters) {
    std::string text;
    for (const char letter : letters) (text += letter) += '\n';
    return text;
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> result;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) result.push_back(line);
    return result;
}

struct Hunk {
    std::size_t old_start = 0, old_length = 1, new_start = 0, new_length = 1;
};

/// Reads `@@ -1,2 +3 @@`.
Hunk read_hunk(const std::string& line) {
    Hunk hunk;
    const char* const end = line.data() + line.size();
    auto read = [end](const char* at, std::size_t& start, std::size_t& length) {
        at = std::from_chars(at + 1, end, start).ptr;
        return *at == ',' ? std::from_chars(at + 1, end, length).ptr : at;
    };
    const auto* at = read(line.data() + 3, hunk.old_start, hunk.old_length);
    read(at + 1, hunk.new_start, hunk.new_length);
    return hunk;
}

/// What a strict `patch` makes of the text: every place and length must hold. For texts that end in line breaks.
std::string patched(const std::string& before, const std::string& difference) {
    const auto old_lines = split(before);
    const auto changes = split(difference);
    std::vector<std::string> result;
    std::size_t read = 0, at = 2;
    while (at < changes.size()) {
        const Hunk hunk = read_hunk(changes.at(at++));
        const auto start = hunk.old_length == 0 ? hunk.old_start : hunk.old_start - 1;
        while (read < start) result.push_back(old_lines.at(read++));
        REQUIRE(result.size() == (hunk.new_length == 0 ? hunk.new_start : hunk.new_start - 1));
        const auto old_end = read + hunk.old_length, new_end = result.size() + hunk.new_length;
        while (read < old_end || result.size() < new_end) {
            const auto& change = changes.at(at++);
            if (change.front() != '+') REQUIRE(old_lines.at(read++) == change.substr(1));
            if (change.front() != '-') result.push_back(change.substr(1));
        }
        REQUIRE(read == old_end);
        REQUIRE(result.size() == new_end);
    }
    while (read < old_lines.size()) result.push_back(old_lines.at(read++));
    std::string text;
    for (const auto& line : result) text += line + '\n';
    return text;
}

TEST_CASE("nothing differs: nothing is said") {
    CHECK(diff("a\n", "a\n").empty());
    CHECK(diff("", "").empty());
}

TEST_CASE("a changed line stands between three lines of context") {
    CHECK(diff(lines("abcdefghij"), lines("abcdXfghij")) == head + "@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+X\n f\n g\n h\n");
}

TEST_CASE("a difference at the file's ends has what context there is") {
    CHECK(diff(lines("abcdef"), lines("Xbcdef")) == head + "@@ -1,4 +1,4 @@\n-a\n+X\n b\n c\n d\n");
    CHECK(diff(lines("abcdef"), lines("abcdeX")) == head + "@@ -3,4 +3,4 @@\n c\n d\n e\n-f\n+X\n");
    CHECK(diff("a\n", "b\n") == head + "@@ -1 +1 @@\n-a\n+b\n");
}

TEST_CASE("lines that begin or end alike differ as a whole") {
    CHECK(diff("ab", "Xb").find("-ab\n") != std::string::npos);
    CHECK(diff("x\nab\nz\n", "x\naX\nz\n") == head + "@@ -1,3 +1,3 @@\n x\n-ab\n+aX\n z\n");
    CHECK(diff("x\nab\nz\n", "x\nb\nz\n") == head + "@@ -1,3 +1,3 @@\n x\n-ab\n+b\n z\n");
    CHECK(diff("x\nab\n", "x\nab\nab\n") == head + "@@ -1,2 +1,3 @@\n x\n ab\n+ab\n");
}

TEST_CASE("added and removed lines") {
    CHECK(diff(lines("abcdef"), lines("abcdefXY")) == head + "@@ -4,3 +4,5 @@\n d\n e\n f\n+X\n+Y\n");
    CHECK(diff(lines("abcdef"), lines("def")) == head + "@@ -1,6 +1,3 @@\n-a\n-b\n-c\n d\n e\n f\n");
    CHECK(diff("a\n", "") == head + "@@ -1 +0,0 @@\n-a\n");
    CHECK(diff("", "a\nb\n") == head + "@@ -0,0 +1,2 @@\n+a\n+b\n");
}

TEST_CASE("removals stand before additions") {
    CHECK(diff(lines("abc"), lines("aXYc")) == head + "@@ -1,3 +1,4 @@\n a\n-b\n+X\n+Y\n c\n");
    CHECK(diff(lines("abcz"), lines("XYZz")) == head + "@@ -1,4 +1,4 @@\n-a\n-b\n-c\n+X\n+Y\n+Z\n z\n");
}

TEST_CASE("changes six lines apart share a hunk, seven apart do not") {
    CHECK(diff(lines("a123456b"), lines("X123456Y")) ==
          head + "@@ -1,8 +1,8 @@\n-a\n+X\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+Y\n");
    CHECK(diff(lines("a1234567b"), lines("X1234567Y")) ==
          head + "@@ -1,4 +1,4 @@\n-a\n+X\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+Y\n");
}

TEST_CASE("a file that is not there yet comes from /dev/null") {
    CHECK(unified_diff("people.toml", nullptr, "a\nb\n") ==
          "--- /dev/null\n+++ b/people.toml\n@@ -0,0 +1,2 @@\n+a\n+b\n");
    CHECK(unified_diff("people.toml", nullptr, "") == "--- /dev/null\n+++ b/people.toml\n");
}

TEST_CASE("a missing line break at the end is told") {
    const std::string note = "\\ No newline at end of file\n";
    CHECK(diff("a", "b") == head + "@@ -1 +1 @@\n-a\n" + note + "+b\n" + note);
    CHECK(diff("a", "a\n") == head + "@@ -1 +1 @@\n-a\n" + note + "+a\n");
    CHECK(diff("a\nb", "X\nb") == head + "@@ -1,2 +1,2 @@\n-a\n+X\n b\n" + note);
    CHECK(diff("a\nb", "a\nb\nc") == head + "@@ -1,2 +1,3 @@\n a\n-b\n" + note + "+b\n+c\n" + note);
}

TEST_CASE("lines are safe to print; their ends and tabs stay") {
    CHECK(diff("a\r\n", "\x1b[2J\tb\r\n") == head + "@@ -1 +1 @@\n-a\r\n+\\x1b[2J\tb\r\n");
    CHECK(diff("a\rb\n", "a\n") == head + "@@ -1 +1 @@\n-a\\rb\n+a\n");
    CHECK(unified_diff("a\nb", nullptr, "x\n").starts_with("--- /dev/null\n+++ b/a\\nb\n"));
}

TEST_CASE("a record put between others reads as one block") {
    const std::string first = "[[interaction]]\nid = \"a\"\n\n", second = "[[interaction]]\nid = \"b\"\n";
    CHECK(diff(first + second, first + "[[interaction]]\nid = \"x\"\n\n" + second) ==
          head + "@@ -1,5 +1,8 @@\n [[interaction]]\n id = \"a\"\n \n+[[interaction]]\n+id = \"x\"\n+\n"
                 " [[interaction]]\n id = \"b\"\n");
    CHECK(diff(first + second, second) ==
          head + "@@ -1,5 +1,2 @@\n-[[interaction]]\n-id = \"a\"\n-\n [[interaction]]\n id = \"b\"\n");
}

TEST_CASE("property: the difference makes the one text into the other") {
    std::mt19937 random(20261122);
    const auto text = [&random](std::size_t most, std::string_view letters) {
        std::string result;
        for (auto count = random() % (most + 1); count > 0; --count) result += letters[random() % letters.size()];
        return lines(result);
    };
    for (int round = 0; round < 1500; ++round) {
        const auto letters = round % 2 == 0 ? "ab " : "abcdefgh ";
        const auto before = text(40, letters);
        auto after = round % 3 == 0 ? text(40, letters) : before;
        for (auto edits = random() % 4; edits > 0 && !after.empty(); --edits)
            after.insert(random() % (after.size() / 2) * 2, text(5, letters));
        CAPTURE(before);
        CAPTURE(after);
        REQUIRE(patched(before, diff(before, after)) == after);
    }
}

TEST_CASE("property: so it does where the texts are long and have little in common") {
    std::mt19937 random(20261123);
    std::string before, after;
    for (int line = 0; line < 4000; ++line) before += std::to_string(random() % 3000) + '\n';
    for (int line = 0; line < 2000; ++line) after += std::to_string(random() % 3000) + '\n';
    CHECK(patched(before, diff(before, after)) == after);
    CHECK(patched(after, diff(after, before)) == before);
}

TEST_CASE("a file that goes has nothing after it") {
    const std::string before = "a\nb\n";
    CHECK(unified_diff("people.toml", &before, std::nullopt) ==
          "--- a/people.toml\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-a\n-b\n");
    CHECK(unified_diff("people.toml", nullptr, std::nullopt).empty());
}

TEST_CASE("one changed line of a long file is named by its number") {
    std::string before;
    for (int line = 1; line <= 100000; ++line) before += "note = \"line " + std::to_string(line) + "\"\n";
    auto after = before;
    const std::string changed = "line 70000\"";
    after.replace(after.find(changed), changed.size(), "other\"");
    const auto difference = diff(before, after);
    CHECK(difference.starts_with(head + "@@ -69997,7 +69997,7 @@\n note = \"line 69997\"\n"));
    CHECK(split(difference).size() == 11);
}

} // namespace
} // namespace kith::render
