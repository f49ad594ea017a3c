#include "strategy_view.hpp"

#include "kith/core/report.hpp"

#include "sections.hpp"
#include "strategy_records.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::commands {
namespace {

constexpr std::size_t most_closed_posts = 5;

/// What this week and month have seen so far.
struct Progress {
    std::vector<core::Interaction> interactions; ///< Of the week.
    int online = 0, in_person = 0;
    int events = 0; ///< Of the month, those skipped aside.

    [[nodiscard]] int by(const std::string& channel) const {
        return static_cast<int>(std::ranges::count(interactions, channel, &core::Interaction::channel));
    }
};

Progress progress_of(Session& session, const core::Targets& targets) {
    auto& journal = session.journal();
    const core::Date today = session.today();
    const auto start = journal.config().week_start;
    Progress progress;
    progress.interactions = journal.interactions({core::start_of_week(today, start), core::end_of_week(today, start)});
    for (const auto& interaction : progress.interactions) {
        const auto mode = core::mode_of(interaction, journal.strategy());
        progress.online += mode == core::Mode::online ? 1 : 0;
        progress.in_person += mode == core::Mode::in_person ? 1 : 0;
    }
    if (targets.events_per_month)
        progress.events = static_cast<int>(
            std::ranges::count_if(journal.events({core::start_of_month(today), core::end_of_month(today)}),
                                  [](const core::Event& event) { return event.status != "skipped"; }));
    return progress;
}

std::vector<render::Row> target_rows(const core::Targets& targets, const Progress& progress) {
    std::vector<render::Row> rows;
    if (targets.in_person) {
        const auto percent = core::balance_percent(progress.online, progress.in_person);
        rows.push_back(
            {{fmt::format("{}% in person", *targets.in_person)},
             {percent ? fmt::format("{}% this week", percent->second) : "nothing classified this week yet"}});
    }
    if (targets.per_week)
        rows.push_back({{fmt::format("{} in person a week", *targets.per_week)},
                        {fmt::format("{} this week", progress.in_person)}});
    if (targets.events_per_month)
        rows.push_back({{fmt::format("{} {} a month", *targets.events_per_month,
                                     *targets.events_per_month == 1 ? "event" : "events")},
                        {fmt::format("{} this month", progress.events)}});
    return rows;
}

template<class Record> std::vector<render::Row> rows_of(const std::vector<Record>& records, const Session& session) {
    std::vector<render::Row> rows;
    for (const auto& record : records) rows.push_back(row_of(record, session));
    return rows;
}

std::vector<render::Row> platform_rows(const core::Strategy& strategy, const Progress& progress,
                                       const Session& session) {
    std::vector<render::Row> rows;
    for (const auto& platform : strategy.platforms) {
        auto row = row_of(platform, session);
        const int actual = progress.by(platform.id);
        row[1].text = platform.per_week ? fmt::format("{} of {}", actual, *platform.per_week) : fmt::to_string(actual);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<core::Goal> open_first(std::vector<core::Goal> goals) {
    std::ranges::stable_sort(goals, {}, [](const core::Goal& goal) { return goal.done.has_value(); });
    return goals;
}

/// The day that a post is at: planned for, else published or dropped on; one without any comes after all others.
core::Date day_of(const core::Post& post) {
    return is_open(post) ? post.on.value_or(core::all_days.to) : post.published.value_or(*post.dropped);
}

/// The open ones by day, then the others, the latest first.
std::vector<core::Post> open_first(std::vector<core::Post> posts) {
    const auto closed = std::ranges::stable_partition(posts, is_open);
    std::ranges::stable_sort(posts.begin(), closed.begin(), std::less{}, day_of);
    std::ranges::stable_sort(closed.begin(), posts.end(), std::greater{}, day_of);
    return posts;
}

std::string content_plan(const core::Strategy& strategy, Session& session) {
    auto posts = open_first(strategy.posts);
    const auto open = static_cast<std::size_t>(std::ranges::count_if(posts, is_open));
    const std::size_t shown = std::min(posts.size(), open + most_closed_posts);
    const std::size_t more = posts.size() - shown;
    posts.resize(shown);
    auto lines = section_rows(rows_of(posts, session), session.layout());
    if (more > 0) lines += fmt::format("  and {} more: kith strategy post list\n", more);
    return lines;
}

template<class Record> std::vector<core::Fields> all_fields(const std::vector<Record>& records) {
    std::vector<core::Fields> all;
    for (const auto& record : records) all.push_back(core::to_fields(record));
    return all;
}

core::Fields with_progress(const core::Platform& platform, const Progress& progress) {
    auto fields = core::to_fields(platform);
    if (platform.per_week) fields.push_back({"planned", std::int64_t{*platform.per_week}, 0});
    fields.push_back({"actual", std::int64_t{progress.by(platform.id)}, 0});
    return fields;
}

} // namespace

bool is_empty(const core::Strategy& strategy) {
    return strategy.targets == core::Targets{} && strategy.goals.empty() && strategy.audiences.empty() &&
           strategy.platforms.empty() && strategy.topics.empty() && strategy.channels.empty() && strategy.posts.empty();
}

core::Fields fields_of(const core::Targets& targets) {
    core::Fields fields;
    const auto add = [&fields](const char* key, const std::optional<int>& number) {
        if (number) fields.push_back({key, std::int64_t{*number}, 0});
    };
    add("in_person", targets.in_person);
    add("per_week", targets.per_week);
    add("events_per_month", targets.events_per_month);
    return fields;
}

std::vector<std::string_view> targets_keys() {
    return {"in_person", "per_week", "events_per_month"};
}

std::string targets_in_words(const core::Targets& targets, Session& session) {
    return render::to_text(target_rows(targets, progress_of(session, targets)), session.layout());
}

std::string strategy_in_words(Session& session) {
    const auto& strategy = session.journal().strategy();
    const auto progress = progress_of(session, strategy.targets);
    const auto layout = session.layout();
    std::string text;
    const auto add = [&](std::string_view heading, const std::vector<render::Row>& rows) {
        add_section(text, heading, section_rows(rows, layout), layout);
    };
    add("Balance", target_rows(strategy.targets, progress));
    add("Goals", rows_of(open_first(strategy.goals), session));
    add("Audiences", rows_of(strategy.audiences, session));
    add("Platforms this week", platform_rows(strategy, progress, session));
    add("Topics", rows_of(strategy.topics, session));
    add("Channels of your own", rows_of(strategy.channels, session));
    add_section(text, "Content plan", content_plan(strategy, session), layout);
    return text;
}

render::Document strategy_document(Session& session) {
    const auto& strategy = session.journal().strategy();
    const auto progress = progress_of(session, strategy.targets);
    core::Fields balance, in_person;
    for (auto& field : fields_of(strategy.targets))
        (field.key == "in_person" ? balance : in_person).push_back(std::move(field));
    std::vector<core::Fields> platforms;
    for (const auto& platform : strategy.platforms) platforms.push_back(with_progress(platform, progress));
    return {{"balance", std::move(balance)},
            {"in_person", std::move(in_person)},
            {"goal", all_fields(open_first(strategy.goals))},
            {"audience", all_fields(strategy.audiences)},
            {"platform", std::move(platforms)},
            {"topic", all_fields(strategy.topics)},
            {"channel", all_fields(strategy.channels)},
            {"post", all_fields(open_first(strategy.posts))}};
}

} // namespace kith::commands
