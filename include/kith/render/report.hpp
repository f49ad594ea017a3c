// The balance report as people read it: on a terminal, as Markdown ready to paste, as a page to mail; and as a table
// for a spreadsheet.
#pragma once

#include "kith/core/people.hpp"
#include "kith/core/report.hpp"
#include "kith/render/style.hpp"

#include <string>

namespace kith::render {

/// Plain words and bars, no reproach. Figures that are not there (no target, no event) are left out; unclassified
/// entries, attempts and days without an entry are always told where there are any.
[[nodiscard]] std::string to_text(const core::Report& report, const core::People& people, core::Date today,
                                  const Layout& layout);
[[nodiscard]] std::string to_markdown(const core::Report& report, const core::People& people, core::Date today);
/// One page of HTML that needs nothing else: no script, no network, charts as SVG, light or dark as the reader has it.
[[nodiscard]] std::string to_html(const core::Report& report, const core::People& people, core::Date today);
/// One tidy table with the columns section, key, value; quoted as RFC 4180 says, lines ended by `\n`. It has every
/// figure of the JSON and those of the period before. Values are ids, dates and numbers: nothing in them is meant as a
/// formula, and nothing is put before one that looks like it.
[[nodiscard]] std::string to_csv(const core::Report& report);

/// One line, without its line break: `this week: 8 online, 3 in person (27%, target 40%)`.
[[nodiscard]] std::string balance_line(const core::Report& report);

} // namespace kith::render
