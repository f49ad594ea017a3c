#include "kith/render/brief.hpp"

#include "kith/core/day_and_time.hpp"
#include "kith/core/text.hpp"
#include "kith/render/agenda.hpp"

#include "brief_phrases.hpp"
#include "markdown.hpp"
#include "page.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::render {
namespace {

/// At most so many lines of a text, the last of them saying how many there are beyond.
std::string cut(std::string text, std::size_t most_lines, const std::string& more, const Layout& layout) {
    const auto count = static_cast<std::size_t>(std::ranges::count(text, '\n'));
    if (count <= most_lines) return text;
    std::size_t end = 0;
    for (std::size_t line = 1; line < most_lines; ++line) end = text.find('\n', end) + 1;
    text.erase(end);
    const auto* const sign = layout.signs == Signs::unicode ? "…" : "..";
    const auto left = fmt::format("{} {} more lines: {}", sign, count - most_lines + 1, more);
    return text + paint(layout.width ? shortened(left, *layout.width, layout.signs) : left, Style::faint, layout) +
           "\n";
}

Phrase title_of(const ItemPage& page, const core::People& people, core::Date today) {
    const auto& item = page.item;
    std::vector<std::string> names;
    for (const auto& id : item.followup.with) names.push_back(people.name_of(id));
    const auto style = item.state == core::State::overdue ? Style::pressing : Style::plain;
    const auto when = fmt::format("{} {}", core::to_text(item.state), core::to_short_text(item.followup.due, today));
    return joined({phrase_of(page.position, Style::faint), phrase_of(when, style),
                   phrase_of(core::join(names, ", "), Style::strong), phrase_of(item.followup.id.text, Style::faint)},
                  " · ");
}

/// Documents tell days alone.
core::Brief without_times(core::Brief brief) {
    for (auto* entries : {&brief.last, &brief.help})
        for (auto& entry : *entries) entry.date.time.reset();
    for (auto& item : brief.open) item.followup.due.time.reset();
    for (auto& event : brief.events) event.start.time.reset();
    return brief;
}

} // namespace

std::string to_text(const core::Brief& brief, core::Date today, const Layout& layout) {
    Page page(layout);
    page.title(title_of(brief));
    for (const auto& part : parts_of(brief, today)) {
        page.section(part.label);
        for (const auto& line : part.lines) part.is_list ? page.item(line) : page.whole_item(line);
    }
    return page.text();
}

std::string to_text(const ItemPage& item, const core::People& people, core::Date today, const Layout& layout) {
    Page page(layout);
    page.title(title_of(item, people, today));
    page.section("To do");
    page.whole_item({{what_of(item.item), Style::strong}});
    page.section("Why");
    page.item({{item.item.why}});
    if (!item.brief) return page.text();
    page.section("Who");
    page.line(title_of(*item.brief));
    auto parts = parts_of(*item.brief, today);
    // Where there is little room, what happened says more than addresses.
    std::stable_partition(parts.begin() + 1, parts.end(), [](const BriefPart& part) { return part.is_list; });
    for (const auto& part : parts) {
        page.section(part.label);
        for (const auto& line : part.lines) page.line(line);
    }
    return cut(page.text(), item.most_lines, "kith report person " + item.brief->person.id.text, layout);
}

std::string to_markdown(const core::Brief& brief, core::Date today) {
    std::string text = "# " + to_markdown(title_of(brief)) + "\n\n";
    for (const auto& part : parts_of(without_times(brief), today)) {
        if (part.lines.empty()) continue;
        if (!part.is_list) {
            text += fmt::format("- {}: {}\n", part.label, to_markdown(part.lines.front()));
            continue;
        }
        text += fmt::format("\n## {}\n\n", part.label);
        for (const auto& line : part.lines) text += "- " + to_markdown(line) + "\n";
    }
    return text;
}

} // namespace kith::render
