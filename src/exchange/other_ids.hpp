// Records of kith's own files that are here by other ids: both journals have them from one source.
#pragma once

#include "kith/core/journal.hpp"
#include "kith/exchange/batch.hpp"
#include "kith/exchange/origin.hpp"

#include "event_key.hpp"
#include "ledger.hpp"
#include "record_agreement.hpp"
#include "record_index.hpp"
#include "record_looks.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>

namespace kith::exchange {

/// The id that a record of a file has here, by the one that it has there; empty for one that is to get another one.
using IdsHere = std::unordered_map<std::string, std::string>;

/// Those of one file.
struct OtherIds {
    IdsHere interactions, events, followups;
};

/// As the journal calls it.
template<class Of> void rename(core::Id<Of>& id, const IdsHere& here) {
    if (const auto known = here.find(id.text); known != here.end()) id.text = known->second;
}
inline void rename(core::Interaction& record, const OtherIds& ids) {
    rename(record.id, ids.interactions);
    rename(record.event, ids.events);
    rename(record.closes, ids.followups);
}
inline void rename(core::Event& record, const OtherIds& ids) {
    rename(record.id, ids.events);
}
inline void rename(core::Followup& record, const OtherIds& ids) {
    rename(record.id, ids.followups);
    rename(record.event, ids.events);
    rename(record.origin, ids.interactions);
    rename(record.closed_by, ids.interactions);
}

/// Finds the records that the file has by ids that nobody has here, or another record. A source's key tells them where
/// they agree in the day or the words, as both journals have them, or had them from their source; any table may have a
/// row 1, so both have to there. An event is told by its name and day, too.
template<class Record> class ByOrigin {
  public:
    ByOrigin(const Ledger<Record>& ledger, const RecordIndex<Record>& index) : ledger_(ledger), index_(index) {}

    /// With an empty id for one whose id is that of another record here, and which is to get one of its own.
    [[nodiscard]] IdsHere ids_here(const PackedList<Incoming<Record>>& records) const {
        IdsHere here;
        if (ledger_.all().size() == 0) return here;
        std::unordered_set<std::string> taken; // By the file itself, or by another of its records.
        for (const auto& incoming : records)
            if (!is_another(incoming.record)) taken.insert(incoming.record.id.text);
        for (const auto& incoming : records) {
            const auto& record = incoming.record;
            const bool has_id_of_another = is_another(record);
            if (record.id.empty() || (!has_id_of_another && index_.with_id(record.id))) continue;
            const auto known = find(record, taken);
            if (known) {
                taken.insert(*known);
                here.emplace(record.id.text, *known);
            }
            if (!known && has_id_of_another) here.emplace(record.id.text, "");
        }
        return here;
    }

  private:
    /// Whether the id is that of another event here: ids are made of names. A calendar may have both, under two UIDs.
    [[nodiscard]] bool is_another(const Record& record) const {
        if constexpr (std::is_same_v<Record, core::Event>) {
            const auto number = index_.with_id(record.id);
            return number && are_others(ledger_[*number], record);
        }
        return false;
    }
    static bool are_others(const core::Event& known, const core::Event& record) {
        const auto uids = uids_of(known);
        const auto others = uids_of(record);
        if (std::ranges::any_of(uids, [&others](const auto& uid) { return others.contains(uid); })) return false;
        const bool have_uids = !uids.empty() && !others.empty();
        if (!has_same_words(known, record) || !is_on_same_day(known, record))
            return have_uids || likeness_of_own(known, record) == 0;
        const bool is_other_hour = known.start.time && record.start.time && known.start != record.start;
        return is_other_hour && (have_uids || is_other(known.place, record.place));
    }
    static std::unordered_set<std::string> uids_of(const core::Event& event) {
        std::unordered_set<std::string> uids;
        for (const auto& [from, key] : origins(event.imported))
            if (from == "ics") uids.insert(uid_in(key));
        return uids;
    }
    /// None of those that are taken.
    [[nodiscard]] std::optional<std::string> find(const Record& record,
                                                  const std::unordered_set<std::string>& taken) const {
        const auto is_free = [&taken](const Record& known) {
            return !known.id.empty() && !taken.contains(known.id.text);
        };
        for (const auto& [from, key] : origins(record.imported))
            for (const auto number : index_.all_with_key(from, key))
                if (const Record known = ledger_[number]; is_free(known) && are_one(known, record, from, key))
                    return known.id.text;
        if constexpr (std::is_same_v<Record, core::Event>)
            for (const auto number : index_.looking(told_by(record)))
                if (const Record known = ledger_[number]; is_free(known) && !are_others(known, record))
                    return known.id.text;
        return std::nullopt;
    }
    static bool are_one(const Record& known, const Record& record, const std::string& from, const std::string& key) {
        const auto one = agreement<Record>(known, record, from, key);
        const auto other = agreement<Record>(record, known, from, key);
        const auto have_same_mark = [&](std::string_view part) {
            return exchange::have_same_mark(known.imported, record.imported, {from, key, {}, {}}, part);
        };
        const bool has_words = one.has_words || other.has_words || have_same_mark(key_of_words(record));
        const bool has_day = one.has_day || other.has_day || have_same_mark(key_of_moment(record));
        return from == "ics" ? has_words || has_day : has_words && has_day;
    }

    const Ledger<Record>& ledger_;
    const RecordIndex<Record>& index_;
};

} // namespace kith::exchange
