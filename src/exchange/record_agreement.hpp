// Whether a record that has the id or key of one that is here is likely to be that one.
#pragma once

#include "kith/core/records.hpp"
#include "kith/core/text.hpp"
#include "kith/exchange/origin.hpp"

#include "record_looks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace kith::exchange {

inline const std::string& words_of(const core::Interaction& record) {
    return record.note;
}
inline const std::string& words_of(const core::Followup& record) {
    return record.note;
}
inline const std::string& words_of(const core::Event& record) {
    return record.name;
}

/// The first line of a record's words, by which it is told of.
template<class Record> std::string title_of(const Record& record) {
    const auto& words = words_of(record);
    return words.substr(0, words.find('\n'));
}

// The keys of what moment_of() and words_of() give.
inline std::string_view key_of_moment(const core::Interaction&) {
    return "date";
}
inline std::string_view key_of_moment(const core::Followup&) {
    return "due";
}
inline std::string_view key_of_moment(const core::Event&) {
    return "start";
}
template<class Record> std::string_view key_of_words(const Record&) {
    return std::is_same_v<Record, core::Event> ? "name" : "note";
}

template<class Record> bool is_on_same_day(const Record& left, const Record& right) {
    return moment_of(left).date == moment_of(right).date;
}
template<class Record> bool has_same_words(const Record& left, const Record& right) {
    return !words_of(right).empty() && core::fold(words_of(left)) == core::fold(words_of(right));
}

/// Whether a value of the key was taken from any source.
inline bool was_taken(const core::TextTable& imported, std::string_view key) {
    return std::ranges::any_of(imported, [&](const auto& entry) { return is_mark_of(entry.first, key); });
}

// Those of an Agreement in the words alone, and in both.
inline constexpr int strength_of_words = 2;
inline constexpr int strength_of_all = 3;

/// What speaks for it that a source's record is the one here that has its id or key, each as it is here or as it was
/// taken.
struct Agreement {
    bool has_words = false; ///< The note, or an event's name.
    bool has_day = false;
    /// Anything else, of a record that was written by hand and then found: neither of these was ever taken.
    bool has_other = false;

    /// 0 where it is another one.
    [[nodiscard]] int strength() const {
        if (has_words || has_day) return (has_words ? strength_of_words : 0) + (has_day ? 1 : 0);
        return has_other ? 1 : 0;
    }
};

template<class Record> Agreement agreement(const Record& known, const Record& said, std::string from, std::string key) {
    Agreement agreed{has_same_words(known, said), is_on_same_day(known, said)};
    if (agreed.has_words && agreed.has_day) return agreed;
    const bool is_by_hand = !was_taken(known.imported, key_of_moment(said));
    SourceState part{std::move(from), std::move(key), {}, {}};
    for (const auto& field : core::to_fields(said)) {
        part.fields = {field};
        if (field.key == "id" || field.key == "imported" || !is_as_taken(known.imported, part)) continue;
        agreed.has_words = agreed.has_words || field.key == key_of_words(said);
        agreed.has_day = agreed.has_day || field.key == key_of_moment(said);
        agreed.has_other = agreed.has_other || is_by_hand;
    }
    return agreed;
}

/// Whether the id of a table's row is made as kith makes its own, and no number of a row.
inline bool is_like_own_id(const std::string& id) {
    return !id.empty() && core::slug(id) == id && id.find_first_not_of("0123456789") != id.npos;
}

/// Whether an id is one that kith makes by chance, and that no other record has: eight characters of Crockford's
/// base32. Those of events are made of their names.
inline bool is_random_id(std::string_view id) {
    constexpr std::size_t length = 8;
    return id.size() == length && id.find_first_not_of("0123456789abcdefghjkmnpqrstvwxyz") == id.npos;
}

template<class Record> std::string_view one_of() {
    if (std::is_same_v<Record, core::Interaction>) return "entry";
    return std::is_same_v<Record, core::Event> ? "event" : "follow-up";
}

/// `the id 1 is another entry's here; this one comes in beside it`
template<class Record> std::string came_beside(const std::string& id) {
    return fmt::format("the id {} is another {}'s here; this one comes in beside it", id, one_of<Record>());
}

/// `the entry 1 stays as it is here: 2026-11-04, five`
template<class Record> std::string what_stays(const Record& known, const std::string& id) {
    return fmt::format("the {} {} stays as it is here: {}{}", one_of<Record>(), id, core::to_text(moment_of(known)),
                       words_of(known).empty() ? "" : ", " + title_of(known));
}

/// `Call is done here and stays`
inline std::string stays_closed(const core::Followup& known) {
    return fmt::format("{} is {} here and stays", title_of(known), known.done ? "done" : "dropped");
}

/// `RustConf, 2026-09-09, Montreal`
inline std::string looks_of(const core::Event& event) {
    return fmt::format("{}, {}{}", event.name, core::to_text(event.start),
                       event.place.empty() ? "" : ", " + event.place);
}

inline bool is_other(const std::string& one, const std::string& other) {
    return !one.empty() && !other.empty() && core::fold(one) != core::fold(other);
}

/// How alike two events are.
inline int likeness_of(const core::Event& left, const core::Event& right) {
    const bool has_place = !left.place.empty() && core::fold(left.place) == core::fold(right.place);
    return (has_same_words(left, right) ? 2 : 0) + (is_on_same_day(left, right) ? 1 : 0) + (has_place ? 1 : 0);
}

/// The same of an event here and one that a calendar has under the name kith would give it; 0 where it is another
/// journal's, which has only one of the name and the day, or another place or page.
inline int likeness_of_own(const core::Event& own, const core::Event& said) {
    const bool has_name = has_same_words(own, said);
    const bool has_day = is_on_same_day(own, said);
    const bool is_elsewhere = is_other(own.place, said.place) || is_other(own.url, said.url);
    const bool is_own = has_name && has_day ? true : (has_name || has_day) && !is_elsewhere;
    return is_own ? likeness_of(own, said) : 0;
}

} // namespace kith::exchange
