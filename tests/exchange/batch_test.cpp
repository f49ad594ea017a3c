#include "kith/core/error.hpp"
#include "kith/exchange/batch.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kith;

TEST_CASE("a text is pulled in pieces until it is at its end") {
    const auto pull = exchange::pull_from("abcde", 2);
    CHECK(pull() == "ab");
    CHECK(pull() == "cd");
    CHECK(pull() == "e");
    CHECK(pull().empty());
    CHECK(pull().empty());
}

TEST_CASE("UTF-16 is UTF-8, wherever it is cut, and anything else is as it was") {
    using namespace std::string_literals;
    const auto all = [](const std::string& bytes, std::size_t size) {
        std::string text;
        const auto pull = exchange::as_utf8(exchange::pull_from(bytes, size));
        for (auto piece = pull(); !piece.empty(); piece = pull()) text += piece;
        return text;
    };
    for (const std::size_t size : {1U, 2U, 3U, 5U, 100U}) {
        CAPTURE(size);
        CHECK(all("\xFF\xFE\xE9\0\n\0\x3D\xD8\x80\xDE!\0"s, size) == "é\n🚀!");
        CHECK(all("\xFE\xFF\0\xE9\0\n\xD8\x3D\xDE\x80\0!"s, size) == "é\n🚀!");
        CHECK(all("n\0a\0\xE9\0\n\0\x3D\xD8\x80\xDE!\0"s, size) == "naé\n🚀!");
        CHECK(all("\0n\0a\0\xE9\0\n\xD8\x3D\xDE\x80\0!"s, size) == "naé\n🚀!");
        CHECK(all("n\0am\0"s, size) == "n\0am\0"s);
        CHECK(all("n\0a"s, size) == "n\0a"s);
        CHECK(all("\xEF\xBB\xBFname", size) == "\xEF\xBB\xBFname");
        CHECK(all("a", size) == "a");
        CHECK(all("", size).empty());
        try {
            (void)all("\xFF\xFE\n\0\n\0\x3D\xD8"s, size);
            FAIL("half a character");
        } catch (const core::Failure& failure) {
            CHECK(failure.problems().front().message == "this is not text in UTF-16");
        }
    }
}
