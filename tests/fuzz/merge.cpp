// Three texts of any bytes are merged without harm: what one side alone changed is taken as it is, what is valid on all
// sides stays valid, and both sides say the same of the same conflict.
#include "kith/store/merge.hpp"

#include "kith/store/document.hpp"

#include "document_properties.hpp"
#include "fuzz.hpp"
#include "toml_reading.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <vector>

using namespace kith;
using namespace kith::test;

namespace {

store::Merged merged(const std::string& base, const std::string& ours, const std::string& theirs) {
    return store::merge({"base", base}, {"ours", ours}, {"theirs", theirs});
}

/// Of each kind the same, in whatever order.
bool has_same_records(const Reading& left, const Reading& right) {
    return std::ranges::is_permutation(left.records, right.records, [](const auto& one, const auto& other) {
        return one.first == other.first && std::ranges::is_permutation(one.second, other.second);
    });
}

/// By kind and id, those without an id left out.
std::map<std::string, std::vector<core::Fields>> named_records(const std::string& text) {
    std::map<std::string, std::vector<core::Fields>> all;
    const auto reading = read_with_toml(text);
    for (const auto& [kind, records] : reading->records)
        for (const auto& record : records)
            for (const auto& field : record)
                if (const auto* id = std::get_if<std::string>(&field.value); field.key == "id" && id != nullptr)
                    all[kind + " " + *id].push_back(sorted(record));
    return all;
}

bool has(const core::Fields& record, const std::string& key) {
    return std::ranges::find(record, key, &core::Field::key) != record.end();
}

/// Of these keys the rules choose one side's for several together.
bool is_decided(const std::string& key) {
    constexpr std::array decided{"done", "dropped", "closed_by", "created", "origin", "published"};
    return std::ranges::find(decided, key) != decided.end();
}

/// What `ours` alone has of records and keys is in the merged text.
void require_kept(const std::string& base, const std::string& ours, const std::string& theirs,
                  const std::string& merged) {
    auto before = named_records(base);
    auto other = named_records(theirs);
    auto after = named_records(merged);
    for (const auto& [name, records] : named_records(ours)) {
        if (records.size() > 1 || before[name].size() > 1 || other[name].size() > 1) continue;
        const bool is_added = before[name].empty();
        if (!is_added && other[name].empty()) continue;
        require(after[name].size() == 1, "no record is lost", name);
        if (is_added && other[name].empty())
            require(after[name] == records, "what one side added is as it was", name);
        else
            for (const auto& field : records.front())
                if (!has(other[name].front(), field.key) && (is_added || !has(before[name].front(), field.key)) &&
                    !is_decided(field.key))
                    require(has(after[name].front(), field.key), "no key is lost", name + " " + field.key);
    }
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
    require(has_same_records(*reading, *other), "with the sides swapped the records are the same", result.text);
    require_kept(base, ours, theirs, result.text);
    require_kept(base, theirs, ours, result.text);
    return 0;
}
