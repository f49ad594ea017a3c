// strategy.toml in one pass where it is plain, as the other files are read.
#pragma once

#include "kith/core/strategy.hpp"

#include <string_view>

namespace kith::store {

/// Reads a valid text that holds nothing but plain records of the strategy (see plain_record.hpp), the tables of the
/// targets, each once, with numbers that are possible, and whole lines of comment. False for any other text: what is
/// read of it then is of no use.
[[nodiscard]] bool read_plain_strategy(std::string_view text, core::Strategy& strategy);

} // namespace kith::store
