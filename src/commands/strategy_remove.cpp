// Taking something off the strategy, and off what still refers to it.
#include "kith/core/error.hpp"

#include "options.hpp"
#include "removal.hpp"
#include "strategy_records.hpp"
#include "strategy_verbs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

namespace kith::commands {
namespace {

/// What a removal did, for the answer.
struct Takedown {
    std::vector<core::Fields> records;
    std::vector<render::Row> rows;
    std::vector<render::Row> changes; ///< Of what referred to it.
    std::vector<std::string> ids;
    std::vector<std::string> remarks; ///< What else comes of it.
};

template<class Record> Takedown remove_all(const std::vector<Record>& all, const Texts& words, Session& session) {
    Takedown takedown;
    std::vector<Record> removed;
    for (const auto& word : words) {
        const auto& record = require_record(all, word);
        if (std::ranges::find(removed, record) == removed.end()) removed.push_back(record);
    }
    for (const auto& record : removed) {
        session.journal().remove(record);
        takedown.records.push_back(core::to_fields(record));
        takedown.rows.push_back(confirmation("removed", record, session));
        takedown.ids.push_back(named(record).id);
    }
    return takedown;
}

/// Writes a record that no longer refers to what was removed.
template<class Record> void change(const Record& before, const Record& after, Takedown& takedown, Session& session) {
    if (before == after) return;
    session.journal().change(before, after);
    takedown.changes.push_back(confirmation("changed", after, session));
}

void erase_ids(std::vector<std::string>& from, const std::vector<std::string>& ids) {
    std::erase_if(from, [&ids](const std::string& id) { return std::ranges::find(ids, id) != ids.end(); });
}

void forget_in_platforms(std::vector<std::string> core::Platform::*list, const core::Strategy& strategy,
                         Takedown& takedown, Session& session) {
    for (const auto& platform : strategy.platforms) {
        core::Platform after = platform;
        erase_ids(after.*list, takedown.ids);
        change(platform, after, takedown, session);
    }
}

/// Only in open posts: what was published or dropped is history.
void forget_in_posts(std::string core::Post::*key, const core::Strategy& strategy, Takedown& takedown,
                     Session& session) {
    for (const auto& post : strategy.posts) {
        if (!is_open(post) || std::ranges::find(takedown.ids, post.*key) == takedown.ids.end()) continue;
        core::Post after = post;
        (after.*key).clear();
        change(post, after, takedown, session);
    }
}

/// The log stays as it is; what it says of a channel that nobody knows any more is told.
void remark_unclassified(const core::Strategy& before, Takedown& takedown, Session& session) {
    for (const auto& id : takedown.ids) {
        if (core::mode_of_channel(id, {}) != core::Mode::unclassified) continue;
        const std::vector<std::string> needles{id};
        const auto entries = session.journal().interactions(core::all_days, needles);
        const auto count = std::ranges::count_if(
            entries, [&id](const core::Interaction& entry) { return entry.channel == id && entry.mode.empty(); });
        if (count == 0) continue;
        const bool is_in_person = core::mode_of_channel(id, before) == core::Mode::in_person;
        takedown.remarks.push_back(fmt::format(
            "{} by {} in the log now {} as unclassified; 'kith strategy channel add {} {}' keeps "
            "{} classified",
            count == 1 ? "the entry" : fmt::format("the {} entries", count), id, count == 1 ? "counts" : "count", id,
            is_in_person ? "--in-person" : "--online", count == 1 ? "it" : "them"));
    }
}

struct Kind {
    std::string_view name;
    std::vector<std::string_view> (*keys)();
    Takedown (*remove)(const core::Strategy& strategy, const Texts& words, Session& session);
};

Takedown remove_goals(const core::Strategy& strategy, const Texts& words, Session& session) {
    auto takedown = remove_all(strategy.goals, words, session);
    forget_in_platforms(&core::Platform::goals, strategy, takedown, session);
    return takedown;
}

Takedown remove_audiences(const core::Strategy& strategy, const Texts& words, Session& session) {
    auto takedown = remove_all(strategy.audiences, words, session);
    forget_in_platforms(&core::Platform::audience, strategy, takedown, session);
    return takedown;
}

Takedown remove_platforms(const core::Strategy& strategy, const Texts& words, Session& session) {
    auto takedown = remove_all(strategy.platforms, words, session);
    forget_in_posts(&core::Post::platform, strategy, takedown, session);
    remark_unclassified(strategy, takedown, session);
    return takedown;
}

Takedown remove_topics(const core::Strategy& strategy, const Texts& words, Session& session) {
    auto takedown = remove_all(strategy.topics, words, session);
    forget_in_posts(&core::Post::topic, strategy, takedown, session);
    return takedown;
}

Takedown remove_channels(const core::Strategy& strategy, const Texts& words, Session& session) {
    auto takedown = remove_all(strategy.channels, words, session);
    remark_unclassified(strategy, takedown, session);
    return takedown;
}

Takedown remove_posts(const core::Strategy& strategy, const Texts& words, Session& session) {
    return remove_all(strategy.posts, words, session);
}

constexpr std::array<Kind, 6> kinds{{{"goal", core::keys_of<core::Goal>, remove_goals},
                                     {"audience", core::keys_of<core::Audience>, remove_audiences},
                                     {"platform", core::keys_of<core::Platform>, remove_platforms},
                                     {"topic", core::keys_of<core::Topic>, remove_topics},
                                     {"channel", core::keys_of<core::Channel>, remove_channels},
                                     {"post", core::keys_of<core::Post>, remove_posts}}};

const Kind& require_kind(const std::string& word) {
    std::vector<std::string> names;
    for (const auto& kind : kinds) names.emplace_back(kind.name);
    const auto& name = require_choice(word, "strategy remove", names);
    return *std::ranges::find(kinds, name, &Kind::name);
}

int remove(const RemovalWords& given, Session& session) {
    const Texts& words = given.words;
    if (words.empty())
        core::fail_usage("'kith strategy remove' needs a kind and an id", "kith strategy remove goal compiler-role");
    const Kind& kind = require_kind(words.front());
    const Texts ids(words.begin() + 1, words.end());
    if (ids.empty())
        core::fail_usage(fmt::format("'kith strategy remove {}' needs an id", kind.name), "ids are in 'kith strategy'");
    session.begin_writing(kind.keys());
    const core::Strategy strategy = session.journal().strategy();
    const Takedown takedown = kind.remove(strategy, ids, session);
    if (!may_remove(takedown.rows, fmt::format("{}s", kind.name), given.yes, session)) return 1;
    for (const auto& remark : takedown.remarks) session.note(remark);
    session.save();
    if (session.options().quiet) return 0;
    return session.answer(takedown.records, kind.keys(),
                          render::to_text(takedown.rows, session.layout()) +
                              render::to_text(takedown.changes, session.layout()));
}

Action bind_remove(CLI::App& app) {
    auto given = std::make_shared<RemovalWords>();
    declare_removal(app, "KIND ID", *given, "goal, audience, platform, topic, channel or post, then the ids");
    return [given](Session& session) { return remove(*given, session); };
}

} // namespace

std::vector<Command> remove_verbs() {
    return {{"strategy remove", "KIND ID...", "take something off the strategy",
             "KIND is goal, audience, platform, topic, channel or post. All or nothing. Platforms and open posts that "
             "refer to what is removed no longer do; the log and what was published stay as they are. More than one "
             "only after a yes: it asks on a terminal, and needs --yes elsewhere.",
             "kith strategy remove goal compiler-role", bind_remove}};
}

} // namespace kith::commands
