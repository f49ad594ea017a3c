// TOML values to core values; the text is known to be valid.
#pragma once

#include "kith/core/fields.hpp"

#include <string>
#include <string_view>

namespace kith::store {

inline constexpr std::string_view mixed_list = "a list with other things than texts";
inline constexpr std::string_view mixed_table = "a table with other things than texts";

/// The text that a basic string's bytes (without the quotes) mean.
[[nodiscard]] std::string decode_basic(std::string_view inner, bool multi_line);
/// Any of the four kinds of string, with its quotes.
[[nodiscard]] std::string decode_string(std::string_view source);
[[nodiscard]] bool is_string(std::string_view source);

[[nodiscard]] core::Value decode_value(std::string_view source);

/// A key, bare where that is possible.
[[nodiscard]] std::string key_to_toml(std::string_view key);
[[nodiscard]] std::string text_to_toml(std::string_view text);

} // namespace kith::store
