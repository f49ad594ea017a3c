// The balance report as people read it: on a terminal, or as Markdown ready to paste.
#pragma once

#include "kith/core/people.hpp"
#include "kith/core/report.hpp"
#include "kith/render/style.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace kith::render {

/// Plain words and bars, no reproach. Figures that are not there (no target, no event) are left out; unclassified
/// entries, attempts and days without an entry are always told where there are any.
[[nodiscard]] std::string to_text(const core::Report& report, const core::People& people, core::Date today,
                                  const Layout& layout);
[[nodiscard]] std::string to_markdown(const core::Report& report, const core::People& people, core::Date today);

/// One line, without its line break: `this week: 8 online, 3 in person (27%, target 40%)`.
[[nodiscard]] std::string balance_line(const core::Report& report);

/// `value` of `maximum` as a bar of at most `width` columns, in eighths of a block.
[[nodiscard]] std::string bar(double value, double maximum, std::size_t width);
/// One block a value, scaled to the largest.
[[nodiscard]] std::string sparkline(const std::vector<int>& values);

} // namespace kith::render
