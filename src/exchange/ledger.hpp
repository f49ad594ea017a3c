// The records of one kind while an import is planned: those that are there, then the new ones.
#pragma once

#include "kith/core/records.hpp"
#include "kith/exchange/plan.hpp"

#include "said.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <string>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <vector>

namespace kith::exchange {

template<class Record> class Ledger {
  public:
    explicit Ledger(std::vector<Record> there) : records_(std::move(there)), there_(records_.size()) {}

    [[nodiscard]] const std::vector<Record>& all() const { return records_; }
    [[nodiscard]] const Record& operator[](std::size_t index) const { return records_[index]; }

    std::size_t add(Record record) {
        if constexpr (!std::is_same_v<Record, core::Group>) said_[records_.size()] = core::to_fields(record);
        records_.push_back(std::move(record));
        return records_.size() - 1;
    }
    /// Finds a record that only all that it holds can tell, or adds it. Those that a file had before it are `taken`:
    /// what it has twice is there twice.
    std::size_t find_or_add(Record record, std::unordered_set<std::size_t>& taken) {
        auto same = std::ranges::find(records_, record);
        while (same != records_.end() && taken.contains(static_cast<std::size_t>(same - records_.begin())))
            same = std::find(std::next(same), records_.end(), record);
        const auto index =
            same == records_.end() ? add(std::move(record)) : static_cast<std::size_t>(same - records_.begin());
        find(index);
        taken.insert(index);
        return index;
    }
    /// Keeps the keys that kith does not know; those of the file named first stay.
    void note_other(std::size_t index, const std::string& other) {
        if (!other.empty()) others_.try_emplace(index, other);
    }
    /// Notes that an import found the record, and what it is from now on.
    void put(std::size_t index, Record record) {
        find(index);
        if (index < there_) before_.try_emplace(index, records_[index]);
        records_[index] = std::move(record);
    }
    void find(std::size_t index) {
        if (index < there_) found_.insert(index);
    }
    /// What a file says of the record, but for what a file named before it says.
    [[nodiscard]] core::Fields unsaid(std::size_t index, core::Fields now) {
        return unsaid_by(said_[index], std::move(now));
    }
    [[nodiscard]] bool is_said(std::size_t index) const { return said_.contains(index); }

    [[nodiscard]] Changes<Record> changes() const {
        Changes<Record> changes;
        for (const auto& [index, before] : before_)
            if (!(before == records_[index])) changes.changed.push_back({before, records_[index]});
        changes.added.assign(records_.begin() + static_cast<std::ptrdiff_t>(there_), records_.end());
        changes.there = found_.size() - changes.changed.size();
        for (const auto& [index, other] : others_)
            (index < there_ ? changes.there_with_other : changes.added_with_other).push_back({records_[index], other});
        return changes;
    }

  private:
    std::vector<Record> records_;
    std::size_t there_;
    std::map<std::size_t, Record> before_;
    std::unordered_set<std::size_t> found_;
    std::map<std::size_t, std::string> others_;
    std::map<std::size_t, core::Fields> said_; ///< By the files so far, of each record that they have.
};

} // namespace kith::exchange
