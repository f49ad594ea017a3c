#include "../../src/store/byte_search.hpp"
#include "generated_documents.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace kith;

namespace {

/// In memory of its own, so that a look beyond its end is seen by the sanitizers.
std::vector<char> apart(std::string_view text) {
    return {text.begin(), text.end()};
}

} // namespace

TEST_CASE("what is plain in a text ends where its bytes say so, one by one") {
    test::Chance chance(20);
    for (int i = 0; i < 50000; ++i) {
        std::string text;
        for (std::size_t count = chance.below(50); count > 0; --count)
            text += chance.one_in(30)   ? static_cast<char>(chance.below(256))
                    : chance.one_in(20) ? chance.of(std::string("\t\n"))
                                        : 'a';
        const auto kept = apart(text);
        const std::size_t begin = chance.below(text.size() + 1);
        std::size_t end = begin;
        while (end < text.size() && store::is(text[end], store::in_basic)) ++end;
        CAPTURE(text);
        REQUIRE(store::end_of_basic({kept.data(), kept.size()}, begin) == end);
        const auto is_plain = [](unsigned char byte) {
            return byte == '\t' || byte == '\n' || (byte >= 0x20 && byte < 0x7f);
        };
        end = begin;
        while (end < text.size() && is_plain(static_cast<unsigned char>(text[end]))) ++end;
        REQUIRE(store::end_of_plain_ascii({kept.data(), kept.size()}, begin) == end);
    }
}

TEST_CASE("a line is as long as up to its line feed") {
    test::Chance chance(22);
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        for (std::size_t count = chance.below(80); count > 0; --count) text += chance.one_in(25) ? '\n' : 'a';
        const auto kept = apart(text);
        CAPTURE(text);
        REQUIRE(store::length_of_line({kept.data(), kept.size()}) == std::min(text.find('\n'), text.size()));
    }
}

TEST_CASE("a needle is found where a plain search finds it") {
    test::Chance chance(21);
    const std::vector<std::string> parts{"a", "b", "ab", "ana-souza", "\n", "é", "aaa"};
    int found = 0;
    for (int i = 0; i < 20000; ++i) {
        std::string text, needle;
        for (std::size_t count = chance.below(30); count > 0; --count) text += chance.of(parts);
        for (std::size_t count = chance.below(4); count > 0; --count) needle += chance.of(parts);
        const auto kept = apart(text);
        const char* const end = kept.data() + kept.size();
        const auto expected = text.find(needle);
        CAPTURE(text);
        CAPTURE(needle);
        const auto at = static_cast<std::size_t>(store::find_needle(kept.data(), end, needle) - kept.data());
        REQUIRE(at == std::min(expected, text.size()));
        REQUIRE(store::has_needle({kept.data(), kept.size()}, needle) == (expected != std::string::npos));
        found += static_cast<int>(expected != std::string::npos);
    }
    CHECK(found > 3000);
}
