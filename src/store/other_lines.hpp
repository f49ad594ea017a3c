// Keys that kith does not know as lines of TOML: taken from a record or plain table, and put into one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kith::store {

using IsKnown = bool (*)(std::string_view key);

/// The lines of a record or table without its header and the known keys; ends in a line feed where there is any.
[[nodiscard]] std::string without_keys(std::string_view source, IsKnown is_known);

/// The record's or table's lines with the others, whose sub-tables begin with `kind`: in the place of those of the same
/// key, else keys before its sub-tables, and sub-tables last.
[[nodiscard]] std::string with_keys_of(std::string_view source, std::string_view kind, std::string_view others);

/// Whether the lines have all keys of the others as these do, but for the comments above each.
[[nodiscard]] bool has_keys_of(std::string_view lines, std::string_view kind, std::string_view others);

/// The lines of a plain table below its header, which are found by its path; nothing where there is no such header.
[[nodiscard]] std::optional<std::string_view> table_source(std::string_view text, std::span<const std::string> path);

/// The text with others in a plain table, which is added where there is none. A Failure where it is written without a
/// header.
[[nodiscard]] std::string with_table_keys(std::string text, std::span<const std::string> path, std::string_view others);

} // namespace kith::store
