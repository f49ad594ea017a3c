#include "entry.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "hour.hpp"
#include "present.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::commands {
namespace {

/// Stored only where the channel itself does not say so.
std::string mode_to_store(core::Mode wanted, const std::string& channel, const core::Strategy& strategy) {
    return core::mode_of_channel(channel, strategy) == wanted ? std::string{} : std::string(core::to_text(wanted));
}

void refuse_both(const EntryOptions& options) {
    if (options.online && options.in_person) core::fail_usage("--online and --in-person exclude each other");
    if (int{options.offered} + int{options.asked} + int{options.received} > 1)
        core::fail_usage("--offered, --asked and --received exclude each other");
}

void apply_channel(const EntryOptions& options, core::Interaction& interaction, Session& session) {
    const auto& strategy = session.journal().strategy();
    if (options.via) interaction.channel = session.require_channel(*options.via);
    if (options.online)
        interaction.mode = mode_to_store(core::Mode::online, interaction.channel, strategy);
    else if (options.in_person)
        interaction.mode = mode_to_store(core::Mode::in_person, interaction.channel, strategy);
    else if (options.via)
        interaction.mode.clear();
}

std::vector<std::string> require_tags(const Texts& texts) {
    std::vector<std::string> tags;
    for (const auto& text : texts)
        tags = merged(tags, {require_text(text.starts_with('#') ? text.substr(1) : text, "--tag")});
    return tags;
}

} // namespace

core::Moment require_past(const core::Moment& moment, Session& session) {
    if (moment.date > session.today())
        core::fail_usage(fmt::format("{} is still to come; log is for what has happened", core::to_text(moment.date)),
                         "'kith followup add' is for plans");
    return moment;
}

void declare_entry(CLI::App& app, EntryOptions& entry) {
    option(app, "--on", entry.on, "DATE", "when it happened; today unless told");
    options(app, "--with", entry.with, "WHO", "who with; an unknown full name becomes a new person");
    option(app, "--via", entry.via, "CHANNEL",
           "how: email, coffee, meetup and the like, a platform of the strategy, or a channel of your own, which "
           "'kith strategy channel add' adds");
    flag(app, "--online", entry.online, "count it as online, whatever the channel");
    flag(app, "--in-person", entry.in_person, "count it as in person, whatever the channel");
    option(app, "--kind", entry.kind, "KIND", core::join(core::interaction_kinds(), ", "));
    option(app, "--by", entry.by, "me|them", "who started it");
    flag(app, "--offered", entry.offered, "you offered help");
    flag(app, "--asked", entry.asked, "you asked for help");
    flag(app, "--received", entry.received, "you received help");
    flag(app, "--no-answer", entry.no_answer, "an attempt: it counts as effort, never as contact");
    option(app, "--minutes", entry.minutes, "N", "how long it took");
    option(app, "--event", entry.event, "EVENT", "the event it was at");
    options(app, "--tag", entry.tags, "TAG", "a tag");
    option(app, "--url", entry.url, "URL", "where it can be read");
}

void apply(const EntryOptions& options, core::Interaction& interaction, Session& session) {
    refuse_both(options);
    if (options.on) {
        const auto said = require_past(core::require_date(*options.on, "--on", session.past()), session);
        interaction.date = at_its_hour(said, interaction.date);
    }
    if (options.event) interaction.event = session.require_event_id(*options.event);
    apply_channel(options, interaction, session);
    if (options.kind) interaction.kind = require_choice(*options.kind, "--kind", core::interaction_kinds());
    if (options.by) interaction.by = require_choice(*options.by, "--by", {"me", "them"});
    if (options.offered) interaction.help = "offered";
    if (options.asked) interaction.help = "asked";
    if (options.received) interaction.help = "received";
    if (options.no_answer) interaction.answered = false;
    if (options.minutes) interaction.minutes = require_number(*options.minutes, "--minutes", 1, 100000);
    if (options.url) interaction.url = require_text(*options.url, "--url");
    if (!options.tags.empty()) interaction.tags = require_tags(options.tags);
    if (!options.with.empty())
        interaction.with = session.require_people(options.with, interaction.date.date, interaction.event);
}

