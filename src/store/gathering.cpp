#include "gathering.hpp"

#include <span>

namespace kith::store {
namespace {

core::Date day_of_interaction(const core::Interaction& interaction) {
    return interaction.date.date;
}

/// Those of a day that have a time, by it, in the places that they have among the others.
void put_times_in_order(std::span<core::Interaction> day) {
    std::vector<core::Interaction*> timed;
    for (auto& interaction : day)
        if (interaction.date.time) timed.push_back(&interaction);
    const auto moment = [](const core::Interaction* interaction) { return interaction->date; };
    if (std::ranges::is_sorted(timed, {}, moment)) return;
    std::vector<core::Interaction> sorted;
    for (const auto* interaction : timed) sorted.push_back(*interaction);
    std::ranges::stable_sort(sorted, {}, &core::Interaction::date);
    for (std::size_t i = 0; i < timed.size(); ++i) *timed[i] = std::move(sorted[i]);
}

} // namespace

void put_in_order(std::vector<core::Interaction>& interactions) {
    put_in_order(interactions, day_of_interaction);
    for (auto begin = interactions.begin(); begin != interactions.end();) {
        const auto day = begin->date.date;
        const auto end =
            std::find_if(begin, interactions.end(), [day](const auto& each) { return each.date.date != day; });
        put_times_in_order({begin, end});
        begin = end;
    }
}

} // namespace kith::store
