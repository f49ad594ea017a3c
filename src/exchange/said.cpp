#include "said.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace kith::exchange {
namespace {

/// Moves what only the second table has into the first as well; returns that.
core::TextTable added(core::TextTable& first, const core::TextTable& second) {
    core::TextTable fresh;
    for (const auto& entry : second)
        if (std::ranges::find(first, entry.first, &core::TextTable::value_type::first) == first.end())
            fresh.push_back(entry);
    first.insert(first.end(), fresh.begin(), fresh.end());
    return fresh;
}

} // namespace

core::Fields unsaid_by(core::Fields& said, core::Fields now) {
    core::Fields unsaid;
    for (auto& field : now) {
        const auto known = std::ranges::find(said, field.key, &core::Field::key);
        auto* table = std::get_if<core::TextTable>(&field.value);
        auto* known_table = known == said.end() ? nullptr : std::get_if<core::TextTable>(&known->value);
        if (field.key == "handles" && table != nullptr && known_table != nullptr)
            field.value = added(*known_table, *table);
        else if (known != said.end())
            continue;
        else
            said.push_back(field);
        unsaid.push_back(std::move(field));
    }
    return unsaid;
}

} // namespace kith::exchange
