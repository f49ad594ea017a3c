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

/// A record of the kind that is in the document already.
struct Standing {
    std::size_t index = 0;
    Time time; ///< Nothing too where it cannot be read.
};

template<class Record> std::vector<Standing> standing_in(const Document& document) {
    std::vector<Standing> standing;
    const auto records = document.records();
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (records[i].kind != core::kind_of<Record>()) continue;
        Standing each{i, std::nullopt};
        if (place_in_time(Record{})) {
            const auto decoded = decode<Record>(document, i);
            if (decoded.is_usable) each.time = place_in_time(decoded.record);
        }
        standing.push_back(each);
    }
    return standing;
}

/// Those of a day stay in their order: reading puts the times in theirs.
template<class Record> std::optional<core::Date> day_of(const Record& record) {
    const Time time = place_in_time(record);
    return time ? std::optional(time->date) : std::nullopt;
}

/// The index to insert before: after the last of its kind that is not later.
std::size_t place_among(const std::vector<Standing>& standing, const Time& time, std::size_t end) {
    for (std::size_t i = standing.size(); i-- > 0;)
        if (is_in_order(standing[i].time, time)) return standing[i].index + 1;
    return standing.empty() ? end : standing.front().index;
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
        std::ranges::stable_sort(added, {}, [](const Record* record) { return day_of(*record); });
        Document& document = directory_.edit(name);
        const auto standing = standing_in<Record>(document);
        std::vector<Addition> additions;
        for (const Record* record : added)
            additions.push_back(
                {place_among(standing, place_in_time(*record), document.records().size()), core::to_fields(*record)});
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
