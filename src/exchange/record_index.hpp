// The records of one kind by what tells them: the keys of their sources, their ids, their looks.
#pragma once

#include "kith/core/numbers_by_text.hpp"
#include "kith/exchange/batch.hpp"
#include "kith/exchange/origin.hpp"

#include "ledger.hpp"
#include "number_lists.hpp"
#include "record_agreement.hpp"
#include "record_uid.hpp"
#include "row_ids.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

namespace kith::exchange {

template<class Record> class RecordIndex {
  public:
    using Number = std::optional<std::size_t>;

    /// Which record one of a file is, as its key or id tells.
    struct Match {
        Number number;
        std::string key; ///< That it has, or is to have.
        bool is_own = false;
        bool is_another = false; ///< Than those that have its id.
    };

    /// The ledger must be there as long as this.
    explicit RecordIndex(const Ledger<Record>& ledger) : ledger_(ledger) {}

    /// For as many records in all.
    void reserve(std::size_t size) {
        numbers_.reserve(2 * size);
        looks_.reserve(size);
    }
    void note(std::size_t place, const Record& record, const std::string& looks) {
        const auto number = static_cast<std::uint32_t>(place);
        for (const auto& [from, key] : origins(record.imported)) {
            numbers_.try_emplace(from + "\n" + key, number);
            if (from == "csv") row_ids_.note(key);
        }
        looks_.put(looks, number);
        if (!record.id.empty()) numbers_.try_emplace("id\n" + record.id.text, number);
    }

    template<class Id> [[nodiscard]] Number with_id(const Id& id) const { return at("id\n" + id.text); }
    [[nodiscard]] Number with_key(const std::string& from, const std::string& key) const {
        return key.empty() ? Number{} : at(from + "\n" + key);
    }
    /// From the first on; until the next one is noted.
    [[nodiscard]] NumberLists::Numbers looking(const std::string& looks) const { return looks_.at(looks); }

    /// `there` is how many records there were before the file.
    [[nodiscard]] Match match(const Incoming<Record>& incoming, const std::string& from, std::size_t there) const {
        if (incoming.has_id_of_table) return match_row(incoming, from, there);
        const auto number = with_key(from, incoming.key);
        if (const auto own = find_own(incoming, number)) return {own, incoming.key, true};
        return {number, incoming.key};
    }

  private:
    [[nodiscard]] Number at(const std::string& clue) const {
        const auto* found = numbers_.find(clue);
        return found == nullptr ? Number{} : Number(*found);
    }
    /// Of those that have the id of a table's row, the one that agrees with it most.
    [[nodiscard]] Match match_row(const Incoming<Record>& incoming, const std::string& from, std::size_t there) const {
        Match best;
        std::string free;
        int most = 0;
        const auto consider = [&](std::size_t number, const std::string& key) {
            best.is_another = true;
            const int agreed = agreement<Record>(ledger_[number], incoming.record, from, key).strength();
            if (agreed <= most) return;
            most = agreed;
            best.number = number;
            best.key = key;
        };
        const auto last = row_ids_.last(incoming.key);
        for (std::uint32_t count = 1; count <= last; ++count) {
            auto key = RowIds::key(incoming.key, count);
            if (const auto number = with_key(from, key))
                consider(*number, key);
            else if (free.empty())
                free = std::move(key);
        }
        if (free.empty()) free = RowIds::key(incoming.key, last + 1);
        // A table that kith itself wrote has its records' ids.
        const auto& id = incoming.record.id;
        if (const auto number = id.empty() ? Number{} : with_id(id); number && *number < there) consider(*number, free);
        if (!best.number) return {{}, free, false, best.is_another};
        best.is_another = false;
        return best;
    }
    /// What kith itself wrote out, under a key that has its id; unless it is more like the one that has the key.
    [[nodiscard]] Number find_own(const Incoming<Record>& incoming, const Number& by_key) const {
        if constexpr (std::is_same_v<Record, core::Event>) {
            const auto id = event_of_uid(incoming.key);
            const auto own = id ? with_id(*id) : Number{};
            if (!own || own == by_key) return std::nullopt;
            const auto likeness = likeness_of_own(ledger_[*own], incoming.record);
            if (likeness > 0 && (!by_key || likeness >= likeness_of(ledger_[*by_key], incoming.record))) return own;
        }
        return std::nullopt;
    }

    const Ledger<Record>& ledger_;
    core::NumbersByText numbers_; ///< By keys and ids.
    NumberLists looks_;
    RowIds row_ids_;
};

} // namespace kith::exchange
