#include "kith/core/error.hpp"
#include "kith/core/text.hpp"
#include "kith/store/group_editing.hpp"

#include "options.hpp"
#include "person_options.hpp"
#include "person_verbs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace kith::commands {
namespace {

struct GroupOptions {
    Texts words;
    Text every, late;
    bool no_every = false, no_late = false;
};

std::vector<std::string> members_of(const core::Group& group, const core::People& people) {
    std::vector<std::string> members;
    for (const auto& person : people.all())
        if (std::ranges::find(person.groups, group.name) != person.groups.end())
            members.push_back(person.id.empty() ? person.name : person.id.text);
    return members;
}

core::Fields fields_of(const core::Group& group, const core::People& people) {
    auto fields = store::cadence_fields(group);
    fields.insert(fields.begin(), {"name", group.name, 0});
    if (auto members = members_of(group, people); !members.empty())
        fields.push_back({"members", std::move(members), 0});
    return fields;
}

/// `mentors  every 4 weeks, late after 6 weeks  Ana Souza, Bo Li`
std::string line_of(const core::Group& group, Session& session) {
    std::string cadence = group.every ? "every " + core::to_words(*group.every) : "no cadence";
    if (group.late) cadence += ", late after " + core::to_words(*group.late);
    std::vector<std::string> names;
    for (const auto& person : session.people().all())
        if (std::ranges::find(person.groups, group.name) != person.groups.end())
            names.push_back(person.name.empty() ? person.id.text : person.name);
    return render::to_text(
        {{{group.name, render::Style::strong}, {cadence}, {names.empty() ? "nobody" : core::join(names, ", ")}}},
        session.layout());
}

core::Group group_as_it_is(const std::string& name, const core::People& people) {
    const auto found = std::ranges::find(people.groups(), name, &core::Group::name);
    return found == people.groups().end() ? core::Group{name, std::nullopt, std::nullopt} : *found;
}

core::Group changed(core::Group group, const GroupOptions& options, Session& session) {
    if (options.every && options.no_every) core::fail_usage("--every and --no-every exclude each other");
    if (options.late && (options.no_late || options.no_every))
        core::fail_usage(fmt::format("--late and --no-{} exclude each other", options.no_late ? "late" : "every"));
    if (options.every) group.every = core::require_period(*options.every, "--every");
    if (options.late) group.late = core::require_period(*options.late, "--late");
    if (options.no_every) group.every.reset();
    // Late is said of the cadence and goes with it.
    if (options.no_late || options.no_every) group.late.reset();
    if (group.late && !group.every) core::fail_usage("--late needs a cadence to be late for", "say --every as well");
    refuse_late_before_every(group.every, group.late, session.today());
    return group;
}

void require_known(const core::Group& group, Session& session) {
    const bool is_known = group.every || group.late || !members_of(group, session.people()).empty();
    if (is_known) return;
    std::vector<std::string> known;
    for (const auto& each : session.people().groups()) known.push_back(each.name);
    for (const auto& person : session.people().all())
        for (const auto& name : person.groups)
            if (std::ranges::find(known, name) == known.end()) known.push_back(name);
    core::fail_not_found(fmt::format("there is no group '{}'", group.name),
                         known.empty() ? "'kith person edit WHO --group NAME' puts people in one"
                                       : "there are " + core::join(known, ", "));
}

int group(const GroupOptions& options, Session& session) {
    if (options.words.empty())
        core::fail_usage("'kith person group' needs the group's name", "kith person group mentors --every 4w");
    const bool is_change = options.every || options.late || options.no_every || options.no_late;
    const std::vector<std::string_view> keys{"name", "every", "late", "members"};
    if (is_change) session.begin_writing(keys);
    const auto name = require_group_name(core::join(options.words, " "), session.people());
    const auto before = group_as_it_is(name, session.people());
    if (!is_change) {
        require_known(before, session);
        return session.show(fields_of(before, session.people()), keys, line_of(before, session));
    }
    const auto after = changed(before, options, session);
    session.journal().change_group(before, after);
    session.save();
    return session.answer(fields_of(after, session.people()), keys, "", line_of(after, session));
}

Action bind_group(CLI::App& app) {
    auto given = std::make_shared<GroupOptions>();
    words(app, "GROUP", given->words, "the group");
    option(app, "--every", given->every, "PERIOD", "keep in touch with each of them at least this often");
    option(app, "--late", given->late, "PERIOD", "overdue only after this long");
    flag(app, "--no-every", given->no_every, "take the cadence off");
    flag(app, "--no-late", given->no_late, "overdue as soon as it is due");
    return [given](Session& session) { return group(*given, session); };
}

} // namespace

std::vector<Command> person_group_commands() {
    return {{"person group", "GROUP [--every PERIOD] [--late PERIOD]", "a group's cadence, and who is in it",
             "A person's own --every comes before that of a group; of several groups the shortest counts. Without an "
             "option "
             "the group is shown.",
             "kith person group mentors --every 4w --late 6w", bind_group}};
}

} // namespace kith::commands
