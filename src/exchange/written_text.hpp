// Texts of the journal on their way into the files of other programs.
#pragma once

#include "kith/core/fields.hpp"

#include <string>
#include <string_view>

namespace kith::exchange {

/// The text with every kind of line break as `\n`, and without the controls (C0 but for tabs, DEL, C1) that no format
/// of another program has a place for and a terminal might obey.
[[nodiscard]] std::string without_controls(std::string_view text);
/// The same of all texts in a value.
[[nodiscard]] core::Value value_without_controls(core::Value value);

} // namespace kith::exchange
