// kith followup: what is due, and plans written down.
#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "agenda_view.hpp"
#include "entry.hpp"
#include "filters.hpp"
#include "followup_target.hpp"
#include "followup_verbs.hpp"
#include "nouns.hpp"
#include "present.hpp"
#include "selection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace kith::commands {
namespace {

struct ListOptions {
    FollowupChoice choice;
    bool with_exit_code = false;
};

std::string when_empty(const FollowupChoice& options) {
    if (options.all) return "there are no follow-ups yet";
    if (options.closed) return "nothing is closed yet";
    if (options.due || options.overdue) return "nothing is due";
    return options.upcoming ? "nothing is coming up" : "nothing is open";
}

int list(const ListOptions& options, Session& session) {
    const auto items = chosen_items(options.choice, session);
    auto listing = listing_of(items, session);
    listing.when_empty = when_empty(options.choice);
    return session.show(listing, options.with_exit_code);
}

Action bind_list(CLI::App& app) {
    auto given = std::make_shared<ListOptions>();
    declare_choice(app, given->choice);
    flag(app, "--exit-code", given->with_exit_code, "exit with 10 where the list is not empty");
    return [given](Session& session) { return list(*given, session); };
}

Action bind_due(CLI::App& app) {
    auto given = std::make_shared<ListOptions>();
    given->choice.due = true;
    declare_filters(app, given->choice.filters);
    flag(app, "--exit-code", given->with_exit_code, "exit with 10 where something is due");
    return [given](Session& session) { return list(*given, session); };
}

Action bind_next(CLI::App& app) {
    auto given = std::make_shared<bool>(false);
    flag(app, "--exit-code", *given, "exit with 10 where there is one");
    return [given](Session& session) {
        auto items = open_agenda(session);
        if (items.size() > 1) items.resize(1);
        if (items.empty()) {
            session.note("nothing is open");
            if (session.options().json) session.print(render::to_json(core::Fields{}));
            return 0;
        }
        const auto text = listing_of(items, session).text();
        (void)session.show(fields_of(items.front()), agenda_keys(), text);
        return *given ? 10 : 0;
    };
}

Action bind_count(CLI::App& app) {
    auto given = std::make_shared<bool>(false);
    flag(app, "--exit-code", *given, "exit with 10 where something is due");
    return [given](Session& session) {
        const auto items = pressing_agenda(session);
        const auto overdue = std::ranges::count(items, core::State::overdue, &core::AgendaItem::state);
        const core::Fields counts{{"due", static_cast<std::int64_t>(items.size()), 0},
                                  {"overdue", std::int64_t{overdue}, 0}};
        (void)session.show(counts, {"due", "overdue"}, fmt::format("{}\n", items.size()));
        return *given && !items.empty() ? 10 : 0;
    };
}

struct AddOptions {
    Texts words, with;
    Text on, action, every, event;
};

core::Followup make_addition(const AddOptions& options, Session& session) {
    const std::string text = require_text(core::join(options.words, " "), "the follow-up");
    core::Followup followup;
    followup.id = {session.new_id()};
    followup.created = session.today();
    followup.note = text;
    followup.due = {session.today(), std::nullopt};
    if (options.every) followup.every = require_recurrence(*options.every);
    followup.due.date = core::next_due(followup, session.today(), session.today())
                            .value_or(core::add(session.today(), {1, core::Unit::week}));
    if (options.on) {
        followup.due = core::require_date(*options.on, "--on", session.future());
    } else if (const auto leading = require_leading_date(text, session.future())) {
        followup.due = leading->moment;
        followup.note = require_text(text.substr(leading->length), "the follow-up");
    }
    auto recognised = core::recognise(followup.note, session.people(), {});
    followup.note = std::move(recognised.text);
    followup.with =
        options.with.empty() ? std::move(recognised.people) : session.require_people(options.with, std::nullopt, {});
    if (followup.with.empty())
        core::fail_usage("a follow-up needs somebody to follow up with", "name them with --with");
    followup.action = options.action ? require_choice(*options.action, "--action", core::followup_actions())
                                     : action_in(followup.note);
    if (options.event) followup.event = session.require_event_id(*options.event);
    return followup;
}

Action bind_add(CLI::App& app) {
    auto given = std::make_shared<AddOptions>();
    words(app, "TEXT", given->words, "what to do; may begin with a date: \"in 2w: send slides\"");
    options(app, "--with", given->with, "WHO", "who with; an unknown full name becomes a new person");
    option(app, "--on", given->on, "DATE", "when; in a week unless told");
    option(app, "--action", given->action, "ACTION", core::join(core::followup_actions(), ", "));
    option(app, "--every", given->every, "PERIOD",
           "comes again this long after it is done; \"+2w\" counts from the due date");
    option(app, "--event", given->event, "EVENT", "the event it comes from");
    return [given](Session& session) {
        session.begin_writing(core::keys_of<core::Followup>());
        const auto followup = make_addition(*given, session);
        session.journal().add(followup);
        session.save();
        return session.answer(core::to_fields(followup), core::keys_of<core::Followup>(), followup.id.text,
                              render::to_text({confirmation("follow-up", followup, session, true)}, session.layout()));
    };
}

constexpr std::string_view order_details =
    "From three sources: follow-ups written down, people whose cadence has run out, birthdays (from 7 days before "
    "until there is contact or 7 "
    "days have passed). First what is overdue, then what is due, then what is to come. Within these by urgency: a "
    "cadence's is the days past "
    "due over its period, any other's the days past due. An attempt without an answer never restarts a cadence.";

} // namespace

std::vector<Command> followup_commands() {
    std::vector<Command> commands{
        {"followup", "[FILTERS]", "what is due and why, the most pressing first", order_details, "kith followup",
         bind_due},
        {"followup list", "[FILTERS]", "everything open, or what the options say", order_details,
         "kith followup list --upcoming 2w", bind_list},
        {"followup next", "", "the one thing to do next", "", "kith followup next --format '{with}: {why}'", bind_next},
        {"followup count", "", "how many are due", "", "kith followup count --exit-code", bind_count},
        {"followup add", "TEXT... --with WHO", "write a follow-up down", "",
         "kith followup add \"in 2w: send slides\" --with Ana", bind_add},
    };
    for (const auto part : {closing_commands, followup_editing_commands, reviewing_commands, suggesting_commands}) {
        const auto more = part();
        commands.insert(commands.end(), more.begin(), more.end());
    }
    return commands;
}

} // namespace kith::commands
