// Three texts of any bytes are merged without harm: what one side alone changed is taken as it is, what is valid on all
// sides stays valid, and both sides say the same of the same conflict.
#include "kith/store/merge.hpp"

#include "kith/store/document.hpp"

#include "document_properties.hpp"
#include "fuzz.hpp"
#include "toml_reading.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

using namespace kith;
using namespace kith::test;

namespace {

store::Merged merged(const std::string& base, const std::string& ours, const std::string& theirs) {
    return store::merge({"base", base}, {"ours", ours}, {"theirs", theirs});
}

/// The records of a kind in an order that the text's own has no part in.
std::map<std::string, std::vector<std::string>> records_of(const Reading& reading) {
    std::map<std::string, std::vector<std::string>> all;
    for (const auto& [kind, records] : reading.records) {
        for (const auto& record : records) all[kind].push_back(store::to_toml(kind, sorted(record)));
        std::ranges::sort(all[kind]);
    }
    return all;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto parts = parts_of(text_of(data, size));
    parts.resize(3);
    const auto& [base, ours, theirs] = std::tie(parts[0], parts[1], parts[2]);
    require(merged(base, ours, base).text == ours, "what only our side changed is taken");
    require(merged(ours, ours, ours).text == ours, "what nobody changed stays");
    const auto result = merged(base, ours, theirs);
    const auto swapped = merged(base, theirs, ours);
    require(result.conflicts.empty() == swapped.conflicts.empty(), "both sides tell a conflict, or neither");
    (void)store::sides_of_conflicts(result.text);
    (void)store::sides_of_conflicts(ours);
    if (!result.conflicts.empty() || !is_accepted(base) || !is_accepted(ours) || !is_accepted(theirs)) return 0;
    const auto reading = read_with_toml(result.text);
    const auto other = read_with_toml(swapped.text);
    require(reading && other, "a merge without conflicts of what is valid is valid", result.text);
    require(records_of(*reading) == records_of(*other), "with the sides swapped the records are the same", result.text);
    return 0;
}
