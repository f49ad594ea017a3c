// The records of one kind by what tells them: the keys of their sources, their ids, their looks.
#pragma once

#include "kith/exchange/batch.hpp"
#include "kith/exchange/origin.hpp"

#include "ledger.hpp"
#include "matching.hpp"
#include "number_lists.hpp"
#include "record_agreement.hpp"
#include "record_uid.hpp"
#include "row_ids.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_set>
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
        int agreed = 0;          ///< How much the record agrees with a table's row, as Agreement has it.
        std::uint32_t turn = 0;  ///< As which of those with the row's id it came, from 1.
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
            numbers_.put(from + "\n" + key, number);
            if (from == "csv") row_ids_.note(key);
        }
        looks_.put(looks, number);
        if (!record.id.empty()) numbers_.put("id\n" + record.id.text, number);
    }

    template<class Id> [[nodiscard]] Number with_id(const Id& id) const {
        return first_of(numbers_.at("id\n" + id.text));
    }
    [[nodiscard]] Number with_key(const std::string& from, const std::string& key) const {
        return first_of(all_with_key(from, key));
    }
    /// From the first on; until the next one is noted. Several are from kith's own files, which may have it elsewhere.
    [[nodiscard]] NumberLists::Numbers all_with_key(const std::string& from, const std::string& key) const {
        const auto all = key.empty() ? NumberLists::Numbers{} : numbers_.at(from + "\n" + key);
        return all.first(std::min(all.size(), most_who_share));
    }

    /// From the first on; until the next one is noted.
    [[nodiscard]] NumberLists::Numbers looking(const std::string& looks) const { return looks_.at(looks); }

    /// Which records one of a file may be.
    struct Among {
        std::size_t there = 0;                    ///< How many there were before the file.
        std::unordered_set<std::size_t> reserved; ///< Those that are each for one row of it.
        int least = 1;                            ///< How much one must agree with a row that has its id.
        std::uint32_t turn = 1;                   ///< Of those that agree as much, the one that came as that is meant.
    };

    /// For the rows of a table. Any table may count them from 1: where most of those whose ids are known here are other
    /// records, this is another table, and a row that has only the day or the words of the record with its id is no
    /// later version of that.
    [[nodiscard]] Among among_for(const PackedList<Incoming<Record>>& rows, const std::string& from) const {
        Among among{ledger_.all().size(), {}};
        for (const auto& row : rows)
            if (const auto number = reserved_for(row, from)) among.reserved.insert(*number);
        std::size_t found = 0;
        std::size_t others = 0;
        std::map<std::uint32_t, std::size_t> turns; // Of rows that are as they were.
        for (const auto& row : rows) {
            const auto each = match(row, from, among);
            found += each.number ? 1U : 0U;
            others += each.is_another ? 1U : 0U;
            if (each.agreed == strength_of_all) ++turns[each.turn];
        }
        if (others > found) among.least = strength_of_all;
        const auto most = std::ranges::max_element(turns, {}, [](const auto& turn) { return turn.second; });
        if (most != turns.end()) among.turn = most->first;
        return among;
    }

    [[nodiscard]] Match match(const Incoming<Record>& incoming, const std::string& from, const Among& among) const {
        if (incoming.has_id_of_table) return match_row(incoming, from, among);
        const auto number = most_alike(incoming, from);
        if (const auto own = find_own(incoming, number)) return {own, incoming.key, true};
        return {number, incoming.key};
    }

    /// Of those that were there before the file, and that nothing in it has claimed: two records of one source are two,
    /// whatever they look like, but for rows without ids, which are known by nothing else.
    [[nodiscard]] Number looking_like(const Incoming<Record>& incoming, const std::string& from, std::size_t there,
                                      const std::unordered_set<std::size_t>& claimed) const {
        const auto& record = incoming.record;
        Number possible;
        for (const auto number : looks_.at(told_by(record))) {
            if (number >= there) break;
            const auto& known = ledger_[number];
            const bool has_key = !incoming.key.empty() && (from != "csv" || incoming.has_id_of_table);
            const bool is_another = claimed.contains(number) || (has_key && has_key_of(from, known));
            if (is_another || !circumstances_agree(known, record)) continue;
            if (circumstances_of(known) == circumstances_of(record)) return number;
            if (!possible) possible = number;
        }
        return possible;
    }

  private:
    /// The record of a row whose id kith once took as it is, though it may be the key of a further one of another id.
    [[nodiscard]] Number reserved_for(const Incoming<Record>& row, const std::string& from) const {
        if (!row.has_id_of_table || !further_key(row.key)) return std::nullopt;
        const auto number = with_key(from, row.key);
        if (!number) return std::nullopt;
        const int agreed = agreement<Record>(ledger_[*number], row.record, from, row.key).strength();
        return agreed >= least_of_former(row.key, from) ? number : std::nullopt;
    }

    static Number first_of(NumberLists::Numbers numbers) {
        return numbers.empty() ? Number{} : Number(numbers.front());
    }
    /// Of those that have the key the one that agrees with it most.
    [[nodiscard]] Number most_alike(const Incoming<Record>& incoming, const std::string& from) const {
        const auto all = all_with_key(from, incoming.key);
        if (all.size() < 2) return first_of(all);
        const auto strength = [&](std::uint32_t number) {
            return agreement<Record>(ledger_[number], incoming.record, from, incoming.key).strength();
        };
        return *std::ranges::max_element(all, {}, strength);
    }
    /// Of those that have the id of a table's row, the one that agrees with it most. What the file itself has added is
    /// of another row: of two with one id the reader takes one.
    [[nodiscard]] Match match_row(const Incoming<Record>& incoming, const std::string& from, const Among& among) const {
        Match best;
        const auto consider = [&](std::size_t number, const std::string& key, std::uint32_t turn, int least) {
            best.is_another = true;
            if (number >= among.there || (key != incoming.key && among.reserved.contains(number))) return;
            const int agreed = agreement<Record>(ledger_[number], incoming.record, from, key).strength();
            const bool is_preferred = agreed == best.agreed && turn == among.turn && best.turn != turn;
            if (agreed < std::max(least, among.least) || !(agreed > best.agreed || is_preferred)) return;
            best = {number, key, false, true, agreed, turn};
        };
        const auto consider_all = [&](const std::string& first_key, int least) {
            const auto firsts = all_with_key(from, first_key);
            for (const auto number : firsts) consider(number, first_key, 1, least);
            // Where the first is no more, what looks like a further one may be that of another id.
            for (const auto count : row_ids_.further(first_key)) {
                const auto key = RowIds::key(first_key, count);
                for (const auto number : all_with_key(from, key))
                    consider(number, key, count, firsts.empty() ? strength_of_words : 1);
            }
        };
        const auto first_key = RowIds::first_key(incoming.key);
        consider_all(first_key, 1);
        if (first_key != incoming.key) consider_all(incoming.key, least_of_former(incoming.key, from));
        auto free = with_key(from, first_key) ? RowIds::key(first_key, row_ids_.free(first_key)) : first_key;
        // A table that kith itself wrote has its records' ids.
        const auto& id = incoming.record.id;
        if (const auto own = id.empty() ? Number{} : with_id(id); own && *own < among.there) {
            consider(*own, free, 0, 1);
            const bool is_sure = !std::is_same_v<Record, core::Event> && is_random_id(id.text);
            if (!best.number && is_sure) {
                best.number = own;
                best.key = free;
            }
        }
        if (!best.number) return {{}, std::move(free), false, best.is_another};
        best.is_another = false;
        return best;
    }
    /// How much a record must agree with a row whose id it has as its key, where kith now makes another one of it:
    /// where it may be a further record of another id, in the words.
    [[nodiscard]] int least_of_former(const std::string& id, const std::string& from) const {
        return with_key(from, std::string(further_key(id)->id)) ? strength_of_words : 1;
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
    NumberLists numbers_; ///< By keys and ids.
    NumberLists looks_;
    RowIds row_ids_;
};

} // namespace kith::exchange
