// The hour of what is moved to another day.
#pragma once

#include "kith/core/date.hpp"

namespace kith::commands {

/// Where `before` moves to: a day said without a time is that day at the hour of `before`.
[[nodiscard]] inline core::Moment at_its_hour(const core::Moment& said, const core::Moment& before) {
    return {said.date, said.time ? said.time : before.time};
}

} // namespace kith::commands
