// The figures of several events, for a report on years of them.
#pragma once

#include "kith/core/report.hpp"

#include <span>

namespace kith::core {

/// As event_figures of each, in their order; goes over the interactions and follow-ups once.
[[nodiscard]] std::vector<Report::EventFigures> figures_of_events(std::span<const Event* const> events,
                                                                  const std::vector<Interaction>& interactions,
                                                                  const std::vector<Followup>& followups,
                                                                  const People& people, Date today);

} // namespace kith::core
