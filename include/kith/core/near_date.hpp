// Words before a colon that are meant as a day, but that no date is read from: `yesterday evening: Coffee with Ana`.
#pragma once

#include "kith/core/phrase.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kith::core {

struct NearDate {
    std::string_view said; ///< `yesterday evening`: a part of the text.
    std::string day;       ///< The day in words that can be read: `yesterday`; empty where there is no telling.
};

/// The words before the first colon and blank, where these are plainly a day that is not today: a date with a part of
/// the day or an hour behind it, `on friday`, `last night`, `two days ago`, `yesterday with Ana` and the like. Nothing
/// where leading_date reads them, and for whatever else may be a sentence (`Monday meeting: ...`, `May: we talked`).
[[nodiscard]] std::optional<NearDate> near_date(std::string_view text, const PhraseContext& context);

} // namespace kith::core
