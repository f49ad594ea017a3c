#include "event_met.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "options.hpp"
#include "present.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace kith::commands {
namespace {

struct MetOptions {
    Texts words;
    Text follow_up, on, via;
    bool online = false;
};

/// Somebody met, and what of them.
struct Meeting {
    core::PersonId person;
    Texts notes;

    [[nodiscard]] std::string note() const { return core::join(notes, "; "); }
};

/// What one `met` adds.
struct Additions {
    std::vector<core::Interaction> interactions;
    std::vector<core::Followup> followups;
    bool has_filled_notes = false;
};

/// `Bo Li: works on LLVM`
std::pair<std::string, std::string> split(const std::string& word) {
    const auto colon = word.find(':');
    const std::string name(core::trim(std::string_view(word).substr(0, colon)));
    const std::string note(colon == std::string::npos ? "" : core::trim(std::string_view(word).substr(colon + 1)));
    return {require_text(name, "the name"), note};
}

std::vector<Meeting> require_meetings(const Texts& words, core::Date day, const core::Event& event, Session& session) {
    std::vector<Meeting> meetings;
    for (const auto& word : words) {
        const auto [name, note] = split(word);
        const auto person = session.require_people({name}, day, event.id).front();
        auto known = std::ranges::find(meetings, person, &Meeting::person);
        if (known == meetings.end()) known = meetings.insert(known, {person, {}});
        if (!note.empty() && std::ranges::find(known->notes, note) == known->notes.end()) known->notes.push_back(note);
    }
    return meetings;
}

std::optional<core::Period> follow_up_after(const MetOptions& options, Session& session) {
    if (!options.follow_up) return session.journal().config().event_follow_up;
    if (core::fold(*options.follow_up) == "none") return std::nullopt;
    return core::require_period(*options.follow_up, "--follow-up");
}

core::Interaction make_meeting(const Meeting& meeting, const core::Moment& day, const core::Event& event,
                               const MetOptions& options, Session& session) {
    core::Interaction interaction;
    interaction.id = {session.new_id()};
    interaction.date = day;
    interaction.with = {meeting.person};
    interaction.channel = options.via ? session.require_channel(*options.via) : "meeting";
    const auto own_mode = core::mode_of_channel(interaction.channel, session.journal().strategy());
    if (options.online && own_mode != core::Mode::online) interaction.mode = "online";
    interaction.kind = "meeting";
    interaction.event = event.id;
    interaction.note = meeting.note();
    return interaction;
}

core::Followup make_followup(const core::Interaction& meeting, const core::Event& event, const core::Period& after,
                             Session& session) {
    core::Followup followup;
    followup.id = {session.new_id()};
    followup.created = session.today();
    followup.due = {core::add(core::last_day(event), after), std::nullopt};
    followup.with = meeting.with;
    followup.action = "message";
    followup.event = event.id;
    followup.origin = meeting.id;
    return followup;
}

bool is_with(const std::vector<core::PersonId>& with, const core::PersonId& person, const core::People& people) {
    return std::ranges::any_of(with, [&](const core::PersonId& other) { return people.resolve(other) == person; });
}

/// Adds what is missing of each meeting: what an earlier run wrote, or one that was cut off, stays the only one.
Additions add_missing(const std::vector<Meeting>& meetings, const core::Moment& day, const core::Event& event,
                      const MetOptions& options, Session& session) {
    auto& journal = session.journal();
    const core::DateRange days{std::min(core::first_day(event), day.date),
                               std::max({core::last_day(event), day.date, session.today()})};
    const auto written = journal.interactions(days, std::vector<std::string>{event.id.text});
    const auto followups = journal.followups();
    const auto after = follow_up_after(options, session);
    Additions additions;
    for (const auto& meeting : meetings) {
        const auto& people = session.people();
        const auto is_it = [&](const core::Interaction& other) {
            return other.event == event.id && other.kind == "meeting" && is_with(other.with, meeting.person, people);
        };
        const auto known = std::ranges::find_if(written, is_it);
        auto interaction = known == written.end() ? make_meeting(meeting, day, event, options, session) : *known;
        if (known == written.end()) {
            journal.add(interaction);
            additions.interactions.push_back(interaction);
        } else if (interaction.note.empty() && !meeting.notes.empty() && interaction.with.size() == 1) {
            interaction.note = meeting.note();
            journal.change(*known, interaction);
            additions.has_filled_notes = true;
        } else if (!meeting.notes.empty() && interaction.note != meeting.note()) {
            session.note(
                fmt::format("{} is down there already, with another note; 'kith log edit {} --note' changes it",
                            people.name_of(meeting.person), interaction.id.text));
        }
        const bool has_followup = std::ranges::any_of(followups, [&](const core::Followup& other) {
            return other.event == event.id && is_with(other.with, meeting.person, people);
        });
        if (!after || has_followup) continue;
        additions.followups.push_back(make_followup(interaction, event, *after, session));
        journal.add(additions.followups.back());
    }
    return additions;
}

core::Event with_met(core::Event event, const std::vector<Meeting>& meetings, Session& session) {
    for (const auto& meeting : meetings)
        if (!is_with(event.met, meeting.person, session.people())) event.met.push_back(meeting.person);
    if (core::first_day(event) <= session.today()) event.status = "attended";
    return event;
}

core::Fields fields_of(const core::Event& event, const Additions& additions) {
    auto fields = core::to_fields(event);
    std::vector<std::string> interactions, followups;
    for (const auto& interaction : additions.interactions) interactions.push_back(interaction.id.text);
    for (const auto& followup : additions.followups) followups.push_back(followup.id.text);
    fields.push_back({"interactions", std::move(interactions), 0});
    fields.push_back({"followups", std::move(followups), 0});
    return fields;
}

std::vector<std::string_view> answer_keys() {
    auto keys = core::keys_of<core::Event>();
    keys.insert(keys.end(), {"interactions", "followups"});
    return keys;
}

int answer(const core::Event& event, const Additions& additions, Session& session) {
    std::string ids;
    for (const auto& interaction : additions.interactions) ids += (ids.empty() ? "" : "\n") + interaction.id.text;
    std::vector<render::Row> rows;
    for (const auto& interaction : additions.interactions) {
        rows.push_back(confirmation("logged", interaction, session));
        for (const auto& followup : additions.followups)
            if (followup.origin == interaction.id) rows.push_back(confirmation("follow-up", followup, session, true));
    }
    for (const auto& followup : additions.followups) {
        const bool is_shown = std::ranges::find(additions.interactions, followup.origin, &core::Interaction::id) !=
                              additions.interactions.end();
        if (!is_shown) rows.push_back(confirmation("follow-up", followup, session, true));
    }
    auto text = render::to_text(rows, session.layout());
    if (text.empty()) text = additions.has_filled_notes ? "noted\n" : "nothing to add: all of them are there already\n";
    return session.answer(fields_of(event, additions), answer_keys(), ids, text);
}

int met(const MetOptions& options, Session& session) {
    if (options.words.size() < 2)
        core::fail_usage("'kith event met' needs an event and whom you met",
                         "kith event met rustconf \"Ana Souza\" \"Bo Li: works on LLVM\"");
    session.begin_writing(answer_keys());
    const auto event = session.journal().require_event(options.words.front()).record;
    const auto day = options.on ? core::require_date(*options.on, "--on", session.past())
                                : core::Moment{core::first_day(event), std::nullopt};
    if (options.on && day.date > session.today())
        core::fail_usage(fmt::format("--on: {} is still to come", core::to_text(day.date)), "say it once you have met");
    if (!options.on) require_begun(event, session);
    const auto meetings =
        require_meetings(Texts(options.words.begin() + 1, options.words.end()), day.date, event, session);
    const auto additions = add_missing(meetings, day, event, options, session);
    const auto after = with_met(event, meetings, session);
    session.journal().change(event, after);
    session.save();
    return answer(after, additions, session);
}

Action bind_met(CLI::App& app) {
    auto given = std::make_shared<MetOptions>();
    words(app, "ID WHO...", given->words, "the event, and whom you met there, each with a note after a colon");
    option(app, "--follow-up", given->follow_up, "PERIOD|none",
           "when to follow up, counted from the event's end; 2d unless config.toml says");
    option(app, "--on", given->on, "DATE", "the day; the event's first unless told");
    option(app, "--via", given->via, "CHANNEL", "how, instead of meeting");
    flag(app, "--online", given->online, "it was online");
    return [given](Session& session) { return met(*given, session); };
}

} // namespace

void require_begun(const core::Event& event, Session& session) {
    const auto day = core::first_day(event);
    if (day > session.today())
        core::fail_usage(
            fmt::format("{} is on {}, which is still to come", event.name, core::to_text(day)),
            fmt::format("where that is another day than it was, 'kith event edit {} --on DATE' puts it right",
                        event.id.empty() ? event.name : event.id.text));
}

Command met_command() {
    return {
        "event met",
        "ID WHO...",
        "note whom you met at an event",
        "Creates the people that are new, links them to the event, logs one meeting with each, and sets a "
        "follow-up for each. What is said of somebody twice is one note. Said again, it adds nothing twice. An event "
        "that is still to come is refused, but with --on a day before.",
        "kith event met rustconf-2026 \"Ana Souza\" \"Bo Li: works on LLVM\"",
        bind_met};
}

} // namespace kith::commands
