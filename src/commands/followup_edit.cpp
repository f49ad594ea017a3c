// kith followup snooze, drop, edit.
#include "kith/core/agenda.hpp"
#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "agenda_view.hpp"
#include "entry.hpp"
#include "followup_actions.hpp"
#include "followup_target.hpp"
#include "followup_verbs.hpp"
#include "hour.hpp"
#include "options.hpp"
#include "present.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace kith::commands {
namespace {

void refuse_closed(const Target& target) {
    if (target.followup && !core::is_open(*target.followup))
        core::fail_not_found(fmt::format("{} is closed", word_for(*target.followup)), way_to_reopen(*target.followup));
}

int answer(const std::vector<core::Followup>& changed, std::string_view label, Session& session) {
    std::vector<core::Fields> records;
    std::vector<render::Row> rows;
    for (const auto& followup : changed) {
        records.push_back(core::to_fields(followup));
        rows.push_back(confirmation(label, followup, session, true));
    }
    if (session.options().quiet && !session.options().json && !session.options().format) return 0;
    return session.answer(records, core::keys_of<core::Followup>(), render::to_text(rows, session.layout()));
}

/// What a computed follow-up looks like in an answer.
core::Followup computed(const Target& target, core::Date due) {
    core::Followup followup;
    followup.id = {id_of(target)};
    followup.due = {due, std::nullopt};
    followup.with = {target.person};
    return followup;
}

/// Until when, as said: a period is counted from today, or from a due date that is later still.
struct Delay {
    core::Moment until;
    std::optional<core::Period> period;
};

/// The last word where it reads as one and is not the only word; else a week.
Delay take_delay(Texts& words, Session& session) {
    constexpr core::Period week{1, core::Unit::week};
    Delay delay{{core::add(session.today(), week), std::nullopt}, week};
    if (words.size() > 1) {
        if (const auto moment = core::parse_date(words.back(), session.future())) {
            delay = {*moment, core::parse_period(words.back())};
            words.pop_back();
        }
    }
    (void)require_not_past(delay.until, session);
    return delay;
}

std::optional<core::Date> due_of(const Target& target, Session& session) {
    if (target.followup) return target.followup->due.date;
    for (const auto& item : open_agenda(session))
        if (item.followup.id.text == id_of(target)) return item.followup.due.date;
    // A cadence that another open follow-up with the person keeps off the agenda.
    const core::Person* person = target.is_birthday ? nullptr : session.people().find(target.person);
    return person == nullptr ? std::nullopt : person->snoozed_until;
}

/// A period never brings nearer what is due later than that; a birthday is as near as it is.
core::Moment moment_of(const Delay& delay, const Target& target, Session& session) {
    const auto due = delay.period && !target.is_birthday ? due_of(target, session) : std::nullopt;
    if (!due || *due < delay.until.date) return delay.until;
    const auto later = core::add(*due, *delay.period);
    if (!core::is_in_calendar(later)) core::fail_usage("that would be after the year 9999", "say the day");
    return {later, std::nullopt};
}

/// A last word such as `3x` may be an id, but is as likely a delay that is written wrong.
void refuse_unread_delay(const Texts& words, Session& session) {
    if (words.size() < 2 || words.back().empty() || words.back()[0] < '0' || words.back()[0] > '9') return;
    const auto all = session.journal().followups();
    const auto& word = words.back();
    if (std::ranges::any_of(all, [&word](const auto& each) { return each.id.text.starts_with(word); })) return;
    core::fail_not_found(fmt::format("'{}' is neither a follow-up's id nor a period or a date", word),
                         fmt::format("a period is one like 3d: kith followup snooze {} 3d", words.front()));
}

int snooze(Texts words, Session& session) {
    session.begin_writing(core::keys_of<core::Followup>());
    const auto given = words.size();
    const auto delay = take_delay(words, session);
    if (words.size() == given) refuse_unread_delay(words, session);
    const auto targets = require_targets(words, "snooze", session);
    std::vector<core::Followup> changed;
    for (const auto& target : targets) {
        refuse_closed(target);
        changed.push_back(snooze_one(target, moment_of(delay, target, session), session));
    }
    session.save();
    return answer(changed, "snoozed", session);
}

int drop(const Texts& words, Session& session) {
    session.begin_writing(core::keys_of<core::Followup>());
    std::vector<core::Followup> changed;
    for (const auto& target : require_targets(words, "drop", session)) {
        refuse_closed(target);
        changed.push_back(drop_one(target, session));
    }
    session.save();
    return answer(changed, "dropped", session);
}

struct EditOptions {
    Texts words, with;
    Text on, action, every, note, event;
    bool no_every = false, no_event = false, reopen = false, edit = false;
};

core::Followup edited(const core::Followup& before, const EditOptions& options, Session& session) {
    auto after = before;
    if (options.on) after.due = at_its_hour(core::require_date(*options.on, "--on", session.future()), before.due);
    if (!options.with.empty()) after.with = session.require_people(options.with, std::nullopt, {});
    if (options.action) after.action = require_choice(*options.action, "--action", core::followup_actions());
    if (options.every && options.no_every) core::fail_usage("--every and --no-every exclude each other");
    if (options.every) after.every = require_recurrence(*options.every);
    if (options.no_every) after.every.clear();
    if (options.event) after.event = session.require_event_id(*options.event);
    if (options.no_event) after.event = {};
    const Texts more(options.words.begin() + 1, options.words.end());
    if (!more.empty()) after.note = require_text(core::join(more, " "), "the text");
    if (options.note) after.note = *options.note;
    if (options.reopen) {
        after.done.reset();
        after.dropped.reset();
        after.closed_by = {};
    }
    return after;
}

/// What was opened again may have come again meanwhile.
void note_successor(const core::Followup& before, const core::Followup& after, Session& session) {
    if (core::is_open(before) || !core::is_open(after) || before.id.empty()) return;
    const auto all = session.journal().followups();
    const auto next = std::ranges::find(all, core::successor_id(before.id), &core::Followup::id);
    if (next == all.end() || !core::is_open(*next)) return;
    session.note(fmt::format("{}, which came after it, is open as well; 'kith followup drop {}' drops it",
                             next->id.text, next->id.text));
}

int edit(const EditOptions& options, Session& session) {
    if (options.words.empty()) core::fail_usage("'kith followup edit' needs an id", "ids are in 'kith followup list'");
    session.begin_writing(core::keys_of<core::Followup>());
    const auto target = require_target(options.words.front(), session);
    if (!target.followup)
        core::fail_usage(fmt::format("{} is computed", id_of(target)),
                         fmt::format("'kith person edit {}' changes the cadence", target.person.text));
    auto after = edited(*target.followup, options, session);
    const bool is_unchanged = after == *target.followup;
    if (is_unchanged && !options.edit && !session.is_interactive())
        core::fail_usage("there is nothing to change", "say it as options, see 'kith followup edit --help'");
    session.journal().change(*target.followup, after);
    if (options.edit || is_unchanged) after = session.edit_record(after);
    session.save();
    note_successor(*target.followup, after, session);
    return answer({after}, "changed", session);
}

Action bind_edit(CLI::App& app) {
    auto given = std::make_shared<EditOptions>();
    words(app, "ID [TEXT]", given->words, "the follow-up's id, and a new text where the note should change");
    option(app, "--on", given->on, "DATE", "due on this day");
    options(app, "--with", given->with, "WHO", "who with, instead of those before");
    option(app, "--action", given->action, "ACTION", core::join(core::followup_actions(), ", "));
    option(app, "--every", given->every, "PERIOD",
           "comes again this long after it is done; \"+2w\" counts from the due date");
    option(app, "--note", given->note, "TEXT", "the note as it should be");
    option(app, "--event", given->event, "EVENT", "the event it comes from");
    flag(app, "--no-every", given->no_every, "it does not come again");
    flag(app, "--no-event", given->no_event, "it comes from no event");
    flag(app, "--reopen", given->reopen, "it is not done or dropped after all");
    flag(app, "--edit", given->edit, "open the record in the editor");
    return [given](Session& session) { return edit(*given, session); };
}

Action bind_snooze(CLI::App& app) {
    auto given = std::make_shared<Texts>();
    words(app, "ID... [PERIOD|DATE]", *given, "the follow-ups, and until when; a week unless told");
    return [given](Session& session) { return snooze(*given, session); };
}

Action bind_drop(CLI::App& app) {
    auto given = std::make_shared<Texts>();
    words(app, "ID", *given, "the follow-ups");
    return [given](Session& session) { return drop(*given, session); };
}

} // namespace

