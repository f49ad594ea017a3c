// Where one shows up and why: strategy.toml. Goals, audiences, platforms, topics, channels, the content plan and the
// targets.
#pragma once

#include "kith/core/journal.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::core {

struct Goal {
    std::string id;
    std::string text;
    std::optional<Date> by;
    std::optional<Date> done;
    friend bool operator==(const Goal&, const Goal&) = default;
};

struct Audience {
    std::string id;
    std::string text;
    friend bool operator==(const Audience&, const Audience&) = default;
};

struct Platform {
    std::string id;
    std::vector<std::string> goals;
    std::vector<std::string> audience;
    std::optional<int> per_week;
    std::string note;
    friend bool operator==(const Platform&, const Platform&) = default;
};

struct Topic {
    std::string id;
    std::string text;
    friend bool operator==(const Topic&, const Topic&) = default;
};

/// A channel of one's own, beside the built-in ones.
struct Channel {
    std::string id;
    std::string mode; ///< `online` or `in-person`
    friend bool operator==(const Channel&, const Channel&) = default;
};

/// [[post]]: an entry of the content plan.
struct Post {
    PostId id;
    std::string title;
    std::string platform;
    std::string topic;
    std::optional<Date> on;
    std::optional<Date> published;
    std::optional<Date> dropped;
    std::string url;
    friend bool operator==(const Post&, const Post&) = default;
};

/// [balance] and [in_person]
struct Targets {
    std::optional<int> in_person; ///< Percent of the interactions, 0 to 100.
    std::optional<int> per_week;  ///< In-person contacts a week.
    std::optional<int> events_per_month;
    friend bool operator==(const Targets&, const Targets&) = default;
};

struct Strategy {
    Targets targets;
    std::vector<Goal> goals;
    std::vector<Audience> audiences;
    std::vector<Platform> platforms;
    std::vector<Topic> topics;
    std::vector<Channel> channels;
    std::vector<Post> posts;
};

enum class Mode { online, in_person, unclassified };

/// `online`, `in-person`, `unclassified`
[[nodiscard]] std::string_view to_text(Mode mode);

/// The mode of a channel by its id: own channels first, then the built-in ones and the strategy's platforms (online).
/// unclassified where it is none.
[[nodiscard]] Mode mode_of_channel(std::string_view channel, const Strategy& strategy);
/// The interaction's own mode where it says one, else that of its channel. Never a guess.
[[nodiscard]] Mode mode_of(const Interaction& interaction, const Strategy& strategy);
/// The same by its keys `mode` and `channel`.
[[nodiscard]] Mode mode_of(std::string_view mode, std::string_view channel, const Strategy& strategy);

/// The ids of all channels: the strategy's platforms, own channels, the built-in ones; each once.
[[nodiscard]] std::vector<std::string> channels(const Strategy& strategy);

} // namespace kith::core
