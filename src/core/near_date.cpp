#include "kith/core/near_date.hpp"

#include "kith/core/text.hpp"

#include "numerals.hpp"
#include "phrase_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

namespace kith::core {
namespace {

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

std::string joined(Words words) {
    std::string text;
    for (const auto word : words) text.append(text.empty() ? "" : " ").append(word);
    return text;
}

/// `6pm`, `18h`, `18h30`
bool is_hour(std::string_view word) {
    constexpr std::array<std::string_view, 3> marks{"am", "pm", "h"};
    const auto hour = leading_digits(word);
    const auto mark = word.substr(hour.size());
    if (!number(hour, 2)) return false;
    return is_one_of(mark, marks) || (mark.starts_with('h') && number(mark.substr(1), 2));
}

/// `evening`, `at noon`, `in the morning`, `around 18:30`, `6 pm`, `at 6`
bool is_part_of_day(Words words) {
    constexpr std::array<std::string_view, 7> before{",", "in", "the", "late", "early", "around", "about"};
    constexpr std::array<std::string_view, 8> parts{"morning", "noon",     "midday", "lunchtime",
                                                    "evening", "midnight", "night",  "afternoon"};
    while (!words.empty() && is_one_of(words.front(), before)) words = words.subspan(1);
    const bool is_at = !words.empty() && words.front() == "at";
    if (is_at) words = words.subspan(1);
    if (words.size() == 2 && number(words[0], 2)) return words[1] == "am" || words[1] == "pm";
    if (words.size() == 2 && is_one_of(words[0], parts)) return clock_time(words[1]).has_value();
    if (words.size() != 1) return false;
    return is_one_of(words[0], parts) || is_hour(words[0]) || clock_time(words[0]) || (is_at && number(words[0], 2));
}

/// A day by its name or its number. A length is none: `2 weeks in: ...` is about something else.
std::optional<Date> day_of(Words words, const PhraseContext& context) {
    if (words.empty() || is_one_of(words[0].substr(0, 1), std::array<std::string_view, 2>{"-", "+"})) return {};
    const auto text = joined(words);
    const auto moment = parse_period(text) ? std::nullopt : parse_date(text, context);
    return moment ? std::optional{moment->date} : std::nullopt;
}

/// `two days ago` as `2 days ago`; empty for `a few days ago`; nothing for anything else.
std::optional<std::string> days_ago(Words words) {
    constexpr std::array<std::string_view, 11> numbers{"",    "one",   "two",   "three", "four", "five",
                                                       "six", "seven", "eight", "nine",  "ten"};
    if (words.size() < 3 || words.back() != "ago" || !unit_named(words[words.size() - 2])) return std::nullopt;
    const auto count = joined(words.first(words.size() - 2));
    if (count == "a few" || count == "a couple of") return "";
    const auto found = std::ranges::find(numbers, count);
    if (found == numbers.end()) return std::nullopt;
    return fmt::format("{} {} ago", found - numbers.begin(), words[words.size() - 2]);
}

struct Saying {
    std::string_view words, day;
};
constexpr std::array<Saying, 5> sayings{{{"last night", "yesterday"},
                                         {"last evening", "yesterday"},
                                         {"day before yesterday", "2 days ago"},
                                         {"the day before yesterday", "2 days ago"},
                                         {"last weekend", ""}}};

/// The day that is meant, in words that are read as one or in none; nothing where no day is.
std::optional<std::string> day_meant(Words words, const PhraseContext& context) {
    const auto with = std::ranges::find(words, "with"); // `yesterday with Ana: ...`
    const bool has_with = with != words.begin() && with != words.end();
    if (has_with) words = words.first(static_cast<std::size_t>(with - words.begin()));
    const auto* const saying = std::ranges::find(sayings, joined(words), &Saying::words);
    if (saying != sayings.end()) return std::string(saying->day);
    if (auto ago = days_ago(words)) return ago;
    constexpr std::array<std::string_view, 3> before{"on", "late", "early"};
    const bool has_word_before = is_one_of(words.front(), before);
    if (has_word_before) words = words.subspan(1);
    for (std::size_t length = words.size(); length > 0; --length) {
        const auto rest = words.subspan(length);
        const auto day = day_of(words.first(length), context);
        if (!day) continue;
        if (rest.empty() ? has_word_before || has_with : is_part_of_day(rest))
            return *day > context.today ? std::string{} : joined(words.first(length));
        if (day_of(rest, context)) return ""; // `last week friday`
    }
    return std::nullopt;
}

} // namespace

std::optional<NearDate> near_date(std::string_view text, const PhraseContext& context) {
    constexpr std::size_t most_words = 10, longest = 60;
    const auto colon = text.find(": ");
    if (colon == std::string_view::npos || leading_date(text, context)) return std::nullopt;
    const auto said = trim(text.substr(0, colon));
    if (said.size() > longest) return std::nullopt;
    const auto lowered = lower_case(said);
    const auto words = phrase_words(lowered);
    if (words.empty() || words.size() > most_words) return std::nullopt;
    auto day = day_meant(words, context);
    const auto read = day ? parse_date(*day, context) : std::nullopt;
    if (!day || (read && read->date == context.today)) return std::nullopt;
    return NearDate{said, std::move(*day)};
}

} // namespace kith::core
