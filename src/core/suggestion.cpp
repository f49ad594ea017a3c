#include "kith/core/suggestion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace kith::core {
namespace {

constexpr int gaps_to_be_quiet = 2;
constexpr int least_quiet_days = 14;

/// What the log says of one person.
struct Seen {
    std::vector<Date> days;
    const Interaction* last = nullptr;
    std::optional<Date> attempt; ///< After the last contact.
};

/// By the person's record.
using Candidates = std::unordered_map<const Person*, Seen>;

Candidates candidates_of(const SuggestionInput& input) {
    Candidates candidates;
    for (const auto& person : input.people.all()) {
        const bool is_snoozed = person.snoozed_until && *person.snoozed_until > input.today;
        if (!person.id.empty() && !is_snoozed && !input.people.cadence_of(person)) candidates.try_emplace(&person);
    }
    for (const auto& followup : input.followups)
        if (is_open(followup))
            for (const auto& id : followup.with) candidates.erase(input.people.find(id));
    return candidates;
}

void note(const Interaction& interaction, Seen& seen) {
    if (is_attempt(interaction)) {
        seen.attempt = interaction.date.date;
        return;
    }
    seen.days.push_back(interaction.date.date);
    seen.last = &interaction;
    seen.attempt.reset();
}

void look_through(const SuggestionInput& input, Candidates& candidates) {
    const DateRange days{suggestions_from(input.today), input.today};
    for (const auto& interaction : input.interactions) {
        if (!days.contains(interaction.date.date)) continue;
        for (const auto& id : interaction.with)
            if (const auto found = candidates.find(input.people.find(id)); found != candidates.end())
                note(interaction, found->second);
    }
}

std::string why(const Suggestion& suggestion, Date today) {
    const Date last = suggestion.rhythm.last;
    auto text = fmt::format("about {} until {}, quiet for {}", to_words(suggestion.rhythm), to_short_text(last, today),
                            to_words(round_distance(last, today)));
    if (suggestion.last.attempt) text += ", tried " + to_relative_text(*suggestion.last.attempt, today);
    return text;
}

std::optional<Suggestion> suggestion_of(const Person& person, Seen seen, Date today) {
    Suggestion suggestion;
    suggestion.person = person.id;
    suggestion.contacts = static_cast<int>(seen.days.size());
    const auto rhythm = rhythm_of(std::move(seen.days));
    if (!rhythm) return std::nullopt;
    suggestion.rhythm = *rhythm;
    suggestion.quiet_days = days_between(rhythm->last, today);
    const bool is_quiet =
        suggestion.quiet_days > gaps_to_be_quiet * rhythm->usual_days && suggestion.quiet_days >= least_quiet_days;
    if (!is_quiet) return std::nullopt;
    suggestion.last = {std::make_shared<const Interaction>(*seen.last), seen.attempt};
    suggestion.why = why(suggestion, today);
    return suggestion;
}

bool comes_before(const Suggestion& a, const Suggestion& b) {
    // The ratios of silence to usual gap, compared without dividing.
    const auto left = std::int64_t{a.quiet_days} * b.rhythm.usual_days;
    const auto right = std::int64_t{b.quiet_days} * a.rhythm.usual_days;
    if (left != right) return left > right;
    return a.contacts != b.contacts ? a.contacts > b.contacts : a.person < b.person;
}

} // namespace

Date suggestions_from(Date today) {
    return subtract(today, rhythm_memory);
}

std::vector<Suggestion> suggestions(const SuggestionInput& input) {
    auto candidates = candidates_of(input);
    look_through(input, candidates);
    std::vector<Suggestion> found;
    for (auto& [person, seen] : candidates)
        if (auto suggestion = suggestion_of(*person, std::move(seen), input.today))
            found.push_back(std::move(*suggestion));
    std::ranges::sort(found, comes_before);
    return found;
}

} // namespace kith::core
