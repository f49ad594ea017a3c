// kith followup done: closes follow-ups and logs the contact.
#include "kith/core/agenda.hpp"
#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "followup_actions.hpp"
#include "followup_target.hpp"
#include "followup_verbs.hpp"
#include "options.hpp"
#include "present.hpp"

#include <fmt/format.h>

#include <memory>

namespace kith::commands {
namespace {

struct DoneOptions {
    Texts words;
    Text note, via, on;
    bool no_log = false;
};

Contact read_contact(const DoneOptions& options, const std::optional<std::string>& note, Session& session) {
    Contact contact = contact_today(note, session);
    if (options.on) contact.date = core::require_date(*options.on, "--on", session.past());
    if (contact.date.date > session.today())
        core::fail_usage(fmt::format("{} is still to come", core::to_text(contact.date.date)),
                         "say it when it is done");
    if (options.via) contact.channel = session.require_channel(*options.via);
    return contact;
}

core::Interaction make_contact(const Contact& contact, std::vector<core::PersonId> with, Session& session) {
    core::Interaction interaction;
    interaction.id = {session.new_id()};
    interaction.date = contact.date;
    interaction.with = std::move(with);
    interaction.channel = contact.channel;
    interaction.tags = contact.tags;
    interaction.note = contact.note;
    return interaction;
}

/// The next one of a recurring follow-up, unless an earlier run already wrote it.
std::optional<core::Followup> add_successor(const core::Followup& followup, core::Date closed,
                                            const core::InteractionId& origin, Session& session) {
    const auto due = core::next_due(followup, closed, session.today());
    if (!due) return std::nullopt;
    core::Followup next;
    next.id = followup.id.empty() ? core::FollowupId{session.new_id()} : core::successor_id(followup.id);
    next.created = closed;
    next.due = {*due, followup.due.time};
    next.with = followup.with;
    next.action = followup.action;
    next.note = followup.note;
    next.event = followup.event;
    next.origin = origin;
    next.every = followup.every;
    for (const auto& other : session.journal().followups())
        if (other.id == next.id) return other;
    session.journal().add(next);
    return next;
}

Closing close_written(const core::Followup& followup, const Contact& contact, bool no_log, Session& session) {
    Closing closing;
    auto& journal = session.journal();
    // A to-do of a calendar may be with nobody: doing it is no contact unless something is said of one.
    const bool is_contact = !followup.with.empty() || !contact.note.empty() || !contact.channel.empty();
    if (!no_log) closing.interaction = journal.find_closing(followup, session.today());
    if (!no_log && is_contact && !closing.interaction) {
        auto interaction = make_contact(contact, followup.with, session);
        if (interaction.note.empty()) interaction.note = followup.note;
        if (interaction.channel.empty() && followup.action == "coffee") interaction.channel = followup.action;
        interaction.closes = followup.id;
        journal.add(interaction);
        closing.interaction = std::move(interaction);
    }
    closing.followup = followup;
    closing.followup.done = closing.interaction ? closing.interaction->date.date : contact.date.date;
    if (closing.interaction) closing.followup.closed_by = closing.interaction->id;
    closing.successor = add_successor(followup, *closing.followup.done, closing.followup.closed_by, session);
    journal.change(followup, closing.followup);
    return closing;
}

Closing close_computed(const Target& target, const Contact& contact, Session& session) {
    Closing closing;
    closing.interaction = make_contact(contact, {target.person}, session);
    session.journal().add(*closing.interaction);
    closing.followup.id = {id_of(target)};
    closing.followup.due = contact.date;
    closing.followup.with = {target.person};
    closing.followup.done = contact.date.date;
    closing.followup.closed_by = closing.interaction->id;
    return closing;
}

/// The note is the last word where it contains a space.
std::optional<std::string> take_note(DoneOptions& options) {
    if (options.note) return require_text(*options.note, "--note");
    if (options.words.size() < 2 || options.words.back().find(' ') == std::string::npos) return std::nullopt;
    auto note = require_text(options.words.back(), "the note");
    options.words.pop_back();
    return note;
}

/// The follow-ups that the words name. A last word that names none may have been meant as the note.
std::vector<Target> require_targets_and_note(const Texts& words, bool has_note, Session& session) {
    try {
        return require_targets(words, "done", session);
    } catch (const core::Failure& failure) {
        auto problem = failure.problems().front();
        const bool may_be_note = !has_note && words.size() > 1;
        if (!may_be_note || problem.message.find("'" + words.back() + "'") == std::string::npos) throw;
        problem.hint = fmt::format("{}, or say a note of one word with --note {}", problem.hint, words.back());
        throw core::Failure(problem);
    }
}

void answer(const std::vector<Closing>& closings, Session& session) {
    std::vector<core::Fields> records;
    for (const auto& closing : closings) records.push_back(core::to_fields(closing.followup));
    if (!session.options().quiet || session.options().json || session.options().format) {
        (void)session.answer(records, core::keys_of<core::Followup>(), confirm(closings, session));
        return;
    }
    std::vector<core::Fields> logged;
    for (const auto& closing : closings)
        if (closing.interaction) logged.push_back(core::to_fields(*closing.interaction));
    (void)session.answer(logged, {}, {});
}

void refuse_closed(const core::Followup& followup) {
    if (followup.dropped)
        core::fail_not_found(fmt::format("{} was dropped on {}", word_for(followup), core::to_text(*followup.dropped)),
                             way_to_reopen(followup));
}

int done(DoneOptions options, Session& session) {
    session.begin_writing(core::keys_of<core::Followup>());
    const auto note = take_note(options);
    const auto targets = require_targets_and_note(options.words, note.has_value(), session);
    const auto contact = read_contact(options, note, session);
    std::vector<Closing> closings;
    for (const auto& target : targets) {
        if (!target.followup) {
            if (options.no_log)
                core::fail_usage(
                    fmt::format("{} is computed; without a contact to log there is nothing to do", id_of(target)),
                    "'kith followup snooze' puts it off");
            closings.push_back(close(target, contact, false, session));
            continue;
        }
        refuse_closed(*target.followup);
        if (target.followup->done)
            session.note(
                fmt::format("{} was done already on {}", id_of(target), core::to_text(*target.followup->done)));
        else
            closings.push_back(close(target, contact, options.no_log, session));
    }
    session.save();
    answer(closings, session);
    return 0;
}

Action bind_done(CLI::App& app) {
    auto given = std::make_shared<DoneOptions>();
    words(app, "ID... [NOTE]", given->words, "the follow-ups; a last argument with a space in it is the note");
    option(app, "--note", given->note, "TEXT", "what was said or done");
    option(app, "--via", given->via, "CHANNEL", "how: a channel, as of 'kith log'");
    option(app, "--on", given->on, "DATE", "when; today unless told");
    flag(app, "--no-log", given->no_log, "close it without logging a contact");
    return [given](Session& session) { return done(*given, session); };
}

} // namespace

Contact contact_today(const std::optional<std::string>& note, Session& session) {
    Contact contact;
    contact.date = {session.today(), std::nullopt};
    if (!note) return contact;
    auto recognised = core::recognise(*note, session.people(), core::channels(session.journal().strategy()));
    contact.note = std::move(recognised.text);
    contact.channel = std::move(recognised.channel);
    contact.tags = std::move(recognised.tags);
    return contact;
}

Closing close(const Target& target, const Contact& contact, bool no_log, Session& session) {
    return target.followup ? close_written(*target.followup, contact, no_log, session)
                           : close_computed(target, contact, session);
}

std::string confirm(const std::vector<Closing>& closings, Session& session) {
    std::vector<render::Row> rows;
    for (const auto& closing : closings) {
        rows.push_back(confirmation("done", closing.followup, session, true));
        if (closing.interaction) rows.push_back(confirmation("logged", *closing.interaction, session));
        if (closing.successor) rows.push_back(confirmation("next", *closing.successor, session, true));
    }
    return render::to_text(rows, session.layout());
}

std::vector<Command> closing_commands() {
    return {{"followup done", "ID... [NOTE]", "close follow-ups and log the contact",
             "For @person it logs the contact that restarts the cadence. A recurring follow-up gets its successor: "
             "from today on, or with \"+2w\" "
             "strictly from its due date. One with nobody, as a calendar may have, is only closed, unless a note or "
             "--via tells of a contact. All or nothing.",
             "kith followup done m3qd \"Sent the slides\" --via email", bind_done}};
}

} // namespace kith::commands
