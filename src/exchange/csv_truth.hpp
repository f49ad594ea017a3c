// What cells say with a word for yes or no, as people and spreadsheets of several languages write it.
#pragma once

#include "kith/core/records.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

/// True of `yes`, `Wahr`, `sí`, `x` or `1`, false of `no`, `Falsch`, `não` or `0`, in large or small letters; nothing
/// for any other text.
[[nodiscard]] std::optional<bool> truth_of_words(std::string_view text);

/// Where `done` or `dropped` of a follow-up only says whether it is (`yes`, `open`, `closed`): without it where it is
/// not, and on the day that it was due where it is, which is told, as in `day of done 'yes': that on which it was due
/// is taken for it`. Where that day is still to come it is left out and told.
[[nodiscard]] std::vector<std::string> with_days_of_truths(core::Fields& fields, core::Date today);

/// Where the status of an event only says whether it was attended: `attended` or `skipped`, and none where that is
/// still to come, which is told of a yes.
[[nodiscard]] std::vector<std::string> with_status_of_truth(core::Fields& fields, core::Date today);

} // namespace kith::exchange
