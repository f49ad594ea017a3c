#include "written_date.hpp"

#include "kith/core/phrase.hpp"
#include "kith/core/text.hpp"

#include "birthday.hpp"
#include "plain_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

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
    bool has_short_year = false; ///< Of two digits: `15-Nov-23`.
};

/// Of two digits, as POSIX's strptime() has it.
int year_of_short(int digits) {
    constexpr int first_of_last_century = 69;
    return digits + (digits < first_of_last_century ? 2000 : 1900);
}

/// What the three words say, be there such a day or not.
std::optional<DayInWords> day_in_words(std::string_view text) {
    auto words = core::words(text);
    if (words.size() == 1) words = split(words.front(), "-");
    if (words.size() != 3) return std::nullopt;
    const bool is_month_first = month_of_word(words[0]).has_value();
    const auto month = month_of_word(words[is_month_first ? 0 : 1]);
    std::string_view day_word = words[is_month_first ? 1 : 0];
    if (day_word.ends_with(',')) day_word.remove_suffix(1);
    const auto day = whole_number(day_word);
    const auto year = whole_number(words[2]);
    if (!month || !day || !year) return std::nullopt;
    if (words[2].size() == 4) return DayInWords{*year, *month, *day};
    if (words[2].size() != 2 || is_month_first || day_word.size() > 2) return std::nullopt;
    return DayInWords{year_of_short(*year), *month, *day, true};
}

/// Three numbers of which the last is a year: day and month, in either order, but with dots between them.
struct InNumbers {
    int first = 0;
    int second = 0;
    int year = 0;
};

std::optional<InNumbers> in_numbers(std::string_view text) {
    for (const std::string_view separator : {"/", "-"}) {
        const auto parts = split(text, separator);
        if (parts.size() != 3 || parts[0].size() > 2 || parts[1].size() > 2 || parts[2].size() != 4) continue;
        const auto first = whole_number(parts[0]);
        const auto second = whole_number(parts[1]);
        const auto year = whole_number(parts[2]);
        if (first && second && year) return InNumbers{*first, *second, *year};
    }
    return std::nullopt;
}

/// Whether it is of the form of `22.11.2026`, or of `22.11.`, in which the day comes first in all tables, be there such
/// a day or not.
bool is_dotted(std::string_view text) {
    const auto parts = split(text, ".");
    if (parts.size() != 3 || parts[0].size() > 2 || parts[1].size() > 2) return false;
    const bool has_year = parts[2].size() == 4 && whole_number(parts[2]);
    return whole_number(parts[0]) && whole_number(parts[1]) && (has_year || parts[2].empty());
}

/// What a text says that says the same a century ago, so that it does not look from today; `friday` does.
std::optional<core::Moment> fixed_moment(const std::string& text) {
    constexpr core::PhraseContext now{core::Date{}, core::Facing::past};
    constexpr core::PhraseContext then{core::Date{std::chrono::days{-36525}}, core::Facing::past};
    const auto moment = core::parse_date(text, now);
    return moment && moment == core::parse_date(text, then) ? moment : std::nullopt;
}

/// As `yesterday`, `friday` and `2w` do.
bool looks_from_today(const std::string& text) {
    return core::parse_date(text, {core::Date{}, core::Facing::past}).has_value() && !fixed_moment(text);
}

struct DayAndTime {
    std::string day;
    std::optional<std::chrono::seconds> time;
};

/// The words of a text, `6:30PM` as two of them; some programs put no blank of ASCII before the PM.
std::vector<std::string> words_with_half(std::string_view text) {
    constexpr std::size_t most = 100; // No day is longer.
    std::string plain = lower(one_line(text.substr(0, most)));
    for (const std::string_view blank : {"\u202f", "\u00a0"})
        for (auto at = plain.find(blank); at != plain.npos; at = plain.find(blank))
            plain.replace(at, blank.size(), " ");
    const bool has_half = plain.size() > 2 && (plain.ends_with("am") || plain.ends_with("pm"));
    if (has_half && whole_number(std::string_view(plain).substr(plain.size() - 3, 1)))
        plain.insert(plain.size() - 2, " ");
    const auto words = core::words(plain);
    return {words.begin(), words.end()};
}

