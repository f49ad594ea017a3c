// The balance report of a period, from the journal.
#pragma once

#include "kith/core/report.hpp"

#include "session.hpp"

namespace kith::commands {

/// Opens the months of the period's trend, those after an event of the period whose people are to be followed up, and
/// for cadences older ones, newest first, until everyone with a cadence has been seen.
[[nodiscard]] core::Report make_report_for(const core::ReportPeriod& period, Session& session);

/// A usage Failure where --as says one form and --json or --format another.
void refuse_two_forms(const std::optional<std::string>& as, const Session& session);

} // namespace kith::commands
