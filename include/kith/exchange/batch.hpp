// What a file of another program holds, as records of the journal, before it is compared with what is there.
#pragma once

#include "kith/core/journal.hpp"
#include "kith/core/strategy.hpp"
#include "kith/exchange/packed_list.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::exchange {

/// The next piece of a file, of any length and cut anywhere; empty at its end. The piece lasts until the next call.
/// A file is read so that it need not be in memory as a whole.
using Pull = std::function<std::string_view()>;

/// A record as the other program has it. Ids in it (its own, and those of people in `with` and `met`) are the batch's:
/// they tell its records apart and say nothing of the journal's ids.
template<class Record> struct Incoming {
    Record record;
    std::string key; ///< What the record is called in its source, the same in each export; empty where nothing is.
    int line = 0;    ///< Where it begins, from 1.
    std::string other = {};       ///< Of kith's own files: its keys that kith does not know, as lines of TOML.
    bool has_id_of_table = false; ///< The key is one that another table may have for another record, such as `1`.
};

/// What the key is by which a source calls somebody; the reader says so, for no key tells by how it looks.
enum class KeyKind {
    address, ///< A name or an e-mail: others may have it too, and it may change.
    profile, ///< What somebody is called on the source's network: nobody else is, and it may change.
    own,     ///< One that the source has made for them, such as a UID: it stays.
};

struct IncomingPerson : Incoming<core::Person> {
    std::vector<std::string> emails; ///< All of them, as written; the record has the first.
    bool is_offered = false;         ///< Named beside the matter, as the attendees of a meeting: added only on request.
    KeyKind key_kind = KeyKind::address;
};

/// What was not taken, and why: `no name and no address`. As a note, what is to be told of a record that came in: that
/// it did without one value, or that a word in it is kept as it stands.
struct Skipped {
    int line = 0;
    std::string reason;
    bool is_note = false;
    /// What stands behind the count of them where a file has several of a kind: `birthdays are ...`. A literal; empty
    /// for what is told each by itself.
    std::string_view of_many = {};
    friend bool operator==(const Skipped&, const Skipped&) = default;
};

[[nodiscard]] inline Skipped noted(int line, std::string reason) {
    return {line, std::move(reason), true};
}

/// The strategy in a file of kith's own.
struct IncomingStrategy {
    core::Targets targets;
    std::vector<Incoming<core::Goal>> goals;
    std::vector<Incoming<core::Audience>> audiences;
    std::vector<Incoming<core::Platform>> platforms;
    std::vector<Incoming<core::Topic>> topics;
    std::vector<Incoming<core::Channel>> channels;
    std::vector<Incoming<core::Post>> posts;
};

/// What a calendar says of all events with one UID: within `range` it has those that it lists, and no others. Or of the
/// key of one of them, that it does not take place.
struct EventSeries {
    std::string uid;
    core::DateRange range;
    int cancelled_line = 0; ///< Where the file says that it is cancelled; 0 where it is not.
    /// Of a cancelled entry that is no series: when it was to start.
    std::optional<core::Moment> cancelled_start = {};
};

/// All that a file holds. Lists are in the order of the file.
struct Batch {
    std::string from; ///< `linkedin`, `vcard`, `csv`, `ics` or `friends`; empty for kith's own, which keeps its ids.
    PackedList<IncomingPerson> people;
    std::vector<std::string> lists = {}; ///< Of `phone` and `website` those that its form has a place for.
    std::vector<Incoming<core::Group>> groups;
    PackedList<Incoming<core::Interaction>> interactions;
    PackedList<Incoming<core::Event>> events;
    PackedList<Incoming<core::Followup>> followups;
    std::vector<EventSeries> series; ///< Of events whose keys are a UID, or `UID/2026-12-01`; and what is cancelled.
    bool is_whole = true; ///< False of a calendar of which something could not be read: it says nothing of series.
    std::vector<std::string> not_asked; ///< Keys of events that take place on days which were not asked for.
    IncomingStrategy strategy;
    /// Whether entries may have the mode of their channel, as lists show it, and not only one of their own.
    bool has_resolved_modes = false;
    std::vector<Skipped> skipped;
    std::string encoding = {}; ///< Which was assumed of a file that is not UTF-8 and does not tell; mostly empty.
    std::vector<std::string> passed_over; ///< Columns or properties that say something and have no place in kith.
};

/// What a reader may be told.
struct ReadOptions {
    core::Date today;
    /// Recurring events are written out from here (a year before today unless told) to here (a year after today unless
    /// told), both included. Where one is told that lies beyond that year, the other one is a year from it.
    std::optional<core::Date> since, until;
    bool skips_broken = false; ///< A broken record is passed over and told, instead of refusing the whole file.
    core::TextTable columns;   ///< For CSV: which key is in which column, by the column's name.
    std::vector<std::string> channels = {}; ///< For friends.md those that a word may name, for tables all there are.
    std::vector<std::string> own_addresses = {}; ///< For calendars: the user's own e-mails, which make nobody.
    std::string time_zone = "UTC"; ///< For calendars: the zone that times are moved to, by its name (`Europe/Lisbon`).
};

/// One reader a kind of file. A Failure of kind bad_data with the line (and no file: the caller knows it) where the
/// file is not what it should be.
using Reader = std::function<Batch(const Pull&, const ReadOptions&)>;

/// The same in UTF-8 where it is UTF-16, with a byte-order mark or without; else as it is. A Failure with the line
/// where it is no such text.
[[nodiscard]] Pull as_utf8(Pull pull);

/// A pull on a text that is in memory as a whole, given out in pieces of `size` bytes.
[[nodiscard]] Pull pull_from(std::string_view text, std::size_t size = 65536);

} // namespace kith::exchange
