// The heat map of the report's page.
#include "kith/render/calendar.hpp"

#include "calendar_grid.hpp"
#include "dates.hpp"
#include "html_charts.hpp"
#include "report_phrases.hpp"
#include "svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kith::render {
namespace {

constexpr double left = 32, top = 16;
constexpr std::size_t most_weeks = 27; // Half a year, which is as wide as a telephone.

/// What a day takes, the gap beside it included: more where the weeks are few.
double pitch_of(const core::DateRange& band) {
    constexpr std::size_t few = 13;
    return weeks_of(band) <= few ? 20 : 12;
}
constexpr std::array<std::string_view, shades + 1> colors{"#ebedf0", "#bcd7ee", "#6baed6", "#2171b5", "#08306b"};
constexpr std::array<std::string_view, shades + 1> classes{"day s0", "day s1", "day s2", "day s3", "day s4"};

std::string day_cell(const core::CalendarDay& day, const Box& box) {
    const auto shade = shade_of(day.total());
    const auto title = day.total() == 0
                           ? std::string{}
                           : fmt::format("{}: {}", in_full(day.date), counted(day.total(), "entry", "entries"));
    return rectangle(box, classes.at(shade), colors.at(shade), title);
}

std::string band_chart(const core::DateRange& band, const core::Calendar& calendar, core::Date today,
                       std::string_view id) {
    const double pitch = pitch_of(band);
    std::string shapes;
    for (const auto& [week, name] : month_marks(band, calendar))
        shapes += label(left + pitch * static_cast<double>(week), 11, name);
    for (std::size_t weekday = 0; weekday < 7; ++weekday) {
        const double y = top + pitch * static_cast<double>(weekday);
        if (weekday % 2 == 0) shapes += label(0, y + pitch / 2 + 4, weekday_name(band, weekday));
        for (std::size_t week = 0; week < weeks_of(band); ++week)
            if (const auto* day = day_at(calendar, band, week, weekday, today))
                shapes += day_cell(*day, {left + pitch * static_cast<double>(week), y, pitch - 1, pitch - 1});
    }
    const auto shown = in_full(
        core::DateRange{std::max(band.from, calendar.days.front().date), std::min(band.to, calendar.days.back().date)});
    const auto columns = static_cast<double>(weeks_of(band));
    return svg({id, "Entries by day, " + shown,
                "A column a week, a row a weekday; the stronger the shade, the more entries.",
                static_cast<int>(left + pitch * std::max(columns, 3.0)), static_cast<int>(top + pitch * 7)},
               shapes);
}

std::string legend() {
    constexpr double step = 64, side = 11;
    std::string shapes;
    for (std::size_t shade = 0; shade <= shades; ++shade) {
        const double x = step * static_cast<double>(shade);
        shapes += rectangle({x, 1, side, side}, fmt::format("{} key", classes.at(shade)), colors.at(shade));
        shapes += label(x + 16, 11, meaning_of(shade));
    }
    return svg({"shades", "What the shades mean", "Entries on a day.", 340, 14}, shapes);
}

} // namespace

std::string calendar_chart(const core::Calendar& calendar, core::Date today) {
    const core::DateRange days{calendar.days.front().date, calendar.days.back().date};
    std::string html;
    for (const auto& band : core::week_bands(days, calendar.week_start, most_weeks))
        html += band_chart(band, calendar, today, "days-" + core::to_text(band.from));
    return html + legend();
}

} // namespace kith::render
