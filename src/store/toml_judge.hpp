// toml++ as the judge: what is valid TOML, and whether an edited text says exactly what it was meant to.
#pragma once

#include "kith/core/error.hpp"
#include "kith/core/fields.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::store {

/// What is wrong with the text of the file `name`, and where; nothing where it is valid.
[[nodiscard]] std::optional<core::Problem> find_problem(const std::string& name, std::string_view text);

/// A table, or one of an array of tables.
struct TableAddress {
    std::vector<std::string> path;
    std::optional<std::size_t> element;
};

/// Whether `after` says what `before` does but for these keys of the table, and of these what the changes say.
[[nodiscard]] bool says_with_changes(std::string_view before, std::string_view after, const TableAddress& table,
                                     std::span<const core::Change> changes);

/// Whether `after` has the element of the array of tables more than `before`.
[[nodiscard]] bool says_with_record(std::string_view before, std::string_view after, const TableAddress& record);

/// Whether the element holds these fields and no other.
[[nodiscard]] bool holds_record(std::string_view text, const TableAddress& record, const core::Fields& fields);

} // namespace kith::store
