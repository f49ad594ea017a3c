#include "kith/core/error.hpp"
#include "kith/core/records.hpp"

#include "filters.hpp"
#include "options.hpp"
#include "strategy_posts.hpp"
#include "strategy_records.hpp"

#include <algorithm>
#include <memory>

namespace kith::commands {
namespace {

struct ListOptions {
    FilterOptions filters;
    bool open = false, closed = false, exit_code = false;
};

/// Planned for, else published or dropped on.
std::optional<core::Date> day_of(const core::Post& post) {
    if (post.on) return post.on;
    return post.published ? post.published : post.dropped;
}

Subject subject_of(const core::Post& post, const core::Strategy& strategy) {
    Subject subject;
    subject.channel = post.platform;
    if (!post.platform.empty()) subject.mode = core::mode_of_channel(post.platform, strategy);
    subject.kind = "post";
    if (const auto day = day_of(post)) subject.days = core::DateRange{*day, *day};
    subject.text = post.title + "\n" + post.topic + "\n" + post.url;
    return subject;
}

Listing listing_of(const std::vector<core::Post>& posts, Session& session) {
    Listing listing{core::keys_of<core::Post>(), posts.size(), {}, {}, "no posts"};
    listing.fields = [&posts](std::size_t i) { return core::to_fields(posts[i]); };
    listing.text = [&posts, &session] { return render::to_text(rows_of(posts, session), session.layout()); };
    return listing;
}

int list(const ListOptions& given, Session& session) {
    if (given.open && given.closed)
        core::fail_usage("--open and --closed exclude each other", "leave out both for all");
    const Filter filter(given.filters, session, session.past());
    const auto& strategy = session.journal().strategy();
    auto posts = strategy.posts;
    std::erase_if(posts, [&](const core::Post& post) {
        if (given.open && !is_open(post)) return true;
        if (given.closed && is_open(post)) return true;
        return !filter.passes(subject_of(post, strategy));
    });
    std::ranges::stable_sort(posts, {},
                             [](const core::Post& post) { return day_of(post).value_or(core::all_days.to); });
    filter.limit_to_newest(posts);
    return session.show(listing_of(posts, session), given.exit_code);
}

} // namespace

Action bind_post_list(CLI::App& app) {
    auto given = std::make_shared<ListOptions>();
    flag(app, "--open", given->open, "only those still to be published");
    flag(app, "--closed", given->closed, "only those published or dropped");
    declare_filters(app, given->filters);
    flag(app, "--exit-code", given->exit_code, "exit with 10 where the list is not empty");
    return [given](Session& session) { return list(*given, session); };
}

} // namespace kith::commands
