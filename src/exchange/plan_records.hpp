// The records of an import but people: which of the journal each one is, and what becomes of it.
#pragma once

#include "kith/core/records.hpp"
#include "kith/core/text.hpp"
#include "kith/exchange/origin.hpp"
#include "kith/exchange/plan.hpp"

#include "event_key.hpp"
#include "joint_keys.hpp"
#include "ledger.hpp"
#include "left_of_record.hpp"
#include "other_ids.hpp"
#include "plan_people.hpp"
#include "plan_series.hpp"
#include "record_agreement.hpp"
#include "record_index.hpp"
#include "record_looks.hpp"
#include "record_people.hpp"
#include "restoring.hpp"
#include "said_series.hpp"
#include "shared_uids.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace kith::exchange {

/// The records of one kind but people.
template<class Record> class RecordPlanner {
  public:
    RecordPlanner(const std::vector<Record>& there, PeoplePlanner& people, const PlanOptions& options)
        : people_(people), options_(options), ledger_(there) {
        for (std::size_t i = 0; i < there.size(); ++i) note(i);
    }

    /// `records` are those of the batch.
    template<class NewId> void take(const PackedList<Incoming<Record>>& records, const Batch& batch,
                                    const PersonIds& ids, const NewId& new_id, std::vector<Skipped>& skipped) {
        const auto unsaid_series = said_series_.unsaid(batch.series);
        Search search{batch.from,
                      {ledger_.all().size(), {}},
                      {},
                      {},
                      {unsaid_series, batch.from, options_.today},
                      {index_, ledger_, batch.series},
                      batch.is_whole};
        index_.reserve(ledger_.all().size() + records.size());
        if (batch.from == "csv") search.among = index_.among_for(records, search.from);
        if constexpr (std::is_same_v<Record, core::Event>)
            search.cancelled = said_series_.cancelled_in(records, batch.series);
        // What a key tells is found first, so that no other record of the file takes it by its looks.
        for (const auto& incoming : records) {
            options_.advance();
            const auto match = index_.match(incoming, search.from, search.among);
            const bool is_kept = batch.from == "ics" && search.shared.keeps(search.is_known.size(), incoming, match);
            search.is_known.push_back(is_kept || match.number);
            if (match.number && !is_kept) search.claimed.insert(*match.number);
        }
        search.shared.settle(search.among.there, search.claimed, [&](std::size_t place) { return records[place]; });
        compare_series(records, batch, search);
        std::set<std::string> unknown;
        for (std::size_t place = 0; place < records.size(); ++place) {
            options_.advance();
            auto incoming = records[place];
            const auto words = translate(people_of(incoming.record), ids, people_);
            placed_.reset();
            take(incoming, place, search, new_id, skipped);
            for (const auto& [word, problem] : words)
                if ((!placed_ || names(Record(ledger_[*placed_]), word)) && unknown.insert(problem).second)
                    skipped.push_back(noted(incoming.line, problem + ", which is kept as written"));
        }
        skip_gone(search, batch, skipped);
        said_series_.add(batch.series);
    }
    /// The ids that records of kith's own file have here, where those are others.
    [[nodiscard]] IdsHere ids_here(const PackedList<Incoming<Record>>& records) const {
        return ByOrigin<Record>(ledger_, index_).ids_here(records);
    }
    /// Kith's own, as `mend` makes them; people whom the import knows by another id than the file does are named by it.
    template<class Mend> void restore(const PackedList<Incoming<Record>>& records, const Mend& mend,
                                      const PersonIds& other_ids, std::vector<Skipped>& skipped) {
        const auto at = [&](std::size_t place) {
            options_.advance();
            auto incoming = records[place];
            mend(incoming.record);
            if (!other_ids.empty()) rename(incoming.record, other_ids);
            return incoming;
        };
        const auto there = ledger_.all().size();
        exchange::restore(ledger_, records.size(), at, skipped);
        for (auto number = there; number < ledger_.all().size(); ++number) {
            if constexpr (std::is_same_v<Record, core::Event>) skip_excluded(number);
            note(number);
        }
        // Those that were here may have one more key now, for the files after it.
        for (std::size_t place = 0; place < records.size(); ++place) {
            Record record = records[place].record;
            mend(record);
            if (const auto number = index_.with_id(record.id)) note(*number);
        }
    }
    [[nodiscard]] Changes<Record> take_changes() { return ledger_.take_changes(); }

  private:
    using Number = std::optional<std::size_t>;

    /// One file while its records are found.
    struct Search {
        const std::string& from;
        typename RecordIndex<Record>::Among among; ///< What was there before it.
        std::unordered_set<std::size_t> claimed;
        std::vector<bool> is_known; ///< By the place in the file, whether its key is that of a record.
        SeriesComparison series;
        SharedUids<Record> shared;
        bool is_whole;                                  ///< Whether all of the file was read.
        std::unordered_set<std::size_t> cancelled = {}; ///< Places of events that a file named before has cancelled.
    };

    void note(std::size_t number) {
        const Record record = ledger_[number];
        index_.note(number, record, told_by(with_people_as_now(record, people_)));
    }
    template<class NewId> void take(Incoming<Record> incoming, std::size_t place, Search& search, const NewId& new_id,
                                    std::vector<Skipped>& skipped) {
        const auto* settled = search.shared.at(place);
        auto known = settled != nullptr ? *settled : index_.match(incoming, search.from, search.among);
        if (known.is_own) return leave_own(*known.number, incoming, skipped);
        auto number = known.number;
        const auto id = std::exchange(incoming.key, std::move(known.key));
        const auto* moved = number ? nullptr : search.series.moved_to(place);
        if constexpr (std::is_same_v<Record, core::Event>)
            if (moved != nullptr &&
                is_over_before(ledger_[moved->number], incoming.record, search.from, moved->key, options_.today))
                moved = nullptr;
        if (moved != nullptr) number = moved->number;
        if constexpr (std::is_same_v<Record, core::Event>)
            if (!number &&
                (search.cancelled.contains(place) || said_series_.excludes(incoming.key, incoming.record.start))) {
                skipped.push_back(
                    {incoming.line, fmt::format("{} on {}, which a file named before does not have",
                                                incoming.record.name, core::to_text(incoming.record.start.date))});
                return;
            }
        if constexpr (std::is_same_v<Record, core::Followup>)
            if (search.from == "ics") {
                if (incoming.record.dropped) return drop(number, incoming, search.from, skipped);
                if (!number && cancelled_.contains(incoming.key)) {
                    const auto name = incoming.record.note.substr(0, incoming.record.note.find('\n'));
                    return skipped.push_back({incoming.line, name + ", which an entry before it has cancelled"});
                }
            }
        if (!number) number = index_.looking_like(incoming, search.from, search.among.there, search.claimed);
        if (!number) {
            if (known.is_another) skipped.push_back(noted(incoming.line, came_beside<Record>(id)));
            return add(incoming.key, incoming.record, search.from, new_id);
        }
        search.claimed.insert(*number);
        // What was not read may have said something else of the day.
        if (!search.is_whole && series_key(incoming.key)) return ledger_.find(*number);
        if constexpr (std::is_same_v<Record, core::Followup>)
            if (search.from == "ics" && is_closed_here(ledger_[*number], search.from, incoming.key))
                return leave_closed(*number, incoming, search.from, skipped);
        update_from(*number, incoming, search.from, moved == nullptr ? "" : moved->key, id, skipped);
    }
    /// Of a row that says another day, note or name than its record now does, and than it did before: whether it does.
    bool tell_what_stays(std::size_t number, const Incoming<Record>& incoming, const std::string& from,
                         const std::string& id, std::vector<Skipped>& skipped) const {
        const Record known = ledger_[number];
        const auto& said = incoming.record;
        const auto agreed = agreement(known, said, from, incoming.key);
        const bool is_other = !agreed.has_day || !(agreed.has_words || words_of(said).empty());
        if (is_other) skipped.push_back(noted(incoming.line, what_stays(known, id)));
        return is_other;
    }
    /// Finds which days of series have moved, and which are gone. What a file named before says of them stays.
    void compare_series(const PackedList<Incoming<Record>>& records, const Batch& batch, Search& search) const {
        if constexpr (std::is_same_v<Record, core::Event>) {
            if (batch.from != "ics" || !batch.is_whole) return;
            std::unordered_set<std::size_t> elsewhere;
            for (const auto& key : batch.not_asked)
                if (const auto number = index_.with_key(search.from, key)) elsewhere.insert(*number);
            for (std::size_t number = 0; number < search.among.there; ++number) {
                search.series.note_known(ledger_[number]);
                if (!search.claimed.contains(number) && !elsewhere.contains(number) && !ledger_.is_said(number))
                    search.series.note_there(number, ledger_[number]);
            }
            if (!search.series.has_noted_any()) return;
            for (std::size_t place = 0; place < records.size(); ++place)
                search.series.note_in_file(place, records[place], search.is_known[place]);
            search.series.compare();
        }
    }
    void skip_gone(const Search& search, const Batch& batch, std::vector<Skipped>& skipped) {
        if constexpr (std::is_same_v<Record, core::Event>) {
            std::vector<std::pair<std::string, core::Moment>> changed;
            for (const auto& [number, key] : search.series.gone()) {
                if (search.claimed.contains(number)) continue;
                const auto status = ledger_[number].status;
                if (auto said = said_of_gone(ledger_[number], search.from, key))
                    update(number, {search.from, key, ledger_.unsaid(number, *std::move(said)), {}});
                if (ledger_[number].status != status) changed.emplace_back(key, ledger_[number].start);
            }
            if (!changed.empty()) forget_cancelled(changed, batch.series, skipped);
        }
    }
    /// Of kith's own file one to come that a calendar named before has no more.
    void skip_excluded(std::size_t number) {
        const core::Event known = ledger_[number];
        for (const auto& [from, key] : origins(known.imported)) {
            const bool is_to_come = known.start.date >= options_.today || !series_key(key);
            if (from != "ics" || !is_to_come || !said_series_.excludes(key, known.start)) continue;
            if (auto said = said_of_gone(known, from, key)) return update(number, {from, key, *std::move(said), {}});
        }
    }
    /// A to-do that is to be done no more: dropped here, or told where there is nothing to be dropped.
    void drop(Number number, const Incoming<Record>& incoming, const std::string& from, std::vector<Skipped>& skipped) {
        if (number && !ledger_.is_said(*number)) {
            // Said also where it changes nothing, so that no other file of the command opens it again.
            const auto said = ledger_.unsaid(*number, {{"dropped", core::Moment{*incoming.record.dropped, {}}, 0}});
            if (may_be_cancelled(ledger_[*number], from, incoming.key))
                return update(*number, {from, incoming.key, said, {}});
        }
        if (!number) cancelled_.insert(incoming.key);
        skipped.push_back({incoming.line, incoming.record.note + " is cancelled"});
    }
    /// A calendar that kith wrote is made from the journal, and is told where it is another by now.
    void leave_own(std::size_t number, const Incoming<Record>& incoming, std::vector<Skipped>& skipped) {
        ledger_.find(number);
        if constexpr (std::is_same_v<Record, core::Event>) {
            const auto& own = ledger_[number];
            const auto& other = incoming.record;
            if (own.name == other.name && own.start == other.start && own.place == other.place) return;
            skipped.push_back(noted(incoming.line, fmt::format("{}: kith's own {}, which stays {}", looks_of(other),
                                                               own.id.text, looks_of(own))));
        }
    }
    /// As it is here; what was said of it counts all the same, so that no other file of the command says otherwise.
    void leave(std::size_t number, const Record& said) {
        ledger_.find(number);
        (void)ledger_.unsaid(number, core::to_fields(said));
    }
    void leave_closed(std::size_t number, const Incoming<Record>& incoming, const std::string& from,
                      std::vector<Skipped>& skipped) {
        ledger_.find(number);
        const auto& known = ledger_[number];
        auto said = after_source(known, {from, incoming.key, core::to_fields(incoming.record), {}});
        said.imported = known.imported;
        if (said == known) return;
        skipped.push_back(noted(incoming.line, stays_closed(known)));
    }
    /// `former_key` is that of a day of a series which has moved, else empty; `id` is the row's.
    void update_from(std::size_t number, const Incoming<Record>& incoming, const std::string& from,
                     const std::string& former_key, const std::string& id, std::vector<Skipped>& skipped) {
        placed_ = number;
        auto record = with_people_as_written(incoming.record, Record(ledger_[number]), people_,
                                             incoming.has_id_of_table ? Row::of_same_id : Row::same);
        if constexpr (std::is_same_v<Record, core::Event>) {
            const auto& known = ledger_[number];
            const auto& key = former_key.empty() ? incoming.key : former_key;
            const bool has_settled = !former_key.empty() && is_settled(known, from, key, options_.today);
            if (has_settled || is_over(known, record, from, key, options_.today)) return leave(number, record);
            record = taking_place(std::move(record), known, from, key);
        }
        if constexpr (std::is_same_v<Record, core::Followup>) {
            const core::Followup known = ledger_[number];
            const bool may_open = (from == "ics" || record.done || record.dropped) && !ledger_.is_said(number);
            if (may_open) ledger_.put(number, opened_again(known, record, from, incoming.key));
            if (is_closed_otherwise(record, known) && is_closed_here(known, from, incoming.key)) {
                record.done = record.dropped = std::nullopt;
                skipped.push_back(noted(incoming.line, stays_closed(known)));
            }
        }
        const Record before = ledger_[number];
        SourceState state{from, incoming.key, {}, former_key, ledger_.is_said(number)};
        state.fields = ledger_.unsaid(number, core::to_fields(record));
        update(number, state);
        if (incoming.has_id_of_table && tell_what_stays(number, incoming, from, id, skipped)) return;
        tell_left(before, number, std::move(state), incoming.line, skipped);
    }
    /// What the source says newly and the record does not have is told, and marked as told where it is of that source.
    void tell_left(const Record& before, std::size_t number, SourceState state, int line,
                   std::vector<Skipped>& skipped) {
        if (state.key.empty()) return; // It has nothing that could be found again.
        Record after = ledger_[number];
        const auto name = title_of(after);
        const auto now = core::to_fields(after);
        state.fields = untold(core::to_fields(before), state);
        std::erase_if(state.fields, [&](const core::Field& field) { return left_of(name, now, {field}).empty(); });
        if (state.fields.empty()) return;
        skipped.push_back(noted(line, left_of(name, now, state.fields)));
        if (!has_key_of(state.from, after)) return;
        state.former_key.clear();
        after.imported = with_untaken(now, state);
        ledger_.put(number, after);
    }
    template<class NewId>
    void add(const std::string& key, Record record, const std::string& from, const NewId& new_id) {
        const auto own = record.id;
        record = core::from_fields<Record>(updated({}, {from, key, core::to_fields(record), {}})).record;
        // A table that kith itself wrote has the ids that others name.
        const bool keeps_id = from == "csv" && is_like_own_id(own.text) && !index_.with_id(own);
        record.id = keeps_id ? own : new_id(record);
        while (index_.with_id(record.id)) record.id = new_id(record); // A table's may be that of a name to come.
        placed_ = ledger_.add(record);
        note(*placed_);
    }
    void rename(Record& record, const PersonIds& other_ids) const {
        const auto there = index_.with_id(record.id);
        if (!there || !is_with_same(ledger_[*there], record)) rename_people(people_of(record), other_ids);
    }
    [[nodiscard]] static Record after_source(const Record& before, const SourceState& state) {
        if constexpr (std::is_same_v<Record, core::Event>)
            return updated_event(before, state);
        else
            return core::from_fields<Record>(updated(core::to_fields(before), state)).record;
    }
    void update(std::size_t number, const SourceState& state) {
        const auto& before = ledger_[number];
        auto after = after_source(before, state);
        auto compared = after;
        compared.imported = before.imported;
        if (compared == before && !has_key_of(state.from, before))
            after = before; // Written by hand, or found in kith's own table.
        ledger_.put(number, after);
    }

    PeoplePlanner& people_;
    const PlanOptions& options_;
    Ledger<Record> ledger_;
    RecordIndex<Record> index_{ledger_};
    SaidSeries said_series_;
    Number placed_; ///< What the record of a file that was taken last is.
    std::unordered_set<std::string>
        cancelled_; ///< Keys of to-dos that are not here, and that a calendar has cancelled.
};

} // namespace kith::exchange
