// The ids in the files, found as bytes: for telling how much of one is enough.
#include "kith/store/journal_store.hpp"

#include <algorithm>

namespace kith::store {
namespace {

std::string_view after_blanks(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    return text;
}

/// What follows `id =`, however that is written; nothing for a line that says no id.
std::optional<std::string_view> id_value(std::string_view line) {
    line = after_blanks(line);
    const bool is_id = line.starts_with("id") || line.starts_with("\"id\"") || line.starts_with("'id'");
    if (!is_id) return std::nullopt;
    line = after_blanks(line.substr(line.front() == 'i' ? 2 : 4));
    if (!line.starts_with('=')) return std::nullopt;
    return after_blanks(line.substr(1));
}

/// Adds the ids of a file, and perhaps what only looks like one within a text; false where an id is written with
/// escapes, so that the bytes do not tell it.
bool add_ids(std::string_view text, std::vector<std::string>& ids) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        // What a line begins with that says an id; most are told by it.
        const bool may_be_id = std::string_view("i \t\"'").find(text.front()) != std::string_view::npos;
        if (auto value = may_be_id ? id_value(text.substr(0, end)) : std::nullopt) {
            value->remove_prefix(std::min(value->find_first_not_of("\"'"), value->size()));
            const auto id = value->substr(0, value->find_first_of("\"'\r"));
            if (id.find('\\') != std::string_view::npos) return false;
            ids.emplace_back(id);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
}

} // namespace

std::optional<std::vector<std::string>> JournalStore::ids_in(const std::string& folder) {
    std::vector<std::string> ids;
    for (const auto& name : directory_.names_in(folder))
        if (!add_ids(directory_.text(name).value_or(""), ids)) return std::nullopt;
    return ids;
}

bool JournalStore::are_all_months(const core::DateRange& days) {
    const auto all = logged_days();
    return !all || (core::start_of_month(days.from) <= all->from && all->to <= core::end_of_month(days.to));
}

} // namespace kith::store
