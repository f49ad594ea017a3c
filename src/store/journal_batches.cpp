// Many records added to the journal or changed in it: each file is read, changed and checked once.
#include "kith/core/record_id.hpp"
#include "kith/core/records.hpp"
#include "kith/store/journal_store.hpp"

#include "record_order.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace kith::store {
namespace {

using Time = std::optional<core::Moment>;

/// A record of the kind that is in the document, or is to be.
template<class Record> struct Standing {
    std::size_t above = 0, below = 0; ///< The indices to insert before, for what is to stand above it and below.
    Time time;                        ///< Nothing too where it cannot be read.
    const Record* added = nullptr;    ///< Nothing for one that is there already.
};

template<class Record> std::vector<Standing<Record>> standing_in(const Document& document) {
    std::vector<Standing<Record>> standing;
    const auto records = document.records();
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (records[i].kind != core::kind_of<Record>()) continue;
        Standing<Record> each{i, i + 1, std::nullopt, nullptr};
        if (place_in_time(Record{})) {
            const auto decoded = decode<Record>(document, i);
            if (decoded.is_usable) each.time = place_in_time(decoded.record);
        }
        standing.push_back(each);
    }
    return standing;
}

template<class Record> std::optional<core::Date> day_of(const Record& record) {
    const Time time = place_in_time(record);
    return time ? std::optional(time->date) : std::nullopt;
}

/// Below the last of its kind that is not later, where it would stand too if it were added alone. `end` is for the
/// first of its kind.
template<class Record> void add_to(std::vector<Standing<Record>>& standing, const Record& record, std::size_t end) {
    const Time time = place_in_time(record);
    const auto not_later = std::find_if(standing.rbegin(), standing.rend(),
                                        [&time](const auto& each) { return is_in_order(each.time, time); });
    const auto place = not_later.base();
    const auto index = place != standing.begin() ? std::prev(place)->below : standing.empty() ? end : place->above;
    standing.insert(place, {index, index, time, &record});
}

/// Where each id of the kind stands; ids that stand there twice are left out.
template<class Record> std::unordered_map<std::string, std::size_t> places_by_id(const Document& document) {
    std::unordered_map<std::string, std::size_t> places;
    std::vector<std::string> twice;
    const auto records = document.records();
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (records[i].kind != core::kind_of<Record>()) continue;
        const auto id = core::id_in(decode<Record>(document, i).record);
        if (!id.empty() && !places.try_emplace(id, i).second) twice.push_back(id);
    }
    for (const auto& id : twice) places.erase(id);
    return places;
}

} // namespace

template<class Record> void JournalStore::add(const std::vector<Record>& records) {
    std::map<std::string, std::vector<const Record*>> by_file;
    for (const auto& record : records) by_file[file_of(record)].push_back(&record);
    for (auto& [name, added] : by_file) {
        // By days, so that most go below all that stand there; the times of a day are seen to one by one.
        std::ranges::stable_sort(added, {}, [](const Record* record) { return day_of(*record); });
        Document& document = directory_.edit(name);
        auto standing = standing_in<Record>(document);
        for (const Record* record : added) add_to(standing, *record, document.records().size());
        std::vector<Addition> additions;
        for (const auto& each : standing)
            if (each.added != nullptr) additions.push_back({each.below, core::to_fields(*each.added)});
        document.insert(core::kind_of<Record>(), std::move(additions));
    }
}

template<class Record> void JournalStore::change(const std::vector<core::Edit<Record>>& edits) {
    std::map<std::string, std::vector<const core::Edit<Record>*>> by_file;
    std::vector<const core::Edit<Record>*> others; // Those that go to another file, or stand where they should not.
    for (const auto& edit : edits) {
        const auto name = file_of(edit.before);
        (name == file_of(edit.after) ? by_file[name] : others).push_back(&edit);
    }
    for (const auto& [name, changed] : by_file) {
        Document& document = directory_.edit(name);
        const auto places = places_by_id<Record>(document);
        std::vector<Revision> revisions;
        for (const auto* edit : changed) {
            const auto place = places.find(core::id_in(edit->before));
            auto changes = core::changes(core::to_fields(edit->before), core::to_fields(edit->after));
            if (place == places.end())
                others.push_back(edit);
            else if (!changes.empty())
                revisions.push_back({place->second, std::move(changes)});
        }
        document.change(std::move(revisions));
    }
    for (const auto* edit : others) change(edit->before, edit->after);
}

template void JournalStore::add(const std::vector<core::Person>&);
template void JournalStore::change(const std::vector<core::Edit<core::Person>>&);
template void JournalStore::add(const std::vector<core::Interaction>&);
template void JournalStore::change(const std::vector<core::Edit<core::Interaction>>&);
template void JournalStore::add(const std::vector<core::Event>&);
template void JournalStore::change(const std::vector<core::Edit<core::Event>>&);
template void JournalStore::add(const std::vector<core::Followup>&);
template void JournalStore::change(const std::vector<core::Edit<core::Followup>>&);
template void JournalStore::add(const std::vector<core::Goal>&);
template void JournalStore::change(const std::vector<core::Edit<core::Goal>>&);
template void JournalStore::add(const std::vector<core::Audience>&);
template void JournalStore::change(const std::vector<core::Edit<core::Audience>>&);
template void JournalStore::add(const std::vector<core::Platform>&);
template void JournalStore::change(const std::vector<core::Edit<core::Platform>>&);
template void JournalStore::add(const std::vector<core::Topic>&);
template void JournalStore::change(const std::vector<core::Edit<core::Topic>>&);
template void JournalStore::add(const std::vector<core::Channel>&);
template void JournalStore::change(const std::vector<core::Edit<core::Channel>>&);
template void JournalStore::add(const std::vector<core::Post>&);
template void JournalStore::change(const std::vector<core::Edit<core::Post>>&);

} // namespace kith::store
