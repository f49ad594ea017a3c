#include "html_style.hpp"

namespace kith::render {

std::string_view style_sheet() {
    return R"(
:root { color-scheme: light dark; --ground: #ffffff; --text: #1f2328; --quiet: #59636e; --line: #d1d9e0;
  --track: #e6e9ed; --online: #0072b2; --in-person: #d55e00;
  --s0: #ebedf0; --s1: #bcd7ee; --s2: #6baed6; --s3: #2171b5; --s4: #08306b; }
@media (prefers-color-scheme: dark) { :root { --ground: #14171c; --text: #e6e9ed; --quiet: #9aa4af; --line: #3a414a;
  --track: #262c34; --online: #56b4e9; --in-person: #e69f00;
  --s0: #22272e; --s1: #1c4468; --s2: #2f78b7; --s3: #6baed6; --s4: #d3e7f7; } }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 42rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; line-height: 1.2; margin: .5rem 0 0; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 .25rem; padding-top: .75rem; border-top: 1px solid var(--line); }
p, ul { margin: .5rem 0; }
ul { padding-left: 1.2rem; }
.quiet { color: var(--quiet); margin-top: .25rem; }
table { border-collapse: collapse; margin: .75rem 0; }
th, td { padding: .25rem 0 .25rem .75rem; text-align: right; border-bottom: 1px solid var(--line); vertical-align: top; }
th, td { white-space: nowrap; }
th { font-weight: normal; color: var(--quiet); }
thead th { font-size: .85rem; vertical-align: bottom; }
th:first-child, td:first-child { padding-left: 0; }
th[scope=row] { text-align: left; color: inherit; white-space: normal; overflow-wrap: anywhere; }
th:first-child { text-align: left; }
td { font-variant-numeric: tabular-nums; }
figure { margin: .75rem 0; }
svg { display: block; max-width: 100%; height: auto; }
svg text { fill: currentColor; unicode-bidi: isolate; }
.online { fill: var(--online); }
.in-person { fill: var(--in-person); }
.planned { fill: currentColor; }
.track { fill: var(--track); }
.line { fill: var(--line); }
.halo { stroke: var(--ground); }
.s0 { fill: var(--s0); }
.s1 { fill: var(--s1); }
.s2 { fill: var(--s2); }
.s3 { fill: var(--s3); }
.s4 { fill: var(--s4); }
@media print { body { background: none; } h2, figure, table { break-inside: avoid; } }
)";
}

} // namespace kith::render