core::Moment require_not_past(const core::Moment& moment, Session& session) {
    const auto day = moment.date;
    if (day <= session.today())
        core::fail_usage(fmt::format("{} is {}", core::to_text(day), day == session.today() ? "today" : "past"),
                         "snooze to a day to come: 2w, tomorrow, 22 dec");
    return moment;
}

namespace {

/// A birthday is put off until it is shown no more at the latest: what is put off is the person, cadence and all.
core::Date last_day_to_put_off_to(const core::Person& person, core::Date day, core::Date today) {
    const auto birthday = core::birthday_near(person, today);
    if (!birthday)
        core::fail_not_found(fmt::format("the birthday of {} is not near", person.name), "there is nothing to put off");
    return std::min(day, core::add(*birthday, {core::birthday_days + 1, core::Unit::day}));
}

} // namespace

core::Followup snooze_one(const Target& target, const core::Moment& until, Session& session) {
    if (target.followup) {
        auto after = *target.followup;
        after.due = at_its_hour(until, target.followup->due);
        ++after.snoozed;
        session.journal().change(*target.followup, after);
        return after;
    }
    const auto& before = *session.people().find(target.person);
    const auto day = target.is_birthday ? last_day_to_put_off_to(before, until.date, session.today()) : until.date;
    auto after = before;
    after.snoozed_until = day;
    session.journal().change(before, after);
    return computed(target, day);
}

