// How often one is usually in touch with somebody, seen from the days of contact.
#pragma once

#include "kith/core/date.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kith::core {

struct Rhythm {
    int usual_days = 0; ///< The median of the gaps between the days of contact, rounded half up.
    Date last{};        ///< The latest of the days.
};

/// What is older than this says nothing of how often one is in touch now.
inline constexpr Period rhythm_memory{3, Unit::year};

/// The rhythm of these days, in any order; a day counts once. Nothing for fewer than three days, or where they lie
/// within less than four weeks: a conference is no rhythm.
[[nodiscard]] std::optional<Rhythm> rhythm_of(std::vector<Date> days);

/// `every 3 weeks`, `every day`: the usual gap in the nearest unit of which there is not much more than one.
[[nodiscard]] std::string to_words(const Rhythm& rhythm);

} // namespace kith::core
