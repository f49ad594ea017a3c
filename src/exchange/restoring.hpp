// Records of kith's own files, which are known by their ids.
#pragma once

#include "kith/core/record_id.hpp"
#include "kith/core/records.hpp"
#include "kith/exchange/batch.hpp"

#include "ledger.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace kith::exchange {

/// Whether an id stands in a file for the first time. The same record twice is one.
template<class Record> class Repeats {
  public:
    /// What it is told of has to last as long as it.
    [[nodiscard]] bool is_first(const Incoming<Record>& incoming, std::vector<Skipped>& skipped) {
        const std::string id = core::id_in(incoming.record);
        if (id.empty()) return true;
        const auto [known, is_new] = first_.try_emplace(id, &incoming);
        const auto& first = *known->second;
        if (!is_new && !(first.record == incoming.record))
            skipped.push_back({incoming.line, fmt::format("the id {} stands in line {} already", id, first.line)});
        return is_new;
    }

  private:
    std::unordered_map<std::string, const Incoming<Record>*> first_;
};

/// What the file says, and of the record that is there what the file has no key for.
template<class Record> [[nodiscard]] Record restored_over(const Record& there, core::Fields fields) {
    for (auto& field : core::to_fields(there))
        if (std::ranges::find(fields, field.key, &core::Field::key) == fields.end()) fields.push_back(std::move(field));
    return core::from_fields<Record>(fields).record;
}

template<class Record> void put_restored(Ledger<Record>& ledger, std::size_t index, const Record& now) {
    ledger.put(index, restored_over(ledger[index], ledger.unsaid(index, core::to_fields(now))));
}

/// Takes records as they are: with an id that is there the values of the file win, and nothing is taken off. One
/// without an id is new, unless the same is there.
template<class Record>
void restore(Ledger<Record>& ledger, const std::vector<Incoming<Record>>& records, std::vector<Skipped>& skipped) {
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < ledger.all().size(); ++i)
        if (const auto id = core::id_in(ledger[i]); !id.empty()) places.try_emplace(id, i);
    Repeats<Record> repeats;
    typename Ledger<Record>::Taken taken;
    for (const auto& incoming : records) {
        if (!repeats.is_first(incoming, skipped)) continue;
        const auto id = core::id_in(incoming.record);
        const auto known = places.find(id);
        if (known != places.end()) {
            put_restored(ledger, known->second, incoming.record);
            ledger.note_other(known->second, incoming.other);
        } else {
            const auto index = id.empty() ? ledger.find_or_add(incoming.record, taken) : ledger.add(incoming.record);
            ledger.note_other(index, incoming.other);
        }
    }
}

} // namespace kith::exchange
