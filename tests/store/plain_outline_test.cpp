// The outline that is made of plain records, which are read the short way.
#include "../../src/store/plain_record.hpp"
#include "generated_records.hpp"

#include <doctest/doctest.h>
#include <toml++/toml.h>

#include <string>
#include <tuple>
#include <vector>

using namespace kith;
using namespace kith::test;

namespace {

using Spans = std::vector<std::tuple<std::string, std::size_t, std::size_t, std::size_t, int>>;

Spans spans_of(const store::Outline& outline) {
    Spans spans;
    for (const auto& each : outline.records)
        spans.emplace_back(each.kind, each.lead_begin, each.begin, each.end, each.line);
    return spans;
}

/// Several records, blank lines between them.
template<class Record> std::string plain_file(Chance& chance) {
    std::string text;
    for (std::size_t count = chance.below(4) + 1; count > 0; --count)
        text += plain_record<Record>(chance) + std::string(chance.below(3), '\n');
    if (chance.one_in(3)) text.insert(chance.below(text.size()), chance.of(odd_bytes));
    if (chance.one_in(4)) text.pop_back();
    return text;
}

/// How many of some texts were plain.
template<class Record> int compare_outlines(std::uint64_t seed) {
    Chance chance(seed);
    int plain = 0;
    for (int i = 0; i < 5000; ++i) {
        const auto text = chance.one_in(3) ? generated_file<Record>(chance) : plain_file<Record>(chance);
        const auto found = store::outline_of_plain(text);
        if (!found) continue;
        CAPTURE(text);
        const auto wanted = store::outline(text);
        REQUIRE(found->is_ordinary());
        if (!wanted.certain) REQUIRE_NOTHROW((void)toml::parse(text)); // As with `t` before a time.
        REQUIRE(wanted.parts.empty());
        REQUIRE(spans_of(*found) == spans_of(wanted));
        ++plain;
    }
    return plain;
}

} // namespace

TEST_CASE("the outline of plain records is that of any text") {
    CHECK(compare_outlines<core::Interaction>(21) > 100);
    CHECK(compare_outlines<core::Followup>(22) > 100);
    CHECK(compare_outlines<core::Event>(23) > 100);
}
