// Events, or to-dos, of a calendar that have one UID and are no series: which record each is, whatever their turn.
#pragma once

#include "kith/core/text.hpp"

#include "event_key.hpp"
#include "record_agreement.hpp"
#include "record_index.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace kith::exchange {

/// The first of a UID has it as its key, each other one that and its moment: `x`, `x/2026-12-15T10:00:00`. Another file
/// may have them in another turn, or without one of them.
template<class Record> class SharedUids {
  public:
    using Match = typename RecordIndex<Record>::Match;
    using Claimed = std::unordered_set<std::size_t>;

    /// `series` are those of the file. Both must be there as long as this.
    SharedUids(const RecordIndex<Record>& index, const Ledger<Record>& ledger, std::span<const EventSeries> series)
        : index_(index), ledger_(ledger) {
        for (const auto& each : series)
            if (each.cancelled_line == 0) series_.insert(each.uid);
    }

    /// Whether the entry at this place is kept until settle(): its key alone does not tell which record it is.
    bool keeps(std::size_t place, const Incoming<Record>& incoming, const Match& by_key) {
        const auto uid = uid_in(incoming);
        if (!uid || by_key.is_own) return false;
        const bool is_kept = by_key.number ? !agrees(*by_key.number, incoming, incoming.key)
                                           : *uid != incoming.key && index_.with_key(from, std::string(*uid));
        if (is_kept) kept_.emplace_back(place, by_key.number);
        return is_kept;
    }
    /// Once the others have claimed theirs of those that were `there` before the file. `entry_at` gives the entry of a
    /// place. Those of the same name and day are found first, then those of the name, then those that have the key.
    template<class EntryAt> void settle(std::size_t there, Claimed& claimed, const EntryAt& entry_at) {
        Claimed switched;
        for (const auto& [place, by_key] : kept_) {
            const auto incoming = entry_at(place);
            auto key = other_key(incoming);
            const auto number = index_.with_key(from, key);
            // A day that its series has no more may have the key of the event that is left of it, which has its name.
            const bool may_be_left = by_key && has_same_words<Record>(ledger_[*by_key], incoming.record);
            if (!number || claimed.contains(*number) || (is_off(*number) && may_be_left)) continue;
            if (!agrees(*number, incoming, key)) continue;
            claimed.insert(*number);
            switched.insert(*number);
            settled_.emplace(place, Match{number, std::move(key)});
        }
        std::erase_if(kept_, [this](const auto& each) { return settled_.contains(each.first); });
        settle_by_name(there, claimed, switched, entry_at);
        for (const auto& [place, by_key] : kept_) {
            const auto incoming = entry_at(place);
            Match match{by_key, incoming.key};
            if (by_key && switched.contains(*by_key)) {
                // Its key is that of another one.
                match.key = std::string(*uid_in(incoming)) + moment_in_key(incoming);
                match.number = index_.with_key(from, match.key);
                if (match.number && claimed.contains(*match.number)) match.number.reset();
            }
            if (match.number) claimed.insert(*match.number);
            settled_.emplace(place, std::move(match));
        }
    }
    /// nullptr where it was not kept. Lasts as long as this.
    [[nodiscard]] const Match* at(std::size_t place) const {
        const auto found = settled_.find(place);
        return found == settled_.end() ? nullptr : &found->second;
    }

  private:
    inline static const std::string from = "ics";

    template<class EntryAt>
    void settle_by_name(std::size_t there, Claimed& claimed, Claimed& switched, const EntryAt& entry_at) {
        const auto name_in = [](std::string_view uid, const Record& record) {
            return std::string(uid) + "\n" + core::fold(words_of(record));
        };
        std::unordered_map<std::string, std::size_t> places;
        for (const auto& [place, by_key] : kept_) {
            const auto incoming = entry_at(place);
            const bool has_name = by_key && has_same_words<Record>(ledger_[*by_key], incoming.record);
            if (!has_name || switched.contains(*by_key))
                places.try_emplace(name_in(*uid_in(incoming), incoming.record), place);
        }
        for (std::size_t number = 0; number < there && !places.empty(); ++number) {
            if (claimed.contains(number) || is_off(number)) continue;
            const Record known = ledger_[number];
            for (const auto& [source, key] : origins(known.imported)) {
                const auto found = places.find(name_in(exchange::uid_in(key), known));
                if (source != from || found == places.end() || settled_.contains(found->second)) continue;
                claimed.insert(number);
                switched.insert(number);
                settled_.emplace(found->second, Match{number, key});
                break;
            }
        }
        std::erase_if(kept_, [this](const auto& each) { return settled_.contains(each.first); });
    }

    static std::string moment_in_key(const Incoming<Record>& incoming) {
        return "/" + core::to_text(moment_of(incoming.record));
    }
    /// Nothing for a day of a series.
    [[nodiscard]] std::optional<std::string_view> uid_in(const Incoming<Record>& incoming) const {
        const std::string_view key = incoming.key;
        if (key.empty()) return std::nullopt;
        if (!series_key(key)) return key;
        const auto moment = moment_in_key(incoming);
        if (!key.ends_with(moment)) return std::nullopt;
        const auto uid = key.substr(0, key.size() - moment.size());
        return series_.contains(std::string(uid)) ? std::nullopt : std::optional(uid);
    }
    /// The key that it would have in another turn.
    [[nodiscard]] std::string other_key(const Incoming<Record>& incoming) const {
        const std::string uid(*uid_in(incoming));
        return uid == incoming.key ? uid + moment_in_key(incoming) : uid;
    }
    [[nodiscard]] bool agrees(std::size_t number, const Incoming<Record>& incoming, const std::string& key) const {
        const auto agreed = agreement<Record>(ledger_[number], incoming.record, from, key);
        return agreed.has_words && agreed.has_day;
    }
    [[nodiscard]] bool is_off(std::size_t number) const {
        if constexpr (std::is_same_v<Record, core::Event>) return ledger_[number].status == "skipped";
        return false;
    }

    const RecordIndex<Record>& index_;
    const Ledger<Record>& ledger_;
    std::unordered_set<std::string> series_;
    std::vector<std::pair<std::size_t, std::optional<std::size_t>>> kept_; ///< With the record of its key.
    std::unordered_map<std::size_t, Match> settled_;
};

} // namespace kith::exchange
