// The content plan: what one means to publish, where and when.
#include "strategy_posts.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "options.hpp"
#include "strategy_records.hpp"
#include "strategy_verbs.hpp"

#include <fmt/format.h>

#include <memory>

namespace kith::commands {
namespace {

struct PostOptions {
    Texts words;
    Text platform, topic, on, url;
};

int add(const PostOptions& given, Session& session) {
    session.begin_writing(core::keys_of<core::Post>());
    const auto& strategy = session.journal().strategy();
    core::Post post;
    post.title = require_text(core::join(given.words, " "), "the title");
    if (given.platform) post.platform = require_record(strategy.platforms, *given.platform).id;
    if (given.topic) post.topic = require_record(strategy.topics, *given.topic).id;
    if (given.on) post.on = core::require_date(*given.on, "--on", session.future()).date;
    post.id = {session.new_id()};
    session.journal().add(post);
    session.save();
    return answer_with("added", post, true, session);
}

Action bind_add(CLI::App& app) {
    auto given = std::make_shared<PostOptions>();
    words(app, "TITLE", given->words, "what it will be called");
    option(app, "--platform", given->platform, "ID", "where it will be published");
    option(app, "--topic", given->topic, "ID", "the topic it is about");
    option(app, "--on", given->on, "DATE", "when you mean to publish it");
    return [given](Session& session) { return add(*given, session); };
}

int publish(const PostOptions& given, Session& session) {
    const auto& word = require_one_word(given.words, "strategy post publish", "post's id");
    session.begin_writing(publication_keys());
    const core::Post before = require_record(session.journal().strategy().posts, word);
    core::Post after = before;
    after.dropped.reset();
    if (given.on)
        after.published = require_past_day(*given.on, "--on", session);
    else
        after.published = before.published.value_or(session.today());
    if (given.url) after.url = require_text(*given.url, "--url");
    const auto logged = log_publication(before, after, session);
    session.journal().change(before, after);
    session.save();
    const std::string_view verb = before == after ? "unchanged" : before.published ? "changed" : "published";
    return answer_publication(verb, after, logged, session);
}

Action bind_publish(CLI::App& app) {
    auto given = std::make_shared<PostOptions>();
    words(app, "ID", given->words, "the post's id, or the start of it");
    option(app, "--url", given->url, "URL", "where it can be read");
    option(app, "--on", given->on, "DATE", "when it was published; today unless told");
    return [given](Session& session) { return publish(*given, session); };
}

int drop(const PostOptions& given, Session& session) {
    const auto& word = require_one_word(given.words, "strategy post drop", "post's id");
    session.begin_writing(core::keys_of<core::Post>());
    const core::Post before = require_record(session.journal().strategy().posts, word);
    if (before.published)
        core::fail_not_found(fmt::format("{} was published on {}", before.id.text, core::to_text(*before.published)),
                             fmt::format("'kith strategy remove post {}' takes it off the plan", before.id.text));
    core::Post after = before;
    after.dropped = before.dropped.value_or(session.today());
    session.journal().change(before, after);
    session.save();
    return answer_with(before == after ? "unchanged" : "dropped", after, false, session);
}

Action bind_drop(CLI::App& app) {
    auto given = std::make_shared<PostOptions>();
    words(app, "ID", given->words, "the post's id, or the start of it");
    return [given](Session& session) { return drop(*given, session); };
}

} // namespace

std::vector<Command> post_verbs() {
    return {
        {"strategy post add", "TITLE [--platform P] [--topic T] [--on DATE]", "plan a post", "",
         "kith strategy post add \"Five lessons from writing diagnostics\" --platform linkedin --on \"1 dec\"",
         bind_add},
        {"strategy post publish", "ID [--url U] [--on DATE]", "mark a post as published, and log it",
         "The log gets an entry of kind post, by you, on the platform. Said twice, it logs nothing twice: --url and "
         "--on then change what is there.",
         "kith strategy post publish w8r2 --url https://example.org/five-lessons", bind_publish},
        {"strategy post drop", "ID", "give a post up", "It stays in the plan as dropped; publish takes it up again.",
         "kith strategy post drop w8r2", bind_drop},
        {"strategy post list", "[FILTERS] [--open|--closed]", "the content plan, oldest first",
         "By the day a post is planned for, else the day it was published or dropped; those without a day come "
         "last.",
         "kith strategy post list --open --via linkedin", bind_post_list}};
}

} // namespace kith::commands
