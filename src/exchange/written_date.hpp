// Days as files write them.
#pragma once

#include "kith/core/date.hpp"

#include <optional>
#include <string_view>

namespace kith::exchange {

/// The day of `15 Nov 2023`, `Nov 15, 2023` (months in English, cut short or not) or `2023-11-15`; nothing for any
/// other text.
[[nodiscard]] std::optional<core::Date> date_of_words(std::string_view text);

/// Why date_of_words() is nothing: `there is no such day` of `31 Feb 2024`.
[[nodiscard]] std::string_view reason_of_no_date(std::string_view text);

} // namespace kith::exchange
