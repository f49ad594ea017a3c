// An array or an inline table, element by element: read, and changed so that what stays keeps its bytes and its
// comments.
#pragma once

#include "kith/core/fields.hpp"

#include "toml_text.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::store {

struct ListItem {
    std::vector<std::string> key;     ///< Of an inline table; empty in an array.
    Span whole;                       ///< Key to value.
    Span value;                       ///< The same as whole in an array.
    std::optional<std::size_t> comma; ///< After it.
    int line = 0;                     ///< From 0, the line of the opening bracket.
};

struct List {
    std::vector<ListItem> items;
    bool on_one_line = true;
};

/// `source` is a whole array or inline table, brackets included. Offsets are those in it.
[[nodiscard]] List read_list(std::string_view source);

/// An array of texts that holds `wanted` afterwards.
[[nodiscard]] std::string edited_array(std::string_view source, const std::vector<std::string>& wanted,
                                       std::string_view line_ending);

/// An inline table with the value of `path` set, or taken out where there is none. Tables on the way are made where
/// they are missing.
[[nodiscard]] std::string edited_inline_table(std::string_view source, std::span<const std::string> path,
                                              const std::optional<core::Value>& value, std::string_view line_ending);

/// Any value as `wanted`: lists by their elements and inline tables by their keys, whatever else replaced.
[[nodiscard]] std::string edited_value(std::string_view source, const core::Value& wanted,
                                       std::string_view line_ending);

/// The item without it and one comma; the line where it has one of its own.
[[nodiscard]] std::string without_item(std::string_view source, std::size_t index);
/// `text` as a new item after the first `index` ones, in the style of its neighbours.
[[nodiscard]] std::string with_item(std::string_view source, std::size_t index, std::string_view text,
                                    std::string_view line_ending);

} // namespace kith::store
