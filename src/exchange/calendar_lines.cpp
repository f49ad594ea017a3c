#include "calendar_lines.hpp"

#include "kith/core/text.hpp"

#include "plain_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kith::exchange {
namespace {

constexpr std::array<std::string_view, 5> structure{"BEGIN", "END", "TZID", "TZOFFSETFROM", calendar_name};

struct TextProperty {
    std::string_view name;
    std::string CalendarComponent::*member;
    std::string (*spelt)(std::string_view);
};

std::string one_line_upper(std::string_view text) {
    return upper(one_line(text));
}

constexpr std::array text_properties{
    TextProperty{"UID", &CalendarComponent::uid, one_line},
    TextProperty{"SUMMARY", &CalendarComponent::summary, one_line},
    TextProperty{"DESCRIPTION", &CalendarComponent::description, several_lines},
    TextProperty{"LOCATION", &CalendarComponent::location, one_line},
    TextProperty{"URL", &CalendarComponent::url, one_line},
    TextProperty{"X-GOOGLE-CONFERENCE", &CalendarComponent::url, one_line},
    TextProperty{"STATUS", &CalendarComponent::status, one_line_upper},
    TextProperty{"DURATION", &CalendarComponent::duration, one_line},
    TextProperty{"RRULE", &CalendarComponent::rule, one_line_upper},
};

struct TimeProperty {
    std::string_view name;
    std::optional<WrittenTime> CalendarComponent::*member;
};

constexpr std::array time_properties{
    TimeProperty{"DTSTART", &CalendarComponent::start},
    TimeProperty{"DTEND", &CalendarComponent::end},
    TimeProperty{"DUE", &CalendarComponent::due},
    TimeProperty{"CREATED", &CalendarComponent::created},
    TimeProperty{"LAST-MODIFIED", &CalendarComponent::changed},
    TimeProperty{"COMPLETED", &CalendarComponent::completed},
    TimeProperty{"RECURRENCE-ID", &CalendarComponent::replaces},
};

constexpr std::string_view all_day = "X-MICROSOFT-CDO-ALLDAYEVENT";

constexpr std::array<std::string_view, 10> other_properties{all_day,      "CATEGORIES", "ATTENDEE",         "ORGANIZER",
                                                            "RDATE",      "EXDATE",     "PERCENT-COMPLETE", "SEQUENCE",
                                                            "TZOFFSETTO", "VERSION"};

/// What only tells programs of each other, and when a file was written: `DTSTAMP` is another one in each.
constexpr std::array<std::string_view, 2> bookkeeping{"PRODID", "DTSTAMP"};

/// What a follow-up has no place for, though an event has.
constexpr std::array<std::string_view, 11> of_events{
    "LOCATION",   "URL",      "X-GOOGLE-CONFERENCE", "DURATION",     "DTEND", "RDATE", "EXDATE",
    "CATEGORIES", "ATTENDEE", "ORGANIZER",           "RECURRENCE-ID"};

/// These say no more than that there is an entry.
constexpr std::array<std::string_view, 4> usual_statuses{"CONFIRMED", "NEEDS-ACTION", "COMPLETED", "CANCELLED"};

template<class List> bool has(const List& list, std::string_view name) {
    return std::ranges::find(list, name) != list.end();
}

std::optional<std::chrono::seconds> time_of(std::string_view text) {
    const auto hours = whole_number(text.substr(0, 2));
    const auto minutes = whole_number(text.substr(2, 2));
    const auto seconds = whole_number(text.substr(4, 2));
    if (!hours || !minutes || !seconds || *hours > 23 || *minutes > 59 || *seconds > 60) return std::nullopt;
    return std::chrono::hours(*hours) + std::chrono::minutes(*minutes) + std::chrono::seconds(std::min(*seconds, 59));
}

std::string add_times(std::vector<WrittenTime>& times, const ContentLine& line, std::string_view text) {
    for (auto each : split(text, ",")) {
        each = core::trim(each.substr(0, each.find('/'))); // Of a period, the beginning.
        const auto time = written_time(each, line.parameter("TZID"));
        if (!time) return fmt::format("'{}' is no date", one_line(each));
        times.push_back(*time);
    }
    return {};
}

/// Rooms and things are no people, and who declined was not there.
void add_attendee(CalendarComponent& entry, const ContentLine& line, std::string_view text, Tally& passed_over) {
    const auto kind = line.parameter("CUTYPE");
    const bool is_person =
        kind.empty() || equals_ignoring_case(kind, "INDIVIDUAL") || equals_ignoring_case(kind, "UNKNOWN");
    const auto name = line.parameter("CN");
    auto address = one_line(text);
    if (!is_person || !core::is_valid_utf8(name)) return passed_over.add("ATTENDEE that is no person");
    if (equals_ignoring_case(line.parameter("PARTSTAT"), "DECLINED"))
        return passed_over.add("ATTENDEE who has declined");
    const bool is_mail = lower(std::string_view(address).substr(0, 7)) == "mailto:";
    entry.attendees.push_back({one_line(name), is_mail ? percent_decoded(address.substr(7)) : "", line.line});
}

std::string take_other(CalendarComponent& entry, const ContentLine& line, std::string_view text, KnownTexts& categories,
                       Tally& passed_over) {
    if (line.name == "RDATE") return add_times(entry.also, line, text);
    if (line.name == "EXDATE") return add_times(entry.except, line, text);
    if (line.name == "ATTENDEE" || line.name == "ORGANIZER") add_attendee(entry, line, text, passed_over);
    if (line.name == "PERCENT-COMPLETE") {
        entry.is_complete = core::trim(text) == "100";
        if (!entry.is_complete && core::trim(text) != "0") passed_over.add(line.name);
    }
    if (line.name == all_day) entry.is_all_day = upper(core::trim(text)) == "TRUE";
    if (line.name == "SEQUENCE") entry.sequence = whole_number(core::trim(text)).value_or(0);
    if (line.name == "CATEGORIES")
        for (const auto each : split_escaped(text, ',')) {
            const auto category = unescape(each);
            auto tag = label(category);
            if (tag.empty() && !one_line(category).empty()) passed_over.add("CATEGORIES without a letter or digit");
            if (!categories.add(entry.categories, std::move(tag)))
                passed_over.add(fmt::format("CATEGORIES beyond {}", most_texts));
        }
    return {};
}

/// Of a property of which one is kept.
void take_text(std::string& member, std::string text, const std::string& name, Tally& passed_over) {
    if (name == "STATUS" && !text.empty() && !has(usual_statuses, text)) passed_over.add(name);
    if (member.empty())
        member = std::move(text);
    else if (!text.empty() && text != member)
        passed_over.add(name + " beyond the first");
}

/// Which of the others of a series a replaced one stands for, too.
void take_range(CalendarComponent& entry, const ContentLine& line, Tally& passed_over) {
    const auto range = line.parameter("RANGE");
    entry.is_from_then_on = equals_ignoring_case(range, "THISANDFUTURE");
    if (!range.empty() && !entry.is_from_then_on) passed_over.add("RECURRENCE-ID with a RANGE but THISANDFUTURE");
}

} // namespace

