// Records of kith's own files that are here by other ids: both journals have them from one source.
#pragma once

#include "kith/core/journal.hpp"
#include "kith/exchange/batch.hpp"
#include "kith/exchange/origin.hpp"

#include "ledger.hpp"
#include "record_agreement.hpp"
#include "record_index.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace kith::exchange {

/// The id that a record of a file has here, by the one that it has there.
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

/// Finds which records a source's key tells, where the file has them by ids that nobody has here: those that agree in
/// the day or the words, where both journals have them, or had them from their source. Any table may have a row 1, so
/// both have to there.
template<class Record> class ByOrigin {
  public:
    ByOrigin(const Ledger<Record>& ledger, const RecordIndex<Record>& index) : ledger_(ledger), index_(index) {}

    [[nodiscard]] IdsHere ids_here(const PackedList<Incoming<Record>>& records) const {
        IdsHere here;
        if (ledger_.all().size() == 0) return here;
        std::unordered_set<std::string> taken; // By the file itself, or by another of its records.
        for (const auto& incoming : records) taken.insert(incoming.record.id.text);
        for (const auto& incoming : records) {
            const auto& record = incoming.record;
            if (record.id.empty() || record.imported.empty() || index_.with_id(record.id)) continue;
            const auto known = find(record);
            if (known && taken.insert(*known).second) here.emplace(record.id.text, *known);
        }
        return here;
    }

  private:
    [[nodiscard]] std::optional<std::string> find(const Record& record) const {
        for (const auto& [from, key] : origins(record.imported)) {
            for (const auto number : index_.all_with_key(from, key)) {
                const Record known = ledger_[number];
                if (!known.id.empty() && are_one(known, record, from, key)) return known.id.text;
            }
        }
        return std::nullopt;
    }
    static bool are_one(const Record& known, const Record& record, const std::string& from, const std::string& key) {
        const auto one = agreement<Record>(known, record, from, key);
        const auto other = agreement<Record>(record, known, from, key);
        const bool has_words = one.has_words || other.has_words;
        const bool has_day = one.has_day || other.has_day;
        return from == "ics" ? has_words || has_day : has_words && has_day;
    }

    const Ledger<Record>& ledger_;
    const RecordIndex<Record>& index_;
};

} // namespace kith::exchange
