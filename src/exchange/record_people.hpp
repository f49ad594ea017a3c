// The people of an entry, event or follow-up, by the ids that the journal has for them.
#pragma once

#include "plan_people.hpp"
#include "record_looks.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace kith::exchange {

/// Somebody whom the journal does not know, and what is wrong.
struct Unknown {
    core::PersonId word;
    std::string problem;
};

/// Names people by the journal's ids, without those who were left out. Returns those who stay as written.
inline std::vector<Unknown> translate(std::vector<core::PersonId>& people, const PersonIds& ids,
                                      PeoplePlanner& planner) {
    std::vector<core::PersonId> known;
    std::vector<Unknown> unknown;
    const auto meant_by = [&](const core::PersonId& id) {
        const auto found = ids.find(id.text);
        return found != ids.end() ? Meant{found->second, {}} : planner.meant_by(id);
    };
    for (std::size_t i = 0; i < people.size(); ++i) {
        const auto& id = people[i];
        auto meant = meant_by(id);
        if (!meant.id && i + 1 < people.size() && !meant_by(people[i + 1]).id) { // `Souza, Ana` was parted.
            if (auto turned = meant_by({people[i + 1].text + " " + id.text}); turned.id) {
                meant = std::move(turned);
                ++i;
            }
        }
        if (!meant.id) unknown.push_back({id, meant.problem});
        const auto named = meant.id.value_or(id);
        if (!named.empty() && std::ranges::find(known, named) == known.end()) known.push_back(named);
    }
    people = std::move(known);
    return unknown;
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

/// Whether it names somebody so.
template<class Record> bool names(Record record, const core::PersonId& word) {
    return std::ranges::find(people_of(record), word) != people_of(record).end();
}

/// Whether the same rows name people.
enum class Row { same, of_same_id };

/// With the same people as `known` by the ids that it names them by, so that a merge of two is no news. Somebody whom
/// nobody is called any more, or several are, is who is there in their place: of the same row whoever that is, else
/// somebody whose name may be that.
template<class Record>
Record with_people_as_written(Record record, const Record& known, const PeoplePlanner& planner, Row row) {
    auto now = with_people_as_now(known, planner);
    auto written = known;
    auto& people = people_of(record);
    const auto is_in = [](const auto& all, const core::PersonId& id) {
        return std::ranges::find(all, id) != all.end();
    };
    std::vector<core::PersonId> left;
    std::ranges::copy_if(people_of(now), std::back_inserter(left),
                         [&](const auto& id) { return planner.resolve(id) && !is_in(people, id); });
    std::vector<core::PersonId*> unknown;
    for (auto& id : people)
        if (!planner.resolve(id)) unknown.push_back(&id);
    if (left.size() == unknown.size())
        for (std::size_t i = 0; i < left.size(); ++i)
            if (row == Row::same || planner.may_be_called(left[i], unknown[i]->text)) *unknown[i] = left[i];
    if (people_of(now) == people) people = std::move(people_of(written));
    return record;
}

} // namespace kith::exchange
