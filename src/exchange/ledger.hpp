// The records of one kind while an import is planned: those that are there, then the new ones.
#pragma once

#include "kith/core/records.hpp"
#include "kith/exchange/origin.hpp"
#include "kith/exchange/plan.hpp"

#include "said.hpp"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace kith::exchange {

template<class Record> class Ledger {
  public:
    explicit Ledger(const std::vector<Record>& there) : records_(there), there_(records_.size()) {}

    [[nodiscard]] const RecordList<Record>& all() const { return records_; }
    [[nodiscard]] decltype(auto) operator[](std::size_t index) const { return records_[index]; }

    std::size_t add(const Record& record) {
        records_.push_back(record);
        return records_.size() - 1;
    }
    /// How many records of one spelling a file had so far.
    using Taken = std::unordered_map<std::string, std::size_t>;

    /// Finds a record that only all that it holds can tell, or adds it. Those that a file had before it are `taken`:
    /// what it has twice is there twice.
    std::size_t find_or_add(const Record& record, Taken& taken) {
        for (; spelled_ < records_.size(); ++spelled_)
            places_[spelling(std::as_const(records_)[spelled_])].push_back(spelled_);
        const auto text = spelling(record);
        const auto& places = places_[text];
        auto& next = taken[text];
        while (next < places.size() && !(std::as_const(records_)[places[next]] == record))
            ++next; // It was changed since.
        const auto index = next < places.size() ? places[next] : add(record);
        ++next;
        find(index);
        return index;
    }
    /// Keeps the keys that kith does not know; those of the file named first stay.
    void note_other(std::size_t index, const std::string& other) {
        if (!other.empty()) others_.try_emplace(index, other);
    }
    /// Notes that an import found the record, and what it is from now on.
    void put(std::size_t index, const Record& record) {
        find(index);
        if (index < there_)
            before_.try_emplace(index, std::as_const(records_)[index]);
        else
            (void)said(index);
        if constexpr (is_packed<Record>)
            records_.set(index, record);
        else
            records_[index] = record;
    }
    void find(std::size_t index) {
        if (index < there_) found_.insert(index);
    }
    /// What a file says of the record, but for what a file named before it says.
    [[nodiscard]] core::Fields unsaid(std::size_t index, core::Fields now) {
        return unsaid_by(said(index), std::move(now));
    }
    [[nodiscard]] bool is_said(std::size_t index) const { return index >= there_ || said_.contains(index); }

    /// Whether no file before has said all of a list of a record that was there; from now on one has. `place` is the
    /// list, the source, and what that calls the record.
    [[nodiscard]] bool is_first_to_say(std::size_t index, std::vector<std::string> place) {
        return index < there_ && lists_said_[index].insert(std::move(place)).second;
    }

    /// The ledger is used up.
    [[nodiscard]] Changes<Record> take_changes() {
        Changes<Record> changes;
        const auto& records = records_;
        for (const auto& [index, before] : before_)
            if (!(before == records[index])) changes.changed.push_back({before, records[index]});
        changes.there = found_.size() - changes.changed.size();
        for (const auto& [index, other] : others_)
            (index < there_ ? changes.there_with_other : changes.added_with_other).push_back({records[index], other});
        if constexpr (is_packed<Record>)
            records_.drop(there_);
        else
            records_.erase(records_.begin(), records_.begin() + static_cast<std::ptrdiff_t>(there_));
        changes.added = std::move(records_);
        return changes;
    }

  private:
    /// What the files so far say of a record; of one that is new, and of which nothing more was said, all it has.
    core::Fields& said(std::size_t index) {
        const auto [known, is_first] = said_.try_emplace(index);
        if constexpr (!std::is_same_v<Record, core::Group>)
            if (is_first && index >= there_) known->second = core::to_fields(std::as_const(records_)[index]);
        return known->second;
    }
    /// What the record says, each another.
    static std::string spelling(const Record& record) {
        std::string text;
        for (const auto& [key, value, line] : core::to_fields(record)) text += key + '\x1d' + spelled(value) + '\x1c';
        return text;
    }

    RecordList<Record> records_;
    std::unordered_map<std::string, std::vector<std::size_t>> places_; ///< Of records, by what they say.
    std::size_t spelled_ = 0;                                          ///< As many are in it.
    std::size_t there_;
    std::map<std::size_t, Record> before_;
    std::unordered_set<std::size_t> found_;
    std::map<std::size_t, std::string> others_;
    std::map<std::size_t, core::Fields> said_; ///< By the files so far, of records that they found.
    std::unordered_map<std::size_t, std::set<std::vector<std::string>>> lists_said_;
};

} // namespace kith::exchange
