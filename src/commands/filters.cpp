#include "filters.hpp"

#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include <fmt/format.h>

#include <limits>

namespace kith::commands {
namespace {

/// The members of a group; a Failure where nobody is in it and it has no cadence.
std::vector<core::PersonId> members_of(const std::string& group, const core::People& people) {
    const std::string folded = core::fold(group);
    const auto is_it = [&folded](const std::string& name) { return core::fold(name) == folded; };
    std::vector<core::PersonId> members;
    std::vector<std::string> known;
    const auto know = [&known](const std::string& name) {
        if (std::ranges::find(known, name) == known.end()) known.push_back(name);
    };
    for (const auto& person : people.all()) {
        if (std::ranges::any_of(person.groups, is_it)) members.push_back(person.id);
        std::ranges::for_each(person.groups, know);
    }
    for (const auto& each : people.groups()) know(each.name);
    if (!members.empty() || std::ranges::any_of(known, is_it)) return members;
    const std::vector<std::string_view> candidates(known.begin(), known.end());
    const auto near = core::nearest(group, candidates);
    core::fail_not_found(fmt::format("there is no group '{}'", group),
                         near            ? fmt::format("did you mean {}?", *near)
                         : known.empty() ? "'kith person edit WHO --group NAME' puts people in one"
                                         : "there are " + core::join(known, ", "));
}

void refuse_reversed(const core::DateRange& days) {
    if (days.to < days.from)
        core::fail_usage(
            fmt::format("--since {} is after --until {}", core::to_text(days.from), core::to_text(days.to)),
            "swap them");
}

/// The nearest word to offline would be the very opposite.
std::string require_mode(const std::string& text) {
    if (core::fold(text) == "offline") core::fail_usage("--mode: there is no 'offline'", "did you mean in-person?");
    return require_choice(text, "--mode", {"online", "in-person", "unclassified"});
}

} // namespace

void declare_content_filters(CLI::App& app, FilterOptions& filters) {
    in_group(app, "Filters", [&] {
        options(app, "--with", filters.with, "WHO", "only with this person; given more than once, with all of them");
        option(app, "--group", filters.group, "GROUP", "only with people of this group");
        option(app, "--via", filters.via, "CHANNEL", "only by this channel");
        option(app, "--mode", filters.mode, "online|in-person", "only of this side of the balance");
        option(app, "--kind", filters.kind, "KIND", "only of this kind");
        option(app, "--tag", filters.tag, "TAG", "only with this tag");
        option(app, "--event", filters.event, "EVENT", "only of this event");
        option(app, "--grep", filters.grep, "TEXT", "only with this in their text, whatever the case or accents");
    });
}

void declare_filters(CLI::App& app, FilterOptions& filters) {
    declare_content_filters(app, filters);
    in_group(app, "Filters", [&] {
        option(app, "--since", filters.since, "DATE", "only from this day on");
        option(app, "--until", filters.until, "DATE", "only up to this day, which is included");
        option(app, "--limit", filters.limit, "N", "at most the newest N");
        flag(app, "--reverse", filters.reverse, "the other way round");
    });
}

Subject subject_of(const core::Interaction& interaction, const core::Strategy& strategy) {
    Subject subject;
    subject.people = interaction.with;
    subject.channel = interaction.channel;
    subject.mode = core::mode_of(interaction, strategy);
    subject.kind = interaction.kind;
    subject.tags = interaction.tags;
    subject.event = interaction.event;
    subject.days = core::DateRange{interaction.date.date, interaction.date.date};
    subject.text = interaction.note + "\n" + interaction.url;
    return subject;
}

core::DateRange require_days(const Text& since, const Text& until, Session& session) {
    if (!since) core::fail_usage("--until needs --since", "say both, or name a period");
    const auto from = core::require_date(*since, "--since", session.past()).date;
    const auto to = until ? core::require_date(*until, "--until", session.past()).date : session.today();
    refuse_reversed({from, to});
    return {from, to};
}

Filter::Filter(const FilterOptions& options, Session& session, const core::PhraseContext& context,
               const std::vector<std::string>& kinds)
    : people_(&session.journal().people()), reverse_(options.reverse) {
    if (options.since) days_.from = core::require_date(*options.since, "--since", context).date;
    if (options.until) days_.to = core::require_date(*options.until, "--until", context).date;
    refuse_reversed(days_);
    if (options.limit)
        limit_ =
            static_cast<std::size_t>(require_number(*options.limit, "--limit", 0, std::numeric_limits<int>::max()));
    if (options.mode) mode_ = require_mode(*options.mode);
    if (options.kind) kind_ = kinds.empty() ? *options.kind : require_choice(*options.kind, "--kind", kinds);
    if (options.grep) grep_ = core::fold(require_text(*options.grep, "--grep"));
    if (options.tag)
        tag_ = core::fold(require_text(options.tag->starts_with('#') ? options.tag->substr(1) : *options.tag, "--tag"));
    if (options.via) via_ = session.require_channel(*options.via);
    for (const auto& word : options.with) with_.push_back(people_->require(word).id);
    if (options.group) group_members_ = members_of(*options.group, *people_);
    has_group_ = options.group.has_value();
    if (options.event) event_ = session.require_event_id(*options.event);
}

bool Filter::has_person(const Subject& subject, const core::PersonId& id) const {
    return std::ranges::any_of(subject.people,
                               [&](const core::PersonId& other) { return people_->resolve(other) == id; });
}

bool Filter::passes(const Subject& subject) const {
    const auto is_there = [&](const core::PersonId& id) { return has_person(subject, id); };
    if (!std::ranges::all_of(with_, is_there)) return false;
    if (has_group_ && std::ranges::none_of(group_members_, is_there)) return false;
    if (!via_.empty() && subject.channel != via_) return false;
    if (!mode_.empty() && (!subject.mode || core::to_text(*subject.mode) != mode_)) return false;
    if (!kind_.empty() && subject.kind != kind_) return false;
    const auto is_tag = [&](const std::string& tag) { return core::fold(tag) == tag_; };
    if (!tag_.empty() && std::ranges::none_of(subject.tags, is_tag)) return false;
    if (!event_.empty() && subject.event != event_) return false;
    if (has_days() && (!subject.days || subject.days->to < days_.from || days_.to < subject.days->from)) return false;
    return grep_.empty() || core::contains_folded(subject.text, grep_);
}

std::vector<std::string> Filter::needles() const {
    std::vector<std::string> needles;
    const auto add = [&](const core::PersonId& id) {
        needles.push_back(id.text);
        if (const auto* person = people_->find(id))
            for (const auto& was : person->was) needles.push_back(was.text);
    };
    if (!with_.empty())
        add(with_.front());
    else if (!event_.empty())
        needles.push_back(event_.text);
    else if (has_group_)
        std::ranges::for_each(group_members_, add);
    return needles;
}

} // namespace kith::commands
