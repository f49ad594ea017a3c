#include "calendar_phrase.hpp"

#include <fmt/format.h>

namespace kith::core {

namespace {

/// `2026-11-22`
std::optional<CalendarPhrase> date_in_digits(std::string_view word) {
    const auto date = numeric_date(word);
    if (!date) return std::nullopt;
    return CalendarPhrase{std::nullopt, date->year, date->month, date->day};
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
    if (phrase.time && !since_midnight(*phrase.time)) return "there is no time " + text_of(*phrase.time);
    return std::nullopt;
}

} // namespace kith::core
