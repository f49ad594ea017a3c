#include "kith/core/records.hpp"
#include "kith/store/check.hpp"

#include "record_order.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace kith::store {
namespace {

std::string named(const Repair& repair) {
    return repair.id.empty() ? fmt::format("the {} without an id", repair.kind)
                             : fmt::format("the {} {}", repair.kind, repair.id);
}

/// The records of one kind to move, by the file they stand in. Read before anything is changed, for as long as their
/// places hold.
template<class Record>
std::map<std::string, std::vector<Record>> read_moving(JournalStore& journal, const std::vector<Repair>& repairs) {
    std::map<std::string, std::vector<Record>> records;
    for (const auto& repair : repairs) {
        if (repair.belongs_in.empty() || repair.kind != core::kind_of<Record>()) continue;
        const Document& document = journal.directory().edit(repair.file);
        records[repair.file].push_back(decode<Record>(document, repair.index).record);
    }
    // In the order they will stand in, so that a comment above one is never taken for that of a new file.
    for (auto& [file, moving] : records)
        std::ranges::stable_sort(moving, {}, [](const Record& record) { return place_in_time(record); });
    return records;
}

template<class Record>
void move(JournalStore& journal, const std::map<std::string, std::vector<Record>>& records_by_file) {
    for (const auto& [file, records] : records_by_file) journal.move(file, records);
}

/// From the last to the first, so that those before keep their places.
void take_out_copies(DataDirectory& directory, std::vector<Repair> repairs) {
    std::erase_if(repairs, [](const Repair& repair) { return !repair.belongs_in.empty(); });
    std::ranges::sort(repairs, std::ranges::greater{}, &Repair::index);
    for (const auto& repair : repairs) directory.edit(repair.file).remove(repair.index);
}

} // namespace

std::vector<std::string> mend(JournalStore& journal, const std::vector<Repair>& repairs) {
    const auto interactions = read_moving<core::Interaction>(journal, repairs);
    const auto events = read_moving<core::Event>(journal, repairs);
    const auto followups = read_moving<core::Followup>(journal, repairs);
    take_out_copies(journal.directory(), repairs);
    move(journal, interactions);
    move(journal, events);
    move(journal, followups);
    std::vector<std::string> done;
    for (const auto& repair : repairs)
        done.push_back(repair.belongs_in.empty()
                           ? fmt::format("took out the copy of {} in {}", named(repair), repair.file)
                           : fmt::format("moved {} from {} to {}", named(repair), repair.file, repair.belongs_in));
    return done;
}

} // namespace kith::store
