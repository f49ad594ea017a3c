// Many records added to the journal or changed in it: each file is read, changed and checked once.
#include "kith/core/record_id.hpp"
#include "kith/core/records.hpp"
#include "kith/store/journal_store.hpp"

#include "record_order.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace kith::store {
namespace {

using Time = std::optional<core::Moment>;

/// A record of the kind that is in the document, or is to be.
struct Standing {
    std::size_t above = 0, below = 0;   ///< The indices to insert before, for what is to stand above it and below.
    Time time;                          ///< Nothing too where it cannot be read.
    std::optional<std::uint32_t> added; ///< Nothing for one that is there already.
};

template<class Record> std::vector<Standing> standing_in(const Document& document) {
    std::vector<Standing> standing;
    const auto records = document.records();
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (records[i].kind != core::kind_of<Record>()) continue;
        Standing each{i, i + 1, std::nullopt, std::nullopt};
        if (place_in_time(Record{})) {
            const auto decoded = decode<Record>(document, i);
            if (decoded.is_usable) each.time = place_in_time(decoded.record);
        }
        standing.push_back(each);
    }
    return standing;
}

/// One of those that are to be added to a file.
struct Added {
    std::uint32_t number = 0;
    Time time;
};

/// Below the last of its kind that is not later, where it would stand too if it were added alone. `end` is for the
/// first of its kind.
void add_to(std::vector<Standing>& standing, const Added& added, std::size_t end) {
    const auto not_later = std::find_if(standing.rbegin(), standing.rend(),
                                        [&added](const auto& each) { return is_in_order(each.time, added.time); });
    const auto place = not_later.base();
    const auto index = place != standing.begin() ? std::prev(place)->below : standing.empty() ? end : place->above;
    standing.insert(place, {index, index, added.time, added.number});
}

/// Where they go, in the order in which they stand there.
struct Places {
    std::vector<std::size_t> before;
    std::vector<std::uint32_t> numbers;
};

template<class Record> Places places_for(std::vector<Added> added, const Document& document) {
    Places places;
    const auto end = document.records().size();
    auto standing = standing_in<Record>(document);
    if (!place_in_time(Record{})) { // All of them below the last that is there.
        places.before.assign(added.size(), standing.empty() ? end : standing.back().below);
        for (const auto& each : added) places.numbers.push_back(each.number);
        return places;
    }
    // By days, so that most go below all that stand there; the times of a day are seen to one by one.
    std::ranges::stable_sort(added, {}, [](const Added& each) { return each.time->date; });
    for (const auto& each : added) add_to(standing, each, end);
    for (const auto& each : standing) {
        if (!each.added) continue;
        places.before.push_back(each.below);
        places.numbers.push_back(*each.added);
    }
    return places;
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
    add<Record>(records.size(), [&records](std::size_t number) { return records[number]; });
}

template<class Record> void JournalStore::add(std::size_t count, const std::function<Record(std::size_t)>& record_at) {
    std::map<std::string, std::vector<Added>> by_file;
    for (std::size_t number = 0; number < count; ++number) {
        const auto record = record_at(number);
        by_file[file_of(record)].push_back({static_cast<std::uint32_t>(number), place_in_time(record)});
    }
    for (auto& [name, added] : by_file) {
        Document& document = directory_.edit(name);
        const auto places = places_for<Record>(std::exchange(added, {}), document);
        document.insert(core::kind_of<Record>(), places.before,
                        [&](std::size_t place) { return core::to_fields(record_at(places.numbers[place])); });
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
template void JournalStore::add(std::size_t, const std::function<core::Person(std::size_t)>&);
template void JournalStore::change(const std::vector<core::Edit<core::Person>>&);
template void JournalStore::add(const std::vector<core::Interaction>&);
template void JournalStore::add(std::size_t, const std::function<core::Interaction(std::size_t)>&);
template void JournalStore::change(const std::vector<core::Edit<core::Interaction>>&);
template void JournalStore::add(const std::vector<core::Event>&);
template void JournalStore::add(std::size_t, const std::function<core::Event(std::size_t)>&);
template void JournalStore::change(const std::vector<core::Edit<core::Event>>&);
template void JournalStore::add(const std::vector<core::Followup>&);
template void JournalStore::add(std::size_t, const std::function<core::Followup(std::size_t)>&);
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