/// `18:30` or `6:30 PM`, taken off the end of the words; nothing where they do not end with a time.
std::optional<std::chrono::seconds> take_time(std::vector<std::string>& words) {
    constexpr std::chrono::hours half_day{12};
    auto rest = words;
    const auto last = rest.empty() ? std::string() : rest.back();
    const bool has_half = last == "am" || last == "pm";
    if (has_half) rest.pop_back();
    if (rest.empty()) return std::nullopt;
    const bool is_hour = has_half && rest.back().find(':') == rest.back().npos;
    const auto timed = core::parse_date(fmt::format("2000-01-01 {}{}", rest.back(), is_hour ? ":00" : ""), {});
    if (!timed || !timed->time) return std::nullopt;
    auto time = *timed->time;
    if (has_half && (time < std::chrono::hours{1} || time >= half_day + std::chrono::hours{1})) return std::nullopt;
    if (has_half) time = time % half_day + (last == "pm" ? half_day : std::chrono::hours{0});
    rest.pop_back();
    words = std::move(rest);
    return time;
}

/// `11/22/2026 6:30 PM` in its two parts; all of it is the day where it does not end with a time.
DayAndTime day_and_time(std::string_view text) {
    auto words = words_with_half(text);
    const auto time = words.size() < 2 ? std::nullopt : take_time(words);
    if (!time || words.empty()) return {one_line(text), std::nullopt};
    return {core::join(words, " "), time};
}

constexpr std::size_t length_of_day = 10;

/// The parts of `2026-11-22T18:30:00.000+01:00`, or with blanks between them, and `UTC` for `Z`.
struct Instant {
    std::string clock; ///< `2026-11-22T18:30:00`
    std::string zone;  ///< Empty where there is none.
};

/// Nothing where it has not the form, be there such a time or not.
std::optional<Instant> instant_in(std::string_view text) {
    if (!core::parse_iso_date(text.substr(0, length_of_day)) || text.size() < length_of_day + 2) return std::nullopt;
    auto rest = text.substr(length_of_day);
    if (rest.front() != 'T' && rest.front() != ' ') return std::nullopt;
    rest.remove_prefix(1);
    const auto clock = core::trim(rest.substr(0, rest.find_first_of("+-ZUG")));
    auto zone = rest.substr(std::min(rest.size(), rest.find_first_of("+-ZUG")));
    if (zone == "UTC" || zone == "GMT") zone = "Z";
    if (clock.empty() || clock.find_first_not_of("0123456789:.") != clock.npos) return std::nullopt;
    if (zone.find_first_not_of("0123456789:+-Z") != zone.npos) return std::nullopt;
    return Instant{fmt::format("{}T{}", text.substr(0, length_of_day), clock.substr(0, clock.find('.'))),
                   std::string(zone)};
}

/// How far `Z`, `+01:00`, `+0100` or `+01` is ahead of UTC.
std::optional<std::chrono::minutes> offset_of(std::string_view zone) {
    if (zone == "Z") return std::chrono::minutes{0};
    constexpr int most_hours = 14;
    constexpr int minutes_of_hour = 60;
    const bool is_behind = zone.starts_with('-');
    std::string digits(zone.substr(1));
    if (digits.size() == 5 && digits[2] == ':') digits.erase(2, 1);
    if (digits.size() == 2) digits += "00";
    const auto hours = whole_number(std::string_view(digits).substr(0, 2));
    const auto minutes = digits.size() == 4 ? whole_number(std::string_view(digits).substr(2)) : std::nullopt;
    if (!hours || !minutes || *hours > most_hours || *minutes >= minutes_of_hour) return std::nullopt;
    const std::chrono::minutes offset{*hours * minutes_of_hour + *minutes};
    return is_behind ? -offset : offset;
}

std::optional<core::Moment> of_utc(std::chrono::seconds time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    return core::Moment{core::Date{day}, time - day};
}

/// What it says; of a time in a zone what the clock shows then.
std::optional<core::Moment> moment_of_instant(std::string_view text, const LocalClock* clock) {
    const auto instant = instant_in(text);
    const auto moment = instant ? core::parse_iso_moment(instant->clock) : std::nullopt;
    if (!moment || instant->zone.empty()) return moment;
    const auto offset = offset_of(instant->zone);
    if (!moment->time || !offset) return std::nullopt;
    const auto time = moment->date.time_since_epoch() + *moment->time - *offset;
    return clock == nullptr ? of_utc(time) : (*clock)(time);
}

std::optional<core::Date> date_in_order(std::string_view text, DateOrder order) {
    const auto said = in_numbers(text);
    if (!said || order == DateOrder::unknown) return std::nullopt;
    const bool is_month_first = order == DateOrder::month_first;
    return core::make_date(said->year, is_month_first ? said->first : said->second,
                           is_month_first ? said->second : said->first);
}

bool has_short_year(std::string_view text) {
    const auto said = day_in_words(day_and_time(text).day);
    return said && said->has_short_year;
}

