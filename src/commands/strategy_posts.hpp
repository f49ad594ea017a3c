// What goes with the content plan: its list, and the log entry of a publication.
#pragma once

#include "kith/commands/command.hpp"
#include "kith/core/strategy.hpp"

#include "session.hpp"

#include <string_view>

namespace kith::commands {

/// The entry of the log that tells of a publication.
struct LoggedPost {
    core::Interaction interaction;
    bool is_new = false;     ///< It was not there before.
    bool is_changed = false; ///< It was there and differs now.
};

/// Sees to it that the log has one entry for the published post `after`: one of kind post with its title or address on
/// its day, or on that of `before`, is brought up to date; where there is none, one is added.
[[nodiscard]] LoggedPost log_publication(const core::Post& before, const core::Post& after, Session& session);

/// What --format may name in the answer of `post publish`.
[[nodiscard]] std::vector<std::string_view> publication_keys();
/// That answer: the post with the entry's id as `interaction`, for people a line each.
int answer_publication(std::string_view verb, const core::Post& post, const LoggedPost& logged, Session& session);

[[nodiscard]] Action bind_post_list(CLI::App& app);

} // namespace kith::commands
