#include "written_date.hpp"

#include "kith/core/text.hpp"

#include "birthday.hpp"
#include "plain_text.hpp"

#include <algorithm>
#include <array>

namespace kith::exchange {
namespace {

constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};

std::optional<int> month_of_word(std::string_view text) {
    auto word = lower(text);
    while (word.ends_with('.') || word.ends_with(',')) word.pop_back();
    if (word.size() < 3) return std::nullopt;
    const auto found = std::ranges::find_if(months, [&](auto month) { return month.starts_with(word); });
    if (found == months.end()) return std::nullopt;
    return static_cast<int>(found - months.begin()) + 1;
}

struct DayInWords {
    int year = 0;
    int month = 0;
    int day = 0;
};

/// What the three words say, be there such a day or not.
std::optional<DayInWords> day_in_words(std::string_view text) {
    const auto words = core::words(text);
    if (words.size() != 3) return std::nullopt;
    const bool is_month_first = month_of_word(words[0]).has_value();
    const auto month = month_of_word(words[is_month_first ? 0 : 1]);
    std::string_view day_word = words[is_month_first ? 1 : 0];
    if (day_word.ends_with(',')) day_word.remove_suffix(1);
    const auto day = whole_number(day_word);
    const auto year = whole_number(words[2]);
    if (!month || !day || !year || words[2].size() != 4) return std::nullopt;
    return DayInWords{*year, *month, *day};
}

} // namespace

std::optional<core::Date> date_of_words(std::string_view text) {
    if (const auto date = core::parse_iso_date(core::trim(text))) return date;
    constexpr std::size_t whole = 10; // With the year.
    if (const auto day = birthday_of(text); day && day->size() == whole) return core::parse_iso_date(*day);
    const auto said = day_in_words(text);
    return said ? core::make_date(said->year, said->month, said->day) : std::nullopt;
}

std::string_view reason_of_no_date(std::string_view text) {
    return day_in_words(text) ? "there is no such day" : reason_of_no_day(text);
}

} // namespace kith::exchange
