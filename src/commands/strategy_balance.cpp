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

int balance(const BalanceOptions& given, Session& session) {
    if (given.words.size() > 1)
        core::fail_usage(fmt::format("'{}' is one word too many", given.words[1]), "say one percentage: 40");
    if (given.words.empty() && !given.per_week && !given.events_per_month) return show(session);
    session.begin_writing();
    core::Targets after = session.journal().strategy().targets;
    if (!given.words.empty()) after.in_person = require_percent(given.words.front());
    if (given.per_week) after.per_week = require_number(*given.per_week, "--per-week", 0, largest_target);
    if (given.events_per_month)
        after.events_per_month = require_number(*given.events_per_month, "--events-per-month", 0, largest_target);
    session.journal().change_targets(after);
    session.save();
    return session.answer(fields_of(after), targets_keys(), "", targets_in_words(after, session));
}

Action bind_balance(CLI::App& app) {
    auto given = std::make_shared<BalanceOptions>();
    words(app, "IN_PERSON_PERCENT", given->words, "how much of all interactions should be in person: 0 to 100");
    option(app, "--per-week", given->per_week, "N", "how many in person a week");
    option(app, "--events-per-month", given->events_per_month, "N", "how many events a month");
    return [given](Session& session) { return balance(*given, session); };
}

} // namespace

std::vector<Command> balance_verbs() {
    return {{"strategy balance", "[IN_PERSON_PERCENT] [--per-week N] [--events-per-month N]",
             "set how much should be in person",
             "The rest is online. Alone it shows the targets and how far this week has come.",
             "kith strategy balance 40 --per-week 2 --events-per-month 1", bind_balance}};
}

} // namespace kith::commands
