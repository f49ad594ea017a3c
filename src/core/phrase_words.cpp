#include "phrase_words.hpp"

#include "numerals.hpp"

#include <algorithm>
#include <array>

namespace kith::core {

namespace {

struct Name {
    std::string_view full;
    std::array<std::string_view, 3> shorter; ///< Empty where there are fewer.
};

constexpr std::array<Name, 7> weekdays{{{"sunday", {"sun"}},
                                        {"monday", {"mon"}},
                                        {"tuesday", {"tue", "tues"}},
                                        {"wednesday", {"wed", "weds"}},
                                        {"thursday", {"thu", "thur", "thurs"}},
                                        {"friday", {"fri"}},
                                        {"saturday", {"sat"}}}};

constexpr std::array<Name, 12> months{{{"january", {"jan"}},
                                       {"february", {"feb"}},
                                       {"march", {"mar"}},
                                       {"april", {"apr"}},
                                       {"may", {}},
                                       {"june", {"jun"}},
                                       {"july", {"jul"}},
                                       {"august", {"aug"}},
                                       {"september", {"sep", "sept"}},
                                       {"october", {"oct"}},
                                       {"november", {"nov"}},
                                       {"december", {"dec"}}}};

/// Where in the table the word stands, in full or shorter.
std::optional<std::size_t> position(std::span<const Name> names, std::string_view word) {
    if (word.empty()) return std::nullopt;
    const auto found = std::ranges::find_if(names, [word](const Name& name) {
        return name.full == word || std::ranges::find(name.shorter, word) != name.shorter.end();
    });
    if (found == names.end()) return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

std::string capitalised(std::string_view word) {
    std::string text{word};
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

/// `st` for 1, 21 and 31, and so on.
std::string_view ordinal_suffix(int day) {
    if (day / 10 == 1) return "th";
    switch (day % 10) {
    case 1:
        return "st";
    case 2:
        return "nd";
    case 3:
        return "rd";
    default:
        return "th";
    }
}

/// How much of `rest` its first word takes: up to a blank or a comma, or a date up to the `t` of its time.
std::size_t word_length(std::string_view rest) {
    constexpr std::size_t iso_date_length = 10;
    const auto end = std::ranges::find_if(rest, [](char character) { return is_blank(character) || character == ','; });
    const auto length = static_cast<std::size_t>(end - rest.begin());
    if (length == 0) return 1; // the comma
    const bool has_time = length > iso_date_length && rest[iso_date_length] == 't' &&
                          numeric_date(rest.substr(0, iso_date_length)).has_value();
    return has_time ? iso_date_length : length;
}

} // namespace

bool is_blank(char character) {
    return character == ' ' || (character >= '\t' && character <= '\r');
}

std::string lower_case(std::string_view text) {
    std::string result{text};
    for (char& character : result) {
        if (character >= 'A' && character <= 'Z') character = static_cast<char>(character - 'A' + 'a');
    }
    return result;
}

std::vector<std::string_view> phrase_words(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        if (is_blank(text.front())) {
            text.remove_prefix(1);
            continue;
        }
        const auto length = word_length(text);
        words.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return words;
}

std::optional<std::chrono::weekday> weekday_named(std::string_view word) {
    const auto found = position(weekdays, word);
    return found ? std::optional{std::chrono::weekday{static_cast<unsigned>(*found)}} : std::nullopt;
}

std::optional<int> month_named(std::string_view word) {
    const auto found = position(months, word);
    return found ? std::optional{static_cast<int>(*found) + 1} : std::nullopt;
}

std::optional<Unit> unit_named(std::string_view word) {
    if (word == "day" || word == "days") return Unit::day;
    if (word == "week" || word == "weeks") return Unit::week;
    if (word == "month" || word == "months") return Unit::month;
    if (word == "year" || word == "years") return Unit::year;
    return std::nullopt;
}

std::optional<Unit> unit_of_letter(char letter) {
    switch (letter) {
    case 'd':
        return Unit::day;
    case 'w':
        return Unit::week;
    case 'm':
        return Unit::month;
    case 'y':
        return Unit::year;
    default:
        return std::nullopt;
    }
}

std::string name_of(std::chrono::weekday weekday) {
    return capitalised(weekdays[weekday.c_encoding()].full);
}

std::string name_of_month(int month) {
    return capitalised(months.at(static_cast<std::size_t>(month - 1)).full);
}

std::optional<int> day_number(std::string_view word) {
    const auto digits = leading_digits(word);
    const auto suffix = word.substr(digits.size());
    const auto day = number(digits, 2);
    return day && (suffix.empty() || suffix == ordinal_suffix(*day)) ? day : std::nullopt;
}

std::optional<int> year_number(std::string_view word) {
    return word.size() == 4 ? number(word, 4) : std::nullopt;
}

std::optional<Period> period_of(Words words) {
    if (words.empty()) return std::nullopt;
    const auto digits = leading_digits(words[0]);
    const auto letters = words[0].substr(digits.size());
    const auto count = number(digits, 4);
    if (!count || *count == 0) return std::nullopt;
    std::optional<Unit> unit;
    if (words.size() == 2 && letters.empty()) unit = unit_named(words[1]);
    if (words.size() == 1 && letters.size() == 1) unit = unit_of_letter(letters[0]);
    return unit ? std::optional{Period{*count, *unit}} : std::nullopt;
}

} // namespace kith::core
