#include "strategy_records.hpp"

#include "kith/core/abridged.hpp"
#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "drawing.hpp"
#include "id_prefixes.hpp"
#include "present.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::commands {
namespace {

constexpr std::size_t most_candidates = 10;

std::string describe(const Named& entry) {
    const std::string text = core::abridged(entry.text, 40);
    return text.empty() || text == entry.id ? entry.id : fmt::format("{} ({})", entry.id, text);
}

/// How well a word fits: 0 not, 1 by the start of the id or (without one) by the text, 2 is the id.
int fit(const Named& entry, std::string_view folded) {
    if (entry.id.empty()) return core::contains_folded(entry.text, folded) ? 1 : 0;
    const std::string id = core::fold(entry.id);
    if (id == folded) return 2;
    return id.starts_with(folded) ? 1 : 0;
}

[[noreturn]] void refuse_unknown(std::span<const Named> names, std::string_view kind, std::string_view word) {
    std::vector<std::string> ids;
    for (const auto& entry : names)
        if (!entry.id.empty()) ids.push_back(entry.id);
    const std::vector<std::string_view> candidates(ids.begin(), ids.end());
    std::string hint;
    if (const auto near = core::nearest(word, candidates)) hint = fmt::format("did you mean {}? ", *near);
    if (ids.empty())
        hint += fmt::format("'kith strategy {} add' adds one", kind);
    else if (ids.size() <= most_candidates)
        hint += (ids.size() == 1 ? "there is " : "there are ") + core::join(ids, ", ");
    else
        hint += fmt::format("see 'kith strategy{}'", kind == "post" ? " post list" : "");
    core::fail_not_found(fmt::format("there is no {} '{}'", kind, word), hint);
}

[[noreturn]] void refuse_ambiguous(const std::vector<const Named*>& found, std::string_view word) {
    std::string candidates;
    for (std::size_t i = 0; i < std::min(found.size(), most_candidates); ++i)
        candidates += (i == 0 ? "" : " or ") + describe(*found[i]);
    if (found.size() > most_candidates) candidates += fmt::format(" or {} more", found.size() - most_candidates);
    core::fail_not_found(fmt::format("'{}' could be {}", word, candidates), "use more of the id");
}

/// Of an entry whose id is made of its text, which may be long.
render::Cell slug_cell(std::string id) {
    return {std::move(id), render::Style::faint};
}

std::string listed(std::string_view before, const std::vector<std::string>& ids) {
    return ids.empty() ? std::string{} : fmt::format("{} {}", before, core::join(ids, ", "));
}

} // namespace

Named named(const core::Goal& goal) {
    return {goal.id, goal.text};
}
Named named(const core::Audience& audience) {
    return {audience.id, audience.text};
}
Named named(const core::Platform& platform) {
    return {platform.id, platform.note};
}
Named named(const core::Topic& topic) {
    return {topic.id, topic.text};
}
Named named(const core::Channel& channel) {
    return {channel.id, {}};
}
Named named(const core::Post& post) {
    return {post.id.text, post.title};
}

std::size_t require_index(std::span<const Named> names, std::string_view kind, std::string_view word) {
    const std::string folded = core::fold(word);
    if (folded.empty()) core::fail_usage(fmt::format("an empty id names no {}", kind));
    std::vector<const Named*> found;
    int best = 1;
    for (const auto& entry : names) {
        const int fits = fit(entry, folded);
        if (fits < best) continue;
        if (fits > best) found.clear();
        best = fits;
        found.push_back(&entry);
    }
    if (found.empty()) refuse_unknown(names, kind, word);
    if (found.size() > 1 && best == 1) refuse_ambiguous(found, word);
    return static_cast<std::size_t>(found.front() - names.data());
}

std::string new_entry_id(std::string_view text, const Text& given, std::span<const Named> taken,
                         std::string_view kind) {
    const auto is_taken = [&taken](const std::string& id) {
        return std::ranges::find(taken, id, &Named::id) != taken.end();
    };
    if (given) {
        const std::string slug = core::slug(*given);
        if (slug.empty() || slug != *given)
            core::fail_usage(fmt::format("--id: '{}' is no id", *given),
                             slug.empty() ? "an id is made of small letters, digits and hyphens"
                                          : fmt::format("an id is one word such as {}", slug));
        if (is_taken(*given))
            core::fail_not_found(fmt::format("there is a {} '{}' already", kind, *given), "choose another --id");
        return *given;
    }
    std::string slug = core::slug(text);
    if (slug.empty()) slug = kind;
    std::string id = slug;
    for (int number = 2; is_taken(id); ++number) id = fmt::format("{}-{}", slug, number);
    return id;
}

render::Row row_of(const core::Goal& goal, const Session& session) {
    const core::Date today = session.today();
    std::string when;
    if (goal.done)
        when = "done " + core::to_short_text(*goal.done, today);
    else if (goal.by)
        when = "by " + core::to_short_text(*goal.by, today);
    return {slug_cell(goal.id), {goal.text}, day_cell(when, goal.done ? render::Style::good : render::Style::plain)};
}

render::Row row_of(const core::Audience& audience, const Session&) {
    return {slug_cell(audience.id), {audience.text}};
}

render::Row row_of(const core::Platform& platform, const Session&) {
    return {{platform.id, render::Style::strong},
            {platform.per_week ? fmt::format("{} a week", *platform.per_week) : std::string{}},
            {listed("for", platform.goals)},
            {listed("reaching", platform.audience)},
            {platform.note}};
}

render::Row row_of(const core::Topic& topic, const Session&) {
    return {slug_cell(topic.id), {topic.text}};
}

render::Row row_of(const core::Channel& channel, const Session&) {
    return {{channel.id, render::Style::strong}, {channel.mode == "in-person" ? "in person" : channel.mode}};
}

render::Row row_of(const core::Post& post, const Session& session) {
    const core::Date today = session.today();
    std::string state;
    if (post.published)
        state = "published " + core::to_short_text(*post.published, today);
    else if (post.dropped)
        state = "dropped " + core::to_short_text(*post.dropped, today);
    std::vector<std::string> about;
    for (const auto& text : {post.platform, post.topic})
        if (!text.empty()) about.push_back(text);
    return {id_cell(post.id.text),
            day_cell(post.on ? core::to_short_text(*post.on, today) : std::string{}),
            {post.title},
            {core::join(about, between_texts(session))},
            day_cell(state, post.published ? render::Style::good : render::Style::faint)};
}

std::vector<render::Row> rows_of(const std::vector<core::Post>& posts, Session& session) {
    const auto prefixes = post_prefixes(session);
    std::vector<render::Row> rows;
    for (const auto& post : posts) {
        rows.push_back(row_of(post, session));
        rows.back().front() = id_cell(post.id.text, prefixes);
    }
    return rows;
}

const std::string& require_one_word(const Texts& words, std::string_view command, std::string_view what) {
    if (words.size() != 1)
        core::fail_usage(fmt::format("'kith {}' takes one {}", command, what), "ids are in 'kith strategy'");
    return words.front();
}

core::Date require_past_day(const std::string& text, std::string_view what, Session& session) {
    const core::Date day = core::require_date(text, what, session.past()).date;
    if (day > session.today())
        core::fail_usage(fmt::format("{}: {} is still to come", what, core::to_text(day)), "say it on the day");
    return day;
}

bool is_open(const core::Post& post) {
    return !post.published && !post.dropped;
}

} // namespace kith::commands
