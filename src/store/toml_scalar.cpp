#include "toml_scalar.hpp"

#include "toml_text.hpp"

#include <algorithm>
#include <chrono>

namespace kith::store {

namespace {

int number(std::string_view digits) {
    int result = 0;
    for (const char digit : digits) result = result * 10 + (digit - '0');
    return result;
}

/// Digits where the pattern has `0`, else the pattern's own byte.
bool has_form(std::string_view source, std::string_view pattern) {
    if (source.size() != pattern.size()) return false;
    for (std::size_t index = 0; index < pattern.size(); ++index) {
        const bool fits = pattern[index] == '0' ? is_digit(source[index]) : source[index] == pattern[index];
        if (!fits) return false;
    }
    return true;
}

bool is_certain_date(std::string_view source) {
    if (!has_date_form(source)) return false;
    const auto month = number(source.substr(5, 2));
    const auto day = number(source.substr(8, 2));
    const std::chrono::year_month_day date{std::chrono::year{number(source.substr(0, 4))},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok();
}

bool is_certain_time(std::string_view source) {
    return has_form(source, "00:00:00") && number(source.substr(0, 2)) < 24 && number(source.substr(3, 2)) < 60 &&
           number(source.substr(6, 2)) < 60;
}

bool is_certain_number(std::string_view source) {
    const auto unsigned_part = source.substr(source.starts_with('+') || source.starts_with('-') ? 1 : 0);
    const auto point = unsigned_part.find('.');
    const auto whole = unsigned_part.substr(0, point);
    const bool leading_zero = whole.size() > 1 && whole.front() == '0';
    if (whole.empty() || unsigned_part.size() > 18 || leading_zero || !std::ranges::all_of(whole, is_digit)) {
        return false;
    }
    if (point == std::string_view::npos) return true;
    const auto fraction = unsigned_part.substr(point + 1);
    return !fraction.empty() && std::ranges::all_of(fraction, is_digit);
}

} // namespace

bool has_date_form(std::string_view source) {
    return has_form(source, "0000-00-00");
}

Scalar kind_of_scalar(std::string_view source) {
    if (source == "true" || source == "false") return Scalar::boolean;
    if (source.size() >= 3 && source[2] == ':') return Scalar::time;
    if (has_date_form(source.substr(0, 10))) {
        if (source.size() == 10) return Scalar::date;
        const auto after_time = source.find_first_of("Zz+-", 10);
        return after_time == std::string_view::npos ? Scalar::date_time : Scalar::offset_date_time;
    }
    const bool based = source.starts_with("0x") || source.starts_with("0o") || source.starts_with("0b");
    if (!based && source.find_first_of(".eEin") != std::string_view::npos) return Scalar::floating;
    const bool number_begins = !source.empty() && (is_digit(source[0]) || source[0] == '+' || source[0] == '-');
    return number_begins ? Scalar::integer : Scalar::unknown;
}

bool is_certain_scalar(std::string_view source) {
    switch (kind_of_scalar(source)) {
    case Scalar::boolean:
        return true;
    case Scalar::integer:
    case Scalar::floating:
        return is_certain_number(source);
    case Scalar::date:
        return is_certain_date(source);
    case Scalar::date_time:
        return is_certain_date(source.substr(0, 10)) && (source[10] == 'T' || source[10] == ' ') &&
               is_certain_time(source.substr(11));
    default:
        return false;
    }
}

} // namespace kith::store
