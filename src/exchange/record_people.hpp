// The people of an entry, event or follow-up, by the ids that the journal has for them.
#pragma once

#include "plan_people.hpp"
#include "record_looks.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace kith::exchange {

/// Names people by the journal's ids, without those who were left out. Returns of whom the journal does not know, and
/// who stay as written, what is wrong.
inline std::vector<std::string> translate(std::vector<core::PersonId>& people, const PersonIds& ids,
                                          PeoplePlanner& planner) {
    std::vector<core::PersonId> known;
    std::vector<std::string> problems;
    for (const auto& id : people) {
        const auto found = ids.find(id.text);
        const auto meant = found != ids.end() ? Meant{found->second, {}} : planner.meant_by(id);
        if (!meant.id) problems.push_back(meant.problem);
        const auto named = meant.id.value_or(id);
        if (!named.empty() && std::ranges::find(known, named) == known.end()) known.push_back(named);
    }
    people = std::move(known);
    return problems;
}

/// Of those whom the import knows by another id than the file does.
inline void rename_people(std::vector<core::PersonId>& people, const PersonIds& other_ids) {
    for (auto& id : people)
        if (const auto other = other_ids.find(id.text); other != other_ids.end()) id = other->second;
}

template<class Record> Record with_people_as_now(Record record, const PeoplePlanner& planner) {
    for (auto& id : people_of(record)) id = planner.resolve(id).value_or(id);
    return record;
}

/// With the same people as `known` by the ids that it names them by, so that a merge of two is no news.
template<class Record> Record with_people_as_written(Record record, const Record& known, const PeoplePlanner& planner) {
    auto now = with_people_as_now(known, planner);
    auto written = known;
    if (people_of(now) == people_of(record)) people_of(record) = std::move(people_of(written));
    return record;
}

} // namespace kith::exchange
