#include "kith/core/unique_prefixes.hpp"

#include <doctest/doctest.h>

namespace kith::core {
namespace {

/// What is enough of an id among others.
std::string enough(const std::string& id, std::vector<std::string> others) {
    others.push_back(id);
    return id.substr(0, UniquePrefixes(std::move(others)).length_of(id));
}

TEST_CASE("the shortest prefix that no other id has") {
    struct Case {
        std::string id;
        std::vector<std::string> others;
        std::string prefix;
    };
    const std::vector<Case> cases{
        {"k7f2q9xa", {}, "k"},
        {"k7f2q9xa", {"m3qd8w1z"}, "k"},
        {"k7f2q9xa", {"k8f2q9xa"}, "k7"},
        {"k7f2q9xa", {"k7f2q9xb"}, "k7f2q9xa"},
        {"k7f2q9xa", {"k6000000", "k7f00000", "k7g00000"}, "k7f2"},
        {"k7f2q9xa", {"k7f2q9xa"}, "k"},                        // A copy of the record is no other id.
        {"k7f2q9xa", {"k7"}, "k7f"},                            // An id as short as that is found by itself.
        {"k7", {"k7f2q9xa"}, "k7"},                             // Exactly it wins.
        {"K7f2q9xa", {"m3qd8w1z"}, "K7f2q9xa"},                 // What is typed is folded, and then begins no such id.
        {"k7F2q9xa", {"m3qd8w1z"}, "k"},                        // Up to there it is found.
        {"\u00f6sterreich", {"\u00fcbung"}, "\u00f6sterreich"}, // So is this one.
        {"\u674e\u6ce2", {"\u674e\u660e"}, "\u674e\u6ce2"},     // Whole characters.
    };
    for (const auto& [id, others, prefix] : cases) {
        CAPTURE(id);
        CHECK(enough(id, others) == prefix);
    }
}

TEST_CASE("nothing is said of an id that is not among them, nor of an empty one") {
    CHECK(UniquePrefixes().length_of("k7f2q9xa") == 0);
    CHECK(UniquePrefixes({"k7f2q9xa"}).length_of("k7f2") == 0);
    CHECK(UniquePrefixes({"", "k7f2q9xa"}).length_of("") == 0);
}

} // namespace
} // namespace kith::core
