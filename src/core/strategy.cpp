#include "kith/core/strategy.hpp"

#include <algorithm>
#include <array>

namespace kith::core {
namespace {

struct BuiltIn {
    std::string_view id;
    Mode mode;
};

constexpr std::array<BuiltIn, 15> built_in{{
    {"email", Mode::online},
    {"call", Mode::online},
    {"video", Mode::online},
    {"chat", Mode::online},
    {"message", Mode::online},
    {"coffee", Mode::in_person},
    {"lunch", Mode::in_person},
    {"dinner", Mode::in_person},
    {"drinks", Mode::in_person},
    {"walk", Mode::in_person},
    {"visit", Mode::in_person},
    {"meeting", Mode::in_person},
    {"meetup", Mode::in_person},
    {"conference", Mode::in_person},
    {"workshop", Mode::in_person},
}};

Mode mode_named(std::string_view text) {
    if (text == "online") return Mode::online;
    if (text == "in-person") return Mode::in_person;
    return Mode::unclassified;
}

} // namespace

std::string_view to_text(Mode mode) {
    switch (mode) {
    case Mode::online:
        return "online";
    case Mode::in_person:
        return "in-person";
    case Mode::unclassified:
        break;
    }
    return "unclassified";
}

Mode mode_of_channel(std::string_view channel, const Strategy& strategy) {
    const auto own = std::ranges::find(strategy.channels, channel, &Channel::id);
    if (own != strategy.channels.end()) return mode_named(own->mode);
    const auto known = std::ranges::find(built_in, channel, &BuiltIn::id);
    if (known != built_in.end()) return known->mode;
    const bool is_platform = std::ranges::find(strategy.platforms, channel, &Platform::id) != strategy.platforms.end();
    return is_platform ? Mode::online : Mode::unclassified;
}

Mode mode_of(std::string_view mode, std::string_view channel, const Strategy& strategy) {
    const Mode own = mode_named(mode);
    return own != Mode::unclassified || channel.empty() ? own : mode_of_channel(channel, strategy);
}

Mode mode_of(const Interaction& interaction, const Strategy& strategy) {
    return mode_of(interaction.mode, interaction.channel, strategy);
}

std::vector<std::string> channels(const Strategy& strategy) {
    std::vector<std::string> ids;
    const auto add = [&ids](std::string_view id) {
        if (!id.empty() && std::ranges::find(ids, id) == ids.end()) ids.emplace_back(id);
    };
    for (const auto& platform : strategy.platforms) add(platform.id);
    for (const auto& channel : strategy.channels) add(channel.id);
    for (const auto& channel : built_in) add(channel.id);
    return ids;
}

} // namespace kith::core
