// Records as a table (RFC 4180), for a spreadsheet.
#pragma once

#include "kith/core/fields.hpp"

#include <span>
#include <string>
#include <string_view>

namespace kith::exchange {

// Lines are ended by `\n`, and their columns are `keys`.

[[nodiscard]] std::string csv_header(std::span<const std::string_view> keys);
/// An absent key is an empty value. Lists are parted by `; `, and so are the entries of a table, each `key:text`. Texts
/// keep their line breaks, within quotes. Before one that a spreadsheet would take for a formula stands an apostrophe
/// (a period such as `+2w` is none), since a name may come from a stranger.
[[nodiscard]] std::string csv_row(const core::Fields& record, std::span<const std::string_view> keys);

} // namespace kith::exchange
