// config.toml: settings that travel with the data.
#pragma once

#include "kith/core/date.hpp"

#include <optional>

namespace kith::core {

struct Config {
    WeekStart week_start = WeekStart::monday;
    bool auto_commit = false;
    /// How long after an event's end `event met` sets its follow-ups; nothing where `follow_up = "none"`.
    std::optional<Period> event_follow_up = Period{2, Unit::day};
};

} // namespace kith::core
