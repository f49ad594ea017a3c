// The order in which records stand in their files.
#pragma once

#include "kith/core/journal.hpp"

#include <optional>

namespace kith::store {

/// Where in its file a record stands in time; nothing for kinds that stand in the order they were added in.
[[nodiscard]] std::optional<core::Moment> place_in_time(const core::Interaction& interaction);
[[nodiscard]] std::optional<core::Moment> place_in_time(const core::Event& event);
[[nodiscard]] std::optional<core::Moment> place_in_time(const core::Followup& followup);
template<class Record> [[nodiscard]] std::optional<core::Moment> place_in_time(const Record&) {
    return std::nullopt;
}

/// Whether a record at `earlier` may stand before one at `later`; within a day only times that both have count.
[[nodiscard]] bool is_in_order(const std::optional<core::Moment>& earlier, const std::optional<core::Moment>& later);

} // namespace kith::store
