// Bare TOML values: numbers, dates, times, true and false.
#pragma once

#include <string_view>

namespace kith::store {

enum class Scalar {
    boolean,
    integer,
    floating,
    date,
    date_time,
    offset_date_time,
    time,
    unknown,
};

/// What a valid bare value is; for one that is not valid the answer means nothing.
[[nodiscard]] Scalar kind_of_scalar(std::string_view source);

/// Whether it is valid beyond doubt. Rare forms (underscores, exponents, offsets, fractions of a second) are never
/// certain.
[[nodiscard]] bool is_certain_scalar(std::string_view source);

/// `2026-11-22` with nothing around it, any digits.
[[nodiscard]] bool has_date_form(std::string_view source);

} // namespace kith::store
