// What the files hold, put together: copies dropped, in the order of time.
#pragma once

#include "kith/core/journal.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::store {

/// The hashes of ids: a table of them in one piece, at most half full.
class IdHashes {
  public:
    explicit IdHashes(std::size_t at_most) : table_(std::bit_ceil(2 * at_most + 1)) {}

    [[nodiscard]] static std::size_t hash_of(std::string_view id) {
        constexpr std::size_t word = sizeof(std::uint64_t);
        constexpr std::uint64_t odd = 0x9e3779b97f4a7c15; // Of the golden ratio, as multiplicative hashing has it.
        const auto add = [](std::uint64_t hash, const char* bytes, std::size_t size) {
            std::uint64_t read = 0;
            std::memcpy(&read, bytes, size);
            hash = (hash ^ read) * odd;
            return hash ^ (hash >> 32U);
        };
        std::uint64_t hash = id.size();
        for (; id.size() > word; id.remove_prefix(word)) hash = add(hash, id.data(), word);
        return add(hash, id.data(), id.size()) | 1U; // 0 is an empty place.
    }
    /// False where it is there already.
    [[nodiscard]] bool add(std::size_t hash) {
        const std::size_t last = table_.size() - 1; // Whose bits are those of all places.
        std::size_t at = (hash >> 1U) & last;
        while (table_[at] != 0 && table_[at] != hash) at = (at + 1) & last;
        return std::exchange(table_[at], hash) != hash;
    }

  private:
    std::vector<std::size_t> table_;
};

/// Whether two may have one id, by the hashes of the ids alone.
template<class Record> bool may_have_an_id_twice(const std::vector<Record>& records) {
    IdHashes hashes(records.size());
    return std::ranges::any_of(records, [&hashes](const Record& record) {
        return !record.id.empty() && !hashes.add(IdHashes::hash_of(record.id.text));
    });
}

/// Two identical records with one id are one: what a write that was cut off may leave.
template<class Record> void drop_copies(std::vector<Record>& records) {
    if (!may_have_an_id_twice(records)) return;
    std::vector<const Record*> by_id;
    for (const auto& record : records)
        if (!record.id.empty()) by_id.push_back(&record);
    std::ranges::stable_sort(by_id, {}, [](const Record* record) -> const std::string& { return record->id.text; });
    std::set<const Record*> copies;
    for (std::size_t i = 1; i < by_id.size(); ++i)
        if (*by_id[i] == *by_id[i - 1]) copies.insert(by_id[i]);
    if (copies.empty()) return;
    const auto is_copy = [&copies](const Record& record) { return copies.contains(&record); };
    std::vector<Record> kept;
    std::ranges::remove_copy_if(records, std::back_inserter(kept), is_copy);
    records = std::move(kept);
}

/// By what `key` says of each, those of which it says the same as they stand. Nearly always they are in order.
template<class Record, class Key> void put_in_order(std::vector<Record>& records, Key key) {
    if (!std::ranges::is_sorted(records, {}, key)) std::ranges::stable_sort(records, {}, key);
}

/// Makes room for the records of a text and of as many more like it as files are left, so that they are hardly ever
/// moved as they grow in number. Room that is never used costs nothing.
template<class Record> void make_room(std::vector<Record>& records, std::string_view text, std::size_t files_left) {
    constexpr std::size_t short_record = 100;
    const std::size_t most = text.size() / short_record + 1;
    if (records.capacity() < records.size() + most) records.reserve(records.size() + most * files_left);
}

/// By day and time; those without a time stay where they stand in their day.
void put_in_order(std::vector<core::Interaction>& interactions);

} // namespace kith::store
