#include "kith/core/value_rules.hpp"

#include "kith/core/agenda.hpp"
#include "kith/core/phrase.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kith::core {
namespace {

const std::vector<std::string>& modes() {
    static const std::vector<std::string> values{"online", "in-person"};
    return values;
}

const std::vector<std::string>& sides() {
    static const std::vector<std::string> values{"me", "them"};
    return values;
}

bool is_birthday(std::string_view text) {
    return next_birthday(text, all_days.from).has_value();
}

/// With or without the plus.
bool is_recurrence(std::string_view text) {
    return parse_period(text.substr(text.starts_with('+') ? 1 : 0)).has_value();
}

constexpr std::array rules{
    ValueRule{"person", "birthday", nullptr, is_birthday, "1990-05-02, or \"05-02\" without the year"},
    ValueRule{"interaction", "mode", modes, nullptr, ""},
    ValueRule{"interaction", "by", sides, nullptr, ""},
    ValueRule{"interaction", "help", help_values, nullptr, ""},
    ValueRule{"interaction", "kind", interaction_kinds, nullptr, "", true},
    ValueRule{"event", "status", event_statuses, nullptr, ""},
    ValueRule{"followup", "action", followup_actions, nullptr, "", true},
    ValueRule{"followup", "every", nullptr, is_recurrence, "a period such as 2w, or +2w to count from the due date"},
    ValueRule{"channel", "mode", modes, nullptr, ""},
};

template<class Day> std::optional<Contradiction> excluding(std::string_view key, const Day& one, const Day& dropped) {
    if (!one || !dropped) return std::nullopt;
    return Contradiction{"dropped", fmt::format("'{}' and 'dropped' exclude each other", key)};
}

} // namespace

const ValueRule* value_rule(std::string_view kind, std::string_view key) {
    const auto* found =
        std::ranges::find_if(rules, [&](const ValueRule& rule) { return rule.kind == kind && rule.key == key; });
    return found == rules.end() ? nullptr : found;
}

bool may_hold(const ValueRule& rule, std::string_view text) {
    if (text.empty()) return true;
    if (rule.values == nullptr) return rule.has_form(text);
    return std::ranges::find(rule.values(), text) != rule.values().end();
}

std::optional<Contradiction> contradiction_in(const Event& event) {
    const bool has_times = event.end && event.end->time && event.start.time;
    if (!event.end || (has_times ? *event.end >= event.start : event.end->date >= event.start.date))
        return std::nullopt;
    return Contradiction{"end", fmt::format("it ends on {}, before it starts", to_text(*event.end))};
}

std::optional<Contradiction> contradiction_in(const Followup& followup) {
    return excluding("done", followup.done, followup.dropped);
}

std::optional<Contradiction> contradiction_in(const Post& post) {
    return excluding("published", post.published, post.dropped);
}

} // namespace kith::core
