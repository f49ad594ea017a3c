#include "record_order.hpp"

namespace kith::store {

std::optional<core::Moment> place_in_time(const core::Interaction& interaction) {
    return interaction.date;
}

std::optional<core::Moment> place_in_time(const core::Event& event) {
    return event.start;
}

std::optional<core::Moment> place_in_time(const core::Followup& followup) {
    return core::Moment{followup.created.value_or(followup.due.date), std::nullopt};
}

bool is_in_order(const std::optional<core::Moment>& earlier, const std::optional<core::Moment>& later) {
    if (!earlier || !later) return true;
    if (earlier->date != later->date || !earlier->time || !later->time) return earlier->date <= later->date;
    return *earlier->time <= *later->time;
}

} // namespace kith::store
