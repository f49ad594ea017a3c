// The platforms: which goals each serves, whom it reaches, how often a week.
#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "options.hpp"
#include "present.hpp"
#include "strategy_records.hpp"
#include "strategy_verbs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace kith::commands {
namespace {

struct PlatformOptions {
    Texts words, goals, audiences;
    Text per_week, note;
    Removal no_goals, no_audiences;
    bool no_per_week = false, no_note = false;
};

void declare(CLI::App& app, PlatformOptions& given) {
    words(app, "NAME", given.words, "the platform, such as linkedin or mastodon");
    options(app, "--goal", given.goals, "ID", "a goal that it serves");
    options(app, "--audience", given.audiences, "ID", "an audience that is there");
    option(app, "--per-week", given.per_week, "N", "how many interactions a week you plan");
    option(app, "--note", given.note, "TEXT", "how you go about it");
}

void apply(const PlatformOptions& given, core::Platform& platform, const core::Strategy& strategy) {
    platform.goals = merged(platform.goals, require_ids(strategy.goals, given.goals));
    platform.audience = merged(platform.audience, require_ids(strategy.audiences, given.audiences));
    if (given.per_week) platform.per_week = require_number(*given.per_week, "--per-week", 1, 1000);
    if (given.note) platform.note = require_text(*given.note, "--note");
}

std::string require_new_name(const std::string& name, const core::Strategy& strategy) {
    const std::string id = core::slug(name);
    if (id.empty()) core::fail_usage(fmt::format("'{}' has no letters or digits to name a platform", name));
    if (std::ranges::find(strategy.platforms, id, &core::Platform::id) != strategy.platforms.end())
        core::fail_not_found(fmt::format("there is a platform '{}' already", id),
                             fmt::format("'kith strategy platform edit {}' changes it", id));
    if (std::ranges::find(strategy.channels, id, &core::Channel::id) != strategy.channels.end())
        core::fail_not_found(fmt::format("'{}' is a channel of your own already", id),
                             fmt::format("'kith strategy remove channel {}' makes room for the platform", id));
    if (core::mode_of_channel(id, {}) == core::Mode::in_person)
        core::fail_not_found(fmt::format("'{}' is a built-in channel, in person; a platform is online", id),
                             "choose another name");
    return id;
}

int add(const PlatformOptions& given, Session& session) {
    session.begin_writing(core::keys_of<core::Platform>());
    const auto& strategy = session.journal().strategy();
    core::Platform platform;
    platform.id = require_new_name(require_text(core::join(given.words, " "), "the platform's name"), strategy);
    apply(given, platform, strategy);
    session.journal().add(platform);
    session.save();
    return answer_with("added", platform, true, session);
}

Action bind_add(CLI::App& app) {
    auto given = std::make_shared<PlatformOptions>();
    declare(app, *given);
    return [given](Session& session) { return add(*given, session); };
}

/// The ids without those that are taken off, which must be among them.
std::vector<std::string> without(const core::Platform& platform, std::vector<std::string> ids, const Removal& removal,
                                 std::string_view kind) {
    if (removal.all) return {};
    for (const auto& id : removal.values)
        if (std::erase(ids, id) == 0)
            core::fail_not_found(fmt::format("{} does not name the {} '{}'", platform.id, kind, id),
                                 ids.empty() ? std::string{} : "it names " + core::join(ids, ", "));
    return ids;
}

core::Platform edited(const core::Platform& before, const PlatformOptions& given, const core::Strategy& strategy) {
    if (given.per_week && given.no_per_week) core::fail_usage("--per-week and --no-per-week exclude each other");
    if (given.note && given.no_note) core::fail_usage("--note and --no-note exclude each other");
    core::Platform after = before;
    after.goals = without(before, before.goals, given.no_goals, "goal");
    after.audience = without(before, before.audience, given.no_audiences, "audience");
    if (given.no_per_week) after.per_week.reset();
    if (given.no_note) after.note.clear();
    apply(given, after, strategy);
    return after;
}

bool says_nothing(const PlatformOptions& given) {
    return given.goals.empty() && given.audiences.empty() && !given.per_week && !given.note &&
           !given.no_goals.is_asked() && !given.no_audiences.is_asked() && !given.no_per_week && !given.no_note;
}

int edit(const PlatformOptions& given, Session& session) {
    const auto& word = require_one_word(given.words, "strategy platform edit", "platform");
    if (says_nothing(given))
        core::fail_usage("there is nothing to change", "say it as options, see 'kith strategy platform edit --help'");
    session.begin_writing(core::keys_of<core::Platform>());
    const auto& strategy = session.journal().strategy();
    const core::Platform before = require_record(strategy.platforms, word);
    const core::Platform after = edited(before, given, strategy);
    session.journal().change(before, after);
    session.save();
    return answer_with(before == after ? "unchanged" : "changed", after, false, session);
}

Action bind_edit(CLI::App& app) {
    auto given = std::make_shared<PlatformOptions>();
    declare(app, *given);
    removal(app, "--no-goal", given->no_goals, "ID", "take a goal off, or all of them");
    removal(app, "--no-audience", given->no_audiences, "ID", "take an audience off, or all of them");
    flag(app, "--no-per-week", given->no_per_week, "nothing is planned for it");
    flag(app, "--no-note", given->no_note, "take the note off");
    return [given](Session& session) { return edit(*given, session); };
}

} // namespace

std::vector<Command> platform_verbs() {
    return {
        {"strategy platform add", "NAME [OPTIONS]", "add a platform where you show up",
         "Goals and audiences are named by their ids. A platform is a channel: its name is then understood as a word "
         "in the log.",
         "kith strategy platform add mastodon --goal compiler-role --per-week 3", bind_add},
        {"strategy platform edit", "ID [OPTIONS]", "change a platform",
         "--goal and --audience add to what is there, the others set their key; --no-KEY takes it off.",
         "kith strategy platform edit linkedin --per-week 3 --note \"Comment first\"", bind_edit}};
}

} // namespace kith::commands
