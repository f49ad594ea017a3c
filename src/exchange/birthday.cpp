#include "birthday.hpp"

#include "kith/core/date.hpp"
#include "kith/core/text.hpp"

#include "plain_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::exchange {
namespace {

constexpr int year_of_none = 1604; // Apple's, of which nobody is left.
constexpr int leap_year = 2000;

std::optional<std::string> day_of_year(int month, int day) {
    if (!core::make_date(leap_year, month, day)) return std::nullopt;
    return fmt::format("{:02}-{:02}", month, day);
}

std::optional<std::string> of_numbers(std::string_view year, std::string_view month, std::string_view day) {
    const auto m = whole_number(month);
    const auto d = whole_number(day);
    if (!m || !d || month.size() != 2 || day.size() != 2) return std::nullopt;
    if (year.empty()) return day_of_year(*m, *d);
    const auto y = whole_number(year);
    if (!y || year.size() != 4) return std::nullopt;
    if (*y == year_of_none) return day_of_year(*m, *d);
    const auto date = core::make_date(*y, *m, *d);
    return date ? std::optional(core::to_text(*date)) : std::nullopt;
}

/// Day and month in either order, then the year, as countries differ.
std::optional<std::string> of_either_order(std::string_view text, std::string_view separator) {
    const auto parts = split(text, separator);
    if (parts.size() != 3) return std::nullopt;
    const auto first = whole_number(parts[0]);
    const auto second = whole_number(parts[1]);
    const auto year = whole_number(parts[2]);
    if (!first || !second || !year || parts[2].size() != 4) return std::nullopt;
    const auto month_first = core::make_date(*year, *first, *second);
    const auto day_first = core::make_date(*year, *second, *first);
    if (month_first && day_first && *month_first != *day_first) return std::nullopt;
    if (month_first || day_first) return core::to_text(month_first ? *month_first : *day_first);
    return std::nullopt;
}

} // namespace

std::optional<std::string> birthday_of(std::string_view text) {
    text = core::trim(text);
    text = text.substr(0, text.find_first_of("T "));
    if (text.starts_with("--")) {
        const auto rest = text.substr(2);
        if (rest.size() == 4) return of_numbers({}, rest.substr(0, 2), rest.substr(2));
        return rest.size() == 5 && rest[2] == '-' ? of_numbers({}, rest.substr(0, 2), rest.substr(3)) : std::nullopt;
    }
    if (text.size() == 8 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }))
        return of_numbers(text.substr(0, 4), text.substr(4, 2), text.substr(6));
    if (text.size() == 10 && text[4] == '-' && text[7] == '-')
        return of_numbers(text.substr(0, 4), text.substr(5, 2), text.substr(8));
    if (text.size() == 5 && text[2] == '-') return of_numbers({}, text.substr(0, 2), text.substr(3));
    for (const std::string_view separator : {"/", "."})
        if (auto found = of_either_order(text, separator)) return found;
    return std::nullopt;
}

bool is_no_such_day(std::string_view text) {
    text = core::trim(text);
    if (text.size() == 8 && text.find_first_not_of("0123456789") == text.npos) return !birthday_of(text);
    for (const std::string_view separator : {"-", "/", "."}) {
        const auto parts = split(text, separator);
        const bool is_of_numbers =
            std::ranges::all_of(parts, [](std::string_view each) { return whole_number(each).has_value(); });
        if (parts.size() != 3 || !is_of_numbers) continue;
        const bool is_year_first = parts[0].size() == 4;
        const int year = *whole_number(parts[is_year_first ? 0 : 2]);
        const int month = *whole_number(parts[1]);
        const int day = *whole_number(parts[is_year_first ? 2 : 0]);
        return !core::make_date(year, month, day) && (is_year_first || !core::make_date(year, day, month));
    }
    return false;
}

std::string_view reason_of_no_day(std::string_view text) {
    text = core::trim(text);
    for (const std::string_view separator : {"-", "/", "."}) {
        const auto parts = split(text, separator);
        const bool is_short = std::ranges::all_of(
            parts, [](std::string_view each) { return each.size() <= 2 && whole_number(each).has_value(); });
        if (is_short && parts.size() == 3 && (parts[0].size() == 2 || parts[2].size() == 2))
            return "its year has two digits; write days as 2026-02-05 or 5 Feb 2026";
    }
    if (is_no_such_day(text)) return "there is no such day";
    const bool is_of_parts = text.find_first_of("/.") != text.npos && whole_number(text.substr(0, 1));
    return is_of_parts && text.find_first_not_of("0123456789/.") == text.npos
               ? "it could be two days; write days as 2026-02-05 or 5 Feb 2026"
               : "it is no date";
}

} // namespace kith::exchange
