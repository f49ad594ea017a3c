#include "import_kinds.hpp"

#include "kith/core/record_id.hpp"
#include "kith/core/records.hpp"
#include "kith/store/group_editing.hpp"

#include <string>
#include <unordered_map>

namespace kith::commands {
namespace {

core::Fields fields_of(const core::Group& group) {
    auto fields = store::cadence_fields(group);
    fields.insert(fields.begin(), {"id", group.name, 0});
    return fields;
}
template<class Record> core::Fields fields_of(const Record& record) {
    return core::to_fields(record);
}

template<class Record> Kind kind_of(std::string_view name, std::string_view one, std::string_view many,
                                    const exchange::Changes<Record>& changes) {
    const auto added_at = [&changes](std::size_t number) { return fields_of(changes.added[number]); };
    Kind kind{name, one, many, changes.there, changes.added.size(), added_at, {}};
    std::unordered_map<std::string, std::size_t> places;
    for (const auto& edit : changes.changed) {
        places.try_emplace(core::id_in(edit.after), kind.changed.size());
        kind.changed.emplace_back(fields_of(edit.before), fields_of(edit.after));
    }
    for (const auto& [record, other] : changes.there_with_other) {
        const auto [place, is_new] = places.try_emplace(core::id_in(record), kind.changed.size());
        if (is_new || core::id_in(record).empty()) { // Nothing else of it changes.
            place->second = kind.changed.size();
            kind.changed.emplace_back(fields_of(record), fields_of(record));
            --kind.there;
        }
        kind.changed[place->second].second.push_back({"other", other, 0});
    }
    return kind;
}

} // namespace

std::vector<Kind> kinds_of(const exchange::Plan& plan) {
    std::vector<Kind> kinds{kind_of("person", "person", "people", plan.people),
                            kind_of("group", "group", "groups", plan.groups),
                            kind_of("interaction", "entry", "entries", plan.interactions),
                            kind_of("event", "event", "events", plan.events),
                            kind_of("followup", "follow-up", "follow-ups", plan.followups),
                            kind_of("goal", "goal", "goals", plan.goals),
                            kind_of("audience", "audience", "audiences", plan.audiences),
                            kind_of("platform", "platform", "platforms", plan.platforms),
                            kind_of("topic", "topic", "topics", plan.topics),
                            kind_of("channel", "channel", "channels", plan.channels),
                            kind_of("post", "post", "posts", plan.posts)};
    if (plan.targets) kinds.push_back({"targets", "target", "targets", 0, 0, {}, {{{}, {}}}});
    std::erase_if(kinds, [](const Kind& kind) { return kind.there == 0 && kind.added == 0 && kind.changed.empty(); });
    return kinds;
}

} // namespace kith::commands
