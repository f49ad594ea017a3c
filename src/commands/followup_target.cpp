#include "followup_target.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::commands {
namespace {

Target require_computed(std::string_view word, Session& session) {
    constexpr std::string_view ending = "/birthday";
    Target target;
    target.is_birthday = word.ends_with(ending);
    if (target.is_birthday) word.remove_suffix(ending.size());
    const auto& person = session.people().require(word);
    target.person = person.id;
    if (target.is_birthday && person.birthday.empty())
        core::fail_not_found(fmt::format("no birthday is known of {}", person.name),
                             fmt::format("kith person edit {} --birthday 05-02", person.id.text));
    if (!target.is_birthday && !session.people().cadence_of(person))
        core::fail_not_found(fmt::format("{} has no cadence", person.name),
                             fmt::format("kith person edit {} --every 4w", person.id.text));
    return target;
}

} // namespace

Target require_target(const std::string& word, Session& session) {
    if (word.starts_with('@')) return require_computed(word, session);
    Target target;
    target.followup = session.journal().require_followup(word).record;
    return target;
}

std::vector<Target> require_targets(const std::vector<std::string>& words, std::string_view command, Session& session) {
    if (words.empty())
        core::fail_usage(fmt::format("'kith followup {}' needs an id", command), "ids are in 'kith followup list'");
    std::vector<Target> targets;
    for (const auto& word : words) {
        auto target = require_target(word, session);
        const auto is_same = [&target](const Target& other) {
            return id_of(other) == id_of(target) && other.followup == target.followup;
        };
        if (std::ranges::none_of(targets, is_same)) targets.push_back(std::move(target));
    }
    return targets;
}

std::string id_of(const Target& target) {
    if (target.followup) return target.followup->id.text;
    return "@" + target.person.text + (target.is_birthday ? "/birthday" : "");
}

std::string word_for(const core::Followup& followup) {
    return followup.id.empty() ? core::to_text(followup.due.date) : followup.id.text;
}

std::string way_to_reopen(const core::Followup& followup) {
    return fmt::format("'kith followup edit {} --reopen' opens it again", word_for(followup));
}

std::string require_recurrence(const std::string& text) {
    const std::string_view trimmed = core::trim(text);
    const bool is_strict = trimmed.starts_with('+');
    const auto period = core::require_period(trimmed.substr(is_strict ? 1 : 0), "--every");
    return (is_strict ? "+" : "") + core::to_text(period);
}

} // namespace kith::commands
