// How commands name people, events and channels.
#include "kith/core/error.hpp"
#include "kith/core/text.hpp"

#include "session.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::commands {
namespace {

std::string with_single_blanks(std::string_view text) {
    std::vector<std::string> parts;
    for (const auto word : core::words(text)) parts.emplace_back(word);
    return core::join(parts, " ");
}

/// A person written by hand may have none, and then no record can name them.
core::PersonId id_of(const core::Person& person, const core::People& people) {
    if (person.id.empty())
        core::fail_usage(fmt::format("{} has no id that a record could name", person.name),
                         fmt::format("write one into people.toml: id = \"{}\"", people.new_id(person.name).text));
    return person.id;
}

} // namespace

const core::People& Session::people() {
    return people_ ? *people_ : journal_.people();
}

core::EventId Session::require_event_id(std::string_view word) {
    return journal_.require_event(word).record.id;
}

std::string Session::require_channel(std::string_view word) {
    const auto channels = core::channels(journal_.strategy());
    const std::string folded = core::fold(word);
    for (const auto& channel : channels)
        if (core::fold(channel) == folded) return channel;
    const std::vector<std::string_view> candidates(channels.begin(), channels.end());
    const auto near = core::nearest(word, candidates);
    core::fail_not_found(fmt::format("there is no channel '{}'", word),
                         (near ? fmt::format("did you mean {}? ", *near) : std::string{}) + "there are " +
                             core::join(channels, ", ") + "; 'kith strategy channel add' adds one of your own");
}

core::PersonId Session::add_new_person(const std::string& name, std::optional<core::Date> met,
                                       const core::EventId& met_at) {
    core::Person person;
    person.name = with_single_blanks(name);
    person.id = people().new_id(person.name);
    person.met = met;
    person.met_at = met_at;
    add_person(person);
    news_.push_back(fmt::format("{} is new: added as {}", person.name, person.id.text));
    return person.id;
}

void Session::add_person(const core::Person& person) {
    auto persons = people().all();
    persons.push_back(person);
    auto groups = people().groups();
    people_.emplace(std::move(persons), std::move(groups));
    journal_.add(person);
    new_people_.push_back(person);
}

std::vector<core::PersonId> Session::require_people(const std::vector<std::string>& words,
                                                    std::optional<core::Date> met, const core::EventId& met_at) {
    std::vector<core::PersonId> ids;
    for (const auto& word : words) {
        const auto match = people().match(word);
        const bool is_new = match.outcome == core::Match::Outcome::none && core::is_full_name(word);
        auto id = is_new ? add_new_person(word, met, met_at) : id_of(people().require(word), people());
        if (std::ranges::find(ids, id) == ids.end()) ids.push_back(std::move(id));
    }
    return ids;
}

std::string Session::names_of(const std::vector<core::PersonId>& ids) {
    std::vector<std::string> names;
    for (const auto& id : ids) names.push_back(people().name_of(id));
    return core::join(names, ", ");
}

} // namespace kith::commands