std::optional<std::string> day_of_any_year(std::optional<int> month, std::optional<int> day) {
    constexpr int leap_year = 2000;
    if (!day || !month || !core::make_date(leap_year, *month, *day)) return std::nullopt;
    return fmt::format("{:02}-{:02}", *month, *day);
}

/// `14-Mar`, `Mar 14` and `14.03.` as `03-14`; `Mar-14` might be a month of a year.
std::optional<std::string> day_without_year(std::string_view text) {
    if (is_dotted(text)) {
        const auto parts = split(text, ".");
        return parts[2].empty() ? day_of_any_year(whole_number(parts[1]), whole_number(parts[0])) : std::nullopt;
    }
    auto words = core::words(text);
    const bool may_be_month_first = words.size() == 2;
    if (words.size() == 1) words = split(words.front(), "-");
    if (words.size() != 2) return std::nullopt;
    if (may_be_month_first && month_of_word(words[0])) std::swap(words[0], words[1]);
    if (words[0].ends_with('.')) words[0].remove_suffix(1);
    return day_of_any_year(month_of_word(words[1]), whole_number(words[0]));
}

} // namespace

std::optional<std::chrono::seconds> time_of_words(std::string_view text) {
    auto words = words_with_half(text);
    const auto time = take_time(words);
    return words.empty() ? time : std::nullopt;
}

std::string_view day_of_midnight(std::string_view text) {
    const auto plain = core::trim(text);
    const auto day = plain.substr(0, length_of_day);
    auto rest = plain.substr(day.size());
    constexpr std::string_view midnight = "00:00:00";
    if (!core::parse_iso_date(day) || rest.empty() || (rest.front() != ' ' && rest.front() != 'T')) return text;
    rest.remove_prefix(1);
    if (!rest.starts_with(midnight)) return text;
    rest.remove_prefix(midnight.size());
    const bool is_fraction = rest.size() > 1 && rest.front() == '.' && rest.find_first_not_of('0', 1) == rest.npos;
    return rest.empty() || is_fraction ? day : text;
}

bool says_time(std::string_view text) {
    return day_and_time(text).time.has_value() || instant_in(core::trim(text)).has_value();
}

void SeenDates::note(std::string_view text) {
    constexpr int months_of_year = 12;
    const auto said = in_numbers(day_and_time(text).day);
    if (!said) return;
    has_day_first_ = has_day_first_ || said->first > months_of_year;
    has_month_first_ = has_month_first_ || said->second > months_of_year;
}

DateOrder SeenDates::order() const {
    if (has_day_first_ == has_month_first_) return DateOrder::unknown;
    return has_day_first_ ? DateOrder::day_first : DateOrder::month_first;
}

std::optional<core::Moment> moment_of_words(std::string_view text, const DateForm& form) {
    if (const auto moment = core::parse_iso_moment(core::trim(text))) return moment;
    if (const auto moment = moment_of_instant(core::trim(text), form.clock)) return moment;
    const auto [day, time] = day_and_time(text);
    if (const auto date = date_in_order(day, form.order)) return core::Moment{*date, time};
    if (const auto moment = fixed_moment(day)) return core::Moment{moment->date, time};
    if (is_dotted(day)) return std::nullopt;
    const bool has_rest = day.find_first_of("T ") != day.npos && !day_in_words(day);
    const auto date = has_rest ? std::nullopt : date_of_words(day);
    return date ? std::optional(core::Moment{*date, time}) : std::nullopt;
}

std::optional<std::string> birthday_of_words(std::string_view text, const DateForm& form) {
    const bool is_day_first = is_dotted(day_and_time(text).day);
    if (auto birthday = is_day_first ? std::nullopt : birthday_of(text)) return birthday;
    if (has_short_year(text)) return std::nullopt;
    if (const auto moment = moment_of_words(text, form)) return core::to_text(moment->date);
    return day_without_year(core::trim(text));
}

std::string reason_of_future(core::Date date, core::Date today) {
    if (date <= today) return {};
    return core::to_text(date) + " is still to come; the log is for what has happened";
}

std::string_view reason_of_no_moment(std::string_view text) {
    if (instant_in(core::trim(text))) return "there is no such time";
    const auto day = day_and_time(text).day;
    if (day_without_year(day)) return "its year is not said; write days as 2026-02-05 or 5 Feb 2026";
    if (looks_from_today(day))
        return "days that look from today are not read in tables; write them as 2026-02-05 or 5 Feb 2026";
    if (is_dotted(day)) return "there is no such day";
    return reason_of_no_date(day);
}

std::string_view reason_of_no_birthday(std::string_view text) {
    return has_short_year(text) ? "the century is not said" : reason_of_no_moment(text);
}

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
