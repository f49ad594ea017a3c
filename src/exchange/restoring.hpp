// Records of kith's own files, which are known by their ids.
#pragma once

#include "kith/core/numbers_by_text.hpp"
#include "kith/core/record_id.hpp"
#include "kith/core/records.hpp"
#include "kith/exchange/batch.hpp"
#include "kith/exchange/origin.hpp"

#include "joint_keys.hpp"
#include "ledger.hpp"
#include "origin_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace kith::exchange {

/// Whether an id stands in a file for the first time. The same record twice is one.
template<class At> class Repeats {
  public:
    /// `at` gives the records of the file by their places.
    explicit Repeats(const At& at) : at_(at) {}

    [[nodiscard]] bool is_first(std::size_t place, std::vector<Skipped>& skipped) {
        const auto& incoming = at_(place);
        const std::string id = core::id_in(incoming.record);
        if (id.empty()) return true;
        const auto [known, is_new] = first_.try_emplace(id, static_cast<std::uint32_t>(place));
        if (is_new) return true;
        const auto& first = at_(*known);
        if (!(first.record == incoming.record))
            skipped.push_back({incoming.line, fmt::format("the id {} stands in line {} already", id, first.line)});
        return false;
    }

  private:
    const At& at_;
    core::NumbersByText first_;
};

/// What the file says, and of the record that is there what the file has no key for, nor a handle.
template<class Record> [[nodiscard]] Record restored_over(const Record& there, core::Fields fields) {
    for (auto& field : core::to_fields(there))
        if (std::ranges::find(fields, field.key, &core::Field::key) == fields.end()) fields.push_back(std::move(field));
    auto now = core::from_fields<Record>(fields).record;
    if constexpr (requires { there.handles; }) {
        auto handles = there.handles;
        for (auto& [network, name] : now.handles) origin::set(handles, network, std::move(name));
        now.handles = std::move(handles);
    }
    return now;
}

/// Where it came from is united: by what the file does not know of, other sources find the record.
template<class Record> void put_restored(Ledger<Record>& ledger, std::size_t index, const Record& now) {
    const Record there = ledger[index];
    const bool is_said = ledger.is_said(index);
    const auto said = ledger.unsaid(index, core::to_fields(now));
    auto restored = restored_over(there, said);
    join_keys(restored, there, said, is_said);
    if constexpr (requires { there.imported; })
        restored.imported = with_origins(there.imported, now.imported, is_said ? Right::first : Right::second);
    ledger.put(index, restored);
}

/// Takes records as they are: with an id that is there the values of the file win, lists as a whole, and no key or
/// handle is taken off. One without an id is new, unless the same is there. `at` gives the records of the file by their
/// places.
template<class Record, class At>
void restore(Ledger<Record>& ledger, std::size_t size, const At& at, std::vector<Skipped>& skipped) {
    core::NumbersByText places;
    for (std::size_t i = 0; i < ledger.all().size(); ++i)
        if (const auto id = core::id_in(ledger[i]); !id.empty()) places.try_emplace(id, static_cast<std::uint32_t>(i));
    Repeats repeats(at);
    typename Ledger<Record>::Taken taken;
    for (std::size_t i = 0; i < size; ++i) {
        if (!repeats.is_first(i, skipped)) continue;
        const auto& incoming = at(i);
        const auto id = core::id_in(incoming.record);
        if (const auto* known = places.find(id)) {
            put_restored(ledger, *known, incoming.record);
            ledger.note_other(*known, incoming.other);
        } else {
            const auto index = id.empty() ? ledger.find_or_add(incoming.record, taken) : ledger.add(incoming.record);
            ledger.note_other(index, incoming.other);
        }
    }
}

} // namespace kith::exchange