std::optional<WrittenTime> written_time(std::string_view text, std::string_view zone) {
    WrittenTime time;
    if (text.size() == 16 && text.back() == 'Z') {
        time.zone = "UTC";
        text.remove_suffix(1);
    } else {
        time.zone = core::is_valid_utf8(zone) ? one_line(zone) : "";
    }
    if (text.size() != 8 && (text.size() != 15 || text[8] != 'T')) return std::nullopt;
    const auto year = whole_number(text.substr(0, 4));
    const auto month = whole_number(text.substr(4, 2));
    const auto day = whole_number(text.substr(6, 2));
    const auto date = year && month && day ? core::make_date(*year, *month, *day) : std::nullopt;
    if (!date) return std::nullopt;
    time.moment.date = *date;
    if (text.size() == 8) return time;
    time.moment.time = time_of(text.substr(9));
    return time.moment.time ? std::optional(time) : std::nullopt;
}

bool is_wanted_of_calendar(std::string_view name) {
    const auto names = [name](const auto& property) { return property.name == name; };
    return has(structure, name) || has(other_properties, name) || std::ranges::any_of(text_properties, names) ||
           std::ranges::any_of(time_properties, names);
}

std::string take_line(CalendarComponent& entry, const ContentLine& line, KnownTexts& categories, Tally& passed_over) {
    if (!is_wanted_of_calendar(line.name)) {
        if (!line.is_empty && !has(bookkeeping, line.name)) passed_over.add(line.name);
        return {};
    }
    const auto text = decoded(line);
    if (!text) return reason_undecoded(line);
    if (!entry.is_event && !line.is_empty && has(of_events, line.name)) passed_over.add(line.name + " of a to-do");
    for (const auto& property : text_properties) {
        if (property.name != line.name) continue;
        take_text(entry.*property.member, property.spelt(unescape(*text)), line.name, passed_over);
        return {};
    }
    for (const auto& property : time_properties) {
        if (property.name != line.name) continue;
        auto& member = entry.*property.member;
        auto time = written_time(core::trim(*text), line.parameter("TZID"));
        if (!time) return fmt::format("'{}' is no date", one_line(*text));
        member = std::move(time);
        if (line.name == "RECURRENCE-ID") take_range(entry, line, passed_over);
        return {};
    }
    return take_other(entry, line, *text, categories, passed_over);
}

} // namespace kith::exchange
