#include "csv_times.hpp"

#include "kith/core/text.hpp"

#include "csv_truth.hpp"
#include "plain_text.hpp"
#include "written_date.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string_view>
#include <utility>

namespace kith::exchange {
namespace {

struct TimeOf {
    std::string_view key;
    std::array<std::string_view, 2> days; ///< Keys; of any record there is one.
};

constexpr std::array times{TimeOf{"time", {"date", "due"}}, TimeOf{"start_time", {"start", "start"}},
                           TimeOf{"end_time", {"end", "end"}}};

constexpr std::string_view all_day_key = "all_day";

/// Where the first column of these keys stands that says something; past the end where there is none.
std::size_t find_said(const CsvRow& row, const Columns& columns, const std::array<std::string_view, 2>& keys) {
    std::size_t index = 0;
    const auto size = std::min(row.cells.size(), columns.size());
    while (index < size &&
           (std::ranges::find(keys, columns[index]) == keys.end() || core::trim(row.cells[index]).empty()))
        ++index;
    return index < size ? index : row.cells.size();
}

/// One that is said beside a day is meant, and so stays a time.
constexpr std::string_view midnight = "00:00";

/// The day on whose midnight something of whole days ends is not a day of it.
void keep_midnight_of_end(CsvRow& row, const Columns& columns) {
    const auto end = find_said(row, columns, {"end", "end"});
    if (end == row.cells.size()) return;
    auto& cell = row.cells[end];
    if (const auto day = std::string(day_of_midnight(cell)); day != cell) cell = fmt::format("{} {}", day, midnight);
}

bool is_all_day(const CsvRow& row, const Columns& columns, std::vector<std::string>& left_out) {
    const auto index = find_said(row, columns, {all_day_key, all_day_key});
    if (index == row.cells.size()) return false;
    const auto truth = truth_of_words(row.cells[index]);
    if (!truth)
        left_out.push_back(fmt::format("{} '{}': it should be true or false", all_day_key, one_line(row.cells[index])));
    return truth.value_or(false);
}

void make_all_day(core::Event& event) {
    if (event.end && event.end->time == std::chrono::seconds{0} && event.start.date < event.end->date)
        event.end->date -= std::chrono::days{1};
    event.start.time.reset();
    if (event.end) event.end->time.reset();
}

/// The time after the start, where that is no further than a night lasts.
std::optional<core::Moment> end_at(std::chrono::seconds time, const core::Moment& start) {
    constexpr std::chrono::hours longest{12};
    if (time >= start.time.value_or(std::chrono::seconds{0})) return core::Moment{start.date, time};
    const core::Date next_day = start.date + std::chrono::days{1};
    const bool is_in_night = time + std::chrono::days{1} - *start.time <= longest;
    return is_in_night && core::is_in_calendar(next_day) ? std::optional(core::Moment{next_day, time}) : std::nullopt;
}

void take_end_without_day(core::Event& event, const CsvRow& row, const Columns& columns,
                          std::vector<std::string>& left_out) {
    const auto index = find_said(row, columns, {"end_time", "end_time"});
    const bool has_day = find_said(row, columns, {"end", "end"}) != row.cells.size();
    if (index == row.cells.size() || has_day) return;
    const auto text = one_line(row.cells[index]);
    const auto time = time_of_words(text);
    if (time) event.end = end_at(*time, event.start);
    if (!event.end)
        left_out.push_back(fmt::format("end_time '{}': {}", text, time ? "it is before the start" : "it is no time"));
}

} // namespace

bool has_times(const Columns& columns) {
    return std::ranges::any_of(columns, [](const auto& column) {
        return column == all_day_key || std::ranges::find(times, std::string_view(column), &TimeOf::key) != times.end();
    });
}

CsvRow with_times_joined(const CsvRow& row, const Columns& columns, std::vector<std::string>& left_out) {
    CsvRow joined = row;
    for (std::size_t index = 0; index < std::min(row.cells.size(), columns.size()); ++index) {
        if (columns[index] == all_day_key) joined.cells[index].clear();
        const auto found = std::ranges::find(times, std::string_view(columns[index]), &TimeOf::key);
        if (found == times.end()) continue;
        const auto text = one_line(std::exchange(joined.cells[index], {}));
        const auto day = find_said(joined, columns, found->days);
        if (text.empty() || day == row.cells.size()) continue;
        auto& cell = joined.cells[day];
        const auto said_day = std::string(core::trim(day_of_midnight(cell)));
        const auto time = time_of_words(text);
        if (!time)
            left_out.push_back(fmt::format("{} '{}': it is no time", found->key, text));
        else if (!says_time(said_day))
            cell = fmt::format("{} {}", said_day, *time == std::chrono::seconds{0} ? midnight : text);
    }
    if (find_said(row, columns, {all_day_key, all_day_key}) != row.cells.size()) keep_midnight_of_end(joined, columns);
    return joined;
}

void take_times(core::Event& event, const CsvRow& row, const Columns& columns, std::vector<std::string>& left_out) {
    if (is_all_day(row, columns, left_out))
        make_all_day(event);
    else if (!event.end)
        take_end_without_day(event, row, columns, left_out);
}

} // namespace kith::exchange
