// The events and to-dos of a calendar as they stand in its file, before times are worked out.
#pragma once

#include "kith/exchange/batch.hpp"

#include "tally.hpp"

#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kith::exchange {

/// A day or a time as it is written, `20261122T183000`, and the zone it is said to be in; empty where none is said.
struct WrittenTime {
    core::Moment moment;
    std::string zone; ///< `UTC` for a time that ends in `Z`.
};

struct Attendee {
    std::string name;
    std::string email;
    int line = 0;
};

/// One VEVENT or VTODO. Texts are plain; lists in the order of the file.
struct CalendarComponent {
    int line = 0;
    int end_line = 0; ///< Of the DTEND or DURATION.
    bool is_event = false;
    std::string uid;
    std::string summary;
    std::string description;
    std::string location;
    std::string url;
    std::string status; ///< Upper case.
    std::string duration;
    std::string rule; ///< RRULE.
    bool is_complete = false;
    bool is_from_then_on = false; ///< What stands for one of a series is what all after it are, too.
    bool is_all_day = false;      ///< Said to be, though its times are written as midnights.
    int sequence = 0;             ///< The later the version, the higher.
    std::vector<std::string> categories;
    std::vector<Attendee> attendees;
    std::optional<WrittenTime> start;
    std::optional<WrittenTime> end;
    std::optional<WrittenTime> due;
    std::optional<WrittenTime> created;
    std::optional<WrittenTime> changed;
    std::optional<WrittenTime> completed;
    std::optional<WrittenTime> replaces; ///< RECURRENCE-ID: which one of a series this stands for.
    std::vector<WrittenTime> also;       ///< RDATE.
    std::vector<WrittenTime> except;     ///< EXDATE.
};

struct CalendarFile {
    std::deque<CalendarComponent> entries;                 ///< So that they can be given back one by one.
    std::map<std::string, std::string, std::less<>> zones; ///< VTIMEZONEs as texts, by their TZID.
    std::map<std::string, int, std::less<>> zone_lines;    ///< Where each zone is first named beside a time.
    std::set<std::string> owners;                          ///< E-mail addresses that calendars are called by, folded.
    bool is_whole = true;                                  ///< False where something broken was passed over.
    bool is_cut_off = false;                               ///< Before the end of the calendar.
    std::vector<Skipped> skipped;
    std::string encoding; ///< Which was assumed of a text; mostly empty.
    Tally passed_over;    ///< Properties of the entries, and parts of them, that have no place in kith.
};

/// Times are checked to be such; rules and zones are not. A Failure where a component has no end, or a line is none.
[[nodiscard]] CalendarFile read_entries(const Pull& pull, bool skips_broken);

/// `20261122`, `20261122T183000` or `20261122T163000Z`; nothing for any other text.
[[nodiscard]] std::optional<WrittenTime> written_time(std::string_view text, std::string_view zone);

} // namespace kith::exchange
