#include "numerals.hpp"

#include <algorithm>

namespace kith::core {

bool is_digit(char character) {
    return character >= '0' && character <= '9';
}

std::string_view leading_digits(std::string_view text) {
    const auto end = std::ranges::find_if_not(text, is_digit);
    return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

std::optional<int> number(std::string_view text, std::size_t most_digits) {
    if (text.empty() || text.size() > most_digits || leading_digits(text) != text) return std::nullopt;
    int result = 0;
    for (const char digit : text) result = result * 10 + (digit - '0');
    return result;
}

std::optional<NumericDate> numeric_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    unsigned highest = 0; // Of all that should be digits, compared once: most dates of a journal are read here.
    const auto digit_at = [text, &highest](std::size_t place) {
        const unsigned digit = static_cast<unsigned char>(text[place]) - unsigned{'0'};
        highest = std::max(highest, digit);
        return static_cast<int>(digit);
    };
    const auto two_at = [&digit_at](std::size_t place) { return digit_at(place) * 10 + digit_at(place + 1); };
    const NumericDate date{two_at(0) * 100 + two_at(2), two_at(5), two_at(8)};
    return highest <= 9 ? std::optional{date} : std::nullopt;
}

std::optional<ClockTime> clock_time(std::string_view text) {
    const auto hour = leading_digits(text);
    const auto rest = text.substr(hour.size());
    if (rest.size() != 3 && rest.size() != 6) return std::nullopt;
    if (rest[0] != ':' || (rest.size() == 6 && rest[3] != ':')) return std::nullopt;
    const auto hours = number(hour, 2);
    const auto minutes = number(rest.substr(1, 2), 2);
    const auto seconds = rest.size() == 6 ? number(rest.substr(4, 2), 2) : std::optional{0};
    return hours && minutes && seconds ? std::optional{ClockTime{*hours, *minutes, *seconds}} : std::nullopt;
}

std::optional<std::chrono::seconds> since_midnight(ClockTime time) {
    if (time.hour > 23 || time.minute > 59 || time.second > 59) return std::nullopt;
    return std::chrono::hours{time.hour} + std::chrono::minutes{time.minute} + std::chrono::seconds{time.second};
}

} // namespace kith::core