namespace {

/// The command after which a computed follow-up is computed no more.
std::string what_ends(const Target& target, const core::People& people) {
    const auto& id = target.person.text;
    if (target.is_birthday) return fmt::format("kith person edit {} --no-birthday", id);
    const auto* person = people.find(target.person);
    const auto cadence = person == nullptr ? std::nullopt : people.cadence_of(*person);
    if (!cadence || cadence->group.empty()) return fmt::format("kith person edit {} --no-every", id);
    return fmt::format("kith person edit {} --no-group {}", id, cadence->group);
}

} // namespace

core::Followup drop_one(const Target& target, Session& session) {
    if (!target.followup)
        core::fail_usage(
            fmt::format("{} is computed and cannot be dropped", id_of(target)),
            fmt::format("'kith followup snooze' puts it off, '{}' ends it", what_ends(target, session.people())));
    auto after = *target.followup;
    after.dropped = session.today();
    session.journal().change(*target.followup, after);
    return after;
}

std::vector<Command> followup_editing_commands() {
    return {
        {"followup snooze", "ID... [PERIOD|DATE]", "put follow-ups off, a week unless told",
         "A period is counted from today, or from the due date where that is later still, so that it brings nothing "
         "nearer; a date may. Without a time it keeps the hour at which it was due. For @person the cadence is put off "
         "until then.",
         "kith followup snooze m3qd @ana-souza 2w", bind_snooze},
        {"followup drop", "ID...", "close follow-ups without having done them", "A recurring one does not come again.",
         "kith followup drop m3qd", bind_drop},
        {"followup edit", "ID [OPTIONS]", "change a follow-up",
         "With --on, a day without a time keeps the hour; --edit can take it off. Without an option on a terminal it "
         "opens the editor.",
         "kith followup edit m3qd --on friday --action coffee", bind_edit},
    };
}

} // namespace kith::commands
