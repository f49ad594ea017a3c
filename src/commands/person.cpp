// kith person: the people one knows.
#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "nouns.hpp"
#include "person_options.hpp"
#include "person_verbs.hpp"
#include "person_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace kith::commands {
namespace {

struct PersonWords {
    Texts words;
    PersonOptions options;
    bool edit = false;
};

int add(const PersonWords& given, Session& session) {
    if (given.words.empty()) core::fail_usage("'kith person add' needs a name", "kith person add \"Ana Souza\"");
    session.begin_writing(person_keys());
    core::Person person;
    person.name = require_name(core::join(given.words, " "), "the name");
    refuse_namesake(person, given.options, session);
    person.id = session.people().new_id(person.name);
    person = with_options(std::move(person), given.options, session);
    const auto* near = given.options.another ? nullptr : session.people().nearest_to(person.name);
    const auto remark = near == nullptr
                            ? std::string{}
                            : fmt::format("{} ({}) is nearly called the same; 'kith person merge {} {}' makes "
                                          "one of the two",
                                          near->name, near->id.text, near->id.text, person.id.text);
    session.journal().add(person);
    session.save();
    if (!remark.empty()) session.note(remark);
    return session.answer(core::to_fields(person), person_keys(), person.id.text,
                          render::to_text({confirmation("added", person, session)}, session.layout()));
}

Action bind_add(CLI::App& app) {
    auto given = std::make_shared<PersonWords>();
    words(app, "NAME", given->words, "the name");
    declare_keys(app, given->options);
    return [given](Session& session) { return add(*given, session); };
}

/// Who is meant; `--no-alias ana` without another word took the person for its value.
std::string take_who(PersonWords& given) {
    if (!given.words.empty()) return core::join(given.words, " ");
    std::vector<Removal*> taking;
    for (Removal* removal : {&given.options.no_aliases, &given.options.no_groups, &given.options.no_handles})
        if (!removal->values.empty()) taking.push_back(removal);
    if (taking.size() != 1 || taking.front()->values.size() != 1)
        core::fail_usage("'kith person edit' needs a person", "name the person first: kith person edit ana --no-alias");
    std::string who = std::move(taking.front()->values.front());
    *taking.front() = {.all = true, .values = {}};
    return who;
}

int edit(PersonWords given, Session& session) {
    const std::string who = take_who(given);
    const bool opens_editor = given.edit || (!changes_anything(given.options) && session.is_interactive());
    if (!opens_editor && !changes_anything(given.options))
        core::fail_usage("there is nothing to change", "say it as options, see 'kith person edit --help'");
    session.begin_writing(person_keys());
    const core::Person before = session.people().require(who);
    core::Person after = with_options(before, given.options, session);
    session.journal().change(before, after);
    if (opens_editor) after = session.edit_record(after);
    session.save();
    return session.answer(
        core::to_fields(after), person_keys(), "",
        render::to_text({confirmation(after == before ? "as before" : "changed", after, session)}, session.layout()));
}

Action bind_edit(CLI::App& app) {
    auto given = std::make_shared<PersonWords>();
    words(app, "WHO", given->words, "an id, a name, or a part of it");
    declare_keys(app, given->options);
    declare_removals(app, given->options);
    flag(app, "--edit", given->edit, "open the record in the editor");
    return [given](Session& session) { return edit(*given, session); };
}

} // namespace

std::vector<Command> person_commands() {
    auto commands = person_showing_commands();
    const std::vector<Command> own{
        {"person add", "NAME [OPTIONS]", "add a person",
         "The id is made of the name and never changes. Entries make people known too: see 'kith log --help'.",
         "kith person add \"Eva Ruiz\" --every 3w --group rust --met-at rustconf-2026", bind_add},
        {"person edit", "WHO [OPTIONS]", "change a person",
         "Each option sets its key; --alias, --group and --handle add to what is there. --no-KEY takes a key off; "
         "--no-alias, --no-group and --no-handle take the value named, or all. Without an option on a terminal it "
         "opens "
         "the editor.",
         "kith person edit ana --city Lisbon --no-group mentors", bind_edit},
    };
    commands.insert(commands.begin() + 1, own.begin(), own.end());
    for (const auto part : {person_merging_commands, person_group_commands}) {
        const auto more = part();
        commands.insert(commands.end(), more.begin(), more.end());
    }
    return commands;
}

} // namespace kith::commands
