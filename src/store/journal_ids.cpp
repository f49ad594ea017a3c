// The ids in the files, for telling how much of one is enough.
#include "kith/core/records.hpp"
#include "kith/store/journal_store.hpp"

#include "ids_in_text.hpp"

namespace kith::store {

std::optional<std::vector<std::string>> JournalStore::ids_in(const std::string& folder) {
    const auto kind = folder == "log" ? core::kind_of<core::Interaction>() : core::kind_of<core::Followup>();
    std::vector<std::string> ids;
    bool has_escape = false;
    const auto add = [&](std::string_view id) {
        has_escape = has_escape || id.find('\\') != std::string_view::npos;
        ids.emplace_back(id);
    };
    DataDirectory::Room room(directory_);
    for (const auto& name : directory_.names_in(folder)) {
        each_id(directory_.view(name, room).value_or(""), kind, add);
        if (has_escape) return std::nullopt;
    }
    return ids;
}

std::optional<core::DateRange> JournalStore::logged_days() {
    const auto& names = directory_.names_in("log");
    if (names.empty()) return std::nullopt;
    const auto month_at = [](const std::string& name) { return core::parse_iso_date(name.substr(4, 7) + "-01"); };
    const auto first = month_at(names.front());
    const auto last = month_at(names.back());
    if (!first || !last) return core::all_days;
    return core::DateRange{*first, core::end_of_month(*last)};
}

bool JournalStore::are_all_months(const core::DateRange& days) {
    const auto all = logged_days();
    return !all || (core::start_of_month(days.from) <= all->from && all->to <= core::end_of_month(days.to));
}

} // namespace kith::store
