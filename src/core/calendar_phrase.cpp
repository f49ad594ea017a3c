#include "calendar_phrase.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kith::core {

namespace {

/// Three numbers with the same sign between them: `22.11.2026`.
std::optional<std::array<std::string_view, 3>> three_numbers(std::string_view word, char sign) {
    const std::size_t first = word.find(sign);
    const std::size_t last = word.rfind(sign);
    if (first == std::string_view::npos || first == last) return std::nullopt;
    const std::array parts{word.substr(0, first), word.substr(first + 1, last - first - 1), word.substr(last + 1)};
    const bool are_numbers = std::ranges::all_of(parts, [](auto part) { return number(part, 4).has_value(); });
    return are_numbers ? std::optional{parts} : std::nullopt;
}

std::optional<CalendarPhrase> date_of(std::string_view year, std::string_view month, std::string_view day) {
    const auto year_said = year_number(year);
    const auto month_said = number(month, 2);
    const auto day_said = number(day, 2);
    if (!year_said || !month_said || !day_said) return std::nullopt;
    return CalendarPhrase{std::nullopt, year_said, *month_said, *day_said};
}

/// `2026-11-22`, `22.11.2026`, `2026/11/22`. Not `22/11/2026`: somebody else's `11/22/2026`.
std::optional<CalendarPhrase> date_in_digits(std::string_view word) {
    if (const auto date = numeric_date(word)) return CalendarPhrase{std::nullopt, date->year, date->month, date->day};
    if (const auto parts = three_numbers(word, '.')) return date_of((*parts)[2], (*parts)[1], (*parts)[0]);
    if (const auto parts = three_numbers(word, '/')) return date_of((*parts)[0], (*parts)[1], (*parts)[2]);
    return std::nullopt;
}

/// `22/11/2026`
bool has_unclear_order(Words words) {
    if (words.size() != 1) return false;
    const auto parts = three_numbers(words[0], '/');
    return parts && date_of((*parts)[2], (*parts)[1], (*parts)[0]);
}

/// `22 nov` or `nov 22`, with `2025` or `, 2025` after it.
std::optional<CalendarPhrase> named_date(Words words) {
    if (words.size() < 2) return std::nullopt;
    const bool is_month_first = month_named(words[0]).has_value();
    const auto month = month_named(words[is_month_first ? 0 : 1]);
    const auto day = day_number(words[is_month_first ? 1 : 0]);
    if (!month || !day) return std::nullopt;
    CalendarPhrase phrase{std::nullopt, std::nullopt, *month, *day};
    Words rest = words.subspan(2);
    if (rest.empty()) return phrase;
    if (rest[0] == ",") rest = rest.subspan(1);
    if (rest.size() != 1) return std::nullopt;
    phrase.year = year_number(rest[0]);
    return phrase.year ? std::optional{phrase} : std::nullopt;
}

std::string text_of(const CalendarPhrase& phrase) {
    if (!phrase.year) return fmt::format("{} {}", phrase.day, name_of_month(phrase.month));
    return fmt::format("{:04}-{:02}-{:02}", *phrase.year, phrase.month, phrase.day);
}

std::string text_of(ClockTime time) {
    const auto text = fmt::format("{}:{:02}", time.hour, time.minute);
    return time.second == 0 ? text : fmt::format("{}:{:02}", text, time.second);
}

} // namespace

TimedPhrase take_time(std::vector<std::string_view> words) {
    if (words.empty()) return {};
    const bool is_marked = words.back().starts_with('t');
    const auto time = clock_time(words.back().substr(is_marked ? 1 : 0));
    if (!time) return {std::move(words), std::nullopt};
    words.pop_back();
    if (!is_marked && !words.empty() && words.back() == "at") words.pop_back();
    if (!words.empty() && words.back() == ",") words.pop_back();
    return {std::move(words), time};
}

std::optional<CalendarPhrase> calendar_phrase(Words words) {
    if (words.empty()) return std::nullopt;
    const auto weekday = weekday_named(words[0]);
    if (weekday) words = words.subspan(1);
    if (weekday && !words.empty() && words[0] == ",") words = words.subspan(1);
    auto phrase = words.size() == 1 ? date_in_digits(words[0]) : named_date(words);
    if (phrase) phrase->weekday = weekday;
    return phrase;
}

std::optional<Date> day_said(const CalendarPhrase& phrase, const PhraseContext& context) {
    if (phrase.year) return make_date(*phrase.year, phrase.month, phrase.day);
    // Between two leap days there are at most eight years: 1896 and 1904.
    constexpr int most_years = 8;
    const int step = context.facing == Facing::past ? -1 : 1;
    for (int years = 0; years <= most_years; ++years) {
        const auto date = make_date(year_of(context.today) + step * years, phrase.month, phrase.day);
        if (!date) continue;
        if (context.facing == Facing::past ? *date <= context.today : *date >= context.today) return date;
    }
    return std::nullopt;
}

std::optional<std::string> reason_against(const TimedPhrase& phrase, const PhraseContext& context) {
    const auto said = calendar_phrase(phrase.date);
    if (said) {
        const auto date = day_said(*said, context);
        if (!date) return "there is no " + text_of(*said);
        if (said->weekday && *said->weekday != std::chrono::weekday{*date})
            return fmt::format("{} is a {}, not a {}", to_text(*date), name_of(std::chrono::weekday{*date}),
                               name_of(*said->weekday));
    }
    if (has_unclear_order(phrase.date))
        return fmt::format("{} may begin with the day or the month; write it as 2026-11-22", phrase.date[0]);
    if (phrase.time && !since_midnight(*phrase.time)) return "there is no time " + text_of(*phrase.time);
    return std::nullopt;
}

} // namespace kith::core
