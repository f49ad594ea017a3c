// What there is to know of tables, by what they hold.
#pragma once

#include "csv_names.hpp"

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace kith::exchange {

enum class TableOf { people, entries, events, followups };

/// What a table cannot do without: one of these keys.
struct Need {
    std::vector<std::string_view> keys;
    std::string_view in_words;
};

/// Tables of one kind of record.
struct Kind {
    TableOf what;
    std::string_view record; ///< In words.
    std::string_view table;
    std::vector<std::string_view> keys;
    std::span<const ColumnName> names;
    std::vector<Need> needs;
    std::vector<std::string_view> lists; ///< Keys that take the values of several columns.
    std::string_view whom;               ///< The key that names people.
};

/// People first.
[[nodiscard]] const std::array<Kind, 4>& kinds();

} // namespace kith::exchange
