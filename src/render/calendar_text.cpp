#include "kith/core/text.hpp"
#include "kith/render/calendar.hpp"
#include "kith/render/table.hpp"

#include "calendar_grid.hpp"
#include "page.hpp"
#include "report_phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace kith::render {
namespace {

constexpr std::size_t label_width = 4;
constexpr std::array<std::string_view, shades + 1> blocks{"·", "░", "▒", "▓", "█"};

/// How the weeks are laid out.
struct Grid {
    std::size_t pitch = 1;      ///< The columns that a week takes: two, so that days stand apart, where all weeks fit.
    std::size_t most_weeks = 1; ///< How many stand side by side.
};

Grid grid_for(const core::DateRange& days, core::WeekStart week_start, std::size_t width) {
    const auto weeks = weeks_of({core::start_of_week(days.from, week_start), core::end_of_week(days.to, week_start)});
    const std::size_t pitch = label_width + 2 * weeks <= width + 1 ? 2 : 1; // The last one needs no gap after it.
    return {pitch, (width - label_width + pitch - 1) / pitch};
}

/// A block; in ASCII the count itself as a digit.
Cell mark(const core::CalendarDay* day, Signs signs) {
    if (day == nullptr) return {" ", Style::plain};
    const auto shade = shade_of(day->total());
    const auto style = shade == 0 ? Style::faint : Style::good;
    if (signs == Signs::unicode) return {std::string(blocks.at(shade)), style};
    if (shade == 0) return {".", style};
    return {day->total() > 9 ? "+" : fmt::to_string(day->total()), style};
}

/// The cells as one line, those of one style painted together, without blanks at its end.
std::string painted(const Row& cells, const Layout& layout) {
    std::string line, run, owed;
    auto style = Style::plain;
    for (const auto& cell : cells) {
        if (core::trim(cell.text).empty()) {
            owed += cell.text;
            continue;
        }
        if (cell.style != style) {
            line += paint(run, style, layout);
            run.clear();
            style = cell.style;
        }
        run += std::exchange(owed, {}) + cell.text;
    }
    return line + paint(run, style, layout) + '\n';
}

std::string months_line(const core::DateRange& band, const core::Calendar& calendar, const Grid& grid,
                        const Layout& layout) {
    std::string line;
    for (const auto& [week, name] : month_marks(band, calendar)) {
        const auto at = label_width + week * grid.pitch;
        const bool has_room = week * grid.pitch + name.size() <= weeks_of(band) * grid.pitch;
        if (!has_room) continue;
        line = core::pad(line, at);
        line += name;
    }
    return painted({{line, Style::heading}}, layout);
}

std::string band_lines(const core::DateRange& band, const core::Calendar& calendar, core::Date today, const Grid& grid,
                       const Layout& layout) {
    auto text = months_line(band, calendar, grid, layout);
    for (std::size_t weekday = 0; weekday < 7; ++weekday) {
        Row cells{{core::pad(weekday_name(band, weekday), label_width), Style::plain}};
        for (std::size_t week = 0; week < weeks_of(band); ++week) {
            cells.push_back(mark(day_at(calendar, band, week, weekday, today), layout.signs));
            if (grid.pitch > 1) cells.push_back({" "});
        }
        text += painted(cells, layout);
    }
    return text;
}

/// What the marks stand for.
Phrase legend(Signs signs) {
    if (signs == Signs::ascii) return {{".", Style::faint}, {" none, "}, {"1-9", Style::good}, {" entries, + more"}};
    std::vector<Phrase> parts;
    for (std::size_t shade = 0; shade <= shades; ++shade)
        parts.push_back({{std::string(blocks.at(shade)), shade == 0 ? Style::faint : Style::good},
                         {fmt::format(" {}", meaning_of(shade))}});
    return joined(parts, ", ");
}

Phrase heading(const core::DateRange& days, core::Date today, core::WeekStart week_start) {
    const auto year = core::period_at(core::PeriodKind::year, days.from, week_start);
    const auto weeks = core::days_between(days.from, days.to) / 7 + 1;
    const auto name = days == year.days ? title_of(year) : counted(weeks, "week", "weeks");
    return joined({{{name, Style::strong}}, {{days_in_words(days, today)}}}, " · ");
}

/// A paragraph that is no wider than the terminal.
std::string paragraph(const Phrase& phrase, const Layout& layout) {
    Page page(layout);
    page.title(phrase);
    return page.text();
}

} // namespace

std::string totals_in_words(const core::Calendar& calendar, core::Date today) {
    const auto totals = totals_of(calendar, today);
    const auto days = counted(totals.days, "day", "days");
    if (totals.total() == 0) return totals.days == 0 ? "no entries yet" : fmt::format("no entries on {}", days);
    auto text = fmt::format("{} on {} of {}: {} online, {} in person", counted(totals.total(), "entry", "entries"),
                            totals.days_with_entry, days, totals.online, totals.in_person);
    if (totals.unclassified > 0) text += fmt::format(", {} unclassified", totals.unclassified);
    return totals.attempts == 0 ? text : text + "; " + attempts_in_words(totals.attempts);
}

std::string to_text(const core::Calendar& calendar, core::Date today, const Layout& layout) {
    if (calendar.days.empty()) return {};
    const core::DateRange days{calendar.days.front().date, calendar.days.back().date};
    auto text = paragraph(heading(days, today, calendar.week_start), layout) + '\n';
    if (totals_of(calendar, today).total() > 0) {
        const auto grid = grid_for(days, calendar.week_start, width_of(layout));
        for (const auto& band : core::week_bands(days, calendar.week_start, grid.most_weeks))
            text += band_lines(band, calendar, today, grid, layout) + '\n';
        text += paragraph(legend(layout.signs), layout) + '\n';
    }
    return text + paragraph({{totals_in_words(calendar, today)}}, layout);
}

} // namespace kith::render
