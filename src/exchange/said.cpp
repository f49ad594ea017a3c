#include "said.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace kith::exchange {
namespace {

/// The first table, and what only the second has.
core::TextTable together(core::TextTable first, const core::TextTable& second) {
    for (const auto& entry : second)
        if (std::ranges::find(first, entry.first, &core::TextTable::value_type::first) == first.end())
            first.push_back(entry);
    return first;
}

} // namespace

core::Fields unsaid_by(core::Fields& said, core::Fields now) {
    core::Fields unsaid;
    for (auto& field : now) {
        const auto known = std::ranges::find(said, field.key, &core::Field::key);
        auto* table = std::get_if<core::TextTable>(&field.value);
        const auto* known_table = known == said.end() ? nullptr : std::get_if<core::TextTable>(&known->value);
        if (field.key == "handles" && table != nullptr && known_table != nullptr)
            field.value = known->value = together(*known_table, *table);
        else if (known != said.end())
            continue;
        else
            said.push_back(field);
        unsaid.push_back(std::move(field));
    }
    return unsaid;
}

} // namespace kith::exchange
