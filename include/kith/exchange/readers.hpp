// Files of other programs, read: address books, LinkedIn's contacts, tables, calendars, the journal of `friends`.
#pragma once

#include "kith/exchange/batch.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <string_view>

namespace kith::exchange {

enum class FileKind { vcard, linkedin, csv, ics, friends, json };

/// What kind of file begins with `beginning` (a few kilobytes of it), by its content; where that says nothing, by the
/// ending of its name. Nothing where neither tells.
[[nodiscard]] std::optional<FileKind> recognise(std::string_view beginning, std::string_view file_name);

/// Whether there is nothing but blanks and a byte-order mark.
[[nodiscard]] bool is_blank(std::string_view bytes);

// All readers: texts in the batch are valid UTF-8 without control characters (but line breaks in notes, and what is in
// the texts of kith's own tables); a Failure of
// kind bad_data with the line where the file is not what it should be. People have no ids but for those that kith's own
// CSV gives them, and those that a person has whom a record of the batch names in `with` or `met`.

/// vCards of versions 2.1, 3.0 and 4.0. Photos are passed over without being kept. Phones become the handles `phone`,
/// `phone-2`, ..., the preferred one first; a person's key is the UID, else the first e-mail, else the name.
[[nodiscard]] Batch read_vcard(const Pull& pull, const ReadOptions& options);

/// LinkedIn's `Connections.csv`. A person's key is the address of the profile (`in/anasouza`), else the e-mail.
[[nodiscard]] Batch read_linkedin(const Pull& pull, const ReadOptions& options);

/// A table with a header, mapped to keys by the names that kith, Google Contacts and Outlook give their columns, or as
/// `options.columns` says. Holds people, or entries of the log, events or follow-ups where the header is theirs.
[[nodiscard]] Batch read_csv(const Pull& pull, const ReadOptions& options);

/// The address of a function of libical by its name; nullptr where there is none such.
using FindFunction = std::function<void*(const char* name)>;

/// The library that `find` of read_ics() looks in, and the Debian package that has it.
struct LibraryName {
    const char* name;
    const char* package;
};
[[nodiscard]] LibraryName calendar_library();

/// How far the clocks of a zone are ahead of UTC, so many seconds after 1970 began in UTC.
using ZoneOffset = std::function<std::chrono::seconds(std::chrono::seconds)>;
/// That of a zone by its name in the time zone database (`Europe/Lisbon`); nothing where it has none of this name.
using FindZone = std::function<std::optional<ZoneOffset>(const std::string& name)>;

/// iCalendar: events, each recurrence within `since` and `until` one of its own, and to-dos as follow-ups. Attendees
/// are offered as people, but for the user: an address of `options.own_addresses`, or one that is the calendar's name,
/// as it is of the calendar of one's own account. Times with a zone are those of the clock in `options.time_zone`,
/// times without one are as they are written, and so are those of a zone that nobody knows, which is noted in
/// `skipped`. An event that does not recur is left out only where `since` or `until` is given and says so. Keys are the
/// UID, of recurrences `UID/2026-11-22`. libical is called through `find`, for it is loaded only where there is a
/// calendar to read.
[[nodiscard]] Batch read_ics(const Pull& pull, const ReadOptions& options, const FindFunction& find,
                             const FindZone& find_zone);

/// `friends.md` of the program friends: friends, and their activities as entries of the log. A note is a dated line in
/// the notes of those it names, never an entry, for it is no contact.
[[nodiscard]] Batch read_friends(const Pull& pull, const ReadOptions& options);

} // namespace kith::exchange
