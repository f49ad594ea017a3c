// The targets: how much of it in person, how often.
#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "options.hpp"
#include "strategy_verbs.hpp"
#include "strategy_view.hpp"

#include <fmt/format.h>

#include <memory>

namespace kith::commands {
namespace {

constexpr int largest_target = 1000;

struct BalanceOptions {
    Texts words;
    Text per_week, events_per_month;
    bool no_in_person = false, no_per_week = false, no_events_per_month = false;
};

int require_percent(const std::string& word) {
    const std::string_view trimmed = core::trim(word);
    const std::string number(trimmed.substr(0, trimmed.size() - (trimmed.ends_with('%') ? 1 : 0)));
    return require_number(number, "the percentage in person", 0, 100);
}

int show(Session& session) {
    const auto& targets = session.journal().strategy().targets;
    if (targets == core::Targets{} && !session.options().json && !session.options().format) {
        session.say("no targets yet; 'kith strategy balance 40' aims at 40% in person\n");
        return 0;
    }
    return session.show(fields_of(targets), targets_keys(), targets_in_words(targets, session));
}

/// One target as the options say: a number, none any more, or as it was.
void apply(const Text& given, bool is_taken_off, const char* name, std::optional<int>& target) {
    if (given && is_taken_off) core::fail_usage(fmt::format("--{0} and --no-{0} exclude each other", name));
    if (is_taken_off) target.reset();
    if (given) target = require_number(*given, fmt::format("--{}", name), 0, largest_target);
}

int balance(const BalanceOptions& given, Session& session) {
    if (given.words.size() > 1)
        core::fail_usage(fmt::format("'{}' is one word too many", given.words[1]), "say one percentage: 40");
    const bool takes_off = given.no_in_person || given.no_per_week || given.no_events_per_month;
    if (given.words.empty() && !given.per_week && !given.events_per_month && !takes_off) return show(session);
    if (!given.words.empty() && given.no_in_person)
        core::fail_usage("a percentage and --no-in-person exclude each other");
    session.begin_writing(targets_keys());
    core::Targets after = session.journal().strategy().targets;
    if (!given.words.empty()) after.in_person = require_percent(given.words.front());
    if (given.no_in_person) after.in_person.reset();
    apply(given.per_week, given.no_per_week, "per-week", after.per_week);
    apply(given.events_per_month, given.no_events_per_month, "events-per-month", after.events_per_month);
    session.journal().change_targets(after);
    session.save();
    return session.answer(fields_of(after), targets_keys(), "", targets_in_words(after, session));
}

Action bind_balance(CLI::App& app) {
    auto given = std::make_shared<BalanceOptions>();
    words(app, "IN_PERSON_PERCENT", given->words, "how much of all interactions should be in person: 0 to 100");
    option(app, "--per-week", given->per_week, "N", "how many in person a week");
    option(app, "--events-per-month", given->events_per_month, "N", "how many events a month");
    flag(app, "--no-in-person", given->no_in_person, "no percentage any more");
    flag(app, "--no-per-week", given->no_per_week, "no number a week any more");
    flag(app, "--no-events-per-month", given->no_events_per_month, "no number of events any more");
    return [given](Session& session) { return balance(*given, session); };
}

} // namespace

std::vector<Command> balance_verbs() {
    return {{"strategy balance", "[IN_PERSON_PERCENT] [--per-week N] [--events-per-month N]",
             "set how much should be in person",
             "The rest is online. Alone it shows the targets and how far this week has come; --no-in-person, "
             "--no-per-week and --no-events-per-month take one off.",
             "kith strategy balance 40 --per-week 2 --events-per-month 1", bind_balance}};
}

} // namespace kith::commands
