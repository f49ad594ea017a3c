// Goals, audiences, topics and channels of one's own: what the strategy consists of beside platforms and posts.
#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "options.hpp"
#include "strategy_records.hpp"
#include "strategy_verbs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace kith::commands {
namespace {

struct EntryText {
    Texts words;
    Text id, by, on;
};

std::string require_words(const Texts& words, std::string_view what) {
    return require_text(core::join(words, " "), what);
}

/// An audience or a topic: a text with an id.
template<class Record>
int add_text(const std::vector<Record> core::Strategy::*list, const EntryText& given, Session& session) {
    session.begin_writing(core::keys_of<Record>());
    const auto kind = core::kind_of<Record>();
    Record record;
    record.text = require_words(given.words, fmt::format("the {}", kind));
    record.id = new_entry_id(record.text, given.id, named(session.journal().strategy().*list), kind);
    session.journal().add(record);
    session.save();
    return answer_with("added", record, true, session);
}

template<class Record, std::vector<Record> core::Strategy::*list> Action bind_add_text(CLI::App& app) {
    auto given = std::make_shared<EntryText>();
    words(app, "TEXT", given->words, "what it is, in your words");
    option(app, "--id", given->id, "ID", "its id; made from the text unless told");
    return [given](Session& session) { return add_text<Record>(list, *given, session); };
}

int add_goal(const EntryText& given, Session& session) {
    session.begin_writing(core::keys_of<core::Goal>());
    core::Goal goal;
    goal.text = require_words(given.words, "the goal");
    if (given.by) goal.by = core::require_date(*given.by, "--by", session.future()).date;
    goal.id = new_entry_id(goal.text, given.id, named(session.journal().strategy().goals), "goal");
    session.journal().add(goal);
    session.save();
    return answer_with("added", goal, true, session);
}

Action bind_goal_add(CLI::App& app) {
    auto given = std::make_shared<EntryText>();
    words(app, "TEXT", given->words, "what you want to reach");
    option(app, "--by", given->by, "DATE", "until when");
    option(app, "--id", given->id, "ID", "its id; made from the text unless told");
    return [given](Session& session) { return add_goal(*given, session); };
}

int finish_goal(const EntryText& given, Session& session) {
    const auto& word = require_one_word(given.words, "strategy goal done", "goal's id");
    session.begin_writing(core::keys_of<core::Goal>());
    const core::Goal before = require_record(session.journal().strategy().goals, word);
    core::Goal after = before;
    if (given.on)
        after.done = require_past_day(*given.on, "--on", session);
    else
        after.done = before.done.value_or(session.today());
    session.journal().change(before, after);
    session.save();
    return answer_with(before == after ? "unchanged" : "done", after, false, session);
}

Action bind_goal_done(CLI::App& app) {
    auto given = std::make_shared<EntryText>();
    words(app, "ID", given->words, "the goal's id, or the start of it");
    option(app, "--on", given->on, "DATE", "when it was reached; today unless told");
    return [given](Session& session) { return finish_goal(*given, session); };
}

struct ChannelOptions {
    Texts words;
    bool online = false, in_person = false;
};

void refuse_known_channel(const std::string& id, const core::Strategy& strategy) {
    const auto refuse = [&id](std::string_view what, std::string_view hint) {
        core::fail_not_found(fmt::format("'{}' is already {}", id, what), std::string(hint));
    };
    if (std::ranges::find(strategy.platforms, id, &core::Platform::id) != strategy.platforms.end())
        refuse("a platform", "every platform is a channel, online");
    if (std::ranges::find(strategy.channels, id, &core::Channel::id) != strategy.channels.end())
        refuse("a channel of your own", "'kith strategy edit' changes it");
    const core::Mode mode = core::mode_of_channel(id, {});
    if (mode == core::Mode::unclassified) return;
    refuse(mode == core::Mode::online ? "a built-in channel, online" : "a built-in channel, in person",
           "an entry that differs says so: kith log --online or --in-person");
}

int add_channel(const ChannelOptions& given, Session& session) {
    if (given.online == given.in_person)
        core::fail_usage(given.online ? "--online and --in-person exclude each other"
                                      : "a channel is either --online or --in-person",
                         "'kith strategy channel add climbing --in-person'");
    session.begin_writing(core::keys_of<core::Channel>());
    const std::string name = require_words(given.words, "the channel's name");
    const core::Channel channel{core::slug(name), given.online ? "online" : "in-person"};
    if (channel.id.empty()) core::fail_usage(fmt::format("'{}' has no letters or digits to name a channel", name));
    refuse_known_channel(channel.id, session.journal().strategy());
    session.journal().add(channel);
    session.save();
    return answer_with("added", channel, true, session);
}

Action bind_channel_add(CLI::App& app) {
    auto given = std::make_shared<ChannelOptions>();
    words(app, "NAME", given->words, "what it is called, as a word in the log");
    flag(app, "--online", given->online, "it counts as online");
    flag(app, "--in-person", given->in_person, "it counts as in person");
    return [given](Session& session) { return add_channel(*given, session); };
}

} // namespace

std::vector<Command> goal_verbs() {
    return {{"strategy goal add", "TEXT [--by DATE] [--id ID]", "add a goal", "",
             "kith strategy goal add \"Give a talk on diagnostics\" --by \"1 mar\" --id give-a-talk", bind_goal_add},
            {"strategy goal done", "ID [--on DATE]", "mark a goal as reached", "",
             "kith strategy goal done compiler-role", bind_goal_done}};
}

std::vector<Command> audience_verbs() {
    return {{"strategy audience add", "TEXT [--id ID]", "add an audience: whom you want to reach", "",
             "kith strategy audience add \"Compiler engineers in Europe\"",
             bind_add_text<core::Audience, &core::Strategy::audiences>}};
}

std::vector<Command> topic_verbs() {
    return {{"strategy topic add", "TEXT [--id ID]", "add a topic to speak and write about", "",
             "kith strategy topic add \"What good compiler diagnostics look like\" --id diagnostics",
             bind_add_text<core::Topic, &core::Strategy::topics>}};
}

std::vector<Command> channel_verbs() {
    return {{"strategy channel add", "NAME --online|--in-person", "add a channel of your own",
             "Beside the built-in channels and the platforms. Its name is then understood as a word in the log.",
             "kith strategy channel add climbing --in-person", bind_channel_add}};
}

} // namespace kith::commands
