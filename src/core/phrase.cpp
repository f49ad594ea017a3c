#include "kith/core/phrase.hpp"

#include "kith/core/error.hpp"

#include "calendar_phrase.hpp"
#include "phrase_words.hpp"

#include <fmt/format.h>

#include <array>
#include <string>
#include <vector>

namespace kith::core {

namespace {

using std::chrono::days;

constexpr std::string_view date_hint = "write one like 2026-11-22, 22 nov, yesterday, last friday, in 2 weeks or 2w";
constexpr std::string_view date_ahead_hint =
    "write one like 2026-12-22, 22 dec, tomorrow, next friday, in 2 weeks or 2w";
constexpr std::string_view period_hint = "write one like 3d, 2w, 1m or 1y";

/// `today`, `yesterday`, `tomorrow`, `eow`, `eom`
std::optional<Date> named_day(Words words, const PhraseContext& context) {
    if (words.size() != 1) return std::nullopt;
    if (words[0] == "today") return context.today;
    if (words[0] == "yesterday") return context.today - days{1};
    if (words[0] == "tomorrow") return context.today + days{1};
    if (words[0] == "eow") return end_of_week(context.today, context.week_start);
    if (words[0] == "eom") return end_of_month(context.today);
    return std::nullopt;
}

/// `friday`, `last fri`, `next fri`
std::optional<Date> weekday_said(Words words, const PhraseContext& context) {
    if (words.empty() || words.size() > 2) return std::nullopt;
    const auto weekday = weekday_named(words.back());
    if (!weekday) return std::nullopt;
    const std::chrono::weekday today{context.today};
    const days back = today - *weekday; // 0 to 6
    const days ahead = *weekday - today;
    if (words.size() == 1) return context.facing == Facing::past ? context.today - back : context.today + ahead;
    if (words[0] == "last") return context.today - (back == days{0} ? days{7} : back);
    if (words[0] == "next") return context.today + (ahead == days{0} ? days{7} : ahead);
    return std::nullopt;
}

/// `22 nov`, `sun 22 nov`, `2026-11-22`
std::optional<Date> calendar_day(Words words, const PhraseContext& context) {
    const auto phrase = calendar_phrase(words);
    const auto date = phrase ? day_said(*phrase, context) : std::nullopt;
    const bool agrees = date && (!phrase->weekday || *phrase->weekday == std::chrono::weekday{*date});
    return agrees ? date : std::nullopt;
}

/// `a week` as well as `2 weeks` and `2w`
std::optional<Period> period_or_single(Words words) {
    if (words.size() != 2 || words[0] != "a") return period_of(words);
    const auto unit = unit_named(words[1]);
    const bool is_plural = words[1].ends_with('s');
    return unit && !is_plural ? std::optional{Period{1, *unit}} : std::nullopt;
}

/// `3 days ago`, `a week ago`
std::optional<Date> day_ago(Words words, const PhraseContext& context) {
    if (words.empty() || words.back() != "ago") return std::nullopt;
    const auto period = period_or_single(words.first(words.size() - 1));
    return period ? subtract_in_calendar(context.today, *period) : std::nullopt;
}

/// `in 2 weeks`, `in a week`
std::optional<Date> day_ahead(Words words, const PhraseContext& context) {
    if (words.empty() || words[0] != "in") return std::nullopt;
    const auto period = period_or_single(words.subspan(1));
    return period ? add_in_calendar(context.today, *period) : std::nullopt;
}

/// `last week`, `next month`
std::optional<Date> one_period_away(Words words, const PhraseContext& context) {
    if (words.size() != 2 || words[1].ends_with('s')) return std::nullopt;
    const auto unit = unit_named(words[1]);
    if (!unit || *unit == Unit::day) return std::nullopt;
    if (words[0] == "last") return subtract_in_calendar(context.today, {1, *unit});
    if (words[0] == "next") return add_in_calendar(context.today, {1, *unit});
    return std::nullopt;
}

/// `2w` and `2 weeks`, which look where the facing does; `-3d` and `+3d`
std::optional<Date> day_at_distance(Words words, const PhraseContext& context) {
    if (words.empty()) return std::nullopt;
    std::vector<std::string_view> unsigned_words(words.begin(), words.end());
    const char sign = words[0].front();
    if (sign == '-' || sign == '+') unsigned_words[0].remove_prefix(1);
    const auto period = period_of(unsigned_words);
    if (!period) return std::nullopt;
    const bool is_back = sign == '-' || (sign != '+' && context.facing == Facing::past);
    return is_back ? subtract_in_calendar(context.today, *period) : add_in_calendar(context.today, *period);
}

/// The date of a phrase without a time of day.
std::optional<Date> date_said(Words words, const PhraseContext& context) {
    constexpr std::array forms{named_day, weekday_said,    calendar_day,   day_ago,
                               day_ahead, one_period_away, day_at_distance};
    for (const auto form : forms) {
        const auto date = form(words, context);
        if (date) return is_in_calendar(*date) ? date : std::nullopt;
    }
    return std::nullopt;
}

/// Whether a colon before `rest` ends a date even though no blank follows it: `today:coffee`, but not `today://`,
/// `mon:)`.
bool starts_a_text(std::string_view rest) {
    const char first = rest.front();
    return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') ||
           static_cast<unsigned char>(first) >= 0x80;
}

/// A date, or a time alone, which is one of today.
std::optional<LeadingDate> day_or_time(std::string_view text, const PhraseContext& context) {
    if (const auto moment = parse_date(text, context)) return LeadingDate{*moment};
    const auto words = phrase_words(text);
    const auto clock = words.size() == 1 ? clock_time(words.front()) : std::nullopt;
    const auto time = clock ? since_midnight(*clock) : std::nullopt;
    return time ? std::optional{LeadingDate{{context.today, time}, 0, true}} : std::nullopt;
}

} // namespace

std::optional<Moment> parse_date(std::string_view text, const PhraseContext& context) {
    const auto lowered = lower_case(text);
    const auto phrase = take_time(phrase_words(lowered));
    const auto date = date_said(phrase.date, context);
    if (!date || !phrase.time) return date ? std::optional{Moment{*date, std::nullopt}} : std::nullopt;
    const auto time = since_midnight(*phrase.time);
    return time ? std::optional{Moment{*date, time}} : std::nullopt;
}

Moment require_date(std::string_view text, std::string_view what, const PhraseContext& context) {
    if (const auto moment = parse_date(text, context)) return *moment;
    const auto lowered = lower_case(text);
    const auto reason = reason_against(take_time(phrase_words(lowered)), context);
    if (reason) fail_usage(fmt::format("{}: {}", what, *reason));
    fail_usage(fmt::format("{}: '{}' is not a date", what, text),
               std::string{context.facing == Facing::past ? date_hint : date_ahead_hint});
}

std::optional<LeadingDate> leading_date(std::string_view text, const PhraseContext& context) {
    // The colons of a time come before the one that ends the date.
    constexpr int most_colons = 3;
    std::size_t colon = text.find(':');
    for (int colons = 0; colons < most_colons && colon != std::string_view::npos; ++colons) {
        const auto rest = text.substr(colon + 1);
        const bool is_followed_by_blank = rest.empty() || is_blank(rest.front());
        const bool is_end = is_followed_by_blank || (colon > 0 && !is_blank(text[colon - 1]) && starts_a_text(rest));
        if (auto leading = is_end ? day_or_time(text.substr(0, colon), context) : std::nullopt) {
            leading->length = colon + 1;
            while (leading->length < text.size() && is_blank(text[leading->length])) ++leading->length;
            return leading;
        }
        colon = text.find(':', colon + 1);
    }
    return std::nullopt;
}

std::optional<Period> parse_period(std::string_view text) {
    const auto lowered = lower_case(text);
    return period_of(phrase_words(lowered));
}

Period require_period(std::string_view text, std::string_view what) {
    if (const auto period = parse_period(text)) return *period;
    fail_usage(fmt::format("{}: '{}' is not a period", what, text), std::string{period_hint});
}

} // namespace kith::core