std::optional<core::LeadingDate> require_leading_date(std::string_view text, const core::PhraseContext& context) {
    if (auto leading = core::leading_date(text, context)) return leading;
    const auto start = core::trim(text.substr(0, std::min(text.find(": "), text.size())));
    if (start.size() == text.size() || core::parse_date(start, context)) return std::nullopt;
    try {
        (void)core::require_date(start, "TEXT", context);
    } catch (const core::Failure& failure) {
        const auto& problem = failure.problems().front();
        if (problem.hint.empty()) throw; // There is no such day; any other text is no date and stays text.
    }
    return std::nullopt;
}

void note_unclear(const std::vector<std::string>& names, Session& session) {
    for (const auto& name : names) {
        const auto found = session.people().match(name);
        if (found.outcome != core::Match::Outcome::several) continue;
        std::vector<std::string> candidates;
        for (const auto* person : found.people)
            candidates.push_back(fmt::format("{} ({})", person->id.text, person->name));
        session.note(fmt::format("'{}' could be {}{}, so nobody was taken for it; say it with --with", name,
                                 core::join(candidates, " or "), found.more > 0 ? " or others" : ""));
    }
}

namespace {

/// The date that the text begins with. Beside --on it is all text, but for a time alone where --on has none.
std::optional<core::LeadingDate> leading_moment(std::string_view text, const EntryOptions& options, Session& session) {
    if (!options.on) return require_leading_date(text, session.past());
    const auto on = core::parse_date(*options.on, session.past());
    const auto leading = core::leading_date(text, session.past());
    return on && !on->time && leading && leading->is_time_alone ? leading : std::nullopt;
}

} // namespace

core::Interaction make_interaction(std::string_view text, const EntryOptions& options, Session& session) {
    core::Interaction interaction;
    interaction.date = {session.today(), std::nullopt};
    text = core::trim(text);
    const auto leading = leading_moment(text, options, session);
    if (leading) {
        if (!options.on) interaction.date = require_past(leading->moment, session);
        text.remove_prefix(leading->length);
    }
    if (core::trim(text).empty())
        core::fail_usage("there is nothing to log", "say what happened: kith log \"Coffee with Ana\"");
    auto recognised = core::recognise(text, session.people(), core::channels(session.journal().strategy()));
    if (options.with.empty()) note_unclear(recognised.unclear, session);
    interaction.note = std::move(recognised.text);
    interaction.with = std::move(recognised.people);
    interaction.channel = std::move(recognised.channel);
    apply(options, interaction, session);
    if (leading && options.on) interaction.date.time = leading->moment.time;
    interaction.tags = merged(std::move(recognised.tags), require_tags(options.tags));
    interaction.id = {session.new_id()};
    return interaction;
}

std::string action_in(std::string_view text) {
    for (const auto word : core::words(text)) {
        const std::string folded = core::fold(word);
        const auto found = std::ranges::find(core::followup_actions(), folded);
        if (found != core::followup_actions().end() && folded != "other") return folded;
    }
    return "message";
}

core::Followup make_followup(std::string_view text, std::string_view what, Session& session) {
    core::Followup followup;
    followup.id = {session.new_id()};
    followup.created = session.today();
    if (const auto leading = require_leading_date(text, session.future())) {
        followup.due = leading->moment;
        followup.note = core::trim(text.substr(leading->length));
    } else if (const auto moment = core::parse_date(text, session.future())) {
        followup.due = *moment;
    } else {
        core::fail_usage(fmt::format("{}: '{}' does not say when", what, text),
                         "begin with a date and a colon: \"in 2w: send slides\"");
    }
    followup.action = action_in(followup.note);
    return followup;
}

} // namespace kith::commands
