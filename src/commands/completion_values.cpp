#include "completion_values.hpp"

#include "kith/core/agenda.hpp"
#include "kith/core/error.hpp"
#include "kith/core/phrase.hpp"
#include "kith/core/text.hpp"

#include "strategy_records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace kith::commands {
namespace {

using Candidates = std::vector<Candidate>;

/// What is asked for one value, and of what.
struct Question {
    const Line& line;
    const std::string& noun;
    Session& session;
};

/// The log is too long to be read while somebody waits: of tags and entries only the latest months are offered.
constexpr std::size_t months_read = 3;
constexpr std::size_t most_entries = 50;

Candidates plain(const std::vector<std::string>& values) {
    Candidates candidates;
    for (const auto& value : values) candidates.push_back({value, {}});
    return candidates;
}

Candidates people(const Question& question) {
    const bool has_sign = question.line.open.starts_with('@');
    Candidates candidates;
    for (const auto& person : question.session.journal().people().all())
        candidates.push_back({(has_sign ? "@" : "") + person.id.text, person.name});
    const auto fits = [&](const Candidate& each) { return begins_with(each.value, question.line.open); };
    if (std::ranges::any_of(candidates, fits)) return candidates;
    for (const auto& person : question.session.journal().people().all()) {
        candidates.push_back({person.name, person.id.text});
        for (const auto& alias : person.aliases) candidates.push_back({alias, person.name});
    }
    return candidates;
}

Candidates groups(const Question& question) {
    const auto& people = question.session.journal().people();
    std::set<std::string> names;
    for (const auto& group : people.groups()) names.insert(group.name);
    for (const auto& person : people.all()) names.insert(person.groups.begin(), person.groups.end());
    return plain({names.begin(), names.end()});
}

Candidates channels(const Question& question) {
    const auto& strategy = question.session.journal().strategy();
    Candidates candidates;
    for (const auto& channel : core::channels(strategy))
        candidates.push_back({channel, std::string(core::to_text(core::mode_of_channel(channel, strategy)))});
    return candidates;
}

/// The latest first, as those to come and those just past are what one speaks of.
Candidates events(const Question& question) {
    const auto events = question.session.journal().events();
    Candidates candidates;
    for (auto event = events.rbegin(); event != events.rend(); ++event)
        candidates.push_back({event->id.text, event->name});
    return candidates;
}

std::vector<core::Interaction> latest_entries(Session& session) {
    const auto& names = session.journal().directory().names_in("log");
    if (names.empty()) return {};
    const std::string first = names[names.size() - std::min(names.size(), months_read)].substr(4, 7) + "-01";
    return session.journal().interactions({core::parse_iso_date(first).value_or(session.today()), core::all_days.to});
}

Candidates entries(const Question& question) {
    const auto entries = latest_entries(question.session);
    Candidates candidates;
    for (auto entry = entries.rbegin(); entry != entries.rend() && candidates.size() < most_entries; ++entry) {
        const auto day = core::to_short_text(entry->date.date, question.session.today());
        if (begins_with(entry->id.text, question.line.open))
            candidates.push_back({entry->id.text, fmt::format("{}  {}", day, entry->note)});
    }
    return candidates;
}

Candidates tags(const Question& question) {
    std::set<std::string> tags;
    for (const auto& entry : latest_entries(question.session)) tags.insert(entry.tags.begin(), entry.tags.end());
    Candidates candidates = plain({tags.begin(), tags.end()});
    if (question.line.open.starts_with('#'))
        for (auto& each : candidates) each.value.insert(0, "#");
    return candidates;
}

/// Open ones: those written down, then those that a cadence or a birthday makes. The log would say which of the latter
/// are due, and is not read.
Candidates followups(const Question& question) {
    Session& session = question.session;
    const core::Agenda agenda{session.journal().people(), session.today()};
    const core::Contacts nothing_read(session.journal().people(), {}, session.today());
    auto items = agenda.open(session.journal().followups_open_since(session.today()), nothing_read);
    // Those that a cadence or a birthday makes can be done and put off, but neither dropped nor changed.
    if (question.line.path == "followup drop" || question.line.path == "followup edit")
        std::erase_if(items, [](const auto& item) { return item.source != core::Source::written; });
    std::ranges::stable_partition(items, [](const auto& item) { return item.source == core::Source::written; });
    Candidates candidates;
    for (const auto& item : items) {
        const auto& followup = item.followup;
        const auto names = session.names_of(followup.with);
        candidates.push_back(
            {followup.id.text, item.source == core::Source::written
                                   ? fmt::format("{}  {}  {}", core::to_short_text(followup.due.date, session.today()),
                                                 names, followup.note)
                                   : fmt::format("{}  {}", names, core::to_text(item.source))});
    }
    return candidates;
}

template<class Record> Candidates of_strategy(const std::vector<Record>& records) {
    Candidates candidates;
    for (auto& each : named(records)) candidates.push_back({std::move(each.id), std::move(each.text)});
    return candidates;
}

/// Those still to be published first: one rarely speaks of the others.
Candidates posts(const Question& question) {
    auto posts = question.session.journal().strategy().posts;
    std::ranges::stable_partition(posts, [](const core::Post& post) { return !post.published && !post.dropped; });
    return of_strategy(posts);
}

Candidates goals(const Question& question) {
    return of_strategy(question.session.journal().strategy().goals);
}
Candidates audiences(const Question& question) {
    return of_strategy(question.session.journal().strategy().audiences);
}
Candidates platforms(const Question& question) {
    return of_strategy(question.session.journal().strategy().platforms);
}
Candidates topics(const Question& question) {
    return of_strategy(question.session.journal().strategy().topics);
}
Candidates own_channels(const Question& question) {
    return of_strategy(question.session.journal().strategy().channels);
}

/// How the values of one name, or the ids of one noun, are found.
struct Source {
    std::string_view name;
    Candidates (*find)(const Question&);
};

constexpr std::array<Source, 3> of_journal{{{"log", entries}, {"event", events}, {"followup", followups}}};
constexpr std::array<Source, 6> of_strategy_kinds{{{"goal", goals},
                                                   {"audience", audiences},
                                                   {"platform", platforms},
                                                   {"topic", topics},
                                                   {"channel", own_channels},
                                                   {"post", posts}}};

Candidates ids(const Question& question) {
    for (const std::span<const Source> sources : {std::span<const Source>(of_journal), {of_strategy_kinds}})
        for (const auto& source : sources)
            if (source.name == question.noun) return source.find(question);
    return {};
}

Candidates kinds(const Question& question) {
    if (question.line.path.starts_with("followup")) return plain(core::followup_actions());
    if (!question.line.path.starts_with("strategy")) return plain(core::interaction_kinds());
    Candidates candidates;
    for (const auto& source : of_strategy_kinds) candidates.push_back({std::string(source.name), {}});
    return candidates;
}

Candidates actions(const Question&) {
    return plain(core::followup_actions());
}

/// In a text: names and tags, once they are begun.
Candidates text(const Question& question) {
    if (question.line.open.empty()) return {};
    if (question.line.open.starts_with('#')) return tags(question);
    Candidates candidates;
    for (const auto& person : question.session.journal().people().all())
        candidates.push_back({person.name, person.id.text});
    return candidates;
}

Candidates days(const Question&) {
    return plain({"today", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});
}

Candidates periods(const Question&) {
    return plain({"3d", "1w", "2w", "1m", "3m", "1y"});
}

/// What git's own commands take in the data directory, once there is a command of git's.
Candidates arguments_of_git(const Question& question) {
    if (question.line.words.empty()) return {};
    return plain(question.session.journal().directory().all_names());
}

/// The words that go on with the command named before: `kith help strategy goal`.
Candidates commands(const Question& question) {
    return next_commands(core::join(question.line.words, " "));
}

constexpr std::array<Source, 15> by_value{{{"WHO", people},
                                           {"ARGS", arguments_of_git},
                                           {"A", people},
                                           {"B", people},
                                           {"GROUP", groups},
                                           {"CHANNEL", channels},
                                           {"TAG", tags},
                                           {"EVENT", events},
                                           {"ID", ids},
                                           {"KIND", kinds},
                                           {"ACTION", actions},
                                           {"TEXT", text},
                                           {"DATE", days},
                                           {"PERIOD", periods},
                                           {"COMMAND", commands}}};

bool is_literal(const std::string& value) {
    return !value.empty() && std::ranges::all_of(value, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

} // namespace

bool begins_with(std::string_view text, std::string_view beginning) {
    return text.starts_with(beginning) || core::fold(text).starts_with(core::fold(beginning));
}

std::vector<Candidate> values_for(const Line& line, Session& session) {
    Candidates found;
    for (const auto& wanted : line.wanted) {
        if (is_literal(wanted.value)) found.push_back({wanted.value, {}});
        const auto source = std::ranges::find(by_value, std::string_view(wanted.value), &Source::name);
        if (source == by_value.end()) continue;
        try {
            std::ranges::move(source->find({line, wanted.noun, session}), std::back_inserter(found));
        } catch (const core::Failure&) { // The file is as it is; the other values are still worth offering.
        }
    }
    std::erase_if(found, [&line](const Candidate& each) { return !begins_with(each.value, line.open); });
    return found;
}

} // namespace kith::commands
