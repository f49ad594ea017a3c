// The whole strategy at a glance, with how far this week has come.
#pragma once

#include "kith/render/json.hpp"

#include "session.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::commands {

/// Where there is nothing in it at all.
[[nodiscard]] bool is_empty(const core::Strategy& strategy);

/// For people: the targets, goals, audiences, platforms, topics, channels and the content plan, what is open first.
[[nodiscard]] std::string strategy_in_words(Session& session);
/// For machines: the keys of the file; platforms with `planned` and `actual` of this week.
[[nodiscard]] render::Document strategy_document(Session& session);

/// `in_person`, `per_week`, `events_per_month`: those that are set.
[[nodiscard]] core::Fields fields_of(const core::Targets& targets);
[[nodiscard]] std::vector<std::string_view> targets_keys();
/// What is wanted, and how far this week and month have come, a line each.
[[nodiscard]] std::string targets_in_words(const core::Targets& targets, Session& session);

} // namespace kith::commands
