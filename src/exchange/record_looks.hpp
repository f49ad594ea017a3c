// What tells a record that has no key, or was written by hand: how it looks.
#pragma once

#include "kith/core/journal.hpp"
#include "kith/core/records.hpp"
#include "kith/core/text.hpp"
#include "kith/exchange/origin.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace kith::exchange {

inline std::string spelled_ids(const std::vector<core::PersonId>& ids) {
    std::vector<std::string> texts;
    for (const auto& id : ids) texts.push_back(id.text);
    std::ranges::sort(texts);
    return core::join(texts, ",");
}

// What tells a record that has no key, or was written by hand.
inline std::string told_by(const core::Interaction& record) {
    return fmt::format("{}:{}:{}", core::to_text(record.date.date), spelled_ids(record.with), core::fold(record.note));
}
inline std::string told_by(const core::Followup& record) {
    return fmt::format("{}:{}:{}", core::to_text(record.due.date), spelled_ids(record.with), core::fold(record.note));
}
inline std::string told_by(const core::Event& record) {
    return fmt::format("{}:{}", core::to_text(record.start.date), core::fold(record.name));
}

inline const core::Moment& moment_of(const core::Interaction& record) {
    return record.date;
}
inline const core::Moment& moment_of(const core::Followup& record) {
    return record.due;
}
inline const core::Moment& moment_of(const core::Event& record) {
    return record.start;
}

/// How a record was, beside what tells it: the time of the day, the channel.
template<class Record> std::pair<std::string, std::string> circumstances_of(const Record& record) {
    std::string channel;
    if constexpr (std::is_same_v<Record, core::Interaction>) channel = record.channel;
    const auto& moment = moment_of(record);
    return {moment.time ? core::to_text(moment) : "", std::move(channel)};
}

/// Whether what both say of them is the same.
template<class Record> bool circumstances_agree(const Record& left, const Record& right) {
    const auto agree = [](const std::string& one, const std::string& other) {
        return one.empty() || other.empty() || one == other;
    };
    const auto one = circumstances_of(left);
    const auto other = circumstances_of(right);
    return agree(one.first, other.first) && agree(one.second, other.second);
}

inline std::vector<core::PersonId>& people_of(core::Interaction& record) {
    return record.with;
}
inline std::vector<core::PersonId>& people_of(core::Followup& record) {
    return record.with;
}
inline std::vector<core::PersonId>& people_of(core::Event& record) {
    return record.met;
}

template<class Record> bool is_with_same(Record left, Record right) {
    return people_of(left) == people_of(right);
}

/// Whether a follow-up is history: it was closed here, and not because its source said so.
inline bool is_closed_here(const core::Followup& followup, const std::string& from, const std::string& key) {
    const auto is_taken = [&](const char* field, core::Date day) {
        return is_as_taken(followup.imported, {from, key, {{field, core::Moment{day, std::nullopt}, 0}}, {}});
    };
    if (followup.done) return !is_taken("done", *followup.done);
    return followup.dropped && !is_taken("dropped", *followup.dropped);
}

/// Whether it came from the source under any key.
template<class Record> bool has_key_of(const std::string& from, const Record& record) {
    return std::ranges::any_of(origins(record.imported), [&from](const auto& origin) { return origin.first == from; });
}

/// Whether a mark in `imported` is that of this key, as taken from any source.
inline bool is_mark_of(std::string_view name, std::string_view key) {
    return name == key || (name.ends_with(key) && name[name.size() - key.size() - 1] == '-');
}

/// A follow-up that its calendar had closed, without the days of which it says no more; else as it is.
inline core::Followup opened_again(core::Followup known, const core::Followup& said, const std::string& from,
                                   const std::string& key) {
    if (is_closed_here(known, from, key)) return known;
    const auto forget = [&known](std::string_view field, std::optional<core::Date>& day) {
        // Forgotten as well, so that the calendar can close it once more.
        const auto mark = fingerprint(core::Moment{*day, std::nullopt});
        std::erase_if(known.imported,
                      [&](const auto& entry) { return is_mark_of(entry.first, field) && entry.second == mark; });
        day.reset();
    };
    if (known.done && !said.done) forget("done", known.done);
    if (known.dropped && !said.dropped) forget("dropped", known.dropped);
    return known;
}

/// Whether a follow-up that its calendar has cancelled is dropped here: not where it is closed, or was moved or written
/// anew since it came.
inline bool may_be_cancelled(const core::Followup& followup, const std::string& from, const std::string& key) {
    if (followup.done || followup.dropped) return false;
    core::Fields taken;
    for (auto& field : core::to_fields(followup))
        if (field.key == "due" || field.key == "note") taken.push_back(std::move(field));
    return is_as_taken(followup.imported, {from, key, std::move(taken), {}});
}

} // namespace kith::exchange
